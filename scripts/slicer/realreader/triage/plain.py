"""Repeats a cause with the plain wheel: three lines of Python in a process of their own, without
coverage and preloads."""

import dataclasses
import os
import resource
import shutil
import signal
import sys
import tempfile

from . import classes, confined, letters

# Limits: processor seconds, seconds of real time, bytes of address space and of one file.
PROCESSOR, REAL = 15, 240
ADDRESS_SPACE, FILE_SIZE = 8 << 30, 1 << 28
# An import of the core takes less than this: processor seconds, KiB of resident memory.
START_SECONDS, START_KIB = 6, 600 << 10
# Runs of a cause whose effect may depend on stale memory.
RUNS = 3
# The allocator fills new and freed memory with a byte, so that stale values are no accident.
FILLED = {"MALLOC_PERTURB_": "165"}
FAULTS = {signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGABRT, signal.SIGTRAP}


@dataclasses.dataclass
class Outcome:
    """End of one process. `seconds` is processor time, `kib` the maximum of resident memory."""

    signal: int
    code: int
    seconds: float
    kib: int
    errors: str

    def __str__(self):
        if self.signal == signal.SIGXCPU or (self.signal == signal.SIGKILL and self.is_hang):
            return f"still runs after {self.seconds:.0f} s of processor time"
        if self.signal == signal.SIGKILL:
            return f"was stopped after {REAL} s, of which it had the processor for {self.seconds:.0f} s"
        if self.signal:
            return f"ends with {confined.signal_name(self.signal)}"
        if self.is_growth:
            return f"needs {self.kib >> 10} MiB of memory"
        if self.seconds > START_SECONDS:
            return f"takes {self.seconds:.0f} s of processor time"
        if self.code:
            return f"ends with exit code {self.code}"
        return "reads the input"

    @property
    def is_growth(self):
        return self.kib > START_KIB + (512 << 10)

    @property
    def is_hang(self):
        return self.signal == signal.SIGXCPU or self.seconds > START_SECONDS

    def shows(self, name):
        """Whether it shows the class of a cause; None for classes that a process alone does not
        show."""
        if name == classes.HANG.name:
            return self.is_hang or self.is_growth
        if name in (classes.GROWTH.name, classes.MEMORY.name, "memory exception"):
            return self.is_growth or self.signal == signal.SIGABRT or "MemoryError" in self.errors or self.is_hang
        if name == classes.FILE_SIZE.name:
            return self.signal == signal.SIGXFSZ
        if name == classes.EXIT.name:
            return self.signal == 0 and self.code != 0
        if name in letters.WITHOUT_DEATH:
            return None
        return self.signal in FAULTS


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR + 2))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(place, script, variables, private):
    """Runs a script in a copy of the folder `place`."""
    with tempfile.TemporaryDirectory(prefix="scenefuzz-plain-") as folder:
        for name in os.listdir(place):
            shutil.copyfile(os.path.join(place, name), os.path.join(folder, name))
        with open(os.path.join(folder, "repeat.py"), "w", encoding="utf-8") as file:
            file.write(script)
        path = os.path.join(folder, "errors")
        with open(path, "wb") as errors:
            process = confined.start([sys.executable, "repeat.py"], folder, private, variables, limit, errors)
            number, code, usage = confined.wait(process, REAL)
        with open(path, "rb") as file:
            text = file.read(1 << 16)
        return Outcome(number, code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, letters.printable(text))


@dataclasses.dataclass
class Repetition:
    """The script, the variables and what the runs showed. `shown` is None where a process alone
    shows nothing."""

    script: str
    variables: dict
    outcomes: list
    shown: int | None

    @property
    def does_repeat(self):
        return bool(self.shown)

    @property
    def command(self):
        return " ".join([*(f"{name}={value}" for name, value in self.variables.items()), "python repeat.py"])

    @property
    def text(self):
        if self.shown is None:
            return "a process alone does not show this"
        if not self.shown:
            return f"no: {self.outcomes[0]}"
        ends = ", ".join(sorted({str(outcome) for outcome in self.outcomes}))
        return f"yes, in {self.shown} of {len(self.outcomes)} runs: {ends}"

    @property
    def errors(self):
        """Last lines that the C++ runtime or the C library printed."""
        marks = ("terminate called", "what():", "MemoryError", "free()", "malloc", "corrupt", "double free", "smashing", "Assertion")
        lines = [line for line in self.outcomes[-1].errors.splitlines() if any(mark in line for mark in marks)]
        return lines[-4:]


def repeat(place, scripts, class_name, severity, private):
    """Tries the scripts until one shows the class; causes with bad memory accesses also with filled
    memory and, once shown, several times."""
    depends_on_memory = severity > 1
    first = None
    for script in scripts:
        for variables in ({}, FILLED) if depends_on_memory else ({},):
            outcome = run(place, script, variables, private)
            shown = outcome.shows(class_name)
            found = Repetition(script, variables, [outcome], None if shown is None else int(shown))
            if shown is None:
                return found
            first = first or found
            if shown:
                for _ in range(RUNS - 1 if depends_on_memory else 0):
                    found.outcomes.append(outcome := run(place, script, variables, private))
                    found.shown += bool(outcome.shows(class_name))
                return found
    return first
