"""The desk: decks, progress, settings and clock, opened once and handed to a front end."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from mdquiz.clock import Clock
from mdquiz.decks.card import CardId
from mdquiz.decks.library import CardEntry, DeckEntry, Library, open_library
from mdquiz.errors import DeckError, DeckNotFoundError, ProgressError
from mdquiz.memory.day import day_date, study_day
from mdquiz.memory.state import NEVER_SEEN, CardState
from mdquiz.paths import Places
from mdquiz.progress.ids import IDS
from mdquiz.progress.log import Kind, LogRow
from mdquiz.progress.store import Store
from mdquiz.settings import Settings
from mdquiz.study.history import History
from mdquiz.study.overview import Overview, overview
from mdquiz.study.plan import Glance, glance, in_force
from mdquiz.study.plan_choice import ready_cards
from mdquiz.study.roots import deck_roots
from mdquiz.study.scope import Scope
from mdquiz.study.todays import chosen_cards

if TYPE_CHECKING:
    from mdquiz.decks.asked import Asked
    from mdquiz.memory.model import MemoryModel
    from mdquiz.progress.plans import StoredPlan
    from mdquiz.study.browse import BrowseRow
    from mdquiz.study.drill import Drill


REPEAT_MS = 2 * 3_600_000
"""A missed card that is asked again sooner is being repeated, whatever day has begun meanwhile."""


class Desk:
    """Everything a front end needs. Methods may read and write files, and return when done."""

    def __init__(
        self,
        library: Library,
        store: Store,
        settings: Settings,
        clock: Clock,
        places: Places,
        roots: Sequence[Path],
    ) -> None:
        """Use `open` instead, but for tests."""
        self.library = library
        self.store = store
        self.settings = settings
        self.clock = clock
        self.places = places
        self.roots = tuple(roots)
        self.begin_search: Callable[[Desk], object] = _begin_search
        self._history = History(store)
        self._entries: dict[CardId, CardEntry] = {}
        self._entries_of: tuple[DeckEntry, ...] | None = None
        self._seen_version = -1
        self._copied_day = 0
        self._states: dict[CardId, CardState] = {}

    @classmethod
    def open(
        cls,
        places: Places,
        settings: Settings,
        clock: Clock,
        roots: Sequence[Path] = (),
        *,
        read_only: bool = False,
    ) -> Self:
        """Open the learner's progress and the decks of `roots`.

        Args:
            places: Where the learner's files are.
            settings: The learner's settings.
            clock: What time it is.
            roots: Deck files and folders (a missing one is empty); none for the learner's own
                folders and the shipped decks.
            read_only: Whether only to look, without creating anything.

        Raises:
            ProgressError: The progress file cannot be read or written.
        """
        roots = tuple(roots) or deck_roots(places, settings)
        store = Store.open(places.progress_file, read_only=read_only)
        library = open_library(roots, places.cache)
        return cls(library, store, settings, clock, places, roots)

    def close(self) -> None:
        """Let go of the progress file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Where things stand

    def today(self) -> int:
        """The present study day, as a proleptic ordinal."""
        return study_day(self.clock.now(), self.settings.rollover_hour)

    @property
    def states(self) -> Mapping[CardId, CardState]:
        """The state of every card ever seen, other processes' answers included."""
        version = self.store.data_version
        if version != self._seen_version:
            self._states = self._history.states()
            self._seen_version = version
        return MappingProxyType(self._states)

    def state(self, card: CardId) -> CardState:
        """The state of `card`; that of a new card when it was never seen."""
        return self.states.get(card, NEVER_SEEN)

    @property
    def model(self) -> MemoryModel:
        """The memory model that schedules the next answers."""
        from mdquiz.memory.model import Fsrs6

        return Fsrs6(self.store.fits.parameters(), self.settings.desired_retention)

    def overview(self) -> Overview:
        """All decks with their counts, and today's load."""
        return overview(self.library, self.store, self.settings, self.today(), self.places.cache)

    def plan(self) -> Glance | None:
        """What of the plan towards the exam stands today; None without one."""
        cards = {entry.id: entry.asked_ids for entry in self.library.decks}
        return glance(self.store, self.places.cache, self.today(), cards)

    def begin_day(self) -> None:
        """Have today's cards of the plan chosen aside, if they are not yet; returns at once."""
        told = self.plan()
        if told is not None and not told.over and told.due is None:
            self.begin_search(self)

    def why(self, card: CardId) -> str:
        """In a line, why `card` is asked today or is not: "due", "safe until the exam: …"."""
        from mdquiz.study.planned import why

        return why(self, [card])[0][1]

    # Decks

    def reload(self, needed: Collection[str] = ()) -> None:
        """Read again the decks that changed.

        Args:
            needed: Ids of decks that are in use.

        Raises:
            DeckError: One of `needed` can no longer be read; everything stays as it was.
        """
        fresh = open_library(self.roots, self.places.cache)
        there = {entry.id for entry in fresh.decks}
        for path in (self.library.entry(deck).path for deck in needed if deck not in there):
            for problem in fresh.problems:
                if problem.path == str(path):
                    raise DeckError(
                        f"{path}:{problem.line}: {problem.message}.",
                        "Mend it and edit again; until then the deck is used as it was.",
                    )
        fresh.keep(self.library)
        self.library = fresh

    def card_ids(self) -> frozenset[CardId]:
        """Every card there is."""
        return frozenset(self._cards())

    def entry(self, card: CardId) -> CardEntry:
        """What the library knows of `card`.

        Raises:
            DeckNotFoundError: No deck has that card.
        """
        try:
            return self._cards()[card]
        except KeyError:
            raise DeckNotFoundError(
                f"There is no question {card}.", "`mdquiz show DECK` lists a deck's questions."
            ) from None

    def _cards(self) -> dict[CardId, CardEntry]:
        if self._entries_of is not self.library.decks:
            self._entries_of = self.library.decks
            self._entries = {
                card.card: card for entry in self.library.decks for card in entry.cards
            }
        return self._entries

    def asked(self, card: CardId, rng: random.Random, language: str = "") -> Asked:
        """`card` as it is put to the learner, its options shuffled by `rng`.

        Raises:
            DeckNotFoundError: No deck has that card.
        """
        from mdquiz.decks.asking import ask

        deck = self.library.deck(card.deck)
        question = deck.find(card.question)
        if question is None or card.part not in question.parts():
            raise DeckNotFoundError(f"The question {card} is no longer in its deck.")
        return ask(deck, question, card.part, rng=rng, language=language)

    def look(self, card: CardId, language: str = "") -> Asked:
        """`card` as it would be put to the learner, to look at."""
        return self.asked(card, random.Random(str(card)), language or self.settings.language)

    def deck_location(self, card: CardId) -> tuple[Path, int]:
        """The deck file of `card` and the 1-based line on which its question begins."""
        from mdquiz.decks.place import question_line

        path = self.library.entry(card.deck).path
        return path, question_line(path, card.question)

    def browse(self, query: str = "") -> tuple[BrowseRow, ...]:
        """The cards that `query` describes, in deck order; all of them when it is empty."""
        from mdquiz.study.browse import matching_cards

        return matching_cards(self.library, self.states, query, self.today())

    # Answering

    def drill(self, scope: Scope | None = None) -> Drill:
        """A sitting on the cards of `scope`.

        Raises:
            NothingToDrillError: The scope holds no card to ask now; the hint says what to do.
        """
        from mdquiz.study.drill import Drill

        self.keep_daily_copy()
        self.reload()
        scope = scope or Scope()
        plan = None
        if scope.kind is Kind.DRILL and not scope.cards:
            plan = in_force(self.store, self.today())
        if plan is None:
            cards = chosen_cards(self.library, self.states, scope, self.settings, self.today())
        else:
            cards = self._planned(plan, scope)
        return Drill(self, cards, scope.kind, by_plan=plan is not None)

    def _planned(self, plan: StoredPlan, scope: Scope) -> tuple[CardId, ...]:
        """The cards to ask now by the plan towards the exam."""
        whole = not (scope.decks or scope.tags or scope.limit)
        if whole and (ready := ready_cards(self, plan)):
            return ready[: self.settings.sitting_size or None]
        from mdquiz.study.planned import planned_cards

        return planned_cards(self, plan, scope)

    def new_sitting(self) -> bytes:
        """An id for a sitting that begins now."""
        return IDS.new(self.clock.now().utc_ms)

    def last_answer_hash(self, card: CardId) -> str:
        """What `Asked.answer_hash` was when `card` was last answered; "" if it never was."""
        rows = reversed(self.store.rows(card))
        return next((row.answer_hash for row in rows if row.answer_hash), "")

    def keep_daily_copy(self) -> None:
        """Copy the progress as it stands before the study day's first answer, in whatever way."""
        day = self.today()
        if day == self._copied_day:
            return
        from mdquiz.progress.backup import daily_copy

        # No reason to keep the learner from drilling; `mdquiz doctor` tells how old the copies are.
        with contextlib.suppress(ProgressError):
            daily_copy(self.store.path, self.places.backups, day_date(day))
        self._copied_day = day

    def row(self, card: CardId, kind: Kind, sitting: bytes) -> LogRow:
        """A log row about `card` at this moment, still without what was answered.

        It stands after every row of the card there is, even if the clock was set back since.
        """
        now = self.clock.now()
        model = self.model
        row_id = IDS.new(now.utc_ms)
        at_ms = now.utc_ms
        latest = self.store.latest(card)
        if latest is not None and (at_ms, row_id) <= latest:
            at_ms = latest[0] + (row_id <= latest[1])
        return LogRow(
            id=row_id,
            sitting=sitting,
            card=card,
            kind=kind,
            at_ms=at_ms,
            offset_minutes=now.offset_minutes,
            day=self.review_day(card) if kind is Kind.DRILL else self.today(),
            scheduler=model.name,
            parameters=model.parameters_json,
        )

    def review_day(self, card: CardId) -> int:
        """The study day on which a scheduled answer to `card` counts now.

        Today; but a card missed just before the day changed is still being repeated, and a repeat
        minutes after the miss is no review of a day later.
        """
        state = self.state(card)
        if not state.relearning:
            return self.today()
        rows = self.store.rows(card)
        undone = {row.ref for row in rows if row.kind is Kind.UNDO}
        answers = [row for row in rows if row.kind is Kind.DRILL and row.id not in undone]
        soon = self.clock.now().utc_ms - answers[-1].at_ms < REPEAT_MS
        return state.last_day if soon else self.today()

    def record(self, rows: Sequence[LogRow]) -> None:
        """Append `rows` to the log and move their cards' states, in one transaction.

        Raises:
            ProgressError: Nothing was written.
        """
        if rows:
            self.keep_daily_copy()
            self._states.update(self._history.record(rows))

    def set_suspended(self, cards: Iterable[CardId], suspended: bool) -> None:
        """Set cards aside, or ask them again."""
        self._mark(cards, Kind.SUSPEND if suspended else Kind.RESUME)

    def set_flagged(self, cards: Iterable[CardId], flagged: bool) -> None:
        """Flag cards for a second look, or take the flag off."""
        self._mark(cards, Kind.FLAG if flagged else Kind.UNFLAG)

    def reset(self, cards: Iterable[CardId]) -> None:
        """Let cards start afresh, as if never learned."""
        self._mark(cards, Kind.RESET)

    def _mark(self, cards: Iterable[CardId], kind: Kind) -> None:
        sitting = self.new_sitting()
        self.record([self.row(card, kind, sitting) for card in cards])


def _begin_search(desk: Desk) -> None:
    from mdquiz.study.price_search import begin_search

    begin_search(desk)
