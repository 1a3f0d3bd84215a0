"""Which state somebody's own is: "Rey said his government would pay", "the Chadian president, whose country hosts the talks"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from memcon.actors import registry
from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..parties.entity import Entity
from ..parties.governments import of_another
from ..parties.mention import Mention


def own_states(p: Parsed, entities: Sequence[Entity], of: Callable[[int], tuple[int, ...]]) -> Iterator[tuple[Entity, Mention, str]]:
    """The parties that are only told as somebody's country or government, each with its mention as one of that state, and the state's key.

    `of` gives the parties at a token. Whose they are must be one person of a known state.

    >>> from memcon.reading.pipeline import Report, read
    >>> record = read(Report("r", "Chadian President Bo Fox said his government had sent troops to Togo.", published="2022-03-05"))
    >>> [p.name for e in record.events for p in e.participants if p.role == "actor"]
    ['Chad']
    """
    for entity in entities:
        mention = entity.mentions[0] if len(entity.mentions) == 1 and not entity.named else None
        if mention is None or mention.form != "noun" or p.tags[mention.head] != "NN" or of_another(p, mention.head):
            continue
        if p.lemmas[mention.head] not in words("state_nouns") | words("government_nouns"):
            continue
        whose = next((c for c in p.children[mention.head] if p.tags[c] == "PRP$"), owner_of(p, mention.head))
        owners = of(whose) if whose is not None else ()
        owner = entities[owners[0]] if len(owners) == 1 else None
        state = registry().of_code(owner.country or "") if owner is not None and owner.kind == "person" else None
        if state is not None:
            yield entity, replace(mention, kind="state", identity=state), state.id
