"""Short questions and gaps for values, names and bold terms in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mdquiz.generate.candidates.candidate import Candidate, Material, short
from mdquiz.generate.candidates.in_place import in_place
from mdquiz.generate.candidates.lists import NUMBER_WORDS
from mdquiz.generate.candidates.phrases import leaks
from mdquiz.generate.candidates.topics import names_something
from mdquiz.generate.candidates.wording import Said, said, without_lead
from mdquiz.generate.facts.claims import is_opinion
from mdquiz.generate.facts.fact import Answer, Fact
from mdquiz.generate.fold import folded
from mdquiz.generate.grammar import parse_clause
from mdquiz.generate.statements import Reading, Statement
from mdquiz.generate.words import words

_MEASURED = frozenset({"money", "percent", "date", "quantity", "number", "ratio"})
_SCORES = {
    "money": 0.95,
    "date": 0.9,
    "year": 0.88,
    "percent": 0.9,
    "number": 0.82,
    "quantity": 0.85,
    "article": 0.9,
    "ratio": 0.88,
    "country": 0.85,
    "authority": 0.8,
    "state": 0.85,
    "set": 0.8,
    "abbreviation": 0.7,
    "name": 0.7,
    "mineral": 0.5,
}


def value_questions(material: Material) -> Iterator[Candidate]:
    """One short question a value where it can be asked in place, else one gap."""
    reading = material.reading
    meant = {f.subject: f.answer.text for f in material.facts if f.kind == "expansion"}
    for fact in material.facts:
        if fact.kind not in {"value", "set"} or fact.entity is None:
            continue
        entity = fact.entity
        if _means_another(fact, meant, reading):  # "DA" is dearness allowance here: no grouping
            entity = replace(entity, wh="", group="")
            fact = replace(fact, answer=Answer("text", fact.answer.text), entity=entity)
        statement = reading.statements[fact.statement]
        if not _says_enough(statement, reading) or is_bare(statement, fact):
            continue
        if (
            statement.label is not None
            and statement.whole
            and len(statement.text) < 90
            and len(re.findall(r"\b[A-Z][\w-]+", statement.label.text)) < 2
            and (
                parse_clause(statement.text, reading.lexicon) is None
                or any(e.start == 0 and e.type in _MEASURED for e in statement.entities)
            )
        ):
            continue  # "Target: 1.2 GW by 2032" is asked as what it is: a label and its value
        block = reading.document.blocks[statement.block]
        if reading.items_under.get(statement.block) and (
            parse_clause(statement.text, reading.lexicon) is None
        ):
            continue  # "State visit of the President (6–10 May)" only leads to what stands below
        if (
            block.list_id >= 0
            and fact.relation == "name"
            and fact.start == 0
            and not statement.marks
            and parse_clause(statement.text, reading.lexicon) is None
        ):
            continue  # the first word of a list item, not a name
        if counts_what_follows(statement, fact):
            continue
        sentence = said(reading, statement, fact.start, fact.end)
        if sentence is None:
            continue
        score = _SCORES.get(fact.relation, 0.75)
        brief = _brief_value(material, fact, statement)
        if brief:
            yield short(fact, brief, score + 0.05, "value-brief")
        question = in_place(sentence, entity, reading)
        if question and fact.relation not in _MEASURED and _says_nothing(sentence):
            question = None
        told = question and (
            leaks(fact.answer.text, question) or kindred(fact.answer.text, question)
        )
        if question and not told:
            yield short(fact, sentence.asked(question), score, "value-in-place")
        if fact.kind == "set":
            if not question and len(fact.answer.items) <= 4:
                text = gapped(fact.answer.items, sentence)
                if text:
                    yield Candidate(
                        (fact.id,),
                        "cloze",
                        text,
                        fact.answer,
                        "gaps",
                        fact.spans,
                        fact.section,
                        score - 0.15,
                    )
            continue
        if is_opinion(statement.text) and fact.relation not in _MEASURED:
            continue  # where something is praised or demanded, many words would do
        gap = _gap(fact, sentence)
        if gap:
            yield Candidate(
                (fact.id,),
                "cloze",
                gap,
                fact.answer,
                "gap",
                fact.spans,
                fact.section,
                score - (0.3 if _PREMODIFIES.match(sentence.after) else 0.15),
            )


_PREMODIFIES = re.compile(
    r"\s(?!(?:of|in|to|for|with|on|by|from|at|as|and|or|is|are|was|were|has|had|but|who|which|that|"
    r"after|before|during|under|over|into|near)\b)[a-z]+"
)
"""What stands behind a name that only goes with a noun: "the Gupta era"."""


def _means_another(fact: Fact, meant: dict[str, str], reading: Reading) -> bool:
    """Whether the document itself gives an abbreviation another meaning than the word lists."""
    text = fact.answer.text
    known = reading.lexicon.names.get(text)
    if text not in meant or known is None:
        return False
    spelled = {known.canonical, *reading.lexicon.synonyms.get(known.canonical, ())}
    return folded(meant[text]) not in {folded(name) for name in spelled}


def _says_enough(statement: Statement, reading: Reading) -> bool:
    """Whether a statement is a sentence to ask from; a lead-in is, where it says something itself."""  # noqa: E501
    if statement.form != "lead":
        return True
    return (
        statement.text.endswith(":")
        and len(statement.text.split()) >= 9
        and parse_clause(without_lead(statement.text), reading.lexicon) is not None
    )


_COMMON_DEEDS = words("values-common-deeds")


def _says_nothing(sentence: Said) -> bool:
    """Whether a sentence tells too little of its answer: "Which Act was passed in 2013?"."""
    if sentence.topic or sentence.context or names_something(sentence.before, sentence.after):
        return False
    rest = f"{sentence.before} {sentence.after}"
    if re.search(r"[\u0900-\u097f]|[₹$%]", rest):
        return False
    telling = [w for w in re.findall(r"[a-z]{4,}", rest) if w not in _COMMON_DEEDS]
    figures = re.findall(r"(?<!\d)(?!(?:1\d|20)\d\d(?!\d))\d+", rest)
    return not telling and not figures and not re.search(r"\b[A-Z][A-Za-z]{2,}", rest[4:])


def counts_what_follows(statement: Statement, fact: Fact) -> bool:
    """Whether a number only counts what the sentence goes on to name: "two posts, P and Q"."""
    number = counted_number(fact)
    if number is None:
        return False
    after = _COUNTED_THINGS.match(statement.text[fact.end :])
    if after is None:
        return False
    listed = re.split(r"[;.)]", statement.text[fact.end + after.end() :])[0]
    parts = [p for p in re.split(r",\s*(?:and\s+)?|\s+(?:and|or)\s+", listed) if p.strip()]
    return 2 <= number == len(parts) and all(len(part.split()) <= 8 for part in parts)


_COUNTED_THINGS = re.compile(
    r"\s(?:[\w'’-]+\s){0,6}?[\w'’-]+s(?:\s\w+ing)?(?:\s?[:(–—-]|,|\s(?:are|were|namely|of))\s?"
)


def counted_number(fact: Fact) -> int | None:
    """The small whole number that a fact's answer is, in figures or in a word; else None."""
    if fact.entity is None or fact.relation not in {"number", "quantity"}:
        return None
    word = fact.answer.text.casefold().split()[0]
    if word.isascii() and word.isdigit():
        return int(word)
    return next((n for n, text in NUMBER_WORDS.items() if text == word), None)


