"""Offices of states as places, by rule: an embassy lies in the city that is named with it, a ministry in its country's capital."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MISSION = (
    r"(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?(?:[ -][Gg]eneral)?|[Hh]igh [Cc]ommission|"
    r"(?:[Pp]ermanent |[Dd]iplomatic )?[Mm]ission|[Ll]egation)"
)
_SUBJECT = (
    r"(?:[Ff]oreign(?: [Aa]ffairs)?|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy|[Oo]il|[Jj]ustice|[Ii]ntelligence|[Hh]ealth|[Tt]rade|"
    r"[Ee]conomy)"
)
_MINISTRY = (
    rf"(?:{_SUBJECT} [Mm]inistry|[Mm]inistry(?: (?:of|for) (?:the )?{_SUBJECT}(?: [Aa]ffairs)?)?|[Pp]arliament(?: building)?|"
    r"[Ss]upreme [Cc]ourt|[Pp]residential (?:[Pp]alace|[Oo]ffice|[Rr]esidence)|[Rr]oyal [Pp]alace|[Gg]eneral [Ss]taff|"
    r"[Cc]entral [Bb]ank|[Pp]rime [Mm]inister['’]s [Oo]ffice)"
)
_IN = re.compile(rf"(?:^|^.* )(?:{_MISSION}|{_MINISTRY}) in (?P<city>\S.*)$")
_OF = re.compile(
    rf"^(?:[Tt]he )?(?P<country>\S.*?)(?:['’]s?)? {_MINISTRY}$|^(?:[Tt]he )?{_MINISTRY} of (?P<whole>[A-Z]\S*(?: \S+){{0,3}})$"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office's city as named with it, or else the country whose capital it lies in."""

    city: str = ""
    country: str = ""


def office(name: str) -> Office | None:
    """What the name of an office says of its place; None if it is no office's, or says nothing of it, as "the Russian Embassy" does.

    >>> office("the Russian Embassy in Prague"), office("the French Foreign Ministry")
    (Office(city='Prague', country=''), Office(city='', country='French'))
    >>> office("the Russian Embassy") is office("Prague") is None
    True
    """
    text = " ".join(name.split())
    if match := _IN.match(text):
        return Office(city=match["city"])
    if match := _OF.match(text):
        return Office(country=match["country"] or match["whole"])
    return None
