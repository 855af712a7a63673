"""Corpus of one kind: content-named files, newest and short inputs preferred."""

import hashlib
import os

NEWEST = 60
NEWEST_SHARE = 0.35
SHORTER_SHARE = 0.8


def name_of(data):
    return hashlib.sha1(data).hexdigest()


def write_atomically(path, data):
    """Writes a file that is either complete or absent, also after a kill."""
    temporary = f"{path}.{os.getpid()}.part"
    with open(temporary, "wb") as file:
        file.write(data)
    os.replace(temporary, path)


def read_folder(folder):
    """Contents of the files of a folder in the order of their names; incomplete files and descriptions are skipped."""
    if not os.path.isdir(folder):
        return []
    found = []
    for name in sorted(os.listdir(folder)):
        if name.endswith((".part", ".md")):
            continue
        with open(os.path.join(folder, name), "rb") as file:
            found.append(file.read())
    return found


class Corpus:
    """Inputs in memory and in `folder`."""

    def __init__(self, folder, random):
        self.folder, self.random = folder, random
        self.inputs, self.names = [], set()
        os.makedirs(folder, mode=0o700, exist_ok=True)

    def add(self, data, store):
        """Adds an input; with `store`, writes it to the folder. Returns whether it was new."""
        name = name_of(data)
        if name in self.names:
            return False
        self.names.add(name)
        self.inputs.append(data)
        if store:
            write_atomically(os.path.join(self.folder, name), data)
        return True

    def one(self):
        count = len(self.inputs)
        if self.random.random() < NEWEST_SHARE:
            return self.inputs[self.random.randrange(max(0, count - NEWEST), count)]
        return self.inputs[self.random.randrange(count)]

    def pick(self):
        """An input, the shorter one of two most of the time."""
        first, second = self.one(), self.one()
        shorter, longer = sorted((first, second), key=len)
        return shorter if self.random.random() < SHORTER_SHARE else longer
