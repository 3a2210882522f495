"""Take the markup off a piece of Markdown and remember where every character came from."""

from __future__ import annotations

import html
import re

from mdquiz.generate.document import Mark, Run
from mdquiz.generate.retractions import retracted

_MARKUP = re.compile(
    r"""(?=[\\!\[\]<&*_`=~\s\u2600-\u27bf\U0001f300-\U0001faff\u200b\u200e\u200f\ufeff\u00ad])(?:
      (?P<escape>\\(?=[\\`*_{}\[\]()\#+\-.!$|<>~&%"'/]))
    | (?P<callout>^\[![A-Za-z]+\][+-]?)
    | (?P<emoji>[\u2600-\u2712\u2719-\u27bf\U0001f300-\U0001faff]\ufe0f?)
    | (?P<image>!\[[^\]]{0,500}\]\((?:data:[\w/;:+=.,%-]*|[^)]{0,1000})\))
    | (?P<footnote>\[\^[^\]\s]{1,80}\])
    | (?P<wiki>\[\[(?:[^\[\]|\n]*\|)?(?=[^\[\]\n]+\]\]))
    | (?P<wikiend>\]\])
    | (?P<link>\[(?=[^\[\]]{1,300}\]\())
    | (?P<linkend>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\))
    | (?P<comment><!--(?:[^<-]|<(?!!--)|-(?!->))*+-->)
    | (?P<tag></?[a-zA-Z][^<>]{0,300}>)
    | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10});)
    | (?P<bold>\*{2,3}|__)
    | (?P<soft>\*|`+|==|~~|(?<!\w)_|_(?!\w))
    | (?P<space>(?<![^\W_])\s+|[ ](?:\s+|\Z)|[^\S ]\s*)  # one space between words may stay
    | (?P<zero>[\u200b\u200e\u200f\ufeff\u00ad]))
    """,
    re.VERBOSE | re.DOTALL,
)
_ORNAMENT = re.compile(
    "^(?:\\s|[:：](?=\\s)|[•●○▪▫◦‣■□◆◇➤➢►▶→⇒✓✔✅☑❖★☆✦✱\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)+"
)
_HAS_MARKUP = re.compile(
    r"[\u2600-\u2712\u2719-\u27bf\U0001f300-\U0001faff\\!\[\]<&*_`=~\u200b\u200e\u200f\ufeff\u00ad\t\u00a0]|\s\s"
)


def stripped(
    pieces: list[tuple[str, int, int, bool]],
) -> tuple[str, tuple[Mark, ...], tuple[Run, ...]]:
    """The words of `pieces`, their bold spans and their places.

    Args:
        pieces: Each a stretch of one line: raw text, line (from 0), column, and whether the
            column is exact. Successive pieces are joined by one space.

    Returns:
        Text, marks and runs, as a `Block` keeps them.
    """
    out: list[str] = []
    runs: list[Run] = []
    marks: list[Mark] = []
    length = 0
    bold: int | None = None
    for number, (raw, line, column, exact) in enumerate(pieces):
        if number and out and not out[-1].endswith(" "):
            runs.append(Run(length, 1, line, column, exact))
            out.append(" ")
            length += 1
        if not _HAS_MARKUP.search(raw):
            out.append(raw)
            runs.append(Run(length, len(raw), line, column, exact))
            length += len(raw)
            continue
        opened = raw.find("[[")
        for begin, stop in _kept(raw):
            at = begin
            for found in _MARKUP.finditer(raw, begin, stop):
                if found.start() > at:
                    piece = raw[at : found.start()]
                    out.append(piece)
                    runs.append(Run(length, len(piece), line, column + at, exact))
                    length += len(piece)
                at = found.end()
                kind = found.lastgroup
                if kind == "space" or (kind == "tag" and found.group()[:3].lower() == "<br"):
                    if out and not out[-1].endswith(" "):
                        out.append(" ")
                        runs.append(Run(length, 1, line, column + found.start(), exact))
                        length += 1
                elif kind == "entity":
                    char = html.unescape(found.group())
                    char = " " if char.isspace() else char
                    out.append(char)
                    runs.append(Run(length, len(char), line, column + found.start(), exact))
                    length += len(char)
                elif kind == "bold":
                    before = raw[found.start() - 1] if found.start() else " "
                    after = raw[found.end()] if found.end() < len(raw) else " "
                    if bold is not None and not before.isspace():
                        marks.append(Mark(bold, length))
                        bold = None
                    elif not after.isspace():
                        bold = length
                elif kind == "wikiend" and not 0 <= opened < found.start():
                    out.append("]]")
                    runs.append(Run(length, 2, line, column + found.start(), exact))
                    length += 2
            if at < stop:
                piece = raw[at:stop]
                out.append(piece)
                runs.append(Run(length, len(piece), line, column + at, exact))
                length += len(piece)
    return _trimmed("".join(out), marks, runs)


def _kept(raw: str) -> list[tuple[int, int]]:
    """The stretches of a line that its writer does not take back."""
    out: list[tuple[int, int]] = []
    at = 0
    for begin, stop in sorted(retracted(raw)):
        if begin > at:
            out.append((at, begin))
        at = max(at, stop)
    return [*out, (at, len(raw))]


def _trimmed(
    text: str, marks: list[Mark], runs: list[Run]
) -> tuple[str, tuple[Mark, ...], tuple[Run, ...]]:
    lead = len(text) - len(_ORNAMENT.sub("", text))
    text = text[lead:].rstrip()
    if lead:
        runs = [_shifted(run, lead) for run in runs if run.start + run.length > lead]
        marks = [Mark(max(mark.start - lead, 0), mark.end - lead) for mark in marks]
    kept = []
    for mark in marks:
        start, end = mark.start, min(mark.end, len(text))
        while start < end and text[start] in " :–-":
            start += 1
        while end > start and text[end - 1] in " :–-;,.":
            end -= 1
        if end > start:
            kept.append(Mark(start, end))
    return text, tuple(kept), tuple(run for run in runs if run.start < max(len(text), 1))


def _shifted(run: Run, lead: int) -> Run:
    cut = max(lead - run.start, 0)
    return Run(run.start + cut - lead, run.length - cut, run.line, run.column + cut, run.exact)
