"""Tables are asked as they are meant: by the name of a row, with the topic it needs."""

from __future__ import annotations

import pytest

from mdquiz.generate.candidates.rows import plural, singular
from mdquiz.generate.pipeline import Generation
from tests.generate.conftest import Make


def asked(generation: Generation) -> list[tuple[str, str]]:
    """Prompt and answer of every short question."""
    return [(c.prompt, c.answer.text) for c in generation.chosen if c.type == "short"]


def table(title: str, text: str) -> str:
    """A note of one heading and one table, whose rows are given one a line."""
    head, *rows = (line.strip() for line in text.strip().splitlines())
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([f"# {title}", "", head, rule, *rows, ""])


SITES = table(
    "Pilgrim sites",
    """
    | State | Site | Known for |
    | Bihar | Bodh Gaya | Mahabodhi temple |
    | | Rajgir | Old stone walls |
    | Odisha | Lalitgiri | Diamond triangle |
    | | Dhauli | Ashokan edict |
    """,
)


def test_a_merged_head_belongs_to_every_row_below_it(make: Make) -> None:
    generation = make(SITES)
    assert ("Rajgir is in which State?", "Bihar") in asked(generation)
    assert ("Dhauli is known for what?", "Ashokan edict") in asked(generation)
    rajgir = next(c for c in generation.chosen if "Rajgir is in" in c.prompt)
    assert [span.quote for span in rajgir.spans] == ["Rajgir | Old stone walls", "Bihar"]


def test_no_question_asks_for_one_of_several_rows(make: Make) -> None:
    for candidate in make(SITES).chosen:
        assert not candidate.prompt.startswith(("Bihar", "Pilgrim sites – Bihar"))
        if candidate.type == "choice" and candidate.answer.text in {"Bodh Gaya", "Rajgir"}:
            assert "Bihar" not in candidate.prompt


def test_the_column_that_names_the_rows_is_the_key(make: Make) -> None:
    lakes = table(
        "Lakes of India",
        """
        | State | Lake | Known for |
        | Rajasthan | Sambhar | flamingos |
        | Manipur | Loktak | floating islands |
        | Odisha | Chilika | dolphins |
        | Andhra Pradesh | Kolleru | pelicans |
        """,
    )
    found = asked(make(lakes))
    assert ("Sambhar is known for what?", "flamingos") in found
    assert not any("Rajasthan is known" in prompt for prompt, _ in found)


@pytest.mark.parametrize(
    ("title", "rows", "prompt", "answer"),
    [
        (
            "Faults",
            (
                "| Fault | Between |\n| Malda fault | Rajmahal and Garo hills |\n"
                "| Kopili fault | Shillong and Mikir hills |"
            ),
            "The Malda fault lies between what?",
            "Rajmahal and Garo hills",
        ),
        (
            "Treaties",
            (
                "| Treaty | About | Year |\n| Treaty of Salbai | end of the war | 1782 |\n"
                "| Treaty of Bassein | subsidiary alliance | 1802 |"
            ),
            "What is the Treaty of Salbai about?",
            "end of the war",
        ),
        (
            "Metals",
            "| Metal | Use |\n| White | bearings |\n| Bell | gongs |",
            "What is white metal used for?",
            "bearings",
        ),
        (
            "Tropical storms",
            "| Region | Local name |\n| Caribbean | Hurricane |\n| Australia | Willy-willy |",
            "What is the local name of tropical storms in the Caribbean?",
            "Hurricane",
        ),
        (
            "Amendments",
            "| Amendment | Year |\n| 42nd | 1976 |\n| 44th | 1978 |",
            "In which year was the 42nd amendment passed?",
            "1976",
        ),
        (
            "State animals",
            "| State | Animal |\n| Rajasthan | Camel (2014) |\n| Kerala | Elephant |",
            "What is the State animal of Rajasthan?",
            "Camel",
        ),
        (
            "Cup winners",
            "| State | Winner |\n| Ladakh | Leh Lions |\n| Kerala | Kochi Kings |",
            "Cup winners: Which winner is given for Ladakh?",
            "Leh Lions",
        ),
        (
            "राज्य पशु",
            "| State / राज्य | पशु |\n| राजस्थान | ऊँट |\n| केरल | हाथी |",
            "राज्य पशु – राजस्थान: पशु?",
            "ऊँट",
        ),
        (
            "नृत्य",
            "| नृत्य | राज्य |\n| कथक | उत्तर प्रदेश |\n| सत्रिया | असम |",
            "कथक किस राज्य से संबंधित है?",
            "उत्तर प्रदेश",
        ),
        (
            "संविधान संशोधन",
            "| संशोधन | प्रावधान |\n| 42वाँ | समाजवादी शब्द जोड़ा |\n| 44वाँ | संपत्ति विधिक अधिकार |",
            "42वें संशोधन का प्रावधान क्या है?",
            "समाजवादी शब्द जोड़ा",
        ),
    ],
)
def test_a_column_is_asked_as_one_would_ask_it(
    make: Make, title: str, rows: str, prompt: str, answer: str
) -> None:
    assert (prompt, answer) in asked(make(table(title, rows)))


