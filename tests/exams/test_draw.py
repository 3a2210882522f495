from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.decks.entry import CardEntry
from mdquiz.errors import UsageError
from mdquiz.exams.blueprint import Blueprint, Selection, apportioned
from mdquiz.exams.draw import Drawing, available, draw
from mdquiz.exams.presets import load_preset


def entry(
    name: str,
    *,
    deck: str = "d",
    kind: str = "choice",
    tags: tuple[str, ...] = ("gs",),
    facts: tuple[str, ...] = (),
    part: str = "",
    passage: str = "",
    status: str = "",
    prompt: str = "",
) -> CardEntry:
    card = CardId(deck, name, part)
    return CardEntry(card, kind, prompt or name, tags, facts, "", passage, name, status)


def kind_of(card: CardEntry) -> str:
    return card.type


def many(count: int, **fields: str) -> list[CardEntry]:
    return [entry(f"{fields.get('kind', 'c')}{at:03}", **fields) for at in range(count)]  # type: ignore[arg-type]


def blueprint(
    preset: str = "upsc-cse-gs1",
    *,
    questions: int | None = None,
    seed: int = 1,
    tags: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
) -> Blueprint:
    selection = Selection(seed, questions=questions, tags=tags, formats=formats)
    return Blueprint(load_preset(preset), selection)


def drawn(drawing: Drawing) -> list[CardEntry]:
    return [card for _, cards in drawing.sections for card in cards]


def test_the_same_seed_draws_the_same_paper_in_whatever_order_decks_are_read() -> None:
    cards = many(300)
    one = draw(blueprint(), cards, kind_of)
    assert drawn(one) == drawn(draw(blueprint(), list(reversed(cards)), kind_of))
    assert drawn(one) != drawn(draw(blueprint(seed=2), cards, kind_of))
    assert len(drawn(one)) == 100


def test_the_order_of_the_paper_is_drawn_too() -> None:
    cards = many(20)
    one, other = (drawn(draw(blueprint(seed=seed), cards, kind_of)) for seed in (1, 2))
    assert set(one) == set(other) == set(cards)
    assert cards not in (one, other)
    assert one != other


def test_no_two_questions_ask_one_fact() -> None:
    cards = [entry(f"q{at}", facts=(f"fact{at // 3}",)) for at in range(30)]
    facts = [card.facts[0] for card in drawn(draw(blueprint(), cards, kind_of))]
    assert sorted(facts) == sorted(set(facts))
    assert len(facts) == 10


def test_one_gap_of_a_cloze_is_asked() -> None:
    cards = [entry("q", kind="cloze", part=str(part)) for part in (1, 2, 3)]
    assert len(drawn(draw(blueprint(formats=("cloze",)), cards, kind_of))) == 1


def test_the_same_question_in_two_decks_is_asked_once() -> None:
    cards = [entry("q", deck="one", prompt="Where?"), entry("q", deck="two", prompt=" where? ")]
    assert len(drawn(draw(blueprint(), cards, kind_of))) == 1


def test_facts_of_different_decks_are_different_facts() -> None:
    cards = [entry("a", deck="one", facts=("f",)), entry("b", deck="two", facts=("f",))]
    assert len(drawn(draw(blueprint(), cards, kind_of))) == 2


def test_dropped_and_stale_questions_are_not_asked() -> None:
    cards = [entry("a", status="dropped"), entry("b", status="stale"), entry("c")]
    assert [card.card.question for card in drawn(draw(blueprint(), cards, kind_of))] == ["c"]


def test_topics_are_asked_in_proportion_to_what_the_decks_hold() -> None:
    cards = [entry(f"p{at}", tags=("polity",)) for at in range(300)]
    cards += [entry(f"e{at}", tags=("economy",)) for at in range(100)]
    topics = Counter(card.tags[0] for card in drawn(draw(blueprint(questions=40), cards, kind_of)))
    assert topics == {"polity": 30, "economy": 10}


def test_a_small_topic_is_not_forgotten() -> None:
    cards = [entry(f"p{at}", tags=("polity",)) for at in range(300)]
    cards += [entry(f"a{at}", tags=("art",)) for at in range(6)]
    topics = Counter(card.tags[0] for card in drawn(draw(blueprint(), cards, kind_of)))
    assert topics["art"] == 2


def test_a_preset_can_weigh_its_topics() -> None:
    preset = replace(
        load_preset("upsc-cse-gs1"), topics=MappingProxyType({"polity": 3, "economy": 1})
    )
    cards = [entry(f"p{at}", tags=("polity.courts",)) for at in range(50)]
    cards += [entry(f"e{at}", tags=("economy",)) for at in range(50)]
    cards += [entry(f"o{at}", tags=("other",)) for at in range(50)]
    drawing = draw(Blueprint(preset, Selection(1, questions=40)), cards, kind_of)
    topics = Counter(card.tags[0] for card in drawn(drawing))
    assert topics == {"polity.courts": 30, "economy": 10}


