"""Drilling: the one place where a question is asked, answered, graded, logged and scheduled."""

from __future__ import annotations

import contextlib
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from mdquiz.decks.asked import Asked
from mdquiz.decks.asking import repair
from mdquiz.decks.card import CardId
from mdquiz.errors import DeckError, UsageError
from mdquiz.grading.grade import grade
from mdquiz.grading.verdict import Confidence, Rating, Response, Verdict
from mdquiz.memory.counts import is_leech
from mdquiz.memory.preview import previewed_intervals
from mdquiz.progress.log import Kind, LogRow
from mdquiz.study.sitting import Sitting, Step
from mdquiz.study.source import SourcePassage, source_passage
from mdquiz.study.summary import Summary, summarised
from mdquiz.study.view import Act, Phase, View, not_known, settled

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


class Drill:
    """One sitting at the desk. Every method returns only when what it did is on disk."""

    def __init__(
        self, desk: Desk, cards: tuple[CardId, ...], kind: Kind, *, by_plan: bool = False
    ) -> None:
        """Begin a sitting.

        Args:
            desk: Where decks and progress are at hand.
            cards: What to ask, in order.
            kind: DRILL, AHEAD or CRAM.
            by_plan: Whether the plan towards the exam chose the cards: then each answer is a
                review, also before its card is due.
        """
        self.kind = kind
        self._by_plan = by_plan
        self.language = desk.settings.language
        self._desk = desk
        self._id = desk.new_sitting()
        self._acts: list[Act] = []
        self._began_ms = desk.clock.monotonic_ms()
        self._view = self._fresh(Sitting.of(cards))

    # What is shown

    @property
    def sitting(self) -> Sitting:
        """What is still to be asked, and the answers so far."""
        return self._view.sitting

    @property
    def phase(self) -> Phase:
        """Where the present question stands."""
        return self._view.phase

    @property
    def asked(self) -> Asked | None:
        """What is asked now; None when the sitting is over."""
        return self._view.asked

    @property
    def verdict(self) -> Verdict | None:
        """What grading says of the answer, once answered."""
        return self._view.verdict

    @property
    def intervals(self) -> dict[Rating, int]:
        """Days until the card returns, by rating, once answered; empty if nothing is scheduled."""
        return self._view.intervals

    @property
    def step(self) -> Step | None:
        """What is asked now."""
        return self.sitting.step

    @property
    def done(self) -> int:
        """Cards finished."""
        return self.sitting.done

    @property
    def total(self) -> int:
        """Cards in this sitting."""
        return self.sitting.total

    @property
    def saved(self) -> bool:
        """Whether the answer whose verdict is shown is in the log."""
        return self._view.row is not None

    @property
    def flagged(self) -> bool:
        """Whether the present card is flagged."""
        return self.asked is not None and self._desk.state(self.asked.card).flagged

    @property
    def leech(self) -> bool:
        """Whether the present card has been missed again and again."""
        return self.asked is not None and is_leech(self._desk.state(self.asked.card))

    @property
    def key_changed(self) -> bool:
        """Whether the present card's key has changed since the learner last answered it."""
        return self._view.key_changed

    @property
    def last_act(self) -> str:
        """What `undo` would take back, such as "the answer"; "" when there is nothing."""
        if not self._acts:
            return ""
        act = self._acts[-1]
        answered = self.phase is Phase.ANSWERED and act.before.phase is Phase.ASKING
        return "the answer" if answered else act.name

    def elapsed_ms(self) -> int:
        """Milliseconds since the sitting began."""
        return self._desk.clock.monotonic_ms() - self._began_ms

    def source(self) -> list[SourcePassage]:
        """The passages of the notes that the present question was made from.

        Whoever looks before answering is told the answer: it then counts as not known.
        """
        if self.asked is None:
            return []
        if self.phase is Phase.ASKING and self.asked.sources:
            self._view = replace(self._view, peeked=True)
        deck_file = self._desk.library.entry(self.asked.card.deck).path
        return [source_passage(source, deck_file) for source in self.asked.sources]

    def summary(self) -> Summary:
        """How the sitting went so far."""
        return summarised(self.sitting, self._desk, self.elapsed_ms())

    # Answering

    def answer(self, response: Response, confidence: Confidence = Confidence.UNSAID) -> Verdict:
        """Grade `response` and, unless the answer was merely revealed, log it at once.

        Raises:
            UsageError: There is no question to answer now.
            ProgressError: It could not be saved; the question still stands.
        """
        asked = self._asking()
        verdict = grade(asked, response, confidence)
        if self._view.peeked:
            verdict = not_known(verdict)
        duration = self._desk.clock.monotonic_ms() - self._view.shown_ms
        row = None
        if verdict.suggested is not None:
            row = self._answer_row(asked, verdict, verdict.suggested, confidence, duration)
        after = replace(
            self._view,
            phase=Phase.ANSWERED,
            verdict=verdict,
            duration_ms=duration,
            row=row,
            intervals=self._intervals(asked.card),
        )
        self._do([row] if row else [], after)
        return verdict

    def rate(self, rating: Rating | None = None) -> None:
        """Settle the present answer with `rating` (None: as suggested) and go to the next question.

        Raises:
            UsageError: No answer stands, or it was revealed and `rating` is None.
            ProgressError: It could not be saved; the verdict still stands.
        """
        if self.phase is not Phase.ANSWERED or self.verdict is None or self.asked is None:
            raise UsageError("There is no answer to rate.", "Answer the question first.")
        rating = rating or self.verdict.suggested
        if rating is None:
            raise UsageError(
                "Only you know how well you recalled this.",
                "Rate it: 1 again, 2 hard, 3 good, 4 easy.",
            )
        view = self._view
        added = []
        if view.row is None:
            added.append(
                self._answer_row(
                    self.asked, self.verdict, rating, Confidence.UNSAID, view.duration_ms
                )
            )
        elif view.row.rating != rating:
            added.append(self._row_for(Kind.REGRADE, ref=view.row.id, rating=rating))
        self._desk.record(added)
        self._acts[-1].rows.extend(added)
        self._view = self._fresh(settled(self._view, rating))

    # Everything else a learner can do with a question

    def skip(self) -> None:
        """Ask the present question at the end of the sitting."""
        self._asking()
        self._do([], self._fresh(self.sitting.skipped()))

    def bury(self) -> None:
        """Do not ask the present card again today."""
        self._set_aside(Kind.BURY)

    def suspend(self) -> None:
        """Do not ask the present card again until it is resumed."""
        self._set_aside(Kind.SUSPEND)

    def _set_aside(self, kind: Kind) -> None:
        card = self._present().card
        sitting = self.sitting
        if self.verdict is not None and self.verdict.suggested is not None:
            sitting = settled(self._view, self.verdict.suggested)
        self._do([self._row_for(kind)], self._fresh(sitting.without(card)))

    def toggle_flag(self) -> bool:
        """Flag the present card, or take the flag off; whether it is flagged now."""
        self._present()
        self._do([self._row_for(Kind.UNFLAG if self.flagged else Kind.FLAG)], self._view)
        return self.flagged

    def reset_card(self) -> None:
        """Let the present card start afresh, as if never learned, and ask it again."""
        self._present()
        self._do([self._row_for(Kind.RESET)], self._view)
        self._view = self._fresh(self.sitting)

    def undo(self) -> bool:
        """Take back the last act of this sitting; False when there is none.

        The log keeps what was taken back, and an UNDO row for each of its rows.
        """
        if not self._acts:
            return False
        act = self._acts[-1]
        self._desk.record(
            [
                replace(self._desk.row(row.card, Kind.UNDO, self._id), ref=row.id)
                for row in reversed(act.rows)
            ]
        )
        self._acts.pop()
        self._view = self._again(act.before)
        return True

    def switch_language(self) -> bool:
        """Show the present and the following questions in the deck's other language.

        Returns:
            False when the question has no other language.
        """
        if self.asked is None or len(self.asked.languages) < 2:
            return False
        at = self.asked.languages.index(self.asked.language)
        self.language = self.asked.languages[(at + 1) % len(self.asked.languages)]
        self._view = self._again(self._view)
        return True

    def reload(self) -> None:
        """Read the decks again: cards that are gone leave, an open question is worded anew.

        A verdict that is shown stays as it is.

        Raises:
            DeckError: A deck of this sitting can no longer be read; the sitting goes on with the
                deck as it was.
        """
        self._desk.reload({step.card.deck for step in self.sitting.queue})
        self._view = self._again(self._view)

    # Inside

    def _present(self) -> Asked:
        if self.asked is None:
            raise UsageError("The sitting is over.", "Start another.")
        return self.asked

    def _asking(self) -> Asked:
        asked = self._present()
        if self.phase is not Phase.ASKING:
            raise UsageError("This question is answered already.", "Rate it to go on.")
        return asked

    def _fresh(self, sitting: Sitting) -> View:
        """The view on the step at the head of the queue, put to the learner now.

        Cards whose question cannot be had any more leave the sitting.
        """
        while sitting.step is not None:
            step = sitting.step
            # By what was seen before: the same order of options in every front end, and another
            # one the next time.
            seed = f"{step.card}:{self._desk.state(step.card).reviews}:{step.again}"
            try:
                asked = self._worded(step, seed)
            except DeckError:
                sitting = sitting.without(step.card)
                continue
            return View(
                sitting,
                asked=asked,
                seed=seed,
                key_changed=self._key_changed(asked),
                shown_ms=self._desk.clock.monotonic_ms(),
            )
        return View(sitting, Phase.OVER)

    def _again(self, view: View) -> View:
        """`view` as it is now: in the present language, from the decks as they are."""
        known = self._desk.card_ids()
        sitting, step = view.sitting, view.sitting.step
        for card in {each.card for each in sitting.queue} - known:
            if view.phase is Phase.ASKING or step is None or card != step.card:
                sitting = sitting.without(card)
        if step is None or sitting.step != step:
            return self._fresh(sitting)
        asked = view.asked
        with contextlib.suppress(DeckError):
            asked = self._worded(step, view.seed)
        if view.phase is Phase.ASKING:
            now = self._desk.clock.monotonic_ms()
            changed = asked is not None and self._key_changed(asked)
            return replace(view, sitting=sitting, asked=asked, key_changed=changed, shown_ms=now)
        if asked is None or view.asked is None or asked.answer_hash != view.asked.answer_hash:
            asked = view.asked  # the verdict is about the key as it was
        return replace(view, sitting=sitting, asked=asked)

    def _worded(self, step: Step, seed: str) -> Asked:
        """The question of `step`, its options shuffled by `seed`."""
        asked = self._desk.asked(step.card, random.Random(seed), self.language)
        return asked if step.claim is None else repair(asked, step.claim)

    def _key_changed(self, asked: Asked) -> bool:
        if self._desk.state(asked.card).new:
            return False
        known = self._desk.last_answer_hash(asked.card)
        return bool(known) and known != asked.answer_hash

    def _intervals(self, card: CardId) -> dict[Rating, int]:
        if self._kind(card) is not Kind.DRILL:
            return {}
        today = self._desk.today()
        state, desk = self._desk.state(card), self._desk
        return previewed_intervals(state, card, today, desk.model, desk.review_day(card))

    def _kind(self, card: CardId) -> Kind:
        assert self.step is not None
        if self.step.claim is not None:
            return Kind.REPAIR
        if self.kind is Kind.CRAM:
            return self.kind
        state = self._desk.state(card)
        # A journey west can bring the learner back to before the day of the last review.
        today = max(self._desk.today(), state.last_day)
        scheduled = self._by_plan or state.new or state.due_day <= today
        return Kind.DRILL if scheduled else Kind.AHEAD

    def _row_for(
        self, kind: Kind, ref: bytes | None = None, rating: Rating | None = None
    ) -> LogRow:
        """A row about the present card."""
        row = self._desk.row(self._present().card, kind, self._id)
        return replace(row, ref=ref, rating=rating)

    def _answer_row(
        self,
        asked: Asked,
        verdict: Verdict,
        rating: Rating,
        confidence: Confidence,
        duration_ms: int,
    ) -> LogRow:
        return replace(
            self._row_for(self._kind(asked.card), rating=rating),
            outcome=verdict.outcome.value,
            given=verdict.given,
            confidence=confidence.value,
            duration_ms=duration_ms,
            language=asked.language,
            deck_hash=self._desk.library.entry(asked.card.deck).content_hash,
            answer_hash=asked.answer_hash,
        )

    def _do(self, rows: list[LogRow], after: View) -> None:
        """Write the rows of a new undoable act; then, and only then, things stand as in `after`."""
        self._desk.record(rows)
        self._acts.append(Act(self._view, rows))
        self._view = after
