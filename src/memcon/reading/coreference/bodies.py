"""Bodies told by what they are: "the alliance", "the bloc", "the agency", "the group" for one that the report has named."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import told_apart
from ..parties.bearers import plain
from ..parties.entity import Entity
from ..parties.mention import Mention
from ..parties.mentions import Mentions

_KINDS = ("organisation", "armed_group")
_BACK = 3  # sentences to the last mention of the body
_ORGANISATIONS = frozenset("NGO IGO INT REB UAF PTY OPP LAB REL CVL".split())  # sectors of those told of as organisations
_UNIONS = frozenset("union community league association organization organisation cooperation commonwealth bloc council".split())
_COURTS = frozenset(("court", "tribunal"))
# What a body is -> words of the full names of such bodies.
_NAMED_SO = {
    **dict.fromkeys(("court", "tribunal", "judge", "justice"), _COURTS),
    "alliance": frozenset(("treaty", "alliance", "pact")),
    "bloc": _UNIONS,
    "body": _UNIONS | {"committee", "commission", "assembly", "nations"},
    "organ": frozenset(("council", "committee", "assembly", "nations")),
    "organization": _UNIONS,
    "organisation": _UNIONS,
    "agency": frozenset(("agency", "administration", "authority", "bureau")),
    "watchdog": frozenset(("agency", "commission", "authority", "organization", "organisation")),
    "group": frozenset("front army movement brigade brigades group militia resistance jihad watch force forces".split()),
}

_COMPANIES = frozenset(
    "company firm corporation conglomerate giant carrier airline airliner manufacturer maker automaker carmaker chipmaker planemaker "
    "producer operator enterprise multinational miner lender shipper utility retailer".split()
)
_NAMED_COMPANY = frozenset(
    "energy airlines airline air airways corp corp. corporation inc inc. ltd ltd. plc group holdings holding oil petroleum bank motors "
    "telecom industries systems technologies steel mining shipping lines aerospace networks minerals resources".split()
)
# What a body is -> sectors of those that the registry knows.
_OF_SECTOR = {
    **dict.fromkeys(_COMPANIES, frozenset(("BUS",))),
    "party": frozenset(("PTY", "OPP")),
    "charity": frozenset(("NGO",)),
    "group": frozenset(("NGO",)),
}
_NONE: frozenset[str] = frozenset()
_AGENCIES = frozenset("organization organisation programme program fund office commissioner agency".split())
_WORLDWIDE = ("world", "international", "united")
_JUDGES = ("judge", "justice")  # several are the court


def body_meant(p: Parsed, mentions: Mentions, entities: Sequence[Entity], mention: Mention) -> Entity | None:
    """The last named body of that sort before a description that nothing else tells apart; None where there is none."""
    told = p.lemmas[mention.head]
    named_so, sectors = _NAMED_SO.get(told, _NONE), _OF_SECTOR.get(told, _NONE)
    if not named_so | sectors or not mention.definite or (told in _JUDGES) != mention.plural or _told_more(p, mention.head):
        return None
    if any(p.deps[c] == "poss" for c in p.children[mention.head]):
        return None  # "its agency"
    lands = {mentions.country(c) for c in p.children[mention.head] if mentions.kind(c) and c < mention.head}
    here = p.sentence_of[mention.head]
    best: tuple[int, Entity] | None = None
    for entity in entities:
        if (
            not entity.named
            or (lands and {entity.country} != lands)  # "the Chadian agency"
            or entity.kind not in (_KINDS if told not in _COMPANIES else (*_KINDS, "group"))
            or (
                not (_named(p, entity) & named_so or _is_union(p, entity, named_so) or _is_organisation(told, entity))
                and not (told == "group" and _by_letters(p, entity))
                and not any(m.identity is not None and m.identity.sector in sectors for m in entity.mentions)
                and not (told == "agency" and _is_agency(entity))
                and not (told in _COMPANIES and _named(p, entity) & _NAMED_COMPANY)
            )
        ):
            continue
        last = max((m.head for m in entity.mentions if m.head < mention.first), default=None)
        if last is not None and here - p.sentence_of[last] <= _BACK and (best is None or last > best[0]):
            best = (last, entity)
    others = (m.head for e in entities if not e.named for m in e.mentions if p.lemmas[m.head] == told)  # "envoys of a company"
    return best[1] if best and not any(best[0] < other < mention.first for other in others) else None


def several_as_one(p: Parsed, mentions: Mentions, mention: Mention) -> bool:
    """Whether a plural can be for a body: "the rebels", "the Chadian rebels", "the judges"; not "the young rebels".

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The rebels met the two judges.")
    >>> at = Mentions(p, registry(), None, lambda name: False)
    >>> several_as_one(p, at, at.at(1)), several_as_one(p, at, at.at(5))
    (True, False)
    """
    before = [c for c in p.children[mention.head] if c < mention.head and mentions.kind(c) != "state"]
    return (mention.kind == "armed_group" or p.lemmas[mention.head] in _JUDGES) and before == [mention.first]


def _told_more(p: Parsed, head: int) -> bool:
    """Whether something behind a noun tells which one is meant: "the agency of Chad"."""
    return told_apart(p, head, "prep", "appos", "relcl", "acl")


def _is_organisation(told: str, entity: Entity) -> bool:
    """Whether a body not known to be an organ of a state is "the organisation"."""
    sectors = {m.identity.sector for m in entity.mentions if m.form == "name" and m.identity is not None}
    return told in ("organisation", "organization") and sectors <= _ORGANISATIONS


def _is_agency(entity: Entity) -> bool:
    """Whether a body is known for one of the United Nations' agencies, or like them: "the World Health Organization ... the agency"."""
    names = [m.identity.name.lower().split() for m in entity.mentions if m.identity is not None and m.identity.sector == "IGO"]
    return any((n[0] in _WORLDWIDE and _AGENCIES & set(n)) or (n[0].startswith("un") and len(n) == 1) for n in names)


def _by_letters(p: Parsed, entity: Entity) -> bool:
    """Whether letters alone name a body that nobody knows: "the CCAL ... the group"."""
    names = [m for m in entity.mentions if m.form == "name"]
    return all(m.identity is None and m.name[1] - m.name[0] == 1 and p.words[m.head].isupper() for m in names)


def _is_union(p: Parsed, entity: Entity, named_so: frozenset[str]) -> bool:
    """Whether letters alone name a body of several states, which may be any such: "NATO ... the alliance"."""
    letters = all(p.words[t].isupper() for m in entity.mentions if m.form == "name" for t in range(*m.name))
    states = any(m.identity is not None and m.identity.sector == "IGO" and m.identity.name.isupper() for m in entity.mentions)
    return letters and states and named_so in (_NAMED_SO["alliance"], _UNIONS)


def _named(p: Parsed, entity: Entity) -> set[str]:
    """The words of a body's names, those that the registry knows besides."""
    said = {plain(w) for m in entity.mentions if m.form == "name" for w in p.words[m.name[0] : m.name[1]]}
    known = {plain(w) for m in entity.mentions if m.identity is not None for w in m.identity.name.split()}
    return said | known
