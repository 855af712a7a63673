"""A private HTML page about sessions and findings."""

import html
import json
import os

from .. import arguments
from ..triage.store import Store

STYLE = (
    "body{font:14px/1.5 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left}td.n{text-align:right}"
    "p.private{background:#a00;color:#fff;padding:.6em 1em;font-weight:bold}"
)


def cells(values):
    return "".join(
        f"<td{' class=n' if isinstance(value, (int, float)) else ''}>{html.escape(str(value))}</td>" for value in values
    )


def table(heads, rows):
    head = "".join(f"<th>{html.escape(text)}</th>" for text in heads)
    return f"<table><tr>{head}</tr>" + "".join(f"<tr>{cells(row)}</tr>" for row in rows) + "</table>"


def sessions(folder):
    place = os.path.join(folder, "sessions")
    for name in sorted(os.listdir(place) if os.path.isdir(place) else [], reverse=True):
        with open(os.path.join(place, name), encoding="utf-8") as file:
            yield json.load(file)


def page(options):
    folder = os.path.join(options.private, "fuzz")
    runs = list(sessions(folder))
    groups = Store(os.path.join(options.private, "findings")).all()
    parts = [
        "<!doctype html><meta charset=utf-8><title>PRIVATE: real reader</title>", f"<style>{STYLE}</style>",
        "<p class=private>PRIVATE. Do not publish or send this page; see SECURITY.md.</p><h1>Real reader</h1><h2>Sessions</h2>",
        table(
            ["session", "state", "seconds", "executions", "deaths", "new groups"],
            [[run["name"], run["state"], int(run["updated"] - run["started"]), run["executions"], run["deaths"], run["newGroups"]] for run in runs],
        ),
        "<h2>Kinds of the last session</h2>",
        table(
            ["kind", "slices", "executions", "blocks", "corpus", "deaths", "groups"],
            [[name, *(kind[field] for field in ("slices", "executions", "blocks", "corpus", "deaths", "groups"))] for name, kind in (runs[0]["kinds"] if runs else {}).items()],
        ),
        "<h2>Groups</h2>",
        table(
            ["group", "severity", "class", "library", "function", "count", "status", "kinds"],
            [[group["id"], group["severity"], group["class"], group["library"], group["function"], group["count"], group["status"], ", ".join(group["kinds"])] for group in groups],
        ),
    ]  # fmt: skip
    return "\n".join(parts)


def write_page(options):
    """Writes the page, only below the private folder."""
    private, path = os.path.realpath(options.private), os.path.realpath(os.path.join(options.private, options.page))
    if os.path.commonpath([private, path]) != private:
        print(f"the page is private; name a file below {private}")
        return arguments.USAGE
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(page(options))
    print(f"{path} (private)")
    return arguments.CLEAN
