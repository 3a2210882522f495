"""Words that look alike and mean the contrary, or another thing: never a slip of the pen."""

from __future__ import annotations

_OPPOSITES = (
    "un in im il ir non dis anti de mis uni bi tri multi pre post inter intra hyper hypo exo endo "
    "ex macro micro over under sub super ap ac"
)
_PAIRS = (
    "import/export imported/exported importer/exporter increase/decrease maximum/minimum "
    "major/minor upper/lower east/west eastern/western north/south northern/southern male/female "
    "higher/lower first/last largest/smallest highest/lowest true/false "
    "emigration/immigration emigrant/immigrant emigrate/immigrate acceded/ceded ratified/rectified "
    "stalactite/stalagmite altitude/latitude altitude/attitude affluent/effluent "
    "persecution/prosecution"
)
_PREFIXES = tuple(_OPPOSITES.split())
_CONTRARIES = tuple(frozenset(pair.split("/")) for pair in _PAIRS.split())
_SHORTEST_STEM = 3


def contrary(one: str, other: str) -> bool:
    """Whether two words differ by what changes the meaning: uni-, bilateral; employer, -ee."""
    if any({one, other} <= pair for pair in _CONTRARIES):
        return True
    return any(
        _by_prefix(long, short) or _by_a(long, short) or _by_ending(long, short)
        for long, short in ((one, other), (other, one))
    )


def _by_prefix(long: str, short: str) -> bool:
    for prefix in _PREFIXES:
        rest = long.removeprefix(prefix)
        if rest == long or len(rest) < _SHORTEST_STEM:
            continue
        if rest == short or any(short == opposite + rest for opposite in _PREFIXES):
            return True
    return False


def _by_a(long: str, short: str) -> bool:
    """Symmetric and asymmetric, aerobic and anaerobic; but "aasia" is a slip."""
    if len(short) <= _SHORTEST_STEM:
        return False
    vowel = short[0] in "aeiou"
    return long == ("an" if vowel else "a") + short


def _by_ending(giver: str, taker: str) -> bool:
    """Employer and employee, mortgagor and mortgagee."""
    stem = taker.removesuffix("ee")
    if stem == taker or len(stem) < _SHORTEST_STEM:
        return False
    return giver in {stem + "er", stem + "or", stem + "eor"}
