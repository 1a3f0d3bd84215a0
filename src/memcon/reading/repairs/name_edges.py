"""Names that the recogniser reads together with what stands beside them, cut to what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..grammar.paired_names import Name

_BEFORE_TOWNS = frozenset("at in near from to on into over".split())
_PARTS_OF_DAYS = frozenset("overnight late early yesterday today tonight".split())
_FEASTS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Eid Ramadan".split())
_LONGEST = 3  # tokens of a state's name that is looked for
_MARKS = frozenset(("'", "‘", "’", '"', "“", "”", "``", "''", "`"))
_PICTURES = frozenset(("image", "photo", "photograph", "picture", "video", "credit"))
_SHOUTING = frozenset("chanting shouting yelling crying screaming demanding saying declaring insisting thanking".split())
_WHERE = frozenset(("at", "in", "near", "on"))
_IN_NAMES = frozenset(("Without", "Against", "Beyond", "Across"))
_CALLING = frozenset("calling calls call styling styles naming".split())
_WITHIN = frozenset("the of for and in".split())
_LONGEST_OWN = 8  # tokens of a name that a body gives itself
_OF_ACTORS = frozenset(("GPE", "NORP", "ORG", "PERSON"))
_BEFORE_PERSONS = frozenset("Mr Mrs Ms Miss Dr".split())
_IsBody = Callable[[str], bool]
_IsState = Callable[[Sequence[str]], bool]


def states_by_themselves(words: Sequence[str], names: Sequence[Name], is_state: _IsState) -> list[Name]:
    """The names, a state at the end of a date and one with the place behind it apart: "2 May 2011 - Chad", "the border with Chad at Kano".

    >>> words = "2 May 2011 - Chad shut its border with Togo at Kano".split()
    >>> states_by_themselves(words, [(0, 5, "DATE"), (9, 12, "GPE")], lambda name: name in (["Chad"], ["Togo"]))
    [(0, 3, 'DATE'), (4, 5, 'GPE'), (9, 10, 'GPE'), (11, 12, 'GPE')]
    """
    return [part for name in names for part in _parts(words, name, is_state)]


def _parts(words: Sequence[str], name: Name, is_state: _IsState) -> list[Name]:
    first, end, label = name
    if label in ("DATE", "TIME") and _is_town_before_part_of_day(words, first, end):
        return [(first, first + 1, "GPE"), (first + 1, end, label)]
    if label == "DATE":
        state = next((t for t in range(first + 1, end) if words[t][:1].isupper() and is_state(words[t:end])), None)
        if state is not None and words[state - 1].lower() not in ("in", "of"):
            last = state
            while last > first and not words[last - 1].isalnum():
                last -= 1
            return [(first, last, label), (state, end, "GPE")]
    elif label in ("GPE", "LOC", "FAC", "ORG"):
        where = next((t for t in range(first + 1, end - 1) if words[t] in _WHERE), None)
        if where is not None and is_state(words[first + (words[first].lower() == "the") : where]):
            return [(first, where, "GPE"), (where + 1, end, "GPE")]
    return [name]


def _is_town_before_part_of_day(words: Sequence[str], first: int, end: int) -> bool:
    """Whether words of time open with the name of a town: "fired at Kyiv overnight", "in Sumy late on Friday"."""
    apart = end - first > 1 and words[first + 1] in _PARTS_OF_DAYS and words[first - 1].lower() in _BEFORE_TOWNS
    return apart and words[first][:1].isupper() and words[first] not in _FEASTS


def states_left_out(words: Sequence[str], tags: Sequence[str], names: Sequence[Name], is_state: _IsState) -> list[Name]:
    """The names and the states that the recogniser passed over: "the Cyprus government".

    >>> words, tags = "The South Sudan government left".split(), "DT NNP NNP NN VBD".split()
    >>> states_left_out(words, tags, [], lambda name: name in (["South", "Sudan"], ["Sudan"]))
    [(1, 3, 'GPE')]
    """
    taken = {token for first, end, _ in names for token in range(first, end)}
    found = list(names)
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1) if at not in taken and tags[at] == "NNP" and not words[at].isupper() else ()
        end = next((e for e in ends if all(t not in taken and tags[t] == "NNP" for t in range(at, e)) and is_state(words[at:e])), None)
        alone = end is not None and not (end < len(words) and (tags[end] == "NNP" or end in taken)) and not (at and tags[at - 1] == "NNP")
        if end is not None and alone:
            found.append((at, end, "GPE"))
        at = end or at + 1
    return sorted(found)


def bodies_around_a_preposition(words: Sequence[str], tags: Sequence[str], names: Sequence[Name], is_body: _IsBody) -> list[Name]:
    """The names, and the bodies with a preposition in capitals in their names that the recogniser passed over or has in part.

    They are known ones, or bear a preposition that is in capitals nowhere else: "Lawyers Without Frontiers".

    >>> words, tags = ". Doctors Without Borders left Togo".split(), ". NNS IN NNP VBD NNP".split()
    >>> bodies_around_a_preposition(words, tags, [(5, 6, "GPE")], lambda name: name.strip(". ") == "Doctors Without Borders")
    [(1, 4, 'ORG'), (5, 6, 'GPE')]
    """
    found = list(names)
    for link, tag in enumerate(tags):
        if tag != "IN" or not words[link][:1].isupper() or link == 0 or not words[link - 1][:1].isupper():
            continue
        firsts = (first for first in range(max(0, link - _LONGEST), link) if words[first][:1].isupper())  # not the stop before it
        spans = ((first, end) for first in firsts for end in range(link + 1 + _LONGEST, link + 1, -1))
        whole = next(((a, b) for a, b in spans if b <= len(words) and is_body(" ".join(words[a:b]))), None)
        whole = _named_by_it(words, tags, link) if whole is None else whole
        if whole is not None:
            found = [one for one in found if one[1] <= whole[0] or whole[1] <= one[0]] + [(*whole, "ORG")]
    return sorted(found)


def bodies_around_of(words: Sequence[str], names: Sequence[Name], is_body: _IsBody) -> list[Name]:
    """The names, a known body's on both sides of "of" as one: "Economic Community of West African States".

    >>> text = "The League of Arab States met".split()
    >>> bodies_around_of(text, [(0, 2, "ORG"), (3, 5, "GPE")], lambda name: name == "League of Arab States")
    [(0, 5, 'ORG')]
    """
    found = list(names)
    for first, link, label in names:
        if label not in ("ORG", "GPE", "NORP", "FAC") or link >= len(words) or words[link] != "of":
            continue
        start = first + (words[first].lower() == "the")
        ends = (end for a, end, _ in names if a in (link + 1, link + 2) and end > link + 1)
        end = next((end for end in ends if is_body(" ".join(words[start:end]))), None)
        if end is not None and not is_body(" ".join(words[start:link])):
            found = sorted([*(one for one in found if one[1] <= first or one[0] >= end), (first, end, "ORG")])
    return found


def peoples_of_two_words(words: Sequence[str], names: Sequence[Name], is_people: _IsBody) -> list[Name]:
    """The names, a people's of two words as one: "Sierra Leonean".

    >>> text = "Sierra Leonean envoys met".split()
    >>> peoples_of_two_words(text, [(0, 1, "ORG"), (1, 2, "NORP")], lambda name: name == "Sierra Leonean")
    [(0, 2, 'NORP')]
    """
    found = list(names)
    for at in range(len(words) - 1):
        if not words[at][:1].isupper() or not words[at + 1][:1].isupper() or not is_people(f"{words[at]} {words[at + 1]}"):
            continue
        beside = [(a, b) for a, b, _ in found if a < at + 2 and b > at]
        if all(at <= a and b <= at + 2 for a, b in beside) and (at, at + 2) not in beside:
            found = sorted([*(one for one in found if (one[0], one[1]) not in beside), (at, at + 2, "NORP")])
    return found


def _named_by_it(words: Sequence[str], tags: Sequence[str], link: int) -> tuple[int, int] | None:
    """The words in capitals around a preposition in capitals that stands in bodies' names alone: "Lawyers Without Frontiers"."""
    if words[link] not in _IN_NAMES:
        return None
    first, end = link, link + 1
    while first > 0 and link - first < _LONGEST and words[first - 1][:1].isupper() and tags[first - 1].startswith(("NN", "JJ")):
        first -= 1
    while end < len(words) and end - link <= _LONGEST and words[end][:1].isupper() and tags[end].startswith(("NN", "JJ")):
        end += 1
    return (first, end) if first < link and end > link + 1 else None


