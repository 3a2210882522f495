"""The few changes that a merge makes to a deck's text: status lines, line numbers, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mdquiz.decks.deck import Deck, Document
from mdquiz.decks.question import Question
from mdquiz.decks.write import deck_text, value_text

_QUESTION = re.compile(r"^[ \t]*\[\[[ \t]*question[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_SHA = re.compile(r'^(?P<key>\s*sha256\s*=\s*)"[0-9a-f]{64}"', re.MULTILINE)
_LINES = re.compile(r"\blines\s*=\s*\[\s*(?P<first>\d+)\s*,\s*(?P<last>\d+)\s*\]")
_STALE = re.compile(r'\n[ \t]*status[ \t]*=[ \t]*"stale"[ \t]*')


def marked(text: str, questions: Sequence[Question], changes: Mapping[str, Question]) -> str | None:
    """The file with status, lines and quotes as `changes` have them.

    None where it is laid out in a way that its questions cannot be told apart.

    Args:
        text: The file.
        questions: Its questions, in order.
        changes: Questions that are to be changed, by id; in nothing but these.
    """
    if not changes:
        return text
    heads = list(_QUESTION.finditer(text))
    if len(heads) != len(questions):
        return None
    out: list[str] = []
    at = 0
    for number, (head, question) in enumerate(zip(heads, questions, strict=True)):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        out.append(text[at : head.end()])
        body = text[head.end() : end]
        change = changes.get(question.id, question)
        if change.status != question.status:
            if change.status:
                out.append(f'\nstatus = "{change.status}"')
            else:
                body = _STALE.sub("", body, count=1)
        out.append(_with_sources(body, question, change))
        at = end
    out.append(text[at:])
    return "".join(out)


def _with_sources(body: str, old: Question, new: Question) -> str:
    """The question's text with the sources of `new`; whoever calls reads it back to be sure."""
    at = 0
    for before, after in zip(old.source, new.source, strict=True):
        if before.lines is None or after.lines is None:
            continue
        found = next((m for m in _LINES.finditer(body, at) if _said(m) == before.lines), None)
        if found is None:
            return body
        lines = found.group() if after.lines == before.lines else f"lines = {[*after.lines]}"
        rest = body[found.end() :]
        if after.quote != before.quote:
            rest = rest.replace(value_text(before.quote), value_text(after.quote), 1)
        body = body[: found.start()] + lines + rest
        at = found.start() + len(lines)
    return body


def _said(lines: re.Match[str]) -> tuple[int, int]:
    return int(lines["first"]), int(lines["last"])


def with_document(text: str, old: Document | None, new: Document | None) -> str:
    """The file with the path and the digest of its notes as they are now."""
    if old is None or new is None:
        return text
    first = _QUESTION.search(text)
    end = first.start() if first else len(text)
    head = _SHA.sub(rf'\g<key>"{new.sha256}"', text[:end], count=1)
    if old.path != new.path:
        written = re.compile(rf"^(\s*path\s*=\s*){re.escape(value_text(old.path))}", re.MULTILINE)
        head = written.sub(lambda found: found[1] + value_text(new.path), head, count=1)
    return head + text[end:]


def with_questions(text: str, deck: Deck, questions: Sequence[Question]) -> str:
    """The file with `questions` of `deck` at its end."""
    if not questions:
        return text
    alone = deck_text(deck.model_copy(update={"questions": tuple(questions), "passages": ()}))
    blocks = alone[alone.index("[[question]]") :]
    return text.rstrip("\n") + "\n\n" + blocks
