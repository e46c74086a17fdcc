"""Words that tell of acts carry what the network says of them; a type outweighs each of its modes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Factuality, Predicate, Token
from dragoman.reading.encoder import Layers
from dragoman.reading.predicates import NO_EVENT, VALUES, predicates_of

EVENTS = ("NONE", "AID", "ASSAULT:aerial", "ASSAULT:drone", "ASSAULT", "RETREAT:withdraw")
TAGS = ("VERB", "NOUN", "ADJ", "PROPN", "AUX", "PUNCT")


def tokens(tags: Sequence[str]) -> list[Token]:
    return [Token(2 * i, 2 * i + 1, "x", "x", tag, "", i - 1, "dep") for i, tag in enumerate(tags)]


def layers(n: int, seed: int = 0) -> Layers:
    """Any scores for n words."""
    random = np.random.default_rng(seed)

    def scores(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.normal(size=shape).astype(np.float32)

    events = scores(n, len(EVENTS))
    return Layers(
        upos=np.zeros(n, dtype=np.int64),
        xpos=np.zeros(n, dtype=np.int64),
        recipes=np.zeros(n, dtype=np.int64),
        names=scores(n, 7),
        cues=scores(n, 3),
        factuality=scores(n, len(VALUES)),
        events=events - np.log(np.exp(events).sum(1, keepdims=True)),
        predicates=np.log(random.dirichlet((1, 1), size=n)).astype(np.float32),
        certainty=scores(n) * 4,
        arcs=scores(n, n + 1),
        heads=np.zeros((n, 2), dtype=np.int64),
        relations=np.zeros((n, 2), dtype=np.int64),
        links=scores(2, n, n),
        acts=scores(n, 11),
        act_values=scores(n, 7),
        auxiliary=scores(n, 4),
        bonds=scores(10, n, n),
    )


def read(**chances: float) -> Predicate:
    """The one verb of a sentence with these chances of labels; `_` stands for the colon."""
    own = layers(1)
    own.events[0] = np.log([chances.get(event.replace(":", "_"), 1e-6) for event in EVENTS])
    (found,) = predicates_of(tokens(["VERB"]), own, EVENTS)
    return found


@pytest.mark.parametrize(
    ("chances", "event", "mode", "probability"),
    [
        ({"NONE": 0.9, "AID": 0.1}, None, None, 0.9),
        ({"AID": 0.7, "NONE": 0.3}, "AID", None, 0.7),
        ({"ASSAULT_drone": 0.6, "NONE": 0.4}, "ASSAULT", "drone", 0.6),
        ({"ASSAULT": 0.6, "ASSAULT_drone": 0.3, "NONE": 0.1}, "ASSAULT", None, 0.9),
        ({"ASSAULT_aerial": 0.3, "ASSAULT_drone": 0.4, "NONE": 0.3}, "ASSAULT", "drone", 0.7),
        ({"ASSAULT_aerial": 0.28, "ASSAULT_drone": 0.3, "NONE": 0.42}, "ASSAULT", "drone", 0.58),
        ({"RETREAT_withdraw": 0.8, "NONE": 0.2}, "RETREAT", "withdraw", 0.8),
    ],
)
def test_types_and_modes(
    chances: dict[str, float], event: str | None, mode: str | None, probability: float
) -> None:
    found = read(**chances)
    assert (found.event, found.mode) == (event, mode)
    assert found.probability == pytest.approx(probability, abs=1e-4)


@pytest.mark.parametrize("value", VALUES)
def test_the_likeliest_value_is_told(value: Factuality) -> None:
    own = layers(1)
    own.factuality[0, VALUES.index(value)] = 9
    (found,) = predicates_of(tokens(["VERB"]), own, EVENTS)
    assert found.factuality == value


def test_verbs_are_predicates_and_other_words_that_are_likely_to_be() -> None:
    own = layers(5)
    own.predicates[:] = np.log([[0.9, 0.1], [0.69, 0.31], [0.71, 0.29], [0.9, 0.1], [0.2, 0.8]])
    tagged = tokens(["VERB", "NOUN", "NOUN", "VERB", "ADJ"])
    tagged[3] = replace(tagged[3], deprel="case")
    assert [one.word for one in predicates_of(tagged, own, EVENTS)] == [0, 1, 4]


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=8), st.integers(0, 1000))
def test_a_predicate_is_read_from_the_scores_of_its_own_word(tags: list[str], seed: int) -> None:
    own = layers(len(tags), seed)
    for one in predicates_of(tokens(tags), own, EVENTS):
        assert one.factuality == VALUES[int(own.factuality[one.word].argmax())]
        assert one.certainty == pytest.approx(min(3, max(-3, float(own.certainty[one.word]))))


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_no_other_type_is_likelier(seed: int) -> None:
    own = layers(1, seed)
    (found,) = predicates_of(tokens(["VERB"]), own, EVENTS)
    sums = dict.fromkeys((event.partition(":")[0] for event in EVENTS), 0.0)
    for event, score in zip(EVENTS, own.events[0], strict=True):
        sums[event.partition(":")[0]] += float(np.exp(score))
    assert found.probability == pytest.approx(max(sums.values()), abs=1e-5)
    assert found.probability == pytest.approx(sums[found.event or NO_EVENT], abs=1e-5)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_a_mode_is_one_of_its_type(seed: int) -> None:
    own = layers(1, seed)
    (found,) = predicates_of(tokens(["VERB"]), own, EVENTS)
    of_its_type = [
        (float(score), label)
        for score, label in zip(own.events[0], EVENTS, strict=True)
        if label.partition(":")[0] == (found.event or NO_EVENT)
    ]
    assert found.mode == (max(of_its_type)[1].partition(":")[2] or None)
