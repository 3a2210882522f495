"""Part a Hindi sentence into clauses, and say in each what its pronouns mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mdquiz.generate.hindi import hindi_words, of, wh_of
from mdquiz.generate.lexicon import Lexicon

OPEN, CLOSE = "\u2e22", "\u2e23"
"""Around a subject that was put in for a pronoun: its ends are known."""
_PRONOUN = (
    r"(?:यह|ये|वह|वे|[इउ][सन](?:का|की|के|ने|में)|इसे|उसे|इन्हें|उन्हें|इन्होंने|"
    r"उन्होंने|उसी|इसी|इन्हीं|उन्हीं|इससे|उससे)"
)
_VERB = (
    r"(?:है|हैं|था|थे|थी|थीं|हुआ|हुई|हुए|किया|की|किए|दिया|"
    r"दी|गया|गई|गए|बना|बनी|चलाया|चलाई|लिखा|लिखी|बनाया|बनाई|बनवाया)"
)
_AT = re.compile(
    r"\s*;\s*|(?:(?<=है)|(?<=हैं)|(?<=था)|(?<=थे)|(?<=थी)|(?<=की)|(?<=हुआ)|(?<=हुई))\s(?:और|तथा|एवं)\s"
    rf"(?={_PRONOUN}\s)|,\s*(?:(?:और|तथा|एवं)\s)?(?={_PRONOUN}\s)"
    r"|,\s*(?=जो\s)|,\s*(?=जि(?:स|न)(?:का|की|के|ने|से|में|े|्हें|्होंने)?\s)|(?<=है)\s(?:और|तथा|एवं)\s(?=\S+(?:\s\S+){0,3}\s(?:में|से)\s(?:गिर|मिल)ती\sहै$)"
)
_FLOWS = re.compile(r"\S+(?:\s\S+){0,3}\s(?:में|से)\s(?:गिर|मिल)ती\sहै$")
_TAIL = re.compile(
    r",\s*(?P<label>[\u0900-\u097f]+(?:\s[\u0900-\u097f]+){0,2})\s?(?:[–—:]|-\s)\s?(?P<value>[^,;]{2,80})$"
)
_MEANT = (
    ("thing", re.compile(r"(?<!\S)इस(?P<p>का|की|के)(?!\S)"), "{} {p}"),
    ("either", re.compile(r"(?<!\S)(?:उस|इन|उन)(?P<p>का|की|के)(?!\S)"), "{} {p}"),
    ("thing", re.compile(r"(?<!\S)(?:इसे)(?!\S)"), "{} को"),
    ("either", re.compile(r"(?<!\S)(?:उसे|इन्हें|उन्हें)(?!\S)"), "{} को"),
    (
        "person",
        re.compile(r"(?<!\S)(?:इसने|उसने|इन्होंने|उन्होंने|उसी ने|इसी ने|उन्हीं ने|इन्हीं ने)(?: ही)?(?!\S)"),
        "{} ने",
    ),
    ("thing", re.compile(r"(?<!\S)इसमें(?!\S)"), "{} में"),
    ("thing", re.compile(r"(?<!\S)इससे(?!\S)"), "{} से"),
    ("it", re.compile(r"^यह(?!\S)"), "{}"),
    ("either", re.compile(r"^(?:ये|वह|वे)(?!\S)"), "{}"),
)
"""Pronouns: of a thing, of a doer, or of either, where both must be the same to be sure."""
_LEFT = re.compile(
    rf"(?<!\S)(?:{_PRONOUN}|जो|इस|उस|इन|उन|जि(?:स|न)(?:का|की|के|ने|से|में|े|्हें|्होंने)?)(?!\S)"
)
_ALSO = re.compile(r"\s(?:भी|ही)(?=\s)")


@dataclass(frozen=True, slots=True)
class Part:
    """A clause that names what it is about.

    Attributes:
        text: The clause, a subject put in for a pronoun between `OPEN` and `CLOSE`.
        subject: Whose label it is, where `text` is its value.
        label: A label whose value `text` is (", अध्यक्ष – W"), or empty.
        raw: The clause as it stands.
    """

    text: str
    subject: str = ""
    label: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a clause was about, for the pronouns of the next: "" where it cannot be told."""

    thing: str = ""
    person: str = ""
    owner: bool = False
    """Whether `thing` only owns what the clause names: "it" may be either."""

    def meant(self, kind: str) -> str:
        """What a pronoun of a kind means."""
        if kind == "it" and self.owner:
            return ""
        if kind == "either":
            return self.thing if self.thing == self.person else ""
        return self.person if kind == "person" else self.thing


