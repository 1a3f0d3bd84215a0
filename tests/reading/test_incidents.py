"""Reports of several attacks, and of one attack whose dead sources count differently."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def _attacks(text: str) -> list[Event]:
    return [e for e in read(Report("attacks", text, published="2024-03-05")).events if e.type == "ASSAULT"]


def _words(event: Event) -> list[str]:
    return [t.quote for t in event.triggers]


def _whom(event: Event) -> list[str | None]:
    return [p.name for p in event.participants if p.role == "recipient"]


def _where(event: Event) -> str | None:
    return event.where.span.quote if event.where else None


ONE = (
    "A suicide bomber killed dozens of people at a police academy in Goma on Tuesday, officials said. "
    '"We know that 61 people were killed in the explosion," a ministry official said. '
    "A doctor at the hospital said 40 people were killed and maimed in the attack. "
    "The governor's spokesman, Jean Bado, said nine people died and 14 were injured when the truck bomb exploded near the barracks. "
    "The M23 claimed the attack. Its spokesman said its fighters had killed 200 soldiers in the assault."
)


def test_sources_that_count_the_dead_differently_tell_of_one_attack() -> None:
    (one,) = _attacks(ONE)
    assert len(one.triggers) > 10
    assert len(one.sources) >= 4


def test_the_dead_that_further_sources_count_are_no_further_parties() -> None:
    (one,) = _attacks(ONE)
    assert _whom(one) == ["61 people"]
    assert "M23" in [p.name for p in one.participants if p.role == "actor"]


def test_another_attack_of_the_week_before_is_another() -> None:
    one, other = _attacks(ONE + " Last week, a car bomb in Bukavu killed five people.")
    assert (_where(one), _where(other), _whom(other)) == ("Goma", "Bukavu", ["five people"])


ROUNDUP = (
    "A wave of bombings and shootings across Colombia on Monday killed 31 people, police said. "
    "In the deadliest attack, a truck bomb went off at a bus station in the city of Popayan, killing 12 people. "
    "Windows were broken for three blocks around by the blast. "
    "In Cucuta, meanwhile, gunmen opened fire on a checkpoint, killing four policemen, the mayor said. "
    "Two further blasts in the port of Tumaco wounded nine people. "
    "A parcel bomb at a courthouse in Neiva, south of Bogota, killed two guards."
)


def test_each_attack_of_a_roundup_is_one_with_its_own_town_and_dead() -> None:
    whole, *parts = _attacks(ROUNDUP)
    assert (_where(whole), _whom(whole)) == ("Colombia", ["31 people"])
    assert [(_where(e), _whom(e)) for e in parts] == [
        ("Popayan", ["12 people"]),
        ("Cucuta", ["four policemen"]),
        ("Tumaco", ["nine people"]),
        ("Neiva", ["two guards"]),
    ]
    assert "blast" in _words(parts[0])


def test_the_parts_of_a_roundup_were_on_its_day() -> None:
    assert {e.when.edtf for e in _attacks(ROUNDUP) if e.when} == {"2024-03-04"}


def test_a_strike_on_two_towns_and_what_it_did_in_each() -> None:
    text = (
        "Russian drones struck Odesa and Kharkiv overnight, killing three people, Ukrainian officials said. "
        "In Odesa, two people died when a drone hit an apartment block, the regional governor said. "
        "In Kharkiv a woman was killed and six people were wounded in a strike on a depot, its mayor said."
    )
    whole, *parts = _attacks(text)
    assert _whom(whole) == ["three people"]
    assert [_where(e) for e in parts] == ["Odesa", "Kharkiv"]


def test_of_those_killed_a_number_died_in_one_place_and_the_rest_in_another() -> None:
    text = (
        "Israeli air strikes on southern Lebanon killed nine people on Thursday, the health ministry said. "
        "Five of them died in a strike on a car in Nabatieh, and four others in a raid on a house in the village of Aitaroun, it said. "
        "The Aitaroun strike targeted a weapons store, it said. Lebanon's prime minister condemned the strikes."
    )
    whole, first, second = _attacks(text)
    assert "strikes" in _words(whole)
    assert (_where(first), _where(second)) == ("Nabatieh", "Aitaroun")
    assert "targeted" in _words(second)


def test_a_separate_attack_is_not_the_one_before() -> None:
    first, second = _attacks(
        "Gunmen killed six villagers on Sunday and four others died in a separate attack in Kaduna, Nigerian police said."
    )
    assert _words(first) == ["killed"]
    assert _words(second) == ["died", "attack"]


def test_the_attack_is_that_of_the_report_and_not_one_of_years_ago() -> None:
    text = (
        "At least 15 people were killed on Friday when a bomb tore through a mosque in Peshawar, police said.\n"
        "In 2022, a suicide attack on a mosque in the same city killed 60 people.\n"
        "Ann Lee, the mayor, described the attack as a disgrace."
    )
    of_old = next(e for e in _attacks(text) if e.when and e.when.edtf == "2022")
    assert _words(of_old) == ["suicide attack", "killed"]


@pytest.mark.parametrize("direction", ["south", "north-east", "west"])
def test_a_town_by_which_another_is_found_is_not_the_place(direction: str) -> None:
    (event,) = _attacks(f"Shelling of a village {direction} of Aleppo killed two guards on Monday.")
    assert _where(event) != "Aleppo"


def test_a_coarser_day_does_not_join_what_two_days_keep_apart() -> None:
    text = (
        "North Korea fired two ballistic missiles into the sea on Thursday. The two launches were the fifth and sixth this year. "
        "Pyongyang last tested a missile on Feb. 12, when it fired a cruise missile from a submarine."
    )
    events = read(Report("launches", text, published="2024-03-05")).events
    assert [e.when.edtf for e in events if e.when] == ["2024-02-29", "2024-02-12"]
    assert all(_whom(e) == [] for e in events)


def test_the_ambush_is_the_one_of_the_night_before_and_the_strike_that_of_the_drone() -> None:
    text = (
        "At least 22 people were killed in a string of attacks across northern Burkina Faso over the weekend, a ministry said.\n"
        "On Saturday night a convoy of gold miners was ambushed near Djibo.\n"
        "The government said the army had killed 15 rebels in an air strike on Sunday. It did not comment on the ambush."
    )
    ambushed = next(e for e in _attacks(text) if "ambushed" in _words(e))
    assert "ambush" in _words(ambushed)
    drone = _attacks(
        "Rebels shelled a camp in El Fasher on Monday. A drone hit a fuel depot in Nyala late on Monday. The strike started a fire."
    )
    assert [_words(e) for e in drone if "hit" in _words(e)] == [["hit", "strike"]]


def test_the_two_sides_are_those_who_fought_at_the_start() -> None:
    text = (
        "Sudan's army and the Rapid Support Forces traded artillery fire in Omdurman on Tuesday, residents said. Shells hit a market. "
        "Nobody counted the dead. Witnesses said a fire could be seen for miles. Rain fell. Both sides blamed each other for it."
    )
    blamed = [e for e in read(Report("sides", text, published="2024-03-06")).events if e.type == "ACCUSE"]
    both = ["Sudan's army", "Rapid Support Forces"]
    assert [[p.name for p in e.participants] for e in blamed] == [both, both[::-1]]


def test_those_killed_in_a_year_are_not_those_of_the_ambush() -> None:
    text = (
        "Four aid workers were shot dead in South Sudan's Jonglei state on Saturday when gunmen stopped their convoy, the group said.\n"
        "Ann Lee of the UN said she was appalled and asked for justice. Seven aid workers have been killed in the country this year.\n"
        "The government blamed the ambush on rebels."
    )
    ambush, year = _attacks(text)
    assert "ambush" in _words(ambush)
    assert (_whom(ambush), _whom(year)) == (["Four aid workers"], ["Seven aid workers"])


@pytest.mark.parametrize("condemned", ["Togo condemned the shooting.", "Togo called the shooting a crime."])
def test_what_others_condemn_is_the_attack_that_the_report_is_about(condemned: str) -> None:
    text = f"Gunmen shot dead ten worshippers in Kano on Friday. Police later killed two of the assailants in a farmhouse. {condemned}"
    first, second = _attacks(text)
    assert "shooting" in _words(first)
    assert "shooting" not in _words(second)


def test_what_others_condemn_is_an_attack_of_its_kind() -> None:
    text = (
        "Rebels seized the town of Kano on Sunday. Shells hit a camp near Zinder on Monday, killing seven people. "
        "Peru condemned the shelling."
    )
    events = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "ASSAULT"]
    assert [e.where.name if e.where else None for e in events if any(t.quote == "shelling" for t in e.triggers)] == ["Zinder"]


def _who(event: Event) -> list[str | None]:
    return [p.name for p in event.participants if p.role == "actor"]


def test_forces_that_answer_insurgents_make_another_attack_and_what_it_hit_is_its_own() -> None:
    raid, answer = _attacks(
        "The Blue Front rebels attacked a police station in Kano on Monday, killing seven officers. "
        "The army responded with airstrikes on two villages, in which a school was hit."
    )
    assert (_who(raid), _who(answer)) == (["The Blue Front rebels"], ["The army"])
    assert "hit" in _words(answer)


def test_insurgents_who_are_gunned_down_are_no_part_of_their_own_raid() -> None:
    raid, answer = _attacks("Rebels ambushed a police van on Monday, killing five officers. Three rebels were gunned down in the exchange.")
    assert (_who(raid), _whom(raid)) == (["Rebels"], ["five officers"])
    assert (_who(answer), _whom(answer)) == ([], ["Three rebels"])


def test_what_nobody_claims_is_the_attack_that_the_report_is_about() -> None:
    raid, answer = _attacks(
        "Gunmen stormed an outpost in Chad on Sunday, killing nine soldiers. The militants withdrew after warplanes bombed their convoy. "
        "No group has claimed responsibility for the attack."
    )
    assert (_words(raid)[-1], _words(answer)) == ("attack", ["bombed"])


def test_harm_that_hangs_on_the_verb_of_telling_is_that_of_what_is_told() -> None:
    text = "Bo Fox accused the army of bombing homes near Kofo on Monday with drones, killing eleven people. The army denied the strikes."
    (attack,) = [e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "ASSAULT"]
    assert "eleven people" in [p.name for p in attack.participants if p.role == "recipient"]
    assert {s.stance for s in attack.sources} == {"asserts", "denies"}


def test_what_is_condemned_far_from_the_first_attack_is_the_one_just_told() -> None:
    text = (
        "Chadian strikes killed more than 100 people last month.\n\nThe two sides met in Lima on Sunday. They agreed to nothing.\n\n"
        "On Monday settlers torched homes and cars in the village of Kofo. Bo Fox condemned the attack."
    )
    events = read(Report("r", text, published="2024-03-05")).events
    assert ["torched", "attack"] in [[t.quote for t in e.triggers] for e in events]
