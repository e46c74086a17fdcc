"""A user's own additions: read, refused with file, line and mend, written."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import RegistryError
from dragoman.registry import Registry
from dragoman.registry.overlay import NewTerm, add_term, overlay_faults, read_overlay

DAY = date(1998, 6, 16)
SPOKESMAN = """\
# kept by the desk
persons:
  - name: Olav Tvedt
    also: [Olaf Tvedt]
    terms:
      - {office: spokesman, of: NOR, title: Press attache, from: 1998-01, to: 2000-08, source: own notes}
"""


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    path = tmp_path / "my.yml"
    path.write_text(SPOKESMAN, encoding="utf-8")
    return path


def faults(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "bad.yml"
    path.write_text(text, encoding="utf-8")
    return [str(fault).removeprefix(str(path)) for fault in overlay_faults(path)]


def terms(*rows: str, name: str = "A B") -> str:
    return f"persons:\n  - name: {name}\n    terms:\n" + "".join(f"      - {{{row}}}\n" for row in rows)


def test_a_person_of_the_overlay_is_found_by_every_spelling(overlay: Path) -> None:
    registry = Registry.load(overlay)
    for name in ("Olav Tvedt", "Olaf Tvedt", "Norwegian spokesman Tvedt"):
        found = registry.resolve(name, DAY)[0]
        assert (found.name, found.code, found.office) == ("Olav Tvedt", "NOR", "Press attache of Norway")
        assert "overlay my.yml: own notes" in found.why
    assert registry.resolve("Olav Tvedt", date(1960, 1, 1))[0].entity is None


def test_the_package_alone_does_not_know_what_an_overlay_adds(overlay: Path, registry: Registry) -> None:
    Registry.load(overlay)
    assert registry.resolve("Olav Tvedt", DAY)[0].entity is None


def test_a_holder_in_the_overlay_goes_before_those_of_the_package(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text(terms("office: foreign minister, of: RUS, from: 1998-01-01, to: 1998-12-31"), "utf-8")
    assert Registry.load(path).resolve("the Russian foreign minister", DAY)[0].name == "A B"


def test_a_person_known_by_id_has_the_terms_of_the_overlay(tmp_path: Path, registry: Registry) -> None:
    known = registry.resolve("Tony Blair", DAY)[0]
    path = tmp_path / "my.yml"
    text = f"persons:\n  - name: A. C. L. Blair\n    id: {known.entity}\n    terms:\n"
    path.write_text(
        text + "      - {office: prime minister, of: GBR, from: 1997-05-02, to: 1998-05-01}\n", "utf-8"
    )
    own = Registry.load(path)
    assert [h.entity for h in own.office("prime minister", "GBR", date(1998, 4, 1)).held] == [known.entity]
    assert own.office("prime minister", "GBR", DAY).held == ()


def test_bodies_members_words_peoples_and_places_are_added(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text(
        "organisations:\n  - {id: strandgroup, name: Strand Group, code: IGOSTR, sector: IGO,"
        " words: [Strand Group, SGX], from: 1998-05}\n"
        "members:\n  - {body: contactgroup, of: NOR, from: 1998-01}\n"
        "peoples:\n  - {id: fjordfolk, name: Fjord people, of: NOR, sector: CVL, words: [Fjordfolk]}\n"
        "states:\n  - {of: NOR, kind: seat, words: [Victoria Terrasse]}\n"
        "places:\n  - {name: Ytterstrand, country: NOR, lat: 69.5, lon: 18.2}\n",
        encoding="utf-8",
    )
    registry = Registry.load(path)
    assert registry.resolve("SGX", DAY)[0].entity == "org:strandgroup"
    assert registry.resolve("SGX", date(1997, 1, 1))[0].score < 0.6
    assert registry.resolve("Victoria Terrasse", DAY)[0].entity == "state:NOR"
    assert registry.resolve("Fjordfolk", DAY)[0].entity == "people:fjordfolk"
    place = registry.place("Ytterstrand")
    assert place is not None
    assert (place.country, place.lat) == ("NOR", 69.5)
    body = registry.body("org:contactgroup", DAY)
    assert body is not None
    assert "NOR" in body.members


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            terms("office: foreign minister, of: RUS, from: 1998-05-01, to: 1998-01-01"),
            ", line 4: from 1998-05-01 to 1998-01-01 ends before it begins. Change the two days",
        ),
        (
            terms("office: foreign minister, of: Russa, from: 1998"),
            ", line 4: no state or body 'Russa' is known. Write its code, RUS",
        ),
        (
            terms("office: foreign minster of rain, of: RUS, from: 1998"),
            ", line 4: no office 'foreign minster of rain' is known. "
            "Write one such as foreign minister, and the rest as title",
        ),
        (
            terms("office: foreign minister, of: RUS, from: 1998-13"),
            ", line 4: '1998-13' is not a day. Write 1998-06-11, or 1998-06 or 1998, from 1900 on",
        ),
        (terms("office: foreign minister, of: RUS"), ", line 4: from is missing. Add from: ..."),
        (
            terms("office: foreign minister, of: RUS, form: 1998, from: 1998"),
            ", line 4: there is no key 'form' here. Did you mean from?",
        ),
        ("placs: []\n", ", line 1: there is no section 'placs'. Did you mean places?"),
        ("persons: yes\n", ", line 1: persons is no list. Begin each of its entries with a dash"),
        ("persons:\n  - Ann\n", ", line 2: this entry has no keys. Write name: ..."),
        (
            "members:\n  - {body: contact, of: RUS, from: 1998}\n",
            ", line 2: no body 'contact' is known. Did you mean contactgroup?",
        ),
        (
            "places:\n  - {name: X, country: RUS, lat: north, lon: 1}\n",
            ", line 2: 'north' is no number from -90 to 90. Write it with a point, such as 42.67",
        ),
        (
            "peoples:\n  - {id: x, name: X, sector: ARMY, words: [X]}\n",
            ", line 2: no sector 'ARMY' is known. Use one of: ",
        ),
    ],
)
def test_a_fault_names_its_line_and_its_mend(tmp_path: Path, text: str, told: str) -> None:
    found = faults(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith(told)


@pytest.mark.parametrize("name", ["A B", "C D"])
def test_terms_of_one_office_may_not_overlap(tmp_path: Path, name: str) -> None:
    first = terms("office: foreign minister, of: RUS, from: 1998-01-01, to: 1999-01-01")
    second = terms("office: foreign minister, of: RUS, from: 1998-11-01", name=name).removeprefix(
        "persons:\n"
    )
    (found,) = faults(tmp_path, first + second)
    assert found.startswith(
        f", line 7: {name} and A B (line 4) are both foreign minister of RUS from 1998-11-01"
    )
    third = second.replace("1998-11-01", "1999-01-01")
    assert faults(tmp_path, first + third) == []


def test_offices_in_other_words_overlap_too(tmp_path: Path) -> None:
    first = terms("office: foreign minister, of: NOR, from: 1998-01-01, to: 1999-01-01")
    second = terms("office: minister of foreign affairs, of: NOR, from: 1998-06-01", name="C D")
    (found,) = faults(tmp_path, first + second.removeprefix("persons:\n"))
    assert "are both minister of foreign affairs of NOR" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("persons: []\nplaces: []\npersons: []\n", "line 3: persons stands here again, first in line 1"),
        ("persons: &a [*a]\n", "nested too deeply"),
        ('persons:\n  - name: "A\\tB"\n    terms: []\n', "holds a tab, a line break or a bar"),
        ("persons:\n  - name: '???'\n    terms: []\n", "is no name"),
        (terms("office: spokesman, of: nato, from: 1998"), "no state or body 'nato' is known"),
        (terms("office: spokesman, of: NOR, from: 0001"), "'0001' is not a day"),
        ("places:\n  - {name: X, country: NOR, lat: 1, lon: 2, population: 1.5}\n", "is no whole number"),
        ("places:\n  - {name: X, country: NOR, lat: 999, lon: 2}\n", "is no number from -90 to 90"),
        (
            "persons:\n  - {name: X, also: [[A]], terms: {office: spokesman, of: NOR, from: 1998}}\n",
            "a list of",
        ),
    ],
)
def test_what_would_break_a_command_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "my.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError, match=re.escape(told)):
        Registry.load(path)


def test_a_term_without_a_dash_counts(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text(
        "persons:\n  - name: Ida Moe\n    terms: {office: spokesman, of: NOR, from: 1998}\n", "utf-8"
    )
    add_term(path, NewTerm("Ida Moe", "ambassador", "NOR", "2003"))
    offices = ("spokesman", "ambassador")
    held = [Registry.load(path).office(office, "NOR", date(2004, 1, 1)).held for office in offices]
    assert all("Ida Moe" in {h.name for h in rows} for rows in held)


def test_an_overlay_that_cannot_be_written_is_told(overlay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(RegistryError, match="the overlay cannot be written"):
        add_term(overlay, NewTerm("Ida Moe", "ambassador", "NOR", "2003"))
    assert overlay.read_text(encoding="utf-8") == SPOKESMAN


def test_many_persons_are_checked_quickly(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{name: Ann Bo{n}, terms: [{{office: ambassador, of: NOR, from: 1998}}]}}\n"
        for n in range(2000)
    )
    began = time.perf_counter()
    assert faults(tmp_path, "persons:\n" + rows) == []
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"persons: [\n", "this is no YAML"),
        (b"- a\n", "the file is no mapping"),
        (b"persons: \xff\n", "the overlay is not UTF-8"),
    ],
)
def test_a_file_that_is_no_overlay_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "my.yml"
    path.write_bytes(data)
    with pytest.raises(RegistryError, match=told):
        Registry.load(path)


def test_a_missing_overlay_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"none\.yml: the overlay cannot be read"):
        Registry.load(tmp_path / "none.yml")


def test_an_empty_overlay_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert Registry.load(path).resolve("Primakov", DAY)[0].code == "RUS"


def test_the_first_of_several_faults_says_how_to_see_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text("placs: []\npeople: []\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="1 more faults are told by: dragoman registry check --registry"):
        Registry.load(path)


def test_a_term_is_added_and_the_rest_stays(overlay: Path) -> None:
    add_term(overlay, NewTerm("Olav Tvedt", "ambassador", "NOR", "2001-02", title="Envoy", source="a: b"))
    add_term(overlay, NewTerm("Ida Moe", "ambassador", "NOR", "2003"))
    text = overlay.read_text(encoding="utf-8")
    assert text.startswith(SPOKESMAN.rstrip().rpartition("\n")[0])
    registry = Registry(read_overlay(overlay))
    assert [
        h.name for h in registry.office("ambassador", "NOR", date(2002, 1, 1)).held if "overlay" in h.source
    ]
    assert registry.resolve("Ida Moe", date(2004, 1, 1))[0].code == "NOR"


def test_a_term_that_would_make_a_fault_leaves_the_file_as_it_was(overlay: Path) -> None:
    with pytest.raises(RegistryError, match="ends before it begins"):
        add_term(overlay, NewTerm("Ida Moe", "ambassador", "NOR", "2003", "2001"))
    assert overlay.read_text(encoding="utf-8") == SPOKESMAN
    assert list(overlay.parent.iterdir()) == [overlay]
