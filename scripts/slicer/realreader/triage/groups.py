"""Groups of deaths: one for each faulting function and class, by names that are stable over
machines and versions."""

import dataclasses
import hashlib
import re

from . import classes

# Never blamed: the language runtimes and the bindings.
RUNTIME = {
    "libc", "libm", "libstdc++", "libgcc_s", "libBlockCoverage", "libReaderPreload", "ld-linux-x86-64", "libpthread",
    "libffi",
}  # fmt: skip
# Functions of groups that an oracle reports; they have no stack.
ORACLE, GROWTH = "(oracle)", "(growth)"
WITHOUT_STACK = (ORACLE, GROWTH)
# Outside the readers: everything from here on is left out of a stack.
OUTSIDE = re.compile(r"^libpython|\.cpython-|^_ctypes|Python")
# Library whose frames are on the stack of every reader of VTK.
PIPELINE = "libvtkCommonExecutionModel "
# Helpers that are blamed only when nothing else is on the stack.
HELPERS = re.compile(
    r"^(void |bool |int |unsigned long )?(std::|__gnu_cxx::|operator (new|delete)|vtkObjectBase::|vtkSmartPointer"
    r"|vtkGarbageCollector|vtkObject::|vtkWeakPointer|vtksys::|itk::LightObject::|itk::SmartPointer|memcpy|H5MM_|airFree|_init)"
)


@dataclasses.dataclass(frozen=True)
class Group:
    """A cause as far as a stack shows it."""

    id: str
    death_class: classes.DeathClass
    library: str
    function: str
    evidence: str

    @property
    def title(self):
        return f"{self.death_class.name} in {self.library} {self.function}"


def own_frames(frames):
    """Frames of the readers, innermost first: without runtimes, up to the bindings."""
    own = []
    for frame in frames:
        if frame is None:
            continue
        if OUTSIDE.search(frame.library):
            break
        if frame.library not in RUNTIME:
            own.append(frame)
    return own


def without_arguments(name):
    """A C++ name without its argument list and template arguments, which differ between builds."""
    text, depth = [], 0
    for character in name:
        if character in "<(":
            depth += 1
        elif character in ">)":
            depth = max(depth - 1, 0)
        elif depth == 0:
            text.append(character)
    return "".join(text).removesuffix(" const").strip() or name


def blamed(frames):
    """(library, function) of the innermost frame that is no helper. An unnamed function is
    described by its nearest named caller."""
    own = own_frames(frames)
    candidates = [frame for frame in own if not (frame.function and HELPERS.match(frame.function))] or own
    if not candidates:
        known = [frame for frame in frames if frame is not None]
        return (known[0].library, known[0].function or "(unnamed)") if known else ("unknown", "(no frame)")
    first = candidates[0]
    if first.function:
        return first.library, without_arguments(first.function)
    for frame in candidates[1:]:
        if frame.function:
            return first.library, f"(unnamed, below {without_arguments(frame.function)})"
    return first.library, "(unnamed)"


def family(death_class):
    """Classes that one defect shows in turn are one family: the address of a wild pointer decides
    which."""
    wild = {"wild read", "wild write", "wild access", "bus error", "null read", "null write"}
    if death_class.name in ("wild jump", "null jump"):
        return "bad jump"
    return "bad address" if death_class.name in wild else death_class.name


def group(death, symbols):
    """The group of a death, and its named frames."""
    frames = symbols.frames(death.frames)
    death_class, evidence = classes.classify(death, frames)
    if death_class is classes.HANG:
        return hang_group(frames, evidence), frames
    library, function = blamed(frames)
    return make(death_class, library, function, evidence), frames


def hang_group(frames, evidence):
    """A hang is sampled at an arbitrary place of its loop: the group is the outermost function of
    three own frames that is named, so that callees of the loop do not split it."""
    own = [frame for frame in own_frames(frames) if frame.function and not HELPERS.match(frame.function)]
    if not own:
        library, function = blamed(frames)
    else:
        chosen = own[min(2, len(own) - 1)]
        library, function = chosen.library, without_arguments(chosen.function)
    return make(classes.HANG, library, function, evidence)


def make(death_class, library, function, evidence):
    text = "\0".join((family(death_class), library, function))
    return Group(hashlib.sha256(text.encode()).hexdigest()[:8], death_class, library, function, evidence)


def growth_group(kind):
    """A growth of memory has no stack; the kind of input stands for it."""
    return make(classes.GROWTH, kind, GROWTH, "resident memory grew by more than the limit")


def inside(frames):
    """Frames up to the bindings of Python."""
    end = next((index for index, text in enumerate(frames) if OUTSIDE.search(text.split(" ")[0])), len(frames))
    return frames[:end]


def reader_of(frames):
    """The function of a reader that causes of one defect share: the outermost frame below the
    storage node or the scene that belongs to no pipeline."""
    end = next((index for index, text in enumerate(frames) if "::ReadDataInternal" in text or "vtkMRMLScene::" in text), 0)
    for text in reversed(frames[:end]):
        if not text.startswith(PIPELINE):
            return text.rsplit("+", 1)[0]
    return None
