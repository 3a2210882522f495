"""Hold a name or phrase against its key: case, accents, articles and plurals do not matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mdquiz.grading.countries import same_country
from mdquiz.grading.finding import RIGHT, WRONG, Finding, almost, best, capped, wrong
from mdquiz.grading.heads import HEADS, NUMBERED, TURNED
from mdquiz.grading.initials import initialisms, is_initialism
from mdquiz.grading.numbers import LONGEST
from mdquiz.grading.opposites import contrary
from mdquiz.grading.people import compare_names
from mdquiz.grading.prompt import Prompt
from mdquiz.grading.signs import compare_signs
from mdquiz.grading.verdict import Outcome
from mdquiz.grading.words import Phrase, joined, phrase, without_company_suffix

NO_PROMPT = Prompt()
SHORT_WORD = 4
"""Words of so many letters are exact or wrong: Iran and Iraq are no near miss."""
LONG_NAME = 13
YEARS = range(1000, 2200)
"""Whole numbers that say when: a name with its year and one without are the same name."""
_COUNTRY = frozenset(("india", "भारत"))
"""Left out by everybody: "President" for "President of India"."""
_CLAUSE = re.compile(r"\s*(?:\d+[a-z]?|[a-z]|[ivx]+)\s*", re.IGNORECASE)
_SMALL = frozenset(("of", "for", "in", "on", "to", "at", "by", "a"))


def compare_text(key: str, given: str, prompt: Prompt = NO_PROMPT) -> Finding:
    """Whether `given` is the name or phrase `key`.

    Args:
        key: The right answer.
        given: The learner's; never raises.
        prompt: What the question says: repeating its words is no fault, and a short name that it
            gives away ("IPEF: full form?") is no answer.

    Returns:
        Right where they agree but for case, accents, articles, punctuation, plurals, or one is
        the other's initialism; almost for a misspelling, a changed order of words, or part of
        the name; wrong otherwise, and always where a negation or a number differs.
    """
    given = given[:LONGEST].strip()
    if not given:
        return WRONG
    key = key[:LONGEST]
    if phrase(given).joined in prompt.words and phrase(given) != phrase(key):
        return wrong("the question itself gives that")
    answers = [given]
    aside = re.search(r"\s\(([^()]{1,20})\)", given)
    if aside is not None and is_initialism(aside[1]):
        answers.append(given.replace(aside.group(), ""))
    return best(
        _against(each, answer, prompt, exact=exact)
        for each, exact in variants(key)
        for answer in answers
    )


def variants(key: str) -> Iterator[tuple[str, bool]]:
    """The names that `key` gives, each with whether it is right by itself.

    "Khanij Bidesh India Ltd. (KABIL)" gives the whole, the name, and the initialism;
    "Prayagraj (Allahabad)" gives the part in parentheses as almost right.
    """
    yield key, True
    match = re.search(r"\(([^()]{1,200})\)", key)
    if match is not None and _CLAUSE.fullmatch(match[1]):
        return  # "Article 16(4)" is one name
    if match is not None:
        outside = " ".join((key[: match.start()] + " " + key[match.end() :]).split())
        inside = match[1].strip()
        if outside:
            yield outside, True
            alias = is_initialism(inside) or is_initialism(outside)
            if alias or (inside[:1].isupper() and not re.search(r"\d", inside)):
                yield inside, alias
    elif "/" in key and not re.search(r"\d", key):
        for part in key.split("/"):
            if len(part.strip()) > 1:
                yield part.strip(), True


def _against(key: str, given: str, prompt: Prompt, *, exact: bool) -> Finding:
    finding = _compare(key, given, prompt)
    if finding == RIGHT and not exact:
        return almost(f"also called that; the answer is “{key}” only in part")
    return finding


def _compare(key: str, given: str, prompt: Prompt) -> Finding:
    finding = _by_words(key, given, prompt)
    if finding.outcome is Outcome.WRONG:
        return finding
    differing = compare_signs(key, given)
    if differing is None:
        return finding
    if differing.outcome is Outcome.WRONG:
        return differing
    return capped(finding, Outcome.ALMOST, differing.notes[0].text)


def _by_words(key: str, given: str, prompt: Prompt) -> Finding:
    wanted, got = phrase(key), phrase(given)
    if wanted.numbers != got.numbers:
        wanted, got = phrase(key, roman_numerals=True), phrase(given, roman_numerals=True)
    if bool(wanted.negations) != bool(got.negations):
        said = "has" if wanted.negations else "does not have"
        same = set(wanted.words) & set(got.words)
        return wrong(f"the answer {said} a “not” in it") if same else WRONG
    same_numbers = wanted.numbers == got.numbers
    if wanted.joined and same_numbers and wanted.joined == got.joined:
        return RIGHT
    if same_country(key, given, prompt):
        return RIGHT
    if not same_numbers:
        wrong_number = _other_numbers(wanted, got)
        if wrong_number is not None:
            return wrong_number
    bare, stripped = without_company_suffix(wanted.words), without_company_suffix(got.words)
    if bare and same_numbers and joined(bare) == joined(stripped):
        return RIGHT
    if same_numbers and _turned(bare, stripped):
        return RIGHT
    added, omitted = set(stripped) - set(bare), set(bare) - set(stripped)
    if not omitted and added and added <= prompt.harmless and _years_at_most(got, wanted):
        return RIGHT
    if got.numbers and same_numbers and not added and omitted <= (prompt.words | NUMBERED | _SMALL):
        return RIGHT  # "17" where the question asks for an article and the key is "Article 17"
    return (
        _initialism(key, given, got)
        or compare_names(key, given)
        or _near(bare, stripped, wanted, got, key, prompt)
    )


def _other_numbers(wanted: Phrase, got: Phrase) -> Finding | None:
    """What to say of numbers that are not the key's; None where only a year is left out."""
    ours, theirs = Counter(wanted.numbers), Counter(got.numbers)
    missing, extra = list((ours - theirs).elements()), list((theirs - ours).elements())
    if not missing and not extra:
        if _counted(got) <= _counted(wanted):
            return None
        return wrong("the numbers are mixed up")
    if not (missing and extra) and all(number in YEARS for number in (*missing, *extra)):
        return None
    if not theirs:
        return None
    if not set(wanted.words) & set(got.words):
        return WRONG
    if missing and extra:
        return wrong("the number is wrong")
    verb = "is missing" if missing else "does not belong to it"
    return wrong(f"{', '.join(map(str, missing or extra))} {verb}")


