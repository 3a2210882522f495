"""Writes docs/reference from the code: commands, settings, keys, and the schema of a deck.

Run `python scripts/reference.py`; the tests check that what it would write is what stands there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def pages() -> dict[str, str]:
    """File names in docs/reference and what belongs in them."""
    from mdquiz.decks.schema import deck_schema
    from mdquiz.tui.commands import keys_page

    return {
        "cli.md": cli_page(),
        "settings.md": settings_page(),
        "keys.md": keys_page(),
        "deck.schema.json": json.dumps(deck_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def cli_page() -> str:
    """Every command with its own help."""
    from mdquiz.cli.main import main

    parts = ["# Commands\n\nMade from the code by `python scripts/reference.py`.\n"]
    for path, command in _commands("mdquiz", main):
        context = click.Context(command, info_name=path, max_content_width=88, terminal_width=88)
        parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from _commands(f"{path} {name}", child)


def settings_page() -> str:
    """Every setting with its default and meaning."""
    from mdquiz.settings import default, setting_names, words

    rows = "\n".join(
        f"| `{name}` | `{json.dumps(default(name))}` | {words(name)} |" for name in setting_names()
    )
    return (
        "# Settings\n\nMade from the code by `python scripts/reference.py`. "
        "They stand in `config.toml`; `mdquiz config` shows where, and changes them.\n\n"
        f"| setting | default | meaning |\n|---|---|---|\n{rows}\n"
    )


if __name__ == "__main__":
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
