"""Names: those of the lexicons, abbreviations, and capitalised runs that end in a telling noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

_WORD = re.compile(
    r"[\u0904-\u0939\u093d-\u094d\u0900-\u0903\u0958-\u0963]+|[A-Za-z][\w.&'’/-]*[\w]|[A-Z]\.(?:[A-Z]\.)+|[A-Z]"
)
_CAPITALISED = re.compile(
    r"\b(?:(?:(?:Dr|Mr|Mrs|Ms|Smt|Shri|Prof|Gen|Lt|Col|Maj|Capt|Brig|St)\.|Justice|Sir|Lord)\s){0,3}(?:(?:[A-Z]\.\s?){1,3}|(?:[A-Z]\s){1,3}(?=[A-Z][a-z]))?"
    r"[A-Z][\w&'’.–-]*[\w](?:\s\([A-Z][\w ,&-]{1,40}\)(?=\s(?:Act|Bill|Rules|Code)\b))?"
    r"(?:(?:(?:\s+(?:of|for|and|on|in|to|&)(?:\s+the)?|\s+(?:ul|bin|al|de))?\s+"
    r"(?:(?:[A-Z]\.\s?|(?:Dr|Mr|Mrs|Ms|Smt|Shri|Prof|Gen|Lt|Col|Maj|Capt|Brig|St)\.\s)*[A-Z][\w&'’–-]*[\w]|[A-Z]\.|[IVX]+\b)|\s\d{1,3}[A-Z]?\b(?!\s[A-Z]))"
    r"(?:\s\([A-Z][\w ,&-]{1,40}\)(?=\s(?:Act|Bill|Rules|Code)\b))?)*"
)
_CASE = re.compile(
    r"[A-Z][\w.]*(?:\s(?:[A-Z][\w.]*|of))*\s(?:v\.?s?\.?|versus)\s[A-Z][\w.]*(?:\s(?:[A-Z][\w.]*|of))*(?:\s(?:case|\(\d{4}\)))?"
)
_VERSUS = re.compile(r"\sv(?:\.?s?\.?|ersus)\s")
_MINISTRY = re.compile(
    r"\b(?:Ministry|Department) of (?:[A-Z][\w-]+)(?:\s[A-Z][\w-]+)*"
    r"(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)*(?:,?\s(?:and|&)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?"
)
_OWNER = re.compile(r"['’]s\s")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_HEADED = re.compile(r"(\S+) (?:of|for|on)\b")
_STARTERS = words("names-starters")


def _begins_name(words: list[str]) -> bool:
    """Whether a common first word belongs to the name: "Indian National Congress"."""
    return (
        len(words) > 1
        and words[0].casefold() in _STARTERS
        and (words[1][0].isupper() or words[1] == "of")
    )


_TRAILING_JOIN = re.compile(r"\s+(?:of|for|and|on|the|de|in|to|&)$")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_OF = re.compile(r"(?P<head>\S+)\s+of\s")
_YEAR_BEHIND = re.compile(r",?\s*(?:of\s+)?\d{4}\b")
_INITIALS = re.compile(r"^(?:[A-Z]\.\s?|[A-Z]\s){1,3}[A-Z][a-z]+$")
_COMMON = words("names-common")
_PLURAL_HEADS = re.compile(r"(?:s|’|')$")
_DATED = frozenset(
    {
        "Act",
        "Bill",
        "Code",
        "Rules",
        "Regulations",
        "Ordinance",
        "Order",
        "Policy",
        "Index",
        "Report",
        "Prize",
        "Award",
        "Survey",
        "Samman",
        "Games",
        "Cup",
    }
)
_DATED_NAME = re.compile(r"\d{4}")
_UNITS = words("names-units")
_TITLES = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Smt|Shri|Prof|Gen|Lt|Col|Maj|Capt|Brig)\.|Justice|Sir|Lord|Mahatma|Pandit|Sardar|Maulana|Raja|King|Queen|Emperor)\s"
)


def find_names(
    text: str, lexicon: Lexicon, lower_words: frozenset[str], taken: list[tuple[int, int]]
) -> Iterator[Entity]:
    """Names in `text` outside `taken` spans, from left to right.

    Args:
        text: One statement.
        lexicon: The word lists.
        lower_words: Words that the document also writes in lower case: a capital at the start of
            a sentence says nothing of them.
        taken: Spans that are something else already.
    """
    found: list[Entity] = []
    for ministry in _MINISTRY.finditer(text) if " of " in text else ():
        said = ministry.group()
        known = lexicon.names.get(said)
        group = f"ministry/{known.group if known else 'social'}"
        found.append(
            Entity(
                "ministry",
                ministry.start(),
                ministry.end(),
                said,
                said,
                "which ministry",
                "",
                group,
            )
        )
    found += [
        Entity(
            "case", case.start(), case.end(), case.group(), case.group(), "which case", "", "case"
        )
        for case in (_CASE.finditer(text) if _VERSUS.search(text) else ())
    ]
    by_first = lexicon.by_first
    busy = list(taken) + [(e.start, e.end) for e in found]
    for word in _WORD.finditer(text):
        first = word.group()
        candidates = by_first.get(first)
        if candidates is None and first.endswith(("'s", "’s")):
            candidates = by_first.get(first[:-2])
        if not candidates or _overlaps(word.start(), word.end(), busy):
            continue
        start = word.start()
        for spelling in candidates:
            end = start + len(spelling)
            if text.startswith(spelling, start) and not (
                text[end : end + 1].isalnum() or "\u0900" <= text[end : end + 1] <= "\u094d"
            ):
                known = lexicon.names[spelling]
                if known.kind == "authority" and _qualified(text, start, end):
                    break
                found.append(
                    Entity(
                        known.kind,
                        start,
                        end,
                        spelling,
                        known.canonical,
                        known.wh,
                        "",
                        f"{known.kind}/{known.group}",
                    )
                )
                busy.append((start, end))
                break
    for start, end in _runs(text, lexicon):
        entity = _proper(text, start, end, lexicon, lower_words)
        if entity is None:
            continue
        inner = [e for e in found if entity.start <= e.start and e.end <= entity.end]
        if any(
            e.end - e.start >= entity.end - entity.start or e.type in {"ministry", "case"}
            for e in inner
        ):
            continue
        if len(inner) > 1 and not entity.wh and re.search(r",|\band\b|&", entity.text):
            continue
        if any(
            entity.start < end
            and begin < entity.end
            and not (
                entity.start < begin
                and end == entity.end
                and _DATED_NAME.fullmatch(text[begin:end])
            )
            for begin, end in taken
        ):
            continue
        for other in inner:
            found.remove(other)
        if not _overlaps(entity.start, entity.end, [(e.start, e.end) for e in found]):
            found.append(entity)
    yield from sorted(found, key=lambda entity: entity.start)


def _qualified(text: str, start: int, end: int) -> bool:
    """Whether a lexicon authority is only a part of a longer name ("President of France")."""
    follows = text[end : end + 12]
    return bool(re.match(r"\s+of\s+(?!India)[A-Z]", follows)) or text[start - 1 : start] in {
        "-",
        "/",
    }


def _runs(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Capitalised runs; "Pir Panjal and the Zanskar" is two, a "Ministry of X and Y" is one."""
    for found in _CAPITALISED.finditer(text):
        run = found.group()
        owner = _OWNER.search(run)
        if owner is not None and run.split()[-1] not in lexicon.heads:
            yield found.start(), found.start() + owner.start()
            yield found.start() + owner.end(), found.end()
            continue
        joint = _AND.search(run) if "and" in run else None
        if joint is None:
            yield found.span()
            continue
        last = run.rstrip("s").split()[-1]
        headed = last in lexicon.heads or any(
            found.group(1) in lexicon.heads for found in _HEADED.finditer(run)
        )
        left = run[: joint.start()]
        if left in lexicon.names and "Jammu" not in left:
            headed = False
        if headed or run.split()[0] in {"New", "Small"}:
            yield found.span()
            continue
        at = found.start()
        for joint in _AND.finditer(run):
            yield at, found.start() + joint.start()
            at = found.start() + joint.end()
        yield at, found.end()


