"""Going through a generated deck: the passage, the question made of it, and one key to decide."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.events import Resize

from mdquiz.errors import DeckError
from mdquiz.study.deck_passages import passages
from mdquiz.study.deck_review import STANDINGS, TO_DO, DeckReview, Item, Picture
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.deck_review_blocks import (
    STANDING_LOOKS,
    first_quoted,
    fits_beside,
    passage_view,
    question_view,
)
from mdquiz.tui.screens.exam_pick import Pick, PickScreen
from mdquiz.tui.screens.offer import Offer, OfferLine, OfferScreen
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.screens.source import merged
from mdquiz.tui.sittings import edit
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose

ALL = "all"
FILTERS = (TO_DO, ALL, *STANDINGS[1:])
DECIDE_AFTER_MS = 250
"""A question shown for less was not read: the key is the last one's, held down or bounced."""
_DECIDING = {"deck-review.accept", "deck-review.edit", "deck-review.reject"}


class _EditScreen(OfferScreen):
    """What is wrong with an edit; deck text is quoted, so nothing stands to its right."""

    def __init__(self, problems: Sequence[str], offers: Sequence[Offer]) -> None:
        super().__init__("The edit cannot be taken.", offers)
        self.problems = tuple(problems)

    def compose(self) -> ComposeResult:
        """Words, problems, offers."""
        with VerticalScroll(classes="window -deck", can_focus=False):
            yield Prose(
                [Block(self.words, "bold $text-warning"), *(Block(it) for it in self.problems)]
            )
            for offer in self.offers:
                yield OfferLine(offer)
            yield Prose([Block("Esc closes this.", "$foreground-muted")])


class _Reviewing(Protocol):
    deck_review: DeckReview


