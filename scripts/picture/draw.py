"""Draws a terminal screen with SGR colours (tmux capture-pane -e) as SVG: draw.py COLUMNS <screen >picture"""

import html
import re
import sys

WIDTH, HEIGHT, PADDING = 8.4, 18, 14
INK, GROUND = "#d6dbe3", "#12161c"
COLOURS = {
    30: "#5b6675", 31: "#ff8a80", 32: "#8bd49c", 33: "#ffc25c", 34: "#6ea8ff", 35: "#d7a6ff",
    36: "#7fd6e0", 37: "#d6dbe3", 90: "#9aa5b4", 91: "#ff8a80", 92: "#8bd49c", 93: "#ffc25c",
    94: "#6ea8ff", 95: "#d7a6ff", 96: "#7fd6e0", 97: "#ffffff",
}


def runs(line, state):
    """Yields column, text and (colour, bold, dim) of each run; `state` goes on to the next line."""
    column = 0
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if not part.startswith("\x1b"):
            if part:
                yield column, part, tuple(state)
            column += len(part)
            continue
        for code in (int(word or 0) for word in part[2:-1].split(";")):
            if code == 0:
                state[:] = [INK, False, False]
            elif code == 1:
                state[1] = True
            elif code == 2:
                state[2] = True
            elif code == 22:
                state[1] = state[2] = False
            elif code == 39:
                state[0] = INK
            elif code in COLOURS:
                state[0] = COLOURS[code]


def main():
    columns = int(sys.argv[1])
    lines = sys.stdin.read().rstrip("\n").split("\n")
    width = round(columns * WIDTH + 2 * PADDING)
    height = len(lines) * HEIGHT + 2 * PADDING
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" font-family="ui-monospace, DejaVu Sans Mono, Menlo, monospace" font-size="14">',
        "<title>A terminal</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>',
    ]
    state = [INK, False, False]
    for row, line in enumerate(lines):
        for column, text, (colour, bold, dim) in runs(line, state):
            if not text.strip():
                continue
            # Each run has the length of its columns, whatever font is there.
            lead = len(text) - len(text.lstrip())
            text = text.strip()
            x = PADDING + (column + lead) * WIDTH
            out.append(
                f'<text x="{x:.1f}" y="{PADDING + row * HEIGHT + 13}" fill="{colour}"'
                f' textLength="{len(text) * WIDTH:.1f}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"'
                + (' font-weight="600"' if bold else "")
                + (' opacity="0.65"' if dim else "")
                + f">{html.escape(text)}</text>"
            )
    out.append("</svg>")
    print("\n".join(out))


if __name__ == "__main__":
    main()
