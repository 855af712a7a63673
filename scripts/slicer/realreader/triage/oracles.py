"""Oracles beyond dying, on kept inputs: nondeterminism, files outside the folder, connections,
unequal round trips."""

import bisect
import time

from ..binaries.blocks import read_table
from ..worker import memory
from . import classes, groups, repeat

# Share of the time that may go into traces.
TRACE_SHARE = 0.1
SEED_TRACES = 12
# Time for new hangs, to see whether they end: seconds, and a share.
WAIT_SECONDS, WAIT_SHARE = 30, 0.05
NONDETERMINISM = classes.DeathClass("other blocks for the same input", 2, "CWE-457 use of uninitialized variable")
OUTSIDE = classes.DeathClass(
    "file outside the folder", 2, "CWE-22 path traversal, or CWE-73 external control of file name"
)
CONNECTION = classes.DeathClass("connection attempt", 2, "CWE-918 server-side request forgery")
ROUND_TRIP = classes.DeathClass("unequal round trip", 0, "none: data loss")
EXHAUSTED = classes.DeathClass("memory exception", 1, classes.MEMORY.cwe)


class Oracles:
    """Oracles of one loop."""

    def __init__(self, loop):
        self.loop = loop
        self.noise, self.seed_traces = set(), 0
        self.tracing, self.traced, self.waiting = 0.0, 0, 0.0
        self.libraries = None

    def after(self, data, answer, is_kept):
        loop = self.loop
        if answer.files:
            loop.found(self.named(OUTSIDE), data, [], {})
        if answer.connections:
            loop.found(self.named(CONNECTION), data, [], {})
        if answer.flags & memory.ROUND_TRIP_DIFFERS:
            loop.found(self.named(ROUND_TRIP), data, [], {})
        if answer.status == memory.OUT_OF_MEMORY:
            loop.found(self.named(EXHAUSTED), data, [], {})
        if is_kept and answer.status == memory.READ:
            self.trace_twice(data)

    def is_slow(self, group, data):
        """Whether the first input of a group of hangs ends after all, within the share of time.
        Without time left it counts as a hang."""
        started = time.monotonic()
        if self.waiting > WAIT_SECONDS + WAIT_SHARE * (started - self.loop.started):
            return False
        slow = repeat.is_slow(self.loop.worker, data, group)
        self.waiting += time.monotonic() - started
        return slow

    def named(self, death_class):
        return groups.make(death_class, self.loop.kind.name, groups.ORACLE, death_class.name)

    def trace_twice(self, data):
        """Compares two traces of an input within the share of time. The first traces calibrate:
        blocks that differ for seeds are ignored."""
        loop = self.loop
        started = time.monotonic()
        if self.seed_traces >= SEED_TRACES and self.tracing > TRACE_SHARE * (started - loop.started):
            return
        (first, one), (second, other) = loop.worker.trace(data), loop.worker.trace(data)
        self.tracing += time.monotonic() - started
        self.traced += 1
        if first.status != memory.READ or second.status != memory.READ:
            return
        different = one ^ other
        if self.seed_traces < SEED_TRACES:
            self.seed_traces += 1
            self.noise |= different
            return
        different -= self.noise
        if different:
            self.differs(data, different)

    def differs(self, data, different):
        place = self.place(min(different))
        if place is None:
            return
        frame = self.loop.symbols.frame(place, False)
        group = groups.make(
            NONDETERMINISM,
            frame.library,
            frame.function or "(unnamed)",
            f"{len(different)} blocks differ between two runs",
        )
        # Other blocks of the same function are the same cause.
        self.noise |= different
        self.loop.found(group, data, [frame], {"blocks": len(different)})

    def place(self, identifier):
        """(library path, offset) of a block."""
        if self.libraries is None:
            table = read_table(self.loop.worker.table)
            paths = {path.rsplit("/", 1)[-1]: path for _, _, path, _ in self.loop.worker.greeting["code"]}
            self.libraries = [(first, paths.get(name), offsets) for name, _, first, offsets in table]
        index = bisect.bisect_right([first for first, _, _ in self.libraries], identifier) - 1
        first, path, offsets = self.libraries[index]
        return (path, offsets[identifier - first]) if path and identifier - first < len(offsets) else None
