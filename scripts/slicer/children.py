"""Forked children that load batches of scenes, with limits and without a network."""

import ctypes
import os
import resource
import shutil
import signal
import tempfile

from frames import read_frame, write_frame
from loading import load
from values import values_of

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG = 1
LARGEST_FILE = 1 << 28
OUT_OF_MEMORY = 3


def without_network():
    """Moves this process and its children into a new network namespace, which contains only a
    loopback interface that is down. Returns whether the kernel allowed it."""
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0


def child(scenes, files, request, folder, descriptor):
    """Runs in the child. Writes two frames for each file: the loaded scene, and its values. When
    the child dies before the second frame, the scene was loaded all the same."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    for number, path in enumerate(files):
        signal.alarm(request["seconds"])
        empty = os.path.join(folder, str(number))
        os.mkdir(empty)
        try:
            answer = load(scenes[number], path, empty)
            write_frame(descriptor, answer)
            wanted = request["values"] and answer["outcome"] != "refused"
            write_frame(descriptor, {"values": values_of(scenes[number]) if wanted else None})
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        os.chdir(folder)
        shutil.rmtree(empty, ignore_errors=True)
    os._exit(0)


def run_child(scenes, files, request):
    """Loads files in one child. Yields an answer for each loaded file and, when the child died,
    {"died": signal}, or 0 for exhausted memory."""
    reader, writer = os.pipe()
    folder = tempfile.mkdtemp(prefix="scenefuzz-slicer-")
    process = os.fork()
    if process == 0:
        os.close(reader)
        try:
            child(scenes, files, request, folder, writer)
        finally:
            os._exit(OUT_OF_MEMORY)
    os.close(writer)
    for _ in files:
        answer = read_frame(reader)
        if answer is None:
            break
        values = read_frame(reader)
        yield {**answer, **(values or {"values": None}), "diedWhileWriting": values is None}
        if values is None:
            break
    os.close(reader)
    _, status = os.waitpid(process, 0)
    shutil.rmtree(folder, ignore_errors=True)
    if os.WIFSIGNALED(status):
        yield {"died": os.WTERMSIG(status)}
    elif os.WEXITSTATUS(status) != 0:
        yield {"died": 0}


def answers(scenes, request):
    """Yields one answer for each file of a request. The file at which a child died is loaded again
    in a child of its own, to exclude effects of earlier files; the others continue in a new
    child."""
    files = request["files"]
    position = 0
    while position < len(files):
        batch = files[position : position + min(request["batch"], len(scenes))]
        done, died, while_writing = 0, None, False
        for answer in run_child(scenes, batch, request):
            if "died" in answer:
                died = answer
            else:
                while_writing = answer.pop("diedWhileWriting")
                yield answer
                done += 1
        position += done
        if died is not None and not while_writing:
            yield died if done == 0 and len(batch) == 1 else alone(scenes, batch[done], request)
            position += 1


def alone(scenes, path, request):
    answer = next(run_child(scenes, [path], request))
    answer.pop("diedWhileWriting", None)
    return answer
