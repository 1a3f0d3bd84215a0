"""Pairs: what speaks for one event says so, what contradicts says what."""

from dataclasses import replace
from datetime import date

import pytest
from tests.merging.contact_cases import CONTACTS
from tests.merging.deed_cases import DEEDS
from tests.merging.merging_cases import PARTIES, party, tells

from memcon.merging import Placement, Told, could_meet, merge_all, party_key, place, weigh
from memcon.merging.alike import BEHIND, NAMED, NEAR, OTHER, SAME, UNSURE, VOICE, Who, alike, described, full_name
from memcon.merging.words import content, family

CASES = (*CONTACTS, *DEEDS)
BASE = "m r1 2022-03-06 | CONSULT/meeting happened | Lavrov > Kuleba | 2022-03-05 | Antalya"


def _told(line: str, words: str = "met", number: int = 1, **more: str) -> Told:
    return tells(line, words, **more).told(number)


@pytest.mark.parametrize(
    ("change", "contradiction"),
    [
        (("2022-03-05 |", "2022-03-06 |"), "another time: 2022-03-05, 2022-03-06"),
        (("meeting", "call"), "another medium: meeting, call"),
        (("Kuleba", "Cavusoglu"), "other principals: Dmytro Kuleba, Mevlut Cavusoglu"),
        (("Antalya", "Berlin"), "another country: TUR, DEU"),
        (("CONSULT/meeting", "ASSAULT"), "another type: CONSULT, ASSAULT"),
        (("m r1", "m r1 "), "one report tells of them as two"),
    ],
)
def test_contradictions(change: tuple[str, str], contradiction: str) -> None:
    other = BASE.replace("r1", "r2").replace(*change) if "r1" not in change[0] else BASE.replace("Antalya", "")
    assert weigh(_told(BASE), _told(other, number=2)).contradiction == contradiction


def test_reasons_are_told() -> None:
    found = weigh(_told(BASE, "met;ceasefire"), _told(BASE.replace("r1", "r2"), "talks;ceasefire", 2))
    assert found.one
    assert found.reasons == ("same principals", "same day", "same place", "words: ceasefire", "both meeting")


def test_a_coarser_time_is_no_contradiction_and_less_evidence() -> None:
    exact = weigh(_told(BASE), _told(BASE.replace("r1", "r2"), number=2))
    coarse = weigh(_told(BASE), _told(BASE.replace("r1", "r2").replace("2022-03-05 |", "2022-03 |"), number=2))
    assert coarse.contradiction is None
    assert coarse.score < exact.score


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("Putin", "Putin", SAME),
        ("Putin", "putin (surname)", NAMED),
        ("Putin", "Lavrov", OTHER),
        ("Putin", "Russia", BEHIND),
        ("Russia", "the Kremlin", BEHIND),
        ("Bennett", "the Israeli prime minister", NEAR),
        ("Russian forces", "Russian army", BEHIND),
        ("Red Cross", "Red Cross (long)", BEHIND),
        ("Russia", "Ukraine", OTHER),
        ("Putin", "Israel", OTHER),
    ],
)
def test_likeness_of_parties(a: str, b: str, likeness: float) -> None:
    ours, theirs = Who.of(party("actor", a)), Who.of(party("actor", b))
    assert alike(ours, theirs) == alike(theirs, ours)
    if (a, b) == ("Bennett", "the Israeli prime minister"):
        assert alike(ours, theirs) >= NEAR
    else:
        assert alike(ours, theirs) == likeness


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *((name, True) for name in ("A Togo man", "the envoy", "Gunman", "Gunmen", "Men", "Women", "Children", "Voters", "Son")),
        *((name, False) for name in ("Bo Fox", "Hamas", "The Red Cross", "Baker", "Muslims")),
    ],
)
def test_descriptions_are_told_from_names_whatever_their_first_letter(name: str, told: bool) -> None:
    assert described(Who("actor", f"person:{name.lower()}@", name, "person")) == told


def test_a_man_of_one_report_is_not_surely_the_man_of_another() -> None:
    man = Who("actor", "person:man@", "a man", "person")
    assert alike(man, replace(man, name="A man")) == BEHIND
    assert alike(man, Who("actor", "person:bo fox@", "Bo Fox", "person")) not in (OTHER, SAME)


