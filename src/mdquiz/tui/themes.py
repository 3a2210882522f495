"""The colours to choose from: two of our own, made for long reading, and a few well known ones."""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="mdquiz-night",
    primary="#86aed6",
    secondary="#93a1b3",
    accent="#dfae6e",
    success="#93c47d",
    warning="#e0b566",
    error="#e0808a",
    foreground="#dce0e5",
    background="#15181d",
    surface="#1c2027",
    panel="#272d36",
    dark=True,
    variables={
        "scrollbar": "#39414d",
        "scrollbar-hover": "#4a5462",
        "scrollbar-active": "#86aed6",
        "scrollbar-background": "#15181d",
        "scrollbar-background-hover": "#15181d",
        "scrollbar-background-active": "#15181d",
    },
)

PAPER = Theme(
    name="mdquiz-paper",
    primary="#2c5f8f",
    secondary="#6b665c",
    accent="#96560f",
    success="#34722f",
    warning="#8a5d06",
    error="#ab3333",
    foreground="#2f2c27",
    background="#f7f4ed",
    surface="#efebe1",
    panel="#e3dccd",
    dark=False,
    variables={
        "scrollbar": "#cfc6b3",
        "scrollbar-hover": "#b9ae98",
        "scrollbar-active": "#2c5f8f",
        "scrollbar-background": "#f7f4ed",
        "scrollbar-background-hover": "#f7f4ed",
        "scrollbar-background-active": "#f7f4ed",
    },
)

OWN_THEMES = (NIGHT, PAPER)
DEFAULT_THEME = NIGHT.name

OFFERED = (
    NIGHT.name,
    PAPER.name,
    "nord",
    "gruvbox",
    "tokyo-night",
    "catppuccin-mocha",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "ansi-dark",
    "ansi-light",
)
"""In the order they are listed; the last two take the terminal's own colours."""
