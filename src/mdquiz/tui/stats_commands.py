"""The commands of the stats screen."""

from __future__ import annotations

from mdquiz.tui.command import Command

STATS_COMMANDS: tuple[Command, ...] = (
    Command("stats.next-section", "right,l,tab", "Next", "The next page.", footer=1),
    Command("stats.previous-section", "left,h,shift+tab", "Previous", "The page before."),
    Command("stats.section", "", "Page", "Open that page.", fixed=True, shown_keys="1–9"),
    Command(
        "stats.period",
        "p",
        "Period",
        "Look at the last week, month, quarter, year, or all there is.",
        footer=2,
    ),
    Command("stats.drill", "d", "Drill these", "Drill the cards that give you trouble.", footer=3),
    Command(
        "stats.replay",
        "r",
        "Play anew",
        "Reckon anew what to expect of the plan, with what was answered since.",
        footer=3,
    ),
    Command(
        "stats.set-plan",
        "e",
        "Set plan",
        "Set the day of the exam, the time of a day and the days of rest.",
        footer=2,
    ),
    Command("stats.scroll-down", "down,j,pagedown,space", "More", "Read on.", footer=4),
    Command("stats.scroll-up", "up,k,pageup", "Up", "Read back."),
    Command("stats.home", "q,escape", "Home", "Back to the decks.", footer=5),
)