def _proper(
    text: str, start: int, end: int, lexicon: Lexicon, lower_words: frozenset[str]
) -> Entity | None:
    while text[start].isspace():
        start += 1
    raw = text[start:end]
    words = raw.split()
    while words and words[0].casefold() in _COMMON and not _begins_name(words):
        skip = len(words[0])
        rest = raw[skip:].lstrip()
        start += len(raw) - len(rest)
        raw = rest
        words = raw.split()
        if words and not words[0][0].isupper():
            while words and not words[0][0].isupper():
                rest = raw[len(words[0]) :].lstrip()
                start += len(raw) - len(rest)
                raw, words = rest, rest.split()
    if not words:
        return None
    joined = raw
    if len(words) > 1:
        joined = _TRAILING_JOIN.sub("", raw)
        start, joined = _unjoined(start, joined, lexicon, lower_words)
    if joined.endswith(("'s", "’s")):
        joined = joined[:-2]
    end = start + len(joined)
    raw, words = joined, joined.split()
    if not raw or raw.casefold() in _COMMON or len(raw) < 2:
        return None
    at_start = (
        start == 0
        or text[:start].rstrip(" \"'“‘(").endswith((".", ":", "?", "!"))
        or not text[:start].strip(" \"'“‘(")
    )
    if len(words) == 1:
        if at_start and raw.casefold() in lower_words:
            return None
        if raw in _UNITS:
            return None
        if raw.isupper() and len(raw) >= 2:
            return Entity("abbreviation", start, end, raw, raw, "", "", "abbreviation")
        inner_capital = any(c.isupper() or c.isdigit() for c in raw[1:])
        if (
            at_start
            and not inner_capital
            and (
                raw.casefold() in lexicon.base
                or raw.endswith(("ing", "ly", "tion", "ment", "ness", "ity"))
                or raw.casefold() in lexicon.past
                or raw.casefold() in lexicon.third
                or _modifies(text, end, lexicon)
            )
        ):
            return None
    elif at_start and words[0].casefold() in lower_words and words[1][0].isupper():
        pass
    last = (_ASIDE.sub("", raw).split() or words)[-1].rstrip(".,")
    wh = lexicon.heads.get(last, "")
    if len(words) == 1 and wh:
        return None
    if (last in _DATED or words[0] in _DATED) and (dated := _YEAR_BEHIND.match(text, end)):
        end = dated.end()
        raw = text[start:end]
    of = _OF.search(raw) if len(words) > 1 else None
    if of is not None and last not in _DATED:
        wh = lexicon.heads.get(of["head"], "")
    if _TITLES.match(raw) or _INITIALS.match(raw):
        return Entity("person", start, end, raw, raw, "who", "", "person")
    kind = last.casefold() if wh else "name"
    return Entity(kind if wh else "name", start, end, raw, raw, wh, "", kind)


