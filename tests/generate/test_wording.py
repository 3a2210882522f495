"""How sentences of the notes come to stand on their own."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Make


def prompts(make: Make, text: str) -> list[str]:
    out = []
    for question in make(text).deck.questions:
        if question.type == "cloze":
            out.append(question.text)
        elif question.type == "statements":
            out += [s.original or s.text for s in question.statements]
        elif question.type in {"short", "choice", "true_false"}:
            out.append(question.prompt)
    return out


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "KABIL signed an MoU with Australia for a partnership.",
            "KABIL signed an MoU with which country for a partnership?",
        ),
        (
            "In 1992, Parliament passed the Amendment.",
            "In which year did Parliament pass the Amendment?",
        ),
        (
            "The Inter-State Council was set up in 1990 by an order.",
            "In which year was the Inter-State Council set up by an order?",
        ),
        (
            "Under Article 263, the President may establish an Inter-State Council.",
            "Under which Article may the President establish an Inter-State Council?",
        ),
        (
            "The Mission has an outlay of ₹500 crore for seven years.",
            "The Mission has an outlay of how much for seven years?",
        ),
        (
            "The Governor is appointed by the President for a term.",
            "The Governor is appointed by whom for a term?",
        ),
        (
            "The Salween lies between Nepal and China in the north.",
            "The Salween lies between which two countries in the north?",
        ),
        (
            "ADB to provide a $350 mn loan for roads in Assam.",
            "ADB is to provide a loan worth how much for roads in Assam?",
        ),
        (
            "- 1793: Permanent Settlement introduced by Lord Cornwallis",
            "In which year was Permanent Settlement introduced by Lord Cornwallis?",
        ),
        ("The Reserve Bank of India (RBI) issues notes.", "What does RBI stand for?"),
        ("## Lokpal\n\n- **Tenure**: five years", "What is the tenure of Lokpal?"),
        ("| Lake | State |\n|---|---|\n| Chilika | Odisha |", "Chilika is in which State?"),
    ],
)
def test_an_answer_is_asked_for_where_it_stands(make: Make, text: str, asked: str) -> None:
    assert asked in prompts(make, text + "\n")


def test_he_is_the_office_of_the_heading_and_never_the_article_or_who_appoints_him(
    make: Make,
) -> None:
    text = (
        "## Attorney General\n\nArticle 76 creates the office of the Attorney General. He is appointed by the "  # noqa: E501
        "President. He holds office for six years.\n"
    )
    said = " ".join(prompts(make, text))
    assert "Attorney General is appointed by whom?" in said
    assert "Article 76 is appointed" not in said
    assert "President holds" not in said


def test_he_is_the_person_before_not_the_heading(make: Make) -> None:
    text = "## Attorney General\n\nGandhi met Irwin in 1931. He signed the pact in Delhi.\n"
    assert not any("Attorney General signed" in prompt for prompt in prompts(make, text))


def test_they_are_not_a_single_body(make: Make) -> None:
    text = "The Commission consists of ten members. They are appointed by the President.\n"
    assert not any("Commission are appointed" in prompt for prompt in prompts(make, text))


def test_it_goes_back_past_its_own_sentences_only(make: Make) -> None:
    text = "The RBI was founded in 1935. It was nationalised in 1949. It issues notes worth ₹500 crore.\n"  # noqa: E501
    assert any("RBI nationalised" in prompt for prompt in prompts(make, text))


@pytest.mark.parametrize(
    "text",
    [
        "It was passed in 1909 by Parliament.",
        "These were signed in 1909 with France.",
    ],
)
def test_a_pronoun_that_stands_for_nothing_is_not_asked(make: Make, text: str) -> None:
    assert prompts(make, text + "\n") == []


def test_an_entry_of_a_timeline_keeps_its_own_year(make: Make) -> None:
    text = "### 1730\n\n1864: Imperial Forest Department set up.\n"
    answers = [q.answer for q in make(text).deck.questions if q.type == "short"]
    assert "1864" in answers
    assert "1730" not in answers


def test_what_stands_under_a_name_names_it(make: Make) -> None:
    text = (
        "- **SCO**: Founded in 2001 at Shanghai. India and Pakistan became full members in 2017.\n"
        "- **PM SVANidhi**\n  - Credit support: loan of ₹10,000 for street vendors\n"
        "  - Training stipend of ₹500 per day for each vendor\n"
    )
    asked = prompts(make, text)
    assert any("SCO" in p and "full members" in p for p in asked)
    assert all("SCO" in p for p in asked if "Pakistan" in p)
    assert all("SVANidhi" in p for p in asked if "per day" in p)


def test_a_heading_is_no_subject_and_no_was_is_invented(make: Make) -> None:
    text = (
        "# History\n\n## Moderates\n\n- Attended by 72 delegates from all provinces.\n\n"
        "## Trade\n\n- **EFTA**: Committed to invest $100 billion over 15 years.\n"
    )
    asked = " ".join(prompts(make, text))
    assert "Moderates was" not in asked and "Moderates were" not in asked
    assert "was committed" not in asked


def test_it_is_not_taken_for_the_article_that_provides_for_a_body(make: Make) -> None:
    text = (
        "# Finance Commission\n\nArticle 280 provides for a Finance Commission. "
        "It consists of a chairman and four other members.\n"
    )
    assert not any("Article 280 consists" in p for p in prompts(make, text))


def test_the_notes_title_is_no_topic_of_its_sections(make: Make) -> None:
    text = (
        "# Polity Jottings 🚀 (my vault)\n\n## Lokpal\n\nThe tenure is 5 years.\n\n"
        "## Sarkaria Report\n\n"
        "Submitted in 1988.\n\n## Others\n\nThe quorum is 3 members.\n"
    )
    asked = " ".join(prompts(make, text))
    assert "Jottings" not in asked and "Others" not in asked and "vault" not in asked


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "EFTA has four members: Iceland, Liechtenstein, Norway and Switzerland.",
            "{{Liech",
        ),
        ("The finance body was led by K. C. Neogy in 1951 at Delhi.", "by K?"),
        (
            "All seven members of the panel were British – hence the boycott of 1928.",
            "All how many",
        ),
        ("The state PSCs are covered by Articles 315 to 323 of the text.", "which Articles to"),
        ("A judge of the High Court retires at sixty-two years of age.", "sixty-{{"),
        ("India must strengthen its diplomatic engagement with the African Union.", "{{"),
        (
            "The Sixteenth, headed by Arvind Panagariya, covers five years from 2026.",
            "The Sixteenth,",
        ),
        (
            "Under Article 151 his reports on the Union are submitted to the President.",
            "his reports",
        ),
    ],
)
def test_a_doubtful_question_is_not_asked(make: Make, text: str, never: str) -> None:
    assert all(never not in prompt for prompt in prompts(make, text))


def test_a_label_over_a_sentence_of_several_facts_is_no_question(make: Make) -> None:
    text = (
        "## Schemes in News\n\n- **National Hydrogen Mission**: approved by the Cabinet "
        "in January 2023 with an outlay of ₹19,744 crore; target of 5 MMT by 2030\n"
    )
    asked = prompts(make, text)
    assert not any(p.endswith("Mission?") or "who or what" in p for p in asked)


def test_a_set_of_statements_says_what_it_is_about_in_either_language(make: Make) -> None:
    text = "# लोकपाल\n\n" + "\n".join(
        f"- लोकपाल का कार्यकाल {n} वर्ष का होता है और मुख्यालय {n} में है।" for n in (5, 6, 7, 8)
    )
    for question in make(text).deck.questions:
        if question.type == "statements":
            assert question.prompt


def test_a_hindi_column_is_asked_with_its_own_question_word(make: Make) -> None:
    text = (
        "# आयोग\n\n| आयोग | अध्यक्ष | मुख्यालय |\n|---|---|---|\n"
        "| वित्त आयोग | के. सी. नियोगी | नई दिल्ली |\n"
        "| योजना आयोग | जवाहरलाल नेहरू | नई दिल्ली |\n| नीति आयोग | नरेंद्र मोदी | नई दिल्ली |\n"
    )
    asked = " ".join(prompts(make, text))
    assert "अध्यक्ष क्या है" not in asked
    assert "अध्यक्ष कौन है" in asked


def test_a_bold_name_stands_before_what_is_said_under_it(make: Make) -> None:
    text = (
        "# Five Meetings\n\n1. **Vishnuprayag** – Alaknanda meets Dhauliganga\n"
        "2. **Nandaprayag** – Alaknanda meets Nandakini\n"
    )
    asked = [p for p in prompts(make, text) if "meets Dhauliganga" in p]
    assert all("Vishnuprayag" in p for p in asked)


@pytest.mark.parametrize(
    ("text", "asked", "never"),
    [
        (
            "## Lokpal\n\nMinisters do not come under its powers in matters of Article 74.\n",
            "Lokpal's powers",
            "under its powers",
        ),
        (
            "## Vigilance Board\n\nThe Board sits in Delhi. They hold office for four years or till they turn sixty.\n",  # noqa: E501
            "The members of the Vigilance Board hold office for how many years",
            "They hold office for how many",
        ),
        (
            "KABIL signed a mining pact with Bolivia. The pact gives access to seven brine blocks.\n",  # noqa: E501
            "KABIL signed a mining pact with Bolivia. The pact gives access to how many brine blocks?",  # noqa: E501
            "",
        ),
        (
            "Gandhi founded the ashram at Sabarmati in 1917. The Chinese scholar Tan came in his time.\n",  # noqa: E501
            "came in Gandhi's time",
            "came in his time",
        ),
        (
            "Parliament passed the Salt (Repeal) Bill, 2019. The same Bill capped the duty at 4 per cent of the price.\n",  # noqa: E501
            "The Salt (Repeal) Bill, 2019 capped the duty at what percentage",
            "The same Bill",
        ),
    ],
)
def test_what_a_sentence_leans_on_is_said(make: Make, text: str, asked: str, never: str) -> None:
    found = prompts(make, text)
    assert any(asked in prompt for prompt in found), found
    assert not never or not any(never in prompt for prompt in found)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("- **Gap**: the effort behind it needs to grow\n", "what is Gap"),
        ("- **Launched**: at Patna with a rally\n", "What is Launched"),
        ("The last two posts, Chief Whip and Dean, were filled in Assam by Rao.\n", "how many"),
        ("The other two members are the Governor and the Speaker of Goa.\n", "other two members"),
        ("Which is so said in this note about Assam and 7 hills of Goa.\n", "this note"),
        ("India and Oman signed a pact under which 98% of Omani goods go free.\n", "{{Omani}}"),
    ],
)
def test_what_nobody_could_answer_is_not_asked(make: Make, text: str, never: str) -> None:
    assert not any(never in prompt for prompt in prompts(make, f"## Notes on trade\n\n{text}"))


def test_a_union_territory_is_no_state(make: Make) -> None:
    found = prompts(make, "The Indus enters India in Ladakh near the village of Demchok.\n")
    assert any("in which Union Territory" in prompt for prompt in found)


def test_true_and_false_are_in_balance(make: Make) -> None:
    text = "\n\n".join(
        f"The Treaty of {place} was signed in {year} by {count} envoys."
        for place, year, count in [
            ("Surat", 1775, 12),
            ("Salbai", 1782, 14),
            ("Bassein", 1802, 16),
            ("Amritsar", 1809, 18),
            ("Lahore", 1846, 22),
            ("Gandamak", 1879, 24),
        ]
    )
    deck = make(text, types=("true_false",)).deck
    truths = [q.answer for q in deck.questions if q.type == "true_false"]
    assert len(truths) == 6
    assert truths.count(True) == truths.count(False)


def test_a_sentence_of_many_names_has_three_gaps_at_most(make: Make) -> None:
    text = "Kumaradevi of Vaishali met Harishena, Virasena and Asanga at Prayaga near Kosambi.\n"
    gaps = [q for q in make(text).deck.questions if q.type == "cloze"]
    assert len(gaps) <= 3


def test_an_abbreviation_means_what_the_notes_say_it_means(make: Make) -> None:
    text = "The Minimum Support Price (MSP) is told twice a year. MSP was raised by 4% in 2019.\n"
    questions = make(text).deck.questions
    assert not any("Which grouping" in getattr(q, "prompt", "") for q in questions)
    assert not any("Mineral Security Partnership" in getattr(q, "accept", ()) for q in questions)


def test_no_gap_stands_beside_its_abbreviation(make: Make) -> None:
    text = "Girish Rao became the Comptroller and Auditor General, the first CAG from Tripura.\n"
    assert not any("{{Comptroller" in prompt for prompt in prompts(make, text))
