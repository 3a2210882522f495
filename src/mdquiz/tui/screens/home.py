"""Home: the decks, today's load, and the ways into a drill."""

from __future__ import annotations

from collections.abc import Iterator

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Digits

from mdquiz.errors import NothingToDrillError
from mdquiz.progress.log import Kind
from mdquiz.study.overview import DeckRow, Overview
from mdquiz.study.scope import Scope
from mdquiz.tui.bar import progress_bar
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.days import study_day_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.sittings import edit_deck, start_drill
from mdquiz.tui.widgets.exam_offer import ExamOffer
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.prose import Block, Prose
from mdquiz.tui.widgets.rows import Piece, Rows

LINES_ON_TALL = 14
LINES_ON_SHORT = 6
"""Lines that everything but the list of decks takes."""

NEEDS_DECK = {"home.drill", "home.ahead", "home.cram", "home.edit"}


class HomeScreen(PlaceScreen):
    """The decks with their counts; the counts stand first, so that no title can push them."""

    place = Place.HOME
    CSS_PATH = "home.tcss"
    BINDINGS = bindings(Place.HOME)

    decks = getters.query_one("#decks", Rows)

    def __init__(self) -> None:
        super().__init__()
        self.overview: Overview | None = None

    def compose(self) -> ComposeResult:
        """Date, today, decks, the chosen deck."""
        yield Prose(id="title")
        with Horizontal(id="today"):
            yield Digits("", id="load")
            yield Prose(id="words")
        yield ExamOffer(id="running")
        yield Prose(id="heading")
        yield Rows(id="decks")
        yield Prose(id="empty")
        yield Prose(id="detail")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.decks.focus()

    @reported
    async def on_screen_resume(self) -> None:
        """Show how things stand now."""
        await self._look()
        self.query_one(ExamOffer).look()

    async def _look(self) -> None:
        overview = await self.mdquiz.run_in_desk(self.mdquiz.desk.overview)
        chosen = self.chosen
        self.overview = overview
        with self.app.batch_update():
            self._show_today(overview)
            self._show_decks(overview, chosen.id if chosen else "")
        self.refresh_bindings()

    @property
    def chosen(self) -> DeckRow | None:
        """The deck the cursor is on."""
        decks = self.overview.decks if self.overview else ()
        return decks[self.decks.cursor] if self.decks.cursor < len(decks) else None

    def can(self, command: Command) -> bool:
        """Hide what needs a deck where there is none."""
        if command.id in NEEDS_DECK:
            return self.chosen is not None
        if command.id == "home.resume-exam":
            return bool(self.query_one(ExamOffer).rows)
        if command.id == "home.drill-all":
            return self.overview is not None and len(self.overview.decks) > 1
        if command.id == "home.problems":
            return self.overview is not None and self.overview.problems > 0
        return True

    # Showing

    def _show_today(self, overview: Overview) -> None:
        desk = self.mdquiz.desk
        today = study_day_words(desk.today(), desk.clock.now(), desk.settings.rollover_hour)
        self.query_one("#title", Prose).show(
            [Block(today, lead="mdquiz   ", lead_style="bold $primary")]
        )
        load = overview.due_today + overview.new_today
        digits = self.query_one("#load", Digits)
        digits.update(str(load))
        digits.set_class(load == 0, "-none")
        self.query_one("#words", Prose).show(list(_today_blocks(overview)))

    def _show_decks(self, overview: Overview, chosen: str) -> None:
        some = bool(overview.decks)
        self.decks.display = some
        empty = self.query_one("#empty", Prose)
        empty.show([] if some else list(_empty_blocks(str(self.mdquiz.desk.places.decks))))
        self.query_one("#today").display = some
        self._show_heading()
        at = next((at for at, row in enumerate(overview.decks) if row.id == chosen), 0)
        self.decks.show_rows(len(overview.decks), self._draw, cursor=at)

    def on_resize(self) -> None:
        """A narrow screen has no room for the learned cards; the list leaves room for the rest."""
        self._show_heading()
        others = LINES_ON_SHORT if self.has_class("-short") else LINES_ON_TALL
        self.decks.styles.max_height = max(self.size.height - others, 2)

    def _show_heading(self) -> None:
        words = (
            "  due   new   deck" if self.has_class("-narrow") else "  due   new   learned   deck"
        )
        some = self.overview is not None and self.overview.decks
        self.query_one("#heading", Prose).show([Block(words)] if some else [])

    def _draw(self, row: int, width: int) -> list[Piece]:
        assert self.overview is not None
        deck = self.overview.decks[row]
        pieces = [
            (f"{deck.due:>5}", "warn" if deck.due else "muted"),
            (f"{deck.new:>6}", "accent" if deck.new else "muted"),
        ]
        if self.has_class("-narrow"):
            pieces.append(("   ", ""))
        else:
            pieces.append((f"{deck.learned:>6}/{deck.total:<5}", "muted"))
        left = width - sum(len(text) for text, _ in pieces)
        if deck.problems:
            pieces.append(("! ", "bad"))
            left -= 2
        return [*pieces, (literal_line(deck.title, left), "")]

    @on(Rows.Moved)
    def _show_detail(self) -> None:
        deck = self.chosen
        detail = self.query_one("#detail", Prose)
        detail.show(list(_deck_blocks(deck)) if deck else [])
        self.refresh_bindings()

    # Acting

    @on(Rows.Activated)
    @reported
    async def _activated(self) -> None:
        await self.action_drill()

    @reported
    async def action_drill(self) -> None:
        """Drill the chosen deck."""
        if self.chosen is not None:
            await self._drill((self.chosen.id,), Kind.DRILL)

    @reported
    async def action_drill_all(self) -> None:
        """Drill all decks."""
        await self._drill((), Kind.DRILL)

    @reported
    async def action_ahead(self) -> None:
        """Drill ahead of the schedule."""
        if self.chosen is not None:
            await self._drill((self.chosen.id,), Kind.AHEAD)

    @reported
    async def action_cram(self) -> None:
        """Go through everything."""
        if self.chosen is not None:
            await self._drill((self.chosen.id,), Kind.CRAM)

    async def _drill(self, decks: tuple[str, ...], kind: Kind) -> None:
        try:
            await start_drill(self.mdquiz, Scope(decks=decks, kind=kind))
        except NothingToDrillError as problem:
            self._offer(problem, decks, kind)

    def _offer(self, problem: NothingToDrillError, decks: tuple[str, ...], kind: Kind) -> None:
        """Nothing is due: say so, and offer to drill all the same."""
        from mdquiz.tui.screens.offer import Offer, OfferScreen

        if kind is not Kind.DRILL or not self.overview or not self.overview.decks:
            self.mdquiz.report(problem)
            return
        offers = (
            Offer("n", Kind.AHEAD.value, "Drill ahead of the schedule, soonest due first"),
            Offer("c", Kind.CRAM.value, "Go through everything; the schedule stays as it is"),
        )

        async def taken(choice: str | None) -> None:
            if choice:
                await self._drill(decks, Kind(choice))

        self.app.push_screen(OfferScreen(problem.message, offers), taken)

    def action_browse(self) -> None:
        """Search and read all questions."""
        self.app.switch_mode("browse")

    def action_stats(self) -> None:
        """See how things stand."""
        self.app.switch_mode("stats")

    @reported
    async def action_resume_exam(self) -> None:
        """Go on with the exam that is running; where several are, choose in their list."""
        from mdquiz.tui.exam_sittings import resume_exam

        rows = self.query_one(ExamOffer).rows
        if len(rows) > 1:
            self.action_exams()
        else:
            await resume_exam(self.mdquiz, rows[0].number if rows else None)

    def action_exams(self) -> None:
        """Take a mock exam, or look at those taken."""
        self.app.switch_mode("exams")

    @reported
    async def action_edit(self) -> None:
        """Open the chosen deck in an editor."""
        if self.chosen is not None:
            await edit_deck(self.mdquiz, self.chosen.path, 1, self.action_reload)

    @reported
    async def action_problems(self) -> None:
        """Show what is wrong in the decks."""
        from mdquiz.tui.screens.problem import ProblemScreen

        problems = await self.mdquiz.run_in_desk(lambda: self.mdquiz.desk.library.problems)
        lines = [f"{item.path}:{item.line}  {item.message}" for item in problems]
        self.app.push_screen(
            ProblemScreen(
                "\n".join(lines), "Sound questions of these decks can be drilled all the same."
            )
        )

    @reported
    async def action_reload(self) -> None:
        """Read changed decks again."""
        await self.mdquiz.run_in_desk(self.mdquiz.desk.reload)
        await self._look()

    def action_leave(self) -> None:
        """Leave mdquiz."""
        self.app.exit()


