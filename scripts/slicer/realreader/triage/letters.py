"""Texts of a disclosure: scripts, report, letter, overview."""

import datetime
import hashlib

from ..worker import sample
from . import groups, oracles

# The address of the security policy of 3D Slicer (SECURITY.md of its repository).
ADDRESS = "slicer+security@discoursemail.com"
DAYS = 90
# Classes that end no process.
WITHOUT_DEATH = {one.name for one in (oracles.NONDETERMINISM, oracles.OUTSIDE, oracles.CONNECTION, oracles.ROUND_TRIP)} | {
    "uninitialised value"
}
SEVERITIES = {0: "no security issue", 1: "denial of service", 2: "read outside of memory", 3: "write outside of memory or jump"}
# Modules whose classes a scene uses; the application registers them at its start.
REGISTER = """logics = [getattr(slicer, f"vtkSlicer{name}Logic")() for name in "{names}".split()]
[logic.SetMRMLScene(scene) for logic in logics]; """
MODULES = (
    "AnnotationModule CamerasModule Color Units SubjectHierarchyModule Tables Texts Transform Volumes Models Markups Plots "
    "SegmentationsModule Sequences SceneViewsModule VolumeRendering"
)


def printable(data):
    """Text of foreign bytes: control characters and everything else that a terminal may act on are
    replaced."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else str(data)
    return "".join(character if character.isprintable() or character == "\n" else "?" for character in text)


def scripts(kind, name, libraries=""):
    """Scripts of three lines that read the file `name` with the plain wheel, the shortest first.
    `libraries` has the sample reader."""
    if kind.name == sample.NAME:
        path = sample.library_in(libraries)
        return [f"import ctypes\nlibrary = ctypes.CDLL({path!r})\nlibrary.sample_read(data := open({name!r}, 'rb').read(), len(data))\n"]
    start = "import slicer; scene = slicer.vtkMRMLScene(); messages = slicer.vtkMRMLMessageCollection()\n"
    if kind.storage is not None:
        return [
            f"import slicer; scene = slicer.vtkMRMLScene(); node = slicer.{kind.node}(); storage = slicer.{kind.storage}()\n"
            "scene.AddNode(node); scene.AddNode(storage)\n"
            f"{kind.setup + '; ' if kind.setup else ''}storage.SetFileName({name!r}); storage.ReadData(node)\n"
        ]
    if kind.name == "bundle":
        first = f'import tempfile; found = scene.UnpackSlicerDataBundle({name!r}, tempfile.mkdtemp(dir="."), messages); '
        last = "scene.SetURL(found); scene.Import(messages)\n"
    else:
        first = f"scene.SetURL({name!r}); "
        last = {
            "scene-connect": "scene.Connect(messages)\n",
            "scene-rewrite": "scene.Import(messages); scene.SetSaveToXMLString(1); scene.Commit()\n",
        }.get(kind.name, "scene.Import(messages)\n")
    return [start + first.rstrip() + "\n" + last, start + REGISTER.replace("{names}", MODULES) + first + last]


def report(case):
    """The report of one cause."""
    group, repetition = case.group, case.repetition
    frames = "\n".join(f"  {index:2} {printable(text)}" for index, text in enumerate(case.frames[:24]))
    alike = f"{group['alike']} of {group['compared']}" if group["compared"] else "not compared"
    lines = [
        f"# {printable(group['title'])}", "", "PRIVATE until published by the maintainers.", "",
        f"- What happens: {group['class']}; {printable(case.evidence)}",
        f"- Severity: {group['severity']}, {SEVERITIES[group['severity']]}",
        f"- Suggested class: {group['cwe']}",
        f"- Evidence: {printable(case.evidence)}" + "".join(f"; {line}" for line in repetition.errors),
        f"- Input: `{case.name}`, {len(case.data)} bytes, SHA-256 {hashlib.sha256(case.data).hexdigest()}",
        f"- Read as: {', '.join(group['kinds'])}",
        f"- Repeats with the plain wheel: {repetition.text}",
        f"- In the worker: {case.observed}; dies alike without coverage breakpoints: {alike}",
        f"- Seen: {group['count']} times, first at {group['first']}", "",
        "## Repeat", "", f"In a new folder with the files of this one: `{repetition.command}`, with", "",
        *(f"- {text}" for text in case.versions), "", "```python", repetition.script.rstrip(), "```", "",
        "## Stack", "", "Innermost first, by the dynamic symbols of the wheel:", "", frames or "  (no stack)", "",
        "## Build IDs", "", *(f"- {file}: {build}" for file, build in sorted(case.builds.items())),
        *([] if case.builds else ["- (no library on the stack)"]), "",
    ]  # fmt: skip
    return "\n".join(lines)


def letter(case):
    group, repetition = case.group, case.repetition
    day = datetime.date.today()
    end = day + datetime.timedelta(days=DAYS)
    plain = (
        f"It repeats with the plain wheel ({repetition.text.removeprefix('yes, ')})."
        if repetition.does_repeat
        else f"With the plain wheel alone: {repetition.text}. The report says how it was seen."
    )
    place = "" if group["function"] in (groups.ORACLE, groups.GROWTH) else f" in {group['library']}, {group['function']}"
    return f"""To: {ADDRESS}
