"""The command palette, fed from the registry."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from mdquiz.tui.commands import Command, Place, commands_of
from mdquiz.tui.screens.place import PlaceScreen


class CommandProvider(Provider):
    """Every command that applies on the screen below the palette."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(command.label, self._runner(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose label or help fits `query`."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.label), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.label),
                    self._runner(command),
                    help=command.help,
                )

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        if isinstance(screen, PlaceScreen):
            yield from screen.applicable_commands()
        for command in commands_of(Place.APP):
            if command.id != "app.command-palette":
                yield command

    def _runner(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        return partial(self.screen.run_action, command.action)
