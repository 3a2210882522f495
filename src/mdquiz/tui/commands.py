"""Every command of the app, once: keys, footer, palette, help and the key table come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

from mdquiz.tui.command import PLACE_WORDS, Command, Place
from mdquiz.tui.deck_review_commands import DECK_REVIEW_COMMANDS
from mdquiz.tui.exam_commands import EXAM_COMMANDS
from mdquiz.tui.stats_commands import STATS_COMMANDS

__all__ = ["COMMANDS", "PLACE_WORDS", "Command", "Place", "bindings", "command_of", "commands_of"]

ASKING = "asking"
ANSWERED = "answered"

FOOTER_LIMIT = 6
"""More keys than this overflow a line of 80 columns."""

_IN_ASKING = frozenset({ASKING})
_IN_ANSWERED = frozenset({ANSWERED})

COMMANDS: tuple[Command, ...] = (
    # Everywhere
    Command(
        "app.help-keys", "question_mark,f1", "Help", "Show what every key does here.", footer=99
    ),
    Command("app.command-palette", "ctrl+p", "Commands", "Find a command by its name."),
    Command("app.choose-theme", "ctrl+t", "Colours", "Choose other colours; they are remembered."),
    Command("app.leave", "ctrl+q", "Quit", "Leave mdquiz; every answer is saved already."),
    # Home
    Command("home.drill", "enter", "Drill", "Drill today's cards of the chosen deck.", footer=1),
    Command("home.drill-all", "a", "All decks", "Drill today's cards of all decks.", footer=2),
    Command(
        "home.ahead",
        "n",
        "Ahead",
        "Drill the chosen deck ahead of its schedule, soonest due first.",
    ),
    Command(
        "home.cram",
        "c",
        "Cram",
        "Go through the whole chosen deck; the schedule stays as it is.",
        footer=7,
    ),
    Command(
        "home.resume-exam", "x", "Resume exam", "Go on with the exam that is running.", footer=1
    ),
    Command("home.exams", "m", "Mock exams", "Take a mock exam, or look at those taken.", footer=3),
    Command(
        "home.stats",
        "s",
        "Stats",
        "See what you remember, what waits, and what it adds up to.",
        footer=4,
    ),
    Command("home.browse", "b,slash", "Browse", "Search and read all questions.", footer=6),
    Command("home.edit", "e", "Edit deck", "Open the chosen deck in your editor."),
    Command("home.problems", "p", "Problems", "Show what is wrong in the deck files."),
    Command("home.reload", "r,f5", "Reload", "Read changed decks again."),
    Command("home.leave", "q", "Quit", "Leave mdquiz.", footer=5),
    Command(
        "home.choose", "up,down,j,k", "Choose", "Choose a deck.", fixed=True, shown_keys="↑ ↓ j k"
    ),
    # Drill, before the answer
    Command(
        "drill.submit",
        "enter",
        "Answer",
        "Answer with what is typed or chosen; with nothing given, show the answer.",
        phases=_IN_ASKING,
        footer=1,
    ),
    Command(
        "drill.option",
        "",
        "Choose",
        "Answer with that option, or place that item.",
        phases=_IN_ASKING,
        fixed=True,
        shown_keys="1–8 a–h t f",
    ),
    Command("drill.next-option", "down,j", "Next option", "Move to the next option, or scroll."),
    Command(
        "drill.previous-option", "up,k", "Previous option", "Move to the option above, or scroll."
    ),
    Command(
        "drill.toggle-option",
        "space",
        "Tick",
        "Tick the option you are on, where several may be right.",
        phases=_IN_ASKING,
    ),
    Command(
        "drill.take-back",
        "backspace",
        "Take back",
        "Take back the item placed last.",
        phases=_IN_ASKING,
    ),
    Command(
        "drill.reveal",
        "r,ctrl+r",
        "Show answer",
        "Show the answer and rate yourself.",
        phases=_IN_ASKING,
        footer=2,
    ),
    Command(
        "drill.confidence",
        "f2,w",
        "How sure?",
        "Say how sure you are before you answer: sure, unsure, a guess.",
        phases=_IN_ASKING,
        footer=3,
    ),
    Command(
        "drill.skip",
        "n,f6",
        "Later",
        "Ask this question at the end of the sitting.",
        phases=_IN_ASKING,
        footer=4,
    ),
    # Drill, after the verdict
    Command(
        "drill.go-on",
        "enter",
        "Next",
        "Take the suggested rating and go on.",
        phases=_IN_ANSWERED,
        footer=1,
    ),
    Command("drill.again", "1", "Again", "I did not know it.", phases=_IN_ANSWERED),
    Command("drill.hard", "2", "Hard", "I knew it with effort.", phases=_IN_ANSWERED),
    Command("drill.good", "3", "Good", "I knew it.", phases=_IN_ANSWERED),
    Command("drill.easy", "4", "Easy", "I knew it at once.", phases=_IN_ANSWERED),
    Command(
        "drill.source",
        "s,f3",
        "Source",
        "Show the passage of the notes it was made from.",
        footer=6,
    ),
    # Drill, at any time
    Command(
        "drill.why",
        "y,ctrl+y",
        "Why?",
        "Tell why this card is asked today: what it is worth by your plan, or when it is due.",
    ),
    Command("drill.undo", "u,ctrl+z", "Undo", "Take back the last answer.", footer=5),
    Command(
        "drill.language",
        "l,f4",
        "Language",
        "Show the question in the deck's other language.",
        footer=7,
    ),
    Command("drill.edit", "o,f5", "Edit", "Open the deck in your editor at this question."),
    Command("drill.bury", "z,f7", "Bury", "Put this card off until tomorrow."),
    Command("drill.suspend", "x,f8", "Suspend", "Do not ask this card again until you resume it."),
    Command("drill.flag", "m,f9", "Flag", "Mark this card (⚑) for a second look.", footer=8),
    Command(
        "drill.reset", "ctrl+n", "Start afresh", "Forget this card's history and learn it anew."
    ),
    Command("drill.scroll-down", "pagedown", "Page down", "Read on."),
    Command("drill.scroll-up", "pageup", "Page up", "Read back."),
    Command("drill.leave", "q,escape,f10", "End", "End the sitting and see how it went.", footer=9),
    # Summary
    Command("summary.home", "enter,q,escape", "Home", "Back to the decks.", footer=1),
    Command(
        "summary.redo",
        "r",
        "Redo misses",
        "Go through what was missed or guessed once more; the schedule stays.",
        footer=2,
    ),
    Command("summary.resume", "c", "Go on", "Go on with the sitting where you left it.", footer=4),
    Command("summary.undo", "u,ctrl+z", "Undo", "Take back the last answer.", footer=3),
    Command("summary.scroll-down", "down,j,pagedown,space", "Down", "Read on."),
    Command("summary.scroll-up", "up,k,pageup", "Up", "Read back."),
    # Browse
    Command("browse.drill", "d", "Drill these", "Drill the cards found.", footer=2),
    Command("browse.search", "slash,ctrl+f", "Search", "Write in the search line.", footer=1),
    Command("browse.suspend", "x,f8", "Suspend", "Set this card aside, or resume it.", footer=3),
    Command("browse.flag", "m,f9", "Flag", "Flag this card (⚑), or take the flag off.", footer=4),
    Command("browse.answer", "s,f3", "Answer", "Show or hide the answer in the preview."),
    Command(
        "browse.why",
        "y",
        "Why?",
        "Tell why this card is asked today or is not: by your plan, or by its due day.",
    ),
    Command("browse.edit", "o,f5", "Edit", "Open the deck in your editor at this question."),
    Command("browse.language", "l,f4", "Language", "Show the other language."),
    Command("browse.preview", "enter", "Read", "Read the question on the whole screen."),
    Command(
        "browse.choose",
        "up,down,pageup,pagedown",
        "Choose",
        "Move through the list.",
        fixed=True,
        shown_keys="↑ ↓ PgUp PgDn",
    ),
    Command("browse.home", "q,escape", "Home", "Back to the decks.", footer=5),
    *STATS_COMMANDS,
    *EXAM_COMMANDS,
    *DECK_REVIEW_COMMANDS,
)


_BY_ACTION = {(command.place, command.action): command for command in COMMANDS}


def commands_of(place: Place) -> Iterator[Command]:
    """The commands of one place, in the order they are documented."""
    return (command for command in COMMANDS if command.place is place)


def command_of(place: Place, action: str) -> Command | None:
    """The command that `action` runs in `place`."""
    return _BY_ACTION.get((place, action))


def unknown_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Those of `ids` that stand for no command whose keys can be chosen, with the nearest ids.

    Returns:
        Words such as `"drill.undoo" (did you mean drill.undo?)`.
    """
    from difflib import get_close_matches

    known = [command.id for command in COMMANDS if not command.fixed]
    words = []
    for wanted in ids:
        if wanted not in known:
            near = get_close_matches(wanted, known, n=1)
            words.append(f'"{wanted}"' + (f" (did you mean {near[0]}?)" if near else ""))
    return tuple(words)


