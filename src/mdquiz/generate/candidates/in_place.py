"""Ask for a value where it stands: "signed an MoU with which country for …?"."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.phrases import lowered
from mdquiz.generate.candidates.premodified import premodified_money
from mdquiz.generate.candidates.wording import Said
from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.grammar import parse_clause, passive_headline, was_or_were
from mdquiz.generate.statements import Reading
from mdquiz.generate.words import words

_PREPOSITIONS = words("in_place-prepositions")
_TIME_TAIL = re.compile(
    r"^(?:\s+by\s|\s+under\s|\s+to\s|\s+for\s|\s+at\s|\s+with\s|\s+in\s|\s+as\s|\s*$|,)"
)
_SHORT = "Dr Mr Mrs Ms Smt Shri Prof Gen Lt Col Maj Capt St Rs No Nos vs Govt Ltd"
_TITLED = "".join(rf"(?<!\b{short})" for short in _SHORT.split())
"""No sentence ends behind these, though a full stop stands there."""
_CUT = re.compile(
    r",?\s+(?:and|but)\s+(?P<verb>[a-z]+)\b.*$|,?\s+(?:which|who|while|whereas|that)\b.*$|,\s+\w+ing\b.*$|"
    rf"(?<![A-Z]){_TITLED}\.\s.*$"
)
_DOES = re.compile(
    r"\s(?:became|won|took|wrote|founded|presided|led|said|assumed|succeeded|authored|received|defeated|established|"
    r"introduced|discovered|invented|composed|translated|ruled|resigned|was (?:appointed|elected|sworn|born|awarded|named))\b"  # noqa: E501
)
_OPENING = re.compile(
    r"^(?:In|On|Under|By|At|For|With|From|During|Through|According to|As per)\s+(?:the\s+)?$"
)
_APPOSED = re.compile(r"\b(?:a|an|the|its|their)\s+(?P<np>(?:[\w-]+\s+){0,3}[\w-]+),\s$")
_DESCRIBED = re.compile(
    r"\b(?:a|an|the)\s(?P<adj>(?:[a-z-]+(?:ed|al|ic|ive|new|ent|ary|ous|joint)\s){1,2})$"
)


_COUNTED_ON = re.compile(
    r"\b(?:other|remaining|last|next|first|these|those|rest|another)\s$", re.IGNORECASE
)
_HALF_NAMED = re.compile(
    r"\b(?:western|eastern|northern|southern|central|upper|lower|coastal|north|south|east|west|north-east|rural|urban)\s$",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"^(\s(?:[\w'’-]+\s){0,2}?[a-z-]+?s)(?:\s*[:–—]\s|\s-\s|\s\(|\sof\s(?=[₹$])|,\s(?=\d)).*(?:,|\band\b).*$"
)
"""What is counted, and behind it the list that gives the count away."""


def in_place(said: Said, entity: Entity, reading: Reading) -> str | None:
    """The question for `entity` in `said`, without topic; None where it would read badly."""
    before, after = said.before, _without_gloss(said.after)
    if before.count("(") > before.count(")") or re.search(r"→|\s=\s|->", before + after):
        return None
    if after.startswith(":"):
        return None
    if entity.type != "set" and (
        re.match(r",\s[A-Z\d][^,;.]{1,40}(?:,|\s(?:and|or)\s)|\s(?:and|or|to)\s\d", after)
        or (re.search(r"[A-Z\d][\w.]*,\s$", before) and re.match(r",|\s(?:and|or)\s[A-Z]", after))
    ):
        return None  # a member from inside a list
    if (
        not before.strip()
        and re.match(r"\s(?:is|was)\s(?:[A-Z]|none\b)", after)
        and entity.wh == "who"
    ):
        return None  # "President was X": of what, the sentence does not say
    if entity.type == "mineral" and re.match(r",\s\w+(?:\s\w+)?\s(?:or|and)\b", after):
        return None
    if re.search(r"[\u0900-\u097f]", before + after):
        if not re.match(r"[\u0900-\u097f]", entity.wh):
            return None
        wh = entity.wh
        if not re.match(r"\s(?:में|के|का|की|से|पर|को|द्वारा|तक|ने|पै)(?=\s|$)", after):
            wh = re.sub(r"^किस\s", "कौन-सा ", wh)
        return f"{before}{wh}{after.rstrip(' .।')}?"
    listed = re.match(r",|\s(?:and|or)\s", after) or re.search(
        r"(?:,|\band|\bor)\s(?:the\s)?$", before
    )
    if (
        entity.type != "set"
        and listed
        and re.search(r"\b(?:such as|like|including)\b[^.;]*$", before[-90:])
    ):
        return None  # one of several examples
    if entity.type == "money":
        premodified = premodified_money(before, after)
        if premodified is not None:
            return premodified
    wh = _wh(before, after, entity, reading)
    if not wh:
        return None
    if entity.type != "set" and re.match(r"\s(?:and|or)\s(?:the\s)?[A-Z][\w-]+\s[a-z]+s\b", after):
        return None  # "Tapi and Volga rivers": one of two
    if entity.type != "set" and _ONE_OF_TWO.match(after):
        return None
    ends = re.fullmatch(r"\d[\d,.]*%?\s(?:to|–|-)\s\d[\d,.]*%?", entity.text)
    if ends and entity.type in {"number", "quantity", "percent"} and before.endswith("from "):
        many = "how many" if entity.unit and re.match(r"\s[a-z]+s\b", after) else "what"
        return f"{before}{many} to {many}{after.rstrip(' .,;')}?"
    if entity.text == "Parliament" and re.match(r"\s(?:passed|enacted|amended)\b", after):
        return None  # who else would pass it
    if entity.wh == "who" and (
        re.match(r"\s(?:or|and)\s(?:(?:an?|the)\s)?[A-Z]", after)
        or re.search(r"[A-Z][\w.]*\s(?:or|and)\s(?:the\s)?$", before)
    ):
        return None  # one of two
    if _COUNTED_ON.search(before) and entity.type in {"number", "quantity"}:
        return None
    if _HALF_NAMED.search(before) or (wh == "who" and re.search(r"\b(?:is|was)\s$", before)):
        return None  # "in western which State", "when he was who"
    if (
        entity.type in {"percent", "money"}
        and not re.search(
            r"\b(?:of|to|by|at|from|upto|up to|worth|than|with|and|for|in|over|about)\s(?:the\s)?$",
            before,
        )
        and parse_clause(said.text, reading.lexicon) is None
    ):
        return None  # "GDP growth 6.5%": no verb and no preposition to ask with
    if (
        entity.type in {"number", "quantity"}
        and re.search(r"[,;]", said.text)
        and parse_clause(said.text, reading.lexicon) is None
    ):
        return None  # a string of items, not a sentence
    if (
        not before.strip()
        and entity.type in {"percent", "money", "number", "quantity", "ratio"}
        and (parse_clause(entity.text + after, reading.lexicon) is None)
    ):
        return None
    apposed = _APPOSED.search(before)
    if apposed and re.match(r",\s(?!and\b|or\b)", after) and wh.startswith("which"):
        return f"{before[: apposed.start()]}which {apposed['np']}{after[1:].rstrip(' .,;')}?"
    described = _DESCRIBED.search(before)
    if described and wh.startswith("which "):
        return (
            f"{before[: described.start()]}which {described['adj']}{wh[6:]}{after.rstrip(' .,;')}?"
        )
    if entity.type in {"date", "year", "span", "decade", "era"}:
        return _time_question(before, after, wh, reading)
    if re.search(r"(?:^|\s)(?:a|an)$", before.rstrip(" ")) and before.endswith(" "):
        if entity.type != "ratio":
            return None
        before = re.sub(r"(?:a|an)\s$", "", before)
    if re.search(r"[A-Z]\w*,\s$", before) and (
        not after or after[0] in ".,;" or entity.type in {"country", "state"}
    ):
        return None  # "Vientiane, Laos"
    if re.search(r"\d(?:st|nd|rd|th)\s$|\b\w+-[a-z]+\s$", before):
        return None
    if entity.type == "article" and re.search(r"\b(?:single|sole|only|new|said)\s$", before):
        return None
    if entity.type == "number" and re.match(
        r"\s(?:and|to|or|-)\s[\w-]+\s(?:years|days|months|weeks|hours)\b", after
    ):
        return None  # one end of a range
    fronted = _fronted(before, after, wh, reading)
    if fronted is not None:
        return fronted
    if _OPENING.match(before):
        return None  # an opening adverbial that cannot be fronted reads badly with its verb behind
    if wh.startswith("how many"):
        after = _COUNTED.sub(r"\1", after)
        before = re.sub(r"(?:^|(?<=\s))All\s$", "", before)
        before = re.sub(r"(?<=\s)(?:all\s+)?(?:its|their|the)\s$", "", before)
    if wh.startswith(("which", "what", "how many", "who")):
        before = re.sub(r"(?:(?<=^)|(?<=\s))(?:the|The|a|A)\s$", "", before)
    if wh.startswith("which "):  # "The case which case"
        before = re.sub(rf"(?:(?<=^)|(?<=\s))(?:[Tt]he\s)?{re.escape(wh[6:])}\s$", "", before)
    if not before.strip() and re.match(r",\s(?:which|who)\b", after):
        return None  # a name and its clause, but no verb to ask with
    if _nothing_to_go_by(before, after, said, reading):
        return None
    return f"{before}{wh}{after.rstrip(' .,;')}?"


def _nothing_to_go_by(before: str, after: str, said: Said, reading: Reading) -> bool:
    """Whether a label without a verb leaves a question of names only: "Which Rule, Mines Act?"."""
    if parse_clause(said.text, reading.lexicon) is not None:
        return False
    return len(re.findall(r"\b[a-z]{4,}\b", f"{before} {after}")) < 2


_ONE_OF_TWO = re.compile(
    r",\s(?:\d{1,2}\s[A-Z][a-z]+(?:\s\d{4})?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:in|on|at|and|was|were|is|are|has|have)\b"
)
"""A second of the kind right behind: "Delhi, Ladakh in two parts", "4 May, 9 May in Goa"."""
_OFFICE = re.compile(
    r"(?:(?:Chief|Director|Deputy|Vice|Attorney|Surveyor|Solicitor|Principal|Joint|Union|Prime|Foreign|Air|Field|Major|"
    r"Lieutenant|Wing|Rear)\s)*(?:Governor|General|Minister|President|Chairman|Chairperson|Secretary|Commissioner|Justice|"
    r"Surveyor|Captain|Admiral|Marshal|Commander|Colonel|Major|Director|Engineer|Scientist|Officer|Judge|Speaker|Mayor|"
    r"Ambassador|Professor|Inspector|Collector|Conservator)\b[\w.\s-]*\s[A-Z]"
)
"""Somebody's office in front of the name: "Chief Surveyor K. Ramesh Iyer"."""


