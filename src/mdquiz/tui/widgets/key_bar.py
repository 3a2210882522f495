"""The bottom line: the few keys that matter now, as many as fit; each can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from mdquiz.tui.commands import COMMANDS, FOOTER_LIMIT, Command, key_words
from mdquiz.tui.screens.place import PlaceScreen
from mdquiz.tui.wrap import cells

_BY_ID = {command.id: command for command in COMMANDS}
GAP = 2


class KeyBar(Widget):
    """Keys and labels of the commands that apply now, most useful first, never overflowing."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.places: list[tuple[int, int, str]] = []
        """First and last column and action of each command shown."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, _screen: Screen[object]) -> None:
        self.refresh()

    def shown(self, width: int) -> list[tuple[str, Command]]:
        """Key and command of everything that fits `width` columns; at most six."""
        keys: dict[str, str] = {}
        for key, active in self.screen.active_bindings.items():
            if active.enabled and active.binding.id in _BY_ID:
                keys.setdefault(active.binding.id, key)
        wanted = sorted(
            (command for name in keys if (command := _BY_ID[name]).footer),
            key=lambda command: command.footer,
        )
        fitting: list[tuple[str, Command]] = []
        left = width + GAP
        for command in (*wanted[-1:], *wanted[: FOOTER_LIMIT - 1]):  # help is never crowded out
            key = key_words(keys[command.id])
            taken = cells(key) + 1 + cells(self._label(command)) + GAP
            if taken > left or command in (each for _, each in fitting):
                continue
            left -= taken
            fitting.append((key, command))
        return fitting[1:] + fitting[:1]

    def _label(self, command: Command) -> str:
        screen = self.screen
        return screen.label(command) if isinstance(screen, PlaceScreen) else command.label

    def render(self) -> Content:
        """One line."""
        parts: list[tuple[str, str]] = []
        self.places = []
        at = 0
        for key, command in self.shown(self.content_size.width):
            if parts:
                parts.append((" " * GAP, ""))
                at += GAP
            start = at
            label = self._label(command)
            parts += [(key, "bold $accent"), (f" {label}", "$foreground-muted")]
            at += cells(key) + 1 + cells(label)
            self.places.append((start, at, command.action))
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        """Run the command under the pointer."""
        at = event.x - self.styles.padding.left
        for start, end, action in self.places:
            if start <= at < end:
                event.stop()
                await self.screen.run_action(action)
                return
