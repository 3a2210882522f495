"""The app: its places, its colours, and the one ordered road to the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from mdquiz.clock import Clock
from mdquiz.errors import MdquizError
from mdquiz.settings import save_setting
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from mdquiz.tui.commands import Place, bindings
from mdquiz.tui.one_key import OneKeyApp
from mdquiz.tui.settings_check import settings_problems
from mdquiz.tui.stylesheet import ParsedOnce
from mdquiz.tui.themes import DEFAULT_THEME, OFFERED, OWN_THEMES

if TYPE_CHECKING:
    from mdquiz.study.deck_review import DeckReview
    from mdquiz.study.exam import Exam

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def _home() -> Screen[Any]:
    from mdquiz.tui.screens.home import HomeScreen

    return HomeScreen()


def _browse() -> Screen[Any]:
    from mdquiz.tui.screens.browse import BrowseScreen

    return BrowseScreen()


def _stats() -> Screen[Any]:
    from mdquiz.tui.screens.stats import StatsScreen

    return StatsScreen()


def _exams() -> Screen[Any]:
    from mdquiz.tui.screens.exams import ExamsScreen

    return ExamsScreen()


def _palette() -> type[Provider]:
    from mdquiz.tui.palette import CommandProvider

    return CommandProvider


class MdquizApp(OneKeyApp):
    """mdquiz in the terminal.

    Args:
        desk: Decks, progress, settings and clock; the app closes none of them.
        scope: What to drill at once; None for the place `start`.
        start: "home", "browse", "stats" or "exams".
        exam: An attempt to go on with at once; None for none.
        query: What the search line of browse says at first.
    """

    TITLE = "mdquiz"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Place.APP)
    MODES = {"home": _home, "browse": _browse, "stats": _stats, "exams": _exams}
    DEFAULT_MODE = "home"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        desk: Desk,
        scope: Scope | None = None,
        start: str = "home",
        exam: Exam | None = None,
        query: str = "",
    ) -> None:
        self.desk = desk
        self._themes: dict[str, Theme] = {}
        super().__init__()
        self.stylesheet = ParsedOnce(variables=self.get_css_variables())
        self._first_exam = exam
        self._first_scope = scope
        self._start = start
        self.query_at_first = query
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._themes.clear()
        wanted = desk.settings.theme
        self.theme = wanted if self.get_theme(wanted) else DEFAULT_THEME

    @property
    def clock(self) -> Clock:
        """The clock that every screen goes by."""
        return self.desk.clock

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The colours offered, and another of Textual's where the settings name it.

        Textual asks for them dozens of times a frame.
        """
        if not self._themes:
            known = super().available_themes
            names = dict.fromkeys((*OFFERED, self.desk.settings.theme))
            self._themes = {name: known[name] for name in names if name in known}
        return self._themes

    async def on_mount(self) -> None:
        """Take the learner's keys, and open the first place."""
        self.set_keymap(self.desk.settings.keys)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if self._start != self.DEFAULT_MODE:
            await self.switch_mode(self._start)
        if self._first_scope is not None:
            from mdquiz.tui.sittings import try_drill

            await try_drill(self, self._first_scope)
        if self._first_exam is not None:
            from mdquiz.tui.screens.exam import ExamScreen

            await self.push_screen(ExamScreen(self._first_exam))
        if problems := settings_problems(self.desk.settings):
            from mdquiz.tui.screens.problem import ProblemScreen

            hint = f"They stand in {self.desk.places.settings_file}."
            self.push_screen(ProblemScreen("\n".join(problems), hint))

    def on_unmount(self) -> None:
        """Wait until everything handed to the desk is done."""
        self._writer.shutdown(wait=True)

    async def run_in_desk(
        self,
        function: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Run `function` after everything handed to the desk before it, off the screen's thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._writer, lambda: function(*args, **kwargs))

    def report(self, problem: MdquizError | OSError) -> None:
        """Show what went wrong and what to do about it."""
        from mdquiz.tui.screens.problem import ProblemScreen

        if isinstance(problem, MdquizError):
            self.push_screen(ProblemScreen(problem.message, problem.hint))
        else:
            self.push_screen(ProblemScreen(str(problem)))

    def say(self, words: str, *, severity: str = "information") -> None:
        """A short remark that goes away by itself or for the next; never read as markup."""
        self.clear_notifications()
        self.notify(
            words,
            severity="warning" if severity == "warning" else "information",
            markup=False,
            timeout=4,
        )

    def action_help_keys(self) -> None:
        """Show what every key does here."""
        from mdquiz.tui.screens.help import HelpScreen
        from mdquiz.tui.screens.place import PlaceScreen

        if isinstance(self.screen, PlaceScreen):
            self.push_screen(HelpScreen(self.screen.place))

    def action_choose_theme(self) -> None:
        """Choose other colours."""
        self.search_themes()

    def action_leave(self) -> None:
        """Leave mdquiz."""
        self.exit()

    def _remember_theme(self, theme: Theme) -> None:
        if theme.name == self.desk.settings.theme:
            return
        try:
            self.desk.settings = save_setting(self.desk.places.settings_file, "theme", theme.name)
        except MdquizError as problem:
            self.report(problem)


def review_app(desk: Desk, review: DeckReview) -> MdquizApp:
    """The app opened on the review of a generated deck, and nothing else."""
    from mdquiz.tui.review_app import ReviewApp

    return ReviewApp(desk, review)
