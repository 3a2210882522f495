"""What the drill screen shows: question, verdict, what to press; and moving about in it."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from mdquiz.decks.asked import Form
from mdquiz.grading.verdict import Confidence, Outcome
from mdquiz.study.drill import Drill
from mdquiz.study.sitting import Step
from mdquiz.study.view import Phase
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.screens.place import PlaceScreen
from mdquiz.tui.shown import Shown
from mdquiz.tui.widgets.chips import CONFIDENCES, Ratings, Sureness
from mdquiz.tui.widgets.choices import Choices
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.sitting_bar import SittingBar
from mdquiz.tui.widgets.still import Still, StillColumn
from mdquiz.tui.widgets.verdict_text import VerdictText
from mdquiz.tui.wording import answer_blocks, passage_blocks, question_blocks


class DrillView(PlaceScreen):
    """One picture of a sitting after the other, by changing what the same widgets say.

    Args:
        drill: The sitting.
        first: Its first picture.
    """

    place = Place.DRILL
    CSS_PATH = "drill.tcss"
    BINDINGS = bindings(Place.DRILL)

    body = getters.query_one("#body", Still)
    question = getters.query_one("#question", Prose)
    choices = getters.query_one("#choices", Choices)
    typed = getters.query_one("#typed", Input)
    verdict = getters.query_one("#verdict", VerdictText)
    sitting_bar = getters.query_one(SittingBar)
    ratings = getters.query_one(Ratings)
    sureness = getters.query_one(Sureness)

    # Textual repaints the whole screen whenever the focus moves, which it does at every question;
    # the widgets that gain or lose it repaint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, drill: Drill, first: Shown) -> None:
        super().__init__()
        self.drill = drill
        self.shown = first
        self.confidence = Confidence.UNSAID
        self.acted = False
        """Whether there is anything to take back."""
        self.changed_ms = 0
        """When the present picture came up, by the monotonic clock."""
        self._drawn_ms: int | None = None
        self._asked_now: tuple[Step | None, int] | None = None

    def compose(self) -> ComposeResult:
        """Top line, the text that scrolls, the line to type in, what to press."""
        yield SittingBar()
        with Still(id="body"), StillColumn(id="column"):
            yield Prose(id="remarks")
            yield Prose(id="passage")
            yield Prose(id="question")
            yield Choices(id="choices")
            yield VerdictText(id="verdict")
        typed = Input(id="typed", placeholder="Type the answer, or Enter to see it")
        typed.cursor_blink = False
        yield typed
        with StillColumn(id="dock"):
            yield Ratings()
            yield Sureness()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first question, and keep the time."""
        self.show_all()
        self.set_interval(1.0, self._tick)

    @property
    def phase(self) -> str:
        """Asking, answered or over."""
        return self.shown.phase.value

    def can(self, command: Command) -> bool:
        """Hide what the present question has no use for."""
        asked = self.shown.asked
        if asked is None:
            return command.id in ("drill.undo", "drill.leave")
        match command.id:
            case "drill.source":
                return bool(asked.sources)
            case "drill.language":
                return len(asked.languages) > 1
            case "drill.undo":
                return self.acted
            case "drill.toggle-option" | "drill.take-back":
                return asked.form in (Form.SEVERAL, Form.ARRANGE)
            case "drill.go-on":
                verdict = self.shown.verdict
                return verdict is not None and verdict.suggested is not None
            case "drill.reset":
                return self.shown.key_changed
            case _:
                return True

    # Showing

    def on_resize(self) -> None:
        """Keep the line to type in right below the question, or the verdict, on the screen."""
        self._fit()
        if self.shown.phase is Phase.ANSWERED:
            self.call_after_refresh(self._bring_verdict_into_view)

    def _fit(self) -> None:
        """Let the text take what the other lines leave, and no more than it needs."""
        bars = 2  # the top line and the keys
        if self.shown.phase is Phase.ASKING:
            dock = 1 if self.has_class("-short") else 2
        else:
            dock = 2 if self.shown.intervals else 1
        typed = (1 if self.has_class("-short") else 3) if self.typed.display else 0
        self.body.styles.max_height = max(self.size.height - bars - dock - typed, 3)

    def show_all(self) -> None:
        """Show the present picture, whatever it was before."""
        shown = self.shown
        self.changed_ms = self.mdquiz.clock.monotonic_ms()
        self.sitting_bar.show(shown, self.drill.elapsed_ms())
        asking = shown.phase is Phase.ASKING
        if shown.asked is not None:
            with self.app.batch_update():
                self._show_question(asking)
                self._show_verdict()
        self.refresh_bindings()
        self._drawn_ms = None
        self.call_after_refresh(self._drawn, shown)

    def _drawn(self, picture: Shown) -> None:
        if picture is self.shown and self._drawn_ms is None:
            self._drawn_ms = self.mdquiz.clock.monotonic_ms()

    @property
    def drawn_for_ms(self) -> int:
        """How long the present picture has stood on the screen; -1 as long as it does not."""
        if self._drawn_ms is None:
            return -1
        return self.mdquiz.clock.monotonic_ms() - self._drawn_ms

    def _show_question(self, asking: bool) -> None:
        asked = self.shown.asked
        assert asked is not None
        self.query_one("#remarks", Prose).show(self._remarks())
        self.query_one("#passage", Prose).show(passage_blocks(asked))
        self.question.show(question_blocks(asked, judged=not asking))
        typing = asking and asked.form is Form.TYPED
        asked_now = (self.shown.step, self.shown.answers) if asking else None
        fresh = asking and asked_now != self._asked_now
        self._asked_now = asked_now
        if fresh:
            self.confidence = Confidence.UNSAID
            self.typed.value = ""
        if fresh or asked != self.choices.asked:
            self.choices.ask(asked, keep=not fresh)
        self.typed.display = typing
        self._fit()
        self.set_focus(self.typed if typing else None, scroll_visible=False)
        self.sureness.display = asking
        self.sureness.show(self.confidence)
        self.ratings.display = not asking
        if fresh:
            self.body.scroll_home(animate=False, immediate=True)

    def _show_verdict(self) -> None:
        asked, verdict = self.shown.asked, self.shown.verdict
        if asked is None or verdict is None:
            self.verdict.show(())
            return
        if asked.form is not Form.TYPED:
            self.choices.settle()
        for outcome in Outcome:
            self.verdict.set_class(outcome is verdict.outcome, f"-{outcome.value}")
        self.verdict.show(answer_blocks(asked, verdict, chosen=True))
        self.ratings.show(self.shown.intervals, verdict.suggested)

    @on(VerdictText.Placed)
    def _bring_verdict_into_view(self) -> None:
        """All of the verdict where it fits, else its beginning."""
        place = self.verdict.virtual_region
        tall = place.height >= self.body.size.height
        self.body.scroll_to_region(place, animate=False, force=True, top=tall)

    def _remarks(self) -> list[Block]:
        """What is special about the present question, in a line each."""
        shown = self.shown
        remarks: list[tuple[str, str]] = []
        if shown.step is not None and shown.step.claim is not None:
            remarks.append(("One statement you misjudged, asked alone", "$text-warning"))
        elif shown.step is not None and shown.step.again:
            remarks.append(("Missed a moment ago: once more", "$text-warning"))
        if shown.key_changed:
            remarks.append(
                (
                    "Its answer has changed since you learned it: ^N starts it afresh",
                    "$text-warning",
                )
            )
        if shown.leech:
            remarks.append(
                (
                    "A leech, missed again and again: reword it (o) or suspend it (x)",
                    "$text-warning",
                )
            )
        if shown.flagged:
            remarks.append(("⚑ Flagged", "$accent"))
        return [Block(words, style) for words, style in remarks]

    def _tick(self) -> None:
        self.sitting_bar.tick(self.drill.elapsed_ms())

    def keep_in_view(self, position: int) -> None:
        """Scroll so that the option at `position` shows, and what stands next to it."""
        if position >= 0:
            region = self.choices.region_of(position)
            at = self.choices.virtual_region.offset
            self.body.scroll_to_region(
                region.translate((0, at.y)).grow((1, 0, 1, 0)), animate=False, force=True
            )

    # Moving and saying how sure

    def action_next_option(self) -> None:
        """Move down."""
        self._move(1)

    def action_previous_option(self) -> None:
        """Move up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        if self.shown.phase is Phase.ASKING and self.choices.count:
            self.choices.move(steps)
            self.keep_in_view(self.choices.cursor)
        else:
            self.body.scroll_relative(y=steps, animate=False)

    def action_toggle_option(self) -> None:
        """Tick or place what the cursor is on."""
        self.choices.toggle(self.choices.cursor)

    def action_take_back(self) -> None:
        """Take back the item placed last."""
        self.choices.take_back()

    def action_scroll_down(self) -> None:
        """Read on."""
        self.body.scroll_relative(y=max(self.body.size.height - 2, 1), animate=False)

    def action_scroll_up(self) -> None:
        """Read back."""
        self.body.scroll_relative(y=-max(self.body.size.height - 2, 1), animate=False)

    def action_confidence(self) -> None:
        """Say the next of: sure, unsure, a guess, nothing."""
        ladder = (Confidence.UNSAID, *CONFIDENCES)
        self.action_sure(ladder[(ladder.index(self.confidence) + 1) % len(ladder)].value)

    def action_sure(self, said: str) -> None:
        """Say how sure; the same again takes it back."""
        if self.shown.phase is Phase.ASKING:
            chosen = Confidence(said)
            self.confidence = Confidence.UNSAID if chosen is self.confidence else chosen
            self.sureness.show(self.confidence)
