"""The command `mdquiz`: finds the subcommand, and turns every error into words and an exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from mdquiz import __version__
from mdquiz.cli.lazy import LazyGroup
from mdquiz.cli.output import ReaderGoneError, narrate, usable_streams
from mdquiz.errors import MdquizError

INTERRUPTED = 130
BUG = 70

COMMANDS = {
    "drill": "mdquiz.cli.drill:drill",
    "exam": "mdquiz.cli.exam:exam",
    "due": "mdquiz.cli.due:due",
    "plan": "mdquiz.cli.plan:plan",
    "stats": "mdquiz.cli.stats:stats",
    "simulate": "mdquiz.cli.simulate:simulate",
    "fit": "mdquiz.cli.fit:fit",
    "browse": "mdquiz.cli.browse:browse",
    "generate": "mdquiz.cli.generate:generate",
    "why": "mdquiz.cli.why:why",
    "list": "mdquiz.cli.decks:list_decks",
    "show": "mdquiz.cli.decks:show",
    "check": "mdquiz.cli.decks:check",
    "new": "mdquiz.cli.decks:new",
    "schema": "mdquiz.cli.decks:schema",
    "config": "mdquiz.cli.config:config",
    "doctor": "mdquiz.cli.progress:doctor",
    "backup": "mdquiz.cli.progress:backup",
    "restore": "mdquiz.cli.progress:restore",
    "export": "mdquiz.cli.progress:export",
    "completion": "mdquiz.cli.completion:completion",
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 a check found problems; 2 wrong usage; 3 a deck, 4 the progress, "
    "5 the settings, 6 a document cannot be used; 70 a bug in mdquiz; 130 interrupted.",
)
@click.version_option(__version__, message="mdquiz %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Drill your decks towards the exam day.

    Without a command, mdquiz opens the app on your decks.
    """
    if ctx.invoked_subcommand is None:
        from mdquiz.cli.drill import home

        ctx.exit(home())


def run() -> NoReturn:
    """The console script: `main`, with every error in words."""
    usable_streams()
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        return int(main(prog_name="mdquiz", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except MdquizError as problem:
        narrate(f"mdquiz: {problem.message}")
        if problem.hint:
            narrate(f"        {problem.hint}")
        return problem.exit_code
    except (KeyboardInterrupt, click.Abort):
        narrate("Interrupted. What was answered is saved.")
        return INTERRUPTED
    except ReaderGoneError:
        return 0
    except Exception as bug:
        from mdquiz.cli.crash import report

        report(bug)
        return BUG
