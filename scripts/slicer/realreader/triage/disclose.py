"""`scenefuzz slicer disclose`: one private folder for each cause, ready for the maintainers. Sends nothing."""

import importlib.metadata
import os
import re
import shutil
import sys

from .. import arguments
from ..session.corpus import write_atomically
from ..worker import memory
from ..worker.client import Worker, WorkerError
from ..worker.kinds import KINDS
from . import groups, letters
from .reduce import Reducer
from .store import Store

PACKAGES = ("slicer-core", "vtk")


def versions():
    return [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]


class Preparation:
    """Writes folders with one worker for each kind."""

    def __init__(self, options, store, symbols):
        self.options, self.store, self.symbols = options, store, symbols
        self.folder = arguments.private_folder(options.private, "disclosure")
        self.worker, self.kind = None, None

    def worker_of(self, name):
        if self.kind != name:
            self.close()
            self.worker = Worker(sys.executable, self.options.table, self.options.libraries, name)
            self.kind = name
        return self.worker

    def close(self):
        if self.worker is not None:
            self.worker.close()
            self.worker = None

    def group_of(self, worker, data):
        """Identifier of the group that an input dies in, and the build IDs of the libraries on its stack."""
        answer = worker.run(data)
        if answer.flags & memory.KNOWN_HANG:
            answer = worker.run(data, memory.ALONE)
        if answer.status == memory.GREW:
            return groups.growth_group(self.kind).id, {}
        if not answer.is_death:
            return None, {}
        death = worker.death()
        paths = {place[0] for place in death.frames if place and "site-packages" in place[0]}
        return groups.group(death, self.symbols)[0].id, self.symbols.build_ids(paths)

    def prepare(self, group, row_of):
        """Writes the folder of a group."""
        inputs = self.store.inputs(group["id"])
        if not inputs:
            return None
        file_name, data = next(iter(inputs.items()))
        kind = KINDS[file_name.split("--")[0]]
        worker = self.worker_of(kind.name)
        builds = {}
        # An oracle reports no stack that a reduction could keep.
        if group["function"] != groups.ORACLE:
            found, builds = self.group_of(worker, data)
            if found == group["id"]:
                data = self.reduced(worker, group, kind, data)
        name = "input" + kind.extension
        place = os.path.join(self.folder, f"{group['id']}-{re.sub('[^a-z]+', '-', group['class'])}")
        os.makedirs(place, mode=0o700, exist_ok=True)
        write_atomically(os.path.join(place, name), data)
        for companion, content in kind.companions.items():
            write_atomically(os.path.join(place, companion), content)
        known = versions()
        texts = {
            "repeat.py": letters.script(kind, name),
            "report.md": letters.report(group, name, len(data), known, builds),
            "letter.txt": letters.letter(group, name, len(data), known),
        }
        for text_name, text in texts.items():
            write_atomically(os.path.join(place, text_name), text.encode("utf-8", "replace"))
        row_of[group["id"]] = {**group, "size": len(data)}
        return place

    def reduced(self, worker, group, kind, data):
        def judge(candidate):
            return self.group_of(worker, candidate)[0] == group["id"]

        return Reducer(judge, self.options.seconds).reduce(data, kind.format)


def close_cause(options, store):
    """Marks a published cause as closed and copies its input to the public regression inputs."""
    group = store.read(options.close)
    if group is None:
        print(f"there is no cause {options.close}; the overview lists them")
        return arguments.USAGE
    source = None
    folder = os.path.join(options.private, "disclosure")
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if name.startswith(options.close):
            source = next(
                (
                    os.path.join(folder, name, file)
                    for file in os.listdir(os.path.join(folder, name))
                    if file.startswith("input")
                ),
                None,
            )
    if source is None:
        print(f"cause {options.close} has no prepared folder; run 'scenefuzz slicer disclose' first")
        return arguments.USAGE
    public = os.path.join(options.root, "corpus", "slicer-published")
    os.makedirs(public, exist_ok=True)
    target = os.path.join(public, options.close + os.path.basename(source)[len("input") :])
    shutil.copyfile(source, target)
    with open(os.path.join(public, "README.md"), "a", encoding="utf-8") as file:
        file.write(f"- `{os.path.basename(target)}`: {options.public}\n")
    store.update(options.close, lambda known: known.update(status=f"published: {options.public}"))
    print(f"{os.path.relpath(target, options.root)} is public now: {options.public}")
    return arguments.CLEAN


def main():
    from ..binaries.symbols import Symbols

    parser = arguments.parser(__doc__)
    parser.add_argument("--close")
    parser.add_argument("--public")
    parser.add_argument("--seconds", type=float, default=20, help="time to reduce one input")
    options = parser.parse_args()
    store = Store(os.path.join(options.private, "findings"))
    if options.close:
        return close_cause(options, store)
    found = [group for group in store.all() if group["status"] == "open"]
    preparation, rows, failed = Preparation(options, store, Symbols()), {}, 0
    # Groups of one kind follow each other, so that a worker serves them all.
    for group in sorted(found, key=lambda group: group["kinds"][0]):
        try:
            preparation.prepare(group, rows)
        except WorkerError:
            failed += 1
            preparation.kind = None
    preparation.close()
    ordered = [rows[group["id"]] for group in found if group["id"] in rows]
    write_atomically(
        os.path.join(preparation.folder, "overview.md"), letters.overview(ordered).encode("utf-8", "replace")
    )
    print(
        f"{len(ordered)} causes in private/slicer/disclosure, {failed} not prepared; start with overview.md. Nothing was sent."
    )
    return arguments.CLEAN


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
