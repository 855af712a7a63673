"""The worker: runs inputs of one kind in forked children. Started by client.py; frames are
described in memory.py."""

import argparse
import ctypes
import gc
import json
import os
import shutil
import signal as signal_numbers
import sys

from . import isolation, memory
from .children import Child, Limits, Server, address_space
from .coverage import Coverage, CoverageError, executable_ranges, preload_state

ADDR_NO_RANDOMIZE = 0x0040000
RESTARTED = "SCENEFUZZ_READER_RESTARTED"
# A known hang shares all of its stack but at most this many innermost frames.
LOOP_FRAMES = 5
# Processor time for inputs that a batch stopped and that run again alone, with up to the whole
# limit each: seconds, and a share of all processor time. Most of them are slow and do not hang.
REPEAT_SECONDS, REPEAT_SHARE = 5, 0.05
# Signals of the time limits in the description of a death.
TIME_LIMITS = (signal_numbers.SIGPROF, signal_numbers.SIGALRM)
# Libraries that are never blamed; their frames do not distinguish deaths.
RUNTIME = ("libc.so", "libstdc++", "libgcc_s", "libBlockCoverage", "libReaderPreload", "linux-vdso", "ld-linux")


def fix_addresses():
    """Restarts this process without address randomization, once."""
    if os.environ.get(RESTARTED) or ctypes.CDLL(None).personality(ADDR_NO_RANDOMIZE) < 0:
        return
    os.environ[RESTARTED] = "1"
    os.execv(sys.executable, [sys.executable, "-m", "realreader.worker.main", *sys.argv[1:]])


class Worker:
    """Serves requests. A batch child lives until it dies, grows, or has run `batch` inputs."""

    def __init__(self, server):
        self.server, self.coverage = server, server.coverage
        self.live, self.confirmed, self.hangs = None, set(), set()
        # Seconds of inputs that a batch stopped and that ran again.
        self.repeating = 0.0

    def own_frames(self):
        """Frames of measured code, innermost first."""
        frames = [self.coverage.locate(address) for address in self.coverage.frames()]
        return [frame for frame in frames if frame and not frame[0].startswith(RUNTIME)]

    def fingerprint(self):
        """Signal and the innermost five frames of measured code."""
        return self.coverage.header.signal, tuple(self.own_frames()[:5])

    def callers_of_loop(self):
        """A hang is sampled anywhere in its loop: the stacks without their innermost frames, of
        which a known hang shares one."""
        own = self.own_frames()
        return {tuple(own[depth:]) for depth in range(1, LOOP_FRAMES + 1) if len(own) - depth >= LOOP_FRAMES}

    def forget_batch(self):
        if self.live is not None:
            self.live.end()
            self.live = None

    def run(self, size):
        """Runs an input in the batch child. After a death with a new stack, runs it again in a
        child of its own."""
        if self.live is None:
            self.live = Child(self.server)
        before = self.coverage.header.hits
        result = self.live.run(size)
        if result is not None:
            if result[1]:
                self.forget_batch()
            return result[0], 0, result[3:]
        is_alone, signal, spent = self.live.count == 1, self.live.end(), self.live.left
        self.live = None
        self.server.clean()
        self.coverage.roll_back(before)
        name, is_hang = self.fingerprint(), self.coverage.header.signal in TIME_LIMITS
        if is_hang and (self.is_known_hang() or self.repeating > REPEAT_SECONDS + REPEAT_SHARE * processor_seconds()):
            return memory.DIED, signal, (0, memory.STOPPED, spent)
        if not is_hang and (is_alone or name in self.confirmed):
            self.confirmed.add(name)
            return memory.DIED, signal, (0, 0, spent)
        self.coverage.clear_death()
        status, signal, (growth, flags, microseconds) = self.alone(size, memory.RUN)
        rest = growth, flags, microseconds + spent
        self.repeating += microseconds / 1e6 if is_hang else 0
        if status != memory.DIED and is_hang:
            return status, 0, rest
        self.coverage.roll_back(before)
        if status != memory.DIED:
            return memory.DIED_IN_BATCH, 0, rest
        if is_hang:
            self.hangs |= self.callers_of_loop()
        else:
            self.confirmed.update((name, self.fingerprint()))
        return status, signal, rest

    def is_known_hang(self):
        return not self.hangs.isdisjoint(self.callers_of_loop())

    def alone(self, size, operation):
        child = Child(self.server, operation, is_alone=True)
        result = child.run(size)
        signal = child.end()
        if result is None:
            self.server.clean()
            return memory.DIED, signal, (0, 0, child.left)
        return result[0], 0, result[3:]

    def answer(self, operation, size):
        preload = self.server.preload
        self.coverage.clear_death()
        if preload is not None:
            preload.files = preload.connections = 0
        if operation == memory.RUN:
            status, signal, rest = self.run(size)
        else:
            self.forget_batch()
            before = self.coverage.header.hits
            status, signal, rest = self.alone(size, operation)
            if status == memory.DIED:
                self.coverage.roll_back(before)
        files, connections = (preload.files, preload.connections) if preload is not None else (0, 0)
        if preload is not None:
            preload.watching = 0
        growth, flags, microseconds = rest
        return memory.ANSWER.pack(
            status, signal, self.coverage.header.hits, files, connections, growth, flags, microseconds
        )


