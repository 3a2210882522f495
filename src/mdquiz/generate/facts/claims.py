"""Whole sentences that can be judged true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mdquiz.generate.facts.fact import Answer, Fact, fact_id
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Reading

_EVALUATIVE = re.compile(
    r"\b(?:should|must|need to|needs to|ought|crucial|significantly|vital|important|significant|hopefully|perhaps|"  # noqa: E501
    r"likely|could|might|would|may be|seems?|believes?|argue[sd]?|ideal|undoubtedly|necessity|"
    r"strive|essential|imperative|it is (?:said|felt))\b|चाहिए|जीवंत|महत्वपूर्ण|अत्यंत|आवश्यक है"
)
_COUNTED = re.compile(r"\d[\d,]*\s[a-z]")
_HINDI_VERB = re.compile(r"(?:है|हैं|था|थे|थी|थीं|हुआ|हुई|गया|गई|गए|किया|की|होगा|होगी|होंगे|करता|करती|करते)$")


@lru_cache(maxsize=1024)
def is_opinion(text: str) -> bool:
    """Whether a sentence judges or demands rather than states."""
    return bool(_EVALUATIVE.search(text.lower()))


def claims(reading: Reading) -> Iterator[Fact]:
    """Every complete sentence that states something."""
    for statement in reading.statements:
        text = statement.text
        if statement.form != "clause" or not 25 <= len(text) <= 240:
            continue
        if statement.label is not None and _COUNTED.match(statement.label.text):
            continue  # parts of a total say nothing without it
        clause = parse_clause(text, reading.lexicon)
        word = text.split()[0].lower()
        verb_first = word in reading.lexicon.past or (
            word in reading.lexicon.third and word not in reading.lexicon.noun_like
        )
        if clause is None and not verb_first and not _HINDI_VERB.search(text):
            continue
        span = reading.span(statement)
        yield Fact(
            fact_id("claim", span.quote, "true"),
            "claim",
            Answer("bool", "true"),
            (span,),
            (statement.block, statement.start, 5),
            statement.topics,
            reading.document.blocks[statement.block].section,
            "",
            "opinion" if is_opinion(text) else "fact",
            statement.index,
            0,
            len(text),
        )
