"""Client of the worker."""

import bisect
import json
import os
import struct
import subprocess

from . import memory
from .memory import Header

SCRIPTS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class WorkerError(Exception):
    """The worker could not start or ended."""


class Answer:
    """Result of one input."""

    __slots__ = ("connections", "files", "flags", "growth", "microseconds", "new", "signal", "status")

    def __init__(self, status, signal, new, files, connections, growth, flags, microseconds):
        self.status, self.signal, self.new = status, signal, new
        self.files, self.connections, self.growth = files, connections, growth
        self.flags, self.microseconds = flags, microseconds

    @property
    def is_death(self):
        return self.status == memory.DIED


class Death:
    """Description of a death: signal, registers, and frames as (library, offset) with None for
    unknown code."""

    def __init__(self, header, locate):
        self.signal, self.code = header.signal, header.code
        self.fault, self.error = header.fault, header.error
        self.instruction, self.stack = header.instruction, header.stack
        self.frames = [locate(header.frame[index]) for index in range(min(header.frames, memory.FRAMES))]


class Worker:
    """A running worker of one kind. A context manager."""

    def __init__(self, python, table, libraries, kind, limits=None, sample=None, armed=True, environment=None):
        self.table = table
        self.coverage = memory.anonymous_file("coverage")
        self.input_file = memory.anonymous_file("inputs", memory.MAXIMUM_INPUT)
        command = [
            python, "-m", "realreader.worker.main", "--table", os.path.abspath(table), "--libraries", libraries, "--kind", kind,
            "--limits", json.dumps(limits or {}), "--coverage", str(self.coverage), "--inputs", str(self.input_file),
        ]  # fmt: skip
        if sample:
            command += ["--sample", sample]
        if not armed:
            command.append("--unarmed")
        descriptors, preload = [self.coverage, self.input_file], os.path.join(libraries, "libReaderPreload.so")
        if " " in preload or ":" in preload:
            # The loader takes both for separators; it opens a descriptor by its name as well.
            descriptors.append(os.open(preload, os.O_RDONLY))
            preload = f"/proc/self/fd/{descriptors[-1]}"
        variables = {
            name: os.environ[name]
            for name in ("PATH", "LD_LIBRARY_PATH", "SCENEFUZZ_READER_ERRORS")
            if name in os.environ
        }
        variables |= {
            "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TMPDIR": "/tmp", "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONNOUSERSITE": "1", "PYTHONHASHSEED": "0", "PYTHONPATH": SCRIPTS, "VTK_SMP_MAX_THREADS": "1",
            "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS": "1", "LD_PRELOAD": preload,
            # Huge pages of the heap halve the page tables that a fork copies and the faults of its
            # child.
            "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
        }  # fmt: skip
        variables |= environment or {}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=variables, bufsize=0,
            pass_fds=descriptors, cwd="/",
        )  # fmt: skip
        for descriptor in descriptors[2:]:
            os.close(descriptor)
        self.requests, self.answers = self.process.stdin.fileno(), self.process.stdout.fileno()
        self.seen = 0
        self.greet()

    def greet(self):
        head = memory.read_exactly(self.answers, memory.GREETING.size)
        if head is None:
            raise WorkerError(f"the worker ended with status {self.process.wait()} before it was ready")
        self.blocks, length = memory.GREETING.unpack(head)
        self.greeting = json.loads(memory.read_exactly(self.answers, length))
        if "error" in self.greeting:
            self.close()
            raise WorkerError(self.greeting["error"])
        self.code = sorted(self.greeting["code"])
        self.starts = [start for start, *_ in self.code]
        self.inputs = memory.mapped(self.input_file)
        self.memory = memory.mapped(self.coverage)
        self.header = Header.from_buffer(self.memory)

    def locate(self, address):
        """(library path, offset) of an address, or None."""
        index = bisect.bisect_right(self.starts, address) - 1
        if index < 0 or address >= self.code[index][1]:
            return None
        _, _, path, base = self.code[index]
        return path, address - base

    def run(self, data, operation=memory.RUN):
        """Runs an input. `new` of the answer has the identifiers of blocks that no earlier input
        reached."""
        if len(data) > memory.MAXIMUM_INPUT:
            raise ValueError("input too long")
        self.inputs[: len(data)] = data
        try:
            os.write(self.requests, memory.REQUEST.pack(operation, len(data)))
            head = memory.read_exactly(self.answers, memory.ANSWER.size)
        except BrokenPipeError:
            head = None
        if head is None:
            raise WorkerError(f"the worker ended with status {self.process.wait()}")
        status, signal, hits, files, connections, growth, flags, microseconds = memory.ANSWER.unpack(head)
        new = ()
        if hits > self.seen:
            new = struct.unpack_from(f"<{hits - self.seen}I", self.memory, memory.HITS_OFFSET + 4 * self.seen)
        self.seen = hits
        return Answer(status, signal, new, files, connections, growth, flags, microseconds)

    def trace(self, data):
        """(answer, set of all blocks that the input reaches in a process of its own)."""
        answer = self.run(data, memory.TRACE)
        count = min(self.header.trace, self.header.total)
        place = memory.HITS_OFFSET + 4 * self.header.total
        return answer, frozenset(struct.unpack_from(f"<{count}I", self.memory, place))

    def death(self):
        """Description of the last death."""
        return Death(self.header, self.locate)

    def processor_seconds(self):
        """Processor time of the worker and its ended children."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.header = None
        for descriptor in (self.coverage, self.input_file):
            os.close(descriptor)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
