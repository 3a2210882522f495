"""What something is called, who holds an office, what follows from a lack, in a Hindi clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.facts.hindi_forms import (
    BE,
    GAP,
    GENITIVE,
    JOINT,
    MARKS,
    NO_THING,
    Form,
    no_phrase,
)
from mdquiz.generate.facts.hindi_parts import parted
from mdquiz.generate.hindi import hindi_words, of, wh_of
from mdquiz.generate.lexicon import Lexicon

_CALLED = re.compile(
    r"^(?P<np>.{2,90}) को (?P<where>\S+(?: \S+)? में )?"
    r"(?P<a>\S.{0,50}?)"
    r"(?P<as> (?:के|की) (?:नाम|रूप|संज्ञा) (?:से|में)| की संज्ञा दी)?"
    rf"(?P<end> (?:कहा|कहकर पुकारा|जाना|पुकारा) (?:जाता|जाती|जाते|गया)(?: {BE})?"
    rf"| कहते (?:है|हैं|थे)| (?:दी|दिया) (?:जाती|जाता|गई|गया)(?: {BE})?)$"
)


_IS_CALLED = re.compile(
    rf"^(?P<np>.{{2,60}}?(?: (?:का|की|के) \S+)?) (?P<a>\S+) को"
    rf"(?P<end> (?:कहा जाता|माना जाता|कहते) {BE})$"
)


RELATED = re.compile(
    rf"^(?P<np>.{{2,60}}?) का संबंध (?P<a>.{{2,60}}?) से"
    rf"(?P<end>(?: रहा)? {BE})$"
)


_CAUSES = re.compile(
    r"^(?P<np>.{2,60}? (?:की कमी|की अधिकता|के अभाव|की वृद्धि|के कारण)(?: से| में)?) "
    r"(?P<a>\S+(?: \S+){0,3}?)"
    r"(?P<noun> रोग| नामक रोग)?"
    r"(?P<end> (?:होता|होती|होते|हो जाता|हो जाती) (?:है|हैं))$"
)


_LONG = frozenset({"उद्देश्य", "लक्ष्य", "कार्य", "नारा", "मुख्य", "आधार", "कारण", "अर्थ"})


_MEANING = frozenset({"अर्थ", "मतलब", "आशय", "तात्पर्य"})
"""Asked as a meaning already."""


def called(text: str) -> Iterator[Form]:
    """`X को A कहा जाता है`: what it is called, and what is called so."""
    match = _CALLED.match(text)
    if match and not no_phrase(match["a"]) and not no_phrase(match["np"].split(" ")[-1]):
        end, a, way = match["end"], match["a"], match["as"] or ""
        wh = "क्या"
        if "नाम" in way:
            wh, way = "किस", way.removeprefix(" के")
        elif way:
            return
        if end.startswith((" दी", " दिया")) and not way:
            return
        yield Form(f"{match['np']} को {match['where'] or ''}{GAP}{way}{end}", wh, a, "called")
        bent = match["np"].endswith("ों") or no_phrase(match["np"])
        if (
            not MARKS.search(match["np"])
            and not bent
            and len(match["np"].split()) <= 5
            and wh == "क्या"
        ):
            yield Form(f"{match['where'] or ''}{a} {GAP}{end}", "किसे", match["np"], "called-back")
        return
    match = _IS_CALLED.match(text)
    if match and GENITIVE.search(match["np"]) and not no_phrase(match["a"]):
        tail = re.split(r"\s(?:का|की|के)\s", match["np"])[-1]
        sure = len(tail.split()) == 1
        gapped = f"{match['np']} {GAP}{'' if sure else ' को'}{match['end']}"
        yield Form(gapped, "किसे" if sure else "", match["a"], "called-back")


def role(text: str, lexicon: Lexicon) -> Iterator[Form]:
    """`X के संस्थापक A थे`: who or what it is."""
    found = re.match(rf"^(?P<said>.+?)(?P<end>(?: (?:होते|होता|होती|बने|बनीं|रहे))?(?: {BE})?)$", text)
    if found is None or not found["end"].strip():
        return
    words = found["said"].split()
    stops = hindi_words("postpositions")
    for at in range(len(words) - 3, 0, -1):
        if words[at] not in {"का", "की", "के"}:
            continue
        last = -1
        for end in range(at + 1, min(at + 5, len(words) - 1)):
            if words[end] in stops:
                break
            if wh_of(words[end], lexicon):
                last = end
                if end + 1 < len(words) - 1 and wh_of(words[end + 1], lexicon):
                    continue
                break
        if last < 0 or words[last] in _MEANING:
            continue
        wh, answer = wh_of(words[last], lexicon), " ".join(words[last + 1 :])
        long = words[last] in _LONG and len(answer.split()) <= 14
        if not long and (no_phrase(answer) or len(answer.split()) > 6 or GENITIVE.search(answer)):
            return
        if NO_THING.search(answer):
            return
        ending = found["end"]
        if wh in {"क्या", "कौन-सा", "कौन-सी"} and JOINT.search(answer):
            ending = ending.replace("हैं", "है")  # two causes are one answer
        yield Form(f"{' '.join(words[: last + 1])} {GAP}{ending}", wh, answer, "role")
        return


_CALLS_ITSELF = re.compile(rf"^(?P<np_a>.{{4,90}}?)(?P<end> कहला(?:ता|ती|ते|या|ई|ए)(?: {BE})?)$")
_FIRST = re.compile(
    rf"^(?P<head>.{{2,60}}? (?:का|की|के) (?P<adj>पहला|पहली|प्रथम|एकमात्र|सर्वाधिक \S+|सबसे \S+) .+?) "
    r"(?P<a>\S+)"
    rf"(?P<end> {BE})$"
)


def calls_itself(text: str, phrases: frozenset[str]) -> Iterator[Form]:
    """`X A कहलाता है`."""
    match = _CALLS_ITSELF.match(text)
    if match is None:
        return
    split = parted(match["np_a"], phrases)
    head, _, last = match["np_a"].rpartition(" ")
    if split and not no_phrase(split[1]):
        yield Form(f"{split[0]} {GAP}{match['end']}", "क्या", split[1], "called")
    elif head and not no_phrase(last) and last not in hindi_words("kinds"):
        yield Form(f"{head} {GAP}{match['end']}", "", last, "called")


def first_of(text: str) -> Iterator[Form]:
    """`भारत का सबसे बड़ा वन A है`."""
    match = _FIRST.match(text)
    if match is None or no_phrase(match["a"]) or NO_THING.search(match["a"]):
        return
    thing = match["head"].split()[-1]
    if set(match["head"].split()[2:]) & (hindi_words("postpositions") - {"का", "की", "के"}):
        return
    if match["a"] in hindi_words("kinds"):
        return
    adjective = match["adj"].split()[-1]
    wh = "कौन-सी" if adjective.endswith("ी") or of(thing) == "की" else "कौन-सा"
    sure = thing in hindi_words("kinds")
    yield Form(f"{match['head']} {GAP}{match['end']}", wh if sure else "", match["a"], "first")


def causes(text: str) -> Iterator[Form]:
    """`X की कमी से A होता है`: what follows."""
    match = _CAUSES.match(text)
    if match and not no_phrase(match["a"]):
        wh = "कौन-सा" if match["noun"] else "क्या"
        noun = " रोग" if match["noun"] else ""
        yield Form(f"{match['np']} {GAP}{noun}{match['end']}", wh, match["a"], "cause")
