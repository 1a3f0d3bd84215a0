"""Plurals: which parties "they", "their", "the two countries", "the leaders" speak of together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.pronouns import how_many
from ..grammar.relative_clauses import antecedent
from ..grammar.syntax import clause, grammatical_subject
from ..grammar.verbs_of_acts import mediating_verbs, types_of
from ..parties.mention import Mention
from .main_two import clearly_two, main_two, sends_envoys
from .met_by_one import met_by_one
from .of_parliament import of_parliament
from .pairs_in_office import OF_OFFICE, two_in_office
from .persons_met import have_met, told_of_their_meeting
from .their_subject import objects_here
from .things_done_to import takes_itself
from .told_side_by_side import joined_by_and, last_pair, pair_between, told_side_by_side

if TYPE_CHECKING:
    from .cast import Cast

_SENTENCES_BACK = 3
_PAIR = 2
_OF_OTHERS = frozenset(("SUPPORT", "REQUEST"))
_GROUPS = frozenset(("groups", "factions"))  # no persons
_PEOPLE = frozenset(("leaders", "presidents", "ministers", "men", "women"))
_OF_PLACES = frozenset("in at to from for near via into towards toward through".split())
_ANY_TWO = frozenset(("leader", "man", "woman"))  # of whatever office; those of one are told by it (pairs_in_office)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What words for several say of those they speak of, and who was told of before."""

    head: int
    sort: str
    want: str  # the kind that they name, "" for any
    count: int  # how many they say, 0 if they do not
    loose: bool  # "they" are somebody, "both sides" may be those of whom all know
    leaders: bool  # "the leaders": those, and no states
    any_two: bool  # "both leaders", "the two men"
    bodies: bool  # "sides", "parties", "camps", "groups", "factions"
    but: set[int]  # the numbers of those who do something to whom the words mean
    told: list[list[int]]  # the heads of each sentence, the last one first
    near: list[list[int]]  # the same without those who do it


