"""Wrong values that could be right: of the same type and format, and certainly false."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from mdquiz.generate.candidates.candidate import Material
from mdquiz.generate.chance import pick, shuffled
from mdquiz.generate.entities.quantities import SMALL_NUMBERS
from mdquiz.generate.facts.fact import Fact
from mdquiz.generate.fold import folded

_NUMERIC = frozenset({"money", "percent", "number", "quantity"})
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_COMPOUND = re.compile(
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]"
    r"(?P<unit>one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


def distractors(material: Material, fact: Fact, count: int = 3) -> tuple[str, ...]:
    """`count` wrong values for a fact's answer; fewer, even none, where they cannot be had."""
    entity = fact.entity
    quote = " ".join(span.quote for span in fact.spans)
    if fact.kind == "cell":
        found = _alike(fact.answer.text, shuffled(fact.others, fact.id, material.seed))
        if len(found) >= count:
            return tuple(found[:count])
    if entity is None:
        return ()
    if entity.type in _NUMERIC:
        if re.search(r"\brank", fact.relation, re.IGNORECASE):
            return ()  # ranks near it were right in other years
        return _numbers(material, fact, quote, count)
    if entity.type == "year":
        return _years(material, fact, quote, count)
    if entity.type == "date":
        return _dates(material, fact, count)
    if entity.type == "article":
        return _articles(material, fact, quote, count)
    if entity.type == "ratio":
        others = [
            v
            for v in (
                "one-half",
                "one-third",
                "two-thirds",
                "one-fourth",
                "three-fourths",
                "one-tenth",
            )
            if v != fact.answer.text.replace(" ", "-").lower()
        ]
        return (
            tuple(shuffled(others, fact.id, material.seed)[:count])
            if "-" in fact.answer.text
            else ()
        )
    return _names(material, fact, quote, count)


def _alike(answer: str, others: list[str]) -> list[str]:
    """Those of `others` that do not stand out beside `answer`."""
    digits = bool(re.search(r"\d", answer))
    out: list[str] = []
    seen = {folded(answer)}
    for other in others:
        ratio = len(other) / max(len(answer), 1)
        if folded(other) in folded(answer) or folded(answer) in folded(other):
            continue
        if folded(other) in seen or bool(re.search(r"\d", other)) != digits:
            continue
        if 0.4 <= ratio <= 2.6 or abs(len(other) - len(answer)) <= 12:
            seen.add(folded(other))
            out.append(other)
    return out


def _names(material: Material, fact: Fact, quote: str, count: int) -> tuple[str, ...]:
    entity = fact.entity
    if entity is None:
        return ()
    lexicon = material.reading.lexicon
    kind, _, group = entity.group.partition("/")
    out: list[str] = []
    if group:
        pool = shuffled(lexicon.members.get((kind, group), []), fact.id, material.seed)
        if len(pool) < count + 3:
            for (other_kind, other_group), members in sorted(lexicon.members.items()):
                if (
                    other_kind == kind
                    and other_group != group
                    and _same_wh(material, members, entity.wh)
                ):
                    pool += shuffled(members, fact.id, material.seed)
    else:
        if not entity.wh:
            return ()
        pool = shuffled(
            _sample(material.names.get(entity.type, ()), fact.id),
            fact.id,
            material.seed,
        )
    context = quote + " " + " ".join(fact.topics)
    for name in pool:
        if lexicon.related(name, entity.text) or folded(name) in folded(context):
            continue
        if any(folded(s) in folded(quote) for s in lexicon.synonyms.get(name, ()) if len(s) > 2):
            continue
        if _one_in_the_other(name, entity.text) or any(lexicon.related(name, o) for o in out):
            continue
        out.append(name if entity.text[:1].isupper() or not group else name.lower())
        if len(out) == count:
            break
    if any(len(entity.text) > 2.5 * len(name) + 4 for name in out):
        return ()
    return tuple(out)


