"""A user's own rows lie beside ours and win."""

from pathlib import Path

import pytest

from memcon.actors.registry import Registry

PERSON = "name\taliases\twikidata\tcountry\tclass\toffice\tsector\trank\tstart\tend\tseen\tsource\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path))
    (tmp_path / "actors").mkdir()
    return tmp_path / "actors"


def test_persons(own: Path) -> None:
    row = "Olga Macron\t\t\tBEL\tenvoy\tspecial envoy\tGOV\t3\t2016\t\t2030\tmy notes\n"
    (own / "persons.tsv").write_text(PERSON + row, "utf-8")
    known = Registry()
    found = known.resolve("Macron", "2018-04-05")
    assert found is not None
    assert (found.name, found.country, found.office) == ("Olga Macron", "BEL", "special envoy")
    whole = known.resolve("Emmanuel Macron", "2018-04-05")
    assert whole is not None
    assert whole.office == "president"


def test_organisations_agents_and_metonyms(own: Path) -> None:
    (own / "organisations.tsv").write_text(
        "name\taliases\tkind\tcountry\tsector\tsource\nNATO\t\torganisation\tBEL\tBUS\tmy notes\n", "utf-8"
    )
    (own / "agents.tsv").write_text("phrase\tkind\tsector\tweak\tsource\nwidget keeper\tperson\tSPY\t\tmy notes\n", "utf-8")
    known = Registry()
    found, keeper = known.resolve("NATO", "2018-04-05"), known.resolve("a French widget keeper", "2018-04-05")
    assert found is not None
    assert found.sector == "BUS"
    assert keeper is not None
    assert (keeper.sector, keeper.country) == ("SPY", "FRA")
