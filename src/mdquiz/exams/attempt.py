"""An attempt at a paper: a pure value folded from its events, and true to its deadline.

Time counts by the stored start alone. Every event first moves the attempt to its instant: sections
whose time is over are closed, and at the end of the last the paper is submitted. What comes after a
deadline is without effect, so neither a suspended laptop nor a crash grants a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mdquiz.clock import Steady
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.event import Event, EventKind
from mdquiz.exams.paper import Paper, PaperSection
from mdquiz.grading.verdict import Response

BY_TIME = "time"
BY_HAND = "candidate"
ABANDONED = "abandoned"


class Palette(StrEnum):
    """How a question stands, in the five states of the exam halls' screens.

    ANSWERED_MARKED counts as answered when the paper is marked.
    """

    NOT_VISITED = "not visited"
    NOT_ANSWERED = "not answered"
    ANSWERED = "answered"
    MARKED = "marked for review"
    ANSWERED_MARKED = "answered and marked for review"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the candidate did with one question.

    Attributes:
        visited: It was opened.
        marked: For review.
        response: The answer that stands; None: none.
        declined: The option "not attempted" stands.
        bucket: How sure they said they were.
        language: The language it was last answered in.
        spent_ms: Time it was open.
        earlier: Answers given before the one that stands, oldest first.
    """

    visited: bool = False
    marked: bool = False
    response: Response | None = None
    declined: bool = False
    bucket: Bucket = Bucket.UNSAID
    language: str = ""
    spent_ms: int = 0
    earlier: tuple[Response, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether something is marked on the sheet."""
        return self.response is not None or self.declined

    @property
    def palette(self) -> Palette:
        """Its state in the palette."""
        if self.answered:
            return Palette.ANSWERED_MARKED if self.marked else Palette.ANSWERED
        if self.marked:
            return Palette.MARKED
        return Palette.NOT_ANSWERED if self.visited else Palette.NOT_VISITED


@dataclass(frozen=True, slots=True)
class Submission:
    """When and why the paper was closed: BY_HAND, BY_TIME at the deadline, or ABANDONED."""

    at_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClockNote:
    """The machine's clock was found set back at `at_ms` by `amount_ms`; it granted no time.

    An amount below 0: it was put right again by so much.
    """

    at_ms: int
    amount_ms: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt after some events.

    Attributes:
        paper: What is taken.
        started_ms: When it was begun.
        replies: One a question, in their order.
        current: Number of the open question.
        section: Position of the open section.
        section_started_ms: When the open section was begun (of an unlocked paper: the paper).
        last_ms: Instant of the last event.
        language: The language chosen; "" for each question's first.
        submitted: When and why it was handed in; None while it runs.
        resumed: How often it was opened again.
        clock_notes: When the clock was found set back.
        steady: The steady count at `last_ms`; None where it was not kept.
    """

    paper: Paper
    started_ms: int
    replies: tuple[Reply, ...]
    current: int
    section: int
    section_started_ms: int
    last_ms: int
    language: str = ""
    submitted: Submission | None = None
    resumed: int = 0
    clock_notes: tuple[ClockNote, ...] = ()
    steady: Steady | None = None

    @property
    def abandoned(self) -> bool:
        """Whether it was given up: it was not handed in to be compared with others."""
        return self.submitted is not None and self.submitted.reason == ABANDONED

    @property
    def open_section(self) -> PaperSection:
        """The section of the open question; of a locked paper, the one that may be worked on."""
        if self.paper.locked:
            return self.paper.sections[self.section]
        return self.paper.sections[self.paper.item(self.current).section]

    @property
    def open_numbers(self) -> range:
        """The questions that may be opened now."""
        if self.paper.locked:
            return self.paper.sections[self.section].numbers
        return range(1, len(self.paper.items) + 1)

    @property
    def deadline_ms(self) -> int:
        """When the open section (of an unlocked paper: the paper) ends by itself."""
        seconds = self.paper.sections[self.section].seconds if self.paper.locked else None
        return self.section_started_ms + (seconds or self.paper.seconds) * 1000

    @property
    def correction_ms(self) -> int:
        """What to add to the machine's clock to undo its having been set back."""
        return sum(note.amount_ms for note in self.clock_notes)

    def reply(self, number: int) -> Reply:
        """What was done with question `number`."""
        return self.replies[number - 1]

    def left_ms(self, now_ms: int) -> int:
        """Time left of the open section, never below 0."""
        return 0 if self.submitted else max(0, self.deadline_ms - now_ms)

    def palette(self) -> dict[Palette, int]:
        """How many questions stand in each state; together, all of them."""
        counts = Counter(reply.palette for reply in self.replies)
        return {state: counts[state] for state in Palette}


def begun(paper: Paper, started_ms: int) -> Attempt:
    """An attempt at its first moment, the first question open."""
    replies = (Reply(visited=True), *(Reply() for _ in paper.items[1:]))
    return Attempt(paper, started_ms, replies, 1, 0, started_ms, started_ms)


def folded_attempt(paper: Paper, started_ms: int, events: Iterable[Event]) -> Attempt:
    """The attempt after all of `events`, in their order."""
    attempt = begun(paper, started_ms)
    for event in events:
        attempt = after(attempt, event)
    return attempt


def standing(attempt: Attempt, now_ms: int) -> Attempt:
    """The attempt as it stands at `now_ms`: sections closed and submitted as their time ran out."""
    while not attempt.submitted and now_ms >= attempt.deadline_ms:
        attempt = _closed(attempt, attempt.deadline_ms, BY_TIME)
    return attempt


def refusal(attempt: Attempt, event: Event) -> str:
    """Why `event` cannot happen now, in a sentence; "" where it can."""
    attempt = standing(attempt, event.at_ms)
    if attempt.submitted:
        why = "time is over" if attempt.submitted.reason == BY_TIME else "it was handed in"
        return f"The paper is closed: {why}."
    kind = event.kind
    if event.number and not 1 <= event.number <= len(attempt.paper.items):
        return f"There is no question {event.number}: the paper has {len(attempt.paper.items)}."
    if event.number and event.number not in attempt.open_numbers:
        section = attempt.paper.sections[attempt.paper.item(event.number).section]
        return f'Question {event.number} is in the section "{section.name}", which is not open.'
    if kind is EventKind.SECTION and not attempt.paper.locked:
        return "The sections of this paper are not closed one by one."
    if kind is EventKind.DECLINE and not attempt.paper.scheme.not_attempted_option:
        return 'This exam has no option "not attempted".'
    buckets = set(Bucket)
    if kind in (EventKind.CONFIDENCE, EventKind.ANSWER) and event.value not in buckets:
        return f'"{event.value}" is no degree of confidence.'
    if kind is EventKind.ANSWER and event.number and event.response is not None:
        count = len(attempt.paper.item(event.number).versions[0].options)
        if any(not 0 <= choice < count for choice in event.response.chosen):
            return f"Question {event.number} has {count} options."
    return ""


def after(attempt: Attempt, event: Event) -> Attempt:
    """The attempt after `event`; an event that cannot happen (`refusal`) only passes time."""
    attempt = _with_time_spent(attempt, event)
    moved = standing(attempt, event.at_ms)
    refused = bool(refusal(moved, event))
    moved = replace(moved, last_ms=max(moved.last_ms, event.at_ms), steady=event.steady)
    return moved if refused else _applied(moved, event)


def _with_time_spent(attempt: Attempt, event: Event) -> Attempt:
    room = max(0, min(event.at_ms, attempt.deadline_ms) - attempt.last_ms)
    spent = min(event.spent_ms, room)
    if attempt.submitted or spent <= 0:
        return attempt
    reply = attempt.reply(attempt.current)
    return _with_reply(attempt, attempt.current, replace(reply, spent_ms=reply.spent_ms + spent))


def _applied(attempt: Attempt, event: Event) -> Attempt:
    kind = event.kind
    if kind is EventKind.SUBMIT:
        return replace(attempt, submitted=Submission(event.at_ms, event.value or BY_HAND))
    if kind is EventKind.SECTION:
        return _closed(attempt, event.at_ms, BY_HAND)
    if kind is EventKind.LANGUAGE:
        return replace(attempt, language=event.value)
    if kind is EventKind.RESUME:
        return replace(attempt, resumed=attempt.resumed + 1)
    if kind is EventKind.CLOCK:
        note = ClockNote(event.at_ms, event.amount_ms)
        return replace(attempt, clock_notes=(*attempt.clock_notes, note))
    if not event.number:
        return attempt
    if kind is EventKind.VISIT:
        attempt = replace(attempt, current=event.number)
    reply = replace(attempt.reply(event.number), visited=True)
    return _with_reply(attempt, event.number, _replied(reply, event, attempt.language))


def _replied(reply: Reply, event: Event, language: str) -> Reply:
    kind = event.kind
    if kind is EventKind.ANSWER and event.response is not None and _given(event.response):
        earlier = reply.earlier
        if reply.response is not None and reply.response != event.response:
            earlier = (*earlier, reply.response)
        bucket = Bucket(event.value) if event.value else reply.bucket
        return replace(
            reply,
            response=event.response,
            declined=False,
            bucket=bucket,
            language=language,
            earlier=earlier,
        )
    if kind in (EventKind.CLEAR, EventKind.ANSWER, EventKind.DECLINE):
        earlier = (*reply.earlier, reply.response) if reply.response else reply.earlier
        declined = kind is EventKind.DECLINE
        return replace(
            reply, response=None, declined=declined, bucket=Bucket.UNSAID, earlier=earlier
        )
    if kind is EventKind.CONFIDENCE:
        return replace(reply, bucket=Bucket(event.value))
    if kind in (EventKind.MARK, EventKind.UNMARK):
        return replace(reply, marked=kind is EventKind.MARK)
    return reply


def _given(response: Response) -> bool:
    return bool(response.chosen or response.arranged or response.typed.strip())


def _with_reply(attempt: Attempt, number: int, reply: Reply) -> Attempt:
    replies = attempt.replies
    return replace(attempt, replies=(*replies[: number - 1], reply, *replies[number:]))


def _closed(attempt: Attempt, at_ms: int, reason: str) -> Attempt:
    """The open section closed: the next begins at once, or the paper is handed in."""
    last = attempt.section + 1 == len(attempt.paper.sections)
    if last or not attempt.paper.locked:
        return replace(attempt, submitted=Submission(at_ms, reason))
    following = attempt.paper.sections[attempt.section + 1]
    moved = replace(
        attempt,
        section=attempt.section + 1,
        section_started_ms=at_ms,
        current=following.first,
    )
    return _with_reply(moved, following.first, replace(moved.reply(following.first), visited=True))
