"""Offices told in other words: "the premier" is a prime minister, "the top diplomat" a foreign minister, "the monarch" a king."""

from __future__ import annotations

from collections.abc import Collection

_HEADS_OF_STATE = ({"president"}, {"king"}, {"queen"}, {"emir"}, {"sultan"})
_HEADS_OF_GOVERNMENT = ({"premier"}, {"chancellor"}, {"prime", "minister"}, {"taoiseach"})
_SENT = ({"ambassador"}, {"envoy"}, {"consul"}, {"representative"}, {"emissary"}, {"charge"}, {"chargé"}, {"attache"}, {"attaché"})
_MEMBERS = ({"senator"}, {"congressman"}, {"congresswoman"}, {"deputy"}, {"mp"}, {"representative"}, {"rep."}, {"sen."})
_CLERGY = ({"bishop"}, {"archbishop"}, {"cardinal"}, {"imam"}, {"ayatollah"}, {"patriarch"}, {"rabbi"}, {"priest"}, {"sheikh"})
_IN_FOREIGN_AFFAIRS = ({"foreign", "minister"}, {"foreign", "secretary"}, {"secretary", "state"})
# The word, and the words of titles any of which tell that it may be said of their bearer.
_SAID_OF = {
    "premier": _HEADS_OF_GOVERNMENT,
    "prime minister": _HEADS_OF_GOVERNMENT,
    "leader": (*_HEADS_OF_STATE, *_HEADS_OF_GOVERNMENT),
    "politician": (*_HEADS_OF_STATE, *_HEADS_OF_GOVERNMENT),
    "statesman": (*_HEADS_OF_STATE, *_HEADS_OF_GOVERNMENT),
    "head of state": _HEADS_OF_STATE,
    "head of government": _HEADS_OF_GOVERNMENT,
    "top diplomat": _IN_FOREIGN_AFFAIRS,
    "chief diplomat": _IN_FOREIGN_AFFAIRS,
    "diplomat": (*_SENT, {"diplomat"}, *_IN_FOREIGN_AFFAIRS),
    "envoy": _SENT,
    "officer": ({"officer"}, {"general"}, {"colonel"}, {"marshal"}, {"admiral"}, {"major"}, {"captain"}, {"lieutenant"}),
    "lawmaker": _MEMBERS,
    "legislator": _MEMBERS,
    "parliamentarian": _MEMBERS,
    "cleric": _CLERGY,
    "prelate": _CLERGY,
    "monarch": ({"king"}, {"queen"}),
    "pontiff": ({"pope"},),
    "priest": ({"father"}, {"fr."}),
}


def is_another_word(office: str) -> bool:
    """Whether an office is told so of bearers of several titles."""
    return office in _SAID_OF


def bears(titles: Collection[str], office: Collection[str], told: str) -> bool:
    """Whether someone of whom a report gives some titles can be meant by the words of an office, or by `told`, another word for it.

    >>> bears({"the", "prime", "minister"}, {"premier"}, "premier"), bears({"trade", "minister"}, {"prime", "minister"}, "minister")
    (True, False)
    """
    known = set(titles)
    return set(office) <= known or any(title <= known for title in _SAID_OF.get(told, ()))