def _sample(names: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """At most two dozen of `names`, so that a long document costs no more a fact than a short one."""  # noqa: E501
    if len(names) <= 24:
        return names
    start = pick(len(names), seed)
    return tuple(names[(start + step) % len(names)] for step in range(24))


def _same_wh(material: Material, members: list[str], wh: str) -> bool:
    """Whether names of another group are asked for in the same way."""
    known = material.reading.lexicon.names.get(members[0]) if members else None
    return known is not None and known.wh == wh


def _one_in_the_other(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    return first in second or second in first


def _years(material: Material, fact: Fact, quote: str, count: int) -> tuple[str, ...]:
    answer = fact.answer.text
    if not answer.isascii():
        return ()
    year = int(answer)
    below = pick(count + 1, fact.id, material.seed, "rank")
    years = material.years
    here = bisect_left(years, year)
    near = years[max(here - 2, 0) : here][::-1]
    lows = [y for y in near if year - y <= 15] + [year - s for s in _steps(fact, material, "low")]
    here = bisect_right(years, year)
    near = years[here : here + 2]
    highs = [y for y in near if y - year <= 15] + [year + s for s in _steps(fact, material, "high")]
    quoted = {int(y) for y in re.findall(r"\d{4}", quote)}
    highs = [y for y in highs if y <= max(material.newest_year, year)]
    below = max(below, count - len({y for y in highs if y not in quoted}))
    low = [y for y in dict.fromkeys(lows) if y not in quoted][:below]
    high = [y for y in dict.fromkeys(highs) if y not in quoted][: count - below]
    return tuple(str(y) for y in (*low, *high))


def _steps(fact: Fact, material: Material, side: str) -> list[int]:
    return [
        2 + pick(2, fact.id, side, material.seed),
        5 + pick(3, fact.id, side, 1),
        9 + pick(4, fact.id, side, 2),
        15,
    ]


def _dates(material: Material, fact: Fact, count: int) -> tuple[str, ...]:
    answer = fact.answer.text
    year = re.search(r"\d{4}", answer)
    month = next((m for m in _MONTHS if m in answer), "")
    if not month:
        return ()
    out: list[str] = []
    for step in range(1, 12):
        changed = answer
        if year and pick(2, fact.id, step, material.seed):
            delta = (1, -1, 2, -2, 3)[pick(5, fact.id, step)]
            if int(year.group()) + delta > max(material.newest_year, int(year.group())):
                delta = -delta
            changed = changed.replace(year.group(), str(int(year.group()) + delta))
        if changed == answer or pick(2, fact.id, step, "m"):
            other = _MONTHS[(_MONTHS.index(month) + 1 + pick(11, fact.id, step, "month")) % 12]
            changed = changed.replace(month, other)
            if re.search(r"\b(?:29|30|31)\b", changed):
                changed = re.sub(r"\b(?:29|30|31)\b", "28", changed)
        if changed != answer and changed not in out:
            out.append(changed)
        if len(out) == count:
            break
    return tuple(out)


def _articles(material: Material, fact: Fact, quote: str, count: int) -> tuple[str, ...]:
    found = re.match(
        r"^(?P<word>\D+\s)(?P<number>\d+)(?P<rest>[A-Z]?(?:\(\d\))?)$", fact.answer.text
    )
    if found is None:
        return ()
    number = int(found["number"])
    out: list[str] = []
    quoted = set(re.findall(r"\w+", quote))
    for step in shuffled([-9, -7, -4, -3, -2, 2, 3, 4, 6, 8, 11], fact.id, material.seed):
        other = number + step
        text = f"{found['word']}{other}{found['rest']}"
        if other > 0 and str(other) not in quoted:
            out.append(text)
    return tuple(out[:count])


def _numbers(material: Material, fact: Fact, quote: str, count: int) -> tuple[str, ...]:
    answer = fact.answer.text
    found = re.search(r"\d[\d,]*(?:\.\d+)?", answer)
    below = pick(count + 1, fact.id, material.seed, "rank")
    taken = set(re.findall(r"[\d,.]*\d", quote))
    if found is None:
        compound = _COMPOUND.search(answer)
        if compound:
            return _compounds(answer, compound, quote, below, count)
        word = next((w for w in re.findall(r"[a-z]+", answer.lower()) if w in SMALL_NUMBERS), "")
        if not word:
            return ()
        value = SMALL_NUMBERS.index(word)
        below = min(below, max(value - 2, 0))
        quoted = {
            SMALL_NUMBERS.index(w)
            for w in re.findall(r"[a-z]+", quote.lower())
            if w in SMALL_NUMBERS
        }
        lows = [
            v for v in (value - 1, value - 2, value - 3, value - 4) if v > 1 and v not in quoted
        ][:below]
        highs = [
            v
            for v in (value + 1, value + 2, value + 3, value + 5, value + 6)
            if v <= 20 and v not in quoted
        ]
        values = [*lows, *highs[: count - len(lows)]]
        return tuple(
            re.sub(rf"\b{word}\b", SMALL_NUMBERS[v], answer, flags=re.IGNORECASE) for v in values
        )
    raw = found.group().rstrip(",")
    if answer[found.end() :].lstrip().startswith(("-", "–", "to ")):
        return ()
    decimals = len(raw.partition(".")[2])
    rough = is_rough(material, fact)
    value_f = float(raw.replace(",", ""))
    if value_f <= 0:
        return ()
    integral = decimals == 0
    if rough:  # books differ by a tenth: only what is far off is certainly wrong
        step = _round_step(value_f, decimals)
        lows_f = [_snap(value_f * f, step) for f in (0.5, 0.25, 0.1)]
        highs_f = [value_f * f for f in (2, 4, 6)]
    elif integral and 20 < value_f <= 100:
        step = 5 if value_f % 5 == 0 else 1
        lows_f = [value_f - s * step for s in (1, 2, 4, 3)]
        highs_f = [value_f + s * step for s in (1, 2, 3, 5)]
    elif integral and value_f <= 20:
        lows_f = [value_f - s for s in (1, 2, 3, 4) if value_f - s >= 1]
        highs_f = [value_f + s for s in (1, 2, 3, 5)]
    else:
        scale = _round_step(value_f, decimals)
        factors_low, factors_high = (0.8, 0.6, 0.5, 0.9), (1.2, 1.5, 1.8, 1.3)
        lows_f = [_snap(value_f * f, scale) for f in factors_low]
        highs_f = [_snap(value_f * f, scale) for f in factors_high]
    if "%" in answer or "per" in answer:
        highs_f = [v for v in highs_f if v <= 100]
        below = max(below, count - len(highs_f))
    lows_f = [v for v in dict.fromkeys(lows_f) if v > 0 and v != value_f][:below]
    highs_f = [v for v in dict.fromkeys(highs_f) if v != value_f]
    out = []
    for v in [*lows_f, *highs_f]:
        text = _formatted(v, raw, decimals)
        if text not in taken and text != raw:
            out.append(answer[: found.start()] + text + answer[found.start() + len(raw) :])
    return tuple(out[:count])


def _compounds(
    answer: str, found: re.Match[str], quote: str, below: int, count: int
) -> tuple[str, ...]:
    """Neighbours of a number written as "sixty-eight"."""
    unit = SMALL_NUMBERS.index(found["unit"].lower())
    lows = list(range(unit - 1, 0, -1))[:below]
    highs = list(range(unit + 1, 10))
    others = [*lows, *highs, *range(unit - 1 - len(lows), 0, -1)]
    texts = [
        answer[: found.start("unit")] + SMALL_NUMBERS[u] + answer[found.end("unit") :]
        for u in others
    ]
    return tuple([text for text in texts if text.casefold() not in quote.casefold()][:count])


_ROUGHLY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|close to)\s$|लगभग\s$",
    re.IGNORECASE,
)


def is_rough(material: Material, fact: Fact) -> bool:
    """Whether a value is given as an approximation: "some 50 million years ago"."""
    if fact.statement < 0:
        return False
    return bool(_ROUGHLY.search(material.reading.statements[fact.statement].text[: fact.start]))


def _round_step(value: float, decimals: int) -> float:
    if decimals:
        return 10.0**-decimals
    step = 1.0
    while step * 10 <= value and value % (step * 10) == 0:
        step *= 10
    return min(step, float(max(10 ** (len(str(int(value))) - 2), 1)))


def _snap(value: float, step: float) -> float:
    return round(round(value / step) * step, 6)


def _formatted(value: float, raw: str, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    if "," in raw:
        whole, dot, rest = text.partition(".")
        indian = bool(re.search(r",\d\d,", raw)) or len(whole) <= 5
        if len(whole) > 3:
            head, last = whole[:-3], whole[-3:]
            size = 2 if indian else 3
            groups: list[str] = []
            while head:
                groups.insert(0, head[-size:])
                head = head[:-size]
            whole = ",".join([*groups, last])
        text = whole + dot + rest
    return text if raw.isascii() else text.translate(_DEVANAGARI)
