"""Harm that nobody meant."""

from memcon.model import Report
from memcon.reading.pipeline import read


def test_who_is_killed_in_a_crash_is_killed_by_nobody_though_drones_are_sent_to_look() -> None:
    text = "Ana Rey was killed in a helicopter crash on Sunday. Turkey sent a drone to help the search."
    assert "ASSAULT" not in {e.type for e in read(Report("r", text, published="2024-05-15")).events}


def test_a_stampede_is_nobody_s_act_unless_force_led_to_it() -> None:
    crowd = read(Report("r", "Stampede kills nine at a shrine. Nine pilgrims were killed in the stampede near Lima, medics said."))
    shots = read(Report("r", "Gunmen opened fire in a market, and six people died in the stampede."))
    assert [[e.type for e in one.events] for one in (crowd, shots)] == [[], ["ASSAULT"]]
