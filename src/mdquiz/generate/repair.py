"""Make the block structure of careless notes readable, line for line, without moving a line."""

from __future__ import annotations

import re

from mdquiz.generate.bare_headings import out_of_lists
from mdquiz.text import forbidden_character

_BULLET = re.compile(
    r"^(?P<indent>[ \t]*)(?:>[ \t]?)*"
    r"(?P<mark>[•●○▪▫◦‣⁃∙■□◆◇➤➢►▶→⇒✓✔✅☑❖★☆✦✱※·–—◾◽◼◻]\ufe0f?|[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)"
    r"(?=\s)"
)
_HEAD_MARKS = re.compile(r"^[👉➡➤➢►▶📌📍🔴🔵🟢🟠🔶🔷🔹🔸✳❇⭐★✦❖🎯💡🚩✅]")
_SMALL_MARKS = re.compile(r"^(?:[▪▫•◦‣∙·○●■□◾◽◼◻–—]\ufe0f?|[-*+])\s+(?=\S)")
_ENUMERATED = re.compile(
    r"^(?P<indent>[ \t]*)(?![Qq][.)]\s)(?:\((?P<a>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2}|[०-९]{1,2}|[क-ह])\)"  # noqa: E501
    r"|(?P<b>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[).](?=\s)"
    r"|(?P<c>[०-९]{1,3}[.)])|(?P<d>\d{1,2}\)))\s+(?=\S)"
)
_CONTAINER = re.compile(r"^\s*:{3,}")
_CONTAINER_TITLE = re.compile(r"^\s*:{3,}\s*\{?[a-z]+\}?\s+(?P<title>[^\s].{2,80})$")
_TAG_ONLY = re.compile(
    r"^\s*(?:</?(?:details|div|p|span|center|br|hr|ul|ol|a|img|section)\b[^>]*>\s*)+$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"^\s*<summary>(?P<text>.*?)</summary>\s*$", re.IGNORECASE)
_LIST_ITEM_TAG = re.compile(r"^\s*<li>", re.IGNORECASE)
_UNDERLINE = re.compile(r"^\s{0,3}(?:={3,}|-{3,})\s*$")
_HEADING = re.compile(r"^(\s{0,3}#{1,6})(?=[^#\s])")
_DEVANAGARI_DIGITS = {ord(c): str(n) for n, c in enumerate("०१२३४५६७८९")}


def repaired(lines: tuple[str, ...]) -> list[str]:
    """`lines` as a Markdown parser should see them; the same number of lines.

    Front matter and container fences become blank; `•`, emoji and dashes become `-`; `(a)` and
    `१.` become list markers; a line underlined like a heading becomes one, and so does a bold line
    right below a list item, which Markdown takes for more of that item.
    """
    out: list[str] = []
    body = front_matter_end(lines)
    fence = ""
    headed = False  # whether small bullets stand under a large one, set no deeper than it
    for number, line in enumerate(lines):
        if number < body:
            out.append("")
            continue
        lstripped = line.lstrip()
        if lstripped.startswith(("```", "~~~")):
            mark = lstripped[:3]
            fence = "" if fence == mark else fence or mark
            out.append(line)
            continue
        if fence:
            out.append(line)
            continue
        if _HEAD_MARKS.match(lstripped) and lstripped == line:
            headed = True
        elif not lstripped or (lstripped == line and not _SMALL_MARKS.match(line)):
            headed = False
        small = headed and lstripped == line and _SMALL_MARKS.match(line) is not None
        out.append(("  " if small else "") + _repaired_line(line, out))
    return out_of_lists(out)


def _repaired_line(line: str, out: list[str]) -> str:
    if not line or line.isspace():
        return ""
    titled = _CONTAINER_TITLE.match(line)
    if titled:
        return "**" + titled["title"].replace("*", "") + "**"
    if forbidden_character(line) is not None or _CONTAINER.match(line) or _TAG_ONLY.match(line):
        return ""
    if _UNDERLINE.match(line):
        above = out[-1].strip() if out else ""
        if above and _title_like(above) and (len(out) < 2 or not out[-2].strip()):
            out[-1] = ("# " if "=" in line else "## ") + above
        return "" if "=" in line else line
    summary = _SUMMARY.match(line)
    if summary:
        return "**" + summary["text"].replace("*", "") + "**"
    if _LIST_ITEM_TAG.match(line):
        return "- " + _LIST_ITEM_TAG.sub("", line)
    line = _HEADING.sub(r"\1 ", line)
    bullet = _BULLET.match(line)
    if bullet:
        rest = line[bullet.end() :].lstrip()
        return f"{bullet['indent']}- {rest}"
    enumerated = _ENUMERATED.match(line)
    if enumerated:
        rest = line[enumerated.end() :]
        digits = enumerated["a"] or enumerated["c"] or enumerated["d"] or ""
        digits = digits.rstrip(".)").translate(_DEVANAGARI_DIGITS)
        mark = f"{digits}." if digits.isdigit() else "-"
        return f"{enumerated['indent']}{mark} {rest}"
    return line


def _title_like(text: str) -> bool:
    return (
        len(text) <= 70
        and not text.endswith((".", ",", ";", "?", "!", "।"))
        and not text.startswith(("#", "-", "*", ">", "|", "+"))
        and "|" not in text
    )


def front_matter_end(lines: tuple[str, ...]) -> int:
    """How many lines from the top are front matter."""
    if not lines or lines[0].strip() not in {"---", "+++"}:
        return 0
    for number, line in enumerate(lines[1:60], start=1):
        if line.strip() == lines[0].strip():
            return number + 1
        if line.strip() and not re.match(r"^\s*(?:[-\w]+\s*[:=]|- |#|\s)", line):
            return 0
    return 0
