"""Persons whose full name a recogniser takes for something else: their surname alone, a courtesy or what they do tells them."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Callable, Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name
from ..grammar.personal_names import PARTICLES, is_personal, of_a_body

_MISREAD = frozenset(("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LAW", "EVENT", "NORP"))
_LONGEST = 5  # tokens of a name, hyphens among them
_AGE = 2  # figures
_NAMED = 2  # words of a people's and a person's name, at least one more


def persons_by_surname(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    lemmas: Sequence[str],
    names: Sequence[Name],
    known: Callable[[str], bool],
) -> list[Name]:
    """The names, as persons' those whose last word stands alone as a person's: "Ana Rey wrote. ... Ms Rey urged Chad".

    So are a courtesy with the name behind it, and what is written right behind a quotation and says it, taken for the name of a work.

    >>> words = "The panel of Ana Rey wrote . Ms Rey left".split()
    >>> tags, deps = "DT NN IN NNP NNP VBD . NNP NNP VBD".split(), ["dep"] * 10
    >>> names = [(3, 5, "ORG"), (8, 9, "ORG")]
    >>> persons_by_surname(words, tags, deps, [0] * 10, words, names, lambda name: False)
    [(3, 5, 'PERSON'), (8, 9, 'PERSON')]
    """
    courtesies = word_list("courtesies")
    told = {words[first] for first, end, label in names if label == "PERSON" and end - first == 1 and tags[first] == "NNP"}
    told |= {words[t] for t in range(1, len(words)) if words[t - 1].lower() in courtesies and words[t - 1][:1].isupper()}
    found: list[Name] = []
    for one in names:
        first, end, label = one
        own, last = first + (words[first].lower() in courtesies), end - 1
        titled = own > first or (first > 0 and words[first - 1].lower() in courtesies)
        misread = label in _MISREAD and own < end and _is_personal(words, tags, own, end) and not known(" ".join(words[own:end]))
        several = end - own > 1 and not (first and words[first - 1].lower() == "the")
        says = label == "WORK_OF_ART" and deps[last] == "nsubj" and is_saying(lemmas[heads[last]]) and words[first - 1] in _CLOSING
        person = titled or (several and (words[last] in told or says or _is_aged(words, end)))
        another = _is_of_another(words, tags, deps, heads, lemmas, one) or (
            _holds_office(words, tags, deps, heads, one) and not known(" ".join(words[first:end]))
        )
        found.append((first, end, "PERSON" if (misread and person) or another else label))
    return _by_surnames_alone(words, tags, found, known)


def _is_aged(words: Sequence[str], end: int) -> bool:
    """Whether an age between commas stands behind a name: "Raivo Tamm, 52, was seized"."""
    behind = words[end : end + 3]
    aged = len(behind) > _AGE and behind[1].isdigit() and len(behind[1]) == _AGE
    return aged and behind[0] == "," and behind[2] in (",", ";", "-", "–", "—")


def _by_surnames_alone(words: Sequence[str], tags: Sequence[str], names: Sequence[Name], known: Callable[[str], bool]) -> list[Name]:
    """The names, those that are but a person's surname as persons': "Raivo Tamm, 52, was freed. ... Tamm told reporters"."""
    surnames = {words[end - 1] for first, end, label in names if label == "PERSON" and end - first > 1}
    bodies = {words[end - 1] for first, end, label in names if label in _MISREAD and end - first > 1}
    found: list[Name] = []
    for first, end, label in names:
        word = words[first]
        alone = label in _MISREAD and end - first == 1 and tags[first] == "NNP" and not word.isupper()
        own = alone and word in surnames - bodies and not (first and words[first - 1].lower() == "the") and not known(word)
        found.append((first, end, "PERSON" if own else label))
    return found


def persons_by_last_word(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], names: Sequence[Name], known: Callable[[str], bool]
) -> list[Name]:
    """The names, and two words passed over (or taken for a body) of which the second stands alone elsewhere: bodies go by their first.

    >>> words = "Police arrested Temel Okcuz . Okcuz denied it".split()
    >>> tags, deps = "NNS VBD NNP NNP . NNP VBD PRP".split(), "nsubj ROOT compound dobj punct nsubj ROOT dobj".split()
    >>> persons_by_last_word(words, tags, deps, [], lambda name: False)
    [(2, 4, 'PERSON')]
    """
    label_of = {t: one for one in names for t in range(one[0], one[1])}
    single = {words[first] for first, end, label in names if end - first == 1 and label not in ("PERSON", "ORG", "PRODUCT")}
    apart = [t for t in range(len(words)) if words[t][:1].isupper() and _is_by_itself(words, t)]
    by_themselves = {words[t] for t in apart}
    alone = {words[t] for t in apart if tags[t] == "NNP" and deps[t] in _PARTIES} - single
    lower = {w for w in words if w.islower()} | _OF_TIME
    found = list(names)
    for last in range(1, len(words)):
        first, word = last - 1, words[last]
        if word not in alone or tags[last] != "NNP" or tags[first] != "NNP" or word.lower() in lower or words[first].lower() in lower:
            continue
        own = label_of.get(first)
        whole = own == label_of.get(last) and (own is None or (own[:2] == (first, last + 1) and own[2] in _MISREAD))
        if not whole or not _is_by_itself(words, first, last + 1) or not _is_personal(words, tags, first, last + 1):
            continue
        if known(word) or known(f"{words[first]} {word}") or words[first] in by_themselves:
            continue
        found = [one for one in found if one != own] + [(first, last + 1, "PERSON")]
    return sorted(found)


_PARTIES = frozenset(("nsubj", "nsubjpass", "dobj", "poss"))
_OF_TIME = frozenset(word.lower() for word in (*month_name, *day_name) if word)


def _is_by_itself(words: Sequence[str], first: int, end: int = 0) -> bool:
    """Whether no other capitalised word and no "the" stands right beside some words."""
    before, behind = (words[first - 1] if first else ""), next(iter(words[end or first + 1 : (end or first + 1) + 1]), "")
    return not before[:1].isupper() and not behind[:1].isupper() and before.lower() not in ("the", "-", "–") and behind not in ("-", "–")


def persons_of_bodies(words: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, of a body and a person of it read as one the two: "Hamas's Ana Rey"; the person's last word stands alone elsewhere.

    >>> words = "The CNL 's Edd Dahl left . Fox met Dahl .".split()
    >>> persons_of_bodies(words, "DT NNP POS NNP NNP VBD . NNP VBD NNP .".split(), [(0, 5, "ORG"), (7, 8, "PERSON")])
    [(0, 2, 'ORG'), (3, 5, 'PERSON'), (7, 8, 'PERSON')]
    """
    found: list[Name] = []
    for first, end, label in names:
        mark = next((t for t in range(first + 1, end - 2) if tags[t] == "POS"), None) if label in ("ORG", "PERSON") else None
        apart = mark is not None and _is_personal(words, tags, mark + 1, end)
        if mark is not None and apart and (is_personal(words[mark + 1 : end]) or _stands_alone(words, words[end - 1])):
            found += [(first, mark, "ORG"), (mark + 1, end, "PERSON")]
        else:
            found.append((first, end, label))
    return found