def _today_blocks(overview: Overview) -> Iterator[Block]:
    if not overview.decks:
        return
    load = overview.due_today + overview.new_today
    if load:
        words = "card to drill today" if load == 1 else "cards to drill today"
        yield Block(words, "bold")
        yield Block(f"{overview.due_today} due · {overview.new_today} new", "$foreground-muted")
    else:
        yield Block("Done for today", "bold $text-success")
        yield Block(_next_words(overview), "$foreground-muted")
    said = []
    if overview.answered_today:
        said.append(f"{overview.answered_today} answered today")
    if overview.streak:
        said.append(
            "1 day in a row" if overview.streak == 1 else f"{overview.streak} days in a row"
        )
    if overview.broken:
        files = "1 deck file" if len(overview.broken) == 1 else f"{len(overview.broken)} deck files"
        yield Block(f"{files} cannot be read (p shows)", "$text-error", lead="! ")
    else:
        yield Block(" · ".join(said) or "Every answer is saved at once", "$foreground-muted")


def _next_words(overview: Overview) -> str:
    plan = overview.plan
    if plan is not None and not plan.over:
        return "Your plan rests today." if plan.rest else "Nothing of today's plan is left."
    match overview.next_due_in:
        case None:
            return "No card is scheduled."
        case 0:
            return "What is due goes beyond today's limit."
        case 1:
            return "The next card returns tomorrow."
        case days:
            return f"The next card returns in {days} days."


def _empty_blocks(folder: str) -> Iterator[Block]:
    yield Block("There are no decks yet", "bold $primary")
    yield Block("A deck is one TOML file of questions. Write a first one with", gap=1)
    yield Block("mdquiz new my-deck.toml", "bold", lead="  ")
    yield Block("and put it into", gap=1)
    yield Block(folder, "bold", lead="  ")
    yield Block("Then press r.", gap=1)


def _deck_blocks(deck: DeckRow) -> Iterator[Block]:
    filled, empty = progress_bar(deck.learned, deck.total, 40)
    yield Block(empty, "$primary-muted", lead=filled, lead_style="$success")
    words = [f"{deck.learned} of {deck.total} cards learned"]
    if deck.suspended:
        words.append(f"{deck.suspended} suspended")
    if deck.leeches:
        words.append("1 leech" if deck.leeches == 1 else f"{deck.leeches} leeches")
    yield Block(" · ".join(words), "$foreground-muted")
    if deck.problems:
        count = "1 problem" if deck.problems == 1 else f"{deck.problems} problems"
        yield Block(f"{count} in {deck.path} (p shows)", "$text-error", lead="! ")
