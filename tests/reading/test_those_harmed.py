"""Who is killed or hurt beside what an attack hits."""

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Rebels ambushed an army convoy on the Bria road and killed four mechanics.", {"an army convoy", "four mechanics"}),
        ("Soldiers fired on the rebels, wounding a beekeeper.", {"the rebels", "a beekeeper"}),
        ("Soldiers fired on the rebels, killing nobody.", {"the rebels"}),
        ("Gunmen attacked the minister, killing Bo Rey.", {"the minister", "Bo Rey"}),
        ("Shells hit a clinic, killing a nurse and two patients.", {"a clinic", "a nurse", "two patients"}),
        ("Shells hit a clinic in Gao, and a nurse died.", {"a clinic", "a nurse"}),
        (
            "Rebels attacked the Togolese army and killed forty of its recruits.",
            {"the Togolese army", "forty of the Togolese army's recruits"},
        ),
        ("A patrol boat opened fire on two trawlers, wounding a cook.", {"two trawlers", "a cook"}),
    ],
)
def test_an_attack_befalls_what_it_hits_and_whom_it_harms(text: str, recipients: set[str]) -> None:
    attack = next(e for e in read(Report("r", text)).events if e.type == "ASSAULT")
    assert {p.name for p in attack.participants if p.role == "recipient"} == recipients


def test_who_are_from_a_place_are_meant_by_who() -> None:
    text = "Police rescued 17 migrants, among them five children from Ecuador, who had been held by a gang."
    abduction = next(e for e in read(Report("r", text, published="2024-05-06")).events if e.mode == "abduct")
    assert [p.name for p in abduction.parties("recipient")] == ["five children from Ecuador"]
    text = "Rebels freed nine nuns from Togo, who had been kidnapped by a militia in May."
    abduction = next(e for e in read(Report("r", text, published="2024-05-06")).events if e.mode == "abduct")
    assert [p.country for p in abduction.parties("recipient") if p.kind == "state"] == []
