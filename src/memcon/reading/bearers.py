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
    """Someone whom the report names in full: the key, and the titles that it gives."""

    key: str
    titles: set[str]


def surnames(p: Parsed, mentions: Iterable[Mention], titles: frozenset[str]) -> dict[str, list[Bearer]]:
    """Surname -> the people of that surname whom the report names in full, in order of their first mention."""
    found: dict[str, list[Bearer]] = {}
    for m in mentions:
        parts = [plain(w) for w in p.words[m.name[0] : m.name[1]] if plain(w)]
        if m.kind == "person" and m.form == "name" and len(parts) > 1:
            known = m.identity if m.identity is not None and m.identity.score >= 0.5 and not is_class(m) else None
            key = known.id if known is not None else "person:" + " ".join(parts)
            given = titles_of(p, m, titles) | set((known.office or "").lower().split() if known is not None else ())
            for part in (parts[-1], *([parts[0]] if _family_first(parts) else [])):
                bearer = next((b for b in found.setdefault(part, []) if b.key == key), None)
                if bearer is None:
                    found[part].append(Bearer(key, set(given)))
                else:
                    bearer.titles |= given
    return found


_COURTESY = frozenset(
    ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr.", "former", "then", "the", "prime", "vice", "deputy")
)


def titles_of(p: Parsed, mention: Mention, titles: frozenset[str]) -> set[str]:
    """The titles before a name, without mere courtesy."""
    return {w for w in (t.lower() for t in p.words[mention.first : mention.name[0]]) if w in titles} - _COURTESY


def _family_first(words: list[str]) -> bool:
    """Names whose first part is often the surname (Chinese, Korean, Vietnamese): two or three short parts."""
    return len(words) in (2, 3, 4) and all(len(w) <= 6 for w in words)


def is_class(mention: Mention) -> bool:
    """Whether the registry only knows what sort of party the words name ("an Israeli official"), not which one."""
    return mention.identity is not None and mention.identity.how.startswith("words")
