"""Stats: where the learner stands, page by page, each a picture with its table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Digits

from mdquiz.decks.card import CardId
from mdquiz.errors import MdquizError
from mdquiz.memory.day import day_date
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.plan_outlook import forget_report
from mdquiz.study.scope import Scope
from mdquiz.study.stats import PERIODS, Stats, gather_stats, prompt_of
from mdquiz.study.stats_lines import LONGEST_LIST
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.days import study_day_words
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.screens.stats_cards import topics, trouble
from mdquiz.tui.screens.stats_days import ahead, time, year
from mdquiz.tui.screens.stats_memory import calibration, memory
from mdquiz.tui.screens.stats_now import figures, fits_tiles, now
from mdquiz.tui.screens.stats_pages import Draw, View
from mdquiz.tui.screens.stats_plan import Standing, plan_lines, played, standing_of
from mdquiz.tui.sittings import try_drill
from mdquiz.tui.widgets.charts import Line
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.page_tabs import PageTabs
from mdquiz.tui.widgets.plot import Plot
from mdquiz.tui.widgets.prose import Block, Prose

PERIOD_WORDS = {
    "week": "the last 7 days",
    "month": "the last 30 days",
    "quarter": "the last 91 days",
    "year": "the last 365 days",
    "all": "all time",
}
OF_A_PERIOD = {"Now", "Memory", "Calibration", "Trouble", "Time"}
PAGES: dict[str, Draw] = {
    "Now": lambda view: now(view, tiles=False),
    "Memory": memory,
    "Calibration": calibration,
    "Ahead": ahead,
    "Topics": topics,
    "Trouble": trouble,
    "Time": time,
    "Year": year,
}
PLAN = "Plan"
NAMES = (*PAGES, PLAN)
TILES_HEIGHT = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: the numbers, and the questions of the cards that give trouble."""

    stats: Stats
    prompts: dict[CardId, str]


