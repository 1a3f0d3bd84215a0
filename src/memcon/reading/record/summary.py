"""One event as one English sentence: who did what to whom, with whom, where, when, to what end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from memcon.model import Event, Party

from ..grammar.pronouns import POSSESSIVES
from ..parties.naming import is_plural, listed, party_name, place_words
from .date_words import date_words, duration_words

_LONGEST_TOPIC = 90
# What introduces an aim in the report's words says nothing after "aim:".
_AIM = re.compile(r"^(?:(?:with |in )?(?:the )?(?:aim|goal|hope|purpose) of |in order to |to )", re.IGNORECASE)
_SPEECH = ("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb in its forms, the pattern that it stands in, and the noun for the act (see the head of `data/phrases.tsv`)."""

    base: str
    past: str
    ing: str
    pattern: str
    noun: str = ""


@cache
def _phrases() -> dict[tuple[str, str], Phrase]:
    return {(row[0], row[1]): Phrase(*row[2:]) for row in _rows("phrases.tsv")}


@cache
def _verbs() -> dict[tuple[str, str], Phrase]:
    found = {}
    for kind, base, past, ing, pattern in _rows("verbs.tsv"):
        for form in (base, base + "s", base + "es", past, ing):
            found[kind, form] = Phrase(base, past, ing, pattern)
    return found


