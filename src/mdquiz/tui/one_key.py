"""One key at a time: the next is looked at only when all that the last one set off is done.

Textual hands a key to the focused widget and takes the next one at once. A key that was pressed
while an answer is being saved would then act on what is not on the screen any more: typed ahead,
answers would be lost or meet the wrong question.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

LONGEST_WAIT_S = 5.0
"""An act that takes longer, such as a write to a disk that hangs, no longer holds up the keys."""


class OneKeyApp(App[None]):
    """An app that handles keys one after the other.

    Attributes:
        unforeseen: The error that ended the app; None where it was left as it should be.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unforeseen: Exception | None = None
        self._keys: deque[Key] = deque()
        self._handling: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        """Put keys into line; everything else goes its usual way."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        if self._handling is None or self._handling.done():
            self._handling = asyncio.create_task(self._handle_keys())

    async def keys_handled(self) -> None:
        """Wait until every key pressed so far has been handled."""
        await _drained(self)
        if self._handling is not None:
            await self._handling

    def _handle_exception(self, error: Exception) -> None:
        """Remember the first error that nobody foresaw, which ends the app."""
        if self.unforeseen is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.unforeseen = cause if isinstance(cause, Exception) else error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Print nothing: whoever runs the app tells of `unforeseen`, without a traceback."""
        self._exit_renderables.clear()

    async def _handle_keys(self) -> None:
        while self._keys and self.is_running:
            target = self.focused or self.screen
            try:
                await super().on_event(self._keys.popleft())
            except Exception as error:
                self._handle_exception(error)
            # A key goes from the widget to the screen to the app, whose bindings may send the
            # widget a message, which goes to the screen.
            for pump in (target, self.screen, self, target, self.screen):
                await _drained(pump)


async def _drained(pump: MessagePump) -> None:
    """Wait until `pump` has handled what it was sent before."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), LONGEST_WAIT_S)
