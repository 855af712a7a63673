"""Class of a death, by signal, registers and frames, with its evidence and a suggested CWE."""

import dataclasses
import signal

PAGE_FAULT_WRITE, PAGE_FAULT_FETCH = 2, 16
NEAR_NULL = 1 << 16
STACK_DISTANCE = 1 << 16
SI_KERNEL = 128


@dataclasses.dataclass(frozen=True)
class DeathClass:
    """`severity` orders classes: 1 a denial of service, 2 a read outside memory, 3 a write or
    jump."""

    name: str
    severity: int
    cwe: str


HANG = DeathClass("hang", 1, "CWE-835 loop with unreachable exit condition")
FILE_SIZE = DeathClass("file size", 1, "CWE-400 uncontrolled resource consumption")
MEMORY = DeathClass("memory exhaustion", 1, "CWE-789 memory allocation with excessive size value")
GROWTH = DeathClass("memory growth", 1, "CWE-401 missing release of memory, or CWE-789")
EXCEPTION = DeathClass("uncaught exception", 1, "CWE-248 uncaught exception")
ASSERTION = DeathClass("assertion", 1, "CWE-617 reachable assertion")
ABORT = DeathClass("abort", 1, "CWE-617 reachable assertion")
STACK = DeathClass("stack overflow", 1, "CWE-674 uncontrolled recursion")
DIVISION = DeathClass("arithmetic", 1, "CWE-369 divide by zero")
NULL_READ = DeathClass("null read", 1, "CWE-476 NULL pointer dereference")
NULL_WRITE = DeathClass("null write", 1, "CWE-476 NULL pointer dereference")
WILD_READ = DeathClass("wild read", 2, "CWE-125 out-of-bounds read")
BUS = DeathClass("bus error", 2, "CWE-125 out-of-bounds read")
WILD_ACCESS = DeathClass("wild access", 3, "CWE-787 out-of-bounds write, or CWE-416 use after free")
WILD_WRITE = DeathClass("wild write", 3, "CWE-787 out-of-bounds write")
HEAP = DeathClass("heap corruption", 3, "CWE-787 out-of-bounds write, or CWE-415 double free")
ILLEGAL = DeathClass("illegal instruction", 3, "CWE-691 insufficient control flow management")
JUMP = DeathClass("wild jump", 3, "CWE-824 access of uninitialized pointer, or CWE-416")
NULL_JUMP = DeathClass("null jump", 2, "CWE-476 NULL pointer dereference")
EXIT = DeathClass("process exit", 1, "CWE-705 incorrect control flow scoping")
UNKNOWN = DeathClass("other signal", 1, "unknown")


def classify(death, frames):
    """(class, evidence) of a death with its frames from symbols.py."""
    number = death.signal
    if number == 0:
        return EXIT, "the library ended the process"
    if number in (signal.SIGPROF, signal.SIGALRM):
        return HANG, "the limit of processor time was exceeded"
    if number == signal.SIGXFSZ:
        return FILE_SIZE, "the limit of file size was exceeded"
    if number == signal.SIGABRT:
        return classify_abort(frames)
    if number == signal.SIGFPE:
        return DIVISION, "SIGFPE"
    if number == signal.SIGILL:
        return ILLEGAL, f"at {death.instruction:#x}"
    if number == signal.SIGBUS:
        return BUS, f"address {death.fault:#x}"
    if number != signal.SIGSEGV:
        return UNKNOWN, f"signal {number}"
    return classify_fault(death)


def classify_fault(death):
    if death.code == SI_KERNEL:
        return WILD_ACCESS, "an address that no pointer can have; the processor does not report it"
    if death.error & PAGE_FAULT_FETCH:
        return (NULL_JUMP if death.fault < NEAR_NULL else JUMP), f"execution at {death.fault:#x}"
    if abs(death.fault - death.stack) < STACK_DISTANCE:
        return STACK, "the fault is at the end of the stack"
    is_write = bool(death.error & PAGE_FAULT_WRITE)
    text = f"{'write to' if is_write else 'read from'} {death.fault:#x}"
    if death.fault < NEAR_NULL:
        return (NULL_WRITE if is_write else NULL_READ), text
    return (WILD_WRITE if is_write else WILD_READ), text


def classify_abort(frames):
    """Who called abort(): the C++ runtime for an exception, the C library for a damaged heap, or
    the library itself."""
    names = [frame.function for frame in frames if frame is not None]
    if any(name and name.startswith("__assert_fail") for name in names):
        return ASSERTION, "__assert_fail"
    after = [frame for frame in frames if frame is not None]
    while after and after[0].function != "abort":
        after = after[1:]
    caller = after[1] if len(after) > 1 else None
    if caller is None:
        return ABORT, "abort()"
    if caller.library == "libstdc++":
        allocates = any(
            name and ("operator new" in name or "bad_alloc" in name or "length_error" in name) for name in names
        )
        return (MEMORY if allocates else EXCEPTION), "std::terminate"
    if caller.library == "libc":
        return HEAP, "the C library found a damaged heap or buffer"
    return ABORT, f"abort() called by {caller.library}"