class Plurals:
    """The search for several parties spoken of together, over the parties found so far."""

    def __init__(self, p: Parsed, cast: Cast, filed: frozenset[int]) -> None:
        """`filed` are the numbers of sentences that only tell where a report was filed."""
        self._p = p
        self._cast = cast
        self._filed = filed

    def find(self, pronoun: Mention, sort: str, speakers: Collection[int] = ()) -> tuple[int, ...]:
        """Two or more parties spoken of together, or a plural party, whichever is nearer before the pronoun; `speakers` are not meant."""
        if of_parliament(self._p, pronoun.head):
            return ()
        but = self._who_does_it(pronoun.head) | set(speakers)
        held = two_in_office(self._p, self._cast.entities, pronoun, but)
        if held or self._p.lemmas[pronoun.head].lower() in OF_OFFICE:
            return held
        asked = self._asked(pronoun, sort, but)
        if asked.bodies and self._persons_met_last(asked):
            return ()
        cases = (
            self._bodies,
            self._several_rather_than_two,
            self._nearest,
            self._told_as_two,
            self._two_persons,
            self._two_lands,
            self._main_two,
        )
        persons = not _GROUPS & set(self._p.lower[pronoun.first : pronoun.end])
        return next((found for case in cases if (found := case(asked)) and (persons or self._no_persons(found))), ())

    def _asked(self, pronoun: Mention, sort: str, but: set[int]) -> _Asked:
        p = self._p
        phrase = " ".join(p.lower[pronoun.first : pronoun.end])
        said = set(phrase.split())
        lands = any(w in phrase for w in ("countries", "nations", "capitals", "governments", "neighbours", "neighbors"))
        want = "person" if _PEOPLE & said else "state" if lands else ""
        leaders = want == "person" and not {"two", "both"} & said
        told = [self._heads(p.sentence_of[pronoun.head] - back, pronoun.head) for back in range(_SENTENCES_BACK)]
        told = [[t for t in heads if not takes_itself(p, pronoun.head, t)] for heads in told]
        return _Asked(
            head=pronoun.head,
            sort=sort,
            want=want,
            count=how_many(p, pronoun.first, pronoun.end),
            loose=not p.tags[pronoun.head].startswith("NN"),
            leaders=leaders,
            any_two=p.lemmas[pronoun.head].lower() in _ANY_TWO and not leaders,
            bodies=any(w in phrase for w in ("sides", "parties", "camps", *_GROUPS)),
            but=but,
            told=told,
            near=[[t for t in heads if but.isdisjoint(self._cast.of(t))] for heads in told],
        )

    def _bodies(self, asked: _Asked) -> tuple[int, ...]:
        """Of "the two sides", the nearest states or bodies."""
        for heads in asked.near if asked.bodies else ():
            if found := self._bodies_of(asked, heads):
                return self._main_two_of_whom(asked, heads, found) or found
        return ()

    def _bodies_of(self, asked: _Asked, heads: list[int]) -> tuple[int, ...]:
        for found in (pair_between(self._p, self._cast, heads), joined_by_and(self._p, self._cast, heads), self._main_lands(asked, heads)):
            if _are(found, asked.count) and self._no_persons(found):
                return found
        return ()

    def _persons_met_last(self, asked: _Asked) -> bool:
        """Whether two persons met nearer by than any states or bodies are told of: "both sides" are theirs, and not those before."""
        for heads in asked.near:
            if self._bodies_of(asked, heads):
                return False
            if told_of_their_meeting(self._p, self._cast, heads):
                return True
        return False

    def _main_lands(self, asked: _Asked, heads: list[int]) -> tuple[int, ...]:
        """The states of a sentence; where two only happen to stand in it, the two that the report is about, if it clearly has two."""
        found = self._first(heads, "state", asked)
        two = len(found) == _PAIR and asked.sort == "pair"
        return (two and clearly_two(self._p, self._cast, asked.head, asked.but)) or found

    def _main_two_of_whom(self, asked: _Asked, heads: list[int], found: tuple[int, ...]) -> tuple[int, ...]:
        """The two states that the report is about, where the nearest two are others who only welcome, urge or mediate: "Japan and the
        European Union welcomed the truce. Both sides had agreed"."""
        told = [t for t in heads if set(self._cast.of(t)) & set(found)]
        verbs = {clause(self._p, t) for t in told}
        outside = all(types_of(self._p.lemmas[v]) & _OF_OTHERS or self._mediate(v, found) for v in verbs)
        outside = outside or all(sends_envoys(self._p, t) for t in told)
        two = main_two(self._p, self._cast, asked.head) if outside and len(found) == _PAIR else ()
        return two if not set(two) & set(found) else ()

    def _mediate(self, verb: int, some: tuple[int, ...]) -> bool:
        """Whether some mediate by a verb: not those between whom somebody else does."""
        doing = {n for s in grammatical_subject(self._p, verb) for t in coordinated(self._p, s) for n in self._cast.of(t)}
        return self._p.lemmas[verb] in mediating_verbs() and bool(doing & set(some))

    def _several_rather_than_two(self, asked: _Asked) -> tuple[int, ...]:
        """Of "they", several who are told of in one word, unless two are named side by side or have met nearer by."""
        for heads in asked.near if asked.sort == "many" and not asked.want else ():
            if several := self._several(asked.head, heads):
                return several
            if _are(joined_by_and(self._p, self._cast, heads), asked.count) or have_met(self._p, self._cast, heads):
                break
        return ()

    def _nearest(self, asked: _Asked) -> tuple[int, ...]:
        """The nearest of the kind that is asked for, as many as words say."""
        of_states = asked.sort == "pair" and not (asked.leaders or asked.any_two)
        for heads in asked.near:
            if asked.sort == "many" and (
                several := self._several(asked.head, heads) or objects_here(self._p, self._cast, asked.head, heads)
            ):
                return several
            if met := self._met(asked, heads):
                return met
            for found in (
                last_pair(self._p, self._cast, heads) if asked.sort == "pair" and asked.count == _PAIR else (),
                joined_by_and(self._p, self._cast, heads, asked.want),
                self._first(heads, asked.want or "person", asked),
                self._main_lands(asked, heads) if of_states else (),
            ):
                if _are(found, asked.count) and (not asked.bodies or any(self._cast.entities[n].kind != "person" for n in found)):
                    return found
        return ()

    def _met(self, asked: _Asked, heads: list[int]) -> tuple[int, ...]:
        """Of "the two leaders" the two whom a third met or spoke with; of "the leaders" all of them."""
        persons = asked.want == "person" and (asked.leaders or asked.any_two)
        one, others = (persons and met_by_one(self._p, self._cast, heads)) or (0, ())
        if len(others) < _PAIR or one in asked.but:
            return ()
        return others if len(others) == asked.count else (one, *others) if asked.count in (0, len(others) + 1) else ()

    def _two_persons(self, asked: _Asked) -> tuple[int, ...]:
        """Of "both leaders", "the two men", two persons in office, else the nearest states."""
        if not asked.any_two:
            return ()
        states = (self._first(heads, "state", asked) for heads in asked.near)
        return self._pair_of_persons(asked) or next((two for two in states if _are(two, asked.count)), ())

    def _two_lands(self, asked: _Asked) -> tuple[int, ...]:
        """Of "the two countries", those last spoken of, but for whoever does something to them: "Chad hopes for talks of both"."""
        if asked.any_two or asked.count > _PAIR or asked.sort != "pair" or asked.want != "state":
            return ()
        abroad = {self._cast.entities[n].country for n in asked.but} if self._befalls(asked.head) else set()
        found = self._lands(asked.told, abroad) or self._lands(asked.told, set())  # "Rey of Chad, with Fox, called on the two countries"
        return found and (clearly_two(self._p, self._cast, asked.head, asked.but) or found)

    def _main_two(self, asked: _Asked) -> tuple[int, ...]:
        """Of "both capitals" the two states that the report is about; "both countries" annotators leave as words where nobody is near."""
        if asked.sort != "pair" or self._p.lemmas[asked.head] != "capital" or asked.count > _PAIR:
            return ()
        found = main_two(self._p, self._cast, asked.head)
        return found if asked.but.isdisjoint(found) else ()

    def _no_persons(self, found: tuple[int, ...]) -> bool:
        return all(self._cast.entities[n].kind != "person" for n in found)

    def _heads(self, sentence: int, before: int) -> list[int]:
        """The heads of the mentions of a sentence before a token."""
        start, end = self._p.sentences[sentence] if sentence >= 0 and sentence not in self._filed else (0, 0)
        here = range(start, min(end, before))
        parties = [t for t in here if (m := self._cast.mention(t)) is not None and m.head == t and self._cast.of(t)]
        parties = [t for t in parties if self._p.deps[t] != "compound" or self._p.lemmas[self._p.heads[t]] != "administration"]
        alone = [t for t in parties if _is_place_alone(self._p, self._cast, t)]
        others = {n for t in parties if t not in alone for n in self._cast.of(t)}
        return [t for t in parties if t not in alone or others.issuperset(self._cast.of(t))]

    def _told_as_two(self, asked: _Asked) -> tuple[int, ...]:
        """Of "the two sides", "both capitals" without anybody near, those whom the report told side by side."""
        if asked.sort != "pair" or asked.any_two or asked.count > _PAIR or not (asked.bodies or asked.want == "state"):
            return ()
        heads = [t for s in range(self._p.sentence_of[asked.head] + 1) for t in self._heads(s, asked.head)]
        return told_side_by_side(self._p, self._cast, heads, asked.but, states=not asked.bodies)

    def _pair_of_persons(self, asked: _Asked) -> tuple[int, ...]:
        """Of "both leaders", "the two men": the two in office whom one clause told of together last, else the two who were named last."""
        for sentence in range(self._p.sentence_of[asked.head] - 1, -1, -1):
            heads = self._heads(sentence, len(self._p))
            found = [n for n in self._of_kind([t for t in heads if self._p.deps[t] != "poss"], "person") if self._in_office(n)]
            if len(found) == _PAIR and asked.but.isdisjoint(found) and self._told_together(heads, found):
                return tuple(found)
        people: list[int] = []
        for heads in asked.near:
            people += [n for n in self._of_kind(heads, "person") if n not in people and self._in_office(n)]
            if len(people) >= _PAIR:
                return tuple(people) if len(people) == _PAIR else ()
        return ()

    def _in_office(self, number: int) -> bool:
        """Whether a person is named, and told by an office."""
        entity = self._cast.entities[number]
        return entity.named and bool(entity.titles & words("office_nouns"))

    def _several(self, pronoun: int, heads: list[int]) -> tuple[int, ...]:
        """The plural subject, before which a plural object comes for those to whom something is done: "held two men. They were freed"."""
        p, cast = self._p, self._cast
        if (parallel := self._of_the_verb_before(pronoun, heads)) is not None:
            return cast.of(parallel)
        undergo = p.deps[pronoun] == "nsubjpass" and p.sentence_of[heads[-1] if heads else pronoun] < p.sentence_of[pronoun]
        for labels in ((("dobj", "nsubjpass"),) if undergo else ()) + (("nsubj", "nsubjpass"),):
            for t in heads:
                mention = cast.mention(t)
                if p.deps[t] in labels and mention is not None and (mention.plural or len(cast.of(t)) > 1):
                    return joined_by_and(p, cast, [t, *(c for c in coordinated(p, t) if c in heads and c != t)]) or cast.of(t)
        return ()

    def _of_the_verb_before(self, pronoun: int, heads: list[int]) -> int | None:
        """The plural object of the verb that one of the same subject stands beside: "accused the soldiers and urged them to leave"."""
        p = self._p
        verb = p.heads[pronoun]
        if (p.deps[pronoun] == "nsubj" and p.lower[pronoun] == "them" and p.deps[verb] in ("ccomp", "xcomp")) or p.deps[pronoun] == "pobj":
            verb = p.heads[verb]
        elif p.deps[pronoun] not in ("dobj", "dative"):
            return None
        if p.deps[verb] not in ("conj", "advcl") or not is_verb(p, verb) or child(p, verb, "nsubj", "nsubjpass") is not None:
            return None
        above = p.heads[verb]
        for label in ("dobj", "nsubjpass", "pobj"):
            for t in heads:
                mention, over = self._cast.mention(t), p.heads[t] if label != "pobj" else p.heads[p.heads[t]]
                if p.deps[t] == label and over == above and mention is not None and mention.plural and mention.form != "pronoun":
                    return t
        return None

    def _befalls(self, token: int) -> bool:
        """Whether words are themselves an argument of their clause's verb: "called on the two countries", not "hopes for talks of both".

        So are those between whom somebody mediates: "brokered a truce between the two countries".
        """
        p = self._p
        over = p.heads[p.heads[token]]
        if p.deps[token] == "dobj" or (p.deps[token] == "pobj" and is_verb(p, over)):
            return True
        brokered = p.deps[over] in ("dobj", "nsubjpass") and p.lemmas[p.heads[over]] in mediating_verbs()
        return p.deps[token] == "pobj" and p.lower[p.heads[token]] == "between" and brokered

    def _lands(self, near: list[list[int]], but: set[str | None]) -> tuple[int, ...]:
        """The two states, but for some, that were last spoken of, they or those of them: "Rey's reply to Chad ... the two countries"."""
        cast = self._cast
        states = {e.country: e.number for e in reversed(cast.entities) if e.kind == "state" and e.country and e.country not in but}
        found: dict[int, None] = {}
        for heads in near:
            lands = (cast.entities[n].country for t in heads for n in cast.of(t))
            found |= dict.fromkeys(states[land] for land in lands if land in states)
            if len(found) > 1:
                return tuple(found) if len(found) == 2 else ()
        return ()

    def _first(self, heads: list[int], kind: str, asked: _Asked) -> tuple[int, ...]:
        """The first two parties of a kind (more, if so many are told) if they have to do with each other.

        Those of the main line come before those in what is said of another; they are told in one clause, and either both in what is said of
        another ("Chad's and Togo's envoys") or neither. In other words for several ("both sides") nobody is meant in particular.
        """
        main = self._of_kind([t for t in heads if not self._in_an_aside(t)], kind)
        enough = max(_PAIR, asked.count)
        found = (main if len(main) >= enough else self._of_kind(heads, kind))[:enough]
        return tuple(found) if asked.loose or self._told_together(heads, found) else ()

    def _told_together(self, heads: list[int], found: list[int]) -> bool:
        """Whether parties are first told in one clause, in like places."""
        first = [next(t for t in heads if n in self._cast.of(t)) for n in found]
        return len({clause(self._p, t) for t in first}) == 1 and len({self._in_an_aside(t) for t in first}) == 1

    def _of_kind(self, heads: list[int], kind: str) -> list[int]:
        return list(dict.fromkeys(n for t in heads for n in self._cast.of(t) if self._cast.entities[n].kind == kind))

    def _in_an_aside(self, token: int) -> bool:
        """Whether a party is named only in what is said of another: "Ann Lee, who succeeded Bo Fox, met Ivan Rey. The two ..."."""
        p = self._p
        return p.deps[token] in ("poss", "amod", "compound") or any(p.deps[t] in ("relcl", "acl") for t in p.ancestors(token))

    def _who_does_it(self, pronoun: int) -> set[int]:
        """The numbers of those whose act befalls a pronoun and who are not meant by it: "Ann Lee brought the two together"."""
        p = self._p
        verb = clause(p, pronoun)
        subjects = grammatical_subject(p, verb) if is_verb(p, verb) and p.tags[pronoun] != "PRP$" else []
        heads = [antecedent(p, verb, t) if p.tags[t].startswith("W") else t for t in subjects if t != pronoun]
        below = ((t, set(p.subtree(t))) for t in heads)  # its own clause hangs on it in "Peru, which brokered a truce between the two"
        return {n for t, under in below if pronoun not in under or verb in under for n in self._cast.of(t)}


def _are(found: tuple[int, ...], count: int) -> bool:
    """Whether parties are as many as words say: more than one, if they say no more than two."""
    return len(found) == count if count > _PAIR else len(found) >= _PAIR


def _is_place_alone(p: Parsed, cast: Cast, token: int) -> bool:
    """Whether a capital is only where something is or goes: "flew to Lima", not "talks between Lima and Quito", nor "Lima denied it"."""
    mention = cast.mention(token)
    return mention is not None and mention.capital and p.deps[token] == "pobj" and p.lower[p.heads[token]] in _OF_PLACES
