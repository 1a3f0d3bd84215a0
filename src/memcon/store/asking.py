"""A question in English -> a query, and what it asks for: "Who met Putin in March 2022?" -> `type:consult with:Putin on:2022-03`.

The question is read by the reader's own steps (acts, parties, times); what they do not find is not guessed, and the query is always shown,
with the words of the question of which it makes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from memcon import times
from memcon.actors import registry
from memcon.merging import Merged
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words
from memcon.places import gazetteer
from memcon.reading.factuality.status import status
from memcon.reading.grammar.dependents import is_verb
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.grammar.syntax import objects, subject, support
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mention import Mention
from memcon.reading.parties.mentions import Mentions
from memcon.reading.record.details import position
from memcon.reading.triggers.triggers import Surroundings, Trigger, triggers

from .restating import Statement, bare, by_someone, order, turned

_WANTED = {"who": "who", "whom": "who", "whose": "who", "when": "when", "where": "where", "which": "who"}
_CONTACTS = ("CONSULT", "AGREE", "COOPERATE")
_SHADES = ("REQUEST", "REJECT", "ACCUSE", "THREATEN")  # one word is read as this mode or that, as what it is about has it
_NAMED = ("person", "state", "organisation", "armed_group", "group", "place")
_SIDES = ("actor", "recipient")
_ABOUT = ("about", "on", "over", "regarding", "concerning")
_SAYS_NOTHING = ("DT", "IN", "TO", "MD", "CC", "EX", "RP", "POS", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "PDT", "UH")
_ASKING = frozenset(
    "be have do how many often much ever exactly also event record report tell please happen occur hold time part place there everything "
    "know".split()
)
_STATES = {
    **dict.fromkeys(("planned", "plan", "plans", "planning", "scheduled"), "planned"),
    **dict.fromkeys(("denied", "denies", "deny"), "denied"),
    **dict.fromkeys(("offered", "offer", "offers", "offering"), "offered"),
    "ongoing": "ongoing",
}
_AT_TALKS = words("hosting_verbs") | {"attend", "organise", "organize", "hold", "join", "participate", "take", "lead"}
_HOSTS = words("hosting_verbs") - {"mediate", "broker", "facilitate"} | {"organise", "organize"}
"""Whoever does it may be no party of what is told."""
_TALKS = "mode:meeting,multilateral,mediation"


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood: its query and what is asked for (who, when, where, how many, what).

    `roles` are those in which someone is asked for, `unused` words of the question of which the query makes nothing, `relative` those among
    them that count from a day that is not given ("last year"). `unanswerable` says why the record cannot tell, empty where it can; `also`
    are wider queries where this one finds nothing.
    """

    query: str
    wanted: str
    roles: tuple[str, ...] = _SIDES
    unused: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    unanswerable: str = ""
    also: tuple[str, ...] = ()


