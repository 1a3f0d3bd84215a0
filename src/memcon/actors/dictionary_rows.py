"""Entries of TABARI and PETRARCH dictionaries -> rows of our tables. What an entry does not tell is left out, not guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from .cameo_codes import Told, told_by
from .dictionaries import Actor, Code, Noun
from .given import Given, LeftOut
from .names import fold
from .nouns import Nouns, load_nouns, singular
from .row_form import EARLIEST, state_name
from .tables import listed, rows

NO_CODE = "a name without a code"
_ARMED = frozenset(("REB", "UAF", "CRM"))
_SMALL = frozenset("of the and for in to on at by with a an".split())
_SHORT = re.compile(r"[A-Z][A-Z.&-]{1,11}\)")
_LONGEST = 200
_BEGINNING = re.compile(r"(?:(?<=[-(.\"])|^)\w")
_ACRONYM = 5
_PERSON_ENDINGS = ("er", "or", "ist", "ant", "ian", "eer", "man", "woman", "ee")


def dictionary_rows(
    read: Iterable[Actor | Noun | LeftOut], source: str, today: date, seen: str | None, kind: str | None, plover: bool = False
) -> Iterator[Given | LeftOut]:
    """The rows that entries give.

    An actor with dated codes is a person with terms; without dates, its code or its words say what it is, or `kind` (a table) does.
    `seen` is the last day the dictionary vouches for; `plover` says that MED means medicine in it (CAMEO: media).

    >>> byrnes = Actor(1, "JAMES_BYRNES", [], [Code(2, "USAGOV", "1945-07-03", "1947-01-21")])
    >>> (row,) = dictionary_rows([byrnes], "my dictionary", date(2024, 1, 1), None, None)
    >>> row.row["name"], row.row["country"], row.row["sector"], row.row["start"]
    ('James Byrnes', 'USA', 'GOV', '1945-07-03')
    """
    for one in read:
        if isinstance(one, LeftOut):
            yield one
        elif isinstance(one, Noun):
            yield from _agents(one, source, plover)
        else:
            yield from _actor(one, source, today, seen, kind)


def _actor(actor: Actor, source: str, today: date, seen: str | None, kind: str | None) -> Iterator[Given | LeftOut]:
    names = _names((actor.name, *actor.aliases), person=any(one.start or one.end for one in actor.codes))
    if not actor.codes:
        yield LeftOut(actor.line, NO_CODE)
        return
    if not names:
        yield LeftOut(actor.line, "a name without a letter, or a very long one")
        return
    row = {"name": names[0], "aliases": ";".join(one for one in names[1:] if not state_name(one)), "source": source}
    dated = [one for one in actor.codes if one.start or one.end]
    for code in dated or actor.codes[:1]:
        told = told_by(code.text)
        if isinstance(told, str):
            yield LeftOut(code.line, "a code with a part that is not known")
        elif told.place or state_name(row["name"]):
            yield LeftOut(code.line, "a state, people or place: memcon has its own tables of these")
        elif dated:
            yield _term(code, told, row, today, seen)
        else:
            yield _undated(actor, told, row, kind)


def _term(code: Code, told: Told, row: dict[str, str], today: date, seen: str | None) -> Given | LeftOut:
    if _institutional(row["name"]) and not _given(row["name"]):
        return LeftOut(code.line, "an organisation with dates: memcon keeps terms of persons only")
    end = code.end if code.end <= today.isoformat() else ""
    if end and int(end[:4]) < EARLIEST:
        return LeftOut(code.line, f"a term that ended before {EARLIEST}")
    start = code.start if not code.start or int(code.start[:4]) >= EARLIEST else str(EARLIEST)
    if start > today.isoformat():
        return LeftOut(code.line, "a term in the future")
    term = {"country": told.country or "", "sector": told.sector or "", "start": start, "end": end}
    return Given(code.line, "persons", {**row, **term, "seen": "" if end else max(seen or "", start)})


def _undated(actor: Actor, told: Told, row: dict[str, str], kind: str | None) -> Given | LeftOut:
    """An actor whose code holds at all times: an armed group, an organisation, or a person if the user says so."""
    place = {"country": told.country or "", "sector": told.sector or ""}
    table = kind
    if table is None and not _given(row["name"]):
        if told.sector in _ARMED:
            table = "armed_groups"
        elif told.first or _institutional(row["name"]):
            table = "organisations"
    if table is None:
        return LeftOut(actor.line, "a name that may be a person's or an organisation's: --kind persons or organisations takes it")
    return Given(actor.line, table, {**row, **place})


def _agents(noun: Noun, source: str, plover: bool) -> Iterator[Given | LeftOut]:
    told = told_by(f"{'HLH' if plover else 'MED'}{noun.code[3:]}" if noun.code.startswith("MED") else noun.code)
    if isinstance(told, str) or told.sector is None:
        yield LeftOut(noun.line, "an agent whose code tells no PLOVER sector")
        return
    phrases = list(dict.fromkeys(_phrase(one) for one in noun.phrases))
    phrases = [one for one in phrases if not (single := _single(one)) or single == one or single not in phrases]
    for phrase in phrases:
        kind = _kind(phrase)
        if kind is None:
            yield LeftOut(noun.line, "an agent whose words do not tell whether it is a person or an organisation")
            continue
        yield Given(noun.line, "agents", {"phrase": phrase, "kind": kind, "sector": told.sector, "source": source})
        plural = _phrase(noun.plural or "")
        if plural and _single(plural) != phrase and len(phrases) == 1:
            group = "group" if kind == "person" else kind
            yield Given(noun.line, "agents", {"phrase": plural, "kind": group, "sector": told.sector, "source": source})


def _phrase(text: str) -> str:
    return " ".join(text.replace("_", " ").lower().split())


def _head(words: Sequence[str]) -> Sequence[str]:
    """The words up to the noun that "of" or "for" hangs on."""
    return words[: next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words))]


def _single(phrase: str) -> str:
    """The phrase with its last word in the singular."""
    head, _, last = phrase.rpartition(" ")
    return f"{head} {singular(last)}".strip()


def _kind(phrase: str) -> str | None:
    """What an agent is, by the agents that memcon knows, by its last word or the word before "of"; by a person's ending."""
    words = fold(phrase).split()
    for part in (_head(words), words):
        found = _nouns().agent(part) if part else None
        if found and found[0].kind != "none":
            return "group" if found[0].kind == "person" and found[2] else found[0].kind
        title = _nouns().office_tail(part) if part else None
        if title:
            return "person"
    last = _head(words)[-1] if words else ""
    return "person" if last.endswith(_PERSON_ENDINGS) and last == singular(last) and len(last) > 4 else None