def names_they_give_themselves(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, that by which a body calls itself as one: "a group calling itself the Lions of the North".

    >>> names_they_give_themselves("a group calling itself the Lions of the North fled".split(), [(8, 9, "LOC")])
    [(4, 9, 'ORG')]
    """
    found = list(names)
    for own in range(1, len(words) - 1):
        if words[own] not in ("itself", "themselves") or words[own - 1].lower() not in _CALLING:
            continue
        first = end = own + 1 + (words[own + 1] in _MARKS)
        for at in range(first, min(len(words), first + _LONGEST_OWN)):
            if words[at][:1].isupper():
                end = at + 1
            elif words[at] not in _WITHIN:
                break
        if end > first and words[end - 1][:1].isupper():
            found = [one for one in found if one[1] <= first or end <= one[0]] + [(first, end, "ORG")]
    return sorted(found)


def persons_behind_titles(words: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, those behind "Mr" or "Dr" as persons', though the recogniser takes them for towns or bodies, or passes over them.

    >>> persons_behind_titles("Mr Carmona met Dr Lima".split(), "NNP NNP VBD NNP NNP".split(), [(1, 2, "GPE")])
    [(1, 2, 'PERSON'), (4, 5, 'PERSON')]
    """
    found = list(names)
    for title in range(len(words) - 1):
        first = title + 1
        if words[title].rstrip(".") not in _BEFORE_PERSONS or not words[first][:1].isupper() or not tags[first].startswith("NNP"):
            continue
        own = next((one for one in found if one[0] <= first < one[1]), None)
        if own is None:
            found.append((first, first + 1, "PERSON"))
        elif own[2] != "PERSON" and own[0] >= title:
            found[found.index(own)] = (max(own[0], first), own[1], "PERSON")
    return sorted(found)


def persons_before_a_preposition(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, a person's up to "for" or "to" with what stands behind it as a name of its own: "thanked Bao for Chad 's support".

    >>> persons_before_a_preposition("thanked Bao for Chad 's support".split(), [(1, 4, "PERSON")])
    [(1, 2, 'PERSON'), (3, 4, 'GPE')]
    """
    found: list[Name] = []
    for first, end, label in names:
        link = next((t for t in range(first + 1, end - 1) if words[t] in ("for", "to")), None) if label == "PERSON" else None
        found += [(first, end, label)] if link is None else [(first, link, label), (link + 1, end, "GPE")]
    return found


def two_by_their_surnames(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, two surnames read as one name apart, where the report names both in full: "Ana Rey met Bo Fox. Rey and Fox left".

    >>> words = "Ana Rey met Bo Fox . Rey and Fox left".split()
    >>> two_by_their_surnames(words, [(0, 2, "PERSON"), (3, 5, "PERSON"), (6, 9, "ORG")])
    [(0, 2, 'PERSON'), (3, 5, 'PERSON'), (6, 7, 'PERSON'), (8, 9, 'PERSON')]
    """
    surnames = {words[end - 1] for first, end, label in names if label == "PERSON" and end - first > 1}
    found: list[Name] = []
    for first, end, label in names:
        both = end - first == _PAIR and words[first + 1] in ("and", "&") and {words[first], words[end - 1]} <= surnames
        found += [(first, first + 1, "PERSON"), (end - 1, end, "PERSON")] if both else [(first, end, label)]
    return found


_PAIR = 3  # tokens of "Rey and Fox"


def behind_what_tells_which(words: Sequence[str], names: Sequence[Name], is_seat: _IsBody) -> list[Name]:
    """The names, without whose seat of government one is and of what time: "the Rey White House", "last year 's Oslo Forum".

    >>> words = "the Rey White House sent Fox to last year 's Oslo Forum".split()
    >>> behind_what_tells_which(words, [(1, 4, "PERSON"), (7, 12, "ORG")], lambda name: name == "White House")
    [(1, 2, 'PERSON'), (2, 4, 'ORG'), (10, 12, 'ORG')]
    """
    found: list[Name] = []
    for first, end, label in names:
        seat = end - _SEAT
        if label in ("PERSON", "ORG", "FAC") and seat > first and is_seat(" ".join(words[seat:end])):
            found += [*([(first, seat, "PERSON")] if words[first][:1].isupper() else []), (seat, end, "ORG")]
            continue
        of = next((t for t in range(first, min(first + 3, end - 1)) if words[t] in ("'s", "’s")), first)
        timed = label in _OF_OCCASIONS and of > first and words[of - 1].lower() in _STRETCHES
        found.append((of + 1 if timed else first, end, label))
    return found


_SEAT = 2  # tokens of "White House"
_OF_OCCASIONS = ("ORG", "FAC", "EVENT", "LOC", "GPE", "PERSON", "WORK_OF_ART")
_STRETCHES = frozenset("day week weekend month year decade today yesterday tonight".split())


def bare_edges(words: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names without quotation marks around them, what a crowd shouts before one, the word for a picture, half a bracket and an adverb
    behind: "insists that Chad first pay".

    >>> words = "Shouting Ivan Rey must go , they left ‘ Ann Fox Photo : AP if Chad first pays".split()
    >>> tags = "NNP NNP NNP MD VB , PRP VBD `` NNP NNP NN : NNP IN NNP RB VBZ".split()
    >>> bare_edges(words, tags, [(0, 3, "PERSON"), (8, 12, "PERSON"), (15, 17, "GPE")])
    [(1, 3, 'PERSON'), (9, 11, 'PERSON'), (15, 16, 'GPE')]
    """
    found: list[Name] = []
    for name in names:
        first, end, label = name
        if words[first] == "-" and words[end - 1].islower():
            continue  # "the 61-year-old"
        while first < end - 1 and words[first] in _MARKS:
            first += 1
        while end - 1 > first and (words[end - 1] in _MARKS or (label == "PERSON" and _is_caption(words, end))):
            end -= 1
        if end - 1 > first and label in _OF_ACTORS and tags[end - 1] == "RB" and words[end - 1].islower():
            end -= 1
        courtesy = (t for t in range(first, end - 1) if words[t].rstrip(".") in _BEFORE_PERSONS)
        first = max(courtesy, default=first - 1) + 1 if label == "PERSON" else first  # "Will Mr Rey and Mr Fox meet?"
        bracket = next((t for t in range(first + 1, end) if words[t] in ("(", ")")), None)
        end = bracket if bracket is not None and words[bracket] == "(" and ")" not in words[bracket:end] else end
        opens = first == 0 or tags[first - 1] in (".", "``", "''", ":")
        if label == "PERSON" and end - first > 1 and opens and words[first].lower() in _SHOUTING:
            first += 1
        found.append((first, end, label))
    return found


def _is_caption(words: Sequence[str], end: int) -> bool:
    return words[end - 1].lower() in _PICTURES and end < len(words) and words[end] in (":", "/", "|")
