"""Whom "their", "they" and "his" mean by place and verb: the subject behind it or of its own verb; those seized who are then freed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import before_subject, clause, grammatical_subject, main_subject, objects
from ..parties.mention import Mention
from .binding import responded_to

if TYPE_CHECKING:
    from .cast import Cast

_DEEPEST = 3  # phrases with a preposition
_HOLDING = frozenset("arrest detain jail imprison seize hold kidnap abduct capture take".split())


def their_subject(p: Parsed, cast: Cast, pronoun: Mention) -> tuple[int, ...]:
    """Of "their" before the subject, those who are the subject ("At their meeting, the group agreed"); else of its own clause."""
    if p.tags[pronoun.head] != "PRP$":
        return ()
    if not before_subject(p, pronoun.head):
        return _of_own_clause(p, cast, pronoun.head)
    subjects = [m for t in main_subject(p, pronoun.head) if (m := cast.mention(t)) is not None and m.form != "pronoun"]
    numbers = tuple(n for m in subjects for n in cast.of(m.head))
    several = len(numbers) > 1 or any(m.plural or m.kind in ("group", "organisation", "armed_group") for m in subjects)
    return numbers if several else ()


def on_ones_part(p: Parsed, cast: Cast, pronoun: int) -> tuple[int, ...]:
    """Of "his" in "for his part" the subject of the clause, wherever it stands: "For its part, the council backed the plan"."""
    noun = p.heads[pronoun]
    link = p.heads[noun]
    if p.tags[pronoun] != "PRP$" or p.lower[noun] != "part" or p.lower[link] not in ("for", "on") or p.edges[noun] != (pronoun, noun + 1):
        return ()
    subjects = grammatical_subject(p, clause(p, link))
    return tuple(dict.fromkeys(n for t in subjects for n in cast.of(t)))


def those_held(p: Parsed, cast: Cast, pronoun: Mention) -> tuple[int, ...]:
    """Of "they" who are let go, those who were held: "where ten drivers were arrested ... They were freed"."""
    verb = p.heads[pronoun.head]
    if p.deps[pronoun.head] != "nsubjpass" or p.lemmas[verb] not in words("let_go_verbs"):
        return ()
    start = p.sentences[max(0, p.sentence_of[pronoun.head] - 1)][0]
    for taking in range(pronoun.head - 1, start - 1, -1):
        if not is_verb(p, taking) or p.lemmas[taking] not in _HOLDING:
            continue
        held = [t for t in objects(p, taking) if (m := cast.mention(t)) is not None and m.form != "pronoun" and t < pronoun.head]
        if any((m := cast.mention(t)) is not None and m.plural for t in held) or len(held) > 1:
            return tuple(dict.fromkeys(n for t in held for n in cast.of(t)))
    return ()


def _of_own_clause(p: Parsed, cast: Cast, pronoun: int) -> tuple[int, ...]:
    """The several who are the subject of its own verb: "Chad and Togo will hold their first drill"."""
    verb = clause(p, pronoun)
    own = child(p, verb, "nsubj", "nsubjpass") if is_verb(p, verb) else None
    if own is None or own > pronoun or pronoun in p.subtree(own):
        return ()
    answered = next((t for t in p.children[verb] if p.deps[t] == "dobj" and responded_to(p, pronoun, t)), None)
    own = answered if answered is not None else own  # "condemned the rebels for their attack"
    mention = cast.mention(own)
    numbers = tuple(dict.fromkeys(n for t in coordinated(p, own) for n in cast.of(t)))
    several = mention is not None and mention.form != "pronoun" and (mention.plural or mention.kind == "armed_group")
    return numbers if len(numbers) > 1 or several else ()


def objects_here(p: Parsed, cast: Cast, pronoun: int, heads: Sequence[int]) -> tuple[int, ...]:
    """Of "them" the plural object of another verb of its sentence: "Oman, which hosted the delegations, has invited them back"."""
    for t in reversed(heads if p.lower[pronoun] == "them" else ()):
        mention = cast.mention(t)
        beside = p.deps[t] == "dobj" and p.sentence_of[t] == p.sentence_of[pronoun] and p.heads[t] != p.heads[pronoun]
        if beside and mention is not None and mention.plural:
            return cast.of(t)
    return ()


def of_the_row(p: Parsed, cast: Cast, pronoun: int) -> tuple[int, ...]:
    """Of "its" before the second of two nouns whose the first is: "Peru repeated its support for Chad and its rejection of the coup"."""
    noun = p.heads[pronoun]
    if p.tags[pronoun] != "PRP$" or p.deps[noun] != "conj" or p.deps[pronoun] != "poss":
        return ()
    first = p.heads[noun]
    for _ in range(_DEEPEST):  # the parser may hang the second on what stands below the first
        owner = child(p, first, "poss")
        if owner is not None and owner < pronoun:
            alike = p.lower[owner] == p.lower[pronoun]
            persons = [cast.entities[n].kind == "person" for n in cast.of(owner)]
            fits = p.tags[owner] != "PRP$" and len(persons) == 1 and persons[0] == (p.lower[pronoun] in ("his", "her"))
            return cast.of(owner) if alike or (fits and p.lower[pronoun] != "their") else ()
        if p.deps[first] != "pobj":
            return ()
        first = p.heads[p.heads[first]]
    return ()
