"""CAMEO codes: from an event, and back to a type and mode (CAMEO manual 1.1b3, Gerner, Schrodt and Yilmaz 2012).

The lines of `data/cameo_rules.tsv` are tried in order; the first that fits an event's type, mode, status and words gives the code, of four
digits where the words allow. CAMEO has no word for what did not or may not take place: such events have no code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.model import Event

from .coded import Coded
from .tables import rows
from .words import shown, words_of

_INTENT = frozenset(("planned", "offered"))
_TOOK_PLACE = frozenset(("happened", "ongoing"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a CAMEO code stands for: its name, and the type and mode that it is read as ("" for a bare root)."""

    code: str
    name: str
    type: str
    mode: str


def cameo(event: Event, around: str = "") -> Coded | None:
    """The CAMEO code of an event and the rule that gave it; None for what CAMEO cannot say (votes, denied and possible acts).

    `around` is more text to look for words in, such as the sentence: a record keeps few of its words.

    >>> from memcon.model import Span
    >>> cameo(Event("e1", "CONSULT", "visit", "happened", (Span(0, 7, "visited"),))).value
    '042'
    >>> cameo(Event("e1", "CONSULT", "meeting", "planned", (Span(0, 4, "meet"),)))
    Coded(scheme='cameo', value='036', rule='cameo.consult.intent', mode='', contexts=())
    >>> cameo(Event("e1", "REQUEST", "yield", "happened", (Span(0, 8, "demanded"),), about=(Span(9, 18, "ceasefire"),))).value
    '1056'
    """
    intent = event.status in _INTENT
    if not intent and event.status not in _TOOK_PLACE:
        return None
    text = f"{words_of(event)}\n{around}"
    for row in _rules().get(event.type, ()):
        same = row["mode"] in ("", event.mode) and (row["status"] == "intent") <= intent
        if same and (not row["words"] or shown(row["words"], text)):
            if row["code"] == "040" and event.mode == "meeting" and _elsewhere(event):
                return Coded("cameo", "044", "cameo.consult.third_country")
            parts = (row["type"].lower(), row["mode"], row["status"], row["words"].split(",")[0].split(" & ")[0])
            return Coded("cameo", row["code"], ".".join(("cameo", *(part.replace(" ", "_") for part in parts if part))))
    return None


def meaning(code: str) -> Meaning | None:
    """What a CAMEO code stands for; None for what is no code.

    >>> meaning("036").name, meaning("1053").type, meaning("1053").mode, meaning("999")
    ('Express intent to meet or negotiate', 'REQUEST', 'yield', None)
    """
    return _meanings().get(code)


def mirrored(code: str) -> str | None:
    """The code of the same act seen from the other side, where CAMEO has both: 043 (host) for 042 (visit), itself for mutual acts.

    >>> mirrored("042"), mirrored("041"), mirrored("111")
    ('043', '041', None)
    """
    if code in ("042", "043"):
        return {"042": "043", "043": "042"}[code]
    return code if code in ("040", "041", "044", "046", "057") or code.startswith("06") else None


def _elsewhere(event: Event) -> bool:
    """Whether two or more states' parties meet in a country of none of them."""
    homes = {p.country for p in event.participants if p.role in ("actor", "recipient")}
    country = event.where.country if event.where else None
    return country is not None and None not in homes and len(homes) > 1 and country not in homes


@cache
def _rules() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("cameo_rules"):
        found.setdefault(row["type"], []).append(row)
    return found


@cache
def _meanings() -> dict[str, Meaning]:
    return {row["code"]: Meaning(row["code"], row["name"], row["type"], row["mode"]) for row in rows("cameo")}
