"""Texts of a disclosure: report, script, letter, overview."""

import datetime

# The address of the security policy of 3D Slicer (SECURITY.md of its repository).
ADDRESS = "slicer+security@discoursemail.com"
DAYS = 90


def script(kind, name):
    """Three lines of Python that repeat it with the plain wheel."""
    start = "import slicer; scene = slicer.vtkMRMLScene(); messages = slicer.vtkMRMLMessageCollection()"
    if kind.name == "bundle":
        return f"""{start}
found = scene.UnpackSlicerDataBundle({name!r}, "out", messages)  # "out" must be an empty folder
scene.SetURL(found); scene.Import(messages)
"""
    if kind.storage is None:
        method = "Connect" if kind.name == "scene-connect" else "Import"
        return f"""{start}
scene.SetURL({name!r})
scene.{method}(messages)
"""
    return f"""{start}
node = scene.AddNewNodeByClass({kind.node!r}); storage = scene.AddNewNodeByClass({kind.storage!r})
{kind.setup + "; " if kind.setup else ""}storage.SetFileName({name!r}); storage.ReadData(node)
"""


def report(group, name, size, versions, builds):
    frames = "\n".join(f"  {index:2} {text}" for index, text in enumerate(group["frames"][:24]))
    alike = f"{group['alike']} of {group['compared']}" if group["compared"] else "not compared"
    lines = [
        f"# {group['title']}", "", "PRIVATE until published by the maintainers.", "",
        f"- What happens: {group['class']}; {group['evidence']}",
        f"- Suggested class: {group['cwe']}",
        f"- Input: `{name}`, {size} bytes, read as {', '.join(group['kinds'])}",
        f"- Dies alike without coverage breakpoints: {alike}",
        f"- Seen: {group['count']} times, first at {group['first']}", "",
        "Repeat, in an empty folder with the input: `python repeat.py`, with " + ", ".join(versions), "",
        "Stack, innermost first (function names from dynamic symbols):", "", frames or "  (no stack)", "",
        "Build IDs:", "", *(f"- {file}: {build}" for file, build in sorted(builds.items())), "",
    ]  # fmt: skip
    return "\n".join(lines)


def letter(group, name, size, versions):
    day = datetime.date.today()
    end = day + datetime.timedelta(days=DAYS)
    return f"""To: {ADDRESS}
Subject: Possible security issue: {group["class"]} when reading a crafted file

Dear 3D Slicer maintainers,

automated tests of the readers in {versions[0]} found that a crafted file of {size} bytes causes: {group["class"]}
({group["evidence"]}) in {group["library"]}, {group["function"]}. Suggested class: {group["cwe"]}.

Attached: the reduced input ({name}), a script of three lines that repeats it with the plain wheel (repeat.py),
and a report with the stack and the versions (report.md).

We have not published this and intend to keep it private until you publish it, or until {end.isoformat()}
({DAYS} days from {day.isoformat()}). Please tell us if you need more time.

Found with scenefuzz, a fuzzing harness for 3D Slicer scene files.
"""


def overview(rows):
    """A table of all causes."""
    lines = ["# Causes", "", "PRIVATE until published by the maintainers.", "", "| cause | severity | class | library | function | input | status |", "|---|---|---|---|---|---|---|"]  # fmt: skip
    for row in rows:
        cells = (
            row["id"],
            row["severity"],
            row["class"],
            row["library"],
            row["function"],
            f"{row['size']} bytes",
            row["status"],
        )
        lines.append("| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"
