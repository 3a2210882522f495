"""`mdquiz completion`: the script that teaches a shell mdquiz's commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from mdquiz.cli.output import emit, narrate


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL."""
    kind = get_completion_class(shell)
    assert kind is not None
    root = ctx.find_root()
    emit(kind(root.command, {}, "mdquiz", "_MDQUIZ_COMPLETE").source())
    where = {
        "bash": "~/.local/share/bash-completion/completions/mdquiz",
        "zsh": "a file _mdquiz in a folder of your $fpath",
        "fish": "~/.config/fish/completions/mdquiz.fish",
    }[shell]
    narrate(f"Write this to {where}; the next shell knows it.")
