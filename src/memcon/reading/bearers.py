"""Who bears a surname in a report, told apart by titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from .mention import Mention
from .parsed import Parsed


def plain(word: str) -> str:
    """Lower case without accents and possessive.

    >>> plain("Élysée")
    'elysee'
    """
    text = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"['’]s$|[^\w]", "", "".join(c for c in text if not unicodedata.combining(c)))


@dataclass
class Bearer:
    """Someone whom the report names in full: the key, the titles that it gives, and the first name."""

    key: str
    titles: set[str]
    given: str


def surnames(p: Parsed, mentions: Iterable[Mention], titles: frozenset[str]) -> dict[str, list[Bearer]]:
    """Surname -> the people of that surname whom the report names in full, in order of their first mention; last those whom it also calls
    by the first name, as it calls children ("Ivan" beside "Rey", his father).

    Where it is nobody's surname, a first name that only one of them has: many go by it ("Xi", "Abiy", "Thaksin").
    """
    found: dict[str, list[Bearer]] = {}
    given_names: dict[str, list[Bearer]] = {}
    alone: set[str] = set()
    for m in mentions:
        parts = [plain(w) for w in p.words[m.name[0] : m.name[1]] if plain(w)]
        if m.kind == "person" and m.form == "name" and len(parts) > 1:
            known = m.identity if m.identity is not None and m.identity.score >= 0.5 and not is_class(m) else None
            key = known.id if known is not None else "person:" + " ".join(parts)
            given = titles_of(p, m, titles) | set((known.office or "").lower().split() if known is not None else ())
            for table, part in ((found, parts[-1]), (given_names, parts[0])):
                bearer = next((b for b in table.setdefault(part, []) if b.key == key), None)
                if bearer is None:
                    table[part].append(Bearer(key, set(given), parts[0]))
                else:
                    bearer.titles |= given
        elif m.form == "name" and len(parts) == 1:
            alone.add(parts[0])
    for bearers in found.values():
        bearers.sort(key=lambda bearer: bearer.given in alone)
    first = {part: bearers for part, bearers in given_names.items() if len(bearers) == 1 and part not in titles}
    return first | found


_COURTESY = frozenset(
    ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr.", "former", "then", "the", "prime", "vice", "deputy")
)


def titles_of(p: Parsed, mention: Mention, titles: frozenset[str]) -> set[str]:
    """The titles before a name, without mere courtesy."""
    return {w for w in (t.lower() for t in p.words[mention.first : mention.name[0]]) if w in titles} - _COURTESY


def is_class(mention: Mention) -> bool:
    """Whether the registry only knows what sort of party the words name ("an Israeli official"), not which one."""
    return mention.identity is not None and mention.identity.how.startswith("words")