def understand(question: str, today: str | None = None) -> Question:
    """The query that a question means; an empty query where nothing of it was understood. `today` is the ISO day of "last month".

    >>> understand("Who met Putin in March 2022?").query
    'type:consult mode:meeting with:Putin on:2022-03'
    >>> asked = understand("Who sanctioned Belarus over its elections?")
    >>> asked.query, asked.roles, asked.unused
    ('type:sanction mode:discontinue whom:Belarus', ('actor',), ('elections',))
    """
    asked = bare(question)
    read = plain = _read(Statement(asked), today)
    p = plain.p
    if read.act is None and p.lower[0] == "who" and p.deps[0] in ("nsubj", "nsubjpass"):
        read = next((one for told in by_someone(asked) if (one := _read(told, today)).act is not None), read)
    for statement in () if read.by_verb else turned(asked):
        again = _read(statement, today)
        if again.by_verb or (again.act is not None and len(again.mentions.all()) > len(read.mentions.all())):
            read = again
            break
    return _question(plain, read, today)


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement as the reader has it; `acts` are all that it tells of, `act` is the one that is asked about."""

    told: Statement
    p: Parsed
    mentions: Mentions
    acts: tuple[Trigger, ...]

    @property
    def act(self) -> Trigger | None:
        return next((a for a in self.acts if is_verb(self.p, a.head)), self.acts[0] if self.acts else None)

    @property
    def by_verb(self) -> bool:
        return self.act is not None and is_verb(self.p, self.act.head)


def _read(told: Statement, today: str | None) -> _Read:
    p = parser().parse(told.words + ".")  # to the reader "did X meet Y" tells of the act all the same
    mentions = Mentions(p, registry(), today, gazetteer().is_place)
    return _Read(told, p, mentions, tuple(triggers(p, lexicon(), Surroundings(mentions.kind, mentions.party_class, mentions.country))))


def _question(plain: _Read, read: _Read, today: str | None) -> Question:
    p, mentions, act, told = read.p, read.mentions, read.act, read.told.words
    verb = act.head if act and is_verb(p, act.head) else support(p, act.head)[0] if act else None
    same = [a for a in read.acts if act and (a.entry.type == act.entry.type or {a.entry.type, act.entry.type} <= {*_CONTACTS})]
    used = {token for a in same for token in (*a.tokens, a.head)} | ({verb} if verb is not None else set())
    terms, told_by = _act_terms(p, act)
    used |= told_by
    wanted = _what(plain)
    hosts = verb is not None and act is not None and act.entry.type == "CONSULT" and p.lemmas[verb] in _HOSTS
    if hosts and act is not None and act.entry.mode not in ("visit", "mediation"):  # the record tells who took part
        used -= {verb}
        wanted = "what" if wanted == "who" else wanted
    if verb is not None and p.lemmas[verb] in _AT_TALKS and any(a.entry.mode == "meeting" and not is_verb(p, a.head) for a in same):
        terms = [_TALKS if term in ("mode:meeting", "mode:multilateral") else term for term in terms]
    for token, state in _states(p, {*(act.tokens if act else ()), *([act.head] if act else [])}):
        terms.append(f"status:{state}")
        used.add(token)
    taken: set[int] = set()
    for mention in mentions.all():
        if mention.form == "name" and mention.kind in _NAMED and mention.head not in taken:
            taken.update(range(mention.first, mention.end))
            terms.append(_party_term(p, mention, act, verb))
        elif any(p.tags[t] in ("WDT", "WP") for t in range(mention.first, mention.end)):
            used.update(range(mention.first, mention.end))  # "which countries"
    relative = []
    for one in times.find(told, today):
        edtf = times.bounded(told, one)
        if edtf:
            terms.append(_time_term(edtf))
        elif one.type in ("DATE", "TIME"):
            relative.append(told[one.start : one.end])
        used.update(t for t in range(len(p)) if (edtf or one.type in ("DATE", "TIME")) and one.start <= p.starts[t] < one.end)
    first = read.told.opens
    unused = [found for found in _unused(p, {*used, *taken, *range(first)}) if found not in read.told.stand_ins]
    terms.append(order(plain.told.words) if terms else "")
    query = " ".join(dict.fromkeys(term for term in terms if term))
    also = _in_words(terms, p.lemmas[verb]) if hosts and verb is not None else ()
    why_not = _unanswerable(p, verb) or _of_people(plain)
    return Question(query, wanted, _roles(p, act, verb, first), (*unused, *relative), tuple(relative), why_not, also)


def _in_words(terms: Iterable[str], verb: str) -> tuple[str, ...]:
    """Where to look for who hosted talks: the record tells who took part, the words of reports tell of the host, too."""
    stem = verb.removesuffix("e")
    said = f"text:{verb},{verb}s,{stem}ed,{stem}ing"
    query = " ".join(re.sub(r"\Awith:", "text:", term) for term in terms if term and not term.startswith("mode:"))
    return (f"{query} {said}",) if "text:" in query else ()


def answer(asked: Question, found: Iterable[Merged]) -> list[tuple[str, int]]:
    """Who, when or where, with the number of events for each, the most first; who was asked about is not the answer.

    >>> answer(Question("type:consult", "what"), [])
    []
    """
    fields = {"who": asked.roles, "when": ("when",), "where": ("where",)}.get(asked.wanted, ())
    named = asked.query.casefold()
    counted = Counter(value for one in found for value in dict.fromkeys(value for field in fields for value in _values(one, field)))
    known = {
        name: number
        for name, number in counted.items()
        if name.casefold() not in named and not any(word in named for word in name.casefold().split() if len(word) > 3)
    }
    return Counter(known or {name: number for name, number in counted.items() if name.casefold() not in named}).most_common()


def _values(one: Merged, field: str) -> list[str]:
    """What reports give for a field, or what a person put in place of it."""
    if field in one.corrected:
        return [one.corrected[field]] if one.corrected[field] else []
    return [v.value for v in one.values.get(field, ())]


def _what(read: _Read) -> str:
    p = read.p
    if p.lower[:2] in (("how", "many"), ("how", "often")):
        return "how many"
    for token, word in enumerate(p.lower):
        if word == "which" and p.heads[token] != token and not _is_someone(read, p.heads[token]):
            return "what"  # "which meetings"
        if word in _WANTED:
            return _WANTED[word]
    return "what"


def _is_someone(read: _Read, token: int) -> bool:
    return any(one.first <= token < one.end for one in read.mentions.all()) or is_verb(read.p, token)


def _roles(p: Parsed, act: Trigger | None, verb: int | None, first: int) -> tuple[str, ...]:
    """The roles of whoever is asked for: who does it, or to whom it is done."""
    if act is not None and act.entry.mode == "mediation" and p.lower[first - 1 if first else 0] in ("who", "minister", "army", "countries"):
        return ("actor",)
    if act is None or verb is None or act.entry.type in _CONTACTS:
        return _SIDES
    if "whom" in p.lower:
        return ("recipient",)
    wanted = {first - 1} if first else {t for t in range(len(p)) if _asks(p, t)}
    stands = {p.deps[t] for t in wanted if p.heads[t] == verb}
    return ("actor",) if "nsubj" in stands else ("recipient",) if stands & {"dobj", "nsubjpass"} else _SIDES


def _asks(p: Parsed, token: int) -> bool:
    return p.tags[token] in ("WP", "WDT") or any(p.tags[c] in ("WDT", "WP$") for c in p.children[token])


def _unanswerable(p: Parsed, verb: int | None) -> str:
    """Why the record cannot tell: it says what was done, and what is denied, not who did not do a thing."""
    root = next((t for t in range(len(p)) if p.deps[t] == "ROOT"), None)
    if any(p.deps[t] == "neg" and p.heads[t] in (verb, root) for t in range(len(p))):
        return "the record tells what was done, and what somebody denies, not who has not done it"
    return ""


def _of_people(read: _Read) -> str:
    """Why the record cannot tell how many people there were: it counts events."""
    p = read.p
    if p.lower[:2] == ("how", "many") and p.lemmas[p.heads[1]] not in ("country", "state", "nation", "government"):
        counted = p.heads[1]
        if any(one.kind in ("person", "group") and one.first <= counted < one.end for one in read.mentions.all()):
            return f"the record counts events, not {p.lower[counted]}; the words of the reports tell how many they were"
    return ""


def _unused(p: Parsed, used: Collection[int]) -> list[str]:
    """The words of which nothing is made, those side by side together."""
    runs: list[list[int]] = []
    for token in range(len(p)):
        nothing = p.tags[token] in _SAYS_NOTHING or not p.lower[token].strip(".,;:!?'\"-") or p.lemmas[token] in _ASKING
        if token in used or nothing or p.deps[token] in ("aux", "auxpass", "neg"):
            continue
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [p.phrase(run[0], run[-1] + 1) for run in runs]


def _act_terms(p: Parsed, act: Trigger | None) -> tuple[list[str], set[int]]:
    """What the query asks of the act, and the words that say how someone voted, or that it is planned or offered."""
    if act is None:
        return [], set()
    mode = f"mode:{act.entry.mode}" if act.entry.mode and act.entry.type not in _SHADES else ""
    state = status(p, act, lexicon(), False).value
    cast = position(p, act) if act.entry.type == "VOTE" else None
    terms = [f"type:{act.entry.type.lower()}", mode, f"position:{cast[0]}" if cast else ""]
    verb, _ = support(p, act.head)
    done = verb is not None and p.lemmas[verb] in _HOSTS and p.tags[verb] in ("VBD", "VBN")  # who convened a meeting
    ahead = state in ("planned", "offered") and not done
    by_which = cast[1] if cast else ()
    telling = {
        *by_which,
        *(c for t in by_which for c in p.children[t] if p.lemmas[c] in ("favour", "favor", "support")),
        *([p.heads[act.head]] if ahead and is_verb(p, p.heads[act.head]) else []),
    }
    return [*terms, f"status:{state}" if ahead else ""], telling


def _states(p: Parsed, act: Collection[int]) -> list[tuple[int, str]]:
    """The words that ask for what is planned, offered or denied, and are no act."""
    return [(t, _STATES[p.lower[t]]) for t in range(len(p)) if t not in act and p.lower[t] in _STATES][:1]


def _party_term(p: Parsed, mention: Mention, act: Trigger | None, verb: int | None) -> str:
    name = p.phrase(*mention.name)
    quoted = f'"{name}"' if " " in name or re.search(r"[:,]", name) else name
    town = mention.capital or mention.kind == "place"
    if (
        act is not None
        and act.entry.type == "REQUEST"
        and p.deps[mention.head] == "pobj"
        and p.lower[p.heads[mention.head]] in ("from", "of")
    ):
        return f"whom:{quoted}"
    if act is not None and act.entry.type == "STATEMENT" and p.deps[mention.head] == "pobj" and p.lower[p.heads[mention.head]] in _ABOUT:
        return quoted
    if p.deps[mention.head] == "pobj" and p.lower[p.heads[mention.head]] in ("in", "at", "to", "from"):
        there = p.lower[p.heads[mention.head]] in ("in", "at")
        if town or (there and mention.kind == "group" and gazetteer().is_place(name)):
            return f"place:{quoted}"
        if there and mention.kind == "state" and mention.identity is not None and mention.identity.country:
            return f"country:{mention.identity.country}"
    if act is None or verb is None:
        return f"with:{quoted}"
    if act.entry.mode == "visit" and mention.head in objects(p, verb):
        if town:
            return f"place:{quoted}"
        if mention.kind == "state" and mention.identity is not None and mention.identity.country:
            return f"country:{mention.identity.country}"
    if act.entry.type in _CONTACTS:
        return f"with:{quoted}"
    if mention.head in subject(p, verb):
        return f"who:{quoted}"
    return f"whom:{quoted}" if mention.head in objects(p, verb) else f"with:{quoted}"


def _time_term(edtf: str) -> str:
    first, slash, last = edtf.partition("/")
    day = first.split("T")[0]
    ends = [f"after:{day}" if day not in ("", "..") else "", f"before:{last.split('T')[0]}" if last not in ("", "..") else ""]
    return " ".join(one for one in ends if one) if slash else f"on:{day}"
