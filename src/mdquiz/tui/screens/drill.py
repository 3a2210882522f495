"""Drilling: one screen on which questions are answered, rated, put off, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual import on
from textual.events import Key
from textual.widgets import Input

from mdquiz.decks.asked import Form
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.study.drill import Drill
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from mdquiz.tui.screens.drill_view import DrillView
from mdquiz.tui.screens.place import reported
from mdquiz.tui.shown import Shown, done_and_shown
from mdquiz.tui.sittings import edit_deck, try_drill
from mdquiz.tui.widgets.choices import LETTERS, Choices

GIVE_UP_AFTER_MS = 300
"""A question shown for less was not read: Enter on nothing is then a key that bounced."""

RATE_AFTER_MS = 300
"""The digit that answered does not also rate within this time."""

READ_AFTER_MS = 300
"""A verdict that has stood for less was not read: Enter on it is a key that bounced."""


class DrillScreen(DrillView):
    """A sitting. Every act runs in the desk's thread, one after the other.

    Args:
        drill: The sitting.
        first: Its first picture.
    """

    def __init__(self, drill: Drill, first: Shown) -> None:
        super().__init__(drill, first)
        self._turn = asyncio.Lock()
        self._answering_key = ""
        self._missed: tuple[CardId, ...] = ()

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
            self.acted = True
            self.show_all()
            if self.shown.phase is Phase.OVER:
                self.call_later(self._show_summary)
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
            if self.mdquiz.clock.monotonic_ms() - self.changed_ms < RATE_AFTER_MS:
                event.prevent_default()
                event.stop()
            return
        if event.key == "enter" and self.shown.phase is Phase.ANSWERED:
            verdict = self.shown.verdict
            if verdict is not None and verdict.suggested is None:
                self.mdquiz.say("Press 1 to 4: only you know how well you recalled it.")
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
            self.keep_in_view(position)

    async def _give_up(self) -> None:
        if self.mdquiz.clock.monotonic_ms() - self.changed_ms >= GIVE_UP_AFTER_MS:
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
        """Take the suggested rating, once the verdict can have been read."""
        if self.drawn_for_ms >= READ_AFTER_MS:
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
        undone: list[str] = []

        def undo() -> None:
            what = self.drill.last_act
            undone.append(what if self.drill.undo() else "")

        await self._act(undo)
        what = "".join(undone)
        self.mdquiz.say(f"Taken back: {what}." if what else "There is nothing to take back.")

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
        await edit_deck(self.mdquiz, path, line, self._read_again)

    async def _read_again(self) -> None:
        await self._act(self.drill.reload)

    @reported
    async def action_source(self) -> None:
        """Show the notes it was made from."""
        from mdquiz.tui.screens.source import SourceScreen

        passages = await self.mdquiz.run_in_desk(self.drill.source)
        if passages:
            self.app.push_screen(SourceScreen(passages))

    @reported
    async def action_why(self) -> None:
        """Tell why the card is asked."""
        step = self.drill.step
        if step is not None:
            self.mdquiz.say(await self.mdquiz.run_in_desk(self.mdquiz.desk.why, step.card))

    # The end

    @reported
    async def action_leave(self) -> None:
        """End the sitting; with answers given, see how it went."""
        if self.shown.answers:
            await self._show_summary()
        else:
            self.dismiss()

    @reported
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
