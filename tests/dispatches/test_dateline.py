"""Datelines by their forms, and prose that only looks like one."""

from __future__ import annotations

import pytest

from dragoman.dispatches.dateline import find_dateline


@pytest.mark.parametrize(
    ("words", "mark", "agency", "day"),
    [
        ("PARIS, June 10 (Reuter)", " - ", "Reuter", "June 10"),
        ("NICOSIA, Cyprus (AP)", " — ", "AP", None),
        ("Geneva, 3 March 1986", " — ", None, "3 March 1986"),
        ("MOSCOW, Oct. 27 [1962]", "\n", None, "Oct. 27 [1962]"),
        ("MOSCOW, Oct. 27 [1962]", " — ", None, "Oct. 27 [1962]"),
        ("MOSCOW, June 10. /TASS/", ". ", "TASS", "June 10"),
        ("Ankara, 10 June (Anatolia)", "--", "Anatolia", "10 June"),
        ("(AP) CAIRO", " -- ", "AP", None),
        ("CAIRO", " — ", None, None),
        ("NEW DELHI", ": ", None, None),
        ("WASHINGTON, D.C., June 10", " – ", None, "June 10"),
        ("JERUSALEM/GAZA, June 10 (Reuters)", " - ", "Reuters", "June 10"),
        ("London, Reuters", " — ", "Reuters", None),
        ("SANTIAGO DE CHILE, Sept 11 (EFE)", ".- ", "EFE", "Sept 11"),
        (
            "Belgrade TANJUG in English 1200 GMT 3 Mar 86",
            "\n",
            "TANJUG",
            "3 Mar 86",
        ),
        ("N’Djamena, 5 Jan (AFP)", " - ", "AFP", "5 Jan"),
    ],
)
def test_dateline_is_found(words: str, mark: str, agency: str | None, day: str | None) -> None:
    prose = "The envoy left."
    text = f"{words}{mark}{prose}"
    found = find_dateline(text, 0)
    assert found is not None
    assert found.anchor.text == words.rstrip(".") == text[found.anchor.start : found.anchor.end]
    assert found.agency == agency
    assert (found.day.text if found.day else None) == day
    assert text[found.prose :] == prose


@pytest.mark.parametrize(
    "text",
    [
        "In Paris, June 10 — the day of the talks — was quiet.",
        "NATO — the alliance — met.",
        "SUMMARY: The envoy left.",
        "ANALYSIS - The envoy left.",
        "The talks — held June 10 — failed.",
        "Secretary Doe: Thank you.",
        "UN chief, on June 10 - he said",
        "The envoy left.",
        "DOE: I left.\n\nROE: Why?\n\nDOE: No matter.",
        "Communique, 16 February 2015",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0) is None