def _wh(before: str, after: str, entity: Entity, reading: Reading) -> str:
    wh = entity.wh
    next_word = re.match(r"\s+([\w'’-]+)", after)
    follower = next_word.group(1) if next_word else ""
    if after[:1] in {"-", "–", "/"} or re.search(r"[-/–]$", before):
        return ""
    if entity.type in {"number", "quantity"}:
        return _number_wh(before, after, follower, entity)
    if entity.type == "ratio":
        return "what" if follower == "majority" else entity.wh
    if entity.type == "percent" and re.search(
        r"\b(?:rose|fell|grew|increased|declined|dropped|up|down|expanded|contracted|surged|jumped|shrank|reduced)\s$",
        before,
    ):
        return "by what percentage"
    if entity.type in {"percent", "money"}:
        if (
            follower
            and follower.lower() not in _PREPOSITIONS
            and follower.islower()
            and re.search(r"(?:^|\s)(?:a|an|the|its|this)\s$", before, re.IGNORECASE)
        ):
            return ""
        return wh
    if entity.type in {"date", "year", "span", "decade", "era", "set", "ordinal"}:
        return wh
    if not wh and entity.type == "name" and not before.strip() and _DOES.match(after):
        return "who" if 2 <= len(entity.text.split()) <= 4 else ""
    if not wh and _OFFICE.match(entity.text) and re.search(r"\b(?:by|under)\s(?:the\s)?$", before):
        return "whom"
    if not wh or re.search(r"\b(?:first|second|third|last|only|sole|former|then|next)\s$", before):
        return ""
    if entity.type == "mineral" and re.search(
        r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|one))\s$", before
    ):
        return ""
    if re.search(r"(?:[A-Z][\w.]*|\b(?:no|any|every|each))\s$", before) and not re.search(
        r"(?:^|[.,:;]\s)(?:The|In|On|By|Under|At|With|From|For|To|As|Both|After|Before|Since|While|When)\s$",
        before,
    ):
        return ""  # a part of a longer name
    if after.startswith(("'s", "’s")):
        return "" if wh == "who" else wh
    if follower and follower[0].isupper() and not after.startswith((",", ";")):
        return ""
    if (
        follower
        and follower.islower()
        and follower not in _PREPOSITIONS
        and not (
            follower in reading.lexicon.past
            or (follower in reading.lexicon.third and follower not in reading.lexicon.noun_like)
            or (follower in reading.lexicon.third and not before.strip(" The"))
            or follower.endswith("ly")
        )
    ):
        return ""  # it modifies the next noun
    if re.search(r"\bby\s+(?:the\s+)?$", before) and entity.type in {"authority", "person"}:
        return "whom"
    if wh == "who" and re.search(
        r"\b(?:by|to|with|from|of|under|for|between|against|upon|on|before|after)\s+(?:the\s+)?$",
        before,
    ):
        return "whom"
    return wh


