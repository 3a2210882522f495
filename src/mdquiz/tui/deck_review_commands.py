"""The commands of going through a generated deck."""

from __future__ import annotations

from mdquiz.tui.command import Command

DECK_REVIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        "deck-review.accept", "a,1", "Accept", "Take the question as it is, and go on.", footer=1
    ),
    Command("deck-review.edit", "e,2", "Edit", "Write it anew in your editor.", footer=3),
    Command(
        "deck-review.reject",
        "r,3,x",
        "Reject",
        "Take it out of the deck for good: generating again leaves it out.",
        footer=2,
    ),
    Command("deck-review.next", "n,right,enter,space", "Next", "Go on without deciding.", footer=4),
    Command("deck-review.previous", "p,left", "Back", "The question before."),
    Command("deck-review.undo", "u,ctrl+z", "Undo", "Take back the last decision."),
    Command(
        "deck-review.show",
        "f,4",
        "Show",
        "Show those to do, all, the accepted, the edited, or the rejected.",
    ),
    Command("deck-review.types", "t,5", "Types", "Go through some question types only."),
    Command("deck-review.rules", "w,6", "Rules", "Go through what some rules wrote only."),
    Command("deck-review.source", "s,f3", "Passage", "Read the passage on the whole screen."),
    Command("deck-review.scroll-down", "down,j,pagedown", "Down", "Read the question on."),
    Command("deck-review.scroll-up", "up,k,pageup", "Up", "Read the question back."),
    Command(
        "deck-review.leave",
        "q,escape,f10",
        "End",
        "Leave; every decision is saved, and the same command goes on here.",
        footer=5,
    ),
)
