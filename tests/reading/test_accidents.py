"""Harm that nobody meant."""

from memcon.model import Report
from memcon.reading.pipeline import read


def test_who_is_killed_in_a_crash_is_killed_by_nobody_though_drones_are_sent_to_look() -> None:
    text = "Ana Rey was killed in a helicopter crash on Sunday. Turkey sent a drone to help the search."
    assert "ASSAULT" not in {e.type for e in read(Report("r", text, published="2024-05-15")).events}
