"""What a goal did to the score, and what follows for its side."""

import pytest
from readings import document_of, reading_of

from kg.facts.goal import Goal
from kg.facts.goal.effect import Effect, effect_named, effects_of, ways
from kg.frames import find_frames
from kg.lexicon import content
from kg.mentions import find_mentions
from kg.phrasings import nouns_of
from kg.pipeline import known_names
from kg.reconcile.choice.course import Step, steps_to

ENTRIES = content("effects")["effect"]
CAST = "Hallvik drew 1-1 with Brevik on Sunday. Hallvik striker Marco Kaba was fit.\n\n"


def names_told(text: str) -> set[str]:
    """The effects that the frames of a sentence tell of."""
    scene = find_mentions(document_of(CAST + text), known_names())
    nouns = nouns_of(("goal",))
    return {
        effect.name
        for sentence in scene.document.sentences
        if sentence.start >= len(CAST)
        for frame in find_frames(sentence, scene.of(sentence.number), nouns)
        if frame.owner or not frame.noun
        for effect in effects_of(frame)
    }


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["name"]))
def test_effect_reads_its_examples_and_spares_near_misses(entry: dict[str, object]) -> None:
    reads, spares = entry["reads"], entry["spares"]
    assert isinstance(reads, list)
    assert isinstance(spares, list)
    assert [text for text in reads if entry["name"] not in names_told(text)] == []
    assert [text for text in spares if entry["name"] in names_told(text)] == []


def test_levelling_is_of_the_side_that_was_behind() -> None:
    levels = next(iter(effect_named("levels")))
    assert [step for step in steps_to((2, 1)) if step.allows(levels)] == [
        Step(1, 1, gained=True),
        Step(1, 1, gained=False),
    ]
    assert not [step for step in steps_to((3, 0)) if step.allows(levels)]


def test_consolation_is_of_the_side_that_lost() -> None:
    consoles = next(iter(effect_named("consoles")))
    assert consoles.allows_end(1, (1, 3))
    assert not consoles.allows_end(1, (2, 1))
    assert Effect("").allows_end(1, (2, 1))


def test_winner_is_the_goal_that_the_others_did_not_match() -> None:
    decides = next(way.effect for way in ways().all if way.effect.decisive)
    assert decides.allows_end(3, (3, 2))
    assert not decides.allows_end(1, (3, 2))


def sides_of_goals(text: str) -> dict[str, str]:
    """The team of each scorer."""
    goals = [event for event in reading_of(text).events if event.word == "goal"]
    return {vars(goal)["scorer"].name: goal.team.name for goal in goals if goal.team}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Hallvik won 3-1 against Brevik on Saturday.\n\n"
            "Hallvik striker Marco Bellini scored twice and Kwame Nduri got the third. "
            "Ivo Kaba pulled one back late on.",
            {"Kwame Nduri": "Hallvik", "Ivo Kaba": "Brevik", "Marco Bellini": "Hallvik"},
        ),
        (
            "Hallvik drew 1-1 with Brevik on Saturday.\n\n"
            "Hallvik striker Marco Bellini opened the scoring on 20 minutes.\n\n"
            "Ivo Kaba equalised in the 70th minute.",
            {"Marco Bellini": "Hallvik", "Ivo Kaba": "Brevik"},
        ),
        (
            "Hallvik won 2-1 against Brevik on Saturday.\n\n"
            "Ivo Kaba put Brevik ahead in the 10th minute. Marco Bellini equalised in the 30th. "
            "Kwame Nduri headed in the winner in the 88th minute.",
            {"Ivo Kaba": "Brevik", "Marco Bellini": "Hallvik", "Kwame Nduri": "Hallvik"},
        ),
        (
            "Hallvik came from behind to beat Brevik 2-1 on Saturday.\n\n"
            "Ivo Kaba scored in the 10th minute. Marco Bellini equalised in the 30th minute. "
            "Kwame Nduri headed in the winner in the 88th minute.",
            {"Ivo Kaba": "Brevik", "Marco Bellini": "Hallvik", "Kwame Nduri": "Hallvik"},
        ),
        (
            "Hallvik threw away an early lead as they lost 2-1 to Brevik on Saturday.\n\n"
            "Ivo Kaba scored in the 10th minute. Marco Bellini equalised in the 30th minute. "
            "Kwame Nduri headed in the winner in the 88th minute.",
            {"Ivo Kaba": "Hallvik", "Marco Bellini": "Brevik", "Kwame Nduri": "Brevik"},
        ),
        (
            "Hallvik v Brevik\n\n"
            "Brevik striker Ivo Kaba broke the deadlock in the 10th minute. "
            "Marco Bellini levelled in the 30th minute.",
            {"Ivo Kaba": "Brevik", "Marco Bellini": "Hallvik"},
        ),
    ],
)
def test_side_follows_from_the_course_of_the_score(text: str, sides: dict[str, str]) -> None:
    assert sides_of_goals(text) == sides


# ------------------------------------------------------------------------------- one more of his

FIRST = (
    "Marco Kaba scored with a low shot.",
    "Hallvik doubled their lead when Marco Kaba headed in.",
    "Marco Kaba made it two with a header in the 69th minute.",
)
ONE_MORE = (
    "Kaba then added a third from close in.",
    "The striker headed the third.",
    "Kaba made it three late on.",
    "He made it 3-0.",
    "Kaba was on target again in stoppage time.",
    "Kaba's second goal came five minutes from time.",
    "Kaba rounded off the win with a third.",
)
NO_MORE = (
    "It was Kaba's third goal of the season.",
    "Kaba almost added a third but shot wide.",
    "Kaba had a third ruled out for offside.",
    "The goal settled his nerves.",
)


def goals_of_kaba(score: str, first: str, then: str) -> int:
    """How many goals of Kaba are read behind one of a team mate, in a match that ended so."""
    reading = reading_of(
        f"Hallvik beat Brevik {score} on Saturday.\n\n"
        f"Piet Sorensen steered in a volley to give Hallvik the lead. {first} {then}"
    )
    goals = (event for event in reading.events if isinstance(event, Goal))
    return sum(goal.scorer is not None and goal.scorer.name == "Marco Kaba" for goal in goals)


@pytest.mark.parametrize("first", FIRST)
def test_one_more_of_a_scorer_is_another_goal(first: str) -> None:
    assert [then for then in ONE_MORE if goals_of_kaba("3-0", first, then) != 2] == []


@pytest.mark.parametrize("first", FIRST)
def test_goal_that_was_told_is_not_told_as_another(first: str) -> None:
    assert [then for then in NO_MORE if goals_of_kaba("2-0", first, then) != 1] == []


def test_list_ends_before_the_subject_of_a_clause() -> None:
    reading = reading_of(
        "Hallvik beat Brevik 1-0 on Saturday.\n\n"
        "Nduri flicked on a corner from Marco Kaba and Piet Sorensen scored from close range."
    )
    goals = [event for event in reading.events if isinstance(event, Goal)]
    assert [goal.scorer and goal.scorer.name for goal in goals] == ["Piet Sorensen"]