def processor_seconds():
    """Processor time of this process and its ended children."""
    return sum(os.times()[:4])


def silence():
    """Moves the pipes away from standard input and output; prints of the libraries are
    discarded."""
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1) if os.environ.get("SCENEFUZZ_READER_ERRORS") else (0, 1, 2):
        os.dup2(null, descriptor)
    return requests, answers


def parse():
    parser = argparse.ArgumentParser()
    for name in ("--table", "--libraries", "--kind", "--limits"):
        parser.add_argument(name, required=True)
    for name in ("--coverage", "--inputs"):
        parser.add_argument(name, type=int, required=True)
    parser.add_argument("--sample")
    parser.add_argument("--unarmed", action="store_true")
    return parser.parse_args()


def prepare(options, limits):
    """(run, state, names of the measured libraries)."""
    if options.sample:
        from . import sample

        return sample.prepare(options.sample)
    from .kinds import prepare as prepare_kind

    return prepare_kind(options.kind, limits.batch)


def serve(requests, answers, worker):
    while (head := memory.read_exactly(requests, memory.REQUEST.size)) is not None:
        operation, size = memory.REQUEST.unpack(head)
        if operation == memory.BATCH_END:
            worker.forget_batch()
            os.write(answers, memory.ANSWER.pack(*[0] * 8))
            continue
        os.write(answers, worker.answer(operation, size))
    worker.forget_batch()


def greet(answers, count, greeting):
    text = json.dumps(greeting).encode()
    os.write(answers, memory.GREETING.pack(count, len(text)) + text)


def confined(namespaces, reason):
    """(writable folder, names of the namespaces that hold, reason for a missing one). Some kernels
    allow a namespace and forbid to mount in it."""
    try:
        return isolation.confine(namespaces), namespaces, reason
    except OSError as error:
        left = [name for name in namespaces if name != "mount"]
        return isolation.confine(left), left, f"no mount namespace ({error.strerror})"


def main():
    fix_addresses()
    options = parse()
    requests, answers = silence()
    limits = Limits(**json.loads(options.limits))
    namespaces, reason = isolation.enter()
    try:
        run, state, libraries = prepare(options, limits)
        coverage = Coverage(options.libraries)
        count = coverage.open(options.table, options.coverage, libraries)
        coverage.attach(memory.mapped(options.coverage))
        code = executable_ranges()
        if not options.unarmed:
            coverage.arm()
    except (CoverageError, OSError, ImportError) as error:
        greet(answers, 0, {"error": str(error)})
        return
    inputs = memory.mapped(options.inputs)
    base = address_space()
    preload = preload_state()
    folder, namespaces, reason = confined(namespaces, reason)
    if preload is not None:
        preload.folder = folder.encode()
    # Children share these pages; the garbage collector would write to all of them.
    gc.collect()
    gc.freeze()
    gc.disable()
    greet(answers, count, {
        "namespaces": namespaces, "reason": reason, "preload": preload is not None, "code": code,
    })  # fmt: skip
    server = Server(run, state, coverage, preload, inputs, folder, limits, base)
    serve(requests, answers, Worker(server))
    server.clean()
    if folder != isolation.WORK:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
    # Skip destructors: the libraries crash when they are unloaded in the wrong order.
    os._exit(0)
