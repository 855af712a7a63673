"""`scenefuzz slicer disclose`: one private folder for each cause, ready for the maintainers. Sends
nothing."""

import importlib.metadata
import json
import os
import platform
import re
import shutil
import sys
import time
import types

from .. import arguments
from ..session.corpus import write_atomically
from ..worker import memory, sample
from ..worker.client import Worker, WorkerError
from ..worker.kinds import EVERY, named
from . import closing, groups, letters, plain, repeat
from .reduce import Reducer
from .store import Store

PACKAGES = ("slicer-core", "vtk")
# Runs of the reduced input in the worker.
RUNS = 3
# Folders that are written at the same time.
PROCESSES = 3
SAME = "same as "
# Status of a group of hangs whose inputs end with more time. It has no folder.
SLOW = "slow"
# File of a prepared folder with its row of the overview.
ROW = "row.json"


def versions():
    packages = []
    for name in PACKAGES:
        try:
            packages.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            packages.append(f"{name} (not installed)")
    return [*packages, f"Python {platform.python_version()}", " ".join(platform.libc_ver()), platform.platform()]


class Preparation:
    """Writes folders. One worker serves every kind of the core: its start takes longer than most
    reductions."""

    def __init__(self, options, store, symbols):
        self.options, self.store, self.symbols = options, store, symbols
        self.folder = arguments.private_folder(options.private, "disclosure")
        self.worker, self.served, self.writing = None, None, {}
        self.versions = versions()
        # Libraries on the stack of the last death.
        self.paths = set()

    def worker_of(self, name):
        served = sample.NAME if name == sample.NAME else EVERY
        if self.served != served or self.worker is None:
            self.close()
            options = self.options
            if name == sample.NAME:
                self.worker = sample.start(sys.executable, options, os.path.join(options.private, "fuzz", name), seconds=1.0)
            else:
                # Deaths alone need no breakpoints, and no batches.
                self.worker = Worker(sys.executable, options.table, options.libraries, EVERY, {"batch": 1}, armed=False)
            self.served = served
        return self.worker

    def close(self):
        if self.worker is not None:
            self.worker.close()
            self.worker = None

    @staticmethod
    def named(kind, data):
        """The input as the worker of every kind reads it."""
        return data if kind.name == sample.NAME else kind.name.encode() + b"\0" + data

    def seen(self, kind, data):
        """(group or None, frames) of one run."""
        worker = self.worker_of(kind.name)
        answer = worker.run(self.named(kind, data), memory.ALONE)
        if answer.status == memory.GREW:
            return groups.growth_group(kind.name), []
        if not answer.is_death:
            return None, []
        death = worker.death()
        self.paths = {place[0] for place in death.frames if place}
        return groups.group(death, self.symbols)

    def chosen(self, group):
        """(kind, input, the class in which it still dies in the group or None, identifier of the
        group it belongs to now, or SLOW). Prefers the most severe class, then the shortest input."""
        first, now, best = None, None, None
        for file_name, data in self.store.inputs(group["id"]).items():
            kind = named(file_name.split("--")[0])
            if kind is None:
                continue
            first = first or (kind, data)
            # An oracle reports no stack that a run could show.
            if group["function"] == groups.ORACLE or "memcheck" in group["details"]:
                return kind, data, None, None
            found, _ = self.seen(kind, data)
            if found is not None and repeat.is_slow(self.worker, self.named(kind, data), found):
                now = now or SLOW
                continue
            if found is not None and found.id == group["id"]:
                if best is None or found.death_class.severity > best[2].severity:
                    best = kind, data, found.death_class, None
                if found.death_class.name == group["class"]:
                    break
            else:
                now = now or (found.id if found is not None else None)
        return best or ((*first, None, now) if first else None)

    def reduced(self, group, kind, data, severity):
        """The shortest input that dies in the group and at least as severely."""

        def judge(candidate):
            found, _ = self.seen(kind, candidate)
            return found is not None and found.id == group["id"] and found.death_class.severity >= severity

        return Reducer(judge, self.options.seconds).reduce(data, kind.format)

    def prepare(self, group):
        """The prepared case of a group; the identifier of another group that has its inputs now, or
        SLOW; None without inputs."""
        found = self.chosen(group)
        if found is None:
            return None
        kind, data, death_class, now = found
        if now == SLOW or (now is not None and self.store.read(now) is not None):
            return now
        frames, builds, observed = group["frames"], {}, "not a death; reported by an oracle"
        evidence = group["evidence"]
        if death_class is not None:
            whole, data = data, self.reduced(group, kind, data, death_class.severity)
            found, _ = self.seen(kind, data)
            # What only takes a little more than the limit is not the loop that was found.
            if found is not None and repeat.is_slow(self.worker, self.named(kind, data), found):
                data = whole
            runs = [self.seen(kind, data) for _ in range(RUNS)]
            alike = [(one, stack) for one, stack in runs if one is not None and one.id == group["id"]]
            observed = f"{len(alike)} of {RUNS} runs end in this group"
            if alike:
                last, stack = alike[-1]
                frames, evidence = [str(frame) for frame in stack if frame], last.evidence
                group = {**group, "class": last.death_class.name, "cwe": last.death_class.cwe, "title": last.title}
                group["severity"] = last.death_class.severity
                builds = self.symbols.build_ids({path for path in self.paths if "site-packages" in path})
        elif group["function"] != groups.ORACLE and "memcheck" not in group["details"]:
            observed = "its inputs do not die any more: they depended on others before them or on stale memory, or only take long"
        case = types.SimpleNamespace(
            group=group, name="input" + kind.extension, data=data, frames=groups.inside(frames), builds=builds, evidence=evidence,
            observed=observed, versions=self.versions, reader=groups.reader_of(frames) or group["id"], repetition=None,
        )  # fmt: skip
        self.start_writing(case, kind)
        return case

    def start_writing(self, case, kind):
        """Writes the folder in a process of its own, of which few run at a time: the plain wheel
        takes seconds to start."""
        self.finish(PROCESSES - 1)
        process = os.fork()
        if process == 0:
            code = 1
            try:
                self.write(case, kind)
                code = 0
            finally:
                os._exit(code)
        self.writing[process] = case.group["id"]

    def finish(self, count=0):
        """Waits until at most `count` folders are being written."""
        while len(self.writing) > count:
            for process in list(self.writing):
                if os.waitpid(process, os.WNOHANG)[0]:
                    del self.writing[process]
            time.sleep(0.05)

    def write(self, case, kind):
        """Writes the folder of a case, with what the plain wheel does. A new run replaces it."""
        place = os.path.join(self.folder, f"{case.group['id']}-{re.sub('[^a-z]+', '-', case.group['class'])}")
        self.remove_folder(case.group["id"])
        os.makedirs(place, mode=0o700)
        write_atomically(os.path.join(place, case.name), case.data)
        for companion, content in kind.companions.items():
            if companion != case.name:
                write_atomically(os.path.join(place, companion), content)
        scripts, hidden = letters.scripts(kind, case.name, self.options.libraries), arguments.private_root(self.options.private)
        case.repetition = plain.repeat(place, scripts, case.group["class"], case.group["severity"], hidden)
        texts = {
            "repeat.py": case.repetition.script, "report.md": letters.report(case), "letter.txt": letters.letter(case),
        }  # fmt: skip
        for text_name, text in texts.items():
            write_atomically(os.path.join(place, text_name), text.encode("utf-8", "replace"))
        row = {
            "key": self.key(case.group["id"]), "id": case.group["id"], "size": len(case.data), "reader": case.reader,
            "plain": case.repetition.text, "repeats": case.repetition.does_repeat,
            **{name: case.group[name] for name in ("severity", "class", "library", "function")},
        }  # fmt: skip
        write_atomically(os.path.join(place, ROW), json.dumps(row, indent=1).encode())

    def remove_folder(self, identifier):
        for name in os.listdir(self.folder):
            if name.startswith(identifier + "-"):
                shutil.rmtree(os.path.join(self.folder, name))

    def write_overview(self, found, rows, joined, failed):
        """Reads the rows of the folders that are written by now."""
        for group in found:
            if group["id"] in rows:
                rows[group["id"]] = rows[group["id"]] or self.prepared(group)
        ordered = [rows[group["id"]] for group in found if rows.get(group["id"])]
        text = letters.overview(ordered, joined, failed)
        write_atomically(os.path.join(self.folder, "overview.md"), text.encode("utf-8", "replace"))

    def key(self, identifier):
        """What a prepared folder depends on: the stored inputs and the versions."""
        return [sorted(self.store.inputs(identifier)), self.versions]

    def prepared(self, group):
        """The row of a folder that is up to date, or None."""
        for name in os.listdir(self.folder):
            if name.startswith(group["id"] + "-"):
                try:
                    with open(os.path.join(self.folder, name, ROW), encoding="utf-8") as file:
                        row = json.load(file)
                except (OSError, ValueError):
                    return None
                return row if row["key"] == self.key(group["id"]) else None
        return None


