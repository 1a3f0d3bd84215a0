"""Who bears a surname in a report, told apart by titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.actors import registry
from memcon.actors.genders import given_name_gender
from memcon.ontology.words import words as word_list

from ..grammar.parsed import Parsed
from .mention import Mention


def plain(word: str) -> str:
    """Lower case without accents and possessive.

    >>> plain("Élysée")
    'elysee'
    """
    text = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"['’]s$|[^\w]", "", "".join(c for c in text if not unicodedata.combining(c)))


@dataclass
class Bearer:
    """Someone whom the report names: the key, the titles that it gives, the plain words of the full name, where it first stands."""

    key: str
    titles: set[str]
    name: tuple[str, ...] = ()
    first: int = 0

    def can_be(self, gender: str) -> bool:
        """Whether "Mr." or "Mrs.", if one stands there ("" for none), may be said of the bearer."""
        own = given_name_gender(self.name[0]) if self.name else ""
        return own in ("", "either", None) or gender in ("", own)


def surnames(p: Parsed, mentions: Iterable[Mention], titles: frozenset[str]) -> dict[str, list[Bearer]]:
    """Surname -> the people of that surname whom the report names in full, in order of their first mention.

    Where it is nobody's surname, a first or middle name that only one of them has: many go by it ("Xi", "Abiy", "Thaksin"). Of two who
    share a surname, the one whom the report also calls by the first name comes last, as children are ("Ivan" beside "Rey", his father).
    """
    found: dict[str, list[Bearer]] = {}
    given_names: dict[str, list[Bearer]] = {}
    inside: set[int] = set()
    for m in mentions:
        parts = [plain(w) for w in p.words[m.name[0] : m.name[1]] if plain(w)]
        if m.kind == "person" and m.form == "name" and len(parts) > 1:
            inside.update(range(*m.name))
            known = m.identity if m.identity is not None and m.identity.score >= 0.5 and not is_class(m) else None
            key = known.id if known is not None else "person:" + " ".join(parts)
            given = titles_of(p, m, titles) | set((known.office or "").lower().split() if known is not None else ())
            for table, part in ((found, parts[-1]), *((given_names, one) for one in parts[:-1])):
                bearer = next((b for b in table.setdefault(part, []) if b.key == key), None)
                if bearer is None:
                    table[part].append(Bearer(key, set(given), tuple(parts), m.head))
                else:
                    bearer.titles |= given
    if any(len(bearers) > 1 for bearers in found.values()):
        alone = {plain(p.words[t]) for t, tag in enumerate(p.tags) if tag == "NNP" and t not in inside}
        for bearers in found.values():
            bearers.sort(key=lambda b: b.name[0] in alone and b.name[0] not in found)
    first = {part: bearers for part, bearers in given_names.items() if len(bearers) == 1 and part not in titles}
    return first | found


def openings(bearers: Iterable[Bearer]) -> dict[tuple[str, ...], str]:
    """The words, two or more, with which just one longer name begins -> the key of who bears it: "Juan Carlos" of "Juan Carlos Rey".

    >>> rey, dahl = Bearer("person:juan carlos rey", set(), ("juan", "carlos", "rey")), Bearer("person:ann dahl", set(), ("ann", "dahl"))
    >>> openings([rey, dahl])
    {('juan', 'carlos'): 'person:juan carlos rey'}
    """
    found: dict[tuple[str, ...], set[str]] = {}
    for bearer in bearers:
        for end in range(2, len(bearer.name)):
            found.setdefault(bearer.name[:end], set()).add(bearer.key)
    return {words: next(iter(keys)) for words, keys in found.items() if len(keys) == 1}


def endings(bearers: Iterable[Bearer]) -> dict[tuple[str, ...], str]:
    """The words, two or more, with which just one longer name ends -> the key of who bears it: "Luz Rey" of "Maria Luz Rey".

    >>> endings([Bearer("person:maria luz rey", set(), ("maria", "luz", "rey")), Bearer("person:ann dahl", set(), ("ann", "dahl"))])
    {('luz', 'rey'): 'person:maria luz rey'}
    """
    found: dict[tuple[str, ...], set[str]] = {}
    for bearer in bearers:
        for first in range(1, len(bearer.name) - 1):
            found.setdefault(bearer.name[first:], set()).add(bearer.key)
    return {words: next(iter(keys)) for words, keys in found.items() if len(keys) == 1}


def spellings(bearers: Iterable[Bearer]) -> dict[str, str]:
    """The keys of those whose names differ in one letter of a long word from another's -> the other's, known ones and earlier ones first.

    >>> ann, anm = Bearer("person:marion rey", set(), ("marion", "rey")), Bearer("person:mariom rey", set(), ("mariom", "rey"))
    >>> spellings([anm, ann])
    {'person:marion rey': 'person:mariom rey'}
    """
    beside: dict[tuple[int, tuple[str, ...]], list[Bearer]] = {}
    same: dict[str, str] = {}
    for bearer in sorted(bearers, key=lambda b: b.key.startswith("person:")):
        rests = [(i, bearer.name[:i] + bearer.name[i + 1 :]) for i, word in enumerate(bearer.name) if len(word) >= _LONG]
        for at in rests:
            other = next((b for b in beside.get(at, ()) if _differ_in_a_letter(b.name[at[0]], bearer.name[at[0]])), None)
            if other is not None and bearer.key.startswith("person:") and other.key != bearer.key:
                same.setdefault(bearer.key, same.get(other.key, other.key))
        for at in rests:
            beside.setdefault(at, []).append(bearer)
    return same


_MR_MRS = dict.fromkeys(("mr", "mr.", "sir"), "male") | dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "lady"), "female")
_SHORT = 3  # letters of a title in short: "AG", "PM"
_LONG = 5  # letters of a word in which one may be wrong


def _differ_in_a_letter(one: str, other: str) -> bool:
    """Whether one letter inside is another or left out, and both can be one name; of two given names, only a letter told twice.

    >>> _differ_in_a_letter("marion", "mariom"), _differ_in_a_letter("maria", "marta"), _differ_in_a_letter("mohamed", "mohammed")
    (True, False, True)
    """
    if one[0] != other[0] or one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        alike = short[at + 1 :] == long[at + 1 :]
        return alike and not (given_name_gender(one) and given_name_gender(other))
    twice = long[at] == long[at - 1]
    return short[at:] == long[at + 1 :] and (twice or not (given_name_gender(one) and given_name_gender(other)))


_NO_OFFICE = word_list("courtesies") | frozenset(("sir", "former", "then", "the", "prime", "vice", "deputy"))


def titles_of(p: Parsed, mention: Mention, titles: frozenset[str]) -> set[str]:
    """The titles before a name, without mere courtesy; one in short in full as well ("Gov." is "governor")."""
    found = {w for w in (t.lower() for t in p.words[mention.first : mention.name[0]]) if w in titles} - _NO_OFFICE
    return found | {word for title in found for word in _in_full(title)} - _NO_OFFICE


def courtesy_gender(p: Parsed, mention: Mention) -> str:
    """The gender that "Mr." or "Mrs." before a name tells, "" for none."""
    return next((_MR_MRS[w] for w in p.lower[mention.first : mention.name[0]] if w in _MR_MRS), "")


def _in_full(title: str) -> list[str]:
    """The words of a title that is written in short.

    >>> _in_full("gov."), _in_full("ag"), _in_full("minister")
    (['governor'], ['attorney', 'general'], [])
    """
    office = registry().nouns.offices.get(title) if title.endswith(".") or len(title) <= _SHORT else None
    return office.office.lower().split() if office is not None else []


def is_class(mention: Mention) -> bool:
    """Whether the registry only knows what sort of party the words name ("an Israeli official"), not which one."""
    return mention.identity is not None and mention.identity.how.startswith("words")
