"""Drilling: one screen whose content changes from question to verdict to the next question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Input

from mdquiz.decks.asked import Form
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Confidence, Outcome, Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.drill import Drill, Phase
from mdquiz.study.scope import Scope
from mdquiz.study.sitting import Step
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.shown import Shown, done_and_shown
from mdquiz.tui.sittings import edit, try_drill
from mdquiz.tui.widgets.chips import CONFIDENCES, Ratings, Sureness
from mdquiz.tui.widgets.choices import LETTERS, Choices
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.sitting_bar import SittingBar
from mdquiz.tui.widgets.verdict_text import VerdictText
from mdquiz.tui.wording import answer_blocks, passage_blocks, question_blocks

GIVE_UP_AFTER_MS = 300
"""A question shown for less was not read: Enter on nothing is then a key that bounced."""

RATE_AFTER_MS = 300
"""The digit that answered does not also rate within this time."""


class DrillScreen(PlaceScreen):
    """A sitting. Every act runs in the desk's thread, one after the other.

    Args:
        drill: The sitting.
        first: Its first picture.
    """

    place = Place.DRILL
    CSS_PATH = "drill.tcss"
    BINDINGS = bindings(Place.DRILL)

    body = getters.query_one("#body", VerticalScroll)
    question = getters.query_one("#question", Prose)
    choices = getters.query_one("#choices", Choices)
    typed = getters.query_one("#typed", Input)
    verdict = getters.query_one("#verdict", VerdictText)
    sitting_bar = getters.query_one(SittingBar)
    ratings = getters.query_one(Ratings)
    sureness = getters.query_one(Sureness)

    def __init__(self, drill: Drill, first: Shown) -> None:
        super().__init__()
        self.drill = drill
        self.shown = first
        self.confidence = Confidence.UNSAID
        self._turn = asyncio.Lock()
        self._changed_ms = 0
        self._answering_key = ""
        self._asked_now: tuple[Step | None, int] | None = None
        self._missed: tuple[CardId, ...] = ()

    def compose(self) -> ComposeResult:
        """Top line, the text that scrolls, the line to type in, what to press."""
        yield SittingBar()
        with VerticalScroll(id="body", can_focus=False), Vertical(id="column"):
            yield Prose(id="remarks")
            yield Prose(id="passage")
            yield Prose(id="question")
            yield Choices(id="choices")
            yield VerdictText(id="verdict")
        typed = Input(id="typed", placeholder="Type the answer, or Enter to see it")
        typed.cursor_blink = False
        yield typed
        with Vertical(id="dock"):
            yield Ratings()
            yield Sureness()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first question, and keep the time."""
        self._show_all()
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
                return self.shown.answers > 0 or self.shown.phase is Phase.ANSWERED
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
        """Keep the line to type in right below the question, and on the screen."""
        self._fit()

    def _fit(self) -> None:
        """Let the text take what the other lines leave, and no more than it needs."""
        bars = 2  # the top line and the keys
        if self.shown.phase is Phase.ASKING:
            dock = 1 if self.has_class("-short") else 2
        else:
            dock = 2 if self.shown.intervals else 1
        typed = (1 if self.has_class("-short") else 3) if self.typed.display else 0
        self.body.styles.max_height = max(self.size.height - bars - dock - typed, 3)

    def _show_all(self) -> None:
        """Show the present picture, whatever it was before."""
        shown = self.shown
        self._changed_ms = self.mdquiz.clock.monotonic_ms()
        self.sitting_bar.show(shown, self.drill.elapsed_ms())
        asking = shown.phase is Phase.ASKING
        if shown.asked is not None:
            with self.app.batch_update():
                self._show_question(asking)
                self._show_verdict()
        self.refresh_bindings()
        if shown.phase is Phase.OVER:
            self.call_later(self._show_summary)

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
        self.set_focus(self.typed if typing else None)
        self.sureness.display = asking
        self.sureness.show(self.confidence)
        self.ratings.display = not asking
        if fresh:
            self.body.scroll_home(animate=False)

    def _show_verdict(self) -> None:
        asked, verdict = self.shown.asked, self.shown.verdict
        if asked is None or verdict is None:
            self.verdict.show(())
            return
        if asked.form is not Form.TYPED:
            self.choices.settle()
        for outcome in Outcome:
            self.verdict.set_class(outcome is verdict.outcome, f"-{outcome.value}")
        self.verdict.show(answer_blocks(asked, verdict))
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

    # Acting

    async def _act(self, act: Callable[[], object], *phases: Phase) -> bool:
        """Run `act` in the desk's thread and show what came of it.

        Nothing happens when, by the time its turn has come, the phase is none of `phases`.
        """
        async with self._turn:
            if phases and self.shown.phase not in phases:
                return False
            self.shown = await self.mdquiz.run_in_desk(
                done_and_shown, act, self.drill, self.mdquiz.desk
            )
            self._show_all()
        return True

    async def _answer(self, response: Response) -> None:
        await self._act(partial(self.drill.answer, response, self.confidence), Phase.ASKING)

    async def _rate(self, rating: Rating | None) -> None:
        await self._act(partial(self.drill.rate, rating), Phase.ANSWERED)

    @on(Input.Submitted)
    @reported
    async def _typed_answer(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            await self._answer(Response(typed=event.value))
        else:
            await self._give_up()

    @on(Choices.Picked)
    @reported
    async def _clicked(self, event: Choices.Picked) -> None:
        event.stop()
        await self._pick(event.position)

    @reported
    async def on_key(self, event: Key) -> None:
        """Digits and letters choose options while one is asked for."""
        if self.shown.phase is Phase.ANSWERED and event.key == self._answering_key:
            if self.mdquiz.clock.monotonic_ms() - self._changed_ms < RATE_AFTER_MS:
                event.prevent_default()
                event.stop()
            return
        if event.key == "enter" and self.shown.phase is Phase.ANSWERED:
            verdict = self.shown.verdict
            if verdict is not None and verdict.suggested is None:
                self.mdquiz.say("Only you know how well you recalled it: press 1, 2, 3 or 4.")
            return
        position = self._option_of(event)
        if position is not None:
            event.prevent_default()
            event.stop()
            self._answering_key = event.key
            await self._pick(position)

    def _option_of(self, event: Key) -> int | None:
        """The position of the option that a key means; None when it means none."""
        asked = self.shown.asked
        if self.shown.phase is not Phase.ASKING or asked is None or asked.form is Form.TYPED:
            return None
        key = event.character or ""
        if asked.type == "true_false" and key in ("t", "f"):
            return next(
                (
                    at
                    for at, option in enumerate(asked.options)
                    if _says_true(option.text) == (key == "t")
                ),
                None,
            )
        if key.isdecimal() and len(key) == 1:
            position = int(key) - 1
        elif key and key in LETTERS:
            position = LETTERS.index(key)
        else:
            return None
        return position if 0 <= position < self.choices.count else None

    async def _pick(self, position: int) -> None:
        asked = self.shown.asked
        if asked is None or self.shown.phase is not Phase.ASKING:
            return
        if asked.form is Form.ONE:
            self.choices.choose_only(position)
            await self._answer(self.choices.response)
        else:
            self.choices.toggle(position)
            self._keep_in_view(position)

    def _keep_in_view(self, position: int) -> None:
        if position >= 0:
            region = self.choices.region_of(position)
            at = self.choices.virtual_region.offset
            self.body.scroll_to_region(
                region.translate((0, at.y)).grow((1, 0, 1, 0)), animate=False, force=True
            )

    async def _give_up(self) -> None:
        if self.mdquiz.clock.monotonic_ms() - self._changed_ms >= GIVE_UP_AFTER_MS:
            await self._answer(Response(revealed=True))

    @reported
    async def action_submit(self) -> None:
        """Answer with what is chosen; with nothing chosen, show the answer."""
        asked = self.shown.asked
        if asked is None or asked.form is Form.TYPED:
            return
        if asked.form is Form.ONE and self.choices.cursor >= 0:
            await self._pick(self.choices.cursor)
        elif self.choices.complete:
            await self._answer(self.choices.response)
        elif asked.form is Form.ARRANGE and self.choices.picked:
            left = self.choices.count - len(self.choices.picked)
            self.mdquiz.say(f"{left} still to place; backspace takes the last one back.")
        else:
            await self._give_up()

    @reported
    async def action_go_on(self) -> None:
        """Take the suggested rating."""
        await self._rate(None)

    @reported
    async def action_again(self) -> None:
        """I did not know it."""
        await self._rate(Rating.AGAIN)

    @reported
    async def action_hard(self) -> None:
        """I knew it with effort."""
        await self._rate(Rating.HARD)

    @reported
    async def action_good(self) -> None:
        """I knew it."""
        await self._rate(Rating.GOOD)

    @reported
    async def action_easy(self) -> None:
        """I knew it at once."""
        await self._rate(Rating.EASY)

    @reported
    async def action_reveal(self) -> None:
        """Show the answer."""
        await self._answer(Response(revealed=True))

    @reported
    async def action_skip(self) -> None:
        """Ask it at the end."""
        await self._act(self.drill.skip, Phase.ASKING)

    @reported
    async def action_bury(self) -> None:
        """Put it off until tomorrow."""
        if await self._act(self.drill.bury, Phase.ASKING, Phase.ANSWERED):
            self.mdquiz.say("Buried until tomorrow. ^Z takes it back.")

    @reported
    async def action_suspend(self) -> None:
        """Do not ask it again."""
        if await self._act(self.drill.suspend, Phase.ASKING, Phase.ANSWERED):
            self.mdquiz.say("Suspended; browse can resume it. ^Z takes it back.")

    @reported
    async def action_flag(self) -> None:
        """Flag it, or take the flag off."""
        await self._act(self.drill.toggle_flag, Phase.ASKING, Phase.ANSWERED)

    @reported
    async def action_reset(self) -> None:
        """Start the card afresh."""
        if await self._act(self.drill.reset_card, Phase.ASKING, Phase.ANSWERED):
            self.mdquiz.say("Started afresh: it counts as new.")

    @reported
    async def action_undo(self) -> None:
        """Take back the last act."""
        undone: list[bool] = []
        await self._act(lambda: undone.append(self.drill.undo()))
        self.mdquiz.say("Taken back." if undone == [True] else "There is nothing to take back.")

    @reported
    async def action_language(self) -> None:
        """Show the other language."""
        await self._act(self.drill.switch_language, Phase.ASKING, Phase.ANSWERED)

    @reported
    async def action_edit(self) -> None:
        """Open the deck at this question and read it again."""
        asked = self.shown.asked
        if asked is None:
            return
        path, line = await self.mdquiz.run_in_desk(self.mdquiz.desk.deck_location, asked.card)
        if edit(self.mdquiz, path, line):
            await self._act(self.drill.reload)

    @reported
    async def action_source(self) -> None:
        """Show the notes it was made from."""
        from mdquiz.tui.screens.source import SourceScreen

        passages = await self.mdquiz.run_in_desk(self.drill.source)
        if passages:
            self.app.push_screen(SourceScreen(passages))

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
            self._keep_in_view(self.choices.cursor)
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

    # The end

    @reported
    async def action_leave(self) -> None:
        """End the sitting; with answers given, see how it went."""
        if self.shown.answers:
            await self._show_summary()
        else:
            self.dismiss()

    async def _show_summary(self) -> None:
        from mdquiz.tui.screens.summary import SummaryScreen

        async with self._turn:
            summary = await self.mdquiz.run_in_desk(self.drill.summary)
        self._missed = summary.missed
        over = self.shown.phase is Phase.OVER
        self.app.push_screen(SummaryScreen(summary, over=over), self._after_summary)

    async def _after_summary(self, choice: str | None) -> None:
        if choice == "undo":
            await self.action_undo()
        elif choice == "redo":
            self.dismiss()
            redo = Scope(cards=self._missed, kind=Kind.CRAM)
            self.app.call_later(try_drill, self.mdquiz, redo)
        elif choice == "home":
            self.dismiss()


def _says_true(text: str) -> bool:
    return text.casefold() in ("true", "सही", "सत्य")
