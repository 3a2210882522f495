"""The start form of a mock exam: which exam, from which decks, how large; and what that gives."""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on
from textual.app import ComposeResult

from mdquiz.exams.formats import FORMATS
from mdquiz.tui.commands import Command, Place, bindings
from mdquiz.tui.exam_choice import DEFAULT_PRESET, Choice, Offered, Prospect, offered, prospect
from mdquiz.tui.exam_form_blocks import (
    count_lines,
    minutes_of,
    paper_blocks,
    preset_more,
)
from mdquiz.tui.exam_sittings import begin_exam
from mdquiz.tui.screens.exam_pick import Pick, PickScreen
from mdquiz.tui.screens.place import PlaceScreen, reported
from mdquiz.tui.widgets.form_line import FormLine, NumberLine
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.pane import Pane
from mdquiz.tui.widgets.plot import Plot
from mdquiz.tui.widgets.prose import Block, Prose

STEPS = {"questions": 5, "minutes": 5, "seed": 1}
"""How far an arrow key moves each number."""


class FormScreen(PlaceScreen):
    """A choice, shown with what it gives; the count is made anew after every change.

    Args:
        preset: The exam that is chosen at first; "" for the usual one.
    """

    place = Place.FORM
    CSS_PATH = "exam_form.tcss"
    BINDINGS = bindings(Place.FORM)
    AUTO_FOCUS = "#preset"

    body = getters.query_one("#body", Pane)

    def __init__(self, preset: str = "") -> None:
        super().__init__()
        self.choice = Choice(preset=preset or DEFAULT_PRESET)
        self.offered = Offered()
        self.prospect = Prospect()
        self._counted: Choice | None = None
        self._counting = False
        self._beginning = False

    def compose(self) -> ComposeResult:
        """Lines to fill in, and what they give."""
        yield Prose([Block("New mock exam", "bold $primary")], id="title")
        with Pane(id="body"):
            yield FormLine("Exam", id="preset")
            yield FormLine("Decks", id="decks")
            yield FormLine("Topics", id="tags")
            yield FormLine("Formats", id="formats")
            yield NumberLine("Questions", id="questions", least=1, most=1000)
            yield NumberLine("Minutes", id="minutes", least=1, most=1440)
            yield NumberLine("Seed", id="seed", least=0, most=999_999)
            yield Prose(id="paper")
            yield Plot(lambda width: count_lines(self.prospect, width), id="counts")
        yield KeyBar()

    @reported
    async def on_mount(self) -> None:
        """See what there is."""
        self.offered = await self.mdquiz.run_in_desk(offered, self.mdquiz.desk)
        preset = self.choice.preset
        if preset not in self.offered.presets:
            preset = next(iter(self.offered.presets), preset)
        self.choice = replace(self.choice, preset=preset, seed=self.offered.seed)
        for words in self.offered.broken:
            self.mdquiz.say(words, severity="warning")
        await self._changed()

    def can(self, command: Command) -> bool:
        """Begin only what is an exam; scroll where there is more than the screen holds."""
        if command.id == "exam-form.begin":
            return self.prospect.paper is not None
        if command.id in ("exam-form.scroll-down", "exam-form.scroll-up"):
            return self.body.max_scroll_y > 0
        return True

    def on_resize(self) -> None:
        """What there is to read on depends on the size."""
        self.call_after_refresh(self.refresh_bindings)

    # Showing

    def _show(self) -> None:
        choice, plan = self.choice, self.prospect.plan
        preset = self.offered.presets.get(choice.preset)
        titles = {deck: title for deck, title, _ in self.offered.decks}
        decks = ", ".join(titles.get(deck, deck) for deck in choice.decks)
        line = self._line
        line("preset").show(preset.title if preset else choice.preset, own=True)
        every = len(self.offered.decks)
        line("decks").show(decks or f"all {every}", own=bool(decks))
        line("tags").show(", ".join(choice.tags) or "all", own=bool(choice.tags))
        formats = choice.formats or (preset.formats if preset else ())
        line("formats").show(", ".join(formats), own=bool(choice.formats))
        questions = choice.questions or (preset.questions if preset else "")
        line("questions").show(f"{questions}", "", own=choice.questions is not None)
        minutes = choice.minutes or (minutes_of(plan) if plan else "")
        line("minutes").show(
            f"{minutes}",
            "" if choice.minutes or not choice.questions else "in proportion",
            own=choice.minutes is not None,
        )
        drawn = choice.seed == self.offered.seed
        line("seed").show(
            f"{choice.seed}",
            "drawn now; the same seed gives the same paper" if drawn else "",
            own=not drawn,
        )
        self.query_one("#paper", Prose).show(list(paper_blocks(self.prospect)))
        self.query_one("#counts", Plot).redraw()
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)  # what scrolls is known when it is laid out

    def _line(self, name: str) -> FormLine:
        return self.query_one(f"#{name}", FormLine)

    async def _changed(self) -> None:
        """Show the choice at once, then what it gives; only the last of several is counted."""
        self._show()
        if self._counting:
            return
        self._counting = True
        try:
            while self._counted != self.choice:
                choice = self.choice
                self.prospect = await self.mdquiz.run_in_desk(prospect, self.mdquiz.desk, choice)
                self._counted = choice
        finally:
            self._counting = False
        if self.is_attached:
            self._show()

    # Filling in

    @on(NumberLine.Written)
    @reported
    async def _written(self, event: NumberLine.Written) -> None:
        event.stop()
        name = event.line.id or ""
        number = event.number
        if name == "seed" and number is None:
            number = self.offered.seed
        elif number is not None and number < event.line.least:
            number = None
        self.choice = self.choice.with_number(name, number)
        await self._changed()

    @on(FormLine.Activated)
    @reported
    async def _clicked(self, event: FormLine.Activated) -> None:
        event.stop()
        if not isinstance(event.line, NumberLine):
            self._pick(event.line.id or "")

    def action_change(self) -> None:
        """Choose from a list; from a number, go to the next line."""
        line = self.focused
        if isinstance(line, NumberLine):
            self.action_next_field()
        elif isinstance(line, FormLine):
            self._pick(line.id or "")

    def _pick(self, name: str) -> None:
        titles = {
            "preset": "Which exam?",
            "decks": "From which decks? None ticked: from all",
            "tags": "On which topics? None ticked: on all",
            "formats": "Which formats? None ticked: as the exam has them",
        }
        chosen = (self.choice.preset,) if name == "preset" else getattr(self.choice, name)
        if name == "formats" and not chosen:
            preset = self.offered.presets.get(self.choice.preset)
            chosen = preset.formats if preset else ()

        async def taken(values: tuple[str, ...] | None) -> None:
            if values is not None:
                await self._set(name, values)

        self.app.push_screen(
            PickScreen(titles[name], self._picks(name), chosen, several=name != "preset"), taken
        )

    def _picks(self, name: str) -> list[Pick]:
        if name == "preset":
            widest = max(map(len, self.offered.presets), default=0)
            return [
                Pick(preset.name, preset.title, f"{preset.name:<{widest}}", preset_more(preset))
                for preset in self.offered.presets.values()
            ]
        if name == "decks":
            return [Pick(deck, title, f"{count:>6,}") for deck, title, count in self.offered.decks]
        if name == "tags":
            topics = sorted(self.offered.topics.items(), key=lambda pair: (-pair[1], pair[0]))
            return [Pick(topic, topic, f"{count:>6,}") for topic, count in topics]
        found = self.prospect.found
        counts = found.formats if found else {}
        return [Pick(name, name, f"{counts.get(name, 0):>6,}") for name in FORMATS]

    @reported
    async def _set(self, name: str, values: tuple[str, ...]) -> None:
        if name == "preset":
            self.choice = replace(self.choice, preset=values[0])
        elif name == "formats" and self._as_preset(values):
            self.choice = replace(self.choice, formats=())
        else:
            self.choice = self.choice.with_values(name, values)
        await self._changed()

    def _as_preset(self, formats: tuple[str, ...]) -> bool:
        preset = self.offered.presets.get(self.choice.preset)
        return preset is not None and set(formats) == set(preset.formats)

    @reported
    async def action_more(self) -> None:
        """The next exam, or a larger number."""
        await self._step(1)

    @reported
    async def action_less(self) -> None:
        """The exam before, or a smaller number."""
        await self._step(-1)

    async def _step(self, way: int) -> None:
        line = self.focused
        if isinstance(line, NumberLine):
            name = line.id or ""
            shown = int(line.value) if line.value.isdecimal() else line.least
            line.write(max(shown + way * STEPS[name], line.least))
        elif isinstance(line, FormLine) and line.id == "preset":
            names = list(self.offered.presets)
            if names:
                at = (names.index(self.choice.preset) + way) % len(names)
                await self._set("preset", (names[at],))

    @reported
    async def action_as_preset(self) -> None:
        """Back to what the exam has."""
        line = self.focused
        if isinstance(line, NumberLine):
            line.write(None)
        elif isinstance(line, FormLine) and line.id != "preset":
            await self._set(line.id or "", ())

    def action_next_field(self) -> None:
        """To the line below; from the last, read on."""
        if self.focused is not None and self.focused.id == "seed":
            self.body.scroll_relative(y=3, animate=False)
        else:
            self.focus_next(FormLine)

    def action_previous_field(self) -> None:
        """To the line above."""
        if self.focused is None or self.focused.id != "preset":
            self.focus_previous(FormLine)
        self.body.scroll_home(animate=False)

    def action_scroll_down(self) -> None:
        """Read on."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        lines = max(self.body.size.height - 2, 1)
        self.body.scroll_relative(y=way * lines, animate=False)

    @reported
    async def action_begin(self) -> None:
        """Begin; the clock starts."""
        if self._beginning:
            return
        self._beginning = True
        try:
            plan = self.choice.plan(self.mdquiz.desk)
            await begin_exam(self.mdquiz, plan)
        finally:
            self._beginning = False

    def action_back(self) -> None:
        """Begin none."""
        self.dismiss()
