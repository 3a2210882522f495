"""What is said of what: labels, headings and lines as careless notes set them."""

from __future__ import annotations

import pytest

from mdquiz.generate.entities.quantities import number_value
from tests.generate.conftest import Make, Read
from tests.generate.test_wording import prompts


def labels(read: Read, text: str) -> list[str]:
    return [s.label.text for s in read(text).statements if s.label is not None]


def test_a_name_over_a_list_is_not_cut_at_the_dash_in_its_bracket(read: Read) -> None:
    reading = read(
        "- **NMSA–Millets** (National Mission on Soils – Millets)\n"
        "  - Launched: 3 May 2019\n  - Outlay of ₹4,200 crore for five years\n"
    )
    assert all(s.topics[0] == "NMSA–Millets" for s in reading.statements)
    assert len(reading.statements) == 2


def test_no_label_ends_inside_brackets_or_quotes(read: Read) -> None:
    assert labels(read, '- See "Bread – Peace" (slogan – 1917)\n') == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("**Venue**:Colombo", "Venue"),
        ("**Rank:**5th of 20", "Rank"),
        ("- Capital:Moroni", "Capital"),
        ("स्थापना:1935", "स्थापना"),
    ],
)
def test_a_label_needs_no_space_after_its_colon(read: Read, line: str, label: str) -> None:
    assert labels(read, f"# Comoros\n\n{line}\n") == [label]


def test_record_lines_without_spaces_are_each_their_own(read: Read) -> None:
    text = "# Meet\n\n**Venue**:Colombo\n**Theme**:Seas\nHost city:Kandy\n"
    assert labels(read, text) == ["Venue", "Theme", "Host city"]


def test_a_restricting_bracket_stays_with_its_label(read: Read) -> None:
    assert labels(read, "- **Seats** (only in hills): 10\n") == ["Seats (only in hills)"]


def test_a_year_and_a_count_are_no_period(read: Read) -> None:
    text = (
        "### Mines\n1956 - Bharat Coal becomes a state firm after a long debate in Parliament\n"
        "1974 - 20 mines taken over\n1980 - 5 More mines closed\n1985–90: Seventh Plan\n"
    )
    assert labels(read, text) == ["1956", "1974", "1980", "1985–90"]


BANKS = (
    "## Banks\n\n**Local banks**\n- Opened in 1996 after the budget speech.\n"
    "- Minimum capital of ₹5 crore.\n**Rural banks**\n- Began in 1975 on Narasimham's advice.\n"
)


def test_a_bold_line_right_below_a_list_begins_its_own_section(read: Read) -> None:
    topics = [s.topics[0] for s in read(BANKS).statements]
    assert topics == ["Local banks", "Local banks", "Rural banks"]


def test_a_short_line_between_two_lists_heads_the_second(read: Read) -> None:
    reading = read(BANKS.replace("**Rural banks**", "Rural banks"))
    assert reading.statements[-1].topics[0] == "Rural banks"


def test_a_line_that_leads_a_list_is_no_part_of_the_item_above(read: Read) -> None:
    reading = read("- Set up in 1996.\nThey may not:\n- lend money\n- issue cards\n")
    assert [block.lead for block in reading.document.blocks] == [-1, -1, 1, 1]


def test_a_bullet_in_bold_heads_the_sentences_beside_it(read: Read) -> None:
    reading = read(
        "## Pacts\n\n- **Peru**\n- It signed a pact for copper in 2019.\n"
        "- **Chile**\n- It gave five blocks of lithium in 2022.\n"
    )
    assert [s.topics[0] for s in reading.statements] == ["Peru", "Chile"]


def test_bold_names_in_a_list_of_names_stay_items(read: Read) -> None:
    reading = read("## Groupings\n\n- **SAARC**\n- BIMSTEC\n- **ASEAN**\n")
    assert [s.text for s in reading.statements] == ["SAARC", "BIMSTEC", "ASEAN"]


