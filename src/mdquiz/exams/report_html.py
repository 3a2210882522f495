"""The report as one printable page that needs nothing from outside itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from mdquiz.decks.asked import Asked, Source
from mdquiz.exams.amounts import decimal_text
from mdquiz.exams.attempt import Reply
from mdquiz.exams.error_log import ErrorRow
from mdquiz.exams.item_words import claim_text, given_text, key_text, option_letter
from mdquiz.exams.marking import Marked
from mdquiz.exams.report import Report
from mdquiz.exams.report_tables import ReportTable, given_of, key_of, report_tables
from mdquiz.exams.report_words import (
    break_even_line,
    change_line,
    correction_line,
    counts_line,
    known_line,
    left_line,
    minutes_text,
    past_line,
    score_line,
    verdict_lines,
)
from mdquiz.text import printable

_STYLE = """
body { font: 11pt/1.45 Georgia, "Noto Serif", "Noto Serif Devanagari", serif; color: #111;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100%; font-size: .92em }
th, td { border-bottom: 1px solid #bbb; padding: .2rem .5rem; text-align: left;
  vertical-align: top }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.score { font-size: 1.3rem; font-weight: bold } .quiet { color: #555 }
.question { break-inside: avoid; border-top: 1px solid #bbb; padding-top: .5rem; margin-top: 1rem }
.text { white-space: pre-wrap; margin: .3rem 0 } ol.options { list-style: none; padding-left: 1rem }
ol.options li { white-space: pre-wrap } li.right { font-weight: bold }
blockquote { margin: .3rem 0 .3rem 1rem; white-space: pre-wrap; font-size: .92em; color: #333 }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report_page(report: Report, started: str) -> str:
    """The page as HTML text.

    Args:
        report: What to show.
        started: When the attempt was begun, in words of the learner's own time.
    """
    paper = report.paper
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(paper.title)} – attempt {_safe(report.name)}</title>",
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{_safe(paper.title)}</h1>",
        f'<p class="quiet">{_safe(_taken(report, started))}</p>',
        f'<p class="score">{_safe(score_line(report))}</p>',
        *(_paragraph(line) for line in _summary(report)),
        *(_section(table.title, _figures(table)) for table in report_tables(report)),
        _section("Error log", _errors(report, report.errors)),
        _section("Right by luck", _errors(report, report.lucky)),
        _section("Earlier attempts", _list([past_line(past) for past in report.earlier])),
        _section(
            "Corrected since",
            _list([correction_line(report, one) for one in report.corrections]),
        ),
        "<h2>The paper</h2>",
        *(
            _question(report, one, reply)
            for one, reply in zip(report.score.items, report.attempt.replies, strict=True)
        ),
        "</body></html>\n",
    ]
    return "\n".join(part for part in parts if part)


def _safe(text: str) -> str:
    return escape(printable(text), quote=True)


def _summary(report: Report) -> list[str]:
    lines = [
        counts_line(report.score.total),
        known_line(report),
        *verdict_lines(report),
        left_line(report),
        break_even_line(report),
        change_line(report),
        *report.paper.notes,
    ]
    return [line for line in lines if line]


def _taken(report: Report, started: str) -> str:
    paper = report.paper
    return (
        f"Attempt {report.name}, {started}; {len(paper.items)} questions, "
        f"{minutes_text(report.taken_ms)} of {minutes_text(paper.seconds * 1000)} used; "
        f"seed {paper.seed}"
    )


def _paragraph(text: str) -> str:
    return f"<p>{_safe(text)}</p>"


def _section(title: str, body: str) -> str:
    return f"<h2>{_safe(title)}</h2>\n{body}" if body else ""


def _list(lines: Sequence[str]) -> str:
    items = "".join(f"<li>{_safe(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """A table whose first `words` columns are words and the others numbers."""
    kinds = ["" if at < words else ' class="n"' for at in range(len(heads))]
    head = "".join(f"<th{kind}>{_safe(text)}</th>" for kind, text in zip(kinds, heads, strict=True))
    body = [
        "".join(f"<td{kind}>{_safe(text)}</td>" for kind, text in zip(kinds, row, strict=True))
        for row in rows
    ]
    if not body:
        return ""
    lines = "\n".join(f"<tr>{row}</tr>" for row in body)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{lines}\n</tbody></table>"


def _figures(table: ReportTable) -> str:
    heads = ("", *(head.capitalize() for head in table.heads[1:]))
    return _table(heads, table.rows)


def _errors(report: Report, rows: Iterable[ErrorRow]) -> str:
    return _table(
        ("No.", "Cause", "Question", "Given", "Key"),
        [
            (
                str(row.number),
                (row.cause.value if row.cause else "luck")
                + (f" ({row.remark})" if row.remark else ""),
                row.prompt,
                given_of(report, row),
                key_of(report, row),
            )
            for row in rows
        ],
        words=5,
    )


def _question(report: Report, one: Marked, reply: Reply) -> str:
    item = report.paper.item(one.number)
    asked = item.asked(reply.language)
    given = given_text(asked, reply)
    spoken = _safe(asked.language or "en")
    facts = [one.result.value, f"{decimal_text(one.score)} marks", minutes_text(one.spent_ms)]
    if one.answered and one.bucket.value:
        facts.insert(1, one.bucket.words)
    lines = [
        f'<div class="question"><strong>{one.number}.</strong> {_safe(", ".join(facts))}',
        f'<div lang="{spoken}">',
        *_wording(asked, reply),
        "</div>",
        f'<p class="text"><em>Given:</em> {_spoken(given, spoken)}</p>',
        f'<p class="text"><em>Key:</em> {_spoken(key_text(asked), spoken)}</p>',
    ]
    lines += [
        f'<p class="text">{_safe(correction_line(report, correction))}</p>'
        for correction in report.corrections
        if correction.number == one.number
    ]
    if asked.explanation:
        lines.append(f'<p class="text quiet" lang="{spoken}">{_safe(asked.explanation)}</p>')
    lines += [_source(source) for source in asked.sources if source.quote.strip()]
    return "\n".join([*lines, "</div>"])


def _spoken(words: str, language: str) -> str:
    return f'<span lang="{language}">{_safe(words)}</span>' if words else "nothing marked"


def _source(source: Source) -> str:
    """The passage that a question was made from, and where it stands."""
    lines = ""
    if source.lines is not None:
        first, last = source.lines
        lines = f"line {first}" if first == last else f"lines {first}–{last}"
    where = ", ".join(part for part in (source.path, source.section, lines) if part)
    return f"<blockquote>{_safe(source.quote.strip())}<br><cite>{_safe(where)}</cite></blockquote>"


def _wording(asked: Asked, reply: Reply) -> list[str]:
    lines = [asked.passage, asked.stem]
    lines += [" : ".join(asked.columns)]
    lines += [claim_text(claim) for claim in asked.claims]
    for title, rows in zip(asked.list_titles, asked.lists, strict=True):
        lines += [title, *(f"{label}. {text}" for label, text in rows)]
    lines.append(asked.closing)
    texts = [f'<p class="text">{_safe(line)}</p>' for line in lines if line]
    if asked.options:
        chosen = reply.response.chosen if reply.response else ()
        options = "".join(_option(asked, at, chosen) for at in range(len(asked.options)))
        texts.append(f'<ol class="options">{options}</ol>')
    return texts


def _option(asked: Asked, at: int, chosen: Sequence[int]) -> str:
    """One option with a bubble where it was chosen, and a tick where it is right."""
    option = asked.options[at]
    bubble = "●" if at in chosen else "○"
    sign = "✓" if option.right else "✗" if at in chosen else " "
    kind = ' class="right"' if option.right else ' class="wrong"' if at in chosen else ""
    return f"<li{kind}>{sign} {bubble} {option_letter(at)} {_safe(option.text)}</li>"
