"""`scenefuzz slicer memcheck`: valgrind's memcheck over kept inputs. Sites that an empty scene
shows are left out."""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from . import arguments
from .session.corpus import read_folder
from .triage import classes, confined, groups
from .triage.store import Store
from .worker.client import SCRIPTS
from .worker.kinds import matching

START_SECONDS, INPUT_SECONDS = 600, 60
VARIABLES = {
    "PYTHONPATH": SCRIPTS, "PYTHONMALLOC": "malloc", "PYTHONHASHSEED": "0", "VTK_SMP_MAX_THREADS": "1",
    "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS": "1",
}  # fmt: skip
BLOCK = re.compile(r"^==\d+== (?P<what>Invalid (?:read|write|free)[^\n]*|Conditional jump[^\n]*|Use of uninitialised[^\n]*|Mismatched free[^\n]*|Source and destination overlap[^\n]*)\n(?P<frames>(?:==\d+==    [^\n]*\n)+)", re.MULTILINE)  # fmt: skip
FRAME = re.compile(r"(?:at|by) 0x[0-9A-F]+: (.*?) \((?:in (.*?)|[^)]*)\)\n")
KINDS_OF_SITE = {
    "Invalid read": classes.WILD_READ, "Invalid write": classes.WILD_WRITE, "Invalid free": classes.HEAP,
    "Mismatched free": classes.HEAP, "Source and destination overlap": classes.HEAP,
}  # fmt: skip
UNINITIALISED = classes.DeathClass("uninitialised value", 2, "CWE-457 use of uninitialized variable")


class SiteFrame:
    """A frame of a report, like those of symbols.py."""

    def __init__(self, library, function):
        self.library, self.function, self.offset = library, function, 0

    def __str__(self):
        return f"{self.library} {self.function}"


def sites(text):
    """Groups of the reports in a part of a log, with their frames."""
    from .binaries.symbols import stem

    found = {}
    for match in BLOCK.finditer(text):
        frames = [
            SiteFrame(stem(path or "unknown"), None if function == "???" else function)
            for function, path in FRAME.findall(match["frames"])
        ]
        if not groups.own_frames(frames):
            continue
        what = match["what"]
        death_class = next((value for name, value in KINDS_OF_SITE.items() if what.startswith(name)), UNINITIALISED)
        library, function = groups.blamed(frames)
        group = groups.make(death_class, library, function, what)
        found[group.id] = group, frames
    return found


def check_kind(options, kind, store):
    """(number of read inputs, of chosen ones, of sites, of new groups) of one kind; None when no
    input was read."""
    place = os.path.join(options.private, "fuzz", kind.name)
    # Evenly spaced by length: the shortest inputs alone read little.
    kept = sorted(read_folder(os.path.join(place, "corpus")), key=len)
    kept = kept[:: max(len(kept) // options.inputs, 1)][-options.inputs :]
    new = 0
    with tempfile.TemporaryDirectory(prefix="scenefuzz-memcheck-") as folder:
        os.chmod(folder, 0o755)
        paths = []
        for number, data in enumerate(kept):
            paths.append(os.path.join(folder, f"input{number}"))
            with open(paths[-1], "wb") as file:
                file.write(data)
        log, report = os.path.join(folder, "log"), os.path.join(folder, "report")
        command = [
            "valgrind", "--tool=memcheck", "--error-limit=no", "--num-callers=30", f"--log-file={log}", sys.executable, "-m",
            "realreader.worker.memcheck_reader", kind.name, log, report, *paths,
        ]  # fmt: skip
        process = confined.start(command, folder, arguments.private_root(options.private), VARIABLES)
        try:
            process.wait(timeout=START_SECONDS + INPUT_SECONDS * len(paths))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if not os.path.exists(report):
            return None
        with open(log, "rb") as file:
            text = file.read()
        with open(report, encoding="utf-8") as file:
            ends = json.load(file)
        # Everything up to the end of the empty scene is noise of the start.
        known = set(sites(text[: ends[0]].decode("utf-8", "replace")))
        found = set()
        for number, (begin, end) in enumerate(zip(ends, ends[1:])):
            for identifier, (group, frames) in sites(text[begin:end].decode("utf-8", "replace")).items():
                if identifier in known:
                    continue
                found.add(identifier)
                new += store.add(group, kind, kept[number], frames, {"memcheck": group.evidence})
        return len(ends) - 1, len(kept), len(found), new


def main():
    parser = arguments.parser(__doc__)
    parser.add_argument("kinds", nargs="*", default=["scene"])
    parser.add_argument("--inputs", type=int, default=20)
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not installed; install it (Debian: apt-get install valgrind) and try again")
        return arguments.ENVIRONMENT
    try:
        chosen = matching(options.kinds)
    except KeyError as error:
        print(f"no kind matches {error.args[0]}")
        return arguments.USAGE
    store, total, failed = Store(os.path.join(options.private, "findings")), 0, False
    for kind in chosen:
        if not glob.glob(os.path.join(options.private, "fuzz", kind.name, "corpus", "*")):
            print(f"{kind.name}: no kept inputs")
            continue
        counts = check_kind(options, kind, store)
        if counts is None:
            print(f"{kind.name}: valgrind ended before an input was read", flush=True)
            failed = True
            continue
        inputs, kept, found, new = counts
        total += new
        inputs = f"{inputs} inputs" if inputs == kept else f"{inputs} of {kept} inputs"
        print(f"{kind.name}: {inputs}, {found} sites beyond those of an empty scene, {new} new groups", flush=True)
    if failed:
        return arguments.ENVIRONMENT
    return arguments.FINDING if total else arguments.CLEAN


if __name__ == "__main__":
    sys.exit(main())