def test_formats_are_asked_in_proportion_too() -> None:
    cards = many(90) + many(30, kind="statements")
    kinds = Counter(card.type for card in drawn(draw(blueprint(questions=40), cards, kind_of)))
    assert kinds == {"choice": 30, "statements": 10}


def test_a_tag_chooses_its_sub_topics_and_no_namesake() -> None:
    cards = [entry("a", tags=("ir.quad",)), entry("b", tags=("irrigation",)), entry("c")]
    found = drawn(draw(blueprint(tags=("ir",)), cards, kind_of))
    assert [card.card.question for card in found] == ["a"]


def test_a_small_deck_says_what_was_left_out_and_why() -> None:
    cards = many(5) + many(7, kind="short") + many(3, kind="cloze")
    drawing = draw(blueprint(), cards, kind_of)
    assert len(drawn(drawing)) == 5
    assert "3 cloze, 7 short" in " ".join(drawing.notes)


def test_the_learner_can_ask_for_other_formats() -> None:
    cards = many(5) + many(7, kind="short")
    drawing = draw(blueprint(formats=("choice", "short"), questions=12), cards, kind_of)
    assert (len(drawn(drawing)), drawing.notes) == (12, ())


def test_questions_on_one_passage_stay_together() -> None:
    cards = [entry(f"q{at}", passage="p1" if at % 3 == 0 else "") for at in range(30)]
    order = [card.passage for card in drawn(draw(blueprint(), cards, kind_of))]
    first = order.index("p1")
    assert order[first : first + 10] == ["p1"] * 10


def test_sections_are_drawn_from_their_own_topics() -> None:
    cards = [
        entry(f"{tag}{at}", tags=(tag,))
        for tag in ("reasoning", "gk", "quant", "english")
        for at in range(40)
    ]
    drawing = draw(blueprint("ssc-cgl-t1"), cards, kind_of)
    found = [(len(cards), {card.tags[0] for card in cards}) for _, cards in drawing.sections]
    assert found == [(25, {"reasoning"}), (25, {"gk"}), (25, {"quant"}), (25, {"english"})]
    assert drawing.notes == ()


def test_sections_without_questions_of_their_own_share_the_rest_and_say_so() -> None:
    drawing = draw(blueprint("ssc-cgl-t1"), many(40), kind_of)
    assert [len(cards) for _, cards in drawing.sections] == [10, 10, 10, 10]
    assert 'tag of the section "Quantitative Aptitude" (quant)' in " ".join(drawing.notes)


def test_numeric_sections_ask_numbers() -> None:
    tags = ("maths", "physics", "chemistry")
    cards = [entry(f"c{tag}{at}", tags=(tag,)) for tag in tags for at in range(30)]
    cards += [entry(f"n{tag}{at}", tags=(tag,), kind="short") for tag in tags for at in range(9)]
    drawing = draw(
        blueprint("jee-main-1"), cards, lambda card: "numeric" if card.type == "short" else "choice"
    )
    assert [len(cards) for _, cards in drawing.sections] == [20, 5, 20, 5, 20, 5]


def test_what_is_left_out_for_its_format_is_counted_as_the_form_counts_it() -> None:
    cards = [*many(3), *many(4, kind="short"), *many(2, kind="number")]

    def form(card: CardEntry) -> str:
        return "numeric" if card.type == "number" else card.type

    (said,) = draw(blueprint(), cards, form).notes
    assert "2 numeric, 4 short" in said
    assert available(blueprint(), cards, form).formats == {"choice": 3, "short": 4, "numeric": 2}


def test_what_decks_mark_as_dropped_is_said_of_a_short_paper() -> None:
    cards = [*many(3), entry("a", status="dropped"), entry("b", status="stale")]
    assert draw(blueprint(), cards, kind_of).notes == (
        "Left out, as their decks say so: 1 dropped, 1 stale.",
    )


def test_questions_that_no_section_asks_are_counted_among_those_left_out() -> None:
    tags = ("reasoning", "gk", "quant", "english", "polity")
    cards = [entry(f"{tag}{at}", tags=(tag,)) for tag in tags for at in range(3)]
    drawing = draw(blueprint("ssc-cgl-t1"), cards, kind_of)
    assert (len(drawn(drawing)), drawing.fitting) == (12, 12)
    assert drawing.notes[-1] == "Left out, as no section asks their topic: 3 questions."