def is_bare(statement: Statement, fact: Fact) -> bool:
    """Whether the statement is little more than the answer: nothing is left to ask with."""
    rest = [
        w
        for w in (statement.text[: fact.start] + " " + statement.text[fact.end :]).split()
        if len(w) > 1
    ]
    if fact.kind == "term" and sum(len(word) > 2 for word in rest) < 4:
        return True
    if statement.topics and _DONE_BY.match(statement.text):
        return False  # the heading is what it was done to
    return len(rest) < 3


_NAME_GOES_ON = re.compile(
    r"['’]s?\s[A-Z]|\s[A-Z]\d{0,2}(?![\w.])|\s[a-z]{3,}(?:ilis|ensis|oides|atus|icus|anus|aris|icum)\b"
)
_DONE_BY = re.compile(
    r"[A-Z][a-z]+(?:ed|ilt|ade|awn|ven|ritten|pt|out|up|off)\s(?:[a-z]+\s)?(?:by|under)\s"
)


def _gap(fact: Fact, sentence: Said) -> str:
    if re.search(r"[A-Za-z]$", sentence.before) or re.match(r"[A-Za-z]", sentence.after):
        return ""
    if "{{" in sentence.text or "}}" in sentence.text or "::" in sentence.answer:
        return ""
    answer = sentence.answer
    after = sentence.after
    if re.match(r"(?:In|On|By|Under|At|For)\s", answer):
        return ""
    if re.search(r"(?:[:,]|\band)\s$", sentence.before) and re.match(
        r"(?:,|\sand)\s(?:[A-Z]|and\s[A-Z])", after
    ):
        return ""  # one of a list: which is missing can be told from the others, or not at all
    gloss = re.match(r"\s*\((?P<inner>[^()]{2,90})\)", after)
    if gloss and fact.relation not in {"money", "date", "year", "number", "percent", "quantity"}:
        after = after[gloss.end() :]
    if re.match(r"-(?:year|month|day|week|point|decade)\b", after):
        return ""  # "a 12-year low"
    if answer == "Parliament" and LAW_MADE.match(after):
        return ""
    if OF_A_HOUSE.search(sentence.before):
        return ""  # "Members of Parliament": a part of a name
    rest = sentence.before + " " + after
    initials = "".join(word[0] for word in answer.split() if word[:1].isupper())
    if len(initials) > 1 and re.search(rf"\b{initials}\b", rest):
        return ""  # its abbreviation stands beside the gap
    if _plain_words(answer) <= _plain_words(rest):
        return ""
    if leaks(answer, rest) or kindred(answer, rest):
        return ""
    if answer.isupper() and re.match(r"\s[A-Z][a-z]", after):
        return ""  # "IUCN Red List": a part of a longer name
    if _NAME_GOES_ON.match(after) or re.search(r"[A-Z]\w*['’]s\s$", sentence.before):
        return ""  # "Governor's Rule", "Vitamin K", "Bacillus subtilis"
    text = f"{sentence.before}{{{{{answer}}}}}{after}"
    body = sentence.asked(text)
    return (
        body
        if body.endswith((".", "।", "?", "!"))
        else body + ("।" if re.search(r"[\u0900-\u097f]", sentence.before + after) else ".")
    )


