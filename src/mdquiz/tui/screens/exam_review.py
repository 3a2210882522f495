"""Going through a marked paper: each question with the key, explanation and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from mdquiz.decks.asked import Asked
from mdquiz.errors import DeckError
from mdquiz.exams.item_words import judges_claims
from mdquiz.exams.marking import Marked, Result
from mdquiz.exams.report import Report
from mdquiz.exams.report_words import correction_line
from mdquiz.study.desk import Desk
from mdquiz.study.source import SourcePassage, source_passage
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.exam_review_blocks import judged_reply, result_blocks
from mdquiz.tui.exam_wording import result_cells, result_signs, section_headings
from mdquiz.tui.screens.exam_report import drill_misses
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.widgets.answer_sheet import AnswerSheet
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.wording import passage_blocks, question_blocks

FILTERS: tuple[tuple[str, Callable[[Marked], bool]], ...] = (
    ("all", lambda one: True),  # noqa: ARG005
    ("wrong", lambda one: one.result is Result.WRONG),
    ("left", lambda one: one.result in (Result.BLANK, Result.NOT_ATTEMPTED)),
    ("lucky", lambda one: one.lucky),
)


class ReviewScreen(PlaceScreen):
    """One question of a marked paper at a time.

    Args:
        report: The attempt, marked.
        first: The number to begin at.
    """

    place = Place.REVIEW
    CSS_PATH = "exam_review.tcss"
    BINDINGS = bindings(Place.REVIEW)

    body = getters.query_one("#body", VerticalScroll)
    sheet = getters.query_one(AnswerSheet)
    verdict = getters.query_one("#verdict", Prose)

    def __init__(self, report: Report, first: int = 1) -> None:
        super().__init__()
        self.report = report
        self.number = first
        self.showing = 0
        self.language = ""

    def compose(self) -> ComposeResult:
        """Top line, the question with its key and explanation, what to press."""
        yield Prose(id="where")
        with VerticalScroll(id="body", can_focus=False), Vertical(id="column"):
            yield Prose(id="passage")
            yield Prose(id="question")
            yield AnswerSheet(id="sheet")
            yield Prose(id="verdict")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first question."""
        self._show()

    @property
    def marked(self) -> Marked:
        """The open question, marked."""
        return self.report.score.items[self.number - 1]

    @property
    def asked(self) -> Asked:
        """The open question in the language it was answered in, or the one chosen here."""
        reply = self.report.attempt.reply(self.number)
        item = self.report.paper.item(self.number)
        return item.asked(self.language or reply.language or self.report.attempt.language)

    @property
    def numbers(self) -> list[int]:
        """The questions that are gone through."""
        _, wanted = FILTERS[self.showing]
        return [one.number for one in self.report.score.items if wanted(one)]

    def can(self, command: Command) -> bool:
        """Hide what the open question has no use for."""
        match command.id:
            case "exam-review.source":
                return bool(self.asked.sources)
            case "exam-review.language":
                return len(self.report.paper.item(self.number).versions) > 1
            case "exam-review.drill":
                return bool(self.report.misses)
            case _:
                return True

    def _show(self) -> None:
        one, asked = self.marked, self.asked
        reply = self.report.attempt.reply(self.number)
        name, _ = FILTERS[self.showing]
        numbers = self.numbers
        place = numbers.index(self.number) + 1 if self.number in numbers else 0
        some = "" if name == "all" else f"   {name} {place}/{len(numbers)}"
        corrections = [
            correction_line(self.report, correction)
            for correction in self.report.corrections
            if correction.number == self.number
        ]
        corrected = bool(corrections)
        verdict = judged_reply(asked, reply, one, corrected=corrected)
        with self.app.batch_update():
            self.query_one("#where", Prose).show(
                [
                    Block(
                        f"{self.number}/{len(self.report.score.items)}{some}",
                        lead="Review   ",
                        lead_style="bold $primary",
                    )
                ]
            )
            self.query_one("#passage", Prose).show(passage_blocks(asked))
            judged = judges_claims(asked) and not corrected
            self.query_one("#question", Prose).show(question_blocks(asked, judged=judged))
            self.sheet.review(asked, reply.response.chosen if reply.response else ())
            for result in Result:
                self.verdict.set_class(result is one.result, f"-{result.name.lower()}")
            self.verdict.show(result_blocks(asked, reply, one, verdict, corrections))
        self.body.scroll_home(animate=False)
        self.refresh_bindings()

    def _go(self, way: int) -> None:
        """To the next question that is gone through."""
        beyond = [number for number in self.numbers if (number - self.number) * way > 0]
        if beyond:
            self.number = min(beyond) if way > 0 else max(beyond)
            self.language = ""
            self._show()
        else:
            self.mdquiz.say("There is no further one." if way > 0 else "This is the first one.")

    def action_next(self) -> None:
        """The next question."""
        self._go(1)

    def action_previous(self) -> None:
        """The question before."""
        self._go(-1)

    def action_filter(self) -> None:
        """Show the next kind of questions there are any of."""
        for _ in FILTERS:
            self.showing = (self.showing + 1) % len(FILTERS)
            if self.numbers:
                break
        if self.number not in self.numbers:
            self.number = self.numbers[0]
        self._show()

    def action_language(self) -> None:
        """Show the other language."""
        languages = [one.language for one in self.report.paper.item(self.number).versions]
        at = languages.index(self.asked.language)
        self.language = languages[(at + 1) % len(languages)]
        self._show()

    @reported
    async def action_source(self) -> None:
        """Show the notes it was made from."""
        from mdquiz.tui.screens.source import SourceScreen

        passages = await self.mdquiz.run_in_desk(_passages, self.mdquiz.desk, self.asked)
        if passages:
            self.app.push_screen(SourceScreen(passages))

    def action_palette(self) -> None:
        """All questions at once."""
        from mdquiz.tui.screens.exam_palette import PaletteScreen

        cells = result_cells(self.report.score.items)
        headings = section_headings(self.report.paper)
        signs = result_signs(self.report.score.items)
        self.app.push_screen(PaletteScreen(cells, self.number, headings, signs=signs), self._open)

    def _open(self, number: int | None) -> None:
        if number is not None:
            if number not in self.numbers:
                self.showing = 0
            self.number = number
            self._show()

    @reported
    async def action_drill(self) -> None:
        """Drill what was wrong or lucky."""
        await drill_misses(self, int(self.report.name))

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        self.body.scroll_relative(y=way * max(self.body.size.height // 2, 1), animate=False)

    def action_report(self) -> None:
        """Back to the report."""
        self.dismiss()


def _passages(desk: Desk, asked: Asked) -> list[SourcePassage]:
    """The notes it was made from; where the deck is gone, the quotes alone."""
    try:
        path = desk.library.entry(asked.card.deck).path
    except DeckError:
        return [
            source_passage(replace(source, path=""), desk.places.data) for source in asked.sources
        ]
    return [source_passage(source, path) for source in asked.sources]
