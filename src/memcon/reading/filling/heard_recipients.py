"""Whom an act befalls by words that name no party of themselves: "those who helped", "two of the crew", "the twenty-seven"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.coder import Piece

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..encoder.coding import likelihood, tokens_of
from ..grammar.noun_phrases import names_no_party
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..parties.mention import Mention
from ..roles.filled import HEARD, Filled
from ..roles.parties_of_both import BELIEVED
from ..roles.undergone import AMONG
from ..scene import Scene

SURE = 0.7  # how sure the encoder must be of whom nothing in the sentence shows to be the one
OF_OBJECT = 0.5  # how sure of what stands as the object of the act
INSTEAD = 0.75  # how sure of words that take the place of all who are told otherwise
KNOWN = 0.3  # how sure of one of those for them to stay
_NO_NAMES = frozenset(("$", "PRP", "PRP$", "WP", "WP$", "WDT", "IN", "CC", "RB", ",", ".", "``", "''", "-LRB-", "-RRB-", ":"))
_LEADING_ON = frozenset(("IN", "CC", "TO", ",", ".", "``", "''", ":"))
_OF_NAMES = frozenset(("NNP", "NNPS", "CC", ","))
_EACH_OTHER = frozenset("both other others each all neither one either everyone everybody anyone anybody".split())
_ALL = frozenset(("all", "both", "everybody", "everyone"))
_DETERMINERS = ("DT", "PRP$")


def with_heard_recipients(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; one that befalls nobody befalls what the encoder is sure of, be it no party of itself.

    Where somebody is told whom the encoder does not see, such words take the place, if it is surer still.
    """
    for group in groups:
        told = {t for n in group.of_role("recipient") for m in scene.cast.entities[n].mentions for t in range(m.first, m.end)}
        if any(piece.p >= KNOWN and told & set(tokens_of(scene.p, piece.start, piece.end)) for act in group.acts for piece in _pieces(act)):
            continue
        if any(f.slot == AMONG for a in group.acts for f in a.parties):  # "among those killed was a colonel": he, rather than "those"
            continue
        for number, act in enumerate(group.acts):
            sure = [one for one in _heard(scene, act) if one[0] >= INSTEAD or not told]
            if not sure:
                continue
            least = max(q for q, _ in sure) * SURE
            known = group.of_role("actor")
            more = {f.entity: f for q, f in sure if q >= least and f.entity not in known}
            for other, one in enumerate(group.acts if more else ()):
                group.acts[other] = replace(one, parties=tuple(f for f in one.parties if f.role != "recipient"))
            group.acts[number] = replace(group.acts[number], parties=(*group.acts[number].parties, *more.values()))
            break
    return list(groups)


def _pieces(act: Act) -> list[Piece]:
    """What the encoder takes for whom an act befalls."""
    coded = act.trigger.coded
    return [piece for piece in coded.arguments if piece.label == "recipient"] if coded is not None else []


def _heard(scene: Scene, act: Act) -> list[tuple[float, Filled]]:
    """What the encoder takes for befallen by an act and is no party yet, with how sure it is."""
    p, cast = scene.p, scene.cast
    if act.trigger.coded is None or likelihood(act.trigger.coded) < BELIEVED or act.type == "STATEMENT":
        return []
    found: list[tuple[float, Filled]] = []
    for piece in _pieces(act):
        tokens = tokens_of(p, piece.start, piece.end)
        head = _head(p, tokens)
        if head is None and act.type == "REQUEST" and piece.p >= INSTEAD:
            head = _all_asked(p, act, tokens)
        town = act.type == "ASSAULT" and all(p.tags[t] in _OF_NAMES for t in tokens)  # where arms strike, and nobody
        if head is None or town or cast.of(head) or head in scene.heads or names_no_party(p, tokens[0], tokens[-1] + 1):
            continue
        if (
            p.deps[head] == "nsubj"
            and p.heads[head] in act.trigger.tokens
            and act.type == "ASSAULT"
            and act.trigger.entry.frame != "suffer"
        ):
            continue  # "4,000 were fighting alongside the rebels"
        if piece.p < (OF_OBJECT if _is_object(p, act, head) else SURE):
            continue
        entity = _of_that_name(p, cast, head)
        entity = entity if entity is not None else cast.plain(head, _mention(p, tokens, head))
        if entity is not None:
            found.append((piece.p, Filled("recipient", entity, head, HEARD)))
    return found


def _is_object(p: Parsed, act: Act, token: int) -> bool:
    """Whether a word is the object of an act's own words, or the subject of a passive."""
    while p.deps[token] == "conj":
        token = p.heads[token]
    return p.deps[token] in ("dobj", "nsubjpass", "dative") and p.heads[token] in act.trigger.tokens


def _all_asked(p: Parsed, act: Act, tokens: Sequence[int]) -> int | None:
    """The word for all who are asked, where it is the object: "called on all to stop", "urged both to wait"."""
    held = [t for t in tokens if p.lower[t] in _ALL and (p.heads[t] not in tokens or p.heads[t] == t)]
    around = act.trigger.tokens
    behind = [t for t in held if p.deps[t] == "pobj" and p.heads[t] in around]
    below = [t for t in held if p.deps[t] in ("nsubj", "preconj") and p.heads[p.heads[t]] in around]  # "both" of "both to wait"
    return next((t for t in held if _is_object(p, act, t) or t in behind or t in below), None)


def _head(p: Parsed, tokens: Sequence[int]) -> int | None:
    """The word that stands for a stretch of text: the last that hangs on a word outside; None where it is no whole name or noun.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey thanked those who helped.")
    >>> p.words[_head(p, range(2, 5)) or 0]
    'those'
    """
    heads = [t for t in tokens if (p.heads[t] not in tokens or p.heads[t] == t) and p.tags[t] not in _NO_NAMES]
    within = ("amod", "compound", "det", "nmod", "nummod")  # "the presidential (office)", "the Paris (Agreement)"
    whole = [t for t in heads if p.deps[t] not in within or p.heads[t] <= tokens[-1]]
    if not whole or (p.lower[whole[-1]] in _EACH_OTHER and not any(p.lower[c] == "of" for c in p.children[whole[-1]])):
        return None
    return whole[-1]  # "one of the wounded"


def _of_that_name(p: Parsed, cast: Cast, head: int) -> int | None:
    """The one party whose name ends in a word: "Rey", which the parser took for none, after "Ana Rey"."""
    if p.tags[head] != "NNP":
        return None
    found = [e.number for e in cast.entities if e.named and e.mentions and e.name.split()[-1] == p.words[head]]
    return found[0] if len(found) == 1 else None


def _mention(p: Parsed, tokens: Sequence[int], head: int) -> Mention | None:
    """The mention that a stretch of text is where its head is no noun ("those who helped"); None where it is one."""
    if p.tags[head].startswith("NN") and p.deps[head] != "compound":
        return None
    first, end = tokens[0], tokens[-1] + 1
    while end - 1 > head and p.tags[end - 1] in _LEADING_ON:
        end -= 1
    start = first + 1 if first < head and p.tags[first] in _DETERMINERS else first
    kind = "organisation" if p.tags[head].startswith("NNP") else "group"
    return Mention(head, first, end, (start, end), kind, "noun", None, True, False)
