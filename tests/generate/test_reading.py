"""From lines to blocks and statements."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Make, Read


def texts(reading: object) -> list[str]:
    return [block.text for block in reading.document.blocks]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("- A **bold *word", "A bold word"),
        ("• bullet of its own", "bullet of its own"),
        ("✅ done", "done"),
        ("- (a) first clause", "(a) first clause"),
        ("see [[Page|the page]] now", "see the page now"),
        ("a [link](https://x.example/y) here", "a link here"),
        (r"cost \$24 million", "cost $24 million"),
        ("AT&amp;C losses <u>fell</u>", "AT&C losses fell"),
    ],
)
def test_markup_comes_off(read: Read, raw: str, text: str) -> None:
    assert texts(read(raw)) == [text]


def test_every_block_can_be_found_again_on_its_lines(read: Read) -> None:
    reading = read(
        "# T\n\n- **A:** one *two*\n  three\n\n| x | y |\n|---|---|\n| `1` | **2** |\n\n> quoted **text**\n"  # noqa: E501
    )
    for block in reading.document.blocks:
        assert reading.document.quote_stands(reading.document.span(block, 0, len(block.text)))


def test_a_sentence_broken_over_a_list_item_and_a_paragraph_is_one(read: Read) -> None:
    reading = read(
        "- India and Kazakhstan established a venture,\n\nto produce titanium slag in India.\n"
    )
    assert texts(reading) == [
        "India and Kazakhstan established a venture, to produce titanium slag in India."
    ]
    span = reading.span(reading.statements[0])
    assert (span.first, span.last) == (1, 3)


@pytest.mark.parametrize(
    "line",
    [
        "Posted at: 17/12/2024",
        "Page 3 of 7",
        "www.example.com",
        "© 2024 Somebody, all rights reserved",
        "**SOME IAS ACADEMY**",
        "Follow us on Telegram",
        "Asha · GS2 · t.me/some_notes",
        "Notes made by Asha",
        "नोट्स साभार: आशा",
        "Only what can be asked in the exam",
        "[[Home]] > [[GS3]] > [[Space]]",
        "[[Polity]] · GS2 · #polity #exam",
        "— Asha, 2024 batch",
    ],
)
def test_page_furniture_makes_no_statement(read: Read, line: str) -> None:
    reading = read(f"{line}\n")
    assert reading.statements == ()


def test_front_matter_and_details_boxes_are_not_text(read: Read) -> None:
    reading = read(
        "---\ntitle: x\ntags: [a]\n---\n:::details A box\nThe Act was passed in 1909.\n:::\n"
    )
    assert [s.text for s in reading.statements] == ["The Act was passed in 1909"]
    assert reading.document.sections[1].title == "A box"


@pytest.mark.parametrize(
    ("title", "identifies"),
    [
        ("Key Features", False),
        ("Way Forward", False),
        ("Polity & Governance", False),
        ("Finance Commission", True),
    ],
)
def test_only_a_telling_heading_identifies(read: Read, title: str, identifies: bool) -> None:
    reading = read(f"## {title}\n\nText.\n")
    assert reading.document.sections[1].identifies is identifies


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("- **Tenure**: six years", "Tenure", "six years"),
        ("- **Tenure:** six years", "Tenure", "six years"),
        ("- Tenure – six years", "Tenure", "six years"),
        ("- 1992: 73rd Amendment", "1992", "73rd Amendment"),
        ("**1784** – Pitt's India Act", "1784", "Pitt's India Act"),
        ("1905 (16 October): Partition of Bengal", "1905 (16 October)", "Partition of Bengal"),
        ("- Babur (1526–1530)", "Babur", "1526–1530"),
    ],
)
def test_labels_are_told_from_what_they_label(
    read: Read, line: str, label: str, value: str
) -> None:
    reading = read(f"## Things\n\n{line}\n")
    found = next(iter(reading.labels.values()))
    block = reading.document.blocks[next(iter(reading.labels))]
    assert found.text == label
    assert block.text[found.rest :].rstrip(")") == value


def test_abbreviations_and_initials_end_no_sentence(read: Read) -> None:
    reading = read("Dr. B.R. Ambedkar chaired it. The U.S. did not. Rs. 500 crore was spent.\n")
    assert [s.text for s in reading.statements] == [
        "Dr. B.R. Ambedkar chaired it",
        "The U.S. did not",
        "Rs. 500 crore was spent",
    ]


def test_tables_that_lost_their_shape_are_recovered(read: Read) -> None:
    flat = read("| Index | By | |---|---| | HDI | UNDP | | GII | WIPO |\n")
    bare = read("Pass | Connects\nZoji La | Srinagar and Leh\nNathu La | Sikkim and Tibet\n")
    for reading in (flat, bare):
        assert len(reading.document.tables) == 1
        assert len(reading.document.tables[0].rows) == 2


@pytest.mark.parametrize(
    "line",
    [
        "By Asha Verma | 5 min read | June 3, 2024",
        "Enroll now: Prelims test series, Rs 4,999 only",
        "Contact: 98765 43210, New Delhi",
        "Figure 2: Map of the Teesta basin",
        "Image courtesy: NASA, 2019",
        "Page 12 | Rivers",
        "[1] Singh, R. (2015). Rivers of India. Oxford University Press.",
        "Q. With reference to the Teesta, consider the statements (UPSC 2017)",
        "Study notes for GS1 (geography), class of 2024.",
    ],
)
def test_furniture_between_the_lines_of_a_paragraph_is_left_out(read: Read, line: str) -> None:
    reading = read(f"The Teesta rises in Sikkim.\n{line}\nIt joins the Brahmaputra.\n")
    assert [s.text for s in reading.statements] == [
        "The Teesta rises in Sikkim",
        "It joins the Brahmaputra",
    ]


def test_a_callout_gives_its_title_and_its_text_apart(read: Read) -> None:
    reading = read("> [!Note] Plastic rules\n> India banned 19 items in 2022.\n")
    assert [s.text for s in reading.statements][-1] == "India banned 19 items in 2022"


def test_headings_without_markup_stand_beside_each_other(read: Read) -> None:
    reading = read(
        "# Weekly\n\nRepo Rate Basics\n\n- Set by the MPC in 2016.\n\n"
        "**PM Vishwakarma**\n\n- Launched in 2023.\n"
    )
    assert all("Repo" not in topic for topic in reading.statements[-1].topics)


def test_a_heading_beside_earlier_ones_is_not_a_part_of_the_one_between(read: Read) -> None:
    reading = read("# Ties\n\n### Chad\n\nA.\n\n## Benin\n\nB.\n\n### Togo\n\nIt borders Ghana.\n")
    assert reading.statements[-1].topics[0] == "Togo"
    assert "Benin" not in reading.statements[-1].topics


def test_each_record_line_of_a_paragraph_is_a_block(read: Read) -> None:
    reading = read(
        "# Non-Cooperation\n\nRatified at : Nagpur session, December 1920 (a constitution)\n"
        "Called off: February 1922\n"
    )
    labels = [s.label.text for s in reading.statements if s.label]
    assert labels == ["Ratified at", "Called off"]


def test_a_verb_inside_a_hindi_word_does_not_hide_its_label(read: Read) -> None:
    reading = read("## भारतीय रिज़र्व बैंक\n\nस्थापना : 1 अप्रैल 1935\n")
    assert [s.label.text for s in reading.statements if s.label] == ["स्थापना"]


def test_a_table_without_titles_takes_them_from_its_first_row(make: Make) -> None:
    text = (
        "| | |\n|---|---|\n| River | Origin |\n| Krishna | Mahabaleshwar |\n"
        "| Kaveri | Talakaveri |\n| Narmada | Amarkantak |\n"
    )
    (table,) = make(text).reading.document.tables
    assert table.columns == ("River", "Origin")
    assert len(table.rows) == 3