def _years_at_most(got: Phrase, wanted: Phrase) -> bool:
    extra = Counter(got.numbers) - Counter(wanted.numbers)
    return all(number in YEARS for number in extra)


def _turned(wanted: tuple[str, ...], got: tuple[str, ...]) -> bool:
    """Whether they differ in "of" alone: "Ministry of Mines" and "Mines Ministry"."""
    for one, other in ((wanted, got), (got, wanted)):
        if one.count("of") != 1 or "of" in other:
            continue
        at = one.index("of")
        head, rest = one[:at], one[at + 1 :]
        if not head or not rest:
            continue
        if other == head + rest and rest[0][0].isdigit():
            return True
        if head[-1] in TURNED and other == rest + head:
            return True
    return False


def _initialism(key: str, given: str, got: Phrase) -> Finding | None:
    if len(got.words) == 1 and not got.numbers and got.joined in initialisms(key):
        return RIGHT
    if is_initialism(key) and key.lower().replace(".", "") in initialisms(given.title()):
        return almost(f"its initials are right: {key}")
    return None


def _near(
    wanted: tuple[str, ...],
    got: tuple[str, ...],
    key: Phrase,
    given: Phrase,
    name: str,
    prompt: Prompt,
) -> Finding:
    """Almost, for part of the name, more than the name, or a misspelling; else wrong."""
    if not wanted or not got:
        return WRONG
    if key.numbers and not given.numbers and any(each not in YEARS for each in key.numbers):
        return WRONG
    if sorted(wanted) == sorted(got):
        return almost("the words are right, their order differs")
    ours, theirs = set(wanted) - _SMALL, set(got) - _SMALL
    if ours == theirs:
        return almost("the words are right, not the small ones between them")
    if theirs < ours:
        return _part(ours, theirs, key, given, prompt)
    if ours < theirs:
        return almost("the answer is in it, with something more")
    if _misspelt(wanted, got, name):
        return almost("nearly spelled right")
    return WRONG


def _part(ours: set[str], theirs: set[str], key: Phrase, given: Phrase, prompt: Prompt) -> Finding:
    """What to say of some of the key's words."""
    if not theirs:
        return WRONG
    years = [str(year) for year in key.numbers if year not in given.numbers and year in YEARS]
    if years and theirs <= prompt.words:
        return wrong("the year is asked", "missing")
    shared = prompt.words | HEADS
    told, wanted = _letters(theirs - shared), _letters(ours - shared - set(years))
    omitted = ours - theirs
    if not told and not omitted <= _COUNTRY:
        return WRONG  # "commission" for "Finance Commission"
    if years and omitted == set(years):
        return almost(f"right but for the year: {', '.join(years)}", "missing")
    if 2 * told >= wanted or given.numbers or omitted <= _COUNTRY:
        return almost("part of the answer")
    return WRONG


def _letters(words: set[str]) -> int:
    return sum(map(len, words))


def _counted(found: Phrase) -> set[tuple[str, ...]]:
    """Each number with the word that it counts."""
    return {found.words[at : at + 2] for at, word in enumerate(found.words) if word[0].isdigit()}


def _misspelt(wanted: tuple[str, ...], got: tuple[str, ...], name: str) -> bool:
    from rapidfuzz.distance import OSA  # takes 50 ms to load, and few answers need it

    key, given = "".join(wanted), "".join(got)
    if not key or abs(len(key) - len(given)) > 4:
        return False
    if OSA.distance(key, given, score_cutoff=4) > _allowed(len(key)):
        return False
    if len(wanted) != len(got):
        return not is_initialism(name) and len(key) > SHORT_WORD
    pairs = list(zip(wanted, got, strict=True))
    certain = len(key) >= LONG_NAME and any(one == other for one, other in pairs)
    return all(_near_word(one, other, name, certain=certain) for one, other in pairs)


def _near_word(wanted: str, got: str, name: str, *, certain: bool) -> bool:
    """Whether one word is nearly the other; `certain` where the rest of a long name agrees."""
    from rapidfuzz.distance import OSA

    if wanted == got:
        return True
    capitals = wanted.upper() != wanted and re.search(rf"\b{re.escape(wanted.upper())}\b", name)
    if len(wanted) <= SHORT_WORD or capitals:
        return False
    if wanted[0].isdigit() or got[0].isdigit() or contrary(wanted, got):
        return False
    allowed = _allowed(len(wanted))
    if certain and len(wanted) > SHORT_WORD + 1 and (wanted[0], wanted[-1]) == (got[0], got[-1]):
        allowed = max(allowed, 2)  # "Mahatma Ghandi"
    return bool(OSA.distance(wanted, got, score_cutoff=4) <= allowed)


def _allowed(length: int) -> int:
    """How many wrong, missing, extra or swapped letters still make a near miss."""
    if length <= SHORT_WORD:
        return 0
    return 1 if length < 8 else 2 if length < LONG_NAME else 3
