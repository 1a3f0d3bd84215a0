"""Parties without a name told again by a general word: "a farmer ... the man", "gunmen ... the attackers", "an envoy ... the visitor".

General nouns refer back as pronouns do (Halliday and Hasan 1976, Cohesion in English, 6.1). What the word says of its bearers must be
told of them before: attackers have attacked, detainees were seized, visitors came; a man is no woman and no crowd.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words
from memcon.times.numerals import number

from ..grammar.dependents import child, counted, is_verb
from ..grammar.figures import in_figures
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import told_apart
from ..grammar.syntax import clause, is_passive, prepositional
from ..grammar.verbs_of_acts import verbs_of
from ..parties.entity import Entity
from ..parties.mention import Mention
from .descriptions import Descriptions
from .genders import gender_of, noun_gender

_BACK = 3  # sentences
_VESSELS = frozenset(("vessel", "ship", "boat"))  # what any of them may be called
_MORE = ("prep", "relcl", "acl", "appos", "conj")
_ABOUT = frozenset(("least", "most", "more"))  # "at least nine people" are the nine of the headline
_HEADED = 3  # fewer sentences have no headline
_IN_PASSING = 2  # so many sentences back, who was no subject was told of in passing
_DECAY = 0.45  # from one sentence to the next, as for other descriptions
_OBJECTS = ("dobj", "nsubjpass")
_PEOPLE = ("person", "group", "armed_group", "organisation")
_GROWN = frozenset("father mother parent grandfather grandmother husband wife uncle aunt".split())
_CITIZENS = frozenset(("citizen", "national", "native"))
_VIOLENT = frozenset(("ASSAULT", "COERCE"))
_ATTACKED = frozenset(("ASSAULT",))
_ROBBING = frozenset(("rob", "mug", "rape", "grab", "harm", "hurt", "injure"))
_HELD = frozenset(("ASSAULT", "COERCE", "RETREAT"))


class ToldAgain:
    """The search for whom a general word means, over the parties found so far."""

    def __init__(self, p: Parsed, descriptions: Descriptions, entities: Sequence[Entity]) -> None:
        self._p = p
        self._descriptions = descriptions
        self._entities = entities

    def find(self, mention: Mention, country: str | None) -> Entity | None:
        """The party that a definite noun without a name tells again; None where the words tell more, or nobody fits."""
        p, head = self._p, self._p.lemmas[mention.head]
        below = [c for c in p.children[mention.head] if p.deps[c] != "punct"]
        more = told_apart(p, mention.head, "poss", "prep", "relcl", "acl", "appos", "conj", "cc", "nummod")
        if (one := self._redescribed(mention, country)) is not None:
            return one
        if p.lower[mention.first] != "the" or more or {p.lower[c] for c in below} & (words("newcomers") | {"same"}):
            return None
        if head in words("office_nouns") and not mention.plural and mention.kind == "person":
            return self._in_office(mention, country)
        if country is not None and any(p.deps[c] in ("amod", "compound", "nmod") for c in below):
            return None  # "the Chadian man"
        return self._nearest(mention, head) if self._is_general(head) else None

    def told_before(self, entity: Entity) -> Entity | None:
        """The one without a name whom a general word beside a name tells again: "a man was arrested. The suspect, Bo Rey, ..."."""
        mention = entity.mentions[0]
        beside = [m for m in entity.mentions[1:2] if m.form == "name"]
        head = self._p.lemmas[mention.head]
        if entity.kind != "person" or mention.form != "noun" or not beside or not self._is_general(head):
            return None
        if self._p.lower[mention.first] != "the" or mention.plural:
            return None
        found = self._nearest(mention, head)
        return found if found is not None and not found.named and found is not entity else None

    def headlined(self, mention: Mention, said: Sequence[str]) -> Entity | None:
        """The one whom a headline tells without an article and the next sentences with one: "Kano man jailed. A Kano man was jailed"."""
        p = self._p
        if p.lower[mention.first] not in ("a", "an") or mention.kind != "person" or p.sentence_of[mention.head] > _BACK:
            return None
        for entity in self._entities:
            first = entity.mentions[0] if entity.mentions else None
            if first is None or entity.named or entity.kind != "person" or p.sentence_of[first.head] or len(p.sentences) < _HEADED:
                continue
            bare = p.tags[first.head] in ("NN", "NNP") and p.tags[first.first] not in ("DT", "PRP$", "CD") and len(entity.mentions) == 1
            if bare and said[-1] == p.lemmas[first.head] and set(words_told(p, first)) <= set(said):
                return entity
        return None

    def just_introduced(self, mention: Mention) -> bool:
        """Whether one without a name was brought in by the very word a little before: "said a diplomat. ... According to the diplomat"."""
        p, head = self._p, self._p.lemmas[mention.head]
        return head in words("person_descriptions") and any(
            e.kind == "person" and not e.named and first.head < mention.first and p.lower[first.first] in ("a", "an")
            for e in self._entities
            if e.mentions and p.lemmas[(first := e.mentions[0]).head] == head and self._near(e, mention)
        )

    def told_first(self, mention: Mention) -> int | None:
        """Where a thing without a name was told of that a bare noun tells again: "an army bulldozer crossed ... the bulldozer"."""
        p, head = self._p, mention.head
        if p.lower[mention.first] != "the" or mention.first != head - 1 or any(p.deps[c] in _MORE for c in p.children[head]):
            return None
        start = p.sentences[max(0, p.sentence_of[head] - _BACK)][0]
        near = range(mention.first - 1, start - 1, -1)
        same = words("vessels") if p.lemmas[head] in _VESSELS else {p.lemmas[head]}
        found = next((t for t in near if p.lemmas[t].lower() in same and p.tags[t] == p.tags[head] and p.deps[t] != "compound"), None)
        above = set(p.ancestors(head))
        return None if found is None or found in above or any(p.lower[c] in ("no", "another") for c in p.children[found]) else found

    def _redescribed(self, mention: Mention, country: str | None) -> Entity | None:
        """Who is told again by what he was, his age or whose citizen he is: "the former soldier", "the 28-year-old", "the U.S. citizen"."""
        p, head = self._p, self._p.lemmas[mention.head]
        inside = range(mention.first, mention.head + 1)
        told = any(p.lower[t] == "former" or (p.lower[t] == "old" and p.lower[t - 1] == "-") for t in inside) or head in _CITIZENS
        more = any(p.deps[c] in ("poss", "relcl", "acl", "appos", "conj", "nummod") for c in p.children[mention.head])
        if not told or more or mention.kind != "person" or mention.plural or p.lower[mention.first] != "the" or self._of_somebody(mention):
            return None
        here, office = p.sentence_of[mention.head], head in words("office_nouns")
        best: tuple[float, Entity] | None = None
        for entity in self._entities:
            if entity.kind != "person" or not entity.named or (country and entity.country not in (None, country)):
                continue
            if not self._fits(entity, head, False) or (office and any(m.identity and m.identity.wikidata for m in entity.mentions)):
                continue  # what those whom the registry knows were in office, it knows
            for m in entity.mentions:
                back = here - p.sentence_of[m.head]
                if m.head >= mention.first or back > _BACK - 1 or self._beside(m, mention):
                    continue
                score = (1.0 if p.deps[m.head] in ("nsubj", *_OBJECTS) else 0.6) - _DECAY * back
                if best is None or score > best[0]:
                    best = (score, entity)
        return best[1] if best else None

    def _of_somebody(self, mention: Mention) -> bool:
        """Whether a name tells of what or whom one was: "the former mayor of Lima"."""
        held = [t for link in ("of", "to", "for", "in", "from") for t in prepositional(self._p, mention.head, link)]
        return any(self._p.tags[t].startswith("NNP") and self._p.lower[t] != "state" for t in held)

    def _is_general(self, head: str) -> bool:
        return any(head in words(sort) for sort in ("human_nouns", "doers_of_violence", "those_held", "those_who_come"))

    def _in_office(self, mention: Mention, country: str | None) -> Entity | None:
        """The unnamed holder of the office last told: "Chad's interior minister ... the minister"."""
        office, told = self._descriptions.office(mention), self._descriptions.told(mention)
        found = [
            e
            for e in self._entities
            if e.mentions and e.kind == "person" and not e.named and country in (None, e.country)
            if self._descriptions.bears(e, office, told) and self._near(e, mention)
        ]
        return max(found, key=lambda e: e.before(mention.first).head, default=None)

    def _near(self, entity: Entity, mention: Mention) -> bool:
        last = entity.before(mention.first).head
        return last < mention.first and self._p.sentence_of[mention.head] - self._p.sentence_of[last] <= _BACK

    def _nearest(self, mention: Mention, head: str) -> Entity | None:
        p, here = self._p, self._p.sentence_of[mention.head]
        plural = p.tags[mention.head] in ("NNS", "NNPS")
        best: tuple[float, Entity] | None = None
        above = set(p.ancestors(mention.head))
        for entity in self._entities:
            if entity.kind not in _PEOPLE or not entity.mentions or not self._fits(entity, head, plural):
                continue
            if any(m.head < mention.first and p.heads[m.head] in above and p.deps[m.head] == "nsubj" for m in entity.mentions):
                continue  # "Rey said the man had fled"
            for m in entity.mentions:
                back = here - p.sentence_of[m.head]
                if m.head >= mention.first or back > _BACK or self._beside(m, mention) or not self._told_so(m, head):
                    continue
                score = (1.0 if p.deps[m.head] in ("nsubj", *_OBJECTS) else 0.6) - _DECAY * back
                if best is None or score > best[0]:
                    best = (score, entity)
        return best[1] if best else None

    def _fits(self, entity: Entity, head: str, plural: bool) -> bool:
        """Whether a party is one or several as the word is, of its gender, and known by no office."""
        p, first = self._p, entity.mentions[0]
        several = p.tags[first.head] in ("NNS", "NNPS")
        if plural and not several and self._is_of_several(entity, head):
            return True
        if plural != several or (plural and entity.named) or entity.kind == "organisation":
            return False
        if head in words("those_who_come"):
            return True
        if entity.titles & words("office_nouns") or (head in words("children") and entity.titles & _GROWN):
            return False
        asked = "female" if head in words("female_nouns") else noun_gender(head) if not plural else ""
        told = gender_of(p, entity).gender
        if plural and head in words("female_nouns"):
            return p.lemmas[first.head] in words("female_nouns") | words("pupils")
        return not asked or not told or asked == told

    def _is_of_several(self, entity: Entity, head: str) -> bool:
        """Whether one word or name is for several who may be told so: "a delegation ... the visitors", "the Blue Front ... the captors"."""
        if head in words("doers_of_violence"):
            return entity.kind == "armed_group"
        sent = head in words("those_who_come") | words("human_nouns") | words("those_held")
        return sent and not entity.named and self._p.lemmas[entity.mentions[0].head] in words("those_sent")

    def _beside(self, m: Mention, mention: Mention) -> bool:
        """Whether a party takes part in the very act that the word does."""
        p = self._p
        return clause(p, m.head) == clause(p, mention.head)

    def _told_so(self, m: Mention, head: str) -> bool:
        """Whether what is told of a mention makes its bearer what the word says."""
        p = self._p
        verb = p.heads[m.head] if p.deps[p.heads[m.head]] != "agent" else p.heads[p.heads[m.head]]
        label = p.deps[m.head]
        does = (label == "nsubj" and not is_passive(p, verb)) or p.deps[p.heads[m.head]] == "agent"
        verbs = {p.lemmas[v] for v in (verb, *(c for c in p.children[verb] if p.deps[c] in ("advcl", "conj", "xcomp"))) if is_verb(p, v)}
        if head in words("doers_of_violence"):
            return does and bool(verbs & verbs_of(_VIOLENT))
        if head == "victim":
            return label in _OBJECTS and p.lemmas[verb] in verbs_of(_ATTACKED) | _ROBBING
        if head in words("those_held"):
            return label in _OBJECTS and p.lemmas[verb] in verbs_of(_HELD) | words("verbs_of_people")
        if head in words("those_who_come"):
            coming = does and bool(verbs & words("coming_verbs"))
            return coming or (label in _OBJECTS and p.lemmas[verb] in words("welcoming_verbs"))
        return True


def words_told(p: Parsed, mention: Mention) -> list[str]:
    """The words by which a noun phrase without a name tells its party, the head last: its nouns, adjectives and, but for "the", numbers."""
    told = "NJ" if mention.definite else "NJC"  # "17 people" and "224 people" are others; "the 17 people" may be either
    said = [
        in_figures(p, i) if p.tags[i] == "CD" else p.lemmas[i]
        for i in range(mention.first, mention.end)
        if p.tags[i][:1] in told and p.tags[i] != "CC" and i != mention.head and p.lower[i] not in _ABOUT
    ]
    said[:0] = [p.lemmas[t] for t in prepositional(p, mention.head, "of") if mention.kind == "person" and p.tags[t].startswith("NNP")]
    said += [in_figures(p, mention.head), "people"] if p.tags[mention.head] == "CD" else [p.lemmas[mention.head]]  # "kills 20"
    outer = p.heads[p.heads[mention.head]]
    if counted(p, outer) == mention.head != outer:  # "a team of doctors"
        said.insert(0, p.lemmas[outer])
    return said


def possessed(p: Parsed, mention: Mention) -> bool:
    """Whether a plural tells of somebody's own: "his soldiers" are not the soldiers told of before."""
    return mention.plural and any(p.tags[c] == "PRP$" for c in p.children[mention.head])


