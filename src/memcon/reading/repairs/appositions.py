"""Who is named behind those of whom it is told, where a small parser hangs the name on another word, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.above import hangs_on
from ..grammar.paired_names import Name
from ..grammar.pronouns import NUMERALS

_NAMED = ("NNP", "NNPS")
_BEHIND = 12  # tokens between those of whom it is told and the first name


def names_of_offices_in_a_row(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], people: Callable[[str], bool]
) -> None:
    """A name right behind an office and its comma is its holder's, in place: "the chief, Bo Fox, and the head of the union, Ann Lee, met".

    So where another has been named before, or where the name is read as told beside the office: "the mayor of Lima, Ann Lee, and others".

    >>> words, tags = "the mayor , Lee , and others left".split(), "DT NN , NNP , CC NNS VBD".split()
    >>> deps, heads = "det nsubj punct conj punct cc conj ROOT".split(), [1, 7, 1, 1, 1, 1, 1, 7]
    >>> names_of_offices_in_a_row(words, tags, deps, heads, [(3, 4, "PERSON")], lambda word: word == "mayor")
    >>> deps[3], heads[3]
    ('appos', 1)
    """
    labels = {end - 1: label for _, end, label in names}
    for first, end, label in names:
        one, held = end - 1, heads[end - 1]
        while first > 1 and heads[first - 1] == one and tags[first - 1] == "NNP":  # "the chief, General Bo Fox, and"
            first -= 1  # noqa: PLW2901
        if label == "PERSON" and end + 2 < len(words) and words[end] == "of" and heads[end] == one:  # "the chief, Bo Fox of Lima,"
            end += 2  # noqa: PLW2901
        if label != "PERSON" or first < 2 or words[first - 1] != "," or end >= len(words) or words[end] != ",":
            continue
        office = _told_by_office(words, tags, deps, heads, first, people, "conj", "nsubj", "nsubjpass", "dobj")
        if office is None or office in labels or (deps[one] == "appos" and heads[one] == office):
            continue
        if tags[office] != "NN" and words[office].lower() not in word_list("office_nouns"):
            continue
        beside = deps[one] == "conj" and held == office and words[end + 1 : end + 2] and words[end + 1] == "and"
        named = deps[one] == "appos" and any(
            deps[t] == "appos" and heads[t] == held and labels.get(t) == "PERSON" for t in range(held, office)
        )
        ended = deps[one] == deps[office] == "conj" and heads[office] == held and "and" in words[held + 1 : office]
        if beside or named or ended:  # "Rey and the minister, Fox, left": a row that "and" has ended
            heads[one], deps[one] = office, "appos"


def what_one_from_a_place_is(
    tags: Sequence[str], deps: Sequence[str], heads: list[int], names: Sequence[Name], person: Callable[[int], bool]
) -> None:
    """A word for a person hung on the place where somebody is from tells who that one is, in place: "Bo Fox of Lima, a rival, left".

    >>> deps = "compound nsubj prep pobj punct det appos punct ROOT".split()
    >>> heads = [1, 8, 1, 2, 1, 6, 3, 8, 8]
    >>> tags = "NNP NNP IN NNP , DT NN , VBD".split()
    >>> what_one_from_a_place_is(tags, deps, heads, [(0, 2, "PERSON")], lambda token: token == 6)
    >>> heads[6]
    1
    """
    persons = {end - 1 for _, end, label in names if label == "PERSON"}
    for token, label in enumerate(deps):
        place = heads[token]
        link = heads[place]
        if label != "appos" or deps[place] != "pobj" or not tags[place].startswith("NNP") or deps[link] != "prep" or token < place:
            continue
        if heads[link] in persons and heads[link] < link and place not in persons and tags[token] in ("NN", "NNP") and person(token):
            heads[token] = heads[link]


def titles_of_several(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A title before the names of several is theirs where it is read as the subject of a name, in place: "Presidents Sela Rey and Bo Lee".

    >>> words, tags, deps = ["Presidents", "Sela", "Rey", "met"], ["NNS", "VBP", "NNP", "VBD"], ["nsubj", "compound", "nsubj", "ROOT"]
    >>> heads = [1, 2, 3, 3]
    >>> titles_of_several(words, tags, deps, heads)
    >>> deps[0], heads[0]
    ('compound', 2)
    """
    offices = word_list("office_nouns")
    for title, label in enumerate(deps):
        name = heads[title]
        if label != "nsubj" or name != title + 1 or tags[title] not in ("NNS", "NNPS") or not words[title][:1].isupper():
            continue
        if (
            words[title].lower().removesuffix("s") in offices
            and words[name][:1].isupper()
            and deps[name] == "compound"
            and heads[name] > name
        ):
            deps[title], heads[title] = "compound", heads[name]