def test_a_bold_line_inside_a_running_sentence_is_no_heading(read: Read) -> None:
    reading = read("The index was brought out by\n**Reporters Abroad**\nin 2019.\n")
    assert [s.text for s in reading.statements] == [
        "The index was brought out by Reporters Abroad in 2019"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- Water Day is on 3 March? ❌ Correct: **5 March** is the day", "5 March is the day"),
        ("- The Act came in ~~1950~~ 1952", "The Act came in 1952"),
        ("- SEBI came in 1992 (not ~~1988~~)", "SEBI came in 1992"),
        ("- ❌ RBI came in 1949 ✅ RBI came in 1935", "RBI came in 1935"),
        ("- ❌ Payments banks can't lend", "Payments banks can't lend"),
        ("- The fort is in <del>Agra</del> Delhi", "The fort is in Delhi"),
    ],
)
def test_what_is_struck_out_or_crossed_is_not_asserted(read: Read, line: str, said: str) -> None:
    assert [s.text for s in read(line + "\n").statements] == [said]


@pytest.mark.parametrize("line", ["- The Lokpal has 12 members ❌", "- ❌ Ganga rises in Nepal"])
def test_a_line_marked_as_wrong_is_not_asked(make: Make, line: str) -> None:
    assert prompts(make, f"## Notes\n\n{line}\n") == []


@pytest.mark.parametrize("wrong", ["3 मार्च? ❌ सही: **5 मार्च**", "~~3 मार्च~~ 5 मार्च"])
def test_a_correction_is_the_key_and_not_what_it_corrects(make: Make, wrong: str) -> None:
    questions = make(f"## दिवस\n\n- राष्ट्रीय जल दिवस – {wrong}\n").deck.questions
    assert [q.answer for q in questions if q.type == "short"] == ["5 मार्च"]


@pytest.mark.parametrize("title", ["Quick ones", "One-liners", "Miscellaneous", "Other news"])
def test_a_medley_is_not_about_the_heading_over_it(read: Read, title: str) -> None:
    table = "## Booker 2019\n\n| By | Book |\n|---|---|\n| Atwood | Testaments |\n\n"
    reading = read(f"{table}**{title}**\n- 23rd Navy chief named\n")
    assert all("Booker" not in topic for topic in reading.statements[-1].topics)


def test_a_part_of_a_subject_keeps_the_heading_over_it(read: Read) -> None:
    reading = read("## Lokpal\n\n**Key facts**\n- tenure of five years\n")
    assert reading.statements[-1].topics == ("Lokpal",)


@pytest.mark.parametrize(
    "title", ["GS 4 – Ethics, Essay", "GS-III", "Prelims pointers", "Mains", "Paper II"]
)
def test_headings_of_the_syllabus_identify_nothing(read: Read, title: str) -> None:
    sections = read(f"# Week\n\n## {title}\n\nThe code has 12 rules.\n").document.sections
    assert not sections[-1].identifies


@pytest.mark.parametrize(
    "line",
    ["★★★★★ Leave a comment/feedback below", "⭐⭐⭐⭐⭐", "Rate this note", "Was this helpful?"],
)
def test_calls_for_feedback_are_furniture(read: Read, line: str) -> None:
    assert [s.text for s in read(f"The code has 12 rules.\n\n{line}\n").statements] == [
        "The code has 12 rules"
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "An election must be held no later than one year since the vacancy arises.",
            "An election must be held no later than how many years since the vacancy arises?",
        ),
        (
            "The permit fee of Bhutan is three hundred and sixty dollars a year.",
            "The permit fee of Bhutan is how much a year?",
        ),
        (
            "The Thirty-fourth Amendment added the land laws to the Ninth Schedule.",
            "Which Amendment added the land laws to the Ninth Schedule?",
        ),
        (
            "The Standard Meridian of Timor passes through 78°15' E longitude.",
            "The Standard Meridian of Timor passes through which longitude?",
        ),
    ],
)
def test_a_number_of_several_words_or_signs_is_asked_whole(
    make: Make, text: str, asked: str
) -> None:
    said = prompts(make, f"## Polls\n\n{text}\n")
    assert any(asked in prompt for prompt in said)
    assert not any("{{Thirty}}" in p or "{{78}}" in p or "hundred and how" in p for p in said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("three hundred and sixty", "360"),
        ("two thousand crore", "2e+10"),
        ("twenty five", "25"),
        ("two to three", "2"),
        ("three crore five lakh", "30500000"),
    ],
)
def test_numbers_in_words_have_their_value(said: str, value: str) -> None:
    assert number_value(said) == value


