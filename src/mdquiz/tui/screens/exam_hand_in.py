"""Windows that ask before an exam is handed in or left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from mdquiz.exams.attempt import Attempt, Palette
from mdquiz.exams.hand_in import answered_count, blank_numbers, blank_warnings
from mdquiz.exams.paper import PaperSection
from mdquiz.tui.exam_wording import (
    DECLINED_LOOK,
    PALETTE_LOOKS,
    number_ranges,
    questions_words,
)
from mdquiz.tui.screens.offer import Offer, OfferLine, OfferScreen
from mdquiz.tui.widgets.prose import Block, Prose


class ClockedScreen(OfferScreen):
    """Words and offers below a clock that runs on; nothing of the question shows beside it.

    Args:
        words: What is asked.
        offers: What can be done.
        left: The time left, in words; asked for every second.
    """

    CSS_PATH = "exam_hand_in.tcss"

    def __init__(self, words: str, offers: Sequence[Offer], left: Callable[[], str]) -> None:
        super().__init__(words, offers)
        self.left = left

    def compose(self) -> ComposeResult:
        """Clock, words, offers; the details last, for on a short screen they are cut off."""
        with VerticalScroll(classes="window", can_focus=False):
            yield Prose(id="clock")
            yield Prose(list(self.asking()))
            for offer in self.offers:
                yield OfferLine(offer)
            yield Prose(
                [Block("Esc goes on with the exam.", "$foreground-muted")], classes="-below"
            )
            yield Prose(list(self.details()))

    def on_mount(self) -> None:
        """Keep the clock running."""
        self._show_clock()
        self.set_interval(1.0, self._show_clock)

    def _show_clock(self) -> None:
        self.query_one("#clock", Prose).show([Block(self.left(), "$foreground-muted")])

    def asking(self) -> Iterator[Block]:
        """What is asked."""
        yield Block(self.words, "bold")

    def details(self) -> Iterator[Block]:
        """What else there is to know before deciding."""
        return iter(())


class HandInScreen(ClockedScreen):
    """How the paper stands, its blanks by number; dismissed with "paper" or None.

    Args:
        attempt: The attempt as it stands.
        left: The time left, in words; asked for every second.
        none_key: The key that marks "not attempted".
    """

    def __init__(self, attempt: Attempt, left: Callable[[], str], none_key: str = "0") -> None:
        words = "Yes, hand in the paper"
        if _later(attempt):
            words = "Yes, hand in the whole paper, its later sections unanswered"
        super().__init__("Hand in the paper?", [Offer("y", "paper", words)], left)
        self.attempt = attempt
        self.none_key = none_key

    def asking(self) -> Iterator[Block]:
        """What is asked, and the worst that blanks would do."""
        yield Block(self.words, "bold $primary")
        for warning in blank_warnings(self.attempt, self.none_key)[:1]:
            yield Block(warning, "bold $text-error", lead="▲ ", lead_style="bold $text-error")

    def details(self) -> Iterator[Block]:
        """How the questions stand."""
        for at, warning in enumerate(blank_warnings(self.attempt, self.none_key)[1:]):
            yield Block(warning, "$text-warning", gap=int(not at))
        yield from standing_blocks(self.attempt, range(1, len(self.attempt.replies) + 1))
        yield _blank_block(self.attempt, range(1, len(self.attempt.replies) + 1), "the paper")


class CloseSectionScreen(ClockedScreen):
    """How the open section stands; dismissed with "section", "whole" (asked again) or None."""

    def __init__(self, attempt: Attempt, left: Callable[[], str]) -> None:
        later = _later(attempt)
        unseen = sum(section.count for section in later)
        offers = (
            Offer("y", "section", f"Yes, close it and begin {later[0].name}"),
            Offer(
                "w",
                "whole",
                f"Hand in the whole paper instead, {questions_words(unseen)} never shown",
            ),
        )
        super().__init__(f"Close the section {attempt.open_section.name}?", offers, left)
        self.attempt = attempt

    def asking(self) -> Iterator[Block]:
        """What is asked, and what is lost by it."""
        yield Block(self.words, "bold $primary")
        numbers = self.attempt.open_numbers
        yield Block(f"For good: {_section_counts(self.attempt, numbers)}. Its time left is lost.")

    def details(self) -> Iterator[Block]:
        """How the section's questions stand."""
        yield from standing_blocks(self.attempt, self.attempt.open_numbers)
        yield _blank_block(self.attempt, self.attempt.open_numbers, "this section")


def standing_blocks(attempt: Attempt, numbers: Sequence[int]) -> Iterator[Block]:
    """How `numbers` stand, each state with its numbers; those plainly answered are left out."""
    gap = 1
    for state in Palette:
        mine = [
            number
            for number in numbers
            if attempt.reply(number).palette is state and not attempt.reply(number).declined
        ]
        if mine and state is not Palette.ANSWERED:
            yield _numbers_block(*PALETTE_LOOKS[state], state.value, mine, gap)
            gap = 0
    declined = [number for number in numbers if attempt.reply(number).declined]
    if declined:
        yield _numbers_block(*DECLINED_LOOK, "not attempted", declined, gap)


def _numbers_block(sign: str, style: str, words: str, numbers: Sequence[int], gap: int) -> Block:
    return Block(
        f"{words}: {number_ranges(numbers)}",
        "$foreground-muted",
        lead=f"{sign} {len(numbers):>3} ",
        lead_style=style,
        gap=gap,
    )


def _blank_block(attempt: Attempt, numbers: Sequence[int], where: str) -> Block:
    blank = len(blank_numbers(attempt, numbers))
    if blank:
        return Block(f"{questions_words(blank)} of {where} left blank.", "bold", gap=1)
    return Block(f"Nothing of {where} is left blank.", "$text-success", gap=1)


def _section_counts(attempt: Attempt, numbers: Sequence[int]) -> str:
    blank = blank_numbers(attempt, numbers)
    unseen = sum(not attempt.reply(number).visited for number in blank)
    words = f"{answered_count(attempt, numbers)} answered, {len(blank)} blank"
    return f"{words} ({unseen} never opened)" if unseen else words


def _later(attempt: Attempt) -> tuple[PaperSection, ...]:
    """The locked sections that have not begun."""
    return attempt.paper.sections[attempt.section + 1 :] if attempt.paper.locked else ()


class LeaveScreen(ClockedScreen):
    """What leaving means for the clock; dismissed with "leave" or None."""

    def __init__(self, left: Callable[[], str]) -> None:
        super().__init__(
            "Leave the exam? Its clock runs on. Every answer is saved, and you can come back while "
            "there is time.",
            (Offer("y", "leave", "Leave; the home screen offers the way back"),),
            left,
        )
