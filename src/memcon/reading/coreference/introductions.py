"""Who is meant by words that come before the name: "Chile's envoy left. ... Ana Rey said", "a commander ... the commander, Ana Rey"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words

from ..grammar.noun_phrases import inner_words
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..grammar.syntax import clause, grammatical_subject, prepositional
from ..parties.entity import Entity
from ..parties.mention import Mention
from ..parties.mentions import Mentions

_AFTER = 4  # sentences between an office and the name of who holds it
_HEADED = 3  # fewer sentences have no headline
_BELOW = 2  # sentences between "the group" of a headline and its name
_BARE = 2  # tokens of "the group"
_NEAR = 8  # sentences between a counterpart and the name
_SUBJECTS = ("nsubj", "nsubjpass")
_COURTESIES = words("courtesies") | frozenset(("sheikh", "sir", "dame", "lord", "lady", "prince", "princess"))
_FIRST = words("first_offices") | frozenset(("prime", "taoiseach"))


class Introductions:
    """The search for whom words told before the name mean, over all parties of a report."""

    def __init__(self, p: Parsed, mentions: Mentions, entities: Sequence[Entity]) -> None:
        self._p = p
        self._mentions = mentions
        self._entities = entities

    def meant(self, entity: Entity) -> Entity | None:
        """Who else a party without a name is found to be, once all are known."""
        found = (
            self.said_to_be(entity)
            or self.counterpart(entity)
            or self.spoken_for(entity)
            or self.headlined(entity)
            or self.introduced(entity)
        )
        return found or self.group_named_below(entity)

    def said_to_be(self, entity: Entity) -> Entity | None:
        """Who somebody without a name is told to be: "The attacker was Ivan Rey", "the man turned out to be Rey"."""
        p = self._p
        if entity.named or entity.kind != "person":
            return None
        for mention in entity.mentions:
            verb = p.heads[mention.head]
            if p.deps[mention.head] != "nsubj" or not mention.definite or mention.plural:
                continue
            verbs = [verb, *(c for c in p.children[verb] if p.deps[c] == "xcomp" and p.lemmas[verb] in ("turn", "prove"))]
            said = [
                v
                for v in verbs
                if p.lemmas[v] == "be" and not any(p.deps[c] in ("neg", "aux") and p.lower[c] != "to" for c in p.children[v])
            ]
            names = {c for v in said for c in p.children[v] if p.deps[c] == "attr"}
            found = [
                e
                for e in self._entities
                if e.named and e.kind == "person" and any(m.form == "name" and m.head in names for m in e.mentions)
            ]
            if (one := _only(found)) is not None:
                return one
        return None

    def group_named_below(self, entity: Entity) -> Entity | None:
        """Which armed group is "the group" of the first sentences: the only one that the next ones name for the first time."""
        p, mention = self._p, entity.mentions[0]
        here = p.sentence_of[mention.head]
        bare = mention.definite and mention.end - mention.first == _BARE and p.lemmas[mention.head] in words("group_nouns")
        accused = p.lemmas[p.heads[mention.head]] in ("accuse", "suspect", "blame", "convict")  # "accuses the group of a raid"
        behind = (p.deps[c] for c in p.children[mention.head] if c > mention.head)
        told = any(label in ("relcl", "acl", "appos") or (label == "prep" and not accused) for label in behind)
        if entity.named or not bare or mention.plural or here > 1 or told:
            return None
        groups = [one for one in self._entities if one.kind == "armed_group" and one.named and one.mentions]
        found = [one for one in groups if 0 < p.sentence_of[one.mentions[0].head] - here <= _BELOW]
        return _only(found)

    def counterpart(self, entity: Entity) -> Entity | None:
        """Who is meant by "his Turkish counterpart": the one of that state whom the report gives an office and names near the words."""
        mention = entity.mentions[0]
        if entity.named or entity.country is None or self._p.lemmas[mention.head] != "counterpart" or mention.plural:
            return None
        here = self._p.sentence_of[mention.head]
        people = [one for one in self._entities if one.kind == "person"]
        before = [(m.head, one) for one in people for m in one.mentions if self._p.sentence_of[m.head] == here and m.head < mention.head]
        whose = max(before, key=lambda told: told[0])[1] if before else None
        doers = grammatical_subject(self._p, clause(self._p, mention.head))
        whose = next((one for one in people if any(m.head in doers for m in one.mentions)), whose)
        near = [
            one
            for one in people
            if one is not whose
            and one.named
            and one.country == entity.country
            and one.titles & words("office_nouns")
            and not _of_unlike_rank(one, whose)
            if any(m.form == "name" and abs(self._p.sentence_of[m.head] - here) <= _NEAR for m in one.mentions)
        ]
        return _only(near)

    def spoken_for(self, entity: Entity) -> Entity | None:
        """Who is meant by an office in the words of somebody's spokesman: "Ann Lee's spokesman said the president would resign"."""
        p, mention = self._p, entity.mentions[0]
        head = p.lemmas[mention.head]
        if entity.named or entity.kind != "person" or not mention.definite or head not in words("office_nouns"):
            return None
        if any(p.deps[c] == "poss" or p.lower[c] == "of" for c in p.children[mention.head]):
            return None
        said = [t for t in p.ancestors(mention.head) if any(p.deps[c] == "ccomp" and mention.head in p.subtree(c) for c in p.children[t])]
        speakers = [c for t in said[:1] for c in p.children[t] if p.deps[c] == "nsubj" and p.lemmas[c] in words("speakers_for")]
        whose = {c for s in speakers for c in p.children[s] if p.deps[c] == "poss"}
        found = [e for e in self._entities if e.named and e.kind == "person" and any(m.head in whose for m in e.mentions)]
        fits = [e for e in found if not e.titles & words("office_nouns") or head in e.titles]
        return _only(fits)

    def introduced(self, entity: Entity) -> Entity | None:
        """Who is meant by an office told before the name, as reports open: "Chile's envoy left on Monday. ... Ana Rey said".

        The one person in the next sentences whom the report names with the same title or with none, as someone known already.
        """
        p, mention = self._p, next((m for m in entity.mentions if self._is_known(m)), entity.mentions[0])  # rather than a headline's
        office = p.lemmas[mention.head] in words("office_nouns") and p.tags[mention.head] == "NN"
        known = self._is_known(mention)
        far = _AFTER if known else 1  # "A UN official said. ... In a statement, Ana Rey said"
        known = known or (p.deps[mention.head] == "nsubj" and any(p.lower[c] in ("a", "an") for c in p.children[mention.head]))
        if not office or entity.kind != "person" or not known or any(m.form == "name" for m in entity.mentions):
            return None
        if owner_of(p, mention.head) is not None:  # "Bo Rey, whose president had brokered it": told by whose he is
            return None
        if any(p.lower[c] in words("newcomers") - {"first", "top"} | words("not_in_office_now") for c in p.children[mention.head]):
            return None
        here = p.sentence_of[mention.head]
        near = [one for one in self._entities if one.kind == "person" and one is not entity and one.mentions and one.named]
        near = [one for one in near if 0 < p.sentence_of[one.mentions[0].head] - here <= far and one.mentions[0].form == "name"]
        found = [one for one in near if self._comes_as_known(one, entity) and (far > 1 or self._speaks(one.mentions[0]))]
        others = [
            one
            for one in self._entities
            if one is not entity and one.mentions and one.kind == "person" and not any(m.form == "name" for m in one.mentions)
            if p.deps[one.mentions[0].head] in _SUBJECTS and p.lemmas[one.mentions[0].head] in words("office_nouns")
            if not any(a <= one.mentions[0].head < b for a, b in p.speech_tags)
            if 0 <= p.sentence_of[one.mentions[0].head] - here <= _AFTER
        ]
        return found[0] if len(found) == 1 and not others else None

    def _is_known(self, mention: Mention) -> bool:
        """Whether words are for one whom a state or body has one of: "the envoy", "Chad's envoy"."""
        return mention.definite or any(self._p.deps[c] == "poss" for c in self._p.children[mention.head])

    def headlined(self, entity: Entity) -> Entity | None:
        """Who is meant by an office that a headline names without article: "Omani minister flies to Tehran" is the one named below."""
        p, mention = self._p, entity.mentions[0]
        head = p.lemmas[mention.head]
        bare = p.tags[mention.head] in ("NN", "NNP") and not any(p.deps[c] in ("det", "poss") for c in p.children[mention.head])
        first = p.sentence_of[mention.head] == 0 and len(p.sentences) > _HEADED
        if not first or not bare or entity.kind != "person" or entity.country is None or head not in words("office_nouns"):
            return None
        if any(m.form == "name" for m in entity.mentions):
            return None
        found = [
            one
            for one in self._entities
            if one is not entity
            and one.kind == "person"
            and one.mentions
            and one.country == entity.country
            and head in one.titles
            and ("prime" in one.titles) == self._is_prime(mention)
            if any(m.form == "name" and 0 < p.sentence_of[m.head] <= _AFTER for m in one.mentions)
        ]
        return _only(found)

    def told_before(self, entity: Entity) -> Entity | None:
        """The unnamed person told before whom "the commander, Ana Rey" names: "a commander", if the report has told of one."""
        p, mention = self._p, entity.mentions[0]
        if (
            entity.kind != "person"
            or mention.form != "noun"
            or not mention.definite
            or not any(m.form == "name" for m in entity.mentions[1:2])
        ):
            return None
        head = p.lemmas[mention.head]
        found = [
            one
            for one in self._entities
            if one is not entity and one.kind == "person" and not one.named and one.mentions
            if p.lemmas[one.mentions[0].head] == head and one.mentions[0].head < mention.head
            if self._is_prime(one.mentions[0]) == self._is_prime(mention)
            if not (one.country and entity.country and one.country != entity.country)
            if not self._is_of_another_state(one.mentions[0], entity.country)
            if not (self._whose(mention) and self._whose(one.mentions[0]) and self._whose(mention) != self._whose(one.mentions[0]))
            if not self._of_other_fields(mention, one.mentions[0])
            if not (self._whose(mention) and owner_of(p, one.mentions[0].head) is not None)  # "Bo Rey, whose president left"
        ]
        return _only(found)

    def _of_other_fields(self, one: Mention, other: Mention) -> bool:
        """Whether two offices have no field in common: "the Saudi energy minister", "the information minister"."""
        ours, theirs = (self._title(m) - {self._p.lower[m.head]} for m in (one, other))
        return bool(ours and theirs) and not ours & theirs

    def _is_prime(self, mention: Mention) -> bool:
        """Whether an office is that of a prime minister, which no minister holds."""
        return "prime" in self._p.lower[mention.first : mention.head]

    def _whose(self, mention: Mention) -> set[str]:
        """Of whom an office is told to be: "Chad" of "the Ambassador of Chad", of "Chad's ambassador"."""
        held = [*prepositional(self._p, mention.head, "of"), *(c for c in self._p.children[mention.head] if self._p.deps[c] == "poss")]
        return {self._p.lemmas[t] for t in held if self._p.tags[t].startswith("NNP")}

    def _is_of_another_state(self, mention: Mention, country: str | None) -> bool:
        """Whether an office is that of the doer's state, and not of the one with that code: "Chad sent its minister"."""
        p = self._p
        if country is None or not any(p.lower[c] == "its" for c in p.children[mention.head]):
            return False
        doers = [t for t in grammatical_subject(p, clause(p, mention.head)) if t < mention.head]
        lands = {self._mentions.country(t) for t in doers if self._mentions.kind(t) == "state"} - {None}
        return bool(lands) and country not in lands

    def _comes_as_known(self, one: Entity, told: Entity) -> bool:
        """Whether a report names a person for the first time as it names those of whom it has told, with what was told."""
        p, mention = self._p, one.mentions[0]
        given = {w.lower() for w in p.words[mention.first : mention.name[0]]}
        as_told = bool(given) and given == self._title(told.mentions[0])  # "Chile's trade minister ... Trade Minister Ana Rey"
        if mention.name[1] - mention.name[0] < 2 or (p.deps[mention.head] not in _SUBJECTS and not as_told):
            return False
        if (one.country and told.country and one.country != told.country) or self._is_of_another_state(told.mentions[0], one.country):
            return False
        beside = any(p.deps[c] == "appos" or (p.deps[c] == "relcl" and not self._goes_on(c)) for c in p.children[mention.head])
        identity = told.mentions[0].identity
        ranks = words("ranks") if identity is not None and identity.sector == "MIL" else frozenset()
        return not beside and given <= told.titles | ranks | _COURTESIES  # "the army chief ... Gen. Ana Rey"

    def _goes_on(self, verb: int) -> bool:
        """Whether a relative clause goes on with what somebody did and tells nobody who he is: "Bo Rey, who flew in with two aides"."""
        went = words("travel_verbs") | words("coming_verbs")
        return self._p.tags[verb] == "VBD" and self._p.lemmas[verb] in went

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody is the subject of a verb of saying."""
        verb = self._p.heads[mention.head]
        return self._p.deps[mention.head] == "nsubj" and is_saying(self._p.lemmas[verb])

    def _title(self, mention: Mention) -> set[str]:
        """The nouns of an office as they stand before a name: "trade minister" of "Chile's trade minister"."""
        inner = inner_words(self._p, mention.head, self._mentions.kind, "compound")
        return {self._p.lower[t] for t in (mention.head, *inner)}


def _only(found: Sequence[Entity]) -> Entity | None:
    """Who is found, if it is just one."""
    return found[0] if len(found) == 1 else None


def _of_unlike_rank(one: Entity, other: Entity | None) -> bool:
    """Whether one leads a state or government and the other, of whom an office is told, does not."""
    return other is not None and bool(other.titles & words("office_nouns")) and bool(one.titles & _FIRST) != bool(other.titles & _FIRST)