@pytest.mark.parametrize("text", ["One day he left Agra for Delhi.", "It is one of the five."])
def test_one_that_counts_nothing_is_no_quantity(read: Read, text: str) -> None:
    assert not [e for e in read(text).statements[0].entities if e.text.casefold().startswith("one")]


def test_a_formula_is_asked_whole_and_its_parts_are_not(make: Make) -> None:
    said = prompts(make, "## Money supply\n\nN2 = N1 + bills in hand + deposits with SEBI\n")
    assert said == ["Money supply: what is the formula of N2?"]


def test_labelled_values_in_a_row_are_each_their_own(read: Read) -> None:
    reading = read("## Gases\n\nA = helium, B = neon; C = argon\n")
    assert [(s.label.text, s.text) for s in reading.statements if s.label] == [
        ("A", "helium"),
        ("B", "neon"),
        ("C", "argon"),
    ]


@pytest.mark.parametrize(
    "line", ["Rule 9B, Mines Act 1952", "District Court, High Court", "Article 32 & Article 226"]
)
def test_nothing_is_asked_from_a_string_of_names(make: Make, line: str) -> None:
    assert prompts(make, f"## Courts\n\n- {line}\n- Every court keeps a roll.\n") in (
        [],
        ["Every court keeps a roll."],
    )


@pytest.mark.parametrize(
    "line",
    [
        "- It advised a ratio of **70 %**: the rest is spent by the States",
        "- Tolls and fees come under: the State List",
        "- The panel advised a cess: it was refused",
    ],
)
def test_a_clause_before_a_colon_is_no_label(read: Read, line: str) -> None:
    assert labels(read, f"## Tax\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- Partition annulled: 1911", "Partition annulled"),
        ("- Japan attacked Pearl Harbor: 7 December 1941", "Japan attacked Pearl Harbor"),
        ("- **This year's theme**: Water", "This year's theme"),
    ],
)
def test_an_event_or_name_before_a_colon_stays_a_label(read: Read, line: str, label: str) -> None:
    assert labels(read, f"## Tax\n\n{line}\n") == [label]


def test_an_entry_of_a_timeline_is_told_of_its_year(make: Make) -> None:
    text = (
        "# Coal\n\n**MILESTONES**\n\n1958 - 5 more mines closed; Mines Act passed\n"
        "1961 - Bharat Coal becomes a state firm\n1974 - 20 mines taken over by the Centre\n"
    )
    said = prompts(make, text)
    assert not any("MILESTONES" in prompt for prompt in said)
    assert "1961: {{Bharat Coal}} becomes a state firm." in said
    assert "20 mines taken over by the Centre: in which year?" in said


def test_what_happened_on_a_visit_is_told_of_it(make: Make) -> None:
    text = (
        "# Ties\n\n## State visit of President Moreau, 3–5 May\n\n- UPI accepted in Nauru\n"
        "- Two pacts signed on fisheries\n\n## Ports\n\nThe Suva port is old.\n"
    )
    about = [p for p in prompts(make, text) if "{{Nauru}}" in p]
    assert about == ["State visit of President Moreau, 3–5 May: UPI was accepted in {{Nauru}}."]


def test_a_bold_line_is_the_subject_of_what_opens_with_its_verb(make: Make) -> None:
    assert any("did rural banks begin" in prompt for prompt in prompts(make, BANKS))


