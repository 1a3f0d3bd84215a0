"""The state that a government or a people acts for: "the Peruvian government", "the government in Lima", "the Peruvians" are Peru."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.actors import Identity
from memcon.ontology.words import words

from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..grammar.syntax import is_passive, prepositional
from .entity import Entity
from .mention import Mention

if TYPE_CHECKING:
    from .mentions import Mentions

# A government of less than the state, or one that does not rule it (any longer).
_ANOTHER = frozenset(
    "local regional provincial state municipal city rebel rival parallel former previous past shadow breakaway exiled".split()
)


def governed(p: Parsed, mentions: Mentions, government: Mention) -> Mention | None:
    """The one state that words for a government name; None for governments of several, of a part or of one that is gone.

    In a row with a government the parliament, the ruling party and the people are the state too.

    A party is coded as the state where its government acts (PLOVER manual, actor coding: the country with the sector GOV).
    """
    head = government.head
    row = _with_its_government(p, head)
    if row and government.form == "name" and government.identity is not None and not government.identity.how.startswith("words"):
        return None
    if not row and (government.form != "noun" or p.tags[head] != "NN" or p.lemmas[head] not in words("government_nouns")):
        return None
    if of_another(p, head):
        return None
    named = [t for one in row or [head] for t in _states_beside(p, one)]
    states = [at for t in named if (at := mentions.at(t)) is not None and at.head == t and (at.kind == "state" or at.capital)]
    return states[0] if len(states) == 1 else None


def of_another(p: Parsed, government: int) -> bool:
    """Whether a government is of less than its state, or does not rule it (any longer): "his former government", "the one in exile".

    >>> from memcon.reading.parse.parsing import parser
    >>> of_another(parser().parse("The rebel government fled."), 2)
    True
    """
    within = prepositional(p, government, "in")
    beside = (c for c in p.children[government] if p.deps[c] != "conj")
    return any(p.lower[c] in _ANOTHER for c in beside) or any(p.lemmas[t] == "exile" for t in within)


def own_state(p: Parsed, entities: Sequence[Entity], mention: Mention, country: str | None) -> Entity | None:
    """The state that a word for one means as somebody's own: "Rey, whose country joined the union"; `country` is theirs.

    Those who fight or sit for the one that a clause tells of are that one: "Chad, whose troops shelled the town".
    """
    if (whose := _those_of(p, entities, mention)) is not None:
        return whose
    if country is None or p.lemmas[mention.head] not in words("state_nouns") or owner_of(p, mention.head) is None:
        return None
    return next((e for e in entities if e.kind == "state" and e.country == country), None)


def _those_of(p: Parsed, entities: Sequence[Entity], mention: Mention) -> Entity | None:
    """The state or body whose troops or members a plural with "whose" means."""
    if p.lemmas[mention.head] not in words("those_of_a_body") or p.tags[mention.head] != "NNS":
        return None
    if (whose := owner_of(p, mention.head)) is None:
        return None
    found = (e for e in entities if e.kind in ("state", "organisation", "armed_group") and any(m.head == whose for m in e.mentions))
    return next(found, None)


def _states_beside(p: Parsed, noun: int) -> list[int]:
    before = [c for c in p.children[noun] if p.deps[c] in ("amod", "nmod", "compound", "poss") and c < noun]
    return [*before, *prepositional(p, noun, "of"), *prepositional(p, noun, "in")]


def _with_its_government(p: Parsed, noun: int) -> list[int]:
    """The row of organs of one state that a word stands in, its government among them: "the Government and people of Togo"; or none."""
    first = noun
    while p.deps[first] == "conj":
        first = p.heads[first]
    row = coordinated(p, first)
    organs = words("organs_of_state")
    lemmas = {p.lemmas[one].lower() for one in row}
    own = len(row) > 1 and lemmas <= organs and bool(lemmas & words("government_nouns"))
    as_one = "people" in lemmas or not any(p.deps[c] == "det" for one in row[1:] for c in p.children[one])
    return row if own and as_one else []  # "the parliament and the government met": two


def acts_as_state(p: Parsed, people: int) -> bool:
    """Whether a whole people does what states do: "the Peruvians refused", "talks with the Peruvians"; not "the Peruvians suffered".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The Peruvians refused to help some Chadians.")
    >>> acts_as_state(p, 1), acts_as_state(p, 6)
    (True, False)
    """
    beside = [c for c in p.children[people] if p.deps[c] not in ("conj", "cc", "punct")]
    if [p.lower[c] for c in beside] != ["the"]:
        return False
    head = people
    while p.deps[head] == "conj":
        head = p.heads[head]
    verb, label = p.heads[head], p.deps[head]
    if label == "pobj":
        return p.lower[verb] in ("with", "by")
    if label == "dobj":
        return p.lemmas[verb] in words("addressing_verbs")
    return label == "nsubj" and is_verb(p, verb) and not is_passive(p, verb) and p.lemmas[verb] not in words("doings_of_people")


def people_of(p: Parsed, token: int, state: Identity, name: str) -> Identity:
    """The identity of people of a state's nationality; those of two ("Peruvian-Chileans") are a people of their own.

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> chile = registry().resolve("Chilean")
    >>> people_of(parser().parse("Some Chileans left."), 1, chile, "Some Chileans").id
    'people:CHL'
    """
    joined = token > 1 and p.words[token - 1] == "-"
    known = f"people:{p.phrase(token - 2, token + 1).lower()}" if joined else f"people:{state.country}"
    return replace(state, id=known, kind="group", name=name, wikidata=None)


def belongs_to(p: Parsed, noun: int) -> int | None:
    """The word for whose one without a name is: an owner ("Peru, whose army"), or the body for which one speaks; None where none is told.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("A spokeswoman for the Peruvian navy left. Togo, whose army fought, lost.")
    >>> belongs_to(p, 1), p.words[belongs_to(p, p.words.index("army"))], belongs_to(p, 5)
    (5, 'Togo', None)
    """
    if (owner := owner_of(p, noun)) is not None:
        return owner
    if p.lemmas[noun] not in ("spokesman", "spokeswoman", "spokesperson"):
        return None
    return next(iter(prepositional(p, noun, "for")), None)