Subject: Possible security issue: {group["class"]} when reading a crafted file

Dear 3D Slicer maintainers,

automated tests of the readers in {case.versions[0]} found that a crafted file of {len(case.data)} bytes causes: {group["class"]}
({printable(case.evidence)}){printable(place)}.
Suggested class: {group["cwe"]}.
{plain}

Attached: the reduced input ({case.name}), a script of three lines that reads it with the plain wheel (repeat.py),
and a report with the stack, the versions and the build IDs (report.md).

We have not published this and intend to keep it private until you publish it, or until {end.isoformat()}
({DAYS} days from {day.isoformat()}). Please tell us if you need more time.

Found with scenefuzz, a fuzzing harness for 3D Slicer scene files.
"""


def cell(value):
    return printable(value).replace("|", "\\|").replace("\n", " ")


def overview(rows, joined, failed):
    """A table of all causes, counts, and groups that turned out to be the same as another one."""
    classes = {}
    for row in rows:
        classes.setdefault((-row["severity"], row["class"]), []).append(row)
    lines = [
        "# Causes", "", "PRIVATE until published by the maintainers.", "",
        f"{len(rows)} causes, {sum(row['repeats'] for row in rows)} repeat with the plain wheel; "
        f"{len(joined)} groups are the same as another one; {len(failed)} could not be prepared.", "",
        "| class | severity | causes | repeat with the plain wheel |", "|---|---|---|---|",
        *(
            f"| {name} | {-severity} | {len(found)} | {sum(row['repeats'] for row in found)} |"
            for (severity, name), found in sorted(classes.items())
        ), "",
        "| cause | severity | class | library | function | input | plain wheel | related |", "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for row in rows:
        related = [other["id"] for other in rows if other is not row and other["reader"] == row["reader"]]
        values = (
            row["id"], row["severity"], row["class"], row["library"], row["function"], f"{row['size']} bytes", row["plain"],
            " ".join(related[:6]) + (" …" if len(related) > 6 else ""),
        )  # fmt: skip
        lines.append("| " + " | ".join(map(cell, values)) + " |")
    lines += ["", "Related causes have the same function of a reader on their stacks; one defect may have several."]
    if joined:
        lines += ["", "## The same as another cause", "", *(f"- {one}: {other}" for one, other in sorted(joined.items()))]
    if failed:
        lines += ["", "## Not prepared", "", *(f"- {one}: {cell(reason)}" for one, reason in sorted(failed.items()))]
    return "\n".join(lines) + "\n"