def test_the_whole_of_a_cell_with_a_year_is_accepted_too(make: Make) -> None:
    rows = "| State | Animal |\n| Rajasthan | Camel (2014) |\n| Kerala | Elephant |"
    camel = next(c for c in make(table("Animals", rows)).chosen if c.answer.text == "Camel")
    assert camel.answer.accept == ("Camel (2014)",)


def test_a_remark_is_asked_by_its_row(make: Make) -> None:
    passes = table(
        "Passes",
        """
        | Pass | Remark |
        | Zoji La | Tunnel under construction |
        | Nathu La | Opened for trade |
        | Shipki La | Entry of the Sutlej |
        | Bomdi La | East of Bhutan |
        """,
    )
    found = asked(make(passes))
    assert ("Which pass fits the description “Tunnel under construction”?", "Zoji La") in found
    assert not any("remark" in prompt for prompt, _ in found)


SITES_FOR = table(
    "Wetlands",
    """
    | Wetland | For |
    | Chilika | Irrawaddy dolphin |
    | Keoladeo | Siberian crane |
    | Nalsarovar | winter ducks |
    | Kolleru | grey pelican |
    | Wular | fluctuates with the Jhelum |
    """,
)


def test_a_cell_of_another_form_is_neither_asked_forward_nor_an_option(make: Make) -> None:
    for candidate in make(SITES_FOR).chosen:
        assert "fluctuates with the Jhelum" not in candidate.options
        assert not (candidate.type == "short" and candidate.answer.text.startswith("fluctuates"))


def test_options_do_not_overlap_the_key(make: Make) -> None:
    crops = table(
        "Crops of the valleys",
        """
        | Valley | Crops |
        | Spiti | maize |
        | Kangra | corn, wheat |
        | Kullu | apples |
        | Paro | red rice |
        | Haa | buckwheat |
        """,
    )
    for candidate in make(crops).chosen:
        if candidate.type == "choice" and candidate.answer.text == "maize":
            assert "corn, wheat" not in candidate.options


def test_questions_of_many_rows_say_what_they_are_about(make: Make) -> None:
    prizes = table(
        "Booker Prizes 2019",
        """
        | Award | Holder | Year |
        | Senior | Anna Orme | 1971 |
        | Joint | Berta Evans | 1982 |
        | World | Jana Harti | 1993 |
        | Junior | Katya Balen | 2004 |
        """,
    )
    grouped = [c for c in make(prizes).chosen if c.type in {"match", "rows", "order"}]
    assert {c.type for c in grouped} == {"match", "rows", "order"}
    assert all(c.prompt.startswith("With reference to Booker Prizes 2019, ") for c in grouped)


