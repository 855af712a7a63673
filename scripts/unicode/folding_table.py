#!/usr/bin/env python3
"""Writes Sources/Parsing/Zip/Archive/Names/FoldingTable.swift.

The table maps each scalar to its full case folding in compatibility decomposition (NFKD), iterated to
a fixed point, where that is not canonically equivalent to the scalar itself. Canonical equivalence is
left to Swift's string comparison. Source: the unicodedata module of the running Python; the version
is written into the file.

Usage: scripts/unicode/folding_table.py [--check]
  --check  writes nothing; exits 1 when the file differs
"""
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "Sources/Parsing/Zip/Archive/Names/FoldingTable.swift"


def folded(text):
    previous = None
    text = unicodedata.normalize("NFKD", text)
    while text != previous:
        previous = text
        text = unicodedata.normalize("NFKD", text.casefold())
    return text


def entries():
    for value in range(0x110000):
        if 0xD800 <= value < 0xE000:
            continue
        scalar = chr(value)
        result = folded(scalar)
        if unicodedata.normalize("NFD", result) != unicodedata.normalize("NFD", scalar):
            yield value, result


def runs(pairs):
    """Groups neighbours that map to single scalars at one distance: (first, count, stride, result)."""
    pairs = list(pairs)
    index = 0
    while index < len(pairs):
        value, result = pairs[index]
        best, best_stride = 1, 1
        if len(result) == 1:
            for stride in (1, 2):
                end = index
                while (
                    end + 1 < len(pairs)
                    and pairs[end + 1][0] == pairs[end][0] + stride
                    and len(pairs[end + 1][1]) == 1
                    and ord(pairs[end + 1][1]) - pairs[end + 1][0] == ord(result) - value
                ):
                    end += 1
                if end - index + 1 > best:
                    best, best_stride = end - index + 1, stride
        yield value, best, best_stride, result
        index += best


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
        if number == 0:
            return text


def source():
    last = 0
    words = []
    for value, count, stride, result in runs(entries()):
        word = base36(value - last)
        if count > 1:
            word += ("," if stride == 1 else ";") + base36(count)
        words.append(word + "=" + ".".join(base36(ord(c)) for c in result))
        last = value
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 92:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line.rstrip())
    body = "\n".join("    " + line.rstrip() + " \\" for line in lines)[:-2]
    return f'''// Written by scripts/unicode/folding_table.py: do not edit.

/// Full case folding and compatibility decomposition of Unicode {unicodedata.unidata_version}.
enum FoldingTable {{
  /// Version of the Unicode character database.
  static let unicodeVersion = "{unicodedata.unidata_version}"

  /// Runs between blanks: distance from the last run's first scalar, `,` or `;` and the number of
  /// scalars in steps of one or two, `=`, and the result of the first. All numbers have base 36;
  /// several result scalars are joined by dots.
  static let runs: StaticString =
    """
{body}
    """
}}
'''


def main():
    text = source()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if TARGET.exists() and TARGET.read_text() == text else 1)
    TARGET.write_text(text)


main()
