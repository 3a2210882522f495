"""`mdquiz config`: look at the settings and change them."""

from __future__ import annotations

import click

from mdquiz.cli.context import format_option
from mdquiz.cli.output import emit, emit_json, narrate


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Take the setting back to its default.")
@format_option()
def config(name: str | None, value: str | None, unset: bool, output_format: str) -> None:
    """Show all settings, one setting, or set NAME to VALUE.

    \b
    mdquiz config                       all settings and where they stand
    mdquiz config new_per_day           one of them
    mdquiz config new_per_day 30        change it
    mdquiz config new_per_day --unset   back to the default
    """
    from mdquiz.paths import places
    from mdquiz.settings import (
        as_toml,
        load_settings,
        parsed,
        save_setting,
        setting_names,
        words,
    )

    file = places().settings_file
    if name is None:
        settings = load_settings(file)
        values = {each: getattr(settings, each) for each in setting_names()}
        if output_format == "json":
            emit_json(values)
            return
        for each, now in values.items():
            emit(f"{each} = {as_toml(now)}")
            narrate(f"    {words(each)}")
        narrate(f"They stand in {file}.")
        return
    if value is not None or unset:
        settings = save_setting(file, name, None if value is None else parsed(name, value))
        narrate(f"{name} = {as_toml(getattr(settings, name))}, in {file}.")
        return
    meaning = words(name)
    now = getattr(load_settings(file), name)
    if output_format == "json":
        emit_json({name: now})
        return
    emit(as_toml(now))
    narrate(meaning)
