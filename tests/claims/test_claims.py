"""What holds of every claim: ids, evidence within its sentence, quotations, order."""

from __future__ import annotations

from tests.claims.told import claims_of

TEXT = (
    "France urged Austria to open the border by Friday. The minister said the army had shelled the "
    "village. If the rebels attack, Chad will bomb the port. It is unclear where Poland stands on it. "
    "Norway held talks with Sweden in Copenhagen on Monday, and Denmark supports the plan."
)


def test_the_same_words_give_the_same_ids() -> None:
    assert [c.id for c in claims_of(TEXT)] == [c.id for c in claims_of(TEXT)]


def test_ids_differ_within_and_between_texts() -> None:
    first, second = ({c.id for c in claims_of(text)} for text in (TEXT, "A note. " + TEXT))
    assert len(first) == len(claims_of(TEXT)) >= 5
    assert not first & second


def test_evidence_lies_in_its_sentence_and_claims_in_the_order_of_sentences() -> None:
    claims = claims_of(TEXT)
    assert all(c.sentence.covers(c.evidence) for c in claims)
    assert [c.sentence.start for c in claims] == sorted(c.sentence.start for c in claims)


def test_confidence_is_a_share_and_the_method_named() -> None:
    for claim in claims_of(TEXT):
        assert 0 < claim.confidence < 1
        assert claim.method.startswith("frame:")
        assert claim.content
