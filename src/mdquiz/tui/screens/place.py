"""What all screens share: commands from the registry, and one boundary for errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual import on
from textual.events import Resize
from textual.screen import Screen

from mdquiz.errors import MdquizError
from mdquiz.tui.commands import Command, Place, command_of, commands_of, key_words
from mdquiz.tui.widgets.too_small import LEAST, TooSmall

if TYPE_CHECKING:
    from mdquiz.tui.app import MdquizApp

Arguments = ParamSpec("Arguments")
AnyPlace = TypeVar("AnyPlace", bound="PlaceScreen")


class PlaceScreen(Screen[str]):
    """A screen whose commands come from the registry."""

    place: ClassVar[Place]
    AUTO_FOCUS = ""

    @on(Resize)
    def _look_at_size(self, event: Resize) -> None:
        """Say so where the terminal has become too small."""
        for cover in self.query(TooSmall):
            cover.look(event.size)
            return
        if event.size.width < LEAST.width or event.size.height < LEAST.height:
            cover = TooSmall()
            self.mount(cover)
            cover.look(event.size)

    @property
    def mdquiz(self) -> MdquizApp:
        """The app, by its own type."""
        return cast("MdquizApp", self.app)

    @property
    def phase(self) -> str:
        """What the screen is doing, for commands that apply only then."""
        return ""

    def can(self, command: Command) -> bool:  # noqa: ARG002
        """Whether `command`, which fits the phase, has something to act on now."""
        return True

    def key_for(self, command_id: str) -> str:
        """The key of that command as printed, by which it can be had now; "" where there is none.

        While an answer is typed, letters are text, and it is the function key.
        """
        for key, active in self.active_bindings.items():
            if active.enabled and active.binding.id == command_id:
                return key_words(key)
        return ""

    def label(self, command: Command) -> str:
        """What the footer calls `command` now."""
        return command.label

    def applies(self, command: Command) -> bool:
        """Whether `command` would do something now."""
        return command.applies_in(self.phase) and self.can(command)

    def applicable_commands(self) -> Iterator[Command]:
        """This screen's commands that would do something now."""
        return (item for item in commands_of(self.place) if not item.fixed and self.applies(item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Hide and refuse commands that do not apply."""
        command = command_of(self.place, action)
        return command is None or self.applies(command)


def reported(
    action: Callable[Concatenate[AnyPlace, Arguments], Awaitable[None]],
) -> Callable[Concatenate[AnyPlace, Arguments], Coroutine[Any, Any, None]]:
    """Let `action` of a screen show an error in a window instead of ending the app."""

    @wraps(action)
    async def guarded(
        screen: AnyPlace, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> None:
        try:
            await action(screen, *args, **kwargs)
        except (MdquizError, OSError) as problem:
            screen.mdquiz.report(problem)

    return guarded
