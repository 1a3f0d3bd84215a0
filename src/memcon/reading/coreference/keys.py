"""By which key a name is joined to others: an identity, a surname's bearer, the spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.personal_names import PARTICLES
from ..parties.acronyms import SMALL
from ..parties.bearers import Bearer, courtesy_gender, endings, is_class, openings, plain, spellings, surnames, titles_of
from ..parties.mention import Mention
from ..parties.organs import organs

_BODIES = ("organisation", "armed_group", "group")


class Keys:
    """The keys of a report's names: those of one key name one party."""

    def __init__(self, p: Parsed, found: Sequence[Mention], titles: frozenset[str]) -> None:
        """`found` are all mentions, `titles` the words of titles, in small letters."""
        self._p = p
        self._titles = titles
        self._organs = organs(p, found)
        self._surnames = surnames(p, found, titles)
        self._openings = openings(b for bearers in self._surnames.values() for b in bearers)
        self._endings = endings(b for bearers in self._surnames.values() for b in bearers)
        self._spellings = spellings(b for bearers in self._surnames.values() for b in bearers)
        self._whole = {b.name for bearers in self._surnames.values() for b in bearers}
        self._persons = {p.words[m.head] for m in found if m.kind == "person" and _is_unknown_word(m) and not p.words[m.head].isupper()}
        self._titled = _told_by_title(p, found)
        self._bodies = [m for m in found if m.form == "name" and m.kind in _BODIES and m.name[1] - m.name[0] > 1]
        self._add_titled(found)

    def of(self, mention: Mention) -> str:
        """The key of a name."""
        key = self._spelt(mention)
        return self._spellings.get(key, key)

    def bearers(self, surname: str) -> list[str]:
        """The keys of those who bear a surname in plain letters."""
        return [self._spellings.get(b.key, b.key) for b in self._surnames.get(surname, ())]

    def family(self, mention: Mention) -> list[str]:
        """The keys of those whose common surname stands in the plural: "the Reys" are Bo Rey and Ann Rey."""
        alone = mention.form == "name" and mention.name[1] - mention.name[0] == 1 and mention.identity is None
        word = plain(self._p.words[mention.head])
        if not alone or word in self._surnames or not self._p.tags[mention.head].startswith("NNP"):
            return []
        return next((keys for end in ("es", "s") if word.endswith(end) and (keys := self.bearers(word.removesuffix(end)))), [])

    def of_surname(self, mention: Mention) -> Mention:
        """A name of one word that nobody knows, and that is the surname of someone whom the report names in full, as that person's.

        So is one that the report has for a person elsewhere: "Rey said so. ... They met Rey"; and a longer name, or the last words of one:
        "Dahl-Rey" of "Ann Dahl-Rey".
        """
        if not mention.unknown or mention.kind not in ("organisation", "group"):
            return mention
        parts = tuple(w for t in range(*mention.name) if (w := plain(self._p.words[t])))
        if len(parts) > 1 and (parts in self._endings or parts in self._whole):
            return replace(mention, kind="person")
        if not _is_unknown_word(mention):
            return mention
        word = self._p.words[mention.head]
        person = word in self._persons or plain(word) in self._surnames or word in self._p.surnames
        return replace(mention, kind="person") if person else mention

    def _spelt(self, mention: Mention) -> str:
        parts = [plain(w) for w in self._p.words[mention.name[0] : mention.name[1]] if plain(w)]
        if mention.kind == "person" and parts:
            surname = len(parts) == 1 or parts[0] in PARTICLES
            full = self._bearer(mention, parts[-1]) if surname else None
            if full is not None and (len(parts) == 1 or full.endswith(" ".join(parts))):
                return full
            if mention.identity is None and (whole := self._openings.get(tuple(parts)) or self._endings.get(tuple(parts))):
                return whole
            if mention.identity is None and len(parts) == 1 and (known := self._titled.get(parts[0])) is not None:
                return known
            if mention.identity is None or is_class(mention) or mention.identity.score < 0.5:
                return "person:" + " ".join(parts)
        in_full = self._in_full(mention)
        if in_full is not None:
            return self._spelt(in_full)
        if mention.identity is not None and not is_class(mention):
            return mention.identity.id
        return self._organs.get(mention.head) or " ".join(w for w in parts if w not in SMALL)

    def _in_full(self, mention: Mention) -> Mention | None:
        """The body named before whose last word a name is, or the one before what it is of: "the Front" of "the Blue Hill Front"."""
        p, (first, end) = self._p, mention.name
        known = mention.identity is not None and not (is_class(mention) or mention.identity.how.endswith("+focus"))
        if known or end - first > 1 or mention.kind not in _BODIES or p.lower[mention.first] != "the":
            return None
        before = [m for m in self._bodies if m.head < mention.first and p.words[first] in _what_it_is(p, m)]
        return before[-1] if before else None

    def _bearer(self, mention: Mention, surname: str) -> str | None:
        """The key of the one whom a surname means: the bearer of the same title, else the first, unless title or registry name another.

        Of those who share it, whom the report has not named yet is not meant.
        """
        bearers = self._surnames.get(surname, [])
        named = [b for b in bearers if b.first <= mention.head] or bearers
        given, gender = titles_of(self._p, mention, self._titles), courtesy_gender(self._p, mention)
        fitting = [b for b in named if given & b.titles] or [b for b in bearers if given & b.titles]
        fitting = [b for b in fitting or named if b.can_be(gender) and (fitting or not given or not b.titles)]
        fitting = fitting or [b for b in bearers if b.can_be(gender) and (not given or not b.titles)]
        if (
            not fitting
            and len(bearers) == 1
            and given <= words("titles_beside_offices")
            and (mention.identity is None or is_class(mention))
        ):
            fitting = [b for b in bearers if b.can_be(gender) and b.key.startswith("person:")]  # "Minister Bo Rey ... Senator Rey"
        if not fitting and bearers and (given or gender):
            identity = mention.identity
            told = " ".join(sorted(given)) or gender
            return identity.id if identity is not None and not is_class(mention) else f"person:{told} {surname}"
        return fitting[0].key if fitting else None

    def _add_titled(self, found: Sequence[Mention]) -> None:
        """Those whom a report names by title and surname alone, beside others of it: "Secretary Rey" beside "President Bo Rey"."""
        for mention in found:
            alone = mention.kind == "person" and mention.form == "name" and mention.name[1] - mention.name[0] == 1
            surname = plain(self._p.words[mention.head])
            given = titles_of(self._p, mention, self._titles) if alone and self._surnames.get(surname) else set()
            key = self._bearer(mention, surname) if given else None
            if key is not None and all(b.key != key for b in self._surnames[surname]):
                self._surnames[surname].append(Bearer(key, given, (), mention.head))
                self._surnames[surname].sort(key=lambda b: b.first)


def _what_it_is(p: Parsed, mention: Mention) -> tuple[str, ...]:
    """The words of a body's name that tell what it is: "Council" of "the Blue Hill Council" and of "the Council of Elders"."""
    first, end = mention.name
    of = next((t for t in range(first + 1, end) if p.lower[t] in ("of", "for", "on")), end)
    return tuple(dict.fromkeys(p.words[t - 1] for t in (of, end)))


def _is_unknown_word(mention: Mention) -> bool:
    """Whether a mention is a name of one word that nobody knows."""
    return mention.form == "name" and mention.name[1] - mention.name[0] == 1 and mention.identity is None


def _told_by_title(p: Parsed, found: Sequence[Mention]) -> dict[str, str]:
    """The one name, in plain letters, of those whom only a title makes known -> their key: "President Rey ... Rey"."""
    told: dict[str, set[str]] = {}
    for m in found:
        if m.kind == "person" and m.form == "name" and m.name[1] - m.name[0] == 1 and m.identity is not None and not is_class(m):
            told.setdefault(plain(p.words[m.head]), set()).add(m.identity.id)
    return {word: next(iter(ids)) for word, ids in told.items() if len(ids) == 1}