def _rows(name: str) -> list[list[str]]:
    lines = (files("memcon.reading") / "data" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


# Acts whose verb wants an object: a sentence without one says so.
_TRANSITIVE = frozenset(("SUPPORT", "ACCUSE", "ASSAULT", "COERCE", "SANCTION", "THREATEN"))


def summary(event: Event) -> str:
    """The event as one sentence; what the report does not say, the sentence does not say either.

    >>> from memcon.model import Span
    >>> word = Span(0, 3, "met")
    >>> bennett, putin = Party("actor", "Bennett", "person", word), Party("recipient", "Putin", "person", word)
    >>> summary(Event("e1", "CONSULT", "meeting", "happened", (word,), (bennett, putin)))
    'Bennett met Putin.'
    >>> summary(Event("e1", "CONSULT", "meeting", "planned", (word,), (bennett, putin)))
    'Bennett plans to meet Putin.'
    """
    event = _own_by_pronoun(event)
    actors, recipients = event.parties("actor"), event.parties("recipient")
    head = _clause(event, actors, recipients) if actors else _filled(_own_phrase(event).noun, "", recipients)
    transitive = event.type in _TRANSITIVE or event.mode == "release"
    open_ended = actors and not recipients and transitive and _phrase(event, recipients).pattern == "{v}[ {r}]"
    remarks = "; ".join([*(["whom or what is not said"] if open_ended else []), *_remarks(event)])
    words = f"{head}{_circumstances(event)}{_others(event)}{f' ({remarks})' if remarks else ''}"
    joined = " ".join(words.split()).rstrip(".")
    return f"{joined[:1].upper()}{joined[1:]}."


def _own_by_pronoun(event: Event) -> Event:
    """Whose are those of the one who acts as the report has it: "Rey met his ministers", not "Rey met Rey's ministers"."""
    actors = event.parties("actor")
    if len(actors) != 1:
        return event
    its = (f"{actors[0].name}'s ".lower(), f"{actors[0].name}' ".lower())
    owned = ((p, p.mention.quote.partition(" ")) for p in event.participants)
    told = (
        replace(p, name=f"{q[0].lower()} {q[2]}") if q[0].lower() in POSSESSIVES and p.name.lower().startswith(its) else p for p, q in owned
    )
    return replace(event, participants=tuple(told))


def _own_phrase(event: Event) -> Phrase:
    """The phrase of the type and mode; a generic one for a type that this version does not know."""
    phrases = _phrases()
    generic = Phrase("act", "acted", "acting", "{v}[ towards {r}]", "an act[ towards {r}]")
    return phrases.get((event.type, event.mode)) or phrases.get((event.type, "")) or generic


def _phrase(event: Event, recipients: Sequence[Party]) -> Phrase:
    if event.type == "VOTE" and event.position:
        verb = ("abstain", "abstained", "abstaining") if event.position == "abstain" else ("vote", "voted", "voting")
        return Phrase(*verb, {"for": "{v} in favour", "against": "{v} against it"}.get(event.position, "{v}"))
    if _is_trip(event) and not recipients:
        return Phrase("travel", "travelled", "travelling", "{v}")
    words = event.triggers[0].quote.lower().split() if event.triggers else []
    verbs = (_verbs().get((event.type, word)) for word in (words[:1] + words[-1:]))
    captives = event.mode == "abduct"  # who is captured, not where
    return next((verb for verb in verbs if verb and not (captives and verb.base == "capture")), None) or _own_phrase(event)


def _is_trip(event: Event) -> bool:
    return event.type == "CONSULT" and event.mode == "visit" and event.where is not None


def _clause(event: Event, actors: Sequence[Party], recipients: Sequence[Party]) -> str:
    phrase = _phrase(event, recipients)
    names = [party_name(p) for p in actors]
    who = listed(names)
    plural = is_plural(actors)
    has, goes, plans = ("have", "are", "plan") if plural else ("has", "is", "plans")
    open_start = event.when is not None and event.when.edtf.endswith(("/..", "/"))
    ongoing = f"{has} repeatedly {phrase.past}" if event.type in _SPEECH else f"{f'{has} been' if open_start else goes} {phrase.ing}"
    verb = {
        "ongoing": ongoing,
        "planned": f"{plans} to {phrase.base}",
        "offered": f"offered to {phrase.base}",
        "possible": f"may {phrase.base}",
        "denied": f"did not {phrase.base}",
    }.get(event.status, phrase.past)
    deniers = [s.name or (s.source.quote if s.source else "") for s in event.sources if s.stance == "denies"]
    if event.status == "denied" and deniers and all(deniers) and len(deniers) == len(event.sources):
        if set(deniers) <= {p.name for p in actors}:
            return f"{who} denied {_filled(phrase.pattern, phrase.ing, recipients)}"
        return f"{listed(deniers)} denied that {who} {_filled(phrase.pattern, phrase.past, recipients)}"
    return f"{who} {_filled(phrase.pattern, verb, recipients)}"


def _filled(pattern: str, verb: str, recipients: Sequence[Party]) -> str:
    if not recipients:
        return re.sub(r"\[[^\]]*\]", "", pattern).replace("{v}", verb)
    names = listed([party_name(p) for p in recipients])
    bodies = all(p.kind in ("state", "organisation") for p in recipients)
    pattern = re.sub(r"\{([^{}]+ of)\} ", lambda m: f"{m[1]} " if bodies else "", pattern)
    between = "between" if len(recipients) > 1 else "with"
    return pattern.replace("[", "").replace("]", "").replace("{v}", verb).replace("{b}", between).replace("{r}", names)


def _circumstances(event: Event) -> str:
    """Where, when and how long."""
    words = ""
    named = {p.name.lower().removeprefix("the ") for p in event.participants}
    if event.where and event.where.name.lower().removeprefix("the ") not in named:
        to = "to" if _is_trip(event) and not event.parties("recipient") else "from" if event.mode == "withdraw" else None
        words += f" {place_words(event.where, to)}"
    if event.when:
        when = date_words(event.when.edtf, preposition=True)
        if event.status in ("planned", "offered", "possible"):
            when = re.sub(r"^since ", "from ", when)
        words += f"{'' if re.match('on |in |since |from |by ', when) else ','} {when}"
    if event.duration:
        words += f" for {duration_words(event.duration)}"
    return words


def _others(event: Event) -> str:
    """Those who are neither actor nor recipient."""
    words = ""
    for role, wording in (
        ("companion", ", with {}"),
        ("beneficiary", ", for {}"),
        ("interpreter", ", {} interpreting"),
        ("requested_by", ", at the request of {}"),
        ("coordinated_with", ", in coordination with {}"),
    ):
        names = [party_name(p) for p in event.parties(role)]
        if names:
            words += wording.format(listed(names))
    return words


def _remarks(event: Event) -> list[str]:
    """What stands in parentheses at the end: verbatim topic and aim, and what the sentence could not say."""
    remarks = []
    if not event.parties("actor"):
        remarks.append("by whom is not said" if event.status == "happened" else f"{event.status}; by whom is not said")
    topic, aim = (" ".join(spans[0].quote.split()) if spans else "" for spans in (event.about, event.purpose))
    if 0 < len(topic) <= _LONGEST_TOPIC and topic not in aim:
        remarks.append(topic if topic.startswith(("to ", "that ")) else f"on: {topic}")
    if 0 < len(aim) <= _LONGEST_TOPIC:
        remarks.append(f"aim: {_AIM.sub('', aim)}")
    return remarks