def symbols():
    from ..binaries.symbols import Symbols

    return Symbols()


def main():
    parser = arguments.parser(__doc__)
    parser.add_argument("--close")
    parser.add_argument("--public")
    parser.add_argument("--again", action="store_true", help="also prepare folders that are up to date")
    parser.add_argument("--seconds", type=float, default=20, help="time to reduce one input")
    options = parser.parse_args()
    store = Store(os.path.join(options.private, "findings"))
    return closing.close(options, store) if options.close else disclose_all(options, store)


def disclose_all(options, store):
    """Prepares every open group that is not up to date and prints counts."""
    found = [group for group in store.all() if group["status"] in ("open", SLOW) or group["status"].startswith(SAME)]
    preparation, rows, joined, failed, slow = Preparation(options, store, symbols()), {}, {}, {}, set()
    # Kinds with severe groups come first.
    severest = {}
    for group in found:
        severest[group["kinds"][0]] = max(severest.get(group["kinds"][0], 0), group["severity"])
    for group in sorted(found, key=lambda group: (-severest[group["kinds"][0]], group["kinds"][0])):
        identifier = group["id"]
        row = None if options.again else preparation.prepared(group)
        try:
            case = None if row else preparation.prepare(group)
        except WorkerError as error:
            failed[identifier], preparation.worker = str(error), None
            continue
        if case == SLOW:
            slow.add(identifier)
            preparation.remove_folder(identifier)
        elif isinstance(case, str):
            joined[identifier] = case
        elif row is None and case is None:
            failed[identifier] = "no stored input"
        else:
            rows[identifier] = row
        status = SAME + joined[identifier] if identifier in joined else SLOW if identifier in slow else "open"
        store.update(identifier, lambda known, status=status: known.update(status=status))
        # A stopped command leaves an overview of what it has.
        preparation.write_overview(found, rows, joined, failed)
    preparation.finish()
    preparation.close()
    preparation.write_overview(found, rows, joined, failed)
    for identifier in [identifier for identifier, row in rows.items() if row is None]:
        failed[identifier] = "its folder could not be written"
        del rows[identifier]
    repeats = sum(row["repeats"] for row in rows.values())
    print(
        f"{len(rows)} causes in private/slicer/disclosure, {repeats} repeat with the plain wheel, {len(joined)} joined, "
        f"{len(slow)} only slow, {len(failed)} not prepared; start with overview.md. Nothing was sent."
    )
    return arguments.CLEAN


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
