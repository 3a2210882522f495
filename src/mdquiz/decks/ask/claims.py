"""Put statements and rows: numbered claims, the question proper below them, coded options."""

from __future__ import annotations

from mdquiz.decks.ask.coded import coded_options
from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.ask.wording import label
from mdquiz.decks.asked import Asked, Claim, Form
from mdquiz.decks.kinds.rows import Rows
from mdquiz.decks.kinds.statements import Statements


def ask_statements(question: Statements, setting: Setting) -> Asked:
    """`question` as it is put."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    shown = question.statements if translation is None else translation.statements
    claims = tuple(
        Claim(
            label=label(at, question.labels),
            text=each.text,
            true=question.statements[at].true,
            why=each.why or question.statements[at].why,
            original=each.original or question.statements[at].original,
        )
        for at, each in enumerate(shown)
    )
    prompt = question.prompt if translation is None else translation.prompt
    return _coded(question, claims, prompt, "statements", setting)


def ask_rows(question: Rows, setting: Setting) -> Asked:
    """`question` as it is put: two columns are pairs, more are rows of a table."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    shown = question.rows if translation is None else translation.rows
    claims = tuple(
        Claim(
            label=label(at, question.labels),
            text=" : ".join(each.cells),
            true=question.rows[at].true,
            why=each.why or question.rows[at].why,
            original=each.original or question.rows[at].original,
        )
        for at, each in enumerate(shown)
    )
    prompt = question.prompt if translation is None else translation.prompt
    columns = question.columns if translation is None else translation.columns
    about = "pairs" if len(columns) == 2 else "rows"
    return _coded(question, claims, prompt, about, setting, columns)


def _coded(
    question: Statements | Rows,
    claims: tuple[Claim, ...],
    prompt: str,
    about: str,
    setting: Setting,
    columns: tuple[str, ...] = (),
) -> Asked:
    labels = [claim.label for claim in claims]
    options = coded_options(question.truths, question.ask, labels, about, question.options, setting)
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.ONE,
        language=setting.language,
        stem=prompt or setting.words.consider[about],
        claims=claims,
        columns=columns,
        closing=setting.words.closing[about, question.ask],
        options=options,
        answer=next(option.text for option in options if option.right),
    )