def test_facts_are_not_asked_as_members_of_their_heading(make: Make) -> None:
    assert not any("Name the" in prompt for prompt in prompts(make, BANKS))


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        (
            "**Press Index** → India **161st of 180**; score 36.6",
            "What is India's rank in the Press Index?",
            "161st of 180",
        ),
        (
            "- **Peace Ladder**: rank 115 out of 163",
            "Peace Ladder: which rank?",
            "115 out of 163",
        ),
        (
            "## Henley Index\n\n- India at 82nd of 199",
            "What is India's rank in the Henley Index?",
            "82nd of 199",
        ),
        (
            "**Press Index** → India **161st of 180**\n- brought out by *Reporters Abroad*",
            "The Press Index is brought out by whom?",
            "Reporters Abroad",
        ),
        (
            "- **Hunger Ladder 2023** (by Concern Global): India ranked 111 of 125",
            "Who brings out Hunger Ladder 2023?",
            "Concern Global",
        ),
        (
            "- **Craft Week** – under the aegis of **National Craft Council**",
            "Under whose aegis does Craft Week come?",
            "National Craft Council",
        ),
    ],
)
def test_ranks_and_the_bodies_behind_a_name_are_asked(
    make: Make, text: str, asked: str, answer: str
) -> None:
    found = {q.prompt: q.answer for q in make(f"{text}\n").deck.questions if q.type == "short"}
    assert found.get(asked) == answer


def test_a_rank_can_be_answered_by_its_number(make: Make) -> None:
    questions = make("**Press Index** → India 161st of 180\n").deck.questions
    rank = next(q for q in questions if q.type == "short")
    assert "161" in rank.accept
    assert not any(q.type == "cloze" for q in questions)


def test_a_byline_under_an_index_is_a_fact_about_it(make: Make) -> None:
    text = (
        "## Henley Index\n\n- published by Henley House\n\n## Others\n\n- published by A. Kumar\n"
    )
    said = prompts(make, text)
    assert "The Henley Index is published by whom?" in said
    assert not any("Kumar" in prompt for prompt in said)


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        (
            "**Rural banks**\n- can't issue credit cards or lend abroad\n- Began in 1975.",
            "What can rural banks not do?",
            "issue credit cards or lend abroad",
        ),
        (
            "- A Bill lapses if the House is dissolved before passing it.",
            "In what case does a Bill lapse?",
            "the House is dissolved before passing it",
        ),
        (
            "- The ban applies once the President signs the order.",
            "When does the ban apply?",
            "the President signs the order",
        ),
        (
            "- Lake Lonar turns pink when salt-loving algae bloom in summer.",
            "Lake Lonar turns pink when?",
            "salt-loving algae bloom in summer",
        ),
        ("- प्रस्तावना का अर्थ है **भूमिका**", "प्रस्तावना का अर्थ क्या है?", "भूमिका"),
        (
            '- "हैबियस" का शाब्दिक अर्थ "शरीर को प्रस्तुत करना" होता है।',
            '"हैबियस" का अर्थ क्या है?',
            "शरीर को प्रस्तुत करना",
        ),
    ],
)
def test_what_is_forbidden_conditional_or_meant_is_asked(
    make: Make, text: str, asked: str, answer: str
) -> None:
    found = {q.prompt: q.answer for q in make(f"{text}\n").deck.questions if q.type == "short"}
    assert found.get(asked) == answer


@pytest.mark.parametrize(
    "text", ["The court asked if the State could tax mines.", "The year when it split was 1907."]
)
def test_if_and_when_that_are_no_condition_are_not_asked_as_one(make: Make, text: str) -> None:
    assert not any("case" in p or "When" in p for p in prompts(make, f"{text}\n"))


def test_a_total_and_its_parts_are_asked_together(make: Make) -> None:
    text = "## Veda rail\n- 64 coaches in all: 20 imported, remaining **44** built here by BEML.\n"
    said = prompts(make, text)
    assert (
        "Veda rail: 64 coaches in all: {{20}} imported, remaining {{44}} built here by {{BEML}}."
        in said
    )
    assert not any(p.startswith("20 imported") for p in said)


def test_small_bullets_stand_under_the_pointing_hand_above_them(make: Make) -> None:
    text = (
        "👉 *PM-KUSUM 2.0* launched on 5 March 2025\n▪️ Outlay: ₹34,000 crore\n"
        "▪️ Pumps target – 14 lakh by 2030\n\n👉 *Exercise Dharma Rakshak*\n"
        "▪️ held at Mahajan, Rajasthan\n"
    )
    said = prompts(make, text)
    assert "What is the outlay of PM-KUSUM?" in said
    assert any("Exercise Dharma Rakshak was held at {{Mahajan}}" in p for p in said)
    assert not any("▪" in p for p in said)