class DeckReviewScreen(PlaceScreen):
    """One generated question at a time, beside or below the passage it was made from."""

    place = Place.DECK_REVIEW
    CSS_PATH = "deck_review.tcss"
    BINDINGS = bindings(Place.DECK_REVIEW)

    notes = getters.query_one("#notes", VerticalScroll)
    asking = getters.query_one("#asking", VerticalScroll)
    passage = getters.query_one("#passage", Prose)
    question = getters.query_one("#question", Prose)

    def __init__(self) -> None:
        super().__init__()
        self.review: DeckReview
        self.picture: Picture
        self.current = ""
        self.showing = TO_DO
        self.types: tuple[str, ...] = ()
        self.rules: tuple[str, ...] = ()
        self._turn = asyncio.Lock()
        self._shown_ms = 0
        self._drawn = False

    def compose(self) -> ComposeResult:
        """Where one is, the passage, the question, what to press."""
        yield Prose(id="where")
        with Container(id="panes"):
            with VerticalScroll(id="notes", can_focus=False):
                yield Prose(id="passage")
            with VerticalScroll(id="asking", can_focus=False):
                yield Prose(id="question")
        yield KeyBar()

    def on_mount(self) -> None:
        """Go on with the first question that is not decided."""
        self.review = cast("_Reviewing", self.app).deck_review
        self.picture = self.review.picture
        self.set_class(fits_beside(self.review.notes), "-beside")
        # The quote can be scrolled to only when its passage has been laid out.
        self.watch(self.notes, "virtual_size", self._show_quote, init=False)
        if not self.picture.count(TO_DO):
            self.showing = ALL
        self._go_to_first()
        # A key typed ahead, before anything was to be seen, decides nothing.
        self.call_after_refresh(self._first_drawn)

    def _first_drawn(self) -> None:
        self._drawn = True
        self._shown_ms = self.mdquiz.clock.monotonic_ms()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """Keep the quote in view."""
        if self.is_mounted and hasattr(self, "picture"):
            self._show_where()
            self.call_after_refresh(self._show_quote)

    @property
    def item(self) -> Item | None:
        """The open question."""
        return next((it for it in self.picture.items if it.question.id == self.current), None)

    def can(self, command: Command) -> bool:
        """Hide what needs a question where there is none."""
        if command.id in _DECIDING or command.id == "deck-review.source":
            return self.item is not None
        if command.id in ("deck-review.next", "deck-review.previous"):
            return bool(self._listed)
        return True

    # What is gone through

    def _wanted(self, item: Item) -> bool:
        return (
            self.showing in (ALL, item.standing)
            and (not self.types or item.question.type in self.types)
            and (not self.rules or item.question.rule in self.rules)
        )

    @property
    def _listed(self) -> list[str]:
        return [item.question.id for item in self.picture.items if self._wanted(item)]

    def _beyond(self, way: int) -> str:
        """The next question of the list from the open one; "" where there is none."""
        every = [item.question.id for item in self.picture.items]
        at = every.index(self.current) if self.current in every else -1
        wanted = set(self._listed)
        ahead = every[at + 1 :] if way > 0 else every[: max(at, 0)][::-1]
        return next((name for name in ahead if name in wanted), "")

    def _go_to_first(self) -> None:
        self.current = next(iter(self._listed), "")
        self._show()

    # Showing

    def _show(self) -> None:
        item = self.item
        self._shown_ms = self.mdquiz.clock.monotonic_ms()
        with self.app.batch_update():
            self._show_where()
            if item is None:
                self.passage.show(())
                self.question.show(self._nothing_left())
            else:
                self.question.show(question_view(self.picture.deck, item))
                self.passage.show(self._passage_blocks(item))
            self.notes.set_class(item is None, "-empty")
        self.asking.scroll_home(animate=False)
        self.call_after_refresh(self._show_quote)
        self.refresh_bindings()

    def _passage_blocks(self, item: Item) -> list[Block]:
        document = self.picture.deck.document
        path = document.path if document is not None else ""
        found = merged(passages(item.question, self.review.notes, path))
        return passage_view(found, [source.quote for source in item.question.source])

    def _show_quote(self) -> None:
        """Bring the quote into view, with the line above it."""
        if not self.is_attached:
            return
        laid = self.passage.laid(max(self.passage.content_size.width, 1))
        if laid:
            top = laid[first_quoted(self.passage.blocks)].top
            self.notes.scroll_to(y=max(top - 1, 0), animate=False, immediate=True)

    def _show_where(self) -> None:
        listed = self._listed
        at = f"{listed.index(self.current) + 1}/" if self.current in listed else ""
        counts = "  ".join(
            f"{sign} {count}"
            for name, (sign, _) in STANDING_LOOKS.items()
            if (count := self.picture.count(name))
        )
        blocks = [
            Block(
                f"{at}{len(listed)} {self.showing}   {counts}",
                lead="" if self.size.width < 60 else f"{self.review.path.name}   ",
                lead_style="bold $primary",
            )
        ]
        chosen = [*self.types, *self.rules]
        if chosen:
            blocks.append(Block(f"only {', '.join(chosen)}", "$text-warning"))
        elif self.size.width >= 60 and self.size.height >= 18:
            blocks.append(
                Block("f shows others · t types · w rules · u takes back", "$foreground-muted")
            )
        self.query_one("#where", Prose).show(blocks)

    def _nothing_left(self) -> list[Block]:
        picture = self.picture
        if picture.count(TO_DO) or self.showing != TO_DO:
            return [
                Block("There is no such question.", "bold"),
                Block("f shows others, t other types, w those of other rules.", gap=1),
            ]
        words = ", ".join(
            f"{picture.count(name)} {name}" for name in STANDINGS[1:] if picture.count(name)
        )
        return [
            Block("Every question is decided.", "bold $text-success", "✓ ", "$text-success"),
            Block(f"{words or 'There was none'}.", gap=1),
            Block("q ends the review; f looks through them once more.", "$foreground-muted"),
        ]

    # Deciding

    async def _act(self, act: Callable[[], object]) -> object:
        async with self._turn:
            result = await self.mdquiz.run_in_desk(act)
            self.picture = self.review.picture
        return result

    async def _decide(self, decide: Callable[[str], object]) -> None:
        if self.item is None or self._too_soon():
            return
        await self._act(partial(decide, self.current))
        self._go_on()

    def _too_soon(self) -> bool:
        shown_for = self.mdquiz.clock.monotonic_ms() - self._shown_ms
        return not self._drawn or shown_for < DECIDE_AFTER_MS

    def _go_on(self) -> None:
        """To what comes next; after the last, to the first that was passed over."""
        ahead = self._beyond(1)
        if not ahead:
            ahead = next(iter(self._listed), "") if self.showing == TO_DO else self.current
        self.current = ahead
        self._show()

    @reported
    async def action_accept(self) -> None:
        """Take it as it is."""
        await self._decide(self.review.accept)

    @reported
    async def action_reject(self) -> None:
        """Take it out."""
        await self._decide(self.review.reject)

    @reported
    async def action_undo(self) -> None:
        """Take back the last decision and show its question."""
        name = await self._act(self.review.undo)
        if isinstance(name, str):
            self.current = name
            self._show()
        else:
            self.mdquiz.say("There is nothing to take back.")

    @reported
    async def action_edit(self) -> None:
        """Write it anew, as often as it takes."""
        if self.item is None:
            return
        name = self.current
        before = await self.mdquiz.run_in_desk(self.review.text_to_edit, name)
        with tempfile.TemporaryDirectory(prefix="mdquiz-") as folder:
            path = Path(folder) / f"{name}.toml"
            path.write_text(before, encoding="utf-8")
            if not edit(self.mdquiz, path, 1):
                return
            try:
                after = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as problem:
                raise DeckError("The edit is not UTF-8.", "Save it as UTF-8.") from problem
        problems = await self._act(partial(self.review.take_edit, name, after))
        if isinstance(problems, tuple) and problems:
            self._offer_again(problems)
        elif after.strip() == before.strip():
            self.mdquiz.say("Nothing was changed.")
        else:
            self._go_on()

    def _offer_again(self, problems: tuple[str, ...]) -> None:
        offers = (
            Offer("e", "edit", "Edit it again; closing keeps the edit for later"),
            Offer("d", "drop", "Drop the edit; the question stays as it was"),
        )
        self.app.push_screen(_EditScreen(problems, offers), self._after_problems)

    @reported
    async def _after_problems(self, choice: str | None) -> None:
        if choice == "edit":
            await self.action_edit()
        elif choice == "drop":
            await self.mdquiz.run_in_desk(self.review.drop_draft, self.current)

    # Moving

    def action_next(self) -> None:
        """Go on without deciding."""
        self._move(1)

    def action_previous(self) -> None:
        """Go back."""
        self._move(-1)

    def _move(self, way: int) -> None:
        ahead = self._beyond(way)
        if ahead:
            self.current = ahead
            self._show()
        else:
            self.mdquiz.say("There is no further one." if way > 0 else "This is the first one.")

    def action_show(self) -> None:
        """Show the next kind of which there is any."""
        for _ in FILTERS:
            self.showing = FILTERS[(FILTERS.index(self.showing) + 1) % len(FILTERS)]
            if self._listed:
                break
        self._refilter()

    def action_types(self) -> None:
        """Choose question types."""
        self._pick("types", "Which question types? None ticked: all", lambda it: it.question.type)

    def action_rules(self) -> None:
        """Choose rules."""
        self._pick("rules", "Written by which rules? None ticked: all", lambda it: it.question.rule)

    def _pick(self, field: str, title: str, value: Callable[[Item], str]) -> None:
        counts: dict[str, int] = {}
        for item in self.picture.items:
            counts[value(item)] = counts.get(value(item), 0) + (
                self.showing in (ALL, item.standing)
            )
        picks = [Pick(name, name, f"{count:>4}") for name, count in sorted(counts.items())]

        def taken(values: tuple[str, ...] | None) -> None:
            if values is not None:
                setattr(self, field, values)
                self._refilter()

        self.app.push_screen(PickScreen(title, picks, getattr(self, field), several=True), taken)

    def _refilter(self) -> None:
        if self.current in self._listed:
            self._show()
        else:
            self._go_to_first()

    def action_source(self) -> None:
        """Read the passage on the whole screen."""
        from mdquiz.tui.screens.source import SourceScreen

        if self.item is not None:
            self.app.push_screen(SourceScreen(passages(self.item.question, self.review.notes, "")))

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        lines = way * max(self.asking.size.height // 2, 1)
        self.asking.scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Leave; everything is saved."""
        self.app.exit()