def _who(name: str, kind: str, country: str | None = None, sector: str | None = None) -> Who:
    return Who("actor", f"{kind}:{name.lower()}@{country or ''}", name, kind, country, sector)


def test_who_speaks_for_a_state_is_nearer_to_it_than_its_other_people() -> None:
    chad = Who("actor", "state:TCD", "Chad", "state", "TCD")
    assert alike(chad, _who("Chad's foreign ministry", "organisation", "TCD", "GOV")) == VOICE
    assert alike(_who("Ann Lee", "person", "TCD", "GOV"), chad) == VOICE
    assert alike(chad, _who("Bo Fox", "person", "TCD", "OPP")) == BEHIND
    assert alike(chad, _who("their car", "group", "TCD", "GOV")) == BEHIND


def test_a_surname_taken_for_a_body_is_its_bearer() -> None:
    assert alike(_who("Okoro", "organisation"), _who("Rafael Okoro", "person", "NGA")) == NAMED
    assert alike(_who("Rafael Okoro", "person", "NGA"), _who("Okoro", "organisation")) == NAMED
    assert alike(_who("Okoro", "organisation", "PER"), _who("Rafael Okoro", "person", "NGA")) == OTHER
    assert alike(_who("Rafael", "organisation"), _who("Rafael Okoro", "person", "NGA")) == UNSURE


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("Ann Lee", "person"), ("Ann Lee's spokesman", "person"), BEHIND),
        (("Lee", "person"), ("Ann Lee's lawyer", "person"), BEHIND),
        (("Ann Lee", "person"), ("Ann Lee's government", "organisation"), BEHIND),
        (("Lee's spokesman", "person"), ("Ann Lee's spokesman", "person"), NAMED),
        (("Ann Lee", "person"), ("the Kremlin's Ann Lee", "person"), NAMED),
        (("Bo Fox", "person"), ("Ann Lee's opponent", "person"), UNSURE),
        (("a rebel chief in Kofo", "person"), ("an alleged rebel chief", "person"), NAMED),
        (("gunmen loyal to Bo Fox", "group"), ("gunmen", "group"), NAMED),
    ],
)
def test_who_is_somebodys_is_not_that_one(one: tuple[str, str], other: tuple[str, str], likeness: float) -> None:
    assert alike(_who(*one), _who(*other)) == likeness


def test_a_body_is_the_same_called_a_group_or_not() -> None:
    assert alike(_who("the dock lawyers' group", "organisation", "TGO"), _who("Dock Lawyers", "organisation", "TGO")) == NAMED
    assert alike(_who("the group", "organisation", "TGO"), _who("the movement", "organisation", "TGO")) != NAMED


def test_every_pair_of_parties_is_as_like_from_both_sides() -> None:
    everyone = [Who.of(party("actor", name)) for name in PARTIES]
    assert all(alike(a, b) == alike(b, a) for a in everyone for b in everyone)
    assert all((alike(a, b) == SAME) == (a.key == b.key and (not described(a) or bool(a.country))) for a in everyone for b in everyone)


def test_keys_hold_across_spellings_of_articles() -> None:
    assert party_key(party("actor", "Taliban")) == "organisation:taliban@AFG"


def test_a_placement_names_all_it_weighed() -> None:
    new, old = _told(BASE), _told(BASE.replace("r1", "r2"), number=2)
    far = _told("x r3 2022-03-06 | VOTE happened | India > Russia | 2022-03-02 | ", number=3)
    found = place(new, {"e1": [old], "e2": [far]})
    assert (found.event, [p.other for p in found.pairs]) == ("e1", ["02"])
    assert place(new, {}) == Placement(None, 0.0)


def test_a_missing_link_bridges_two_events() -> None:
    base = "m {} 2022-03-06 | CONSULT/meeting happened | {} | 2022-03-05 | "
    states, names, both = (
        _told(base.format(*one), number=n)
        for n, one in enumerate((("r1", "Israel > Russia"), ("r2", "bennett (surname) > putin (surname)"), ("r3", "Bennett > Putin")))
    )
    assert place(names, {"a": [states]}).event is None
    found = place(both, {"a": [states], "b": [names]})
    assert {found.event, *found.bridged} == {"a", "b"}


def test_far_mentions_are_not_looked_at() -> None:
    old = _told(BASE.replace("2022-03", "2021-03"), number=2)
    assert not could_meet(_told(BASE), old)
    assert could_meet(_told(BASE), _told(BASE.replace("r1", "r2"), number=2))


