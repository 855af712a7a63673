"""Findings in the private folder: one folder for each group with at most ten inputs."""

import contextlib
import fcntl
import json
import os
import shutil
import time

from ..session.corpus import name_of, write_atomically

MAXIMUM_INPUTS = 10


class Store:
    """Findings of all kinds and sessions. Safe for several processes."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, mode=0o700, exist_ok=True)

    def path(self, identifier):
        return os.path.join(self.folder, identifier)

    @contextlib.contextmanager
    def locked(self, identifier):
        os.makedirs(self.path(identifier), mode=0o700, exist_ok=True)
        with open(os.path.join(self.path(identifier), ".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def read(self, identifier):
        """The description of a group, or None."""
        try:
            with open(os.path.join(self.path(identifier), "group.json"), encoding="utf-8") as file:
                return json.load(file)
        except (OSError, ValueError):
            return None

    def all(self):
        """Descriptions of all groups, the most severe first."""
        found = [self.read(name) for name in sorted(os.listdir(self.folder))]
        return sorted(
            (group for group in found if group), key=lambda group: (-group["severity"], group["class"], group["id"])
        )

    def inputs(self, identifier):
        """{file name: bytes} of the stored inputs, the shortest first."""
        folder = os.path.join(self.path(identifier), "inputs")
        found = {}
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            if not name.endswith(".part"):
                with open(os.path.join(folder, name), "rb") as file:
                    found[name] = file.read()
        return dict(sorted(found.items(), key=lambda item: (len(item[1]), item[0])))

    def add(self, group, kind, data, frames, details, count=1):
        """Counts a death and stores its input while there is room or it is shorter than a stored
        one. Returns whether the group is new."""
        with self.locked(group.id):
            known = self.read(group.id)
            is_new = known is None
            if is_new:
                known = {
                    "id": group.id, "title": group.title, "class": group.death_class.name, "library": group.library,
                    "function": group.function, "cwe": group.death_class.cwe, "severity": group.death_class.severity,
                    "evidence": group.evidence, "kinds": [], "count": 0, "frames": [str(frame) for frame in frames if frame],
                    "first": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "alike": 0, "compared": 0, "status": "open",
                    "details": details,
                }  # fmt: skip
            known["count"] += count
            if group.death_class.severity > known["severity"]:
                known.update(severity=group.death_class.severity, cwe=group.death_class.cwe, evidence=group.evidence)
                known["class"], known["title"] = group.death_class.name, group.title
            if kind.name not in known["kinds"]:
                known["kinds"].append(kind.name)
            self.keep(group.id, kind, data)
            self.write(known)
            return is_new

    def keep(self, identifier, kind, data):
        folder = os.path.join(self.path(identifier), "inputs")
        os.makedirs(folder, mode=0o700, exist_ok=True)
        sizes = {
            name: os.path.getsize(os.path.join(folder, name))
            for name in os.listdir(folder)
            if not name.endswith(".part")
        }
        name = f"{kind.name}--{name_of(data)[:12]}{kind.extension}"
        if name in sizes:
            return
        if len(sizes) >= MAXIMUM_INPUTS:
            longest = max(sizes, key=lambda known: (sizes[known], known))
            if sizes[longest] <= len(data):
                return
            os.unlink(os.path.join(folder, longest))
        write_atomically(os.path.join(folder, name), data)

    def remove(self, identifier):
        """Forgets a group."""
        with self.locked(identifier):
            shutil.rmtree(self.path(identifier))

    def update(self, identifier, change):
        """Applies `change` to the description of a group."""
        with self.locked(identifier):
            known = self.read(identifier)
            change(known)
            self.write(known)

    def write(self, known):
        text = json.dumps(known, indent=1, sort_keys=True).encode()
        write_atomically(os.path.join(self.path(known["id"]), "group.json"), text)
