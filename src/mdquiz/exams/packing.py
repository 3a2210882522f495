"""As many things as possible of which no two share anything: the questions a paper has room for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

EXACT = 32
"""The largest tangle (things linked by what they share) that is solved by trying; beyond it, what
shares least is taken first."""


def packed(shares: Sequence[Iterable[Hashable]]) -> list[int]:
    """Positions, in order, of a largest selection in which nothing is shared.

    Each thing names what it takes up. Where a thing's rivals are all rivals of one another, taking
    it is never worse than not; where all that one thing takes up is taken up by a second that takes
    up more, the second is never needed. These two rules settle nearly all decks; what they leave is
    tried out where it is small. The size of the selection does not depend on the order.

    Args:
        shares: What each thing takes up.
    """
    tangle = _Tangle(shares)
    while tangle.left:
        tangle.take_what_hinders_least()
        if not tangle.drop_what_is_never_needed():
            tangle.decide_one()
    return sorted(tangle.taken)


class _Tangle:
    """Things not decided yet, and which of them take up each shared thing."""

    def __init__(self, shares: Sequence[Iterable[Hashable]]) -> None:
        numbers: dict[Hashable, int] = {}
        self._uses: list[set[int]] = []
        self._users: list[set[int]] = []
        for at, names in enumerate(shares):
            uses = {numbers.setdefault(name, len(numbers)) for name in dict.fromkeys(names)}
            while len(self._users) < len(numbers):
                self._users.append(set())
            for use in uses:
                self._users[use].add(at)
            self._uses.append(uses)
        self.left = dict.fromkeys(range(len(self._uses)))
        self.taken: list[int] = []
        self._look: list[int] = []
        for uses in self._uses:
            uses.difference_update([use for use in uses if len(self._users[use]) == 1])

    def take_what_hinders_least(self) -> None:
        """Take everything whose rivals all share one thing with it, and with each other."""
        self._look = [*reversed(self.left)]
        while self._look:
            at = self._look.pop()
            if at in self.left and len(self._uses[at]) <= 1:
                self._take(at)

    def drop_what_is_never_needed(self) -> bool:
        """Leave out what takes up all that another takes up; whether anything was decided."""
        kinds: dict[frozenset[int], int] = {}
        for at in self.left:
            kinds.setdefault(frozenset(self._uses[at]), at)
        needless = [at for at in self.left if self._needless(at, kinds)]
        for at in needless:
            self._drop(at)
        return bool(needless) or not self.left

    def _needless(self, at: int, kinds: dict[frozenset[int], int]) -> bool:
        uses = frozenset(self._uses[at])
        if kinds[uses] != at:
            return True
        rivals = {other for use in uses for other in self._users[use]}
        return any(self._uses[other] < uses for other in rivals)

    def decide_one(self) -> None:
        """Solve one small tangle by trying, or else take the thing with the fewest rivals."""
        for group in self._groups():
            if len(group) <= EXACT:
                for at in _largest([self._rivals(at) for at in group], group):
                    self._take(at)
                return
        self._take(min(self.left, key=lambda at: (len(self._rivals(at)), len(self._uses[at]), at)))

    def _groups(self) -> Iterable[list[int]]:
        seen: set[int] = set()
        for first in self.left:
            if first in seen:
                continue
            seen.add(first)
            group = [first]
            for at in group:
                fresh = sorted(self._rivals(at) - seen)
                seen.update(fresh)
                group += fresh
            yield group

    def _rivals(self, at: int) -> set[int]:
        return {other for use in self._uses[at] for other in self._users[use]} - {at}

    def _take(self, at: int) -> None:
        self.taken.append(at)
        for rival in sorted(self._rivals(at)):
            self._drop(rival)
        self._drop(at)

    def _drop(self, at: int) -> None:
        del self.left[at]
        for use in self._uses[at]:
            users = self._users[use]
            users.discard(at)
            if len(users) == 1:
                (alone,) = users
                self._uses[alone].discard(use)
                users.clear()
                self._look.append(alone)
        self._uses[at] = set()


def _largest(rivals: Sequence[set[int]], group: Sequence[int]) -> list[int]:
    """A largest part of `group` without rivals, found by trying."""
    places = {at: place for place, at in enumerate(group)}
    masks = [sum(1 << places[other] for other in others) for others in rivals]
    known: dict[int, int] = {0: 0}

    def best(rest: int) -> int:
        if rest not in known:
            open_places = [place for place in range(len(masks)) if rest >> place & 1]
            fewest = min(open_places, key=lambda place: (masks[place] & rest).bit_count())
            most = max(open_places, key=lambda place: (masks[place] & rest).bit_count())
            if (masks[fewest] & rest).bit_count() <= 1:
                known[rest] = 1 << fewest | best(rest & ~(masks[fewest] | 1 << fewest))
            else:
                with_it = 1 << most | best(rest & ~(masks[most] | 1 << most))
                without = best(rest & ~(1 << most))
                known[rest] = max(with_it, without, key=int.bit_count)
        return known[rest]

    found = best((1 << len(group)) - 1)
    return [at for place, at in enumerate(group) if found >> place & 1]
