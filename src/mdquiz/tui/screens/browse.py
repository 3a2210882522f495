"""Browse: find cards by words, tag, deck, state and due day; read, flag, suspend, drill them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input

from mdquiz.decks.asked import Asked
from mdquiz.decks.card import CardId
from mdquiz.errors import MdquizError, UsageError
from mdquiz.progress.log import Kind
from mdquiz.study.browse import BrowseRow
from mdquiz.study.scope import Scope
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.days import days_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.sittings import edit_deck, try_drill
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.rows import Piece, Rows
from mdquiz.tui.wording import whole_blocks

MOST_AT_ONCE = 200
"""Cards that "drill these" takes at most; more are no sitting."""

_NOT_ASKED = ("suspended", "stale", "dropped")
_LOOKS = {
    "due": "warn",
    "new": "accent",
    "leech": "bad",
    "suspended": "muted",
    "buried": "muted",
    "learned": "good",
    "stale": "muted",
    "dropped": "muted",
}


class BrowseScreen(PlaceScreen):
    """A search line, the cards found, and the chosen one in full below."""

    place = Place.BROWSE
    CSS_PATH = "browse.tcss"
    BINDINGS = bindings(Place.BROWSE)

    query_line = getters.query_one("#query", Input)
    rows_list = getters.query_one("#list", Rows)
    preview = getters.query_one("#preview", VerticalScroll)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BrowseRow, ...] = ()
        self.asked: Asked | None = None
        self.language = ""
        self.answer_shown = True

    def compose(self) -> ComposeResult:
        """Search line, count, list, preview."""
        line = Input(
            self.mdquiz.query_at_first,
            id="query",
            placeholder="Words, or tag:ir  state:due  type:match  deck:mineral",
        )
        line.cursor_blink = False
        yield line
        yield Prose(id="found")
        yield Rows(id="list")
        with VerticalScroll(id="preview", can_focus=False):
            yield Prose(id="card")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the list; `/` goes to the search line."""
        self.rows_list.focus()

    def on_screen_resume(self) -> None:
        """Show how the cards stand now."""
        self._search(self.query_line.value, self.rows_list.cursor)

    @property
    def chosen(self) -> BrowseRow | None:
        """The card the cursor is on."""
        at = self.rows_list.cursor
        return self.rows[at] if at < len(self.rows) else None

    @property
    def reading(self) -> bool:
        """Whether the card takes the whole screen."""
        return self.has_class("-reading")

    def can(self, command: Command) -> bool:
        """Hide what needs a card where there is none."""
        match command.id:
            case "browse.home" | "browse.search":
                return True
            case "browse.language":
                return self.asked is not None and len(self.asked.languages) > 1
            case _:
                return self.chosen is not None

    def label(self, command: Command) -> str:
        """What suspending does to the chosen card."""
        suspended = self.chosen is not None and self.chosen.state_name == "suspended"
        return "Resume" if suspended and command.id == "browse.suspend" else command.label

    # Searching

    @on(Input.Changed, "#query")
    def _query_changed(self, event: Input.Changed) -> None:
        self._search(event.value, 0)

    @on(Input.Submitted, "#query")
    def _query_done(self) -> None:
        self.rows_list.focus()

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _search(self, query: str, cursor: int) -> None:
        """Find the cards; an older search whose answer is worthless by now is dropped."""
        found = self.query_one("#found", Prose)
        try:
            self.rows = await self.mdquiz.run_in_desk(self.mdquiz.desk.browse, query)
        except UsageError as problem:
            found.show([Block(f"{problem.message} {problem.hint}", "$text-warning")])
            return
        except (MdquizError, OSError) as problem:
            self.mdquiz.report(problem)
            return
        count = len(self.rows)
        words = "1 card" if count == 1 else f"{count:,} cards"
        found.show([Block(words if count else "No card found", "$foreground-muted")])
        self.rows_list.show_rows(count, self._draw, cursor)
        self.refresh_bindings()

    def _draw(self, at: int, width: int) -> list[Piece]:
        row = self.rows[at]
        when = days_words(row.due_in) if row.due_in else ""
        look = _LOOKS.get(row.state_name, "")
        pieces: list[Piece] = []
        if self.has_class("-narrow"):
            pieces.append((f"{when or row.state_name:<10}", look))
        else:
            pieces += [(f"{row.state_name:<10}", look), (f"{when:<7}", "muted")]
        pieces.append(("⚑ " if row.flagged else "  ", "accent"))
        left = width - sum(len(text) for text, _ in pieces)
        return [*pieces, (literal_line(row.entry.prompt, left), "")]

    @on(Rows.Moved)
    def _look(self) -> None:
        chosen = self.chosen
        if chosen is None:
            self.asked = None
            self.query_one("#card", Prose).show(())
        else:
            self._preview(chosen.entry.card)

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def _preview(self, card: CardId) -> None:
        """Show the chosen card; only the last one chosen matters."""
        try:
            self.asked = await self.mdquiz.run_in_desk(self.mdquiz.desk.look, card, self.language)
        except (MdquizError, OSError) as problem:
            self.query_one("#card", Prose).show([Block(str(problem), "$text-error")])
            return
        self._show_card()
        self.preview.scroll_home(animate=False)

    def _show_card(self) -> None:
        chosen = self.chosen
        if self.asked is None or chosen is None:
            return
        first, *rest = whole_blocks(self.asked, answer=self.answer_shown)
        blocks = [*_heading(chosen), replace(first, gap=1), *rest]
        self.query_one("#card", Prose).show(blocks)
        self.refresh_bindings()

    # Acting

    def action_search(self) -> None:
        """Write in the search line."""
        self.remove_class("-reading")
        self.query_line.focus()

    def action_preview(self) -> None:
        """Read the card on the whole screen, or go back to the list."""
        self.toggle_class("-reading")

    def action_answer(self) -> None:
        """Show or hide the answer."""
        self.answer_shown = not self.answer_shown
        self._show_card()

    def action_language(self) -> None:
        """Show the other language."""
        if self.asked is not None and self.chosen is not None:
            languages = self.asked.languages
            self.language = languages[(languages.index(self.asked.language) + 1) % len(languages)]
            self._preview(self.chosen.entry.card)

    @reported
    async def action_suspend(self) -> None:
        """Set the card aside, or resume it."""
        if self.chosen is not None:
            on = self.chosen.state_name != "suspended"
            card = self.chosen.entry.card
            await self.mdquiz.run_in_desk(self.mdquiz.desk.set_suspended, [card], on)
            self.mdquiz.say("Suspended." if on else "Resumed.")
            self._search(self.query_line.value, self.rows_list.cursor)

    @reported
    async def action_flag(self) -> None:
        """Flag the card, or take the flag off."""
        if self.chosen is not None:
            card = self.chosen.entry.card
            on = not self.chosen.flagged
            await self.mdquiz.run_in_desk(self.mdquiz.desk.set_flagged, [card], on)
            self._search(self.query_line.value, self.rows_list.cursor)

    @reported
    async def action_why(self) -> None:
        """Tell why the card is asked today or is not."""
        if self.chosen is not None:
            card = self.chosen.entry.card
            self.mdquiz.say(await self.mdquiz.run_in_desk(self.mdquiz.desk.why, card))

    @reported
    async def action_edit(self) -> None:
        """Open the deck at this question and read it again."""
        if self.chosen is None:
            return
        card = self.chosen.entry.card
        path, line = await self.mdquiz.run_in_desk(self.mdquiz.desk.deck_location, card)
        await edit_deck(self.mdquiz, path, line, self._read_again)

    async def _read_again(self) -> None:
        await self.mdquiz.run_in_desk(self.mdquiz.desk.reload)
        self._search(self.query_line.value, self.rows_list.cursor)

    async def action_drill(self) -> None:
        """Drill the cards found, in their order; the schedule stays as it is."""
        cards = tuple(row.entry.card for row in self.rows if row.state_name not in _NOT_ASKED)
        if self.rows and not cards:
            self.mdquiz.say("None of these cards is asked: suspended, stale or dropped.")
            return
        if len(cards) > MOST_AT_ONCE:
            self.mdquiz.say(f"The first {MOST_AT_ONCE} of {len(cards):,} cards.")
        scope = Scope(cards=cards[:MOST_AT_ONCE], kind=Kind.CRAM)
        await try_drill(self.mdquiz, scope)

    def action_home(self) -> None:
        """From the search line or the card to the list; from there home."""
        if self.reading:
            self.remove_class("-reading")
        elif self.focused is self.query_line:
            self.rows_list.focus()
        else:
            self.app.switch_mode("home")


def _heading(row: BrowseRow) -> Iterator[Block]:
    """Where the card stands and belongs."""
    words = [str(row.entry.card), row.entry.type, row.state_name]
    if row.due_in:
        words.append(f"returns in {days_words(row.due_in)}")
    yield Block(" · ".join(words), "$foreground-muted")
    yield Block(row.deck_title, "$foreground-muted")
    if row.entry.tags:
        yield Block(" ".join(row.entry.tags), "$foreground-muted")