def test_values_behind_arrows_are_records(read: Read) -> None:
    assert labels(
        read, "## Rates\n\nRepo rate -> 6.25 %\nCRR → 4%\nSLR:18%\nBank rate => 6%\n"
    ) == [
        "Repo rate",
        "CRR",
        "SLR",
        "Bank rate",
    ]


def test_a_bold_line_over_a_table_is_no_topic_of_what_follows_the_table(read: Read) -> None:
    table = "## Prizes\n\n**Booker 2019**\n\n| By | Book |\n|---|---|\n| Atwood | Testaments |\n\n"
    for after in ("- The Navy got its 23rd chief.", "The Navy got its 23rd chief."):
        topics = read(f"{table}{after}\n").statements[-1].topics
        assert not any("Booker" in topic for topic in topics)
    topics = read(f"{table}It was given in London.\n").statements[-1].topics
    assert topics[0] == "Booker 2019"


def test_an_entry_with_a_second_year_is_two_events(read: Read) -> None:
    text = "## Lokpal\n\n2013 - Lokpal Act passed; 2019 - first chairperson P.C. Ghose\n"
    assert labels(read, text) == ["2013", "2019"]


def test_a_value_does_not_swallow_the_bracket_on_the_next_line(make: Make) -> None:
    text = (
        "## Booker 2019\n\nWinner: Margaret Atwood\n(second time she has won it)\nVenue: London\n"
    )
    answers = [q.answer for q in make(text).deck.questions if q.type == "short"]
    assert "Margaret Atwood" in answers


def test_an_ordinal_is_a_rank_under_an_index_only(make: Make) -> None:
    text = "- **Innovation Index** (WIPO): India 39th (2024)\n- **Quad Drill**: India 39th\n"
    said = prompts(make, text)
    assert "What is India's rank in the Innovation Index?" in said
    assert "Who brings out the Innovation Index?" in said
    assert not any("rank in Quad" in prompt for prompt in said)


def test_a_label_that_says_a_quality_is_asked_with_a_verb(make: Make) -> None:
    text = "## Reserves\n\n- Not exempt from CRR: scheduled banks, RRBs\n"
    assert "What is not exempt from CRR?" in prompts(make, text)


def test_attributes_are_not_members_of_a_hindi_heading(make: Make) -> None:
    text = "## नाबार्ड\n- स्थापना: 12 जुलाई 1982\n- मुख्यालय: मुंबई\n- सिफारिश: शिवरामन समिति\n"
    assert not any("सभी" in prompt for prompt in prompts(make, text))


def test_a_quoted_word_in_a_label_keeps_both_quotes(read: Read) -> None:
    assert labels(read, '- "नाबार्ड" का पूरा नाम: राष्ट्रीय बैंक\n') == ['"नाबार्ड" का पूरा नाम']


def test_a_lead_that_says_a_quality_is_answered_by_its_list(make: Make) -> None:
    text = (
        "## Cess\n\nExempt from the cess:\n- unpolished rice\n- hand-made paper\n- school books\n\n"
        "- **Not covered under RTI:**\n  - IB\n  - RAW\n  - BSF\n"
    )
    found = {q.prompt: q.answer for q in make(text).deck.questions if q.type == "short"}
    assert found["Name the three that are exempt from the cess."] == (
        "unpolished rice",
        "hand-made paper",
        "school books",
    )
    assert found["Name the three that are not covered under RTI."] == ("IB", "RAW", "BSF")


def test_a_counted_list_goes_on_over_a_blank_line(read: Read) -> None:
    text = "The Act has four parts:\n- rights\n- duties\n\n- powers\n- penalties\n"
    assert len({b.list_id for b in read(text).document.blocks if b.kind == "item"}) == 1


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Norwood Ltd. All rights",
        "(c) 2024 Norwood Ltd.",
        "&copy; 2024 Norwood Ltd. All rights",
        "Compiled from Orbit, Vertex and Meridian",
        "Sources used: Orbit; Vertex",
        "*By Anil Mehta, 4 May 2024*",
        "Adapted from Orbit, 4 May 2024",
    ],
)
def test_who_made_the_page_and_from_what_is_not_asked(line: str, make: Make) -> None:
    generation = make(f"# Steel\n\n{line}\n\n## Making\n\n- **First made in**: 1856\n")
    assert generation.chosen
    assert all("Making" in c.prompt or "1856" in c.answer.text for c in generation.chosen)
    assert all("Orbit" not in c.prompt and "2024" not in c.answer.text for c in generation.chosen)


