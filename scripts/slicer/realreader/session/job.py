"""One slice of a session: runs the loop of one kind for some seconds. Prints JSON lines."""

import json
import os
import signal
import sys
import time

from .. import arguments
from ..worker.client import WorkerError
from ..worker.kinds import named
from . import exchange
from .loop import Loop

PROGRESS_SECONDS = 2
# Time for the export of the corpus as a share of the slice, and its maximum in seconds.
EXPORT_SHARE, EXPORT_SECONDS = 0.15, 60


def say(name, values):
    print(json.dumps({"event": name, **values}), flush=True)


def end_with_parent():
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    if os.getppid() == 1:
        sys.exit(0)


def state(loop):
    return {
        "executions": loop.executions, "blocks": loop.worker.seen, "corpus": len(loop.corpus.entries), "deaths": loop.deaths,
        "flaky": loop.flaky, "failed": loop.failed, "groups": loop.new_groups, "processor": round(loop.processor_seconds(), 2),
        "traced": loop.oracles.traced if loop.oracles else 0,
    }  # fmt: skip


def give_back(options, loop, stopped):
    """Exports a selection of the corpus for the target of the model that reads the same format."""
    target = exchange.target_of(loop.kind.name)
    if target is None or not options.solver or stopped:
        return
    folder = arguments.private_folder(options.private, "exchange", target)
    end = time.monotonic() + min(EXPORT_SHARE * options.seconds, EXPORT_SECONDS)
    try:
        traced, selected = exchange.export(
            loop.worker, loop.corpus.inputs, folder, loop.kind, options.solver,
            lambda: time.monotonic() >= end or bool(stopped),
        )  # fmt: skip
    except exchange.SolverError as error:
        return say("error", {"text": f"the corpus was not exported: {error}"})
    say("exported", {"traced": traced, "selected": selected})


def main():
    parser = arguments.parser(__doc__)
    parser.add_argument("--kind", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    end_with_parent()
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    signal.signal(signal.SIGINT, lambda *_: stopped.append(True))
    end = time.monotonic() + options.seconds
    folder = os.path.join(options.private, "fuzz", options.kind)
    try:
        loop = Loop(
            options,
            named(options.kind),
            options.seed,
            sys.executable,
            folder,
            event=say,
        )
    except WorkerError as error:
        say("error", {"text": str(error)})
        return arguments.ENVIRONMENT
    say(
        "ready",
        {
            "namespaces": loop.worker.greeting["namespaces"],
            "reason": loop.worker.greeting["reason"],
            "blocks": loop.worker.blocks,
        },
    )
    known = loop.start()
    say("started", {**state(loop), "known": known})
    next_line = time.monotonic() + PROGRESS_SECONDS

    def is_over(loop):
        nonlocal next_line
        now = time.monotonic()
        if now >= next_line:
            say("progress", state(loop))
            next_line = now + PROGRESS_SECONDS
        return now >= end or bool(stopped)

    try:
        loop.run(is_over)
    except WorkerError as error:
        say("error", {"text": str(error)})
        return arguments.ENVIRONMENT
    say("end", {**state(loop), "known": known})
    give_back(options, loop, stopped)
    loop.close()
    return arguments.CLEAN


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
