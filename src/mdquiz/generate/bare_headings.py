"""Headings without heading markup: a bold line, a caption, a short line over its text."""

from __future__ import annotations

import re

from mdquiz.generate.document import Block
from mdquiz.generate.furniture import is_furniture

CAPTION = re.compile(
    r"^(?:Table|Fig(?:ure)?|Map|Chart|Box|तालिका)\.?\s*[\d०-९]+\s*[:.–-]\s*(?=\S)", re.IGNORECASE
)
POINTS_BACK = re.compile(
    r"\W*(?:It|They|He|She|Its|Their|His|Her|This|These|That|Those|The\s(?:above|said)|Note|NB|[a-z]|यह|ये|वह|इस)"
)
"""How a line opens that is about what stands above it."""
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(?P<text>[^*_]{2,80}?)\s*:?\s*(?:\*\*|__)\s*:?\s*$")
_PLAIN = re.compile(
    r"^(?=.{3,70}$)(?!.*[.:;,|=→]\s*$)(?!.*:\s)(?!.*\s=\s)(?:[A-Z0-9\u0904-\u0939][^\s]*)(?:\s+\S+){0,8}$"
)
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|shall|will|may|must|should|can)\b|(?:है|हैं|था|थे)$"
)
_ASKS = re.compile(r"^(?:What|Why|How|Who|When|Where|Which)\s[^.?!|]{3,70}\?$")
_LIST_LINE = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d{1,9}[.)])\s+(?P<text>\S.*)$")
_WRAPPED = 50
"""Characters from which on a line may have been broken by its editor."""


def is_bold_line(text: str, following: str = "") -> bool:
    """Whether a line is set in bold, all of it, and no sentence runs on below it."""
    found = _BOLD_LINE.match(text)
    return found is not None and not is_furniture(found["text"]) and not following[:1].islower()


def may_head(text: str) -> bool:
    """Whether a line is short, without verb and full stop, or asks, as headings do."""
    if _ASKS.match(text):
        return not is_furniture(text)
    return bool(_PLAIN.match(text)) and not _VERBISH.search(text) and not is_furniture(text)


def heads_text(
    text: str, line: int, lines: tuple[str, ...], following: str, *, first: bool
) -> bool:
    """Whether a line that may be a heading stands over something, as headings do.

    Args:
        text: The line.
        line: Its number, from 0.
        lines: All lines of the source.
        following: The next line of its paragraph; empty where it stands alone.
        first: Whether nothing was read before it.
    """
    if _ASKS.match(text) and (following or first or not lines[max(line - 1, 0)].strip()):
        return True
    if following:  # a title right above its paragraph
        return len(text.split()) <= 5 and len(following) > 60 and not following[0].islower()
    if any(part.strip() for part in lines[max(line - 1, 0) : line]):
        return False
    below = next((part.strip() for part in lines[line + 1 : line + 3] if part.strip()), "")
    prose = len(below) > 60 or below.startswith(("-", "*", "•", "1.", "|"))
    return first or text.isupper() or prose


def captions_table(blocks: list[Block]) -> bool:
    """Whether the last heading of `blocks` has stood over the rows of a table, and nothing else."""
    for number in range(len(blocks) - 1, -1, -1):
        if blocks[number].kind != "row":
            return blocks[number].kind == "heading" and number < len(blocks) - 1
    return False


def out_of_lists(lines: list[str]) -> list[str]:
    """`lines` with what heads the next list no longer read as a part of the item before it.

    Markdown takes a line right below a list item for more of that item, however it is set. A bold
    or short line there becomes a heading, a line with a colon over a list a paragraph.
    """
    out = list(lines)
    listed = False
    for number, line in enumerate(lines):
        item = _LIST_LINE.match(line)
        if item:
            if _is_bold_item(lines, number, item):
                out[number] = f"###### {item['text']}"
            listed = True
            continue
        if not line.strip():
            listed = False
        if not listed or line[:2].isspace() or line.startswith((">", "#", "|")):
            continue
        below = lines[number + 1] if number + 1 < len(lines) else ""
        text = line.strip()
        if is_bold_line(text, below.strip()):
            out[number] = f"###### {text}"
            listed = False
        elif _LIST_LINE.match(below) and not below[:1].isspace():
            before = lines[number - 1].rstrip()
            whole = before.endswith((".", "।", "!", "?", ";")) or len(before) < _WRAPPED
            if text.endswith(":") and not text[0].islower() and len(text.split()) <= 14:
                out[number] = f"> {text}"
            elif whole and may_head(text) and len(text.split()) <= 6:
                out[number] = f"###### {text}"
    return out


def _is_bold_item(lines: list[str], number: int, item: re.Match[str]) -> bool:
    """Whether a bold bullet heads the sentences that stand as bullets beside it."""
    if item["indent"] or not is_bold_line(item["text"]):
        return False
    above = _LIST_LINE.match(lines[number - 1]) if number else None
    below = _LIST_LINE.match(lines[number + 1]) if number + 1 < len(lines) else None
    if below is None or below["indent"] or len(below["text"].split()) < 4:
        return False
    return not is_bold_line(below["text"]) and not (above and is_bold_line(above["text"]))
