"""Put an order: its items shuffled, never in their right order already."""

from __future__ import annotations

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.asked import Asked, Form
from mdquiz.decks.kinds.order import Order


def ask_order(question: Order, setting: Setting) -> Asked:
    """`question` as it is put."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    shown = question if translation is None else translation
    order = list(range(len(shown.sequence)))
    setting.rng.shuffle(order)
    if order == sorted(order):
        order = [*order[1:], order[0]]
    words = setting.words
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.ARRANGE,
        language=setting.language,
        stem=shown.prompt or words.opening,
        closing=words.arrange.format(shown.axis),
        arrange=tuple(shown.sequence[at] for at in order),
        arrange_key=shown.sequence,
        answer=" → ".join(shown.sequence),
    )