def hundred_facts() -> list[CardEntry]:
    """A choice on each of 100 facts, and 25 sets of statements on four of them each."""
    cards = [entry(f"c{at}", facts=(f"f{at}",)) for at in range(100)]
    return cards + [
        entry(f"s{at}", kind="statements", facts=tuple(f"f{4 * at + n}" for n in range(4)))
        for at in range(25)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_a_paper_is_full_whenever_the_facts_suffice(seed: int) -> None:
    drawing = draw(blueprint(seed=seed), hundred_facts(), kind_of)
    assert (len(drawn(drawing)), drawing.notes) == (100, ())


def test_a_paper_keeps_its_mix_of_formats_as_far_as_it_can_be_full() -> None:
    kinds = Counter(
        card.type for card in drawn(draw(blueprint(questions=85), hundred_facts(), kind_of))
    )
    assert kinds == {"choice": 80, "statements": 5}


@pytest.mark.parametrize("questions", [20, 60])
def test_how_many_can_be_asked_is_no_matter_of_the_seed(questions: int) -> None:
    rng = random.Random(4)
    facts = [f"f{at}" for at in range(40)]
    cards = [entry(f"q{at}", facts=tuple(rng.sample(facts, rng.randint(1, 4)))) for at in range(90)]
    found = [draw(blueprint(questions=questions, seed=seed), cards, kind_of) for seed in range(12)]
    assert len({(len(drawn(drawing)), drawing.askable) for drawing in found}) == 1
    assert len({tuple(drawn(drawing)) for drawing in found}) > 1
    assert {drawing.fitting for drawing in found} == {90}


def test_subject_sections_take_no_aptitude_questions() -> None:
    cards = [entry(f"a{at}", tags=("aptitude",)) for at in range(40)]
    cards += [entry(f"s{at}", tags=("networks",)) for at in range(20)]
    drawing = draw(blueprint("gate"), cards, kind_of)
    topics = [{card.tags[0] for card in section} for _, section in drawing.sections]
    assert topics == [{"aptitude"}, {"aptitude"}, {"networks"}, {"networks"}]


def test_a_seed_below_zero_is_another_seed() -> None:
    cards = many(300)
    one, other = (drawn(draw(blueprint(seed=seed), cards, kind_of)) for seed in (5, -5))
    assert one != other


def test_what_is_available_is_counted_by_topic_and_format() -> None:
    cards = [*many(5), *many(7, kind="short"), entry("x", tags=("ir",))]
    found = available(blueprint(), cards, kind_of)
    assert (found.total, found.unasked) == (6, 7)
    assert found.topics == {"gs": 5, "ir": 1}
    assert found.formats == {"choice": 6, "short": 7}


@pytest.mark.parametrize("questions", [0, -1, 1001])
def test_a_size_that_no_paper_has_is_refused(questions: int) -> None:
    with pytest.raises(UsageError):
        blueprint(questions=questions)


def test_time_follows_the_number_of_questions_unless_it_is_stated() -> None:
    preset = load_preset("upsc-cse-gs1")
    assert Blueprint(preset, Selection(1, questions=25)).minutes == 30
    assert Blueprint(preset, Selection(1, questions=25, minutes=60)).minutes == 60


def test_a_smaller_paper_keeps_the_proportions_of_its_sections() -> None:
    plans = blueprint("ibps-po-pre", questions=20).plans()
    assert [(plan.count, plan.minutes) for plan in plans] == [
        (6, Fraction(4)),
        (7, Fraction(4)),
        (7, Fraction(4)),
    ]


def test_minutes_that_are_stated_are_shared_out_among_locked_sections() -> None:
    selection = Selection(1, questions=20, minutes=30)
    plans = Blueprint(load_preset("ibps-po-pre"), selection).plans()
    assert [plan.minutes for plan in plans] == [Fraction(10)] * 3


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8), st.integers(0, 300))
def test_shares_add_up_and_are_never_off_by_one_or_more(weights: list[int], seats: int) -> None:
    shares = apportioned(weights, seats)
    assert sum(shares) == seats
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - weight * seats / sum(weights)) < 1


CARDS = st.lists(
    st.builds(
        entry,
        st.sampled_from([f"q{at}" for at in range(12)]),
        deck=st.sampled_from(["d", "e"]),
        kind=st.sampled_from(["choice", "statements", "short"]),
        tags=st.sampled_from([(), ("gs",), ("gs.ir",), ("quant",)]),
        facts=st.sets(st.sampled_from("abcdef"), max_size=2).map(
            lambda facts: tuple(sorted(facts))
        ),
        part=st.sampled_from(["", "1", "2"]),
    ),
    max_size=30,
    unique_by=lambda card: card.card,
)


@given(CARDS, st.sampled_from(["upsc-cse-gs1", "ssc-cgl-t1"]), st.integers(1, 120))
def test_a_paper_never_asks_a_card_or_a_fact_twice(
    cards: list[CardEntry], preset: str, questions: int
) -> None:
    found = drawn(draw(blueprint(preset, questions=questions), cards, kind_of))
    asked = [(card.card.deck, card.card.question) for card in found]
    facts = [(card.card.deck, fact) for card in found for fact in card.facts]
    assert len(asked) == len(set(asked)) <= questions
    assert len(facts) == len(set(facts))
