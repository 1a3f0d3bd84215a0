"""Mentions that no rule joins and the encoder finds alike: one event, told of with how sure it is, and none of it by the rules alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from memcon.model import Event, Record, Report
from memcon.reading import pipeline
from memcon.reading.acts.acts import Act
from memcon.reading.encoder.coding import Alike
from memcon.reading.joining.group import Group
from memcon.reading.joining.same_event import BY, LEAST, TABLE, likeliest, properties
from memcon.reading.logistic import weights
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES
from memcon.reading.pipeline import read
from memcon.reading.roles.filled import Filled

BOMB = (
    "A truck bomb went off outside a fish hall in Lima on Thursday, killing 20 people, the mayor said. The blast shook the harbour. "
    "Rescuers dug until dusk. Doctors said 35 people were wounded."
)


def _attacks(text: str, model: str = DEFAULT_MODEL) -> list[Event]:
    return [e for e in read(Report("r", text, published="2024-03-05"), model).events if e.type == "ASSAULT"]


def _told_before(text: str) -> tuple[Any, list[Act], Any, Alike]:
    """What `join` is given for a text."""
    given: list[Any] = []

    def join(*told: Any) -> list[Group]:
        given.append(told)
        return []

    with patch.object(pipeline, "join", join):
        read(Report("r", text, published="2024-03-05"))
    p, acts, cast, alike = given[0]
    return p, list(acts), cast, alike


def test_one_attack_told_in_many_words_is_one_event() -> None:
    (one,) = _attacks(BOMB)
    assert [t.quote for t in one.triggers] == ["truck bomb", "went off", "killing", "blast", "wounded"]
    assert [p.name for p in one.participants] == ["20 people"]


def test_each_mention_that_the_encoder_joined_says_so() -> None:
    (one,) = _attacks(BOMB)
    joined = [e for e in one.evidence if e.by == BY]
    assert joined
    for entry in joined:
        assert entry.path == f"/triggers/{one.triggers.index(entry.spans[0])}"
        assert LEAST <= entry.p <= 1


def test_without_the_encoder_the_rules_alone_join() -> None:
    assert not [e for one in _attacks(BOMB, RULES) for e in one.evidence if e.by == BY]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad voted for the resolution on Monday. Togo voted against the resolution.", "VOTE"),
        ("Chad arrested ten men on Monday. Togo arrested five men.", "COERCE"),
        ("Ann Lee met Bo Fox in Lima on Monday. Ivan Rey met Bo Fox in Lima.", "CONSULT"),
        ("A bomb killed ten people in Chad on Monday. A bombing in Togo killed ten people.", "ASSAULT"),
        ("A bomb killed ten people in Chad on Monday. A bombing in 2019 killed ten people.", "ASSAULT"),
        ("Shootings killed 11 people, police said. Gunmen also mounted raids on a camp, killing at least 15 soldiers.", "ASSAULT"),
    ],
)
def test_acts_of_others_stay_apart(text: str, kind: str) -> None:
    record: Record = read(Report("r", text, published="2024-03-05"))
    assert len([e for e in record.events if e.type == kind]) == 2


def test_a_noun_told_with_the_other_side_is_of_the_event() -> None:
    text = "Chad's embargo on Togo has lasted ten years. Ann Lee called the Togolese embargo a failure."
    (embargo,) = (e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "SANCTION")
    assert [t.quote for t in embargo.triggers] == ["embargo", "embargo"]
    assert [(p.role, p.name) for p in embargo.participants] == [("actor", "Chad"), ("recipient", "Togo")]


def test_what_is_weighed_has_a_weight() -> None:
    p, acts, cast, alike = _told_before(BOMB + " Chad condemned the blast on Friday. Chad also condemned a raid on its embassy.")
    told: set[str] = set()
    for n, act in enumerate(acts):
        rivals = [Group([before]) for before in acts[:n] if before.type == act.type]
        for group in rivals:
            found = properties(p, act, group, rivals, cast, alike)
            told |= {name for name, value in found.items() if value}
            assert all(value >= 0 for name, value in found.items() if not name.endswith(("alike", "alike_all")))
    assert {"alike", "sentences", "recipient:same"} <= told
    assert told - weights(TABLE).keys() == set()


def test_a_likeliest_event_is_of_the_type_and_a_probability() -> None:
    p, acts, cast, alike = _told_before(BOMB + " Chad condemned the blast.")
    groups = [Group([act]) for act in acts[:-1]]
    attack = next(a for a in reversed(acts) if a.type == "ASSAULT")
    found = likeliest(p, attack, groups, cast, alike)
    assert found is not None
    assert 0 <= found[0] <= 1
    assert found[1].type == "ASSAULT"
    assert likeliest(p, attack, [], cast, alike) is None


def test_a_likely_mention_fills_only_the_roles_that_nobody_has() -> None:
    _, acts, _, _ = _told_before("Chad attacked Togo. Gunmen attacked a convoy.")
    first = acts[0]

    def told(*parties: tuple[str, int]) -> Act:
        return replace(first, parties=tuple(Filled(role, entity, 0, "subj") for role, entity in parties))

    def after(old: Sequence[tuple[str, int]], new: Sequence[tuple[str, int]]) -> tuple[set[int], set[int]]:
        group = Group([told(*old)])
        group.add_likely(told(*new), 0.7)
        return group.of_role("actor"), group.of_role("recipient")

    assert after([("actor", 1)], [("actor", 2), ("recipient", 3)]) == ({1}, {3})
    assert after([("actor", 1)], [("recipient", 1)]) == ({1}, set())
    assert after([], [("actor", 2), ("recipient", 3)]) == ({2}, {3})


def test_meetings_with_others_are_others_however_alike_their_words() -> None:
    p, (first, other), cast, _ = _told_before("Bo Rey and Ivan Fox held a meeting in May. Rey then met three envoys of Togo.")
    assert likeliest(p, other, [Group([first])], cast, lambda _one, _two: 1.0) is None
    p, (first, again), cast, _ = _told_before("Bo Rey and Ivan Fox held a meeting in May. Rey met Fox.")
    assert likeliest(p, again, [Group([first])], cast, lambda _one, _two: 1.0) is not None
