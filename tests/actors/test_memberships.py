"""Alliances and bodies of states, as of a day."""

import re

from memcon.actors import registry
from memcon.actors.memberships import load_memberships
from memcon.actors.tables import rows


def test_dated():
    known = registry()
    assert "GBR" in known.members("EU", "2016-06-23")
    assert "GBR" not in known.members("the European Union", "2021-01-01")
    assert "SYR" not in known.members("Arab League", "2015-01-01")
    assert "SYR" in known.members("Arab League", "2023-05-19")
    assert len(known.members("NATO", "1999-03-11")) == 16
    assert len(known.members("NATO", "2024-03-08")) == 32
    assert len(known.members("European Union", "2013-08-01")) == 28
    assert known.members("a choir") == frozenset()


def test_every_row_names_a_body_a_state_and_days():
    states = set(registry().states.by_iso)
    for one in load_memberships():
        assert registry().organisations.find(one.organisation), one
        assert one.country in states, one
        assert all(re.fullmatch(r"(\d{4}(-\d\d){0,2})?", day) for day in (one.start, one.end)), one
        assert not one.end or one.start <= one.end, one


def test_no_state_is_twice_in_a_body_on_one_day():
    seen = {}
    for row in sorted(rows("memberships"), key=lambda r: (r["organisation"], r["country"], r["start"])):
        before = seen.get((row["organisation"], row["country"]))
        assert before is None or (before and before <= row["start"]), row
        seen[row["organisation"], row["country"]] = row["end"]