@cache
def _nouns() -> Nouns:
    return load_nouns()


@cache
def _words_of_institutions() -> frozenset[str]:
    """Words that the names of organisations and armed groups share, and nouns for organisations."""
    counts: Counter[str] = Counter()
    for table in ("organisations", "armed_groups"):
        for row in rows(table):
            counts.update({word for name in (row["name"], *listed(row["aliases"])) for word in fold(name).split()})
    nouns = {row["phrase"] for row in rows("agents") if row["kind"] in ("organisation", "group", "armed_group")}
    often = {word for word, count in counts.items() if count > 2 and len(word) > 3}
    return frozenset((often | nouns) - _SMALL - _given_names())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(row["name"]).split()[0] for row in rows("persons") if " " in row["name"])


def _institutional(name: str) -> bool:
    return any(word in _words_of_institutions() or singular(word) in _words_of_institutions() for word in fold(name).split())


def _given(name: str) -> bool:
    """Whether a name begins like a person's."""
    words = fold(name).split()
    return 1 < len(words) <= 5 and words[0] in _given_names() and not any(word in _words_of_institutions() for word in words[1:])


def _names(phrases: Sequence[str], *, person: bool) -> list[str]:
    """The names of an entry as one writes them: words apart, acronyms in brackets as names of their own, capitals at the beginnings."""
    plain: list[str] = []
    for phrase in phrases:
        whole, bracket, short = phrase.strip(" _").rpartition("(")
        plain += [whole, short[:-1]] if bracket and whole and _SHORT.fullmatch(short) else [phrase]
    spaced = [" ".join(one.replace("_", " ").replace(";", " ").split()).strip(" +#") for one in plain]
    spaced = [one for one in spaced if len(one) <= _LONGEST and any(letter.isalpha() for letter in one)]
    initials = {"".join(word[0] for word in one.upper().split() if word.lower() not in _SMALL) for one in spaced if " " in one}
    return list(dict.fromkeys(_written(one, initials, person=person) for one in spaced))


def _written(name: str, initials: set[str], *, person: bool) -> str:
    if name != name.upper():
        return name
    letters = name.replace(".", "")
    short = not person and " " not in name and len(letters) <= _ACRONYM
    if short and (letters in initials or "." in name or not any(vowel in letters for vowel in "AEIOUY")):
        return name
    words = name.lower().split(" ")
    return " ".join(word if at and word in _SMALL and not person else _capital(word) for at, word in enumerate(words))


def _capital(word: str) -> str:
    """A word with a capital, also behind a hyphen and behind the apostrophe of "O'Neill".

    >>> _capital("al-qaeda"), _capital("people's"), _capital("o'neill")
    ('Al-Qaeda', "People's", "O'Neill")
    """
    capitals = _BEGINNING.sub(lambda found: found[0].upper(), word)
    return f"{capitals[:2]}{capitals[2:3].upper()}{capitals[3:]}" if capitals[1:2] == "'" and len(capitals) > 3 else capitals
