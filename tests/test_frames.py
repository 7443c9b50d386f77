"""Who did what to whom, and whether the sentence asserts it."""

import pytest
from readings import scene_of

from kg.frames import Frame, Standing, find_frames
from kg.mentions import Mention

CAST = (
    "Hosts Hallvik won 2-0 against Brevik on Saturday.\n\n"
    "Hallvik striker Marco Bellini and Brevik defender Jon Sorensen were fit.\n\n"
)
NOUNS = frozenset({"header", "goal", "equaliser"})


def frame_of(text: str, trigger: str) -> Frame:
    scene = scene_of(CAST + text)
    sentences = [s for s in scene.document.sentences if s.start >= len(CAST)]
    frames = [f for s in sentences for f in find_frames(s, scene.of(s.number), NOUNS)]
    (found,) = [frame for frame in frames if frame.trigger.text == trigger]
    return found


def who(mention: Mention | None) -> str | None:
    return mention.entity.name if mention and mention.entity else None


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Bellini scored.", "scored", "Marco Bellini"),
        ("Marco Bellini, of all people, lashed in a loose ball.", "lashed", "Marco Bellini"),
        ("Marco Bellini, 17, drilling in the rebound, won it.", "drilling", "Marco Bellini"),
        (
            "Sorensen was beaten, Marco Bellini this time glancing in a corner.",
            "glancing",
            "Marco Bellini",
        ),
        ("Marco Bellini rose to nod past Jon Sorensen.", "nod", "Marco Bellini"),
        ("Marco Bellini rose above Jon Sorensen to head home the corner.", "head", "Marco Bellini"),
        ("Marco Bellini had by then levelled matters.", "levelled", "Marco Bellini"),
        ("It came to Marco Bellini, who side-footed home.", "side-footed", "Marco Bellini"),
        ("Striker Marco Bellini rifled in the goal of the day.", "rifled", "Marco Bellini"),
        ("Marco Bellini outpaced Jon Sorensen and shot between his legs.", "shot", "Marco Bellini"),
        ("The opener was scored by Bellini.", "scored", "Marco Bellini"),
        ("Sorensen slipped and Bellini scored.", "scored", "Marco Bellini"),
        ("Bellini turned and scored.", "scored", "Marco Bellini"),
        ("It fell to Bellini, who scored.", "scored", "Marco Bellini"),
        ("Bellini waited before he scored.", "scored", "Marco Bellini"),
        ("The striker Bellini scored.", "scored", "Marco Bellini"),
        ("Bellini's late header was fine.", "header", "Marco Bellini"),
        ("There was a header from Bellini.", "header", "Marco Bellini"),
        ("A header by Bellini flew in.", "header", "Marco Bellini"),
        ("Kaba crossed from the left for Bellini to score.", "score", "Marco Bellini"),
        ("Sorensen squared the ball to Bellini to head in.", "head", "Marco Bellini"),
        ("Bellini beat Sorensen to score.", "score", "Marco Bellini"),
        ("It allowed Bellini to turn and score.", "score", "Marco Bellini"),
        ("Sorensen slipped and Bellini shot wide.", "shot", "Marco Bellini"),
        ("The cross was headed in by Bellini to make it 2-0.", "make", "Marco Bellini"),
        ("Bellini headed in Sorensen's corner to open the scoring.", "open", "Marco Bellini"),
        ("Hallvik scored.", "scored", "Hallvik"),
        ("The hosts scored.", "scored", "Hallvik"),
    ],
)
def test_doer(text: str, trigger: str, doer: str) -> None:
    assert who(frame_of(text, trigger).doer) == doer


def test_passive_with_means() -> None:
    frame = frame_of("Bellini's cross was guided into the net by Sorensen.", "guided")
    assert frame.passive
    assert who(frame.doer) == "Jon Sorensen"
    assert who(frame.owner) == "Marco Bellini"
    assert frame.means is not None
    assert frame.means.text == "cross"


def test_undergoer() -> None:
    frame = frame_of("Sorensen tripped Bellini in the box.", "tripped")
    assert (who(frame.doer), who(frame.undergoer)) == ("Jon Sorensen", "Marco Bellini")
    assert frame.tail_text.endswith("in the box .")


def test_tail_ends_where_another_clause_begins() -> None:
    frame = frame_of("Bellini headed wide, but Sorensen cleared the ball into touch.", "headed")
    assert "touch" not in frame.tail_text


@pytest.mark.parametrize(
    ("text", "trigger", "standing"),
    [
        ("Bellini scored.", "scored", Standing.ASSERTED),
        ("Bellini rose to score.", "score", Standing.ASSERTED),
        ("Kaba set up Bellini to score.", "score", Standing.ASSERTED),
        ("Kaba crossed from the right for Bellini to score.", "score", Standing.ASSERTED),
        ("Bellini was set to score.", "score", Standing.HYPOTHETICAL),
        ("Bellini had scored early on.", "scored", Standing.ASSERTED),
        ("Bellini never scored.", "scored", Standing.NEGATED),
        ("Bellini did not score.", "score", Standing.NEGATED),
        ("Bellini should have scored.", "scored", Standing.HYPOTHETICAL),
        ("Bellini almost scored.", "scored", Standing.HYPOTHETICAL),
        ("Bellini failed to score.", "score", Standing.HYPOTHETICAL),
        ("Bellini had a chance to score.", "score", Standing.HYPOTHETICAL),
        ("If Bellini scored, it would be a surprise.", "scored", Standing.HYPOTHETICAL),
        ("Bellini will score.", "score", Standing.FUTURE),
        ("Bellini has scored in every match.", "scored", Standing.ELSEWHERE),
        ("Bellini had scored twice last season.", "scored", Standing.ELSEWHERE),
        ('"I think Bellini scored a fine goal," said Sorensen.', "scored", Standing.QUOTED),
    ],
)
def test_standing(text: str, trigger: str, standing: Standing) -> None:
    assert frame_of(text, trigger).standing is standing
