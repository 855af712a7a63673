"""Record of a session: totals by kind, written to the private folder once a second. Contains counts
only."""

import json
import os
import time

from .corpus import write_atomically

FIELDS = ("executions", "deaths", "flaky", "failed", "groups", "processor", "traced")


class Record:
    """Totals of the ended slices and the state of the running ones."""

    def __init__(self, folder, kinds, seconds, jobs, seed):
        self.path = os.path.join(folder, "status.json")
        self.history = os.path.join(folder, "sessions")
        os.makedirs(self.history, mode=0o700, exist_ok=True)
        self.name = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        self.started, self.seconds, self.jobs, self.seed = time.time(), seconds, jobs, seed
        self.kinds = {
            name: {field: 0 for field in FIELDS} | {"blocks": 0, "corpus": 0, "slices": 0, "seconds": 0.0, "errors": 0}
            for name in kinds
        }
        self.live, self.severities, self.isolation = {}, {1: 0, 2: 0, 3: 0, 0: 0}, None

    def progress(self, name, event):
        self.live[name] = event

    def ended(self, name, seconds):
        """Adds the last state of a slice to the totals."""
        event, total = self.live.pop(name, None), self.kinds[name]
        total["seconds"] = round(total["seconds"] + seconds, 1)
        total["slices"] += 1
        if event is None:
            return
        for field in FIELDS:
            total[field] = round(total[field] + event[field], 2)
        total["blocks"], total["corpus"] = event["blocks"], event["corpus"]

    def total(self, field):
        return sum(kind[field] for kind in self.kinds.values()) + sum(
            event.get(field, 0) for event in self.live.values()
        )

    def value(self, state):
        return {
            "name": self.name, "state": state, "process": os.getpid(), "started": self.started, "updated": time.time(),
            "seconds": self.seconds, "jobs": self.jobs, "seed": self.seed, "running": sorted(self.live), "kinds": self.kinds,
            "executions": self.total("executions"), "deaths": self.total("deaths"), "newGroups": self.total("groups"),
            "processor": round(self.total("processor"), 1), "bySeverity": self.severities, "isolation": self.isolation,
        }  # fmt: skip

    def write(self, state):
        text = json.dumps(self.value(state), indent=1).encode()
        write_atomically(self.path, text)
        if state != "running":
            write_atomically(os.path.join(self.history, self.name + ".json"), text)


def line(value):
    """One line of counts."""
    elapsed = value["updated"] - value["started"]
    ran = sum(1 for kind in value["kinds"].values() if kind["slices"])
    rate = value["executions"] / value["processor"] if value["processor"] else 0
    return (
        f"{int(elapsed)} s: {value['executions']} executions ({rate:.0f} per processor second), {ran} of {len(value['kinds'])} kinds, "
        f"{value['deaths']} deaths, {value['newGroups']} new groups"
    )


def status(folder):
    """Lines about the last session."""
    try:
        with open(os.path.join(folder, "status.json"), encoding="utf-8") as file:
            value = json.load(file)
    except (OSError, ValueError):
        return ["no session was run"]
    state = value["state"]
    if state == "running" and not is_alive(value["process"]):
        state = "killed; the next session resumes from its corpora"
    return [f"session {value['name']}: {state}", line(value)]


def is_alive(process):
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