LAW_MADE = re.compile(r"\s(?:passed|enacted|amended)\b")
"""What only Parliament does, so that nobody need ask who did it."""
OF_A_HOUSE = re.compile(
    r"\b(?:Members?|Houses?|Chairman|Speaker|Leader|Judges?|Secretary)\sof\s(?:the\s)?$"
)


def _plain_words(text: str) -> set[str]:
    """The words of a text of four letters and more, without a plural's s."""
    return {w.removesuffix("s") for w in re.findall(r"[^\W\d_]{4,}", text.casefold())} or {text}


def kindred(answer: str, rest: str) -> bool:
    """Whether another form of a name stands beside it: "Omani" and "Oman"."""
    if not re.fullmatch(r"[A-Z][a-z]{3,}", answer):
        return False
    stem = answer[: max(4, len(answer) - 2)].casefold()
    return any(word.casefold().startswith(stem) for word in re.findall(r"[A-Z][a-z]{3,}", rest))


def gapped(items: tuple[str, ...], sentence: Said) -> str:
    """The sentence with a gap for each of `items`, which stand in its answer; "" where one leaks."""  # noqa: E501
    said = sentence.answer
    for item in items:
        if said.count(item) != 1 or "{{" in item or "::" in item:
            return ""
        said = said.replace(item, f"{{{{{item}}}}}")
    rest = re.sub(r"\{\{.*?\}\}", " … ", sentence.before + said + sentence.after)
    if any(leaks(item, rest) for item in items):
        return ""
    body = sentence.asked(f"{sentence.before}{said}{sentence.after}")
    if body.endswith((".", "।", "?", "!")):
        return body
    return body + ("।" if re.search(r"[\u0900-\u097f]", body) else ".")


_AGREEMENT = re.compile(
    r"\b(pact|agreement|deal|contract|MoU|package|fund|project|loan|scheme|grant)\b"
)


def _brief_value(material: Material, fact: Fact, statement: Statement) -> str:
    """`KABIL–Argentina pact value?`: the parties, the deal, and what is asked of it."""
    if fact.relation != "money":
        return ""
    after = statement.text[fact.end :]
    before = statement.text[: fact.start]
    deal = _AGREEMENT.search(after[:80])
    if deal is None or not re.search(r"\b(?:an?|the)\s$", before, re.IGNORECASE):
        return ""
    partner = re.search(r"\bwith\b[^,;]*", after)
    if partner is None:
        return ""
    partners = [
        e
        for e in statement.entities
        if e.type in {"country", "grouping", "organisation"}
        and fact.end + partner.start() <= e.start < fact.end + partner.end()
    ]
    if not partners:
        return ""
    agent = _agent(material, fact, statement)
    return f"{agent}–{partners[0].text} {deal.group(1)} value?" if agent else ""


def _agent(material: Material, fact: Fact, statement: Statement) -> str:
    """Who acts in the section: the subject of this sentence, or the one its neighbours share."""
    reading = material.reading
    counts: dict[str, int] = {}
    also = ""
    near = reading.statements[max(statement.index - 40, 0) : statement.index + 41]
    for other in near:
        if reading.document.blocks[other.block].section != fact.section:
            continue
        for entity in other.entities:
            leading = other.text[: entity.start].strip()
            if entity.type in {"abbreviation", "organisation"} and (
                not leading or leading.endswith(",")
            ):
                counts[entity.text] = counts.get(entity.text, 0) + 1
                follows = other.text[entity.end : entity.end + 12]
                if other.index == statement.index + 1 and " also " in follows + " ":
                    also = entity.text
    if also and counts.get(also, 0) > 1:
        return also
    return ""
