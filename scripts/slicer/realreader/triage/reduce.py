"""Reduces an input while its group stays the same."""

import io
import re
import time
import zipfile

from ..session.mutators import members
from ..session.pool import TAG
from ..worker import kinds

ATTRIBUTE = re.compile(rb"""\s[A-Za-z_][\w.:-]*\s*=\s*("[^"<]*"|'[^'<]*')""")


class Reducer:
    """Deletes parts of an input as long as `judge` accepts the rest. Ends after `seconds`."""

    def __init__(self, judge, seconds):
        self.judge, self.end = judge, time.monotonic() + seconds
        self.tried, self.tests = set(), 0

    @property
    def is_over(self):
        return time.monotonic() >= self.end

    def accepts(self, data):
        key = hash(data)
        if key in self.tried or self.is_over:
            return False
        self.tried.add(key)
        self.tests += 1
        return self.judge(data)

    def reduce(self, data, form):
        """The shortest accepted input; rounds until nothing can be deleted."""
        while not self.is_over:
            before = len(data)
            if form == kinds.ARCHIVE:
                data = self.reduce_archive(data)
            if form == kinds.XML:
                data = self.delete_parts(data, [(match.start(), match.end()) for match in TAG.finditer(data)])
                data = self.delete_parts(data, [(match.start(), match.end()) for match in ATTRIBUTE.finditer(data)])
            if form != kinds.ARCHIVE:
                data = self.delete_lines(data)
                data = self.delete_ranges(data)
            if len(data) >= before:
                break
        return data

    def delete_parts(self, data, parts):
        """Deletes ranges: all but none at first, then halves of them."""
        size = max(len(parts) // 2, 1)
        kept = list(parts)
        while kept and not self.is_over:
            place, changed = 0, False
            while place < len(kept):
                rest = kept[:place] + kept[place + size :]
                candidate = without(data, [part for part in parts if part not in set(rest)])
                if self.accepts(candidate):
                    kept, changed = rest, True
                else:
                    place += size
            if size == 1 and not changed:
                break
            size = max(size // 2, 1)
        return without(data, [part for part in parts if part not in set(kept)])

    def delete_lines(self, data):
        ends = [0] + [match.end() for match in re.finditer(rb"\n", data)]
        if len(ends) < 3 or len(ends) > 2000:
            return data
        return self.delete_parts(data, list(zip(ends, ends[1:])))

    def delete_ranges(self, data):
        size = max(len(data) // 2, 1)
        while size >= 1 and not self.is_over:
            place = 0
            while place < len(data) and not self.is_over:
                candidate = data[:place] + data[place + size :]
                if self.accepts(candidate):
                    data = candidate
                else:
                    place += size
            size //= 2
        return data

    def reduce_archive(self, data):
        """Deletes members, then reduces the content of each. An archive that cannot be read is
        reduced as bytes."""
        content = members(data)
        if not content or not self.accepts(packed(content)):
            return self.delete_ranges(data)
        for name, _ in list(content):
            rest = [member for member in content if member[0] != name]
            if rest and self.accepts(packed(rest)):
                content = rest
        for index, (name, member) in enumerate(content):

            def judge(part, index=index, name=name):
                return self.judge(packed(content[:index] + [(name, part)] + content[index + 1 :]))

            inner = Reducer(judge, max((self.end - time.monotonic()) / (len(content) - index), 0))
            form = kinds.XML if name.endswith((".mrml", ".xml", ".vtp", ".vtu")) else kinds.BINARY
            content[index] = name, inner.reduce(member, form)
        result = packed(content)
        return result if len(result) < len(data) else data


def without(data, parts):
    """`data` without the ranges `parts`."""
    pieces, place = [], 0
    for start, end in parts:
        pieces.append(data[place:start])
        place = end
    return b"".join(pieces) + data[place:]


def packed(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in content:
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
