"""A name between commas behind a word for somebody or a body tells who that is, whatever a small parser makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..grammar.above import above
from ..grammar.paired_names import Name
from ..grammar.personal_names import of_a_body

_MISREAD = frozenset(("PERSON", "ORG", "WORK_OF_ART", "PRODUCT", ""))
_TAKES_PART = ("nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "dep", "conj", "appos", "attr", "oprd", "ROOT")
_SUBJECTS = ("nsubj", "nsubjpass")
_OPENS = ("the", "a", "an", "its", "his", "her", "their", "our", "my")
_OF = ("of", "for", "to")
_RELATIVE = ("who", "whom", "whose", "which")
_LONGEST = 6  # tokens of a name, hyphens among them


def names_in_commas(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[Name],
    person: Callable[[str], bool],
    body: Callable[[str], bool],
) -> None:
    """A name between commas behind a word for one `person` or one `body` hangs on that word, in place: "sent its envoy, Bo Rey, home".

    >>> words, tags = "sent its envoy , Bo Rey , home".split(), "VBD PRP$ NN , NNP NNP , RB".split()
    >>> deps, heads = "ROOT poss dobj punct compound dobj punct advmod".split(), [0, 2, 0, 0, 5, 0, 0, 0]
    >>> names_in_commas(words, tags, deps, heads, [(4, 6, "PERSON")], lambda word: word == "envoy", lambda word: False)
    >>> deps[5], heads[5]
    ('appos', 2)

    The subject of the verb right behind it is then what the word is: "he said that the man, Bo Rey, had left".

    >>> words, tags = "that the man , Bo Rey , had left".split(), "IN DT NN , NNP NNP , VBD VBN".split()
    >>> deps, heads = "prep det pobj punct compound nsubj punct aux ROOT".split(), [8, 2, 0, 2, 5, 8, 8, 8, 8]
    >>> names_in_commas(words, tags, deps, heads, [(4, 6, "PERSON")], lambda word: word == "man", lambda word: False)
    >>> deps[5], heads[5], deps[2], heads[2]
    ('appos', 2, 'nsubj', 8)
    """
    labels = {token: label for first, end, label in names for token in range(first, end)}
    for first, end in _between_commas(words, tags):
        name = end - 1
        while name >= first and heads[name] in range(first, end) and heads[name] != name:
            name -= 1
        if name < first or any(labels.get(t, "") not in _MISREAD for t in range(first, end)) or deps[name] not in _TAKES_PART:
            continue
        noun = _told_before(words, tags, deps, heads, first - 1, lambda word: person(word) or body(word))
        noun = _first_of_two(words, tags, deps, heads, noun, person) if noun is not None else None
        if noun is None or (deps[name] == "appos" and heads[name] == noun) or heads[noun] in range(first, end):
            continue
        word = words[noun].lower()
        if body(word) and not person(word) and labels.get(name) == "PERSON":
            continue
        if not body(word) and (any(of_a_body(words[t]) for t in range(first, end)) or (end - first == 1 and labels.get(name) != "PERSON")):
            continue
        # "in a call with his aide, Bo Rey, on Friday, Fox said"
        twice = deps[name] in _SUBJECTS and _has_a_later_subject(deps, heads, name)
        if (deps[name] in _SUBJECTS and not twice) or deps[name] == "ROOT":
            verb = _verb_behind(tags, deps, heads, end + 1)
            if verb is None or (deps[name] in _SUBJECTS and heads[name] != verb):
                continue
            if heads[noun] != verb and (deps[noun] != "pobj" or words[heads[noun]].lower() != "that"):
                continue
            if heads[noun] != verb or deps[noun] not in _SUBJECTS:
                deps[noun], heads[noun] = (deps[name] if deps[name] in _SUBJECTS else "nsubj"), verb
        elif noun in above(name, heads) and deps[name] != "appos":
            continue
        deps[name], heads[name] = "appos", noun


def _has_a_later_subject(deps: Sequence[str], heads: Sequence[int], name: int) -> bool:
    """Whether the verb that a name is the subject of has another one, between the two."""
    return any(heads[t] == heads[name] and deps[t] in _SUBJECTS for t in range(name + 1, heads[name]))


def _between_commas(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The names behind a comma that end with one, with the sentence, or before "who"."""
    at = 1
    while at < len(words):
        end = at
        while end < len(words) and (tags[end] == "NNP" or (words[end] in ("-", "‑") and end > at)) and words[end][:1] not in ",.;":
            end += 1
        behind = words[end] if end < len(words) else "."
        if words[at - 1] == "," and 0 < end - at <= _LONGEST and (behind in (",", ".") or behind in _RELATIVE):
            after = words[end + 1].lower() if end + 1 < len(words) else ""
            named = end + 1 < len(words) and tags[end + 1].startswith("NNP")
            if not (behind == "," and (after in ("and", "or") or after[:1].isdigit() or named)):
                yield at, end
        at = max(end, at + 1)


def _told_before(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], comma: int, told: Callable[[str], bool]
) -> int | None:
    """The word for one person or body, opened by an article or by whose it is, that the comma stands behind, with what it is of."""
    at = comma - 1
    for _ in range(4):
        if at < 0 or words[at] == ",":
            return None
        if tags[at] in ("NN", "NNP") and told(words[at].lower()) and deps[at] != "compound":
            break
        if deps[at] not in ("pobj", "prep", "compound"):
            return None
        at = heads[at]
    else:
        return None
    at = _whose_he_is(words, tags, deps, heads, at, told)
    opened = [c for c in range(max(0, at - 6), at) if heads[c] == at and (words[c].lower() in _OPENS or deps[c] == "poss")]
    listed = deps[at] in ("conj", "appos") or any(deps[c] == "conj" and heads[c] == at for c in range(at, comma))
    return at if at < comma and opened and not listed else None


def _whose_he_is(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], office: int, told: Callable[[str], bool]
) -> int:
    """The word for one of an office's whom the name behind tells, else the office: "an envoy of the minister, Bo Rey, left"."""
    link = heads[office]
    one = heads[link]
    if deps[office] != "pobj" or words[link].lower() not in _OF or not one < link < office:
        return office
    new = tags[one] == "NN" and told(words[one].lower()) and any(words[c].lower() in ("a", "an") for c in range(one) if heads[c] == one)
    return one if new else office


def _first_of_two(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], noun: int, person: Callable[[str], bool]
) -> int:
    """Of two persons the one of whom the other tells: "spokesman" of "the spokesman of the president,", but not of "a spokesman of"."""
    link = heads[noun]
    other = heads[link]
    both = person(words[noun].lower()) and words[link].lower() in _OF and other < link < noun
    if not both or tags[other] not in ("NN", "NNP") or not person(words[other].lower()):
        return noun
    definite = any(heads[c] == other and (words[c].lower() == "the" or deps[c] == "poss") for c in range(max(0, other - _LONGEST), other))
    return _first_of_two(words, tags, deps, heads, other, person) if definite else noun


def _verb_behind(tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], at: int) -> int | None:
    """The verb that stands right behind the comma that ends a name, but for words that go with it."""
    if at >= len(tags):
        return None
    if tags[at].startswith(("VB", "MD")):
        return heads[at] if deps[at] in ("aux", "auxpass") else at
    return _verb_behind(tags, deps, heads, at + 1) if tags[at] == "RB" and deps[at] in ("neg", "advmod") else None
