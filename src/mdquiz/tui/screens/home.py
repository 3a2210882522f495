"""Home: the decks, today's load, and the ways into a drill."""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Digits

from mdquiz.errors import MdquizError, NothingToDrillError
from mdquiz.progress.log import Kind
from mdquiz.study.overview import DeckRow, Overview
from mdquiz.study.scope import Scope
from mdquiz.text import counted
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.days import study_day_words
from mdquiz.tui.home_blocks import deck_blocks, empty_blocks, plan_blocks, today_blocks
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
LINES_OF_PLAN = 3
"""Lines that the plan takes besides."""
CHOOSING_S = 0.15
"""Choosing that takes no longer needs no remark."""

MORE, MORE_CARDS = "more", 20
"""What goes on although today's time is done."""

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
        self.choosing = False
        """Cards are being chosen for a drill; what is typed meanwhile starts nothing else."""

    def compose(self) -> ComposeResult:
        """Date, today, decks, the chosen deck."""
        yield Prose(id="title")
        with Horizontal(id="today"):
            yield Digits("", id="load")
            yield Prose(id="words")
        yield Prose(id="plan")
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
        """Hide what needs a deck where there is none; while cards are chosen, all but leaving."""
        if self.choosing:
            return command.id == "home.leave"
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

    def _show_title(self) -> None:
        desk, short = self.mdquiz.desk, self.has_class("-narrow")
        hour = desk.settings.rollover_hour
        today = study_day_words(desk.today(), desk.clock.now(), hour, short=short)
        self.query_one("#title", Prose).show(
            [Block(today, lead="mdquiz   ", lead_style="bold $primary")]
        )

    def _show_today(self, overview: Overview) -> None:
        self._show_title()
        load = overview.due_today + overview.new_today
        digits = self.query_one("#load", Digits)
        digits.update(str(load))
        digits.set_class(load == 0, "-none")
        self.query_one("#words", Prose).show(list(today_blocks(overview)))
        self._show_plan()

    def _show_plan(self) -> None:
        plan = self.overview.plan if self.overview and self.overview.decks else None
        blocks = [] if plan is None else list(plan_blocks(plan, short=self.has_class("-short")))
        self.query_one("#plan", Prose).show(blocks)

    def _show_decks(self, overview: Overview, chosen: str) -> None:
        some = bool(overview.decks)
        self.decks.display = some
        empty = self.query_one("#empty", Prose)
        empty.show([] if some else list(empty_blocks(str(self.mdquiz.desk.places.decks))))
        self.query_one("#today").display = some
        self._show_heading()
        at = next((at for at, row in enumerate(overview.decks) if row.id == chosen), 0)
        self.decks.show_rows(len(overview.decks), self._draw, cursor=at)

    def on_resize(self) -> None:
        """A narrow screen has no room for the learned cards; the list leaves room for the rest."""
        self._show_title()
        self._show_heading()
        self._show_plan()
        short = self.has_class("-short")
        others = LINES_ON_SHORT if short else LINES_ON_TALL
        if self.overview and self.overview.plan:
            others += 1 if short else LINES_OF_PLAN
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
        detail.show(list(deck_blocks(deck)) if deck else [])
        self.refresh_bindings()

    # Acting

    @on(Rows.Activated)
    def _activated(self) -> None:
        self.action_drill()

    def action_drill(self) -> None:
        """Drill the chosen deck."""
        self._drill_chosen(Kind.DRILL)

    def action_drill_all(self) -> None:
        """Drill all decks."""
        self._begin(Scope())

    def action_ahead(self) -> None:
        """Drill ahead of the schedule."""
        self._drill_chosen(Kind.AHEAD)

    def action_cram(self) -> None:
        """Go through everything."""
        self._drill_chosen(Kind.CRAM)

    def _drill_chosen(self, kind: Kind) -> None:
        if self.chosen is None or self.overview is None:
            return
        # One deck is all decks: a plan keeps the day's choice only of all.
        alone = len(self.overview.decks) == 1
        self._begin(Scope(decks=() if alone else (self.chosen.id,), kind=kind))

    def _begin(self, scope: Scope) -> None:
        if not self.choosing:
            self.choosing = True
            self._choose(scope)

    @work(group="drill", exit_on_error=False)
    async def _choose(self, scope: Scope) -> None:
        """Choose cards and open the drill, while the screen goes on; a plan may take seconds."""
        remark = self.set_timer(CHOOSING_S, self._show_choosing)
        try:
            await start_drill(self.mdquiz, scope)
        except NothingToDrillError as problem:
            self._offer(problem, scope)
        except (MdquizError, OSError) as problem:
            self.mdquiz.report(problem)
        finally:
            remark.stop()
            self.choosing = False
            if self.overview is not None:
                self._show_today(self.overview)

    def _show_choosing(self) -> None:
        if self.choosing:
            words = [Block("Choosing the cards to ask ...", "bold $primary")]
            self.query_one("#words", Prose).show(words)

    def _offer(self, problem: NothingToDrillError, scope: Scope) -> None:
        """Nothing is due: say so, and offer to drill all the same."""
        from mdquiz.tui.screens.offer import Offer, OfferScreen

        if scope.kind is not Kind.DRILL or not self.overview or not self.overview.decks:
            self.mdquiz.report(problem)
            return
        offers = [
            Offer("n", Kind.AHEAD.value, "Drill ahead of the schedule, soonest due first"),
            Offer("c", Kind.CRAM.value, "Go through everything; the schedule stays as it is"),
        ]
        plan = self.overview.plan
        if plan is not None and not plan.over and not scope.limit:
            words = f"Go on with the next best {counted(MORE_CARDS, 'card')} of your plan"
            offers.insert(0, Offer("p", MORE, words))

        def taken(choice: str | None) -> None:
            if choice == MORE:
                self._begin(replace(scope, limit=MORE_CARDS))
            elif choice:
                self._begin(replace(scope, kind=Kind(choice)))

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