def test_hindi_questions_of_many_rows_say_it_in_hindi(make: Make) -> None:
    leaders = table(
        "1942 का आंदोलन",
        """
        | स्थान | नायक |
        | पटना | जगत नारायण |
        | बलिया | चित्तू पांडे |
        | सतारा | नाना पाटिल |
        | तामलुक | सतीश सामंत |
        """,
    )
    generation = make(leaders)
    assert all("1942 का आंदोलन" in c.prompt for c in generation.chosen)
    assert {c.type for c in generation.chosen} >= {"match", "rows", "short"}


def test_a_hindi_row_keeps_its_noun_and_topic(make: Make) -> None:
    sessions = table(
        "कांग्रेस अधिवेशन",
        """
        | वर्ष | अध्यक्ष | महत्व |
        | 1885 | व्योमेश चंद्र | प्रथम अधिवेशन |
        | 1907 | रासबिहारी घोष | दल का विभाजन |
        | 1924 | महात्मा गांधी | एकमात्र अध्यक्षता |
        """,
    )
    found = asked(make(sessions))
    assert ("कांग्रेस अधिवेशन – 1885: अध्यक्ष?", "व्योमेश चंद्र") in found
    prompt = "कांग्रेस अधिवेशन – निम्नलिखित विवरण किस वर्ष का है: “दल का विभाजन”?"
    assert (prompt, "1907") in found


def test_a_timeline_is_asked_by_its_events(make: Make) -> None:
    events = table(
        "National movement",
        """
        | Year | Event | Leader |
        | 1905 | Partition of Bengal | Lord Curzon |
        | 1919 | Jallianwala Bagh massacre | General Dyer |
        | 1930 | Dandi March | Mahatma Gandhi |
        """,
    )
    found = asked(make(events))
    assert ("National movement: In which year did the Dandi March take place?", "1930") in found
    assert (
        "National movement: Which leader is the Dandi March associated with?",
        "Mahatma Gandhi",
    ) in found


def test_a_number_of_members_is_asked_with_how_many(make: Make) -> None:
    bodies = table(
        "Bodies",
        """
        | Body | Members | Chairperson |
        | NHRC | 6 | Arun Mishra |
        | UPSC | 11 | Manoj Soni |
        """,
    )
    assert ("How many members does NHRC have?", "6") in asked(make(bodies))


def test_glosses_in_an_ordered_list_are_asked_and_left_out_of_the_order(make: Make) -> None:
    text = (
        "# Alloys in order of discovery\n\n1. Bronze (copper + tin; oldest)\n"
        "2. Brass (includes gilding: mostly copper)\n3. Steel (iron + carbon)\n"
        "4. Duralumin (aluminium + copper)\n"
    )
    generation = make(text)
    order = next(c for c in generation.chosen if c.type == "order")
    assert order.sequence == ("Bronze", "Brass", "Steel", "Duralumin")
    prompt = "Alloys in order of discovery: which one fits the description “iron + carbon”?"
    assert (prompt, "Steel") in asked(generation)