def test_letters_stand_for_the_words_whose_initials_they_are(make: Make) -> None:
    text = (
        "# Woods\n\nThe Bay of Bengal Initiative for Economic Cooperation (BIEC) met in Goa.\n\n"
        "The grove of Alder and Birch (BH) is very old.\n\n"
        "The DRUM (Disaster, Relief, Unified and Management) Act came into force in 2011.\n"
    )
    found = {c.prompt: c.answer.text for c in make(text).chosen if c.rule == "expansion"}
    assert found == {
        "What does BIEC stand for?": "Bay of Bengal Initiative for Economic Cooperation",
        "What does DRUM stand for?": "Disaster, Relief, Unified and Management",
    }


def test_a_bracket_names_members_only_of_what_has_members(make: Make) -> None:
    text = (
        "# Woods\n\nElm Park (Salem, Texas) has a museum of timber and tools.\n\n"
        "The Lithium Triangle (Argentina, Chile and Bolivia) holds half of the reserves.\n"
    )
    found = [c.prompt for c in make(text).chosen if c.rule == "members"]
    assert found == ["Which three countries make up the Lithium Triangle?"]


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "The reading programme was started in 1987 under Dr. Kavita Rao in Odisha.",
            "In which year was the reading programme started under Dr. Kavita Rao in Odisha?",
        ),
        (
            "The Hill Commission was set up in 1964 under Gen. R. Thapa at a cost of Rs. 40 lakh.",
            "The Hill Commission was set up in 1964 under whom at a cost of Rs. 40 lakh?",
        ),
        (
            "The case Rao vs. State of Bihar was decided in 1983 by the Patna High Court.",
            "Which case was decided in 1983 by the Patna High Court?",
        ),
        (
            "- **Sea Lift**: Peru's rescue drive after the flood in Chile (3 May; 40 villages).",
            "Sea Lift: Peru's rescue drive after the flood in which country?",
        ),
    ],
)
def test_no_sentence_ends_behind_a_title_or_inside_brackets(
    make: Make, text: str, prompt: str
) -> None:
    assert any(p.endswith(prompt) for p in prompts(make, f"# Relief drives\n\n{text}\n"))


PEAT = (
    "# Bogs\n\n## Formation of peat (bog cycle)\n\n"
    "1. Open water\n2. Reed swamp\n3. Sedge fen\n4. Raised bog (final)\n\n"
    "## Bogs of the north\n\n1. Flow Country\n2. Red Moss\n3. Lewis\n"
)


def test_numbered_stages_are_an_order_though_no_heading_says_so(make: Make) -> None:
    chosen = make(PEAT).chosen
    orders = [c.sequence for c in chosen if c.type == "order"]
    assert orders == [("Open water", "Reed swamp", "Sedge fen", "Raised bog")]
    ends = {c.prompt: c.answer.text for c in chosen if c.rule == "stage"}
    assert ends == {
        "Formation of peat: Which is the first stage?": "Open water",
        "Formation of peat: Which is the last stage?": "Raised bog",
    }


def test_labelled_values_in_one_line_are_each_their_own(read: Read, make: Make) -> None:
    line = "- Other awards: Red – coal (A. Rao, Goa), Grey - steel, zinc, Blue – textiles\n"
    reading = read(f"# Awards\n\n{line}")
    assert [(s.label.text, s.text) for s in reading.statements if s.label is not None] == [
        ("Red", "coal (A. Rao, Goa)"),
        ("Grey", "steel, zinc"),
        ("Blue", "textiles"),
    ]
    assert {s.topics[0] for s in reading.statements} == {"Other awards"}
    assert [c.type for c in make(f"# Awards\n\n{line}").chosen if len(c.facts) == 3] == ["rows"]


def test_dashes_in_a_sentence_part_no_values(read: Read) -> None:
    assert (
        len(read("# Trade\n\nThe plan – a long one – was dropped, the rest – kept.\n").statements)
        == 1
    )