def persons_of_peoples(
    words: Sequence[str],
    tags: Sequence[str],
    heads: Sequence[int],
    names: Sequence[Name],
    people: Callable[[str], bool],
) -> list[Name]:
    """The names, of one of a people behind an office read as one the two: "the envoy, the Chadian Edd Dahl, left".

    >>> words, tags = "the envoy , the Chadian Edd Dahl , left".split(), "DT NN , DT JJ NNP NNP , VBD".split()
    >>> heads = [1, 8, 1, 6, 6, 6, 1, 1, 8]
    >>> persons_of_peoples(words, tags, heads, [(3, 7, "ORG")], lambda word: word == "Chadian")
    [(4, 5, 'NORP'), (5, 7, 'PERSON')]
    """
    found: list[Name] = []
    for first, end, label in names:
        own = first + (end - first > 1 and words[first].lower() in ("the", "a", "an"))
        office = next((t for t in (heads[own], heads[heads[own]]) if t < first), None)
        behind = office is not None and words[office].lower() in word_list("office_nouns") and first > 0 and words[first - 1] == ","
        misread = label in (*_MISREAD, "PERSON", "GPE") and end - own > _NAMED
        told = misread and people(words[own]) and _is_personal(words, tags, own + 1, end)
        if told and (behind or is_personal(words[own + 1 : end])):
            found += [(own, own + 1, "NORP"), (own + 1, end, "PERSON")]
        else:
            found.append((first, end, label))
    return found


