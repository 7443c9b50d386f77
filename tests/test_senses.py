"""What a name names, by how the report uses it; no list knows the names here."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from readings import document_of, senses

from kg.mentions import Kind
from kg.mentions.senses.cues import cues
from kg.mentions.senses.usage import votes_by_use
from kg.names.known import KnownNames, load_known_names
from kg.paths import names_folder


@pytest.fixture(scope="module")
def nobody() -> KnownNames:
    """Known names without a single club."""
    return load_known_names(names_folder()).without_clubs()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Hallvik beat Brevik 2-0.", "Hallvik", Kind.TEAM),
        ("Hallvik beat Brevik 2-0.", "Brevik", Kind.TEAM),
        ("It was a 1-1 draw with Brevik.", "Brevik", Kind.TEAM),
        ("It ended Hallvik 2-1 Brevik.", "Brevik", Kind.TEAM),
        ("Hallvik battered Brevik 4-0 on Saturday.", "Hallvik", Kind.TEAM),
        ("Hallvik cruised past Brevik with a 3-0 win.", "Hallvik", Kind.TEAM),
        ("Hallvik eased to a 3-0 victory at Brevik.", "Hallvik", Kind.TEAM),
        ("Hallvik threw the lead away to draw 2-2 with Brevik.", "Hallvik", Kind.TEAM),
        ("Sorensen held Brevik to a 1-1 draw.", "Brevik", Kind.TEAM),
        # Whose clause ends in no result, or in that of others, is a person as most names are.
        ("Jon Sorensen put Brevik 2-0 up.", "Jon Sorensen", Kind.PERSON),
        ("Jon Sorensen guided Brevik to a 3-0 win.", "Jon Sorensen", Kind.PERSON),
        ("Jon Sorensen smiled in a 3-0 win over Brevik.", "Jon Sorensen", Kind.PERSON),
        ("Jon Sorensen smiled as Hallvik won 3-0.", "Jon Sorensen", Kind.PERSON),
        ("The goal gave FC Tolna hope.", "FC Tolna", Kind.TEAM),
        ("It was a good day for Karvel United.", "Karvel United", Kind.TEAM),
        ("It was all about Tolna's goalkeeper.", "Tolna", Kind.TEAM),
        ("He curled it past Tolna goalkeeper Jon Lund.", "Tolna", Kind.TEAM),
        ("In the end the Tolna Tolna striker was alone.", "Tolna Tolna", Kind.TEAM),
        ("It began with Orla Park's 2-0 win over Brevik.", "Orla Park", Kind.TEAM),
        ("It was Hallvik's day in the Nordic Vase.", "Nordic Vase", Kind.COMPETITION),
        ("In the end the striker Bellini was alone.", "Bellini", Kind.PERSON),
        ("After a minute Bellini headed wide.", "Bellini", Kind.PERSON),
        ("A cross from Bellini's boot, Bellini's header.", "Bellini", Kind.PERSON),
        ("It was Aasen's men who won.", "Aasen", Kind.PERSON),
        ("They thanked Marco Bellini.", "Marco Bellini", Kind.PERSON),
        ("They met at the Skarn Stadium.", "Skarn Stadium", Kind.VENUE),
        ("They met at Orla Park.", "Orla Park", Kind.VENUE),
        ("They met at the Stadium of Dreams.", "Stadium of Dreams", Kind.VENUE),
        ("They play in the Nordic Cup.", "Nordic Cup", Kind.COMPETITION),
        ("They lead Group C with eight points.", "Group C", Kind.STAGE),
        ("They lead Group C.", "Group C", Kind.STAGE),
        ("It rained in Velden.", "Velden", Kind.CITY),
        ("The winner was hit by a native of Velden.", "Velden", Kind.CITY),
        ("He hit it, a native of Velden, N.L., by birth.", "N.L.", Kind.OTHER),
        ("It frustrated the Silver Larks on the break.", "Silver Larks", Kind.TEAM),
        ("It frustrated the Silver Larks defender.", "Silver Larks", Kind.TEAM),
        ("Hallvik won 3-2 at its Norheim home.", "Norheim", Kind.CITY),
        ("Hallvik won 3-2 at Norheim.", "Norheim", Kind.TEAM),
        ("It was a day for Norheim RFC.", "Norheim RFC", Kind.TEAM),
        ("It was a day for Ivo Kaba II.", "Ivo Kaba II", Kind.PERSON),
        ("They fell 3-2 at the hands of Skarn.", "Skarn", Kind.TEAM),
        ("It fell at the feet of Skarn.", "Skarn", Kind.PERSON),
        ("It was a 2-1 win against Lund's men.", "Lund", Kind.PERSON),
        ("It was a 2-1 win against Lund's big spenders.", "Lund", Kind.TEAM),
        # Goals behind each side, and the minutes of scorers.
        ("Marston Heath 1, Withernby 1, and a pile of orange shirts.", "Marston Heath", Kind.TEAM),
        ("It ended so: Penhallow, 4; Brevik, 2", "Brevik", Kind.TEAM),
        ("Scorers: Ole Lund 3, Ivo Kaba 7.", "Ole Lund", Kind.PERSON),
        ("He had the ball in the Alderholt net.", "Alderholt", Kind.TEAM),
        # What opens with a given name is rather a person.
        ("It was given against Freya Holm.", "Freya Holm", Kind.PERSON),
        ("He shot straight at Ben Coupe.", "Ben Coupe", Kind.PERSON),
        ("They are in the Ben Cup.", "Ben Cup", Kind.COMPETITION),
        # Two who do something together are many, and no team.
        ("Osk Valdane and Trym Tolna were alert.", "Trym Tolna", Kind.PERSON),
        ("At the end Tolna were alert.", "Tolna", Kind.TEAM),
        ("Trym Tolna beat Brevik goalkeeper Ivo Lund at the near post.", "Trym Tolna", Kind.PERSON),
        ("It was one for the NPA to look into.", "NPA", Kind.OTHER),
        ("The Lake Grounds were wet.", "Lake Grounds", Kind.VENUE),
        ("They lost in the Semi-Finals.", "Semi-Finals", Kind.COMPETITION),
        ("The first leg was played in Velden a week ago.", "Velden", Kind.CITY),
    ],
)
def test_sense(nobody: KnownNames, text: str, name: str, kind: Kind) -> None:
    assert senses(document_of(text), nobody)[name] is kind


def test_a_match_has_two_teams(nobody: KnownNames) -> None:
    told = " Kaba headed in Nduri's corner, and Sorensen curled in a second after the break."
    kinds = senses(document_of("Hallvik eased to a 3-0 victory at Brevik." + told), nobody)
    assert [name for name, kind in kinds.items() if kind is Kind.TEAM] == ["Hallvik", "Brevik"]
    kinds = senses(document_of("Hallvik have a new coach in Jon Brevik." + told), nobody)
    assert [name for name, kind in kinds.items() if kind is Kind.TEAM] == ["Hallvik"]


def test_the_second_team_is_found_beside_all_forms_of_the_first(nobody: KnownNames) -> None:
    text = (
        "Jon Saltby's horror show handed Kingsferry the points in a 3-2 thriller.\n\n"
        "The Karvel Town striker Ivo Kaba headed in before the break, and Town boss Ole Lund was "
        "pleased, but Karvel lost. Kaba, whose header Lund praised, shot wide."
    )
    kinds = senses(document_of(text), nobody)
    assert kinds["Kingsferry"] is Kind.TEAM
    assert kinds["Kaba"] is kinds["Lund"] is Kind.PERSON


def test_one_sense_for_all_uses(nobody: KnownNames) -> None:
    text = "Hallvik beat Brevik 2-0. They came from Brevik. There was nothing for Brevik."
    assert senses(document_of(text), nobody)["Brevik"] is Kind.TEAM


def test_letters_in_brackets_name_what_the_words_before_them_do(nobody: KnownNames) -> None:
    text = "Hallvik won in the Fjord Super League (FSL). The Fjord News Board (FNB) reports it."
    kinds = senses(document_of(text), nobody)
    assert kinds["FSL"] is Kind.COMPETITION
    assert kinds["FNB"] is not Kind.PERSON


def test_a_broadcaster_is_nobody(nobody: KnownNames) -> None:
    text = "Hallvik boss Jon Lund told Norheim News and then BBC Fjordland that he was happy."
    kinds = senses(document_of(text), nobody)
    assert kinds["Norheim News"] is kinds["BBC Fjordland"] is Kind.OTHER


def test_a_given_name_alone_is_of_whom_it_names(nobody: KnownNames) -> None:
    text = "Bodil Vestergard shot wide for Hallvik. Bodil sat deep, then were the cheers for Tolna."
    assert senses(document_of(text), nobody)["Bodil"] is Kind.PERSON


def test_letters_of_a_league_are_nobody(nobody: KnownNames) -> None:
    kinds = senses(document_of("It was a NFL record for Hallvik. HSK lost 2-1 to Brevik."), nobody)
    assert (kinds["NFL"], kinds["HSK"]) == (Kind.OTHER, Kind.TEAM)


def test_a_country_of_a_city_is_nobody(nobody: KnownNames) -> None:
    kinds = senses(document_of("Hallvik won in the Norland city of Tolna."), nobody)
    assert (kinds["Norland"], kinds["Tolna"]) == (Kind.OTHER, Kind.CITY)


def test_a_surname_is_what_the_full_name_is(nobody: KnownNames) -> None:
    text = "The striker Marco Bellini was fit. It was for Bellini to decide."
    found = senses(document_of(text), nobody)
    assert found["Marco Bellini"] is found["Bellini"] is Kind.PERSON


REPORTS = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("manner", REPORTS)
def test_names_in_the_manner_of_a_publisher(nobody: KnownNames, manner: str) -> None:
    entry = REPORTS[manner]
    expected = {name: kind for kind in Kind for name in entry.get(kind.value, ())}
    found = senses(document_of(entry["text"].strip()), nobody)
    told = {name: found.get(name) for name in expected}
    assert told == expected


def examples() -> list[Any]:
    return [
        pytest.param(number, text, wanted, id=f"{number}-{text}")
        for number, cue in enumerate(cues())
        for text, wanted in ((cue.reads, True), (cue.spares, False))
    ]


@pytest.mark.parametrize(("number", "text", "wanted"), examples())
def test_cue(number: int, text: str, wanted: bool) -> None:
    """In the examples of a cue X is the name it is about, Y another."""
    cue = cues()[number]
    document = document_of(text.replace("X", "Nubro").replace("Y", "Osk"))
    votes = {
        vote
        for sentence in document.sentences
        for token in sentence.tokens
        if token.name and token.text == "Nubro"
        for vote in votes_by_use(sentence, token.index)
    }
    assert ((cue.sense, cue.weight) in votes) == wanted, votes


def test_one_who_is_named_alone_is_no_third_team(nobody: KnownNames) -> None:
    """Of two teams told well a third name of one word is rather a player."""
    lead = "Hallvik beat Brevik 2-1 on Saturday. Hallvik lost 3-0 to Brevik last week. "
    for told in ("Lind looked isolated.", "Lind, too, went close.", "Lind continued to threaten."):
        assert senses(document_of(lead + told), nobody)["Lind"] is Kind.PERSON, told
    for told in ("Lind continue to set the pace.", "Lind also lost.", "They overtook Lind."):
        assert senses(document_of(lead + told), nobody)["Lind"] is Kind.TEAM, told
