"""What every key does: made from the registry, for the place the learner is in first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from mdquiz.tui.commands import PLACE_WORDS, Place, commands_of, keys_words
from mdquiz.tui.widgets.prose import Block, Prose


class HelpScreen(ModalScreen[None]):
    """All commands of one place, then those that work everywhere, then the other places."""

    BINDINGS = [
        ("escape,q,enter,question_mark,f1", "close", "Close"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """One block a command: keys, then words."""
        keymap = dict(getattr(self.app, "desk").settings.keys)  # noqa: B009
        others = [place for place in Place if place not in (self.place, Place.APP)]
        blocks: list[Block] = []
        for place in (self.place, Place.APP, *others):
            blocks.append(Block(PLACE_WORDS[place], "bold $primary", gap=1))
            for command in commands_of(place):
                keys = keys_words(command, keymap)
                blocks.append(Block(command.help, lead=f"  {keys:<12} ", lead_style="$accent"))
        blocks.append(
            Block(
                "While you type an answer, letters are text: use the key beside the letter. "
                "^Z means Ctrl+Z. Other keys: the table [keys] in config.toml.",
                "$foreground-muted",
                gap=1,
            )
        )
        with VerticalScroll(classes="window", can_focus=False) as window:
            window.border_title = "Keys"
            window.border_subtitle = "Esc closes"
            yield Prose(blocks)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Move by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move by a page."""
        window = self.query_one(VerticalScroll)
        window.scroll_relative(y=pages * max(window.size.height - 1, 1), animate=False)