def _number_wh(before: str, after: str, follower: str, entity: Entity) -> str:
    if re.search(r"[A-Z][\w-]*\s$", before) and not re.match(
        r"^(?:The|In|A|About|Over|Nearly|Only|All|Some|With|Has|Had|For)?\s*$",
        before.split(".")[-1],
    ):
        return ""  # "Chapter 5", "Mission 2"
    if follower.lower() in {"of", "out", "to"} and entity.unit in {"", "?"}:
        return "how many" if follower == "of" else ""
    if entity.unit == "" and re.match(r"\s+(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*s\b", after):
        return "how many"
    if entity.unit == "":
        return (
            "what number"
            if re.search(r"\b(?:to|at|from|was|were|is|are|reached|stands at|of)\s$", before)
            else ""
        )
    if entity.unit == "?" and (not follower or follower.lower() in _PREPOSITIONS):
        return "how many" if re.search(r"\b(?:only|of|at least)\s$", before) else ""
    if re.search(r"\b(?:a|an|this|that|one)\s$", before):
        return ""
    return "how many"


def _without_gloss(after: str) -> str:
    """`after` without an abbreviation or expansion that stands in parentheses right behind."""
    return re.sub(r"^\s*\([^()]{2,90}\)", "", after)


def _fronted(before: str, after: str, wh: str, reading: Reading) -> str | None:
    """`Under Article 324, X is …` → `Under which Article is X …?`."""
    opening = re.match(
        r"^(?P<prep>(?:In|On|Under|By|At|For|With|From|According to|As per|During|Through)\s+(?:the\s+)?)$",  # noqa: E501
        before,
    )
    if opening is None or not after.startswith(","):
        return None
    clause = inverted(after[1:].strip(), reading)
    if clause is None:
        return None
    preposition = opening["prep"].replace("the ", "").strip()
    return f"{preposition} {wh} {clause}?"