def told_in_short(kind: str, said: list[str], entity: Entity) -> bool:
    """Whether words say no more than others before: "the envoys" after "five old envoys", "the team" after "a team of doctors"."""
    before = entity.key.split(":")[1].split(" ")
    head = said[-1]
    same = entity.kind == kind and head == before[-1]
    return set(said) <= set(before) and (same or (head in before and head in words("quantities")))


def is_of_all(p: Parsed, mention: Mention, entity: Entity) -> bool:
    """Whether a bare plural speaks of such people at large and of none counted before: "nine people died ... urged people to leave"."""
    if mention.definite or child(p, mention.head, "nummod") is not None or not mention.plural or not entity.mentions:
        return False
    return child(p, entity.mentions[0].head, "nummod") is not None


def counts_others(p: Parsed, mention: Mention, entity: Entity) -> bool:
    """Whether a number tells of more or fewer than were counted before: "300 people came ... the nine people killed"."""
    one, other = ({number([w])} if (w := _numeral(p, m)) else set() for m in (mention, entity.mentions[0]))
    return mention.plural and bool(one and other) and None not in one | other and one != other


def _numeral(p: Parsed, mention: Mention) -> str:
    """The number of a noun phrase, in small letters; "" where it has none."""
    return next((p.lower[t] for t in range(mention.first, mention.head + 1) if p.tags[t] == "CD"), "")


def in_focus(p: Parsed, mention: Mention, found: Sequence[Entity]) -> Entity:
    """Of those whom a noun can mean the last one; before one told of in passing sentences ago, who was the subject of a clause."""
    last = found[-1]
    near = any(p.sentence_of[mention.head] - p.sentence_of[m.head] < _IN_PASSING for m in last.mentions if m.head < mention.head)
    subjects = [e for e in found if any(p.deps[m.head] in ("nsubj", "nsubjpass") for m in e.mentions)]
    return last if near or last in subjects or not subjects else subjects[-1]
