"""How sure the candidate is of an answer: sure, 50-50, one of three, blind; to be clicked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from mdquiz.exams.confidence import Bucket
from mdquiz.tui.widgets.chips import Chip

NAMES = {
    Bucket.SURE: ("sure", "sure"),
    Bucket.HALF: ("half", "50-50"),
    Bucket.THIRD: ("third", "1 of 3"),
    Bucket.BLIND: ("blind", "blind"),
}


class BucketChips(Horizontal):
    """A question and four chips in one line."""

    DEFAULT_CSS = """
    BucketChips { height: 1; padding: 0 1; background: $surface; }
    BucketChips Chip { margin: 0 2 0 0; }
    BucketChips Chip:hover { background: $panel; }
    """

    def compose(self) -> ComposeResult:
        """The question and the four."""
        yield Chip("confidence", id="bucket-question")
        for bucket, (name, _) in NAMES.items():
            yield Chip(f"say_confidence('{bucket.value}')", id=f"bucket-{name}")

    def show(self, said: Bucket) -> None:
        """Show what the candidate said."""
        self.query_one("#bucket-question", Chip).show(
            Content.assemble(("How sure?", "$foreground-muted"))
        )
        for bucket, (name, short) in NAMES.items():
            on = bucket is said
            words = short if self.screen.has_class("-narrow") else bucket.value
            self.query_one(f"#bucket-{name}", Chip).show(
                Content.assemble(
                    (
                        f"{'●' if on else '○'} {words}",
                        "bold $primary" if on else "$foreground-muted",
                    )
                )
            )
