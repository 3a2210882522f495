"""What a plain Hindi sentence says: who did it, what it is called, who holds an office, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.document import SourceSpan
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.facts.hindi_being import (
    RELATED,
    called,
    calls_itself,
    causes,
    first_of,
    role,
)
from mdquiz.generate.facts.hindi_doing import agent, doer
from mdquiz.generate.facts.hindi_forms import (
    GAP,
    JOINT,
    MARKS,
    VERB_END,
    Form,
    no_phrase,
)
from mdquiz.generate.facts.hindi_parts import About, Part, parts
from mdquiz.generate.facts.hindi_places import dated, famous, kind_in_place, of_where, placed
from mdquiz.generate.facts.values import answer_of
from mdquiz.generate.hindi import DEVANAGARI, hindi_words
from mdquiz.generate.statements import Reading, Statement

_LONGEST = 400
"""Characters of a sentence; who does what in a longer one is seldom plain."""


def hindi_clauses(reading: Reading) -> Iterator[Fact]:
    """The facts of Hindi clauses: `subject` has a gap, `relation` is the word that asks."""
    phrases = _phrases(reading)
    known: dict[int, About] = {}
    for statement in reading.statements:
        if (
            statement.form != "clause"
            or len(statement.text) > _LONGEST
            or not DEVANAGARI.search(statement.text)
        ):
            continue
        said, label = _said(reading, statement)
        about = known.get(statement.block) or About(label, label)
        if not about.thing and statement.anaphor:
            about = About(_told_of(reading, statement))
        found = list(parts(said, about, phrases, reading.lexicon))
        for number, (part, _) in enumerate(found):
            for form in forms(part, reading, phrases):
                yield _fact(reading, statement, form, number, part.raw)
        known[statement.block] = found[-1][1] if found else About()


def is_clause_with_tail(label: str) -> bool:
    """Whether a label is a sentence and a label behind it: "अधिवेशन बंबई में हुआ, अध्यक्ष"."""
    head, comma, rest = label.rpartition(",")
    return bool(
        comma
        and re.search(r"\s(?:है|हैं|था|थे|थी|हुआ|हुई|हुए|की|किया|गया|गई|बना|बनी)$", head)
        and rest.strip()
    )


def _said(reading: Reading, statement: Statement) -> tuple[str, str]:
    """A statement's text, and what its label says it is about."""
    label = statement.label
    if label is None:
        return statement.text, ""
    if is_clause_with_tail(label.text):
        block = reading.document.blocks[statement.block]
        return block.text[label.start : statement.end], ""
    return statement.text, label.text if DEVANAGARI.search(label.text) else ""


def _told_of(reading: Reading, statement: Statement) -> str:
    """The heading's name for what a sentence begins with "its": "इसका" under "जल जीवन मिशन".

    Only where every sentence before it in the paragraph speaks of the same kind of thing.
    """
    topic = statement.topics[0] if statement.topics else ""
    kind = topic.split()[-1] if topic else ""
    if kind not in hindi_words("kinds") | hindi_words("vague"):
        return ""
    earlier = [n for n in reading.of_block[statement.block] if n < statement.index]
    same = all(kind in reading.statements[n].text.split() for n in earlier)
    return topic if same else ""


def _phrases(reading: Reading) -> frozenset[str]:
    """Names that the notes use by themselves: in bold, as labels and headings, in tables."""
    found = {section.title for section in reading.document.sections}
    for block in reading.document.blocks:
        found.update(block.text[m.start : m.end] for m in block.marks)
        found.update(block.text[start:end] for start, end in block.cells)
    found.update(label.text for label in reading.labels.values())
    found.update(name for name in reading.lexicon.names if DEVANAGARI.search(name))
    return frozenset(phrase.strip() for phrase in found if phrase.strip())


def forms(part: Part, reading: Reading, phrases: frozenset[str]) -> Iterator[Form]:
    """What a clause can be asked for."""
    lexicon = reading.lexicon
    if part.label:
        yield Form(part.subject, part.label, part.text, "tail")
        return
    text = part.text
    if not VERB_END.search(text):
        return
    found = [*agent(text, phrases), *called(text), *role(text, lexicon)]
    for pattern, wh in ((RELATED, "किससे"),):
        match = pattern.match(text)
        if match and not no_phrase(match["a"]):
            found.append(
                Form(f"{match['np']} का संबंध {GAP}{match['end']}", wh, match["a"], "related")
            )
    found += causes(text)
    found += doer(text)
    if not found:
        found += [*famous(text, phrases), *calls_itself(text, phrases), *first_of(text)]
    if not found:
        found += placed(text, phrases, reading)
    if not found:
        found += of_where(text, lexicon)
    found += dated(text, reading)
    if not any(form.wh.startswith("किस ") for form in found):
        found += kind_in_place(text)
    for form in found:
        answer = MARKS.sub("", form.answer).strip(" \"“”'‘’।")
        if 1 <= len(answer.split()) <= 14 and DEVANAGARI.search(answer + form.gapped):
            yield Form(MARKS.sub("", form.gapped), form.wh, answer, form.kind)


def _fact(reading: Reading, statement: Statement, form: Form, number: int, raw: str) -> Fact:
    span = reading.span(statement)
    spans: tuple[SourceSpan, ...] = (span,)
    block = reading.document.blocks[statement.block]
    at = block.text.find(raw, statement.label.start if statement.label else statement.start)
    if raw and at >= 0 and form.answer not in raw:
        # asked of its own clause: the sentence before may ask for the same name
        spans = (reading.document.span(block, at, at + len(raw)), span)
        if form.answer not in span.quote.replace("*", ""):
            spans = (
                spans[0],
                *(reading.span(reading.statements[n]) for n in _back(reading, statement)),
            )
    answer = form.answer
    bare = re.sub(r"\s*\([^()]*\)$", "", answer)
    found = entities(answer, reading.lexicon, reading.lower_words)
    whole = next((e for e in found if e.start == 0 and e.end == len(answer)), None)
    key = answer_of(answer, whole, reading)
    if key.kind == "text" and bare != answer:
        key = Answer("text", answer, accept=(bare,))
    joined = [item.strip() for item in JOINT.split(answer)]
    if form.wh[:3] == "किन" and len(joined) > 1 and all(len(item.split()) <= 4 for item in joined):
        key = Answer("list", "; ".join(joined), tuple(joined))
    return Fact(
        fact_id(f"hindi-{form.kind}", f"{form.gapped} {span.quote}", answer),
        "hindi",
        key,
        spans,
        (statement.block, statement.start + number, 2),
        statement.topics,
        reading.document.blocks[statement.block].section,
        form.gapped,
        form.wh,
        statement.index,
        entity=whole,
    )


def _back(reading: Reading, statement: Statement) -> list[int]:
    """The statements of a block up to this one: what a pronoun in it can mean."""
    return [n for n in reading.of_block[statement.block] if n <= statement.index][-3:]
