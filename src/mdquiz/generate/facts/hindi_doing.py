"""Who does or did something, in a Hindi clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.hindi_forms import (
    BE,
    GAP,
    GENITIVE,
    JOINT,
    MARKS,
    Form,
    no_phrase,
)
from mdquiz.generate.facts.hindi_parts import CLOSE, OPEN, parted
from mdquiz.generate.hindi import hindi_words

_BY = re.compile(r"^(?P<head>.{2,90}?) (?:के )?द्वारा (?P<end>.{2,60})$")


_DOES = re.compile(rf"^(?P<head>.{{3,110}}?)(?P<end> (?:करता|करती|करते) {BE})$")


def agent(text: str, phrases: frozenset[str]) -> Iterator[Form]:
    """`A ने X की रचना की`: who did it, and what was made."""
    head, ne, rest = text.partition(" ने ")
    if not ne or " ने " in rest or "कि" in rest.split():
        return
    before, doer = _last_phrase(head)
    if not before.strip() and _only_verb(rest):
        split = parted(head, phrases)  # "मनसबदारी प्रथा अकबर ने शुरू की": what was begun, and who
        if split is None:
            return
        before, doer = f"{split[0]} ", split[1]
    adverb = _ADVERB.match(doer)
    if adverb:
        before, doer = f"{before}{adverb.group()}", doer[adverb.end() :]
    plain = MARKS.sub("", doer)
    if not plain or plain in _ANYBODY or no_phrase(plain):
        return
    several = bool(re.search(r"\s(?:और|तथा|एवं|व)\s", plain))
    last = plain.split()[-1]
    wh = "किन्होंने" if several else "किसने"
    if last in hindi_words("doers") and len(plain.split()) > 1 and not several:
        wh = f"किस {last} ने"
    made = _MADE.match(rest)
    if (
        made is None
        or made["deed"] not in hindi_words("deeds")
        or no_phrase(made["a"])
        or GENITIVE.search(made["a"])
    ):
        yield Form(_asked_last(before, rest), wh, plain, "agent")
        return
    thing = f"{made['a']} {made['g']} {made['deed']}"
    yield Form(f"{thing} {before}{made['when']}{GAP}{made['v']}", wh, plain, "agent")
    if not re.search(r"\d", made["a"]):
        asked = f"{'किन' if JOINT.search(made['a']) else 'किस'}{made['g']}"
        gapped = f"{head} ने {made['when']}{GAP} {made['deed']}{made['v']}"
        yield Form(gapped, asked, made["a"], "made")


def _only_verb(rest: str) -> bool:
    """Whether nothing but a verb follows the doer, so that what was done stands before him."""
    words = [word for word in rest.split() if word not in {"था", "थी", "थे", "है", "हैं"}]
    return len(words) == 1 or (len(words) == 2 and words[0] in _LIGHT)


def _asked_last(before: str, rest: str) -> str:
    """The gap right before the verb, where what stands between is short: "X किसने चलाया"."""
    words = rest.split()
    verb = 2 if words[-2:-1] and words[-2] in _LIGHT else 1
    verb += words[-1] in {"था", "थी", "थे", "है", "हैं"}
    middle = words[:-verb]
    when = re.search(r"(?:में|को)$", " ".join(middle))
    stops = hindi_words("postpositions") - {"का", "की", "के", "और", "तथा", "एवं", "व"}
    if not middle and before:
        return f"{before}{GAP} {rest}"
    if (middle and len(middle) <= 5 and not set(middle) & stops) or (
        before and when and len(middle) < 5
    ):
        return f"{before}{' '.join(middle)} {GAP} {' '.join(words[-verb:])}"
    return f"{before}{GAP} {rest}"


_ADVERB = re.compile(r"(?:सर्वप्रथम|सबसे पहले|पहली बार|स्वयं|बाद में|मुख्यतः|केवल|अंततः)\s")
_ANYBODY = frozenset(["सरकार", "भारत सरकार", "केंद्र सरकार", "लोगों", "जनता", "भारत"])
_LIGHT = hindi_words("light")
"""Words that make a verb with "करना"."""
_MADE = re.compile(
    r"(?P<when>(?:\S+ (?:ई\.? )?में )?)(?P<a>\S+(?: \S+){0,4}?) (?P<g>की|का) (?P<deed>\S+)"
    r"(?P<v> (?:की|किया|की थी|किया था))$"
)


def _last_phrase(head: str) -> tuple[str, str]:
    """What stands before a doer, and the doer: behind the last postposition, deed or comma."""
    if head.endswith(CLOSE):
        at = head.rindex(OPEN)
        return head[:at], head[at:]
    words = head.split()
    stops = hindi_words("postpositions") - {"का", "की", "के", "और", "तथा", "एवं", "व"}
    at = 0
    for number, word in enumerate(words[:-1]):
        if (
            word in stops
            or word.endswith(",")
            or (number and words[number - 1] in {"का", "की", "के"} and word in hindi_words("deeds"))
        ):
            at = number + 1
    if words[-1] in stops or words[-1] in hindi_words("deeds"):
        return head, ""
    before = " ".join(words[:at])
    return (f"{before} " if before else ""), " ".join(words[at:])


def doer(text: str) -> Iterator[Form]:
    """`X की नियुक्ति A करता है`, `X का निर्वाचन A द्वारा किया जाता है`."""
    match = _BY.match(text)
    by = match is not None
    match = match or _DOES.match(text)
    if match is None:
        return
    words = match["head"].split()
    for at in range(len(words) - 2, 0, -1):
        if words[at] in hindi_words("deeds") and words[at - 1] in {"का", "की", "के"}:
            head, answer = " ".join(words[: at + 1]), " ".join(words[at + 1 :])
            if no_phrase(answer):
                return
            if by:
                yield Form(f"{head} {GAP} {match['end']}", "किसके द्वारा", answer, "doer")
            else:
                yield Form(f"{head} {GAP}{match['end']}", "कौन", answer, "doer")
            return
