"""`scenefuzz slicer doctor`: checks that the worker detects each injected defect of the sample
reader."""

import json
import os
import sys
import tempfile

from . import arguments
from .binaries import blocks
from .binaries.symbols import Symbols
from .triage import groups
from .worker import memory
from .worker import sample as sample_reader
from .worker.client import Worker, WorkerError

LIMITS = {"seconds": 2.0, "growth": 64 << 10, "batch": 16}
# Name of the check, input, name of the blamed function. The class must equal the name.
DEATHS = [
    ("null write", b"0", "sample_null_write"),
    ("wild read", b"r", "sample_wild_read"),
    ("wild write", b"w", "sample_wild_write"),
    ("wild jump", b"j", "sample_jump"),
    ("stack overflow", b"s", "sample_recursion"),
    ("abort", b"a", "sample_abort"),
    ("hang", b"h", "sample_hang"),
    ("heap corruption", b"d", "sample_double_free"),
]
TRACES = 8


def check_deaths(worker, symbols):
    for name, data, function in DEATHS:
        answer = worker.run(data)
        if not answer.is_death:
            yield name, memory.STATUS_NAMES[answer.status], False
            continue
        group, frames = groups.group(worker.death(), symbols)
        functions = [frame.function for frame in frames if frame is not None]
        found = f"{group.death_class.name} in {group.function}"
        holds = group.death_class.name == name and (
            group.function == function or (name == "hang" and function in functions)
        )
        # A death leaves no coverage behind.
        yield name, found, holds and not answer.new


def check_others(worker):
    first, again = worker.run(b"n"), worker.run(b"n")
    yield "new block", f"{len(first.new)} new, then {len(again.new)}", len(first.new) > 0 and not again.new
    yield "memory growth", memory.STATUS_NAMES[(grown := worker.run(b"l")).status], grown.status == memory.GREW
    # A defect whose effect depends on stale values must not depend on breakpoints.
    yield "stale stack", memory.STATUS_NAMES[(stale := worker.run(b"g")).status], stale.status == memory.READ
    traces = {worker.trace(b"u")[1] for _ in range(TRACES)}
    yield "uninitialised read", f"{len(traces)} different traces of one input", len(traces) > 1
    traces = {worker.trace(b"n")[1] for _ in range(TRACES)}
    yield "determinism", f"{len(traces)} trace of another input", len(traces) == 1 and len(next(iter(traces))) > 0
    yield "outside file", f"{(opened := worker.run(b'f')).files} outside files", opened.files == 1
    yield "connection", f"{(connected := worker.run(b'c')).connections} connections", connected.connections == 1
    plain = worker.run(b"0", memory.PLAIN)
    yield "death without breakpoints", memory.STATUS_NAMES[plain.status], plain.is_death
    yield "survival", memory.STATUS_NAMES[(calm := worker.run(b"x")).status], calm.status == memory.READ


def check_table(table, sample, libraries):
    """A table of another build must be refused."""
    known = blocks.read_table(table)
    name, build, _, offsets = known[0]
    damaged = table + ".other"
    with open(damaged, "wb") as file:
        file.write(blocks.MAGIC + blocks.entry(name, bytes([build[0] ^ 1]) + build[1:], offsets))
    try:
        with Worker(sys.executable, damaged, libraries, "sample", LIMITS, sample=sample):
            return "other build", "accepted", False
    except WorkerError as error:
        return "other build", str(error), "another build" in str(error)


def examine(options, folder):
    """(checks, namespaces, reason for a missing namespace)."""
    sample = sample_reader.library_in(options.libraries)
    table = os.path.join(folder, "sample.bin")
    sample_reader.write_table(table, options.libraries)
    with Worker(sys.executable, table, options.libraries, "sample", LIMITS, sample=sample) as worker:
        checks = list(check_deaths(worker, Symbols())) + list(check_others(worker))
        greeting = worker.greeting
    checks.append(check_table(table, sample, options.libraries))
    return checks, greeting["namespaces"], greeting["reason"]


def main():
    parser = arguments.parser(__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            checks, namespaces, reason = examine(options, folder)
    except WorkerError as error:
        print(f"the worker cannot run: {error}", file=sys.stderr)
        return arguments.ENVIRONMENT
    if options.json:
        print(json.dumps({
            "checks": [{"name": name, "found": found, "holds": holds} for name, found, holds in checks],
            "namespaces": namespaces, "reason": reason,
        }))  # fmt: skip
    else:
        for name, found, holds in checks:
            print(f"{'ok    ' if holds else 'FAILED'} {name}: {found}")
        print(
            f"isolation: {', '.join(name + ' namespace' for name in namespaces) or 'none'}"
            + (f"; {reason}" if reason else "")
        )
    return arguments.CLEAN if all(holds for _, _, holds in checks) else arguments.FINDING


if __name__ == "__main__":
    sys.exit(main())
