"""Pronouns: which parties "he", "its", "they", "the two" speak of.

Salience by recency and grammatical role, after Lappin and Leass (1994, Computational Linguistics 20:535-561): subjects before objects,
the same sentence and the one before it first, no antecedent among the arguments of the same verb. For "he" and "she" the mentions of
one person add up (`salience`), syntax bars some (`binding`), and gender must agree (`genders`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from memcon.ontology.words import words

from ..grammar.entries import entry_starts
from ..grammar.noun_phrases import is_only_a_flag
from ..grammar.parsed import Parsed
from ..grammar.pronouns import PRONOUNS
from ..grammar.quotations import quotations
from ..grammar.resolutions import body_of_sentence
from ..grammar.syntax import before_subject, clause, grammatical_subject, main_subject, objects, prepositional
from ..grammar.transcripts import turns
from ..parties.datelines import datelines
from ..parties.entity import Entity
from ..parties.mention import Mention
from .binding import barred, for_clause_above, in_row_before, responded_to, within_participle
from .counted_again import captives, counted_again
from .genders import gender_of
from .own_statements import issuer, tells
from .plurals import Plurals
from .salience import SENTENCES_BACK, weigh
from .the_latter import the_latter
from .their_subject import of_the_row, on_ones_part, their_subject, those_held
from .things_done_to import befell, takes_itself, thing_before, undergo
from .turns import whose_turn
from .unnamed_speakers import denies, is_close_to_another

if TYPE_CHECKING:
    from .cast import Cast

_SENTENCES_BACK = 3
_SUBJECT = ("nsubj", "nsubjpass")
_SUBJECT_BESIDE, _SUBJECT_BEFORE = 3.0, 2.1
_UNDERGOER = 3.2  # rather than a subject
_ONE = 1.0  # how much more often "they" are several than a state or body
_UNDERGONE = 1.3  # how much likelier those are of whom some undergo something to whom something was done before
# Factors on a person's weight: a name that may be none, a gender that the words tell, one that a surname only seems to tell.
UNSURE = 0.6
TOLD = 1.05
UNLIKE = 0.4
_RANKED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
TO_HIM = 1.1  # what a body did to one, told of in the clause above
FARTHER = 0.3  # how much all that stands before the sentence before adds: somebody told of for long is not meant for that alone
_TWO = 2
CAP = 0.5  # how much earlier sentences add to a person of the pronoun's own sentence


class Antecedents:
    """The search over the parties found so far."""

    def __init__(self, p: Parsed, cast: Cast, speaker: Callable[[int], tuple[int, ...]]) -> None:
        self._p, self._cast, self._speaker = p, cast, speaker
        self._quotations = quotations(p)
        self._filed = datelines(p)
        self._entries, self._turns = entry_starts(p), turns(p)
        self._plurals = Plurals(p, cast, self._filed)
        self._near: dict[int, list[tuple[Entity, Mention]]] = {}  # by sentence

    def note(self, entity: Entity, mention: Mention) -> None:
        """Let a mention be found; not whom a speech tag tells of something ("sources told NTV"), who is the press."""
        p, head = self._p, mention.head
        if p.deps[head] == "dobj" and p.lemmas[p.heads[head]] == "tell" and self._in_tag(head) and p.tags[head].startswith("NNP"):
            return
        if (sentence := self._p.sentence_of[mention.head]) not in self._filed:
            self._near.setdefault(sentence, []).append((entity, mention))

    def turn(self, pronoun: Mention) -> tuple[int, bool]:
        """When a pronoun's turn to be found is: "we" after who is told behind the quotation, "We shall leave, he said"."""
        speakers = self._speaker(pronoun.head) if PRONOUNS.get(self._p.lower[pronoun.head]) in ("speaker", "speakers") else ()
        return max((*speakers, pronoun.head)), bool(speakers)

    def find(self, pronoun: Mention) -> tuple[int, ...]:
        """The numbers of the entities that a pronoun speaks of; empty when nothing fits."""
        p = self._p
        word = p.lower[pronoun.head]
        sort = PRONOUNS.get(word, "pair")
        if sort in ("speaker", "speakers"):
            return self._of_speaker(pronoun, sort)
        if sort == "last":
            return the_latter(p, self._near, pronoun)
        if sort == "thing" and self._is_ranked(pronoun.head):
            return ()
        if own := on_ones_part(p, self._cast, pronoun.head) or of_the_row(p, self._cast, pronoun.head) or captives(p, self._cast, pronoun):
            return own
        if sort == "thing" and (thing := body_of_sentence(p, pronoun.head) or thing_before(p, self._cast, pronoun.head)) is not None:
            return self._cast.of(thing)
        if sort == "many" and (several := their_subject(p, self._cast, pronoun) or those_held(p, self._cast, pronoun)):
            return several
        if sort == "many" and undergo(p, pronoun.head) and (one := self._one(pronoun, sort)) is not None:
            return (one,)
        if sort in ("pair", "many"):
            found = self._plurals.find(pronoun, sort, self._who_speaks(pronoun.head) if sort == "many" else set())
            again = counted_again(p, self._cast.entities, pronoun) if sort == "pair" else None
            counted = () if again is None else (again,)
            if found or counted:
                last = {n: self._cast.entities[n].before(pronoun.first).head for n in (*found, *counted)}
                return max(found, counted, key=lambda some: max((last[n] for n in some), default=-1))
        if word in ("sides", "camps"):  # witnesses are no sides
            return each if len(each := self._each_side(pronoun.first)) == _TWO else ()
        one = self._person(pronoun, sort) if sort in ("male", "female") else self._one(pronoun, sort)
        if one is None or (sort == "pair" and self._cast.entities[one].kind in ("person", "state", "organisation", "armed_group")):
            return ()  # one party is no pair
        return (one,)

    def _each_side(self, token: int) -> tuple[int, ...]:
        """Those told of one by one as a side: "the Chadian side", "the Togolese side"."""
        told = (e for e in self._cast.entities if any(m.head < token and self._p.lower[m.head] == "side" for m in e.mentions))
        return tuple(e.number for e in told)

    def _is_ranked(self, pronoun: int) -> bool:
        """Whether "it" is what it is said to be, one of several things: "It was the second town to fall", "It is the worst such raid"."""
        p, verb = self._p, self._p.heads[pronoun]
        attribute = next((c for c in p.children[verb] if p.deps[c] == "attr"), None) if p.lemmas[verb] == "be" else None
        if attribute is None or p.deps[pronoun] not in _SUBJECT or self._cast.of(attribute):
            return False
        mention = self._cast.mention(attribute)
        ranked = any(p.tags[c] in ("JJS", "RBS") or p.lower[c] in _RANKED for c in p.children[attribute])
        return ranked and (mention is None or not mention.kind)

    def _of_speaker(self, pronoun: Mention, sort: str) -> tuple[int, ...]:
        heads = self._speaker(pronoun.head) or (() if self._is_quoted(pronoun.head) else whose_turn(self._p, pronoun.head, self._turns))
        if not heads and sort == "speakers" and not self._is_quoted(pronoun.head):
            return () if (ours := self._issuer) is None else (ours,)
        numbers = tuple(n for h in heads for n in self._cast.of(h))
        if sort == "speakers" and len(numbers) == 1:
            speaker = self._cast.entities[numbers[0]]
            if speaker.kind == "person" and speaker.country:
                state = next((e.number for e in self._cast.entities if e.kind == "state" and e.country == speaker.country), None)
                return (state,) if state is not None else numbers
        return numbers

    @cached_property
    def _issuer(self) -> int | None:
        return issuer(self._p, self._cast.entities)

    def _one(self, pronoun: Mention, sort: str) -> int | None:
        best: tuple[float, int] | None = None
        here = self._p.sentence_of[pronoun.head]
        first = max(here - _SENTENCES_BACK, self._entries.get(here, 0))
        near = [pair for there in range(first, here + 1) for pair in self._near.get(there, ())]
        speakers = self._who_speaks(pronoun.head)
        for entity, mention in sorted(near, key=lambda pair: pair[0].number):
            known = entity.number >= 0 and not takes_itself(self._p, pronoun.head, mention.head)  # what only may name one is no party
            known = known and entity.number not in speakers
            score = self._score(pronoun, mention, sort) if known and _fits(entity, sort) else None
            if score is not None and sort == "many" and not mention.plural:
                score -= _ONE  # a state or body is "they" more seldom than several are
            if score is not None and sort == "many" and undergo(self._p, pronoun.head):
                score += _UNDERGONE * (self._p.deps[mention.head] in ("dobj", "nsubjpass"))
            if score is not None and (best is None or score > best[0]):
                best = (score, entity.number)
        if best is None or (sort == "thing" and self._thing(pronoun.head) > best[0]):
            return None
        return best[1]

    def _thing(self, pronoun: int) -> float:
        """How much speaks for a thing, no party's, as what "it" speaks of: "The car stood in the square when it blew up"."""
        p, here = self._p, self._p.sentence_of[pronoun]
        if p.deps[pronoun] not in _SUBJECT:
            return 0.0
        start, own = p.sentences[max(0, here - 1)][0], p.sentences[here][0]
        verb = clause(p, pronoun)
        for thing in (t for t in range(pronoun - 1, start - 1, -1) if p.tags[t] == "NN" and p.deps[t] in _SUBJECT):
            if any(self._cast.of(t) for t in p.subtree(thing)):
                continue
            if thing < own and p.heads[clause(p, thing)] == clause(p, thing):
                return _SUBJECT_BEFORE
            if p.deps[verb] == "advcl" and p.heads[verb] == clause(p, thing):
                return _SUBJECT_BESIDE
        return 0.0

    def _person(self, pronoun: Mention, gender: str) -> int | None:
        """The person whose mentions together speak most for being meant."""
        p, here = self._p, self._p.sentence_of[pronoun.head]
        not_these = barred(p, pronoun.head)
        excluded = self._who_speaks(pronoun.head) if self._is_quoted(pronoun.head) else self._acted_for(pronoun.head)
        found: dict[int, dict[int, float]] = {}
        quoted: dict[int, dict[int, float]] = {}
        entities: dict[int, Entity] = {}
        for there in range(max(here - SENTENCES_BACK, self._entries.get(here, 0)), here + 1):
            for entity, mention in self._near.get(there, ()):
                entities[entity.number] = entity
                if mention.head == pronoun.head or mention.first <= pronoun.head < mention.end:
                    if mention.head != pronoun.head:
                        excluded.add(entity.number)
                    continue
                if mention.head in not_these or self._speaks_for_another(mention.head, pronoun.head):
                    excluded.add(entity.number)
                weight = weigh(p, pronoun.head, mention.head, mention.form)
                if weight is not None:
                    weight += TO_HIM * befell(p, self._cast, pronoun.head, mention.head)
                    by = (quoted if self._speaks_of(pronoun.head, mention.head) else found).setdefault(entity.number, {})
                    by[there] = max(by.get(there, 0.0), weight)
        chosen = self._likeliest(pronoun, gender, found, entities, excluded) or self._likeliest(pronoun, gender, quoted, entities, excluded)
        if chosen is None:
            return None
        chosen.gender = chosen.gender or gender
        chosen.kind = "person"
        if chosen.number < 0:
            self._cast.take(chosen)
        return chosen.number

    def _is_quoted(self, token: int) -> bool:
        return any(a <= token < b for a, b in self._quotations)

    def _who_speaks(self, token: int) -> set[int]:
        """Who says the quotation in which a word stands, and so is none whom it tells of as "he", "them" or "it"."""
        heads = self._speaker(token) if self._is_quoted(token) else whose_turn(self._p, token, self._turns, paragraphs=1)
        return {n for h in heads for n in self._cast.of(h)}

    def _acted_for(self, pronoun: int) -> set[int]:
        """Those in office whose own state does something to the one who is meant: "the minister said Chad would grant him asylum"."""
        p, verb = self._p, self._p.heads[pronoun]
        if p.deps[pronoun] not in ("dobj", "dative"):
            return set()
        states = {self._cast.entities[n].country for t in grammatical_subject(p, verb) for n in self._cast.of(t) if self._is_state(n)}
        above = (t for t in p.ancestors(verb) if p.deps[t] not in ("aux", "auxpass"))
        who = {n for t in above for c in p.children[t] if p.deps[c] == "nsubj" for n in self._cast.of(c)}
        entities = (self._cast.entities[n] for n in who)
        return {e.number for e in entities if e.country in states - {None} and e.titles & words("office_nouns")}

    def _is_state(self, number: int) -> bool:
        return self._cast.entities[number].kind == "state"

    def _likeliest(
        self, pronoun: Mention, gender: str, found: dict[int, dict[int, float]], entities: dict[int, Entity], excluded: set[int]
    ) -> Entity | None:
        """The person who scores best by the weights of mentions in each sentence."""
        here = self._p.sentence_of[pronoun.head]
        best: tuple[float, int] | None = None
        abroad = self._abroad(pronoun.head)
        for number, by in sorted(found.items()):
            entity = entities[number]
            if number in excluded or (abroad is not None and entity.country == abroad):
                continue
            if (likely := self._likely(entity, gender)) is None:
                continue
            now, before = by.pop(here, 0.0), by.pop(here - 1, 0.0)
            score = (now + min(before + min(sum(by.values()), FARTHER), CAP if now else 9)) * likely
            if best is None or score > best[0]:
                best = (score, number)
        return None if best is None else entities[best[1]]

    def _speaks_of(self, pronoun: int, mention: int) -> bool:
        """Whether a name stands in a quotation, whose speaker a pronoun tells: ""Rey lied," he said" is said by another."""
        p = self._p
        tag = next(((a, b) for a, b in p.speech_tags if a <= pronoun < b), None)
        if tag is None or p.deps[pronoun] not in _SUBJECT:
            return False
        first, end = p.sentences[p.sentence_of[pronoun]]
        quoting = any(first < b and a < end and not a <= pronoun < b for a, b in self._quotations)
        return quoting and self._is_quoted(mention)

    def _speaks_for_another(self, speaker: int, pronoun: int) -> bool:
        """Whether words are of somebody's spokesman, and so not about him: "her lawyer denied that she had fled"."""
        p = self._p
        verb = p.heads[speaker]
        if p.deps[speaker] == "nsubj" and verb in p.ancestors(pronoun) and (is_close_to_another(p, speaker) or denies(p, speaker)):
            return True
        speaks = p.deps[speaker] == "nsubj" and p.lemmas[speaker] in words("speakers_for") and pronoun in p.subtree(verb)
        return speaks and p.tags[pronoun] != "PRP$" and any(p.deps[c] == "poss" for c in p.children[speaker])

    def _abroad(self, pronoun: int) -> str | None:
        """The state that is not one's own: where a journey goes ("his trips to Chile"), to whom one turns ("He asked Chile to stay")."""
        p, journey = self._p, self._p.heads[pronoun]
        if p.deps[pronoun] == "nsubj" and p.lemmas[journey] in words("addressing_verbs"):
            told = (self._cast.mention(t) for t in objects(p, journey))
            return next((m.identity.country for m in told if m is not None and m.kind == "state" and m.identity is not None), None)
        if p.tags[pronoun] != "PRP$" or p.lemmas[journey] not in words("journeys"):
            return None
        goals = (self._cast.mention(t) for t in prepositional(p, journey, "to"))
        return next((m.identity.country for m in goals if m is not None and m.kind == "state" and m.identity is not None), None)

    def _likely(self, entity: Entity, gender: str) -> float | None:
        """How well an entity fits a pronoun for a person of a gender; None where it cannot."""
        if entity.kind != "person" and not (entity.named and self._cast.unknown(entity)):
            return None
        if entity.gender:
            return TOLD if entity.gender == gender else None
        told, sure = gender_of(self._p, entity)
        if told and told != gender:
            return None if sure else UNLIKE
        return (TOLD if told else 1.0) * (1.0 if entity.kind == "person" else UNSURE)

    def _score(self, pronoun: Mention, mention: Mention, sort: str) -> float | None:
        p = self._p
        here, there = p.sentence_of[pronoun.head], p.sentence_of[mention.head]
        back = here - there
        if back < 0 or back > _SENTENCES_BACK or mention.head == pronoun.head:
            return None
        if mention.first <= pronoun.head < mention.end or is_only_a_flag(p, mention.head):
            return None
        if sort == "thing" and mention.plural and mention.form == "noun":  # "two fighters ... it"
            return None
        is_subject = p.deps[mention.head] in ("nsubj", "nsubjpass")
        possessive = p.tags[pronoun.head] == "PRP$"
        if back == 0:
            if mention.head > pronoun.head:  # "After his meeting, Bennett flew ..."
                main = main_subject(p, pronoun.head)
                return (
                    3.2
                    if mention.head in main and p.edges[clause(p, pronoun.head)][0] <= pronoun.head and before_subject(p, pronoun.head)
                    else None
                )
            if self._in_tag(pronoun.head) != self._in_tag(mention.head) and self._in_tag(pronoun.head) and not possessive:
                return 0.4  # "Bennett will go, he said": mostly another
            if not possessive and clause(p, pronoun.head) == clause(p, mention.head) and p.deps[pronoun.head] not in ("pobj",):
                return None
            if not possessive and (p.heads[pronoun.head] == p.heads[mention.head] or mention.head in barred(p, pronoun.head)):
                return None
            near = (pronoun.head - mention.head) / 200 - for_clause_above(p, pronoun.head, mention.head)
            if p.deps[mention.head] == "poss" or p.deps[mention.head] in ("amod", "compound"):
                return 1.2 - near
            beside = possessive and any(test(p, pronoun.head, mention.head) for test in (responded_to, within_participle, in_row_before))
            return (_UNDERGOER if beside else 3.0 if is_subject else 2.6) - near
        bonus = 1.5 if is_subject else 0.6
        if p.deps[mention.head] in ("poss", "amod", "compound"):
            bonus = 0.3
        if self._in_tag(mention.head) and is_subject and self._in_tag(pronoun.head):
            bonus += 0.8
        if mention.form == "pronoun":
            bonus += 0.2
        if sort == "thing" and not is_subject and tells(p, mention.head) and tells(p, pronoun.head):
            bonus += 0.9  # "a statement of the ministry said ... It added"
        if p.deps[pronoun.head] in ("nsubj", "nsubjpass") and is_subject:
            bonus += 0.4
        return 1.5 + bonus - back * 1.0 - (0.3 if sort == "thing" and mention.form == "noun" else 0)

    def _in_tag(self, token: int) -> bool:
        return any(a <= token < b for a, b in self._p.speech_tags)


def _fits(entity: Entity, sort: str) -> bool:
    match sort:
        case "thing":
            return entity.kind in ("organisation", "state", "armed_group")
        case "many":
            return entity.kind in ("group", "armed_group", "organisation") or entity.kind == "state"
    return True
