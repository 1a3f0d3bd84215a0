"""A question in English -> a query, and what it asks for: "Who met Putin in March 2022?" -> `type:consult with:Putin on:2022-03`.

The question is read by the reader's own steps (acts, parties, times); what they do not find is not guessed, and the query is always shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon import times
from memcon.actors import registry
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.dependents import is_verb
from memcon.reading.mention import Mention
from memcon.reading.mentions import Mentions
from memcon.reading.parsed import Parsed
from memcon.reading.parsing import parser
from memcon.reading.status import status
from memcon.reading.syntax import objects, subject
from memcon.reading.triggers import Surroundings, Trigger, triggers

_WANTED = {"who": "who", "whom": "who", "whose": "who", "when": "when", "where": "where", "which": "who"}
_CONTACTS = ("CONSULT", "AGREE", "COOPERATE")


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood: its query and what is asked for (who, when, where, how many, what)."""

    query: str
    wanted: str


def understand(question: str, today: str | None = None) -> Question:
    """The query that a question means; an empty query where nothing of it was understood. `today` is the ISO day of "last month".

    >>> understand("Who met Putin in March 2022?")
    Question(query='type:consult mode:meeting with:Putin on:2022-03', wanted='who')
    """
    p = parser().parse(question.strip().rstrip("?") + ".")  # to the reader "did X meet Y" tells of the act all the same
    mentions = Mentions(p, registry(), today, gazetteer().is_place)
    acts = triggers(p, lexicon(), Surroundings(mentions.kind, mentions.party_class, mentions.country))
    act = next((a for a in acts if is_verb(p, a.head)), acts[0] if acts else None)
    terms = _act_terms(p, act)
    taken: set[int] = set()
    for mention in mentions.all():
        if (
            mention.form == "name"
            and mention.kind in ("person", "state", "organisation", "armed_group", "place")
            and mention.head not in taken
        ):
            taken.update(range(mention.first, mention.end))
            terms.append(_party_term(p, mention, act))
    terms += [_time_term(edtf) for one in times.find(question, today) if (edtf := times.bounded(question, one))]
    return Question(" ".join(dict.fromkeys(term for term in terms if term)), _what(question))


def _what(question: str) -> str:
    words = question.lower().split()
    if words[:2] == ["how", "many"] or words[:2] == ["how", "often"]:
        return "how many"
    return next((_WANTED[word] for word in words if word in _WANTED), "what")


def _act_terms(p: Parsed, act: Trigger | None) -> list[str]:
    if act is None:
        return []
    mode = f"mode:{act.entry.mode}" if act.entry.mode else ""
    state = status(p, act, lexicon(), False).value
    return [f"type:{act.entry.type.lower()}", mode, f"status:{state}" if state in ("planned", "offered") else ""]


def _party_term(p: Parsed, mention: Mention, act: Trigger | None) -> str:
    name = p.phrase(*mention.name)
    quoted = f'"{name}"' if " " in name or re.search(r"[:,]", name) else name
    head = p.heads[mention.head]
    if p.deps[mention.head] == "pobj" and p.lower[head] in ("in", "at", "to", "from") and (mention.capital or mention.kind == "place"):
        return f"place:{quoted}"
    if act is None or act.entry.type in _CONTACTS or not is_verb(p, act.head):
        return f"with:{quoted}"
    if mention.head in subject(p, act.head):
        return f"who:{quoted}"
    return f"whom:{quoted}" if mention.head in objects(p, act.head) else f"with:{quoted}"


def _time_term(edtf: str) -> str:
    first, slash, last = edtf.partition("/")
    day = first.split("T")[0]
    ends = [f"after:{day}" if day not in ("", "..") else "", f"before:{last.split('T')[0]}" if last not in ("", "..") else ""]
    return " ".join(one for one in ends if one) if slash else f"on:{day}"
