from __future__ import annotations

from pathlib import Path

from textual.css.stylesheet import Stylesheet

from mdquiz.tui.stylesheet import ParsedOnce
from tests.tui.running import NINE_TYPES, press, running, settled


def said(sheet: Stylesheet) -> list[object]:
    """What every rule of a style sheet is about and sets."""
    return [(rule.selectors, repr(rule.styles.get_rules())) for rule in sheet.rules]


async def test_every_theme_has_the_styles_that_parsing_them_anew_gives(tmp_path: Path) -> None:
    async with running(tmp_path, NINE_TYPES) as (app, pilot):
        await press(pilot, "s", "escape")
        for theme in ("mdquiz-paper", "mdquiz-night", "mdquiz-paper"):
            app.theme = theme
            await settled(pilot)
            anew = Stylesheet(variables=app.get_css_variables())
            anew.source = dict(app.stylesheet.source)
            anew.parse()
            assert said(app.stylesheet) == said(anew)


def test_styles_added_later_do_not_have_the_others_parsed_anew() -> None:
    sheet = ParsedOnce()
    sheet.add_source("Label { color: red; }", read_from=("one.tcss", ""))
    first = sheet.rules[0]
    sheet.add_source("Label { color: blue; }", read_from=("two.tcss", ""))
    sheet.reparse()
    assert len(sheet.rules) == 2
    assert sheet.rules[0] is first
