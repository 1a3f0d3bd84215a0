"""Descriptions that point to a party already named: "the president", "the Israeli leader", "the ministry", "the country", "the group"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.noun_phrases import inner_words
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import is_charge, told_apart
from ..grammar.syntax import prepositional
from ..grammar.titles import is_title_of_its_own, own_title
from ..grammar.verbs_of_acts import verbs_of
from ..parties.entity import Entity
from ..parties.mention import Mention
from ..parties.mentions import Mentions
from .bodies import body_meant
from .doers_towards import doers_towards
from .office_synonyms import bears, is_another_word
from .redescribed import redescribed
from .states_by_kind import states_told

_VIOLENT = frozenset(("ASSAULT",))
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "iobj")
_REASONS = frozenset(("because", "as", "since", "after", "although", "though"))
_SUBJECTS = ("nsubj", "nsubjpass")
_NOT_IN_OFFICE = words("not_in_office_now") | frozenset(("vice", "deputy", "assistant", "acting", "outgoing", "elect"))
_OF_OFFICE = frozenset("foreign prime defense defence interior finance trade state deputy vice general".split())
_AT_HOME = words("titles_told_alone") | frozenset(("president", "minister", "premier", "chancellor", "secretary", "speaker"))
_BODIES = frozenset(("un", "u.n.", "eu", "au"))
_FALLEN = frozenset("deposed detained ex exiled fallen former fugitive imprisoned jailed ousted overthrown toppled".split())
_TIMES = frozenset(("former", "new", "then", "late", "outgoing", "current", "visiting"))


class Descriptions:
    """The search for the party that a definite noun phrase describes, over the parties found so far."""

    def __init__(self, p: Parsed, mentions: Mentions, entities: Sequence[Entity]) -> None:
        self._p = p
        self._mentions = mentions
        self._entities = entities

    def find(self, mention: Mention, country: str | None) -> Entity | None:
        """The nearest earlier party that the words describe, or None; `country` is what they say of nationality."""
        if (one := redescribed(self._p, self._entities, mention)) is not None:
            return one
        head, told = self._p.lemmas[mention.head], self.told(mention)
        if told == head and any(self._p.lower[c] in words("newcomers") for c in self._p.children[mention.head]):
            return None
        own = mention.kind == "person" and any(self._p.lower[c] in ("his", "her") for c in self._p.children[mention.head])
        if own and country is None and len(homes := self._homes_of_subjects(mention)) == 1:
            country = next(iter(homes))  # "Chad's envoy carried a letter from his president"
        body = mention.kind in ("organisation", "state", "armed_group")
        office = body or (
            mention.kind == "person" and (head in words("office_nouns") | words("titles_told_alone") or is_another_word(told))
        )
        if office and not self._of_another(mention) and (found := self._bearer(mention, head, country)) is not None:
            return found
        return self._described(mention, head, country) or body_meant(self._p, self._mentions, self._entities, mention)

    def titled(self, mention: Mention, country: str | None, but: Entity | None = None) -> Entity | None:
        """Whom the report itself has named with an office of that state, whoever else (`but`) may be known to hold it."""
        office = set(self.office(mention))
        if country is None or self._p.lemmas[mention.head] not in words("office_nouns") or office & _NOT_IN_OFFICE:
            return None
        found = [
            one
            for one in self._entities
            if one.kind == "person" and one is not but and one.country == country and (one.named or "counterpart" in one.titles)
            if bears(one.titles, office, self.told(mention)) and not one.titles & _NOT_IN_OFFICE
        ]
        in_office = [one for one in found if not one.was]
        return (in_office or found)[-1] if found else None

    def office(self, mention: Mention) -> list[str]:
        """The words of an office for one, without whose it is: "foreign minister" of "the Chadian foreign ministers"."""
        inner = inner_words(self._p, mention.head, self._mentions.kind, "compound", "amod")
        return [*(self._p.lower[c] for c in inner if c < mention.head), self._p.lemmas[mention.head]]

    def told(self, mention: Mention) -> str:
        """The word that another word for an office is: "premier", "top diplomat", "head of state"."""
        p, head = self._p, self._p.lemmas[mention.head]
        before = [word for word in self.office(mention)[:-1] if word not in _TIMES]
        behind = [p.lower[t] for t in prepositional(p, mention.head, "of")]
        told = f"{before[0]} {head}" if len(before) == 1 else f"{head} of {behind[0]}" if behind and not before else head
        return told if is_another_word(told) else head

    def bears(self, entity: Entity, office: Sequence[str], told: str) -> bool:
        """Whether the words of an office, or `told`, another word for it, may be said of one of the parties."""
        return bears(entity.titles, office if told in (office[-1], *office) else (told,), told)

    def titles(self, mention: Mention) -> set[str]:
        """The words of a mention as those of a title, with the field of the office: "foreign" of "Minister for Foreign Affairs"."""
        p = self._p
        own = own_title(p, mention.first, mention.end)
        if p.lemmas[mention.head].lower() not in words("office_nouns"):
            return own
        fields = (g for c in p.children[mention.head] if p.lower[c] in ("for", "of") for g in p.children[c] if p.deps[g] == "pobj")
        return own.union(*({p.lower[t] for t in (g, *p.children[g]) if p.lower[t] in _OF_OFFICE} for g in fields))

    def title_told(self, mention: Mention) -> set[str]:
        """The words of a title before a name, or of the office by which somebody is named: "Chad's Prime Minister"."""
        by_office = mention.identity is not None and mention.identity.how.startswith("office.holder")
        return own_title(self._p, mention.first, mention.name[1 if by_office else 0])

    def shared_office(self, mention: Mention) -> set[str]:
        """The office of a counterpart, which is that of the one last told before: "President Ann Lee met her Chadian counterpart"."""
        p, here = self._p, self._p.sentence_of[mention.head]
        if "counterpart" not in (w.lower() for w in p.words[mention.first : mention.end]):
            return set()
        before = [(m, e) for e in self._entities if e.kind == "person" for m in e.mentions if m.head < mention.first]
        whose = max((pair for pair in before if p.sentence_of[pair[0].head] == here), key=lambda pair: pair[0].head, default=None)
        return whose[1].titles & (words("office_nouns") | _OF_OFFICE) - {"counterpart"} if whose is not None else set()

    def _described(self, mention: Mention, head: str, country: str | None) -> Entity | None:
        """The nearest earlier party that a description without a name can mean: "the country", "the group", "the businessman"."""
        p = self._p
        told = told_apart(p, mention.head, "relcl", "acl", "appos") or self._of_another(mention)
        told = told or (mention.kind == "person" and child(p, mention.head, "relcl", "acl") is not None)
        below = [c for c in p.children[mention.head] if p.words[c] == "of" or p.tags[c] == "PRP$"]
        below = [c for c in below if not is_charge(p, c)]  # "accused the cleric of lying"
        before = (c for c in p.children[mention.head] if p.deps[c] in ("compound", "poss") and p.tags[c].startswith("NNP"))
        named = any(self._mentions.kind(c) == "person" for c in before)
        owned = country is None and any(p.deps[c] == "poss" and self._mentions.kind(c) for c in p.children[mention.head])
        if told or (mention.kind == "person" and (below or owned)) or (named and head in words("government_nouns")):
            return None  # "the head of that office", "her lawyer", "the union's policy chief", "the Rey administration"
        of_a_people = mention.identity is not None and mention.identity.how == "words.people"
        states = states_told(p, mention)
        if head in words("state_nouns") or states is not None:
            kinds: tuple[str, ...] = ("state",)
        elif head in words("government_nouns") and not country:
            kinds = ("state",)
        elif head in words("group_nouns") or mention.kind == "armed_group":
            kinds = ("armed_group",)
        elif mention.kind == "person" and (head in words("person_descriptions") or of_a_people):
            kinds = ("person",)
        else:
            return None
        here = p.sentence_of[mention.head]
        title = kinds == ("person",) and head in words("office_nouns") and is_title_of_its_own(p, mention.first, mention.head)
        offices = words("office_nouns") if kinds == ("person",) and not of_a_people else frozenset()
        scores: dict[int, float] = {}
        at_home = self._homes_of_subjects(mention) if "state" in kinds else frozenset()
        if head == "nation" and at_home:  # "will address the nation": one's own
            return next((e for e in self._entities if e.kind == "state" and e.country in at_home), None)
        for entity in self._entities:
            if (
                not (entity.kind in kinds or ("armed_group" in kinds and self._fights(entity)))
                or not entity.named
                or self._beside(mention, entity)
                or (country and entity.country and country != entity.country)
                or (country and entity.country is None and self._speaks_for_a_body(entity))
                or (states and (entity.country or "").lower() not in states)
                or (title and not bears(entity.titles, {head}, self.told(mention)))
            ):
                continue
            for m in entity.mentions:
                back = here - p.sentence_of[m.head]
                if m.head < mention.head and back <= 3:
                    score = (1.0 if p.deps[m.head] in ("nsubj", "nsubjpass") else 0.5 if m.form == "name" else 0.3) - 0.45 * back
                    if back == 0 and self._speaks_of_home(mention, m):
                        score += 0.3
                    if entity.kind == "state" and entity.country in at_home:
                        score += 0.3
                    if head == "administration" and entity.country == "USA":
                        score += 0.5  # so the executive of no other state is called without more words
                    if back == 0 and p.deps[mention.head] in ("nsubj", "nsubjpass") and p.deps[m.head] in ("nsubj", "nsubjpass"):
                        score -= 0.4
                    if country and entity.country == country:
                        score += 0.5
                    if entity.titles & offices and head not in offices:
                        score -= 0.6  # "the developer" is rather one without an office
                    elif entity.titles & offices and not bears(entity.titles, {head}, self.told(mention)):
                        score -= 0.3  # and "the Labour leader" no foreign minister
                    scores[entity.number] = max(score, scores.get(entity.number, score))
        ranked = sorted(scores, key=lambda number: -scores[number])
        if kinds == ("person",) and self._under_pronoun(mention):
            ranked = ranked[1:]
        return self._entities[ranked[0]] if ranked else None

    def _fights(self, entity: Entity) -> bool:
        """Whether a body that nobody knows is told to attack: "the Blue Front shelled a town. The militants ..."."""
        p = self._p
        unknown = entity.kind == "organisation" and all(m.identity is None for m in entity.mentions if m.form == "name")
        return unknown and any(p.deps[m.head] == "nsubj" and p.lemmas[p.heads[m.head]] in verbs_of(_VIOLENT) for m in entity.mentions)

    def _under_pronoun(self, mention: Mention) -> bool:
        """Whether words stand below what "he" or "she" does, who is the one spoken of last: "he blamed Peru for hiding the cleric"."""
        p = self._p
        for t in p.ancestors(mention.head):
            if any(p.lower[c] in ("he", "she") for c in p.children[t] if p.deps[c] in _SUBJECTS and c < mention.head):
                return True
            mark = child(p, t, "mark", "advmod") if p.deps[t] == "advcl" else None
            if mark is not None and p.lower[mark] in _REASONS and child(p, t, *_SUBJECTS) is not None:
                return False  # "he was angry, as Peru's premier had called the tycoon a fool"
        return False

    def _homes_of_subjects(self, mention: Mention) -> frozenset[str]:
        """The states of the persons who are subjects of the verbs above words, or are named in those: "Peru's president vowed to retake
        the country", "partners, including Rey, vowed to bring down the government"."""
        p = self._p
        above = {c for t in p.ancestors(mention.head) for c in p.children[t] if p.deps[c] == "nsubj"}
        subjects = {t for c in above for t in p.subtree(c)}
        people = (e for e in self._entities if e.kind == "person" and e.country)
        return frozenset(e.country for e in people if e.country and any(m.head in subjects for m in e.mentions))

    def _speaks_of_home(self, mention: Mention, state: Mention) -> bool:
        """Whether words stand in what those say whose state is named with them: "Peru's minister said the country was ready"."""
        p = self._p
        speaker = p.heads[state.head]
        saying = p.deps[speaker] == "nsubj" and p.deps[state.head] in ("poss", "amod", "compound", "nmod")
        said = [c for c in p.children[p.heads[speaker]] if p.deps[c] == "ccomp"] if saying else []
        return any(mention.head in p.subtree(c) for c in said)

    def _of_another(self, mention: Mention) -> bool:
        """Whether a name behind a preposition tells which one is meant: "the leader of the league"."""
        only_where = ("in", "at", "near") if self._p.lemmas[mention.head] in _AT_HOME else ()  # "met the admiral in Pale"
        links = [c for c in self._p.children[mention.head] if self._p.deps[c] == "prep" and self._p.lower[c] not in only_where]
        held = [g for c in links for g in self._p.children[c]]
        return any((m := self._mentions.at(g)) is not None and m.form == "name" for g in held)

    def _beside(self, mention: Mention, entity: Entity) -> bool:
        """Whether a party is named side by side with a description, or does something to it, and so is not meant by it."""
        p, here = self._p, mention.head
        doers = doers_towards(p, here)
        verb = p.heads[here] if p.deps[here] in _ARGUMENTS else None
        for m in entity.mentions:
            if (p.deps[m.head] == "conj" and p.heads[m.head] == here) or (p.deps[here] == "conj" and p.heads[here] == m.head):
                return True
            if m.head in doers:
                return True
            if m.head != here and verb is not None and p.heads[m.head] == verb and p.deps[m.head] in _ARGUMENTS:
                return True
        return False

    def _bearer(self, mention: Mention, head: str, country: str | None) -> Entity | None:
        """The nearest earlier party that bears the office or is the body: "the president" -> the last president spoken of."""
        best: tuple[float, Entity] | None = None
        inner = {self._p.lower[c] for c in inner_words(self._p, mention.head, self._mentions.kind, "compound", "amod")}
        title = {head, *inner - _TIMES}
        former = "former" in inner  # who was in office is not named with it
        told = self.told(mention)
        home = mention.identity.country if mention.identity is not None else None
        for entity in self._entities:
            same_kind = entity.kind == mention.kind or (mention.kind != "person" and entity.kind not in ("person", "group"))
            if not same_kind or not entity.mentions or not entity.named or self._beside(mention, entity):
                continue
            if head == "army" and entity.kind == "armed_group":  # "the Arakan Army took a base. The army shelled it"
                continue
            if country and entity.country and country != entity.country:
                continue
            if country and entity.country is None and self._speaks_for_a_body(entity):  # "UN envoy Bo Fox ... the Chadian envoy"
                continue
            known = entity.titles | {w.lower() for w in entity.name.split()} | (set(entity.was.split()) if former else set())
            if not bears(known, title if told in (head, *title) else {told}, told):
                continue
            earlier = [m.head for m in entity.mentions if m.head < mention.head]
            if not earlier:
                continue
            score = -(mention.head - max(earlier)) / 100 + (0.5 if home and entity.country == home else 0) + 0.1 * len(entity.mentions)
            score += 0.3 * (title <= entity.titles) + 0.3 * self._goes_on_about(mention, earlier)
            score += 2.0 * (former and not _FALLEN.isdisjoint(entity.titles))  # "ousted President Bo Fox ... the former president"
            if best is None or score > best[0]:
                best = (score, entity)
        return best[1] if best else None

    def _speaks_for_a_body(self, entity: Entity) -> bool:
        """Whether somebody is named with an office of an organisation: "UN envoy Bo Fox", "the EU's envoy, Bo Fox"."""
        titles = (t for m in entity.mentions for t in range(m.first, m.name[0] if m.form == "name" else m.head))
        return any(self._mentions.label(t) == "ORG" or self._p.lower[t] in _BODIES for t in titles)

    def _goes_on_about(self, mention: Mention, earlier: Sequence[int]) -> bool:
        """Whether a subject speaks of the subject of the sentence before: "The envoy met the minister. The envoy left"."""
        p, here = self._p, self._p.sentence_of[mention.head]
        return p.deps[mention.head] == "nsubj" and any(p.deps[t] == "nsubj" and p.sentence_of[t] == here - 1 for t in earlier)
