"""Minutes as reports tell them: every example of kg/lexicon/moments.toml, and near misses."""

import tomllib

import pytest
from readings import document_of

from kg.lexicon import FOLDER, to_number
from kg.phrasings.moments import Moment, find_moments

# Minute and added time of each example; what is about ("shortly before"), what is to be counted
# from the minute told before ("later"), and what belongs to the event that follows ("ahead").
EXPECTED: dict[str, tuple[int | None, int | None, str]] = {
    "in the final minute": (90, None, ""),
    "in the last of five added minutes": (90, 5, ""),
    "took just six minutes of the second half to make it tell": (51, None, ""),
    "It took Kaba just six minutes to put them ahead": (6, None, ""),
    "the lead lasted only six minutes": (None, None, "later 6"),
    "they were in front for only four minutes": (None, None, "later 4"),
    "five minutes after the opener": (None, None, "later 5"),
    "two minutes after going ahead": (None, None, "later 2"),
    "three minutes after that": (None, None, "later 3"),
    "two minutes afterwards": (None, None, "later 2"),
    "another minute later": (None, None, "later 1"),
    "60 seconds later": (None, None, "later 1"),
    "when only four minutes remained": (86, None, ""),
    "in the second of four minutes of stoppage time": (90, 2, ""),
    "in the fourth added minute": (90, 4, ""),
    "three minutes beyond the 90": (90, 3, ""),
    "in the opening minute of the second half": (46, None, ""),
    "in the 90th minute plus three": (90, 3, ""),
    "in the 32nd second": (1, None, ""),
    "on the 34-minute mark": (34, None, ""),
    "in minute 34": (34, None, ""),
    "with the game 20 minutes old": (20, None, ""),
    "the second half was only three minutes old": (48, None, ""),
    "came on for the second half and it took him only six minutes to score": (51, None, ""),
    "with the clock showing 62 minutes": (62, None, ""),
    "with 34 gone": (34, None, ""),
    "with five to go": (85, None, ""),
    "five from time": (85, None, ""),
    "just 24 seconds after the restart": (46, None, ""),
    "18 seconds after kick-off": (1, None, ""),
    "(14 mins)": (14, None, ""),
    "two minutes before the hour": (58, None, ""),
    "three minutes after the hour mark": (63, None, ""),
    "two minutes before the half-hour": (28, None, ""),
    "three minutes past the half-hour mark": (33, None, ""),
    "with a quarter of an hour to go": (75, None, ""),
    "with half an hour to play": (60, None, ""),
    "a quarter of an hour after the restart": (60, None, ""),
    "a quarter of an hour before the break": (30, None, ""),
    "half an hour after the restart": (75, None, ""),
    "with a quarter of an hour played": (15, None, ""),
    "with half an hour gone": (30, None, ""),
    "with an hour gone": (60, None, ""),
    "with ten minutes of the match remaining": (80, None, ""),
    "with five minutes of the first half remaining": (40, None, ""),
    "in the second minute of first-half stoppage time": (45, 2, ""),
    "in the second minute of added time": (90, 2, ""),
    "in the fourth minute of the second half": (49, None, ""),
    "in the tenth minute of extra time": (100, None, ""),
    "two minutes into first-half injury time": (45, 2, ""),
    "three minutes into stoppage time": (90, 3, ""),
    "in the 13th minute": (13, None, ""),
    "within 11 minutes of a first ever victory": (79, None, "ahead"),
    "11 minutes from time": (79, None, ""),
    "with one minute remaining": (89, None, ""),
    "eight minutes before the break": (37, None, ""),
    "four minutes after the restart": (49, None, ""),
    "three minutes into extra time": (93, None, ""),
    "Eleven minutes in": (11, None, ""),
    "on 13 minutes": (13, None, ""),
    "Kaba 13'": (13, None, ""),
    "just after the half-hour mark": (30, None, "about"),
    "just before the hour mark": (60, None, "about"),
    "on the half-hour mark": (30, None, ""),
    "on the hour mark": (60, None, ""),
    "on the stroke of half-time": (45, None, "about"),
    "shortly before the break": (44, None, "about"),
    "shortly after the break": (47, None, "about"),
    "midway through the second half": (67, None, "about"),
    "midway through the first half": (22, None, "about"),
    "took just nine minutes to draw level": (None, None, "later 9"),
    "two minutes later": (None, None, "later 2"),
    "within six minutes": (None, None, "later 6"),
    "before the quarter-hour": (15, None, "about"),
    "were back in front within three minutes": (None, None, "later 3"),
    "took the lead within three minutes": (3, None, ""),
    "with nine minutes of the 90 remaining": (81, None, ""),
    "with 32 minutes played": (32, None, ""),
    "with just three minutes of the second half gone": (48, None, ""),
    "within three minutes of the restart": (48, None, ""),
    "after quarter of an hour": (15, None, ""),
    "in the fourth minute of the second period of extra time": (109, None, ""),
    "three minutes into the second half of extra time": (108, None, ""),
    "three minutes into the first period of extra time": (93, None, ""),
    "six minutes from the end of extra time": (114, None, ""),
    "Kaba 90+3": (90, 3, ""),
    "in the last minute of the first half": (45, None, ""),
    "in the final minute of normal time": (90, None, ""),
    "in the opening minute": (1, None, ""),
    "in the 34th": (34, None, ""),
    "set them on their way (18)": (18, None, ""),
    "needed just seven minutes to get off the mark": (7, None, ""),
    "14 min: Kaba scores": (14, None, ""),
    "five minutes after kick-off": (5, None, ""),
    "within three minutes of kick-off": (3, None, ""),
    "after just 50 seconds": (1, None, ""),
    "it took just 43 seconds for the hosts to go ahead": (1, None, ""),
    "inside the opening 40 seconds": (1, None, ""),
    "before the half-hour": (30, None, "about"),
    "only 43 seconds had elapsed": (1, None, ""),
    "six minutes into the additional period": (96, None, ""),
    "sent the tie into extra time with five minutes left": (85, None, ""),
    "the tie went into extra time, and with five minutes left": (115, None, ""),
    "it went to extra time and they led within two minutes": (92, None, ""),
    "it went to extra time after they scored in the 12th minute": (12, None, ""),
    "30 seconds in": (1, None, ""),
    "after four minutes and 44 seconds": (5, None, ""),
    "with two minutes of injury time played": (90, 2, ""),
    "in the third minute of the four added": (90, 3, ""),
    "between the 23rd and the 35th minutes": (23, None, "about"),
    "with 3:20 left in the first half": (42, None, ""),
    "with 11:23 left in regulation": (79, None, ""),
    "at the 26:14 mark": (27, None, ""),
    "Extra time was four minutes old": (94, None, ""),
    "with the second half only 20 seconds old": (46, None, ""),
    "with the game 40 seconds old": (1, None, ""),
    "with just 90 seconds played": (2, None, ""),
    "in the ninth": (9, None, ""),
    "either side of the half-hour": (30, None, "about"),
    "Own goal, 52 minutes, no arguments": (52, None, ""),
    "Seventy-nine minutes.": (79, None, ""),
    "Minute 94: Kaba scores": (94, None, ""),
    "with a free-kick that went in off the wall, 52; Kaba put them in front": (52, None, ""),
    "a quarter of an hour later": (None, None, "later 15"),
    "half an hour later": (None, None, "later 30"),
    "in the very next minute": (None, None, "later 1"),
    "drew them level on 66": (66, None, ""),
}
EXAMPLES = [
    entry["example"]
    for entry in tomllib.loads((FOLDER / "moments.toml").read_text(encoding="utf-8"))["moment"]
]
# Minutes that reports tell in the same ways.
MORE: dict[str, tuple[int | None, int | None, str]] = {
    "in the second minute of added on time": (90, 2, ""),
    "four minutes into added-on time": (90, 4, ""),
    "two minutes into the second period": (47, None, ""),
    "three minutes shy of the interval": (42, None, ""),
    "when 20 minutes had been played": (20, None, ""),
    "There were 20 minutes on the clock.": (20, None, ""),
    "with four minutes left in the half": (41, None, ""),
    "with four minutes remaining before the break": (41, None, ""),
    "with two minutes to half-time": (43, None, ""),
    "in the second minute of added time in the first half": (45, 2, ""),
    "with 15 minutes still on the clock": (75, None, ""),
    "an hour in": (60, None, ""),
    "a quarter of an hour in": (15, None, ""),
    "on the quarter-hour mark": (15, None, ""),
    "Seven minutes was all it took Kaba": (7, None, ""),
    "in the eighth minute of stoppages": (90, 8, ""),
    "inside 60 seconds": (1, None, ""),
    "in the 90th+3 minute": (90, 3, ""),
    "with 11 minutes of the game gone": (11, None, ""),
    "in the 61st Kaba scored": (61, None, ""),
    "in the 45th minute": (45, None, ""),
    "in the forty-fifth minute": (45, None, ""),
    "a 25th-minute header": (25, None, ""),
    "after just four minutes": (4, None, ""),
    "with 12 minutes to go": (78, None, ""),
    "in the 58th": (58, None, ""),
    "75 min: Yellow card for Kaba": (75, None, ""),
    "a minute from time": (89, None, ""),
    "ten minutes into the second half": (55, None, ""),
    "six minutes after half-time": (51, None, ""),
    "on the hour": (60, None, ""),
    "in the 117th minute": (117, None, ""),
    "twenty-two minutes in": (22, None, ""),
    "a minute before the interval": (44, None, ""),
    "in the 90+3rd minute": (90, 3, ""),
    "(45+2)": (45, 2, ""),
    "from the spot in the 71st, his second": (71, None, ""),
    "on the stroke of the hour mark": (60, None, ""),
    "after 90 seconds": (2, None, ""),
    "a minute before the half": (44, None, ""),
    "two minutes before the whistle for half-time": (43, None, ""),
    "five minutes before the end of the first half": (40, None, ""),
    "eight minutes into the second session": (53, None, ""),
    "three minutes after the breather": (48, None, ""),
    "four minutes after recess": (49, None, ""),
    "six minutes into the second": (51, None, ""),
    "four minutes before the ninety were up": (86, None, ""),
    "with three minutes until full-time": (87, None, ""),
    "with 69 on the clock": (69, None, ""),
    "with 116 minutes showing on the clock": (116, None, ""),
    "with 87 minutes on the scoreboard": (87, None, ""),
    "with the clock on 88": (88, None, ""),
    "with 20 left": (70, None, ""),
    "just 5:41 in": (6, None, ""),
    "100 seconds into the second half": (47, None, ""),
    "until the 75th, when they fell behind": (75, None, ""),
    "in 29th he scored": (29, None, ""),
    "in the fifty-third": (53, None, ""),
    "through Kaba on 27, the striker scoring": (27, None, ""),
    "on 66 minutes took a nick": (66, None, ""),
    "It took the boys in red only four minutes to get going": (4, None, ""),
    "needed 11 minutes to notch his fourth goal": (11, None, ""),
    "three minutes on they were ahead": (None, None, "later 3"),
}
# Phrases that tell several.
LISTS = {
    "led after four minutes and made it 2-0 on nine": [4, 9],
    "Kaba (12, 25) scored twice": [12, 25],
    "his hat-trick (12, 25, 88 pen)": [12, 25, 88],
    "led on 12 minutes, and 31 when Kaba doubled it": [12, 31],
    "on 20 minutes and again on 55": [20, 55],
    "Kaba (13) and Bellini (56, pen)": [13, 56],
    "Kaba (15th) and Bellini (56th)": [15, 56],
    "a brace (47 and 69)": [47, 69],
    "a hat-trick (37, 61 and 90)": [37, 61, 90],
    "twice (6 and 34)": [6, 34],
    "after 10 and 43 minutes": [10, 43],
    "after 17 and 38 minutes": [17, 38],
    "in the ninth, 34th and 62nd minutes": [9, 34, 62],
    "on 20 minutes, and again with his first touch, 70, after a pass from Kaba": [20, 70],
    "in the 31st and 49th minutes": [31, 49],
}
NEAR_MISSES = (
    "a crowd of 300 (12, 25 away)",
    "another on the bench",
    "Hallvik are second on nine, Brevik third",
    "Hallvik were again ahead within three minutes",
    "from 20 yards, and 31 when the season began",
    "a minute or two after coming on",
    "after 55",
    "after 90 years of trying",
    "from 25 yards",
    "his 13th goal of the season",
    "in the 130th minute",
    "with 10 men",
    "the last minute",
    "four points clear",
    "a 20-minute delay",
    "two goals to the good",
    "for the last time",
    "in their 11 matches",
    "an hour's drive",
    "in the 4th round of the Cup",
    "in the 19th century",
    "as the fourth goal in six minutes",
    "through Kaba (19)",
    "with just under half an hour remaining",
    "half an hour late",
    "after more than an hour",
    "on 24, two points behind",
    "as Hallvik are second on 24",
    "from the kick-off at 19:45 local time",
    "as the striker, 22, after a run",
    "needed just 11 minutes to complete a hat-trick",
    "in the second",
    "in the fourth round",
    "up within 11 minutes",
    "on 12 June, in Hallvik",
    "given two minutes on the pitch",
    "with 10 men left on the field",
)


