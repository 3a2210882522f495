"""Hold a name or phrase against its key: case, accents, articles and plurals do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mdquiz.grading.finding import RIGHT, WRONG, Finding, almost, best, wrong
from mdquiz.grading.initials import initialisms, is_initialism
from mdquiz.grading.numbers import LONGEST
from mdquiz.grading.prompt import Prompt
from mdquiz.grading.words import Phrase, phrase, without_company_suffix

_OPPOSITES = (
    "un in im il ir non dis anti de mis uni bi tri multi pre post inter intra hyper hypo exo endo "
    "ex macro micro over under sub super"
)
_PAIRS = (
    "import/export imported/exported importer/exporter increase/decrease maximum/minimum "
    "major/minor upper/lower east/west eastern/western north/south northern/southern male/female "
    "higher/lower first/last largest/smallest highest/lowest true/false lessor/lessee "
    "emigration/immigration acceded/ceded ratified/rectified"
)
_PREFIXES = tuple(_OPPOSITES.split())
_CONTRARIES = tuple(frozenset(pair.split("/")) for pair in _PAIRS.split())
NO_PROMPT = Prompt()
SHORT_WORD = 4
"""Words of so many letters are exact or wrong: Iran and Iraq are no near miss."""


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
    wanted, got = phrase(key), phrase(given)
    if wanted.numbers != got.numbers:
        wanted, got = phrase(key, roman_numerals=True), phrase(given, roman_numerals=True)
    if bool(wanted.negations) != bool(got.negations):
        said = "has" if wanted.negations else "does not have"
        same = set(wanted.words) & set(got.words)
        return wrong(f"the answer {said} a “not” in it") if same else WRONG
    if wanted.joined and wanted.joined == got.joined:
        return RIGHT
    if got.numbers and sorted(wanted.numbers) != sorted(got.numbers):
        return wrong("the number is wrong") if set(wanted.words) & set(got.words) else WRONG
    if got.numbers != wanted.numbers and got.numbers and not _counted(got) <= _counted(wanted):
        return wrong("the numbers are mixed up")
    bare, stripped = without_company_suffix(wanted.words), without_company_suffix(got.words)
    if bare and "".join(bare) == "".join(stripped):
        return RIGHT
    added, omitted = set(stripped) - set(bare), set(bare) - set(stripped)
    if not omitted and added and added <= prompt.harmless:
        return RIGHT
    if got.numbers and wanted.numbers == got.numbers and not added and omitted <= prompt.words:
        return RIGHT  # "17" where the question asks for an article and the key is "Article 17"
    return _initialism(key, given, got) or _near(bare, stripped, wanted, got, key)


def _initialism(key: str, given: str, got: Phrase) -> Finding | None:
    if len(got.words) == 1 and not got.numbers and got.joined in initialisms(key):
        return RIGHT
    if is_initialism(key) and key.lower().replace(".", "") in initialisms(given.title()):
        return almost(f"its initials are right: {key}")
    return None


def _near(
    wanted: tuple[str, ...], got: tuple[str, ...], key: Phrase, given: Phrase, name: str
) -> Finding:
    """Almost, for part of the name, more than the name, or a misspelling; else wrong."""
    if not wanted or not got:
        return WRONG
    if key.numbers and not given.numbers:
        return WRONG
    if sorted(wanted) == sorted(got):
        return almost("the words are right, their order differs")
    ours, theirs = set(wanted), set(got)
    half = 2 * sum(map(len, theirs)) >= sum(map(len, ours))
    if theirs < ours and (half or key.numbers):
        return almost("part of the answer")
    if ours < theirs:
        return almost("the answer is in it, with something more")
    if _misspelt(wanted, got, name):
        return almost("nearly spelled right")
    return WRONG


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
    return all(_near_word(one, other, name) for one, other in zip(wanted, got, strict=True))


def _near_word(wanted: str, got: str, name: str) -> bool:
    from rapidfuzz.distance import OSA

    if wanted == got:
        return True
    capitals = wanted.upper() != wanted and re.search(rf"\b{re.escape(wanted.upper())}\b", name)
    if len(wanted) <= SHORT_WORD or capitals:
        return False
    if wanted[0].isdigit() or got[0].isdigit() or _contrary(wanted, got):
        return False
    return bool(OSA.distance(wanted, got, score_cutoff=4) <= _allowed(len(wanted)))


def _contrary(one: str, other: str) -> bool:
    """Whether two words differ by a prefix that changes the meaning: uni-, bilateral."""
    if any({one, other} <= pair for pair in _CONTRARIES):
        return True
    for prefix in _PREFIXES:
        for long, short in ((one, other), (other, one)):
            rest = long.removeprefix(prefix)
            if rest != long and len(rest) > 2:
                if rest == short:
                    return True
                if any(short == opposite + rest for opposite in _PREFIXES):
                    return True
    return False


def _allowed(length: int) -> int:
    """How many wrong, missing, extra or swapped letters still make a near miss."""
    if length <= SHORT_WORD:
        return 0
    return 1 if length < 8 else 2 if length < 13 else 3
