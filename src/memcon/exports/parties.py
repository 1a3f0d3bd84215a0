"""Under which key a party stands in a file: a surname alone is a person of its own in each report, see `merging.unnamed`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from memcon.merging import party_key
from memcon.merging.settled import Settled
from memcon.merging.unnamed import Named, is_vague, persons
from memcon.model import Party

Keys: TypeAlias = Callable[[Settled, Party], str]


def keys(stand: Iterable[Settled]) -> Keys:
    """What gives the key of a party of one of these events.

    >>> keys([]) is not None
    True
    """
    named = [
        Named(key, witness.id, one.id, witness.copy_of or witness.id, party.office)
        for one in stand
        for party in one.event.participants
        if is_vague(key := party_key(party), [party.name])
        for witness in one.witnesses
    ]
    meant = persons(named)
    return lambda one, party: meant.get((key := party_key(party), one.witnesses[0].id), key) if one.witnesses else party_key(party)