def parts(
    text: str, about: About, phrases: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[Part, About]]:
    """The clauses of a sentence that can be understood, and what each was about.

    Args:
        text: The sentence.
        about: What the sentence before, or the label, is about.
        phrases: Names that the notes use by themselves.
        lexicon: Word lists.
    """
    tail = _TAIL.search(text)
    if tail and re.search(rf"{_VERB}$", text[: tail.start()]):
        text = text[: tail.start()]
    else:
        tail = None
    for raw in _pieces(text, lexicon):
        piece = f"उन्होंने {raw}" if about.person and _goes_on(raw) else raw
        meant = _ALSO.sub("", _resolved(piece, about, lexicon))
        if _LEFT.search(meant):
            about = About()
            continue
        about = about_of(meant, phrases, lexicon)
        yield Part(meant, raw=raw), about
    if tail and about.thing:
        yield Part(tail["value"].strip(" ।."), about.thing, tail["label"]), about


def about_of(clause: str, phrases: frozenset[str], lexicon: Lexicon) -> About:
    """What a clause is about: who did it and what was made, whose office and who holds it."""
    doer = _DID.match(clause)
    if doer:
        person = doer["np"].split(f"{CLOSE}")[0].replace(OPEN, "")
        plain = not set(person.split()) & (hindi_words("postpositions") - _GENITIVES - _AND)
        made = _MAKES.search(clause[doer.end() :])
        return About(made["thing"] if made else "", person if plain else "")
    thing = subject_of(clause, phrases, lexicon)
    holder = _HOLDS.match(clause)
    if holder:
        words = holder["said"].split()
        at = next((n for n, w in enumerate(words) if wh_of(w, lexicon) == "कौन"), -1)
        if at >= 0:
            return About(thing, " ".join(words[at + 1 :]), owner=True)
        if any(wh_of(word, lexicon) for word in words):
            return About(thing, thing, owner=True)
    return About(thing, "" if " ने " in clause else thing)


_DID = re.compile(r"^(?P<np>\S+(?:\s\S+){0,6}?)\sने\s")
_MAKES = re.compile(
    r"^(?P<thing>\S+(?:\s\S+){0,3}?)\s(?:की|का)\s(?:रचना|स्थापना|खोज|गठन|निर्माण|आविष्कार)\s(?:की|किया)$"
)
_HOLDS = re.compile(r"^.+?\s(?:का|की|के)\s(?P<said>[^,;]+?)\s(?:होते\s|बने\s)?(?:है|हैं|था|थे|थी)$")
_AND = frozenset({"और", "तथा", "एवं", "व"})


_DEED = r"(?:की|किया|कीं|दिया|दी|बनाया|बनवाया|करवाया|लिखा|लिखी|चलाया|चलाई|लिया|ली)"
_TWO_DEEDS = re.compile(
    rf"^(?P<one>(?:(?! ने ).)+ ने (?:(?! ने ).)+ {_DEED}) (?:और|तथा|एवं) "
    rf"(?P<other>\S+ (?:(?! ने ).)+ {_DEED})$"
)
_GOES_ON = re.compile(rf"(?:(?! ने ).)+ (?:की|को|का) (?:(?! ने ).)*{_DEED}")
"""A deed without its doer: that of the clause before."""


def _goes_on(raw: str) -> bool:
    return bool(_GOES_ON.fullmatch(raw)) and not re.search(rf"(?<!\S){_PRONOUN}(?!\S)", raw)


def _pieces(text: str, lexicon: Lexicon) -> list[str]:
    found = [piece.strip(" ,।") for piece in _AT.split(text)]
    out: list[str] = []
    for piece in found:
        head, comma, rest = piece.rpartition(", ")
        first = rest.split()[0] if rest.split() else ""
        own = comma and re.search(rf"{_VERB}$", head) and re.search(rf"{_VERB}$", rest)
        two = _TWO_DEEDS.match(piece)
        if two:
            out += [two["one"], two["other"]]
        else:
            out += [head, rest] if own and wh_of(first, lexicon) else [piece]
    return [piece for piece in out if piece]


def _resolved(piece: str, about: About, lexicon: Lexicon) -> str:
    for kind, pattern, said in _MEANT:
        found = pattern.search(piece)
        if found and about.meant(kind):
            marked = f"{OPEN}{about.meant(kind)}{CLOSE}"
            put = said.format(marked, p=found.groupdict().get("p") or "")
            return f"{piece[: found.start()]}{put}{piece[found.end() :]}"
        if found:
            return piece
    words = piece.split()
    marked = f"{OPEN}{about.thing}{CLOSE}"
    if not about.thing:
        return piece
    wh = wh_of(words[0], lexicon)
    if wh and len(words) > 2 and words[1] not in _GENITIVES:
        return f"{marked} {of(words[0]) if wh != 'कौन' else 'के'} {piece}"
    return f"{marked} {piece}" if _FLOWS.fullmatch(piece) and len(words) <= 5 else piece


_GENITIVES = frozenset({"का", "की", "के"})
_AGENT = re.compile(r"^(?P<np>\S+(?:\s\S+){0,5}?)\s(?:ने|को)\s")