class StatsScreen(PlaceScreen):
    """One page at a time; the first comes as soon as the log is read."""

    place = Place.STATS
    CSS_PATH = "stats.tcss"
    BINDINGS = bindings(Place.STATS)

    page = getters.query_one("#page", Plot)
    body = getters.query_one("#body", VerticalScroll)

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.period = "month"
        self.found: Found | None = None
        self.plan: Standing | None = None
        self._asked = 0

    def compose(self) -> ComposeResult:
        """Title, tabs, the open page."""
        yield Prose(id="title")
        yield PageTabs(NAMES)
        with VerticalScroll(id="body", can_focus=False):
            with Horizontal(id="tiles"):
                for _ in range(4):
                    with Vertical():
                        yield Digits("")
                        yield Prose()
            yield Plot(self._lines, id="page")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show how things stand now."""
        self._show()
        self._gather()
        self._look_where_needed()

    @property
    def name_of_page(self) -> str:
        """The open page."""
        return NAMES[self.at]

    def can(self, command: Command) -> bool:
        """Hide what the open page has no use for."""
        match command.id:
            case "stats.period":
                return self.name_of_page in OF_A_PERIOD
            case "stats.drill":
                return self.name_of_page == "Trouble" and bool(self._troubled())
            case "stats.set-plan":
                return self.name_of_page == PLAN
            case "stats.replay":
                return self.name_of_page == PLAN and bool(self.plan and self.plan.told)
            case "stats.scroll-down" | "stats.scroll-up":
                return self.body.max_scroll_y > 0
            case _:
                return True

    # Reading

    @work(exclusive=True, group="gather", exit_on_error=False)
    async def _gather(self) -> None:
        """Read the log; of several wishes made meanwhile only the last is reckoned."""
        self._asked += 1
        wish, period = self._asked, self.period
        try:
            found = await self.mdquiz.run_in_desk(
                _found, self.mdquiz.desk, period, lambda: wish == self._asked
            )
        except (MdquizError, OSError) as problem:
            self.mdquiz.report(problem)
            return
        if found is not None:
            self.found = found
            self._show()

    @work(exclusive=True, group="plan", exit_on_error=False)
    async def _look_at_plan(self) -> None:
        """Show how the plan stands, and play it through where that was not done today."""
        try:
            self.plan = await self.mdquiz.run_in_desk(standing_of, self.mdquiz.desk)
        except (MdquizError, OSError) as problem:
            self.mdquiz.report(problem)
            return
        self._show()
        if not self.plan.job:
            return
        plan = self.plan
        try:
            async with aclosing(played(plan.job)) as steps:
                async for step in steps:
                    if isinstance(step, dict):
                        self.plan = replace(plan, told=step, job="")
                    else:
                        self.plan = replace(plan, done=step)
                    self._show()
        except (OSError, ValueError):
            self.plan = replace(plan, failed=True)
        if self.plan.playing:  # it ended without a report
            self.plan = replace(plan, failed=True)
        self._show()

    # Showing

    def _show(self) -> None:
        self.query_one(PageTabs).show(self.at)
        self._show_title()
        self._show_tiles()
        self.page.redraw()
        self.call_after_refresh(self.refresh_bindings)

    def _show_title(self) -> None:
        words = "reading the log ..."
        if self.found is not None:
            stats = self.found.stats
            first, last = day_date(stats.first_day), day_date(stats.today)
            desk = self.mdquiz.desk
            hour = desk.settings.rollover_hour
            short = self.has_class("-narrow")
            words = study_day_words(stats.today, self.mdquiz.clock.now(), hour, short=short)
            if self.name_of_page in OF_A_PERIOD:
                words = PERIOD_WORDS[self.period]
                if not self.has_class("-narrow"):
                    words += f"   {first.day} {first:%b %Y} – {last.day} {last:%b %Y}"
        self.query_one("#title", Prose).show(
            [Block(words, lead="Stats   ", lead_style="bold $primary")]
        )

    def _show_tiles(self) -> None:
        tiles = self.query_one("#tiles")
        tiles.display = self._with_tiles
        if self.found is None or not self._with_tiles:
            return
        digits, words = tiles.query(Digits), tiles.query(Prose)
        for (figure, what, remark), one, said in zip(
            figures(self.found.stats), digits, words, strict=True
        ):
            one.update(figure)
            said.show([Block(what, "bold"), Block(remark, "$foreground-muted")])

    @property
    def _with_tiles(self) -> bool:
        room = not (self.has_class("-narrow") or self.has_class("-short"))
        if self.at or not room or self.found is None or not self.found.stats.answers:
            return False
        return fits_tiles(self.found.stats, self.body.size.width - 5)

    def _lines(self, width: int) -> list[Line]:
        height = self.body.size.height - 1
        if self.name_of_page == PLAN:
            return [] if self.plan is None else plan_lines(self.plan, width, height)
        if self.found is None:
            return []
        if self._with_tiles:
            height -= TILES_HEIGHT
        view = View(self.found.stats, width, height, self.found.prompts)
        if self.at == 0:
            return now(view, tiles=self._with_tiles)
        return PAGES[self.name_of_page](view)

    def on_resize(self) -> None:
        """Draw anew for the room there is."""
        self.call_after_refresh(self._show)

    # Acting

    @on(PageTabs.Chosen)
    def _chosen(self, event: PageTabs.Chosen) -> None:
        self._open(event.page)

    def on_key(self, event: Key) -> None:
        """A digit opens its page."""
        key = event.character or ""
        if len(key) == 1 and key in "123456789"[: len(NAMES)]:
            event.stop()
            self._open(int(key) - 1)

    def _open(self, page: int) -> None:
        self.at = page % len(NAMES)
        self.body.scroll_home(animate=False)
        self._show()
        self._look_where_needed()

    def _look_where_needed(self) -> None:
        """Look at the plan where its page is open and it is not being played just now."""
        if self.name_of_page == PLAN and not (self.plan and self.plan.playing):
            self._look_at_plan()

    def action_next_section(self) -> None:
        """The next page."""
        self._open(self.at + 1)

    def action_previous_section(self) -> None:
        """The page before."""
        self._open(self.at - 1)

    def action_period(self) -> None:
        """Look at a longer period, and after the longest at a week."""
        periods = list(PERIODS)
        self.period = periods[(periods.index(self.period) + 1) % len(periods)]
        self._gather()

    def action_replay(self) -> None:
        """Play the plan through anew, with what was answered since."""
        forget_report(self.mdquiz.desk.places.cache)
        self._look_at_plan()

    @reported
    async def action_set_plan(self) -> None:
        """Fill in the terms of the plan."""
        from mdquiz.tui.screens.plan_form import PlanFormScreen

        plan = await self.mdquiz.run_in_desk(self.mdquiz.desk.store.plans.latest)

        def stored(made: bool | None) -> None:
            if made:
                self.mdquiz.say("The plan is stored; your drills follow it from now on.")
                self._look_at_plan()

        self.app.push_screen(PlanFormScreen(plan), stored)

    async def action_drill(self) -> None:
        """Drill the cards that give trouble; the schedule stays as it is."""
        await try_drill(self.mdquiz, Scope(cards=self._troubled(), kind=Kind.AHEAD))

    def _troubled(self) -> tuple[CardId, ...]:
        """Misconceptions still open and leeches, as many as the page shows."""
        if self.found is None:
            return ()
        return tuple(dict.fromkeys(_named(self.found.stats, only_open=True)))

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        self.body.scroll_relative(y=way * max(self.body.size.height // 2, 1), animate=False)

    def action_home(self) -> None:
        """Back to the decks."""
        self.app.switch_mode("home")


def _found(desk: Desk, period: str, wanted: Callable[[], bool]) -> Found | None:
    """The numbers of a period, and the questions that a page names; None where not wanted."""
    if not wanted():
        return None
    stats = gather_stats(desk, period)
    return Found(stats, {card: prompt_of(desk, card) for card in _named(stats)})


def _named(stats: Stats, *, only_open: bool = False) -> list[CardId]:
    """The cards on the page of trouble."""
    wrong = [one.card for one in stats.misconceptions[:LONGEST_LIST] if one.open or not only_open]
    return [*wrong, *(leech.card for leech in stats.leeches[:LONGEST_LIST])]