def bindings(place: Place) -> list[BindingType]:
    """Textual bindings of one place."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=bool(command.footer),
            tooltip=command.help,
            id=command.id,
        )
        for command in commands_of(place)
        if not command.fixed
    ]


_KEY_WORDS = {
    "question_mark": "?",
    "slash": "/",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "backspace": "⌫",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "delete": "Del",
    "down": "↓",
    "up": "↑",
}


def key_words(key: str) -> str:
    """One key as it is printed on a keyboard: `ctrl+z` is `^Z`, `question_mark` is `?`."""
    key = key.strip()
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    if key in _KEY_WORDS:
        return _KEY_WORDS[key]
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


def keys_words(command: Command, keymap: dict[str, str] | None = None) -> str:
    """The keys of `command` as words, with the learner's own where they set some."""
    own = (keymap or {}).get(command.id)
    if command.shown_keys and not own:
        return command.shown_keys
    return " ".join(key_words(key) for key in (own or command.keys).split(","))


def keys_page() -> str:
    """The reference page of all keys, in Markdown."""
    lines = [
        "# Keys",
        "",
        "Made from the app's own list of commands. `?` or F1 shows it in the app; Ctrl+P finds a",
        "command by name. While you type an answer, letters are text: use the function key beside",
        "the letter. `^Z` means Ctrl+Z.",
        "",
        "A command with an id can have other keys, in `config.toml` (`mdquiz doctor` says where):",
        "",
        "```toml",
        "[keys]",
        '"drill.undo" = "ctrl+z,u"',
        "```",
    ]
    for place in Place:
        lines += ["", f"## {PLACE_WORDS[place]}", "", "| keys | does | id |", "|---|---|---|"]
        for command in commands_of(place):
            name = "" if command.fixed else f"`{command.id}`"
            lines.append(f"| {keys_words(command)} | {command.help} | {name} |")
    return "\n".join(lines) + "\n"