WETLANDS = (
    "# Digest\n\n## Wetland atlas\n\n- Prepared under Chief Surveyor **K. Ramesh Iyer**\n"
    "- First ever **river otter** count: 1,312, highest in Odisha (412)\n"
    "- Released by Governor **Mina Paul** on 4 March 2023\n\n## Heron missile\n\n"
    "**Heron**\nName comes from Tapi and Volga rivers.\n"
)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("The Wetland atlas was prepared under whom?", "Chief Surveyor K. Ramesh Iyer"),
        ("Wetland atlas was released by whom?", "Governor Mina Paul"),
        ("What number did the first ever river otter count give?", "1,312"),
        (
            "According to the first ever river otter count, in which State was the number highest?",
            "Odisha",
        ),
        ("What number did the first ever river otter count give for Odisha?", "412"),
    ],
)
def test_fragments_under_a_name_are_told_of_it(make: Make, prompt: str, answer: str) -> None:
    assert {c.prompt: c.answer.text for c in make(WETLANDS).chosen}.get(prompt) == answer


def test_a_name_is_told_of_the_bold_line_above_and_one_of_two_rivers_is_a_gap(make: Make) -> None:
    said = prompts(make, WETLANDS)
    assert "The name of Heron comes from {{Tapi}} and Volga rivers." in said
    assert not any("which river" in text for text in said)


def test_union_territories_are_not_asked_as_states(make: Make) -> None:
    text = "# Lakes\n\nThe Ousteri canal joins Puducherry and Tamil Nadu.\n"
    prompt = "The Ousteri canal joins which two States or Union Territories?"
    assert prompt in prompts(make, text)


def test_parts_of_a_thing_are_no_member_of_its_class(make: Make) -> None:
    text = (
        "# Parks on the list\n\n- **Elm Park**: the oldest of all the parks in the hills\n"
        "- **Oak Park**: home of the last river dolphin\n- **Pine Park**: on the border of Assam\n"
        "- **Parts of a park**: rim, inner ring and quiet heart\n"
        "- **Fir Park**: known for its old stone bridge\n"
    )
    for candidate in make(text).chosen:
        assert candidate.answer.text != "Parts of a park"
        assert "Parts of a park" not in candidate.options
        assert "Parts of a park" not in dict(candidate.pairs)


def test_a_line_without_verb_describes_the_bold_name_above(make: Make) -> None:
    text = (
        "# Arms\n\n**Falcon**\nJapan-Chile joint venture.\n\n**Osprey**\nTested in Goa in 2004.\n"
    )
    asked = {c.prompt: c.answer.text for c in make(text).chosen if c.type == "short"}
    assert asked["What is Falcon?"] == "Japan-Chile joint venture"
    assert not any(prompt.startswith("What is Osprey") for prompt in asked)


@pytest.mark.parametrize(
    "text",
    [
        "Governor's Rule was imposed in 1977 under Section 92.",
        "Vitamin K is needed for blood clotting in all mammals.",
    ],
)
def test_no_gap_parts_a_name(make: Make, text: str) -> None:
    assert not any("{{" in said for said in prompts(make, f"# Facts\n\n{text}\n"))


def test_both_ends_of_a_change_are_asked_together(make: Make) -> None:
    said = prompts(make, "# Facts\n\nThe quota was raised from 10 to 27 seats in 1991.\n")
    assert "The quota was raised from how many to how many seats in 1991?" in said


def test_what_is_done_to_a_thing_stands_in_lower_case_behind_is(make: Make) -> None:
    said = prompts(make, "# Drills\n\n- Held on 1 May by Norway: the sea drill\n")
    assert any(text.endswith("hat is held on 1 May by Norway?") for text in said)


def test_labelled_values_parted_by_semicolons_are_each_their_own(read: Read) -> None:
    text = "# Lagoon\n\n- Phase I: beds – 400 ha; Phase II: reefs – 120 ha; Phase III: groves\n"
    assert labels(read, text) == ["Phase I", "Phase II", "Phase III"]
    assert {s.topics for s in read(text).statements} == {("Lagoon",)}
