"""`scenefuzz slicer fuzz`: a session over kinds of input. Prints counts only; everything else stays
in the private folder."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time

from .. import arguments
from ..worker.kinds import KINDS, SAMPLE, matching
from . import compose
from .job import end_with_parent
from .record import Record, line, status
from .schedule import Schedule

PROGRESS_SECONDS = 10
# Seconds that a job may take for its start and its end beside its slice.
GRACE = 900
# Seconds that jobs have to end after a stop.
STOP_SECONDS = 1.0


class Session:
    """Starts jobs, one for each slice, and reads their events."""

    def __init__(self, options, kinds):
        self.options, self.kinds = options, kinds
        self.folder = arguments.private_folder(options.private, "fuzz")
        self.record = Record(self.folder, [kind.name for kind in kinds], options.time, options.jobs, options.seed)
        self.schedule = Schedule([kind.name for kind in kinds], options.time, options.jobs)
        self.events, self.jobs, self.begun = queue.Queue(), {}, {}
        self.is_stopped, self.stopped_at, self.slices, self.errors = False, 0.0, 0, []
        self.next_record = 0.0

    def has_seeds(self, kind):
        place = os.path.join(self.folder, kind.name, "seeds")
        return os.path.isdir(place) and len(os.listdir(place)) > 0

    def write_seeds(self):
        """Lets the core write the missing seeds."""
        # The sample reader runs without the core, which cannot write seeds for it.
        of_core = [kind for kind in self.kinds if kind.name != SAMPLE.name]
        missing = [kind.name for kind in of_core if not self.has_seeds(kind)]
        has_tags = os.path.exists(os.path.join(self.folder, compose.TAGS))
        if not missing and (has_tags or not of_core):
            return
        print(f"writing the seeds of {len(missing)} kinds", flush=True)
        compose.require_seeds(self.folder, self.options.root, missing)

    def start_job(self, seconds):
        name = self.schedule.next()
        if name is None:
            return False
        options = self.options
        self.slices += 1
        command = [
            sys.executable, "-m", "realreader.session.job", "--libraries", options.libraries, "--table", options.table,
            "--private", options.private, "--root", options.root, "--mutations", options.mutations, "--solver",
            options.solver, "--kind", name, "--seconds", str(seconds), "--seed", str(options.seed + 1000 * self.slices),
        ]  # fmt: skip
        job = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.jobs[name], self.begun[name] = job, time.monotonic()
        threading.Thread(target=self.read, args=(name, job), daemon=True).start()
        return True

    def read(self, name, job):
        for text in job.stdout:
            try:
                self.events.put((name, json.loads(text)))
            except ValueError:
                continue
        job.wait()
        self.events.put((name, {"event": "over"}))

    def handle(self, name, event):
        kind = event["event"]
        if kind == "ready":
            self.record.isolation = {"namespaces": event["namespaces"], "reason": event["reason"]}
        elif kind == "finding":
            self.record.severities[event["severity"]] += 1
        elif kind == "error":
            self.record.kinds[name]["errors"] += 1
            self.errors.append(event["text"])
        elif kind == "exported":
            self.record.kinds[name]["exported"] = event["selected"]
        elif kind == "over":
            last = self.record.live.get(name)
            gained = last["blocks"] - last["known"] if last else 0
            self.schedule.ended(name, gained, last["groups"] if last else 0, time.monotonic() - self.begun[name])
            self.record.ended(name, time.monotonic() - self.begun[name])
            del self.jobs[name]
        else:
            known = event.get("known", self.record.live.get(name, {}).get("known", event["blocks"]))
            self.record.progress(name, {**event, "known": known})

    def run(self):
        self.write_seeds()
        end = time.monotonic() + self.options.time
        next_line = time.monotonic() + PROGRESS_SECONDS
        while True:
            left = end - time.monotonic()
            # Without a single slice, errors of the environment would repeat for the whole time.
            hopeless = len(self.errors) >= 3 and self.record.total("executions") == 0
            while not self.is_stopped and not hopeless and left > 5 and len(self.jobs) < self.options.jobs:
                if not self.start_job(min(self.schedule.slice, left)):
                    break
            if not self.jobs or (self.is_stopped and self.end_now()):
                return
            try:
                self.handle(*self.events.get(timeout=0.25))
            except queue.Empty:
                pass
            self.end_late_jobs()
            if time.monotonic() >= self.next_record:
                self.record.write("running")
                self.next_record = time.monotonic() + 1
            if time.monotonic() >= next_line:
                print(line(self.record.value("running")), flush=True)
                next_line = time.monotonic() + PROGRESS_SECONDS

    def end_now(self):
        """After a stop: ends jobs that do not end by themselves at once. The command line waits two
        seconds."""
        if time.monotonic() - self.stopped_at < STOP_SECONDS:
            return False
        for name, job in list(self.jobs.items()):
            job.kill()
            self.record.ended(name, time.monotonic() - self.begun[name])
        return True

    def end_late_jobs(self):
        for name, job in self.jobs.items():
            if time.monotonic() - self.begun[name] > self.schedule.slice + GRACE:
                job.kill()

    def stop(self, *_):
        if not self.is_stopped:
            self.is_stopped, self.stopped_at = True, time.monotonic()
        for job in self.jobs.values():
            job.terminate()


def parse():
    parser = arguments.parser(__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--time", type=float, default=600)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--status", action="store_true")
    parser.add_argument("--page")
    return parser.parse_args()


def print_kinds():
    for kind in KINDS.values():
        reader = kind.storage or "vtkMRMLScene"
        print(f"{kind.name:36} {kind.format:8} {reader}")


def main():
    options = parse()
    if options.list:
        print_kinds()
        return arguments.CLEAN
    folder = os.path.join(options.private, "fuzz")
    if options.status:
        print("\n".join(status(folder)))
        return arguments.CLEAN
    if options.page:
        from .page import write_page

        return write_page(options)
    try:
        chosen = matching(options.kinds)
    except KeyError as error:
        print(f"no kind matches {error.args[0]}; --list shows them")
        return arguments.USAGE
    end_with_parent()
    session = Session(options, chosen)
    signal.signal(signal.SIGINT, session.stop)
    signal.signal(signal.SIGTERM, session.stop)
    session.run()
    state = "stopped" if session.is_stopped else "ended"
    session.record.write(state)
    value = session.record.value(state)
    print(f"{state} after {line(value)}")
    isolation = session.record.isolation
    if isolation and isolation["reason"]:
        print(f"isolation: {', '.join(isolation['namespaces']) or 'none'}; {isolation['reason']}")
    if value["executions"] == 0 and session.errors:
        print(f"the worker cannot run: {session.errors[0]}; see 'scenefuzz slicer doctor'")
        return arguments.ENVIRONMENT
    if value["newGroups"]:
        print(
            "new groups are in private/slicer/findings; 'scenefuzz slicer disclose' prepares them. Keep them private (SECURITY.md)."
        )
        return arguments.FINDING
    return arguments.CLEAN


if __name__ == "__main__":
    sys.exit(main())