_LOWER_NEXT = re.compile(r"\s+([a-z][\w-]*)")


def _modifies(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence-opening capital is only that: a lower-case noun follows."""
    following = _LOWER_NEXT.match(text, end)
    if following is None:
        return False
    word = following.group(1)
    verb = word in lexicon.past or (word in lexicon.third and word not in lexicon.noun_like)
    return not verb and word not in _FOLLOW_NAMES


_FOLLOW_NAMES = frozenset(
    [
        "is",
        "was",
        "has",
        "had",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "from",
        "became",
        "led",
        "won",
        "wrote",
        "began",
        "made",
        "took",
        "will",
        "shall",
        "can",
        "may",
        "gave",
        "held",
        "set",
        "built",
        "founded",
        "fought",
        "ruled",
        "lies",
        "stands",
        "alone",
        "also",
        "who",
        "which",
        "that",
    ]
)


_JOIN = re.compile(r"\s+(?:of the|on the|in the|to the|for the|in|to|on|of|for)\s+(?=[A-Z])")


def _unjoined(
    start: int, raw: str, lexicon: Lexicon, lower_words: frozenset[str]
) -> tuple[int, str]:
    """`Endangered on the IUCN Red List` and `Coorg in Karnataka` are two names, not one."""
    for found in _JOIN.finditer(raw):
        left, right = raw[: found.start()], raw[found.end() :]
        last = left.split()[-1]
        joint = found.group().strip()
        if joint in {"in", "in the"} or (joint in {"to", "to the"} and last not in _WHOLES):
            return start, left
        if last in lexicon.heads or left.split()[0] in lexicon.heads or last in _WHOLES:
            continue
        if joint.startswith(("of", "for")) and not (
            left.casefold() in lower_words or (left.endswith(("s", "ers")) and " " not in left)
        ):
            continue
        if joint.startswith(("of", "for")):
            return start + found.end(), right
        return start, left
    return start, raw


_WHOLES = words("names-wholes")


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    for other_start, other_end in spans:  # noqa: SIM110 - asked of every word: a generator costs twice
        if start < other_end and other_start < end:
            return True
    return False