def moments(phrase: str) -> tuple[Moment, ...]:
    text = phrase if phrase.startswith(("14", "Minute", "Seventy")) else f"He saw it {phrase}."
    return moments_in(text)


def moments_in(text: str) -> tuple[Moment, ...]:
    """The moments of all sentences; a ticker's minute is a sentence of its own."""
    sentences = document_of(text).sentences
    return tuple(moment for sentence in sentences for moment in find_moments(sentence))


def told(moment: Moment) -> tuple[int | None, int | None, str]:
    notes = ("about" if moment.about else "", "ahead" if moment.ahead else "")
    later = f"later {moment.later}" if moment.later else ""
    return moment.minute, moment.added, "".join((*notes, later))


def test_every_example_has_its_minute_here() -> None:
    assert set(EXAMPLES) <= EXPECTED.keys() | MORE.keys() | LISTS.keys()


@pytest.mark.parametrize("phrase", LISTS)
def test_minutes_of_a_list(phrase: str) -> None:
    assert [moment.minute for moment in moments(phrase)] == LISTS[phrase]


@pytest.mark.parametrize("phrase", EXPECTED | MORE)
def test_minute(phrase: str) -> None:
    assert [told(moment) for moment in moments(phrase)] == [(EXPECTED | MORE)[phrase]]


@pytest.mark.parametrize("phrase", NEAR_MISSES)
def test_near_miss(phrase: str) -> None:
    assert [moment.text for moment in moments(phrase)] == []


def test_a_moment_stands_where_it_says() -> None:
    text = "They scored on 13 minutes. It was level 11 minutes from time and with a minute to go."
    found = moments_in(text)
    assert [moment.minute for moment in found] == [13, 79, 89]
    assert [text[moment.start : moment.end] for moment in found] == [m.text for m in found]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13", 13),
        ("13th", 13),
        ("thirteenth", 13),
        ("twenty-first", 21),
        ("ninety nine", 99),
        ("a", 1),
        ("few", None),
    ],
)
def test_number(text: str, number: int | None) -> None:
    assert to_number(text) == number


def test_clock_as_reports_write_it() -> None:
    (moment,) = moments("in the third minute of stoppage time")
    assert moment.shown == "90+3"
    assert moments("on 13 minutes")[0].shown == "13"
