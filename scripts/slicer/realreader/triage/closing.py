"""`scenefuzz slicer disclose --close`: a published cause becomes a public regression input."""

import os
import re
import shutil

from .. import arguments

IDENTIFIER = re.compile(r"[0-9a-f]{8}")
ADDRESS = re.compile(r"https://[^\s<>`|\\]{3,500}")


def close(options, store):
    """Marks a published cause as closed and copies its input to the public regression inputs."""
    group = store.read(options.close) if IDENTIFIER.fullmatch(options.close) else None
    if group is None:
        print("there is no such cause; the overview lists them")
        return arguments.USAGE
    if not ADDRESS.fullmatch(options.public):
        print("--public takes the address of the publication, https://…")
        return arguments.USAGE
    source = prepared_input(options, group["id"])
    if source is None:
        print(f"cause {group['id']} has no prepared folder; run 'scenefuzz slicer disclose' first")
        return arguments.USAGE
    public = os.path.join(options.root, "corpus", "slicer-published")
    os.makedirs(public, exist_ok=True)
    target = os.path.join(public, group["id"] + os.path.basename(source)[len("input") :])
    shutil.copyfile(source, target)
    write_line(os.path.join(public, "README.md"), f"- `{os.path.basename(target)}`: {options.public}\n")
    store.update(group["id"], lambda known: known.update(status=f"published: {options.public}"))
    print(f"{os.path.relpath(target, options.root)} is public now: {options.public}")
    return arguments.CLEAN


def prepared_input(options, identifier):
    """Path of the reduced input of a cause, or None."""
    folder = os.path.join(options.private, "disclosure")
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if name.startswith(identifier + "-"):
            for file in os.listdir(os.path.join(folder, name)):
                if file.startswith("input."):
                    return os.path.join(folder, name, file)
    return None


def write_line(path, line):
    """Adds a line to a file unless it is there."""
    known = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            known = file.read()
    if line not in known:
        with open(path, "a", encoding="utf-8") as file:
            file.write(line)
