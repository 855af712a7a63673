"""Programs of the plain wheel, without the worker, in the same namespaces."""

import os
import signal
import subprocess
import time

from ..worker import isolation

POLL_SECONDS = 0.05


def start(command, folder, hidden, variables=None, limit=None, errors=subprocess.DEVNULL):
    """Runs a command in new namespaces, in which only `folder` is writable and the folder `hidden`
    is covered. `limit` is called in the new process."""

    def prepare():
        names, _ = isolation.enter()
        isolation.read_only(names, folder, [hidden])
        if limit is not None:
            limit()

    environment = {
        "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": folder,
        "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1",
    } | (variables or {})  # fmt: skip
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return subprocess.Popen(
        command, cwd=folder, env=environment, preexec_fn=prepare, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=errors,
    )  # fmt: skip


def wait(process, seconds):
    """Waits for the end, kills the process after `seconds`. Returns (signal or 0, exit code,
    resources of the process)."""
    end = time.monotonic() + seconds
    while True:
        identifier, status, usage = os.wait4(process.pid, os.WNOHANG)
        if identifier:
            break
        if time.monotonic() >= end:
            process.kill()
            end = float("inf")
        time.sleep(POLL_SECONDS)
    process.returncode = os.waitstatus_to_exitcode(status)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return number, 0 if number else os.WEXITSTATUS(status), usage


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
