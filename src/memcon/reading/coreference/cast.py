"""The parties of a report: every mention of one party joined to one entity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated
from ..grammar.parsed import Parsed
from ..grammar.personal_names import capital_run
from ..grammar.relative_clauses import owner_of
from ..parties.acronyms import BODIES, of_its_letters
from ..parties.bearers import is_class, plain
from ..parties.entity import Entity
from ..parties.governments import governed, own_state
from ..parties.mention import Mention
from ..parties.mentions import Mentions
from ..parties.organs import with_its_state
from .antecedents import Antecedents
from .apposed import agency, beside_an_office, can_be_same, included, is_mere_class, listed_beside, named_beside, one_by_name, states_of
from .bodies import several_as_one
from .descriptions import Descriptions
from .hosts_and_guests import hosts_and_guests
from .introductions import Introductions
from .keys import Keys
from .kinship import relatives
from .named_in_office import held_below, held_by_the_named
from .named_later import NamedLater
from .office_holders import holder, land_of_office
from .own_states import own_states
from .plain_bearers import plain_bearers
from .told_again import ToldAgain, counts_others, in_focus, is_of_all, possessed, told_in_short, words_told

SPEAKER = Callable[[int], tuple[int, ...]]
"""The heads of the source of the quotation that a token stands in (empty outside quotations)."""


class Cast:
    """All parties of a report. `of(token)` gives the entities that the mention at a token speaks of (several for "they")."""

    def __init__(self, p: Parsed, mentions: Mentions, speaker: SPEAKER) -> None:
        self._p = p
        self._mentions = mentions
        self.entities: list[Entity] = []
        self._by_key: dict[str, Entity] = {}
        self._of: dict[int, tuple[int, ...]] = {}
        parties = (m for m in mentions.all() if m.kind and (m.kind != "place" or m.capital))
        found = held_by_the_named(p, [with_its_state(p, mentions, m) for m in parties])
        self._keys = Keys(p, found, mentions.titles)
        found = [one_by_name(p, mentions, beside_an_office(p, mentions, self._keys.of_surname(m))) for m in found]
        self._given = {m.head: m for m in found}
        pronouns: list[Mention] = []
        lists: dict[int, list[int]] = {}
        search, introductions = Antecedents(p, self, speaker), Introductions(p, mentions, self.entities)
        self._descriptions = Descriptions(p, mentions, self.entities)
        self._again = ToldAgain(p, self._descriptions, self.entities)
        for mention in found:
            if (mention.plural or p.tags[mention.head] == "NNS") and len(listed := listed_beside(p, mentions, mention)) > 1:
                lists[mention.head] = listed
            elif mention.form == "pronoun":
                pronouns.append(mention)
            elif mention.head not in self._of:
                named = mention.form == "name"
                self._add(mention, self._named(governed(p, mentions, mention) or mention) if named else self._noun(mention))
        self.bearers = plain_bearers(p, found, self._of)
        for mention in found:  # "the Reys"
            family = [self._by_key[key].number for key in self._keys.family(mention) if key in self._by_key]
            if len(family) > 1 and (of := self._of.get(mention.head)):
                self._be_those(self.entities[of[0]], tuple(family), mention)
        for head, names in lists.items():  # "the two envoys, Ana Rey and Leo Fox, met"
            self._of[head] = tuple(dict.fromkeys(n for t in names for n in self.of(t)))
        for mention in found:  # "several envoys, including Ana Rey"
            if mention.plural and mention.head not in lists and (some := included(p, mentions, mention)):
                own = () if is_mere_class(p, mention) else self.of(mention.head)
                self._of[mention.head] = tuple(dict.fromkeys((*own, *(n for t in some for n in self.of(t)))))
        self._introduced(introductions)
        for entity, known in held_below(self._descriptions, self.entities):
            self._move(entity, known)
        self._holders_together(found)
        later = NamedLater(p, self.entities)
        for entity in self.entities:
            if members := later.members(entity):
                self._be_those(entity, members)
        for entity in self.entities:
            for mention in entity.mentions:
                search.note(entity, mention)
        self._notice(search)
        for mention in sorted(pronouns, key=search.turn):
            if numbers := search.find(mention):
                self._of[mention.head] = numbers
                for number in numbers:
                    self.entities[number].mentions.append(mention)
                    search.note(self.entities[number], mention)
            elif p.tags[mention.head] == "NNS":  # "the two ministers" of whom the report has not spoken
                told = replace(mention, form="noun")
                self._add(told, group := self._noun(told))
                if members := later.members(group):
                    self._be_those(group, members)
        for entity, known in (*relatives(p, self.entities, self.of), *hosts_and_guests(p, self.entities, self.of)):
            self._move(entity, known)
        self._holders_of_offices()

    def _introduced(self, introductions: Introductions) -> None:
        """Join those told without a name to those whom the report names with the same words, or as the same."""
        for entity in self.entities:
            if entity.mentions and (before := introductions.told_before(entity) or self._again.told_before(entity)) is not None:
                self._move(before, entity)
        for entity in self.entities:
            if entity.mentions and (known := introductions.meant(entity)) is not None:
                self._move(entity, known)

    def _holders_of_offices(self) -> None:
        """Who is meant by "its president" is known by the state that the pronoun speaks of, as "his country" is by who speaks of it."""
        for entity in [e for e in self.entities if e.mentions and e.kind == "person" and (not e.named or e.country is None)]:
            mention = next((m for m in entity.mentions if self._p.lemmas[m.head] in words("office_nouns")), entity.mentions[0])
            whose = next((c for c in self._p.children[mention.head] if self._p.tags[c] == "PRP$"), owner_of(self._p, mention.head))
            owners = self._of.get(whose, ()) if whose is not None else ()
            if len(owners) != 1:
                continue
            country = self.entities[owners[0]].country
            known = None if entity.named else self._holder(mention, country)
            if entity.named:  # "its minister, Ann Lee"
                entity.country = country if mention.form == "noun" else None
            elif known is not None and known.number not in owners and known is not entity:
                self._move(entity, known)
        for entity, told, key in list(own_states(self._p, self.entities, self.of)):
            entity.mentions = [told]
            self._move(entity, self._by_key.get(key) or self._new(told, key, True))

    def _holder(self, mention: Mention, country: str | None) -> Entity | None:
        """Who holds an office in a state, as one of the report's parties."""
        known = holder(self._p, self._mentions, self._descriptions, self.entities, mention, country)
        if not isinstance(known, Mention) or known.identity is None:
            return known if isinstance(known, Entity) else None
        entity = self._by_key.get(known.identity.id) or self._new(known, known.identity.id, True)
        entity.mentions.append(known)
        return entity

    def _be_those(self, entity: Entity, members: tuple[int, ...], only: Mention | None = None) -> None:
        """Make the mentions of a party without a name those of others; of one who is among them (one of "the Reys") `only` that one."""
        if len(members) == 1:
            self._move(entity, self.entities[members[0]])
            return
        own = entity.number in members and only is not None
        told = [only] if own and only is not None else entity.mentions
        self._of.update({m.head: members for m in told})
        for number in members:
            if number != entity.number:
                self.entities[number].mentions += told
        entity.mentions = entity.mentions if own else []

    def _holders_together(self, found: list[Mention]) -> None:
        """The holders of one office in several states, where the report names them all: "the presidents of Chad and Togo"."""
        for mention in found:
            named = any(self._p.deps[c] == "appos" for c in self._p.children[mention.head])
            if mention.form != "noun" or self._p.tags[mention.head] != "NNS" or named:
                continue
            states = states_of(self._p, self._mentions, mention)
            lands = [at.identity.country for t in states if (at := self._mentions.at(t)) is not None and at.identity is not None]
            told = [holder(self._p, self._mentions, self._descriptions, self.entities, mention, land) for land in lands]
            holders = [h for h in told if isinstance(h, Entity)]
            for one in self.of(mention.head) if len(set(lands)) > 1 else ():
                if self.entities[one].kind == "group" and not self.entities[one].named:
                    self.entities[one].country = None  # of several states is of none
            if len(holders) > 1 and len(holders) == len(told):
                for one in self.of(mention.head):
                    self.entities[one].mentions = [m for m in self.entities[one].mentions if m.head != mention.head]
                self._of[mention.head] = tuple(dict.fromkeys(h.number for h in holders))

    def of(self, token: int) -> tuple[int, ...]:
        """Numbers of the entities at a token; empty where no party stands."""
        if (mention := self._mentions.at(token)) is None:
            return self._of.get(token, ())
        if mention.form == "name" and not mention.name[0] <= token < mention.name[1]:  # "the trio of Chad, Togo and Peru"
            return tuple(dict.fromkeys(n for t in coordinated(self._p, mention.head) for n in self._of.get(t, ())))
        return self._of.get(token) or self._of.get(mention.head, ())

    def _notice(self, search: Antecedents) -> None:
        """Capitalised words that may name persons: another mention of one whose surname it is, else a person if a pronoun says so."""
        possible: dict[str, Entity] = {}
        for token in range(len(self._p)):
            if token in self._of or not self._p.words[token][:1].isupper() or (run := capital_run(self._p, token)) is None:
                continue
            at = self._mentions.at(token)
            if (at is not None and (at.kind or self._of.get(at.head))) or self._p.sentence_of[token] in self._mentions.bylines:
                continue
            word = plain(self._p.words[token])
            mention = Mention(token, run[0], run[1], run, "person", "name", definite=True)
            keys = (*self._keys.bearers(word), f"person:{word}")
            bearer = next((e for key in keys if (e := self._by_key.get(key)) is not None), None)
            if bearer is not None:
                bearer.mentions.append(mention)
                self._of[token] = (bearer.number,)
            else:
                bearer = possible.setdefault(word, Entity(-1 - len(possible), "", self._p.phrase(*run), f"person:{word}", named=True))
                bearer.mentions.append(mention)
            search.note(bearer, mention)

    def take(self, entity: Entity) -> None:
        """Make a possible party one of the report's."""
        entity.number = len(self.entities)
        self.entities.append(entity)
        self._by_key[entity.key] = entity
        for mention in entity.mentions:
            self._of.update(dict.fromkeys(range(*mention.name), (entity.number,)))

    def unknown(self, entity: Entity) -> bool:
        """Whether nothing tells what sort of party a name is: it may be a person's."""
        names = [m for m in entity.mentions if m.form == "name" and entity.kind in ("organisation", "")]  # none of "the Chadian army"
        return bool(names) and all(m.identity is None and capital_run(self._p, m.head) for m in names)

    def plain(self, token: int, given: Mention | None = None) -> int | None:
        """The number of whatever a noun, or a mention `given`, names that is no party of itself, but in a role; None where none is."""
        if known := self.of(token) or (self.of(self._p.heads[token]) if self._p.deps[token] == "appos" else ()):
            return known[0]
        mention = given or self._mentions.plain(token)
        if mention is None:
            return None
        key = f"plain:{self._p.phrase(*mention.name).lower() if mention.definite else token}"
        told = self.plain(first) if key not in self._by_key and (first := self._again.told_first(mention)) is not None else None
        entity = self._by_key.get(key) or (self._new(mention, key, False) if told is None else self.entities[told])
        entity.mentions.append(mention)
        self._of[token] = (entity.number,)
        return entity.number

    def lemma(self, token: int) -> str:
        """The lemma of a token."""
        return self._p.lemmas[token]

    def mention(self, token: int) -> Mention | None:
        """The mention at a token, whether or not it was joined to a party."""
        return self._mentions.at(token)

    def _at(self, token: int) -> Mention | None:
        """The mention at a token as it was put right, or as it is found."""
        return self._given.get(token, self._mentions.at(token))

    def _add(self, mention: Mention, entity: Entity) -> None:
        entity.mentions.append(mention)
        entity.titles |= self._descriptions.title_told(mention)
        entity.titles |= self._descriptions.titles(mention) if mention.form == "noun" else set()
        entity.titles |= self._descriptions.shared_office(mention)
        if mention.identity:
            entity.country = entity.country or mention.identity.country
            entity.titles.update((mention.identity.office or "").lower().split())
            entity.was = entity.was or (mention.identity.was or "").lower()
        entity.country = entity.country or land_of_office(self._p, self._mentions, mention, entity.titles)
        self._of[mention.head] = (entity.number,)
        for c in named_beside(self._p, mention.head):  # "its housing minister, Zeev Elkin"; "Elkin, the minister"
            other = self._at(c)
            if other is None or not other.kind or other.head in self._of:
                continue
            if can_be_same(mention, other) and not agency(self._p, mention, other):
                if other.form == "name" and not entity.named:
                    known = self._known(other)
                    if known is not None:
                        self._move(entity, known)
                        entity = known
                    else:
                        self._rename(entity, other)
                elif other.form == "name" and self._known(other) not in (None, entity):
                    continue
                entity.mentions.append(other)
                entity.titles |= self._descriptions.titles(other)
                if other.form == "noun" and other.identity is not None:  # "Ann Lee, Peru's president"
                    entity.country = entity.country or other.identity.country
                self._of[other.head] = (entity.number,)

    def _move(self, entity: Entity, to: Entity) -> None:
        self._of.update({m.head: (to.number,) for m in entity.mentions})
        to.mentions += entity.mentions
        to.titles |= entity.titles
        to.country = to.country or entity.country
        entity.mentions = []
        self._by_key.update({key: to for key, one in self._by_key.items() if one is entity})

    def _rename(self, entity: Entity, mention: Mention) -> None:
        self._by_key[self._keys.of(mention)] = entity
        entity.name = self._p.phrase(*mention.name)
        entity.kind, entity.named = entity.kind if mention.kind == "group" else mention.kind, True
        if mention.identity:
            entity.country = mention.identity.country or entity.country

    def _known(self, mention: Mention) -> Entity | None:
        return self._by_key.get(self._keys.of(mention))

    def _new(self, mention: Mention, key: str, named: bool) -> Entity:
        kind = "state" if mention.kind == "place" else mention.kind
        name = self._p.phrase(*mention.name)
        entity = Entity(len(self.entities), kind, name, key, country=mention.identity.country if mention.identity else None, named=named)
        self.entities.append(entity)
        self._by_key[key] = entity
        return entity

    def _named(self, mention: Mention) -> Entity:
        key = self._keys.of(mention)
        known = self._by_key.get(key)
        if known is None and mention.identity is not None and mention.identity.how == "office.holder":  # "the Prime Minister"
            known = self._descriptions.titled(mention, mention.identity.country)
        if known is None and mention.kind in BODIES:
            known = of_its_letters(self._p, self.entities, mention)
        return known or self._new(mention, key, True)

    def _noun(self, mention: Mention) -> Entity:
        p, identity = self._p, mention.identity
        head = p.lemmas[mention.head]
        title_of = next((m for c in named_beside(p, mention.head) if (m := self._at(c)) and m.form == "name"), None)
        beside = title_of is not None and title_of.kind == mention.kind  # "The leader of the league, Ann Lee"
        if identity is not None and not is_class(mention):
            if title_of is not None and beside and mention.kind == "person":
                return self._named(title_of)  # whom the report names, not who holds the office by the registry
            known = self._by_key.get(identity.id) or self._descriptions.titled(mention, identity.country)
            return known or self._new(mention, identity.id, True)
        country = identity.country if identity is not None and not identity.how.endswith("+focus") else None  # the words' own
        if title_of is not None and beside:
            return self._named(title_of)
        owner = self._owner(mention)
        if owner is not None and (own := own_state(p, self.entities, mention, country or self.entities[owner].country)) is not None:
            return own
        if (state := governed(p, self._mentions, mention)) is not None:
            return self._named(state)
        if self._points_back(mention) and (found := self._descriptions.find(mention, country)) is not None:
            return found
        said = words_told(p, mention)
        key = f"{mention.kind}:{' '.join(said) if owner is None else head}:{owner if owner is not None else ''}"
        if owner is None and not possessed(p, mention) and (mention.definite or mention.plural):
            same = [e for e in self.entities if not e.named and country in (None, e.country) and told_in_short(mention.kind, said, e)]
            if same := [e for e in same if not is_of_all(p, mention, e) and not counts_others(p, mention, e)]:
                return in_focus(p, mention, same)
        known = self._by_key.get(key) if mention.definite or mention.plural else self._again.headlined(mention, said)
        return known or self._again.find(mention, country) or self._new(mention, key, False)

    def _points_back(self, mention: Mention) -> bool:
        """Whether a description can mean a party that is named: "the envoy", and "the rebels" where none without a name were told of."""
        head = self._p.lemmas[mention.head]
        if (mention.plural and not several_as_one(self._p, self._mentions, mention)) or self._again.just_introduced(mention):
            return False
        untold = not mention.plural and head not in words("quantities")  # "a group of students ... the group"
        told = [e for e in self.entities if e.mentions and not e.named and head in e.key.split(":")[1].split(" ")]
        if head in words("government_nouns") and any(e.key.split(":")[1] != head for e in told):
            return False  # "the Rey administration ... the administration"
        return mention.definite and (untold or all(e.mentions[0].definite and e.key.split(":")[1] == head for e in told))

    def _owner(self, mention: Mention) -> int | None:
        """The entity that a mention is tied to by a possessive: "Macron's office"."""
        whose = owner_of(self._p, mention.head)
        whose = child(self._p, mention.head, "poss") if whose is None else whose
        return next(iter(self._of.get(whose, ())), None) if whose is not None else None
