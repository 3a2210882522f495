"""Questions whose answer is a list: what a lead-in introduces, what a group is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mdquiz.generate.candidates.candidate import Candidate, Material
from mdquiz.generate.candidates.phrases import in_sentence, leaks, lowered
from mdquiz.generate.candidates.subjects import noun_phrase
from mdquiz.generate.candidates.wording import said
from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.facts.values import PLURALS
from mdquiz.generate.grammar import capitalised
from mdquiz.generate.headings import clean_title, is_generic
from mdquiz.generate.shapes import QUALITY

NUMBER_WORDS = {
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
}
_COUNT = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|\d{1,2})\s+((?:[\w-]+\s+){0,3}?[a-z]+s)\b"
)
_INCLUDES = re.compile(
    r"^(?P<np>.*?)\s*(?:include|includes|including|are|is|are as follows|are the following|were|comprise|comprises|"  # noqa: E501
    r"consist of|consists of|namely|as follows|the following)\s*(?:the following|as under|as follows)?\s*[:：-]\s*$",  # noqa: E501
    re.IGNORECASE,
)
_ANAPHORIC_LEAD = re.compile(
    r"^(?:These|They|It|This|Those)\s+(?:\w+\s+)?(?:include|includes|are|comprise|is)\b",
    re.IGNORECASE,
)
_HINDI_NUMBERS = {2: "दो", 3: "तीन", 4: "चार", 5: "पाँच", 6: "छह", 7: "सात", 8: "आठ", 9: "नौ"}
_HINDI = re.compile(r"[\u0900-\u097f]")


def list_questions(material: Material) -> Iterator[Candidate]:
    """One question a list."""
    for fact in material.facts:
        if fact.kind == "members":
            if _HINDI.search(fact.subject + fact.answer.text):
                continue
            yield _candidate(fact, _members(material, fact), 0.85, "members")
        elif fact.kind == "list":
            prompt = _list_prompt(material, fact)
            if prompt:
                score = 0.75 if fact.statement >= 0 else 0.55
                yield _candidate(fact, prompt, score, "list")


def _candidate(fact: Fact, prompt: str, score: float, rule: str) -> Candidate:
    return Candidate(
        (fact.id,),
        "short",
        prompt,
        fact.answer,
        rule,
        fact.spans,
        fact.section,
        score,
        label_answer=True,
    )


def _members(material: Material, fact: Fact) -> str:
    items = fact.answer.items
    found = entities(items[0], material.reading.lexicon, frozenset())
    plural = PLURALS.get(found[0].type, "") if found else ""
    count = NUMBER_WORDS.get(len(items), str(len(items)))
    wanted = f"{count} {plural}" if plural else count
    name = noun_phrase(fact.subject)
    if name == fact.subject and (" " in name or not name.isupper()):
        name = f"the {name}"
    return f"Which {wanted} make up {name}?"


def _list_prompt(material: Material, fact: Fact) -> str:
    reading = material.reading
    items = fact.answer.items
    count = NUMBER_WORDS.get(len(items), str(len(items)))
    topic = next((t for t in fact.topics if not any(leaks(i, t) for i in items)), "")
    lead = fact.relation
    quality = clean_title(lead)[0]
    if QUALITY.match(quality) and ":" not in quality:
        head = f"{topic}: name" if topic and quality not in topic else "Name"
        return f"{head} the {count} that are {quality[0].lower()}{quality[1:]}."
    if _HINDI.search(lead or fact.subject):
        return _hindi(fact, topic, len(items))
    if fact.statement < 0:
        title = clean_title(lead)[0] if lead.endswith(":") else fact.subject
        halves = re.split(r"\s[–—-]\s|:\s", title)
        title = halves[-1] if len(halves) > 1 and halves[-1].rstrip(" )").endswith("s") else title
        if is_generic(title) and (not topic or topic == title or re.search(r"[,&]", title)):
            return ""
        if is_generic(title) and topic and topic != title:
            return (
                f"{topic}: name the {count} {in_sentence(title, reading)}."
                if title.split()[-1].endswith("s")
                else ""
            )
        if not title or not re.search(r"[a-z]s$", title) or re.match(r"[A-Z]?[a-z]+ing\b", title):
            return ""
        if re.search(r"[/&,]|\b(?:his|her|their|its)\b", title):
            return ""  # several things, or somebody's: no class to name the members of
        if fact.answer.ordered:
            return ""  # asked as an order
        return f"Name the {count} {in_sentence(title, reading)}."
    statement = reading.statements[fact.statement]
    text = (lead if statement.text.startswith(lead.rstrip(":")) else statement.text).rstrip(
        " :：-–"
    )
    counted = _COUNT.search(text)
    if _ANAPHORIC_LEAD.match(text) and not counted:
        return _after_context(material, fact, count)
    if counted:
        shown = reading.statements[fact.statement]
        if not shown.text.endswith(
            (":", "：")
        ):  # the list stands in the sentence: ask from its lead
            cut = len(lead.rstrip(":")) if shown.text.startswith(lead.rstrip(":")) else 0
            shown = replace(shown, text=shown.text[:cut], entities=()) if cut else shown
        sentence = said(reading, shown, counted.start(), counted.end())
        if sentence is None:
            return ""
        before = re.sub(
            r"(?:(?<=^)|(?<=\s))(?:the|The|its|their|these|following)\s$", "", sentence.before
        )
        after = re.sub(r"\s*[:：-]\s*$", "", sentence.after)
        after = re.sub(r"\s+(?:namely|as follows|viz|that is)\W*$", "", after)
        if (
            not before.strip()
            and re.fullmatch(r"[^?]*?\s*\b(?:are|were|include|is)?\s*", after)
            and re.search(r"^\W*$|\b(?:are|were|include|is)\s*$", after)
        ):
            of = re.sub(r"\s*\b(?:are|were|include|is)\s*$", "", after)
            return sentence.asked(f"name the {counted.group(1)} {counted.group(2)}{of}.")
        return sentence.asked(f"{before}which {counted.group(1)} {counted.group(2)}{after}?")
    included = _INCLUDES.match(statement.text)
    named = (
        re.sub(r"^(?:The|Its|Their|Some|Some of the)\s+", "", included["np"])
        if included and included["np"]
        else ""
    )
    if named and len(named.split()) <= 9:
        return _named(material, named, topic, count)
    label = clean_title(text)[0]
    if len(label.split()) <= 4 and label.split()[-1].endswith("s"):
        return _named(material, label, topic, count)
    sentence = said(reading, statement, len(text), len(text))
    if sentence is None:
        return ""
    body = sentence.before.rstrip(" :-,")
    if re.search(
        r"\b(?:to|by|for|of|with|in|their|its|as|on|from|under|through|the following|following|are|is|include|includes|such as|shall|may|can)$",  # noqa: E501
        body,
    ):
        if re.search(r"\b(?:their|its)$", body):
            body = re.sub(r"\b(?:their|its)$", f"which {count} qualities", body)
            body = body.replace(
                " qualities",
                " of their qualities" if "their" in sentence.before else " of its qualities",
            )
            return sentence.asked(f"{body}?")
        if re.search(r"\b(?:to|shall|may|can)$", body):
            return sentence.asked(f"{body} do what? ({count.capitalize()} points)")
        body = re.sub(r"\s*(?:the following|following)$", "", body)
        return sentence.asked(f"{body} which {count}?")
    return ""


def _named(material: Material, named: str, topic: str, count: str) -> str:
    reading = material.reading
    if re.match(r"(?:his|her|their|its)\b", named, re.IGNORECASE) or "/" in named:
        return ""
    owned = re.match(r"(?P<owner>[A-Z][\w-]*['’]s)\s(?P<things>.+)", named)
    if owned:
        return f"Name {owned['owner']} {count} {owned['things']}."
    said_as = lowered(named, reading)
    if re.search(r"\b(?:reasons|causes)$", named) and topic:
        return f"What are the {count} {said_as} for the {in_sentence(topic, reading)}?"
    if not named.split()[-1].endswith("s") and " of " not in named:
        return ""
    known = topic and (topic.casefold() in named.casefold() or named.casefold() in topic.casefold())
    known = known or not is_generic(named)
    head = f"{topic}: name" if topic and not known else "Name"
    return f"{head} the {count} {said_as}."


def _after_context(material: Material, fact: Fact, count: str) -> str:
    reading = material.reading
    statement = reading.statements[fact.statement]
    if statement.before < 0:
        return ""
    earlier = reading.statements[statement.before]
    if earlier.anaphor:
        return ""
    plural = re.findall(r"\b((?:[a-z-]+\s+){0,2}[a-z]+s)\b", earlier.text)
    nouns = re.findall(
        r"\b(frameworks|groupings|partnerships|bodies|members|states|countries|steps|measures|organisations|schemes|initiatives|pillars|principles|goals|functions|powers|duties|institutions|conditions|grounds|sectors|areas|components|objectives)\b",
        earlier.text,
    )
    noun = nouns[-1] if nouns else ""
    del plural
    what = f"the {count} {noun}" if noun else f"these {count}"
    return f"{capitalised(earlier.text)}. Name {what}."


def _hindi(fact: Fact, topic: str, count: int) -> str:
    lead = re.sub(r"\s*[:：-]+\s*$", "", fact.relation or fact.subject)
    lead = re.sub(r"\s*(?:निम्नलिखित|इस प्रकार)?\s*(?:हैं|है)$", "", lead).strip()
    if not lead:
        return ""
    other = next((t for t in fact.topics if t not in lead and lead not in t), "")
    head = f"{other}: " if other else ""
    del topic
    return f"{head}{lead} – सभी {_HINDI_NUMBERS.get(count, '')} बताइए।".replace("  ", " ")
