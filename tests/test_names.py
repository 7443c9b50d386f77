"""Names spotted by how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import document_of

from kg.names.runs import sentences


def names(text: str) -> list[str]:
    return [name.text for name in document_of(text).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defender Jon Sorensen headed wide.", ["Jon Sorensen"]),
        ("There was a cross from Sorensen.", ["Sorensen"]),
        ("He met Rafael van der Berg and Luca di Marco.", ["Rafael van der Berg", "Luca di Marco"]),
        ("The ball fell to de Ruyter in the box.", ["de Ruyter"]),
        ("It was Jean-Luc Smith-Rowe again.", ["Jean-Luc Smith-Rowe"]),
        ("The hosts sent on Seamus O'Dowd late.", ["Seamus O'Dowd"]),
        ("It ended at St James' Park in rain.", ["St James' Park"]),
        ("They met at the Stadium of Dreams.", ["Stadium of Dreams"]),
        ("The crowd sang for Ádám Szűcs, Łukasz Żuraw and Ødegren.",
         ["Ádám Szűcs", "Łukasz Żuraw", "Ødegren"]),
        ("It was a Champions League Group D clash.", ["Champions League", "Group D"]),
        ("The Croatian Mario Petric scored on Tuesday in December.", ["Mario Petric"]),
        ("They lost at Karsk A&M again.", ["Karsk A&M"]),
        ("They sent on Ronan Finn. Finn shot wide and the crowd sang Finn's name.",
         ["Ronan Finn", "Finn", "Finn"]),
        ("They sent on Ronan Finn for the Finn with the armband of a Finn captain.",
         ["Ronan Finn"]),
        ("Alan French met a cross of French teenager Luc Moreau, and French headed in.",
         ["Alan French", "Luc Moreau", "French"]),
        ("In West German football and the South African league a German shot wide.", []),
        ("'I've never seen that,' said Sorensen.", ["Sorensen"]),
        ("Hallvik visit Brevik on Tuesday. Skarn host Lidhult Rovers. (Reporting by Ann Moe)",
         ["Hallvik", "Brevik", "Skarn", "Lidhult Rovers", "Ann Moe"]),
        ("The VAR was asked.", []),
        ("IVO KABA headed in and FC BRYNE VALE fell.", ["Ivo Kaba", "FC Bryne Vale"]),
        ("The visitors of Coach Ivo Kaba met Head Coach Jon Lund.", ["Ivo Kaba", "Jon Lund"]),
        ("He met Hallvik Head Coach Ivo Kaba and Brevik Captain Jon Lund.",
         ["Hallvik", "Ivo Kaba", "Brevik", "Jon Lund"]),
        ("Then Hallvik Senior Forward Ivo Kaba fed Brevik Left Back Jon Lund.",
         ["Hallvik", "Ivo Kaba", "Brevik", "Jon Lund"]),
        ("Ivo Kaba, the Head Coach of Brevik, told Reuters.", ["Ivo Kaba", "Brevik"]),
        ("They won the Brevik President Cup under Jon Captainsson.",
         ["Brevik President Cup", "Jon Captainsson"]),
        ("It was two each for Player of the Match Ivo Kaba.", ["Ivo Kaba"]),
        ("Then Lance Corporal Cliff Oram fed Havildar Ranjit Lal.", ["Cliff Oram", "Ranjit Lal"]),
        ("They sent on Major Tom Hewlett for Lance Oram.", ["Major Tom Hewlett", "Lance Oram"]),
        ("HT Hallvik 0-2 Brevik. Kaba got the first.", ["Hallvik", "Brevik", "Kaba"]),
        ("They sent on forward Sunday Okpara on Sunday.", ["Sunday Okpara"]),
        ("It was headed in from Monday Eze's corner by Kaba.", ["Monday Eze", "Kaba"]),
        ("The winner on Monday Hallvik had earned.", ["Hallvik"]),
        ("It fell to Kaba. Finn Ahrens headed on.", ["Kaba", "Finn Ahrens"]),
        ("It fell to the Finn Jari Aalto.", ["Jari Aalto"]),
        ("It is a beauty: Ji-won Seo shapes to shoot.", ["Ji-won Seo"]),
        ("He was alone. Half-time substitute Kaba slipped.", ["Kaba"]),
        ("He shot. Beaten 2-1 at Norrington, they rallied.", ["Norrington"]),
        ("He shot. Oranges were handed out.", []),
        ("They met Stags. Stags were tired.", ["Stags", "Stags"]),
        ("Lund left Wave. Stripping Wave captain Kaba, he ran.", ["Lund", "Wave", "Wave", "Kaba"]),
        ("Karsk High School's Green Devils won.", ["Karsk High School", "Green Devils"]),
        ("It fell In the 62nd minute of Match Day 21.", []),
        ("They won at Hallvik Sunday before Sheffield Wednesday fell.",
         ["Hallvik", "Sheffield Wednesday"]),
        ("He was replaced by Socceroo Ivo Kaba.", ["Ivo Kaba"]),
        ("Rangers Fall 2-1 to Hallvik", ["Rangers", "Hallvik"]),
        ("They met at Brevik's Field on Tuesday.", ["Brevik's Field"]),
        ("28' - Ivo Kaba WATCH", ["Ivo Kaba"]),
        ("RAMPANT Ivo Kaba beat Brevik.", ["Ivo Kaba", "Brevik"]),
        ("BAD BOY Hallvik winger Ivo Kaba is back.", ["Hallvik", "Ivo Kaba"]),
        ("Lund caps big comeback And Hallvik won.", ["Lund", "Hallvik"]),
        ("Lund caps big comeback Visiting coach Ivo Kaba smiled.", ["Lund", "Ivo Kaba"]),
        ("They beat The Skarn Saints and After School Hallvik won.",
         ["The Skarn Saints", "School Hallvik"]),
        ("Back in Europe Hallvik won the Europe Cup and the Asia Pacific League.",
         ["Hallvik", "Europe Cup", "Asia Pacific League"]),
        ("A Kaba-powered attack ended in a Kaba-esque finish.", []),
        ("A Kaba-fuelled Hallvik beat Brevik with Lee Dong-gook.",
         ["Hallvik", "Brevik", "Lee Dong-gook"]),
        ("An Ivo Kaba-inspired win left Norland League-bound Brevik behind.",
         ["Ivo Kaba", "Norland League", "Brevik"]),
        ("A much-changed Hallvik XI met the Karsk-based side.", ["Hallvik"]),
        ("HALLVIK Town lost to Brevik.", ["Hallvik Town", "Brevik"]),
        ("KABA struck twice. It was Kaba again.", ["Kaba", "Kaba"]),
        ("CSKA Skarn won.", ["CSKA Skarn"]),
        ("HALLVIK'S Ivo Kaba shot.", ["HALLVIK", "Ivo Kaba"]),
        ("NORHEIMSUND'S Ivo Kaba shot.", ["Norheimsund", "Ivo Kaba"]),
        ("He plays for the Republic of Norland.", ["Republic of Norland"]),
        ("Scintillating Ivo Kaba won it.", ["Ivo Kaba"]),
        ("It was the Women's World Cup that they won.", ["Women's World Cup"]),
        ("It was the women's coach who won.", []),
        ("On Tuesday the Danish side won.", []),
        ("Karsk-based Hallvik United beat Ten-man Brevik.", ["Hallvik United", "Brevik"]),
        ("Lee Dong-man set up Anne-Marie Bound.", ["Lee Dong-man", "Anne-Marie Bound"]),
        ("When the half ended it rained.", []),
        ("They lost to Arrows of Tolna. How the Arrows of Tolna fans sang!",
         ["Arrows of Tolna", "Arrows of Tolna"]),
        ("Hearts of Tolna drew. It was late when Hearts scored.", ["Hearts of Tolna", "Hearts"]),
        ("They won with Soldal. Wilfred Soldal scored.", ["Soldal", "Wilfred Soldal"]),
        ("Fans of Tolna sang. It was the fans who won it.", ["Tolna"]),
        ("A cross fell to Kaba of Hallvik, and then to Lund of Brevik.",
         ["Kaba", "Hallvik", "Lund", "Brevik"]),
        ("They beat FC United of Karsk at home.", ["FC United of Karsk"]),
        ("Captain of Hallvik for years, he was Captain of Brevik too.", ["Hallvik", "Brevik"]),
        ("They won in Round 18 of it.", []),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_rare_word_that_opens_a_sentence_is_no_name() -> None:
    assert names("Midway through the half it rained.") == []


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert names("It was Sorensen’s header and Bellini's goal.") == ["Sorensen", "Bellini"]


def test_a_common_word_is_a_name_where_the_report_writes_it_so() -> None:
    assert names("A ball came from Young. Young had been on for a minute.") == ["Young", "Young"]
    assert names("Young players had been on for a minute.") == []


def test_what_is_no_name_stays_apart() -> None:
    assert names("Wasn't that a goal? It was Kaba's.") == ["Kaba"]
    assert names("Goals from Hayes and Ivo did it.") == ["Hayes", "Ivo"]
    assert names("They won the King's Cup.") == ["King's Cup"]


def test_what_opens_a_line_is_no_part_of_the_name_behind_it() -> None:
    assert names("Striker Marco Bellini scored. When Bellini left, it rained.") == [
        "Marco Bellini",
        "Bellini",
    ]


def test_names_stand_where_they_say() -> None:
    text = "Hosts Hallvik won 2-0.\n\nMarco Bellini hit the post for Hallvik."
    found = document_of(text).names
    assert [text[name.start : name.end] for name in found] == [name.text for name in found]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One won. Two lost.", ["One won.", "Two lost."]),
        ("Hallvik 2-1 (a.e.t.) Brevik", ["Hallvik 2-1 (a.e.t.) Brevik"]),
        ("St. Pauli won. J. Bellini scored.", ["St. Pauli won.", "J. Bellini scored."]),
        ("It ended 2-1. 12 saw red.", ["It ended 2-1.", "12 saw red."]),
        ("“We won.” He smiled.", ["“We won.”", "He smiled."]),
        ("What a goal! Was it his best? No.", ["What a goal!", "Was it his best?", "No."]),
        ("no full stop", ["no full stop"]),
        ("It was over.Kaba smiled.”Lund wept.", ["It was over.", "Kaba smiled.”", "Lund wept."]),
        ("See hallvik.com, St.Olaf and No.Ten.", ["See hallvik.com, St.Olaf and No.Ten."]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1 .?!”“", max_size=60))
def test_sentences_cover_the_text(text: str) -> None:
    found = sentences(text)
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())