def persons_behind_offices(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], names: Sequence[Name]
) -> list[Name]:
    """The names, and whoever is named between commas behind an office and is passed over: "the Minister, H.E. Tran Quoc Bao, left".

    >>> words, tags = "the Minister , H.E. Tran Quoc Bao , left".split(), "DT NNP , NNP NNP NNP NNP , VBD".split()
    >>> deps, heads = "det nsubj punct compound compound compound appos punct ROOT".split(), [1, 8, 1, 6, 6, 6, 1, 1, 8]
    >>> persons_behind_offices(words, tags, deps, heads, [])
    [(4, 7, 'PERSON')]
    """
    taken = {t for first, end, _ in names for t in range(first, end)}
    found = list(names)
    for last, label in enumerate(deps):
        office = heads[last]
        held = office < last and words[office].lower() in word_list("office_nouns") and tags[office] in ("NN", "NNP")
        if label != "appos" or not held:
            continue
        first = last
        while words[first - 1] != "," and first > office + 1 and heads[first - 1] in range(first, last + 1):
            first -= 1
        first += words[first].endswith(".") or words[first] in _EXCELLENCIES
        apart = words[first - 1] == "," or (words[first - 2] == "," and first - 1 not in taken)
        ends = last + 1 >= len(words) or words[last + 1] in (",", ".", ";", ")")
        if apart and ends and last > first and not taken & set(range(first, last + 1)) and _is_personal(words, tags, first, last + 1):
            found.append((first, last + 1, "PERSON"))
    return sorted(found)


_EXCELLENCIES = frozenset(("HE", "HRH", "HH", "HM", "Mr", "Mrs", "Ms", "Dr"))


def _stands_alone(words: Sequence[str], word: str) -> bool:
    """Whether a word stands somewhere with no other capitalised word beside it, and without "the"."""
    beside = ((words[t - 1] if t else "", words[t + 1] if t + 1 < len(words) else "") for t, w in enumerate(words) if w == word)
    return any(not after[:1].isupper() and not before[:1].isupper() and before.lower() != "the" for before, after in beside)


def _is_of_another(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], lemmas: Sequence[str], name: Name
) -> bool:
    """Whether what is taken for a place is somebody of a body who speaks: "Hamas's Ana Rey spoke of a raid"."""
    first, end, label = name
    behind = label in ("LOC", "FAC", "GPE") and end - first > 1 and first > 0 and tags[first - 1] == "POS"
    verb = lemmas[heads[end - 1]]
    speaks = deps[end - 1] == "nsubj" and (is_saying(verb) or verb in word_list("doings_of_persons") or verb == "speak")
    return behind and speaks and _is_personal(words, tags, first, end)


def _holds_office(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], name: Name) -> bool:
    """Whether a name between commas behind an office is its holder's: "the Foreign Minister of Chad, Nino Rey-Fox, left"."""
    first, end, label = name
    office = heads[end - 1]
    beside = label in (*_MISREAD, "GPE", "LOC") and first > 1 and words[first - 1] == "," and deps[end - 1] == "appos" and office < first
    held = beside and tags[office] in ("NN", "NNP") and words[office].lower() in word_list("office_nouns")
    return held and end - first > 1 and words[min(end, len(words) - 1)] in (",", ".", ";", ")") and _is_personal(words, tags, first, end)


_CLOSING = ('"', "”", "''", "’")


def _is_personal(words: Sequence[str], tags: Sequence[str], first: int, end: int) -> bool:
    """Whether all words of a name are such as stand in personal names."""
    inside = [t for t in range(first, end) if words[t] not in ("-", "‑")]
    fits = all((tags[t] == "NNP" and words[t][:1].isupper()) or words[t].lower() in PARTICLES for t in inside)
    return fits and end - first <= _LONGEST and not any(of_a_body(words[t]) or words[t].isupper() for t in inside)