@pytest.mark.parametrize(
    ("title", "rows", "prompt", "answer"),
    [
        (
            "Other winners",
            (
                "| Sport | Tournament | Winner |\n| Cricket | World Cup | Australia |\n"
                "| Cricket | Asia Cup | Sri Lanka |\n| Chess | World Cup | Magnus Carlsen |"
            ),
            "Other winners: Which winner is given for Cricket, World Cup?",
            "Australia",
        ),
        (
            "Five Year Plans",
            "| Plan | Period |\n| First | 1951–56 |\n| Second | 1956–61 |",
            "What is the period of the first Five Year Plan?",
            "1951–56",
        ),
        (
            "Plateaus",
            "| Country/State | Plateau |\n| Bolivia | Altiplano |\n| Tibet | Changthang |",
            "Altiplano is in which country/State?",
            "Bolivia",
        ),
        (
            "Diseases",
            "| Disease | Caused by |\n| Malaria | Plasmodium |\n| Dengue | DENV |",
            "Malaria is caused by what?",
            "Plasmodium",
        ),
        (
            "Awards 2023",
            "| Award | Country |\n| Abel Prize | Argentina |\n| Pritzker Prize | Ukraine |",
            "Awards 2023: Which country is the Abel Prize associated with?",
            "Argentina",
        ),
        (
            "Peasant movements",
            "| Movement | Year |\n| Champaran | 1917 |\n| Kheda | 1918 |",
            "In which year did the Champaran movement take place?",
            "1917",
        ),
        (
            "Dams and rivers",
            "| River | Dam |\n| Sutlej | Bhakra |\n| Mahanadi | Hirakud |",
            "Bhakra is on which river?",
            "Sutlej",
        ),
        (
            "Soils",
            "| Soil | Rich in |\n| Alluvial | potash |\n| Black | lime |",
            "Alluvial soil is rich in what?",
            "potash",
        ),
        (
            "Instruments",
            "| Instrument | Used to measure |\n| Barometer | air pressure |\n| Anemometer | wind |",
            "What is a barometer used to measure?",
            "air pressure",
        ),
    ],
)
def test_a_row_is_named_in_full(
    make: Make, title: str, rows: str, prompt: str, answer: str
) -> None:
    assert (prompt, answer) in asked(make(table(title, rows)))


@pytest.mark.parametrize(
    ("title", "one"),
    [("Species", "species"), ("Series", "series"), ("Indices", "index"), ("Media", "medium")],
)
def test_irregular_plurals_head_their_rows_in_the_singular(title: str, one: str) -> None:
    assert singular(title).lower() == one
    assert plural(one) == title.lower()


BIRDS = table(
    "Birds to know",
    """
    | Bird | Where found | Season | Point to note | Status/IUCN | Dress of males |
    | Black crane | Ladakh | Summer | Shy State bird | Rare | Red crown |
    | Great bustard | Rajasthan | Monsoon | Lives in grassland | Rare | White neck |
    | River tern | Chambal | Winter | Nests on sandbars | Common | Grey wings |
    """,
)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Where is the black crane found?", "Ladakh"),
        ("Which season is the great bustard associated with?", "Monsoon"),
        ("Which bird fits the description “Nests on sandbars”?", "River tern"),
        ("What is the status/IUCN of the river tern?", "Common"),
        ("What is the dress of males of the river tern?", "Grey wings"),
    ],
)
def test_every_column_is_asked_in_a_whole_sentence(make: Make, prompt: str, answer: str) -> None:
    assert (prompt, answer) in asked(make(BIRDS))


RESERVES = table(
    "Reserves of the coast",
    """
    | Reserve | Declared | Best season | Number of otters | Colours used | Soluble in |
    | Asha | 1984 | Winter | 42 | Deep blue | Oil |
    | Bela | 1988 | Monsoon | 18 | Light green | Water |
    """,
)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("In which year was Asha declared?", "1984"),
        ("What is the best season of Bela?", "Monsoon"),
        ("How many otters does Asha have?", "42"),
        ("Which colours are used in Bela?", "Light green"),
        ("Asha is soluble in what?", "Oil"),
    ],
)
def test_what_a_title_says_makes_the_sentence(make: Make, prompt: str, answer: str) -> None:
    assert (prompt, answer) in asked(make(RESERVES))


PLANTS = table(
    "Works",
    """
    | Steel plant | Capacity (MT) | Near |
    | Bhilai | 3.2 | Raipur |
    | Rourkela | 2.0 | Brahmani |
    """,
)


def test_a_proper_name_keeps_its_capital_and_a_preposition_is_no_noun(make: Make) -> None:
    found = asked(make(PLANTS))
    assert ("What is the capacity of Bhilai (in MT)?", "3.2") in found
    assert ("Bhilai is near what?", "Raipur") in found
