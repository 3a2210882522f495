"""Where, from what and when, in a Hindi clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.scan import entities
from mdquiz.generate.facts.hindi_forms import (
    BE,
    GAP,
    GENITIVE,
    JOINT,
    NO_THING,
    Form,
    no_phrase,
)
from mdquiz.generate.facts.hindi_parts import CLOSE, parted
from mdquiz.generate.hindi import DEVANAGARI, hindi_words, wh_of
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.statements import Reading

_DONE = "|".join(
    """
स्थित; अवस्थित; बना हुआ; बना; बनी; बने; पाया जाता; पाई जाती; पाए जाते; होता;
होती; होते; बनता; बनती; बनते; निकलता; निकलती; गिरता; गिरती; मिलता; मिलती;
संबंधित; मिलकर बना; मिलकर बनता; मिलकर बनी; मिलकर बनती; प्राप्त होता;
प्राप्त होती; मापा जाता; मापी जाती; फैलता; फैलती; मनाया जाता; मनाई जाती;
बोली जाती; आयोजित हुआ; आयोजित हुई; शुरू हुआ; शुरू हुई; प्रारंभ हुआ; प्रारंभ हुई;
आरंभ हुआ; आरंभ हुई; हुआ; हुई; हुए; आया; आए; आई; लिया गया; लिए गए; ली गई;
स्रावित होता; रहते; रहती; आधारित
""".replace("\n", " ")
    .strip()
    .split("; ")
)
_PLACED = re.compile(rf"^(?P<np_a>.{{3,110}}?) (?P<p>में|पर|से)(?P<end> (?:(?:{_DONE}) ?)?{BE}?)$")
_RIVERS = re.compile(
    rf"(?<!\S)(?P<name>\S+) (?P<kind>{'|'.join(sorted(hindi_words('asked_kinds')))}) "
    rf"(?=(?:के|में|पर|से)(?!\S))"
)


_FROM_WHERE = re.compile(r"निकल|हुआ|हुई|आया|आए|आई|लिया|लिए|ली गई|मिलत")


_ORDINALS = frozenset({"प्रथम", "द्वितीय", "तृतीय", "चतुर्थ"})


_SIDES = hindi_words("sides")
"""What a name of two words begins with."""


def placed(text: str, phrases: frozenset[str], reading: Reading) -> Iterator[Form]:
    """`X A में है`, `X A से बनता है`."""
    match = _PLACED.match(text)
    if match is None or not match["end"].strip():
        return
    np_a, end, p = match["np_a"], match["end"], match["p"]
    split = parted(np_a, phrases)
    if split is None:
        words = np_a.split()
        bare = words[-1].strip("()")
        if len(words) > 2 and (bare in _ORDINALS or words[-2] in _SIDES):
            bare = f"{words[-2]} {bare}"
        taken = hindi_words("kinds") | hindi_words("postpositions") | hindi_words("no_names")
        if len(words) < 3 or bare in taken or not DEVANAGARI.search(bare) or ")" in words[-1]:
            return
        if set(words) & hindi_words("postpositions") or re.search(r"[\d०-९]", bare):
            return
        left = words[: -len(bare.split())]
        yield Form(f"{' '.join(left)} {GAP} {p}{end}", "", bare, "placed-gap")
        return
    np, answer = split
    if (
        re.search(r"(?:में|पर|से),", np)
        or no_phrase(answer)
        or re.match(r"[\d०-९]", answer)
        or (set(np.split()) & {"जो", "जिसका"})
    ):
        return
    last = re.sub(r"\s*\([^()]*\)", "", answer).split()[-1]
    if "आधारित" in end:
        yield Form(f"{np} {GAP} {p}{end}", "किस", answer, "based")
        return
    if p == "से":
        made = np.split()[-1] in {"निर्माण", "उत्पादन", "विकास"}
        begins = np.split()[-1] in {"उद्गम", "शुरुआत", "आरंभ", "प्रारंभ"}
        wh = (
            "कहाँ से"
            if begins or (_FROM_WHERE.search(end) and "बन" not in end and not made)
            else "किससे"
        )
        if "मिलकर" in end or "," in answer:
            wh = "किनसे" if JOINT.search(answer) else "किससे"
        yield Form(f"{np} {GAP}{end}", wh, answer, "from")
        return
    known = reading.lexicon.names.get(answer)
    if known is not None and known.kind == "state":
        yield Form(f"{np} {GAP} {p}{end}", "किस राज्य", answer, "placed")
    elif (
        last in hindi_words("asked_kinds") and len(answer.split()) > 1 and not answer.endswith(")")
    ):
        name = answer if GENITIVE.search(answer) else answer.rsplit(" ", 1)[0]
        yield Form(f"{np} {GAP} {p}{end}", f"किस {last}", name, "placed")
    elif p == "पर" and np.split()[-1] in {"बाँध", "बांध", "परियोजना"}:
        yield Form(f"{np} {GAP} {p}{end}", "किस नदी", answer, "placed")
    elif p == "में" or "स्थित" in end or "बन" in end:
        yield Form(f"{np} {GAP}{end}", "कहाँ", answer, "placed")


_FAMOUS = re.compile(
    rf"^(?P<np_a>.{{4,120}}?) के लिए "
    rf"(?P<end>(?:प्रसिद्ध|विख्यात|उपयुक्त|उपयोगी|जाना जाता|जानी जाती) {BE})$"
)


_OF_WHERE = re.compile(
    rf"^(?P<np>\S+(?: \S+){{0,2}}) (?P<a>\S+) (?P<end>(?:का|की|के) (?P<what>\S+(?: \S+)?)"
    rf"(?: से (?:लिया|ली|लिए) (?:गया|गई|गए))? {BE})$"
)


_ADJECTIVE = re.compile(r"(?:ीय|िक)$")


def famous(text: str, phrases: frozenset[str]) -> Iterator[Form]:
    """`X A के लिए प्रसिद्ध है`."""
    match = _FAMOUS.match(text)
    if match is None:
        return
    put, close, rest = match["np_a"].rpartition(CLOSE)
    if close and rest.strip():
        yield Form(f"{put} {GAP} लिए {match['end']}", "किसके", rest.strip(), "famous")
        return
    split = parted(match["np_a"], phrases)
    if split and not no_phrase(split[1]):
        yield Form(f"{split[0]} {GAP} लिए {match['end']}", "किसके", split[1], "famous")


def of_where(text: str, lexicon: Lexicon) -> Iterator[Form]:
    """`निकोलो कोंटी इटली का यात्री था`: a gap, for where a name ends cannot be told."""
    match = _OF_WHERE.match(text)
    if match is None or wh_of(match["what"].split()[0], lexicon) or _ADJECTIVE.search(match["np"]):
        return
    taken = hindi_words("postpositions") | hindi_words("no_names")
    words = match["np"].split()
    if set(words) & taken or match["a"] in taken:
        return
    if NO_THING.search(match["what"]) and "से" not in match["end"].split():
        return
    two = match["a"] in hindi_words("kinds") or words[-1] in _SIDES
    if two and len(words) > 1:
        gapped = f"{' '.join(words[:-1])} {GAP} {match['end']}"
        yield Form(gapped, "", f"{words[-1]} {match['a']}", "of-gap")
    elif match["a"] not in hindi_words("kinds") | _ORDINALS:
        yield Form(f"{match['np']} {GAP} {match['end']}", "", match["a"], "of-gap")


_BC = re.compile(r"(?P<a>[\d०-९]{2,4} (?:ईसा पूर्व|ई\.?\s?पू\.?)) में(?= \S+ ?\S*$)")


def dated(text: str, reading: Reading) -> Iterator[Form]:
    """`तालीकोटा का युद्ध 1565 में हुआ`: when."""
    found = [
        e
        for e in entities(text, reading.lexicon, reading.lower_words)
        if e.type in {"date", "year"}
    ]
    if len(found) != 1:
        return
    entity = found[0]
    after = re.match(r"(?: ई\.?| ईस्वी)? (?P<p>में|को|से)(?= )", text[entity.end :])
    before = re.sub(r"(?:\s|^)(?:सन्|सन|वर्ष)\s$", " ", text[: entity.start])
    if (
        after is None
        or len(text.split()) < 5
        or re.search(r"(?:के|की|से|लगभग|तक|अधिनियम|कानून|एक्ट|संविधान)\s$", before)
    ):
        return
    if not re.search(
        r"(?:हुआ|हुई|हुए|की|किया|गया|गई|गए|थी|था|बना|बनी|दिया|लिखा|आया|मिला|मिली|"
        r"मनाया जाता है|मनाई जाती है)$",
        text,
    ):
        return
    if after["p"] == "से" and not text.endswith(("लागू हुआ", "लागू हुई", "लागू है")):
        return
    wh = "किस वर्ष" if entity.type == "year" else "कब"
    wh += " से" if after["p"] == "से" else ""
    gapped = f"{before}{GAP}{text[entity.end + after.end() :]}"
    yield Form(gapped, wh, entity.text, "dated")


_ADVISED = re.compile(
    r"^(?P<head>.+? (?:का|की|के) (?P<deed>\S+)) (?P<name>\S+(?: \S+){0,2}) (?P<kind>समिति|आयोग) "
    r"(?P<end>(?:की|के) (?:सिफारिश|सिफारिशों|अनुशंसा|रिपोर्ट|सुझाव) (?:पर|के) .+)$"
)


def kind_in_place(text: str) -> Iterator[Form]:
    """`X नदी के तट पर`: on which river."""
    advised = _ADVISED.match(text)
    if advised and advised["deed"] in hindi_words("deeds"):
        kind = advised["kind"]
        gapped = f"{advised['head']} {GAP} {advised['end']}"
        yield Form(gapped, f"किस {kind}", f"{advised['name']} {kind}", "advised")
        return
    match = _RIVERS.search(text)
    if match is None or match.start() == 0 or len(text.split()) < 5:
        return
    name = match["name"]
    if name in hindi_words("no_names") | hindi_words("postpositions") or not DEVANAGARI.search(
        name
    ):
        return
    if name.endswith(("ों", ",", "ी")) and match["kind"] not in {"नदी", "झील"}:
        return
    if match["kind"] == "नदी":
        after = text[match.end("kind") :]
        yield Form(f"{text[: match.start()]}{GAP}{after}", "किस नदी", name, "kind")
