"""Titles before a person's name: their words name nobody of themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from memcon.ontology.words import words as word_list

from .abbreviations import TITLES
from .paired_names import Name
from .parsed import Parsed

_LETTERS = frozenset(("general", "ag", "fm", "pm", "vp"))
_OF_STATE = frozenset(("secretary", "minister", "undersecretary"))
_OF_FIELDS = frozenset(("of", "for", "the"))
_OF_COUNCILS = frozenset(("councilor", "councillor"))
_HIGHEST = frozenset("president king queen emir amir sultan".split())  # "President and Prime Minister Ana Rey" would be two
_OF_SEVERAL = frozenset(("are", "were", "have"))
_BODIES_AT_HOME = frozenset("party committee council commission politburo cabinet affairs defence defense interior justice finance".split())
_BODIES_ABROAD = frozenset("nations union league organization organisation alliance community security cooperation".split())
_LONGEST = 4  # tokens between what a title begins with and the name: "Defense Secretary General"


def names_in_titles(
    words: Sequence[str], names: Sequence[Name], titles: Collection[str], is_state: Callable[[Sequence[str]], bool]
) -> list[Name]:
    """The names without those that are words of a title before a person's; a state before such words keeps its own.

    >>> words = "Defense Secretary Ana Rey met U.S. Interior Minister Leo Fox".split()
    >>> names = [(0, 1, "ORG"), (2, 4, "PERSON"), (5, 8, "ORG"), (8, 10, "PERSON")]
    >>> names_in_titles(words, names, {"defense", "secretary", "interior", "minister"}, lambda name: name == ["U.S."])
    [(2, 4, 'PERSON'), (5, 6, 'GPE'), (8, 10, 'PERSON')]
    """
    persons = {first for first, _, label in names if label == "PERSON"}
    found = []
    for first, end, label in names:
        own = first + 1 if label == "ORG" and is_state(words[first : first + 1]) else first
        person = next((t for t in range(end, end + _LONGEST) if t in persons), None) if label in ("ORG", "PERSON") else None
        title = [word.lower() for word in words[own:person]] if person is not None and person > own else []
        if not title or not _ends_title(title[-1]) or not all(word in titles for word in title):
            found.append((first, end, label))
        elif own > first:
            found.append((first, own, "GPE"))
    return found


def _ends_title(word: str) -> bool:
    """Whether a small word can stand last before a name: "secretary", "general", "col.", "ag"."""
    return word in word_list("office_nouns") | _LETTERS or (word.endswith(".") and word[:-1].capitalize() in TITLES)


def offices_of_one(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """Two offices before one name, without an article, are both its bearer's, in place: "former envoy and party leader Ana Rey left".

    >>> words, tags = "Former envoy and party leader Ana Rey left".split(), "JJ NN CC NN NN NNP NNP VBD".split()
    >>> deps, heads = "amod nsubj cc compound compound compound conj ROOT".split(), [1, 7, 1, 4, 6, 6, 1, 7]
    >>> offices_of_one(words, tags, deps, heads, [(5, 7, "PERSON")])
    >>> deps[6], heads[6], deps[1], heads[1]
    ('nsubj', 7, 'compound', 6)
    """
    offices = word_list("office_nouns")
    for first, end, label in names:
        name = end - 1
        office = heads[name]
        if label != "PERSON" or deps[name] != "conj" or office >= first or tags[office] not in ("NN", "JJ", "NNP"):
            continue
        link = next((t for t in range(office + 1, first) if words[t].lower() == "and" and heads[t] == office), 0)
        far = link > office + 1 and _is_of_a_home_body(words, office, link)
        if not (link == office + 1 or far) or words[office].lower() not in (offices | _OF_COUNCILS | ({"member"} if far else set())):
            continue
        before = [t for t in range(office) if heads[t] == office]
        if words[office].islower():
            told = (
                all(tags[t] in ("NN", "JJ") and words[t].islower() for t in range(link + 1, first)) and words[first - 1].lower() in offices
            )
            own = all(tags[t] not in ("DT", "PRP$", "NNP", "POS") and deps[t] not in ("poss", "det", "nummod") for t in before)
        else:  # "Peru's Deputy Premier and Foreign Minister Ana Rey"
            told = _is_title(words, link + 1, first, offices) and words[office].lower() not in _HIGHEST
            own = all(deps[t] not in ("det", "nummod") for t in before)
        if not told or not own or _is_told_of_two(words, tags, deps, heads, office):
            continue  # "the envoy and party leader Ana Rey" are two
        deps[name], heads[name] = deps[office], heads[office] if heads[office] != office else name
        deps[office], heads[office] = "compound", name
        heads[link] = name
        for token in range(end, len(words)):
            if heads[token] == office:
                heads[token] = name


def _is_of_a_home_body(words: Sequence[str], office: int, end: int) -> bool:
    """Whether an office has a field at home: "Secretary of the Workers' Party", not "of the United Nations", "of Peru"."""
    field = [w.lower() for w in words[office + 1 : end]]
    told = words[office][:1].isupper() and field[0] == "of" and _BODIES_AT_HOME & set(field) and not _BODIES_ABROAD & set(field)
    return bool(told) and all(w[:1].isupper() or w in _OF_FIELDS or not w[:1].isalpha() for w in words[office + 1 : end])


def _is_told_of_two(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], subject: int) -> bool:
    """Whether a verb is of several: "the envoy and party leader Ana Rey were freed", "have left", "met in Lima"."""
    verb = heads[subject]
    if deps[subject] not in ("nsubj", "nsubjpass") or not tags[verb].startswith("V"):
        return False
    below = [c for c in range(len(words)) if heads[c] == verb and c != verb]
    finite = (verb, *(c for c in below if deps[c].startswith("aux")))
    if tags[verb] == "VBP" or any(words[c].lower() in _OF_SEVERAL for c in finite):
        return True
    return words[verb].lower() == "met" and not any(deps[c] == "dobj" or words[c].lower() == "with" for c in below)


def _is_title(words: Sequence[str], first: int, end: int, offices: Collection[str]) -> bool:
    """Whether words are an office in capitals, with its field: "Minister of Foreign Affairs"."""
    return any(words[t].lower() in offices for t in range(first, end)) and all(
        words[t][:1].isupper() or words[t] in _OF_FIELDS for t in range(first, end)
    )


def in_title(p: Parsed, token: int, titles: Collection[str], label: Callable[[int], str]) -> bool:
    """Whether a word is of a title with "of" in it: "Secretary" and "State" in "Secretary of State Ann Lee", "the minister of state"."""
    if p.lower[token] == "state" and p.lower[max(0, token - 1)] == "of" and p.lemmas[max(0, token - 2)] in _OF_STATE:
        return True
    if p.deps[token] == "pobj" and p.words[p.heads[token]] == "of":
        token = p.heads[p.heads[token]]
    name = p.heads[token]
    while p.deps[name] == "compound" and p.heads[name] > name and label(name) != "PERSON":
        name = p.heads[name]  # "Secretary of State and party leader Ann Lee"
    held = p.deps[token] in ("nmod", "compound") and name > token and p.lower[token] in titles
    return held and p.words[token + 1] == "of" and label(name) == "PERSON"


def own_title(p: Parsed, first: int, end: int) -> set[str]:
    """The words, in small letters, that tell what somebody is; not the office of whose he is: "the president's envoy" is no president."""
    owners = (set(p.subtree(c)) for c in range(first, end) if p.deps[c] == "poss" and first <= p.heads[c] < end)
    theirs = {t for under in owners if any(p.lemmas[t].lower() in word_list("office_nouns") for t in under) for t in under}
    return {p.lower[t] for t in range(first, end) if t not in theirs}


def is_title_of_its_own(p: Parsed, first: int, head: int) -> bool:
    """Whether an office is told by several words in capitals, as no newspaper describes somebody: "the Force Commander"."""
    inner = [t for t in range(first, head + 1) if p.deps[t] != "det"]
    return len(inner) > 1 and all(p.words[t][:1].isupper() for t in inner)
