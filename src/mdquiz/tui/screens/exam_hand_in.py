"""Windows that ask before an exam is handed in or left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from mdquiz.exams.attempt import Attempt, Palette
from mdquiz.tui.exam_wording import PALETTE_LOOKS, number_ranges, questions_words
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
    """How the paper stands, its blanks by number; dismissed with "paper", "section" or None."""

    def __init__(self, attempt: Attempt, left: Callable[[], str]) -> None:
        offers = [Offer("y", "paper", "Yes, hand in the paper")]
        self.between = attempt.paper.locked and attempt.section + 1 < len(attempt.paper.sections)
        if self.between:
            name = attempt.paper.sections[attempt.section + 1].name
            offers.insert(0, Offer("c", "section", f"Close this section and begin {name}"))
            offers[1] = Offer("y", "paper", "Hand in the whole paper, later sections unseen")
        super().__init__("Hand in?", offers, left)
        self.attempt = attempt

    def asking(self) -> Iterator[Block]:
        """What is asked."""
        words = "Close this section, or hand in?" if self.between else "Hand in the paper?"
        yield Block(words, "bold $primary")

    def details(self) -> Iterator[Block]:
        """How the questions stand."""
        numbers = self.attempt.open_numbers
        for state in (
            Palette.NOT_VISITED,
            Palette.NOT_ANSWERED,
            Palette.MARKED,
            Palette.ANSWERED_MARKED,
        ):
            mine = [number for number in numbers if self.attempt.reply(number).palette is state]
            if mine:
                sign, style = PALETTE_LOOKS[state]
                yield Block(
                    f"{state.value}: {number_ranges(mine)}",
                    "$foreground-muted",
                    lead=f"{sign} {len(mine):>3} ",
                    lead_style=style,
                    gap=int(state is Palette.NOT_VISITED),
                )
        blank = sum(not self.attempt.reply(number).answered for number in numbers)
        where = "this section" if self.between else "the paper"
        if blank:
            yield Block(f"{questions_words(blank)} of {where} left blank.", "bold", gap=1)
        else:
            yield Block(f"Every question of {where} is answered.", "$text-success", gap=1)


class LeaveScreen(ClockedScreen):
    """What leaving means for the clock; dismissed with "leave" or None."""

    def __init__(self, left: Callable[[], str]) -> None:
        super().__init__(
            "Leave the exam? Its clock runs on. Every answer is saved, and you can come back while "
            "there is time.",
            (Offer("y", "leave", "Leave; the home screen offers the way back"),),
            left,
        )
