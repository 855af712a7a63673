"""Forked children that run inputs, with limits."""

import ctypes
import os
import resource
import shutil
import signal
import struct
import time

from . import memory

PR_SET_PDEATHSIG = 1
MAXIMUM_FILE = 1 << 28
# Share of the processor time that an input has in a batch, some fifty times that of a usual one.
# Whatever needs more runs again alone, with all of it.
BATCH_SHARE = 0.1
# The same for an input that a hang is confirmed with: one that ends in this time is slow.
PATIENT_SHARE = 8
COMMAND = struct.Struct("<I")
# Status, whether the child ends now, growth in KiB, flags, microseconds of processor time.
RESULT = struct.Struct("<BBHIII")


class Limits:
    """Limits of one input."""

    def __init__(self, seconds=1.0, memory=3 << 30, growth=512 << 10, batch=64):
        self.seconds = seconds  # processor time; ten times as much real time
        self.memory = memory  # bytes of address space above that of the server
        self.growth = growth  # KiB of resident memory
        self.batch = batch  # inputs of one child


class Server:
    """State of the worker that its children inherit."""

    def __init__(self, run, state, coverage, preload, inputs, folder, limits, base):
        self.run, self.state, self.coverage, self.preload = run, state, coverage, preload
        self.inputs, self.folder, self.limits = inputs, folder, limits
        self.base = base

    def clean(self):
        for name in os.listdir(self.folder):
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)


def address_space():
    """Bytes of address space of this process. Needs /proc."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def limit_resources(server):
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    size = server.base + server.limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAXIMUM_FILE, MAXIMUM_FILE))


def resident():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def run_one(server, number, size, folder, share):
    """Runs one input under a share of the time limits.
    Returns status, growth in KiB, flags, microseconds."""
    before, started = resident(), time.process_time()
    seconds = server.limits.seconds * share
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)
    status, flags = memory.READ, 0
    if server.preload is not None:
        server.preload.watching = 1
    try:
        flags = server.run(server.state, number, server.inputs[:size], folder) or 0
    except MemoryError:
        status = memory.OUT_OF_MEMORY
    except Exception:
        # A value that the bindings cannot convert, or a mistake in a kind; never a fault of the
        # core.
        status = memory.FAILED
    if server.preload is not None:
        server.preload.watching = 0
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    growth = resident() - before
    if growth > server.limits.growth:
        status = memory.GREW
    return status, growth, flags, int((time.process_time() - started) * 1e6)


def child(server, command, answer, operation, is_alone):
    limit_resources(server)
    prepared = {memory.TRACE: server.coverage.trace, memory.PLAIN: server.coverage.disarm}.get(operation, int)()
    if prepared != 0:
        os.write(answer, RESULT.pack(memory.FAILED, 1, 0, 0, 0, 0))
        os._exit(0)
    server.coverage.watch_deaths()
    folder = os.path.join(server.folder, str(os.getpid()))
    os.mkdir(folder)
    count = 1 if is_alone else server.limits.batch
    share = PATIENT_SHARE if operation == memory.PATIENT else 1 if is_alone else BATCH_SHARE
    for number in range(count):
        head = os.read(command, COMMAND.size)
        if len(head) < COMMAND.size:
            break
        status, growth, flags, microseconds = run_one(server, number, COMMAND.unpack(head)[0], folder, share)
        os.chdir(server.folder)
        is_last = number == count - 1 or status != memory.READ
        os.write(answer, RESULT.pack(status, is_last, 0, growth, flags, min(microseconds, 0xFFFFFFFF)))
        if is_last:
            break
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


class Child:
    """A forked child, seen from the server."""

    def __init__(self, server, operation=memory.RUN, is_alone=False):
        command, self.commands = os.pipe()
        self.answers, answer = os.pipe()
        # Microseconds of the inputs that were read, and after the end of the last one, which died.
        self.count = self.spent = self.left = 0
        self.process = os.fork()
        if self.process == 0:
            os.close(self.commands)
            os.close(self.answers)
            try:
                child(server, command, answer, operation, is_alone)
            finally:
                os._exit(3)
        os.close(command)
        os.close(answer)

    def run(self, size):
        """RESULT of the input in the shared memory, or None when the child died."""
        self.count += 1
        try:
            os.write(self.commands, COMMAND.pack(size))
        except BrokenPipeError:
            return None
        head = os.read(self.answers, RESULT.size)
        if len(head) < RESULT.size:
            return None
        result = RESULT.unpack(head)
        self.spent += result[-1]
        return result

    def end(self):
        """Waits for the end. Returns the signal, or 256 plus the exit code."""
        os.close(self.commands)
        os.close(self.answers)
        _, status, usage = os.wait4(self.process, 0)
        self.left = max(int((usage.ru_utime + usage.ru_stime) * 1e6) - self.spent, 0)
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 256 + os.WEXITSTATUS(status)
