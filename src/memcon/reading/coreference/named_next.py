"""Somebody told of at the head of a report, and named at the head of a sentence below: "A Chadian priest was freed. Ivan Rey, 41, left".

A report opens with what somebody is and goes on with the name as if it were known (Bell 1991, The Language of News Media, 8): the first
person named after the lead who opens a sentence as its subject, and of whom nothing else is told that he is.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.dependents import coordinated
from ..grammar.parsed import Parsed
from ..parties.entity import Entity
from ..parties.mention import Mention
from .genders import gender_of, noun_gender

_SHORT = 6  # tokens of a sentence that is no dateline
_BELOW = 5  # sentences between the words and the name
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
_SUBJECTS = ("nsubj", "nsubjpass")
_QUOTES = frozenset(('"', "“", "”", "''", "``"))
# Whose titles a general word for somebody covers: "a cleric was arrested. Archbishop Rey ...".
_KINDS = (
    (
        frozenset("cleric clergyman churchman preacher".split()),
        frozenset("archbishop bishop father imam sheikh ayatollah cardinal mullah pastor rabbi reverend metropolitan patriarch".split()),
    ),
    (
        frozenset("politician lawmaker legislator parliamentarian".split()),
        frozenset("senator deputy mp congressman congresswoman representative mayor governor councillor".split()),
    ),
)
_MERE = words("courtesies") | frozenset(("father", "sister", "brother"))


def named_next(p: Parsed, entities: Sequence[Entity]) -> dict[int, tuple[int, ...]]:
    """The number of a party without a name, told of in the first sentences -> that of the person whom the report names next."""
    lead = next((n for n, (a, b) in enumerate(p.sentences) if b - a > _SHORT), 0)
    told = sorted((e for e in entities if e.mentions and e.kind == "person"), key=lambda e: e.mentions[0].head)
    named = [e for e in told if e.named and any(m.form == "name" for m in e.mentions[:1])]
    found: dict[int, tuple[int, ...]] = {}
    for one in told:
        here = p.sentence_of[one.mentions[0].head]
        if one.named or here > lead + 1 or not _is_somebody(p, one.mentions[0]):
            continue
        after = (e for e in named if p.sentence_of[e.mentions[0].head] > here)
        person = next(after, None)
        if person is None or (person.number,) in found.values() or p.sentence_of[person.mentions[0].head] - here > _BELOW:
            continue
        first, name = one.mentions[0], person.mentions[0]
        if not _opens(p, name) or not _can_be(p, one, person):
            continue
        if not _is_one_of_several(p, one, person, told) and not _speaks_after_death(p, first, name.head):
            found[one.number] = (person.number,)
    return found


def _is_somebody(p: Parsed, mention: Mention) -> bool:
    """Whether words bring up one person as news does: "a priest", "Chad's envoy", "its leader", not "the man"."""
    head = mention.head
    if mention.form != "noun" or p.tags[head] != "NN" or p.deps[head] not in _PLACES:
        return False
    if p.lower[mention.first] not in ("a", "an") and words("not_in_office_now") & set(p.lower[mention.first : head]):
        return False  # "Chad's former envoy"
    return p.lower[mention.first] not in ("the", "that", "this", "each", "one") or any(
        p.deps[c] in ("amod", "compound", "nmod") or p.lower[c] == "of" for c in p.children[head]
    )


def _is_one_of_several(p: Parsed, one: Entity, person: Entity, told: Sequence[Entity]) -> bool:
    """Whether another is told of in the same word before the name: "a man was arrested for shooting another man"."""
    word, name = p.lemmas[one.mentions[0].head], person.mentions[0].head
    others = (e.mentions[0] for e in told if e is not one and not e.named)
    return any(m.head < name and p.lemmas[m.head] == word for m in others)


def _speaks_after_death(p: Parsed, mention: Mention, name: int) -> bool:
    """Whether somebody was killed and the person does something: "A guard was killed. Ivan Rey told reporters"."""
    verb = p.heads[p.heads[mention.head]] if p.deps[mention.head] == "pobj" else p.heads[mention.head]
    killed = p.deps[mention.head] in ("nsubjpass", "dobj", "pobj") and p.lemmas[verb] in words("killing_words")
    return killed and p.deps[name] == "nsubj" and p.lemmas[p.heads[name]] != "be"


def _opens(p: Parsed, mention: Mention) -> bool:
    """Whether a full name opens a sentence as its subject, behind no quotation, with nothing beside it that tells who that is."""
    head, start = mention.head, p.sentences[p.sentence_of[mention.head]][0]
    if mention.name[1] - mention.name[0] < 2 or p.deps[head] not in _SUBJECTS or len(coordinated(p, head)) > 1:
        return False
    before = range(start, mention.first)
    if any(p.words[t] in _QUOTES for t in before) or (before and p.deps[p.heads[head]] != "ROOT"):
        return False
    beside = [c for c in p.children[head] if c >= mention.end]
    return not any((p.deps[c] == "appos" and p.tags[c] != "CD") or (p.deps[c] == "prep" and p.lower[c] == "of") for c in beside)


def _can_be(p: Parsed, one: Entity, person: Entity) -> bool:
    """Whether what is told of a person before the name agrees with the words for somebody: gender, country, office, rank."""
    told, mention = one.mentions[0], person.mentions[0]
    head = p.lemmas[told.head]
    asked = "female" if head in words("female_nouns") else noun_gender(head)
    known = gender_of(p, person).gender
    if (asked and known and asked != known) or (one.country and person.country and one.country != person.country):
        return False
    said = {w.lower() for w in p.words[told.first : told.end]} | {p.lemmas[t] for t in range(told.first, told.end)}
    offices = words("office_nouns")
    soldier = head in offices or (told.identity is not None and told.identity.sector == "MIL")
    mere = _MERE | (words("ranks") if soldier else frozenset()) | next((more for some, more in _KINDS if head in some), frozenset())
    given = {w.lower() for w in p.words[mention.first : mention.name[0]]} - mere
    return given <= said and (not (person.titles - mere) & offices or bool(said & offices & person.titles))
