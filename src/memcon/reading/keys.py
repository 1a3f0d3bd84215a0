"""By which key a name is joined to others: an identity, a surname's bearer, the spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .acronyms import SMALL
from .bearers import is_class, openings, plain, spellings, surnames, titles_of
from .mention import Mention
from .organs import organs
from .parsed import Parsed
from .personal_names import PARTICLES


class Keys:
    """The keys of a report's names: those of one key name one party."""

    def __init__(self, p: Parsed, found: Sequence[Mention], titles: frozenset[str]) -> None:
        """`found` are all mentions, `titles` the words of titles, in small letters."""
        self._p = p
        self._titles = titles
        self._organs = organs(p, found)
        self._surnames = surnames(p, found, titles)
        self._openings = openings(b for bearers in self._surnames.values() for b in bearers)
        self._spellings = spellings(b for bearers in self._surnames.values() for b in bearers)

    def of(self, mention: Mention) -> str:
        """The key of a name."""
        key = self._spelt(mention)
        return self._spellings.get(key, key)

    def bearers(self, surname: str) -> list[str]:
        """The keys of those who bear a surname in plain letters."""
        return [self._spellings.get(b.key, b.key) for b in self._surnames.get(surname, ())]

    def of_surname(self, mention: Mention) -> Mention:
        """A name of one word that nobody knows, and that is the surname of someone whom the report names in full, as that person's."""
        alone = mention.form == "name" and mention.name[1] - mention.name[0] == 1 and mention.kind in ("organisation", "group")
        word = self._p.words[mention.head]
        unknown = mention.identity is None and (plain(word) in self._surnames or word in self._p.surnames)
        return replace(mention, kind="person") if alone and unknown else mention

    def _spelt(self, mention: Mention) -> str:
        parts = [plain(w) for w in self._p.words[mention.name[0] : mention.name[1]] if plain(w)]
        if mention.kind == "person" and parts:
            surname = len(parts) == 1 or parts[0] in PARTICLES
            full = self._bearer(mention, parts[-1]) if surname else None
            if full is not None and (len(parts) == 1 or full.endswith(" ".join(parts))):
                return full
            if mention.identity is None and tuple(parts) in self._openings:
                return self._openings[tuple(parts)]
            if mention.identity is None or is_class(mention) or mention.identity.score < 0.5:
                return "person:" + " ".join(parts)
        if mention.identity is not None and not is_class(mention):
            return mention.identity.id
        return self._organs.get(mention.head) or " ".join(w for w in parts if w not in SMALL)

    def _bearer(self, mention: Mention, surname: str) -> str | None:
        """The key of the one whom a surname means: the bearer of the same title, else the first, unless title or registry name another."""
        bearers = self._surnames.get(surname, [])
        given = titles_of(self._p, mention, self._titles)
        fitting = [b for b in bearers if given & b.titles] or [b for b in bearers if not given or not b.titles]
        if not fitting and bearers and given:
            identity = mention.identity
            return identity.id if identity is not None and not is_class(mention) else f"person:{' '.join(sorted(given))} {surname}"
        return fitting[0].key if fitting else None