def others_beside_holders(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A party told beside somebody of whom something is said becomes one of two, in place: "Ann Lee, the president, and Ivan Rey met".

    >>> words, tags = "Lee , the president , and Rey met".split(), "NNP , DT NN , CC NNP VBD".split()
    >>> deps, heads = "nsubj punct det appos punct cc conj ROOT".split(), [7, 0, 3, 0, 3, 3, 3, 7]
    >>> others_beside_holders(words, tags, deps, heads)
    >>> deps[6], heads[6]
    ('conj', 0)
    """
    offices = word_list("office_nouns")
    for link, label in enumerate(deps):
        said = heads[link]
        name = heads[said]
        if label != "cc" or link < 1 or words[link - 1] != "," or tags[said] != "NN" or not name < said < link or "CC" in tags[name:said]:
            continue
        other = next((t for t in range(link + 1, len(deps)) if deps[t] == "conj" and heads[t] == said), None)
        held = deps[said] == "appos" or (deps[said] == "conj" and words[said].lower() in offices)
        if other is None or not held or tags[name] not in (*_NAMED, "NN") or not tags[other].startswith("NN"):
            continue
        deps[said] = "appos"
        heads[link] = heads[other] = name


def subjects_beside_subjects(tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A second subject behind the first one's "and" becomes one of two, in place: "Ann Lee, a reporter, and her son were held".

    >>> tags, deps = "NNP , DT NN , CC PRP$ NN VBD VBN".split(), "nsubjpass punct det appos punct cc poss nsubjpass auxpass ROOT".split()
    >>> heads = [9, 0, 3, 0, 0, 0, 7, 9, 9, 9]
    >>> subjects_beside_subjects(tags, deps, heads)
    >>> deps[7], heads[7]
    ('conj', 0)

    So does one behind the "and" of what stands below the first: "a truce between Chad and rebels was signed".

    >>> tags, deps = "NN IN NNP CC NNS VBD VBN".split(), "nsubjpass prep pobj cc nsubjpass auxpass ROOT".split()
    >>> heads = [6, 0, 1, 2, 6, 6, 6]
    >>> subjects_beside_subjects(tags, deps, heads)
    >>> deps[4], heads[4]
    ('conj', 2)
    """
    for link, label in enumerate(deps):
        one = heads[link]
        if label != "cc" or not tags[one].startswith("NN") or one > link:
            continue
        first = heads[heads[one]] if deps[one] == "pobj" else one  # "a truce between Chad and the rebels was signed"
        if deps[one] == "pobj" and deps[first] == "acl":  # "a warning issued by Chad and the rebels was read"
            first = heads[first]
        if not deps[first].startswith("nsubj"):
            continue
        behind = range(link + 1, min(len(deps), link + _BEHIND))
        other = next((t for t in behind if deps[t] == deps[first] and heads[t] == heads[first]), None)
        if other is not None and tags[other].startswith("NN") and not any(deps[t] == "conj" and heads[t] == one for t in behind):
            deps[other], heads[other] = "conj", one


def two_between(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Of two behind "between", the second, read as beside what the first is of, stands beside it: "between the army of Chad and rebels".

    So does one that the first is read to describe: "between the state and Tuareg separatists".

    >>> words, deps = "between the army of Chad and rebels".split(), "ROOT det pobj prep pobj cc conj".split()
    >>> heads = [0, 2, 0, 2, 3, 4, 4]
    >>> two_between(words, "IN DT NN IN NNP CC NNS".split(), deps, heads)
    >>> heads[5:]
    [2, 2]
    """
    for one, label in enumerate(deps):
        other = heads[one]
        link = next((t for t in range(one + 1, other) if deps[t] == "cc" and heads[t] == one), None)
        if label != "nmod" or link is None or deps[other] != "pobj" or words[heads[other]].lower() != "between":
            continue
        paired = any(deps[c] == "conj" and heads[c] == other for c in range(len(deps)))
        if paired or words[one] not in word_list("class_state") | word_list("bodies_as_doers") or tags[one - 1] not in ("DT", "PRP$"):
            continue  # not "the trade and finance ministers"
        deps[one], heads[one], deps[other], heads[other], heads[one - 1] = "pobj", heads[other], "conj", one, one
        for t in range(link + 1, other):
            if heads[t] == one:
                deps[t], heads[t] = "compound", other
    for other, label in enumerate(deps):
        held = heads[other]
        if label != "conj" or deps[held] != "pobj" or words[heads[held]].lower() != "of":
            continue
        one = heads[heads[held]]
        beside = any(deps[c] == "conj" and heads[c] == one for c in range(one, other))
        unlike = tags[held] == "NNP" and tags[other] in ("NN", "NNS")  # "between the authorities of Chad and rebels"
        alone = (tags[one] in ("NN", "NNP") or (tags[one] == "NNS" and unlike)) and not beside
        if not alone or deps[one] != "pobj" or words[heads[one]].lower() != "between" or any(words[t] == "," for t in range(one, other)):
            continue
        heads[other] = one
        for link in range(held, other):
            if deps[link] == "cc" and heads[link] == held:
                heads[link] = one


def persons_beside_persons_of_states(tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A person read as told beside the state that another one is of becomes one of two, in place: "Ann Lee of Chad and Ivan Rey of Peru".

    >>> tags, deps = "NNP IN NNP CC NNP VBD".split(), "nsubj prep pobj cc conj ROOT".split()
    >>> heads = [5, 0, 1, 2, 2, 5]
    >>> persons_beside_persons_of_states(tags, deps, heads, [(0, 1, "PERSON"), (2, 3, "GPE"), (4, 5, "PERSON")])
    >>> heads[4]
    0
    """
    labels = {end - 1: label for _, end, label in names}
    states = {t for t, tag in enumerate(tags) if deps[t] == "pobj" and labels.get(t, "GPE" if tag == "NNP" else "") == "GPE"}
    of_states = {heads[heads[t]] for t in states if deps[heads[t]] == "prep"}
    for one, label in enumerate(deps):  # "Ann Lee of Chad, Bo Waldes of Togo", of whom the recogniser knows the first alone
        if label == "appos" and tags[one] == "NNP" and {one, heads[one]} <= of_states and labels.get(heads[one]) == "PERSON":
            deps[one] = "conj"
    for one, label in labels.items():
        state = heads[one]
        of = heads[state]
        who = heads[of]
        if label != "PERSON" or deps[one] != "conj" or state not in states or deps[of] != "prep":
            continue
        if who < of and (labels.get(who) == "PERSON" or tags[who] == "NN" or (tags[who] == "NNP" and who not in labels)):
            links = [t for t in range(state + 1, one) if heads[t] == state and deps[t] == "cc"]
            for token in (one, *links[-1:]):
                heads[token] = who


def names_behind_groups(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], people: Callable[[str], bool]
) -> None:
    """Persons read as told beside what others are of are those others, in place: "leaders of Chad and Togo, Ann Lee and Ivan Rey, met".

    So they are behind whom others serve where a comma ends the row: "two aides to Bo Fox, Ann Lee and Ivan Rey, left".

    >>> words, tags = "envoys of Chad , Lee and Rey , met".split(), "NNS IN NNP , NNP CC NNP , VBD".split()
    >>> deps, heads = "nsubj prep pobj punct conj cc conj punct ROOT".split(), [8, 0, 1, 2, 2, 4, 4, 8, 8]
    >>> names_behind_groups(words, tags, deps, heads, [(2, 3, "GPE"), (4, 5, "PERSON"), (6, 7, "PERSON")], lambda word: True)
    >>> deps[4], heads[4]
    ('appos', 0)
    """
    labels = {end - 1: label for _, end, label in names}
    starts = {end - 1: first for first, end, _ in names}
    for group, tag in enumerate(tags):
        if tag != "NNS" or not people(words[group].lower()):
            continue
        told = next((NUMERALS.get(words[t].lower(), 0) for t in range(max(0, group - _BEHIND), group) if heads[t] == group), 0)
        counted = _row(group, deps, heads)[1:]
        if (
            told
            and told == len(counted)
            and all(labels.get(t) == "PERSON" for t in counted)
            and _behind_comma(words, tags, starts[counted[0]])
        ):
            deps[counted[0]], heads[counted[0]] = "appos", group  # "two diplomats, attache Ann Lee and secretary Ivan Rey"
            continue
        of = next((t for t in range(group + 1, min(len(deps), group + 3)) if deps[t] == "prep" and heads[t] == group), None)
        held = next((t for t in range(of + 1, min(len(deps), of + _BEHIND)) if deps[t] == "pobj" and heads[t] == of), None) if of else None
        if held is None:
            continue
        row = _row(held, deps, heads)
        first = next((t for t in row[1:] if labels.get(t) == "PERSON" and _behind_comma(words, tags, starts[t])), None)
        if first is None:
            continue
        named = [t for t in row if t >= first]
        last = max(named)
        closed = last + 1 < len(words) and words[last + 1] == "," and deps[group].startswith("nsubj")
        fits = labels.get(held) in ("GPE", "ORG", "NORP") or (labels.get(held) == "PERSON" and closed and row[1] == first)
        if fits and len(named) > 1 and all(labels.get(t) == "PERSON" for t in named):
            for token in named:
                if heads[token] < first:
                    heads[token], deps[token] = (group, "appos") if token == first else (first, "conj")


def _row(token: int, deps: Sequence[str], heads: Sequence[int]) -> list[int]:
    """A word and those coordinated with it, in order."""
    row = [token]
    for at in range(token + 1, min(len(deps), token + 4 * _BEHIND)):
        if deps[at] == "conj" and heads[at] in row:
            row.append(at)
    return row


def _behind_comma(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a comma stands before a name and its title."""
    while first > 0 and (tags[first - 1].startswith("NN") or tags[first - 1] == "JJ"):
        first -= 1
    return first > 0 and words[first - 1] == ","


def names_behind_clauses(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], people: Callable[[str], bool]
) -> None:
    """A person named behind a clause or office that tells of somebody is that one, in place: "met the man who backed his plan, Ann Lee".

    >>> words, tags = "met the man who won , Lee".split(), "VBD DT NN WP VBD , NNP".split()
    >>> deps, heads = "ROOT det dobj nsubj relcl punct npadvmod".split(), [0, 2, 0, 4, 2, 0, 0]
    >>> names_behind_clauses(words, tags, deps, heads, [(6, 7, "PERSON")], lambda word: word == "man")
    >>> deps[6], heads[6]
    ('appos', 2)
    """
    labels = {end - 1: label for _, end, label in names}
    for first, end, label in names:
        one = end - 1
        if label != "PERSON" or deps[one] not in ("npadvmod", "appos", "dep") or not _behind_comma(words, tags, first):
            continue
        held = heads[one]
        if deps[one] == "appos" and (tags[held] != "NN" or held in labels or words[held].lower() in word_list("office_nouns")):
            continue
        told = _told_in_a_clause(words, tags, heads, deps, first)
        if told is None and deps[one] != "appos":
            told = _told_by_office(words, tags, deps, heads, first, people)
        if told is not None and tags[told] == "NN" and told not in labels:
            heads[one], deps[one] = told, "appos"


def _told_in_a_clause(words: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str], first: int) -> int | None:
    """Of whom the clause with "who" tells that goes on to a name."""
    clauses = [t for t in range(max(0, first - 3 * _BEHIND), first) if deps[t] == "relcl" and heads[t] < t]
    verb = next((t for t in reversed(clauses) if any(words[w] == "who" and heads[w] == t for w in range(heads[t], t))), None)
    if verb is None or any(tags[t].startswith("VB") and not hangs_on(t, verb, heads) for t in range(verb, first)):
        return None
    return heads[verb]


def _told_by_office(
    words: Sequence[str],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    first: int,
    people: Callable[[str], bool],
    *at_top: str,
) -> int | None:
    """The word for somebody with what he is of, right before the comma before a name: "the head of the bank, Ann Lee"."""
    offices = word_list("office_nouns")
    comma = next((t for t in range(first - 1, max(0, first - _BEHIND), -1) if words[t] == ","), 0)
    at = comma - 1
    for _ in range(_BEHIND):
        if at < 0 or deps[at] not in ("pobj", "prep", "compound", *at_top):
            break
        title = tags[at] == "NNP" and words[at].lower() in offices  # "the President of Peru"
        if title or (tags[at] == "NN" and (words[at].lower() in offices or people(words[at].lower()))):
            return at
        at = heads[at]
    return at if 0 <= at < comma and (words[at].lower() in offices or people(words[at].lower())) else None
