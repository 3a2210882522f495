"""Small things to click along one line: the four ratings, and how sure the learner is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from mdquiz.grading.verdict import Confidence, Rating
from mdquiz.tui.days import days_words
from mdquiz.tui.widgets.still import StillRow

RATING_LABELS = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}

CONFIDENCES = (Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)
CONFIDENCE_LABELS = {
    Confidence.SURE: "sure",
    Confidence.UNSURE: "unsure",
    Confidence.GUESS: "a guess",
}


class Chip(Widget):
    """One or two short lines that run an action of the screen when clicked."""

    DEFAULT_CSS = """
    Chip { height: auto; width: auto; text-wrap: nowrap; }
    """

    def __init__(self, action: str, *, classes: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(classes=classes, id=id)
        self._action = action
        self._content = Content("")

    def show(self, content: Content) -> None:
        """Show `content` instead."""
        if content.plain != self._content.plain or content.spans != self._content.spans:
            self._content = content
            self.refresh(layout=True)

    def render(self) -> Content:
        """What it says."""
        return self._content

    async def on_click(self) -> None:
        """Run the action."""
        await self.screen.run_action(self._action)


class Ratings(StillRow):
    """1 Again, 2 Hard, 3 Good, 4 Easy, each with the days until the card returns."""

    DEFAULT_CSS = """
    Ratings { height: auto; padding: 0 1; background: $surface; }
    Ratings Chip { width: 1fr; max-width: 18; padding: 0 1; }
    Ratings Chip:hover { background: $panel; }
    Ratings Chip.-suggested { background: $panel; }
    """

    def compose(self) -> ComposeResult:
        """Four chips."""
        for rating, label in RATING_LABELS.items():
            yield Chip(label.lower(), id=f"rate-{rating.value}")

    def show(self, intervals: Mapping[Rating, int], suggested: Rating | None) -> None:
        """Show what each rating means for the card, and which one Enter takes.

        Args:
            intervals: Days until it returns, by rating; empty where nothing is scheduled.
            suggested: The rating that Enter takes; None where only the learner can say.
        """
        for rating, label in RATING_LABELS.items():
            chip = self.query_one(f"#rate-{rating.value}", Chip)
            chosen = rating is suggested
            chip.set_class(chosen, "-suggested")
            below = f"\n{days_words(intervals[rating])}" if rating in intervals else ""
            chip.show(
                Content.assemble(
                    (str(rating.value), "bold $accent"),
                    (f" {label}", "bold" if chosen else ""),
                    (" ⏎" if chosen else "", "$accent"),
                    (below, "$foreground-muted"),
                )
            )


class Sureness(StillRow):
    """How sure the learner says they are, before the verdict."""

    DEFAULT_CSS = """
    Sureness { height: 2; padding: 0 1; background: $surface; }
    Sureness Chip { margin: 0 2 0 0; }
    Sureness Chip:hover { background: $panel; }
    """

    def compose(self) -> ComposeResult:
        """A question and three chips."""
        yield Chip("confidence", id="sure-question")
        for confidence in CONFIDENCES:
            yield Chip(f"sure('{confidence.value}')", id=f"sure-{confidence.value}")

    def show(self, said: Confidence) -> None:
        """Show what the learner said."""
        self.query_one("#sure-question", Chip).show(
            Content.assemble(("How sure?", "$foreground-muted"))
        )
        for confidence in CONFIDENCES:
            on = confidence is said
            self.query_one(f"#sure-{confidence.value}", Chip).show(
                Content.assemble(
                    (
                        f"{'●' if on else '○'} {CONFIDENCE_LABELS[confidence]}",
                        "bold $primary" if on else "$foreground-muted",
                    )
                )
            )