def inverted(sentence: str, reading: Reading) -> str | None:
    """A sentence as it stands behind "In which year": auxiliary, subject, rest."""
    clause = parse_clause(sentence, reading.lexicon)
    if clause is None or clause.adverbial:
        return None
    subject = lowered(sentence[clause.subject_start : clause.subject_end], reading)
    rest = sentence[clause.verb_end :].rstrip(" .,;")
    adverb = re.search(
        r"\s(also|still|first|finally|formally|officially|largely|now|later|then)$", subject
    )
    if adverb:
        subject, rest = subject[: adverb.start()], rest
    if ("," in subject and subject.count(",") % 2) or re.match(
        r"(?:at|in|on|by|under|with|from|during|after|before)\b", subject, re.IGNORECASE
    ):
        return None
    if clause.kind == "aux":
        return f"{clause.verb} {subject}{rest}"
    if subject.isdigit():
        return None
    if passive_headline(sentence, clause, reading.lexicon):
        return f"{was_or_were(subject, reading.lexicon)} {subject} {clause.verb}{rest}"
    helper = {"past": "did", "third": "does", "base": "do"}[clause.kind]
    return f"{helper} {subject} {clause.base}{rest}"


def _time_question(before: str, after: str, wh: str, reading: Reading) -> str | None:
    preposition = re.search(
        r"(?:^|\s)(?P<p>[Ii]n|[Oo]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Aa]fter|[Bb]efore|[Bb]etween|[Ii]n the year|[Dd]uring the|[Ii]n the|[Oo]f|[Dd]ated|[Aa]round|[Uu]pto|[Tt]o)\s$",  # noqa: E501
        before,
    )
    if preposition is None:
        if not re.search(r"(?:is|was|were|are|year|on|date)\s$", before) or (
            re.match(r"\s[A-Za-z]", after) and not _TIME_TAIL.match(after)
        ):
            return None
        return f"{before}{wh}{after.rstrip(' .,;')}?"
    word = preposition["p"].lower().replace(" the year", "").replace(" the", "")
    if (
        re.match(
            r"\s+(?!by|under|to|for|at|with|in|as|and|but|when|after|on|from|through|of|the|between|between|against|via|during|which|who|until|till|before|or|is|was|has|into|following|,)[a-z]",
            after,
        )
        and preposition.start()
    ):
        return None
    head = re.sub(r"\sonly$", "", before[: preposition.start()].rstrip())
    if not head:
        sentence = after.lstrip(" ,")
        clause = inverted(_CUT.sub("", sentence) if len(sentence) > 140 else sentence, reading)
        if clause is None:
            tail = sentence.rstrip(" .")
            return f"{tail} – {word} {wh}?" if tail[:1].isupper() else None
        return f"{word.capitalize()} {wh} {clause}?"
    if word in {
        "of",
        "dated",
        "to",
        "between",
        "after",
        "before",
        "from",
        "until",
        "till",
        "upto",
        "around",
    }:
        return f"{before}{wh}{after.rstrip(' .,;')}?"
    if re.search(
        r";|,\s*$|\b(?:and|but|which|that|who|while|after|before|when|where)\b", head[-90:]
    ) or head.count("("):
        return f"{head} {word} {wh}{_CUT.sub('', after).rstrip(' .,;')}?"
    tail = after
    cut = _CUT.search(tail)
    if cut and (
        cut["verb"] is None
        or cut["verb"] in reading.lexicon.past
        or cut["verb"] in {"is", "was", "has"}
    ):
        tail = tail[: cut.start()]
    clause = inverted(head + tail, reading)
    if clause is None:
        return f"{before}{wh}{tail.rstrip(' .,;')}?"
    return f"{word.capitalize()} {wh} {clause}?"