_ENVOY = re.compile(
    r"^(?P<np>\S+)\s\S+\s(?:का|की|के)\s"
    r"(?:राजदूत|यात्री|दूत|दरबारी कवि|सेनापति|मंत्री|वैज्ञानिक)\s(?:है|हैं|था|थे)$"
)


def subject_of(clause: str, phrases: frozenset[str], lexicon: Lexicon) -> str:
    """What a clause is about: its doer, its owner, or the name it opens with; "" where unclear."""
    put = re.match(rf"{OPEN}(?P<np>[^{CLOSE}]+){CLOSE}", clause)
    if put:
        return put["np"]
    agent = _AGENT.match(clause)
    if agent and not set(agent["np"].split()) & (hindi_words("postpositions") - _GENITIVES):
        return agent["np"]
    words = clause.split()
    owner = next((n for n, word in enumerate(words) if word in _GENITIVES), -1)
    within = _OF_KIND.match(" ".join(words[:4])) if owner == 2 else None
    if within and within["kind"] in hindi_words("kinds") and words[4:5] == ["में"]:
        return within["np"]
    envoy = _ENVOY.match(clause)
    if envoy:
        return envoy["np"]
    if owner > 0 and not set(words[:owner]) & hindi_words("postpositions"):
        event = next(
            (
                n
                for n in range(owner + 1, min(owner + 4, len(words)))
                if words[n] in hindi_words("events")
            ),
            -1,
        )
        if event > 0:
            return " ".join(words[: event + 1])
        after = words[owner + 1 : owner + 4]
        role = any(word in hindi_words("deeds") or wh_of(word, lexicon) for word in after)
        return " ".join(words[:owner]) if role else ""
    stop = next((n for n, w in enumerate(words) if w in hindi_words("postpositions")), -1)
    split = parted(" ".join(words[:stop]), phrases) if stop > 0 else None
    return split[0] if split else ""


def parted(text: str, phrases: frozenset[str]) -> tuple[str, str] | None:
    """What stands before a postposition, as a subject and its object; None where unclear."""
    if CLOSE in text:
        head, _, rest = text.rpartition(CLOSE)
        if rest.strip() and rest.split()[0] not in _GENITIVES:
            return _apart(f"{head}{CLOSE}", rest.strip())
    joined = _OF_KIND.match(text)
    if joined and joined["kind"] in hindi_words("kinds"):
        return joined["np"], joined["a"]
    bare = re.sub(r"\s*\([^()]*\)", "", text)
    gloss = text[len(bare) :] if text.startswith(bare) else ""
    listed = _LIST.match(bare)
    if listed:
        return listed["np"], listed["a"]
    words = bare.split()
    if gloss == "" and bare != text:
        return None
    for at in range(1, len(words)):
        last = " ".join(words[at:])
        if last in phrases and last not in hindi_words("kinds"):
            return _apart(" ".join(words[:at]), last + gloss)
    ends = hindi_words("kinds") | hindi_words("deeds") | hindi_words("events")
    for at in range(len(words) - 2, -1, -1):
        if words[at] in hindi_words("postpositions"):
            break
        owned = at and words[at - 1] in _GENITIVES and at + 2 == len(words)
        if words[at] in ends or (owned and words[-1] not in ends):
            return _apart(" ".join(words[: at + 1]), " ".join(words[at + 1 :]) + gloss)
    for at in range(min(5, len(words) - 1)):
        if words[at] in hindi_words("postpositions") - _GENITIVES:
            break
        if words[at] in ends and words[at + 1] not in _GENITIVES:
            return _apart(" ".join(words[: at + 1]), " ".join(words[at + 1 :]) + gloss, owned=True)
    for at in range(1, len(words)):
        if " ".join(words[at:]) in phrases or " ".join(words[:at]) in phrases:
            return _apart(" ".join(words[:at]), " ".join(words[at:]) + gloss)
    if len(words) == 2 or (len(words) == 3 and words[2] in ends):
        return _apart(words[0], " ".join(words[1:]) + gloss)
    if len(words) == 4 and words[2] in {"और", "तथा", "एवं", "व"}:
        return _apart(words[0], " ".join(words[1:]) + gloss)
    return None


_LIST = re.compile(
    r"^(?P<np>[^\s,]+(?: [^\s,]+)?) (?P<a>[^\s,]+, [^\s,]+(?:, [^\s,]+)*,? (?:और|तथा|एवं) \S+)$"
)
_OF_KIND = re.compile(r"^(?P<np>\S+) (?P<a>\S+ (?:का|की|के) (?P<kind>\S+))$")


def _apart(np: str, rest: str, *, owned: bool = False) -> tuple[str, str] | None:
    inner = set(re.sub(r"\([^()]*\)", "", rest).split())
    allowed = _AND | (_GENITIVES if owned else frozenset())
    if inner & (hindi_words("postpositions") - allowed) or len(inner) > 6:
        return None
    last = np.replace(CLOSE, "").split()[-1]
    return None if last in hindi_words("postpositions") else (np, rest)