def test_meetings_of_other_months_are_not_looked_at() -> None:
    months = [f"{year}-{month:02d}" for year in range(1990, 2022) for month in range(1, 13)]
    tolds = [_told(f"m r{n} {day}-20 | CONSULT/meeting happened | Lavrov > Kuleba | {day}-10 | ", number=n) for n, day in enumerate(months)]
    assert len(merge_all(tolds)) == len(months)
    assert sum(could_meet(tolds[50], other) for other in tolds) == 1


def test_unknown_everything_stays_alone() -> None:
    assert merge_all([Told("a", "r1", "ASSAULT"), Told("b", "r2", "ASSAULT", published=date(2022, 3, 5))]) == [["a"], ["b"]]


def test_words_of_one_act() -> None:
    assert {family(w) for w in ("killed", "killings", "murder", "slain")} == {"kill"}
    assert content("The Army’s attacks, attacked") == content("army attack")


def test_pairs_of_any_two_tellings_weigh_the_same_from_both_sides() -> None:
    tolds = [t.told(n) for case in CASES for n, t in enumerate(case.tellings)]
    for number, a in enumerate(tolds):
        for b in tolds[:number]:
            there, back = weigh(a, b), weigh(b, a)
            assert abs(there.score - back.score) < 0.002
            assert (there.contradiction is None) == (back.contradiction is None), (there, back)
            assert could_meet(a, b) == could_meet(b, a)


def _attack(who: str, status: str = "happened", report: str = "r1", **more: object) -> Told:
    told = _told(
        f"m {report} 2022-03-06 | ASSAULT/firearms {status} | Russia > Ukraine | 2022-03-05 | Antalya", "attacked", int(report[1:])
    )
    parties = (Who("actor", f"person:{who.lower()}@", who, "person"),)
    return replace(told, parties=parties, **more)  # type: ignore[arg-type]


def test_a_foiled_attack_is_not_the_one_that_was_carried_out() -> None:
    done, foiled = _attack("a gunman"), _attack("a gunman", "denied", "r2", prevented=True)
    disputed = replace(foiled, prevented=False)  # a source denies what others assert
    assert "one was prevented" in weigh(done, foiled).reasons
    assert weigh(done, foiled).score < weigh(done, disputed).score
    assert "one was prevented" not in weigh(foiled, replace(foiled, id="3", report="r3")).reasons


def test_a_town_that_no_gazetteer_has_is_where_two_reports_meet() -> None:
    one = _attack("the army", country=None, place="", site="kofolo", point=None)
    other = _attack("a militia", report="r2", country=None, place="", site="kofolo", point=None)
    assert could_meet(one, other)
    assert not could_meet(replace(one, site="a market"), replace(other, site="a market"))
    assert not could_meet(replace(one, point=(12.0, 48.0)), replace(other, point=(12.0, 48.0)))  # a gulf


def test_who_is_described_may_be_who_is_named() -> None:
    guard, named = (
        weigh(_attack("a former guard"), _attack("Bo Fox", report="r2")),
        weigh(_attack("Bo Fox"), _attack("Ann Lee", report="r2")),
    )
    assert guard.contradiction is None
    assert guard.score > 0.25
    assert named.contradiction == "another actor: Bo Fox, Ann Lee"


@pytest.mark.parametrize(
    "words",
    [
        "capture captured capturing captures",
        "besiege besieged",
        "topple toppled depose deposed overthrow",
        "praise praising hailed",
        "refuse declined rejecting",
        "condemn denounced deplores",
        "provoke provoked",
        "exchange exchanged",
        "visit visited",
        "offer offered",
        "broker brokered",
        "negotiated talks",
    ],
)
def test_forms_and_other_words_of_an_act_are_one_family(words: str) -> None:
    assert len({family(word) for word in words.split()}) == 1


def test_a_surname_with_an_article_is_a_name() -> None:
    rey, fox = (Who("actor", f"person:bo {name}@QAT".lower(), f"Bo {name}", "person", "QAT") for name in ("al-Rey", "al-Fox"))
    assert (described(rey), full_name(rey.name), alike(rey, fox), alike(rey, rey)) == (False, True, OTHER, SAME)
    assert described(replace(rey, name="Qatar's go-between", key="person:qatar go between@QAT"))
