"""Why there is no card to ask now, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mdquiz.errors import NothingToDrillError
from mdquiz.memory.counts import done_on, is_askable, is_due
from mdquiz.memory.queue import Candidate
from mdquiz.memory.state import CardState
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.overview import remaining_limits
from mdquiz.study.scope import Scope
from mdquiz.text import counted

EARLY = "Use --ahead to drill early, or --cram for everything."


def nothing_to_drill(
    candidates: Sequence[Candidate],
    scope: Scope,
    settings: Settings,
    states: Iterable[CardState],
    day: int,
    resting: int = 0,
) -> NothingToDrillError:
    """The error that says why none of `candidates`, the cards of `scope`, is asked on `day`.

    `resting` counts the cards of `scope` that are dropped or stale, and so no candidates.
    """
    if not candidates and resting:
        one = resting == 1
        return NothingToDrillError(
            f"{'The one card' if one else f'All {resting} cards'} here "
            f"{'is' if one else 'are'} stale or dropped: the notes no longer have the passage, or "
            "the examiner took the question back.",
            "`mdquiz browse state:stale` and `state:dropped` list them.",
        )
    if not candidates and scope.tags:
        return NothingToDrillError(
            f"No question has the tag {' or '.join(scope.tags)}.",
            "`mdquiz list --tags` shows the tags there are.",
        )
    if not candidates:
        return NothingToDrillError(
            "There are no questions to drill.",
            "Write a deck with `mdquiz new`, or name a folder of decks.",
        )
    if scope.kind is Kind.CRAM or all(it.state.suspended for it in candidates):
        return NothingToDrillError(
            "Every card here is suspended.", "Resume some of them in `mdquiz browse`."
        )
    new = sum(it.state.new and is_askable(it.state, day) for it in candidates)
    due = sum(is_due(it.state, day) for it in candidates)
    new_left, reviews_left = remaining_limits(settings, done_on(states, day))
    if due and not reviews_left:
        return NothingToDrillError(
            f"Today's limit of {settings.reviews_per_day} due cards is reached; {due} more wait.",
            "Allow more with `mdquiz config reviews_per_day N`, or see them with --cram.",
        )
    if new and not new_left:
        return NothingToDrillError(
            f"Today's {settings.new_per_day} new cards are done; {new} more wait for the coming "
            "days.",
            f"Allow more with `mdquiz config new_per_day N`. {EARLY}",
        )
    if due or new:
        return NothingToDrillError(
            f"{_cards(due + new)} left, on facts that you were asked today: the one answer would "
            "give away the other. They come tomorrow.",
            EARLY,
        )
    later = [it.state.due_day - day for it in candidates if not it.state.new]
    upcoming = min((days for days in later if days > 0), default=None)
    when = "tomorrow" if upcoming == 1 else f"in {counted(upcoming or 0, 'day')}"
    rest = f"The next card is due {when}." if upcoming else "What is left waits for another day."
    return NothingToDrillError(f"Nothing is due now. {rest}", EARLY)


def _cards(count: int) -> str:
    return f"{counted(count, 'card')} {'is' if count == 1 else 'are'}"
