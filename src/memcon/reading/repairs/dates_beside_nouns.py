"""Dates before nouns that a small parser misreads, put right on its arrays: "the April 15, 2015, bombing", "in 1974 rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..grammar.above import hangs_on

_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\Z|[JFMASOND][a-z]+(?:uary|ch|il|ust|ber)\Z|(?:May|June|July)\Z")
_DAY = re.compile(r"[0-3]?\d\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_GIVING = frozenset(("give", "given", "gives", "gave", "giving"))
_LINKS = ("in", "since", "by", "until", "before", "after")
_ROLES = ("pobj", "dobj", "nsubj", "nsubjpass")


def dates_before_nouns(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A whole date between an article and a noun describes the noun, which stands where the parser has the month, in place.

    >>> words, tags = "after the May 4 , 2015 , bombing in Lima".split(), "IN DT NNP CD , CD , NN IN NNP".split()
    >>> deps = "prep det pobj nummod punct appos punct advcl prep pobj".split()
    >>> heads = [0, 2, 0, 2, 2, 2, 0, 0, 7, 8]
    >>> dates_before_nouns(words, tags, deps, heads)
    >>> deps[7], heads[7], deps[2], heads[2], heads[1]
    ('pobj', 0, 'nmod', 7, 7)
    """
    for month in range(1, len(words) - 4):
        if tags[month - 1] not in ("DT", "PRP$") or not _MONTH.match(words[month]) or not _DAY.match(words[month + 1]):
            continue
        if words[month + 2] != "," or not _YEAR.match(words[month + 3]) or deps[month] not in _ROLES:
            continue
        noun = month + 4 + (words[month + 4] == ",")
        while (
            noun + 1 < len(words)
            and tags[noun] in ("JJ", "NN", "NNP")
            and not words[noun].endswith("ing")
            and tags[noun + 1] in ("NN", "NNS")
        ):
            noun += 1
        if noun < len(words) and tags[noun] in ("NN", "NNS", "VBG") and heads[month] != noun and not hangs_on(heads[month], noun, heads):
            deps[noun], heads[noun] = deps[month], heads[month]
            deps[month], heads[month], heads[month - 1] = "nmod", noun, noun


def dates_of_what_is_ahead(words: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """A month or year right behind what something is ahead of tells when that is, in place: "agreed ahead of the summit in June".

    >>> words, heads = "agreed ahead of the summit in June".split(), [0, 0, 1, 4, 2, 0, 5]
    >>> dates_of_what_is_ahead(words, ["ROOT", "advmod", "prep", "det", "pobj", "prep", "pobj"], heads)
    >>> heads[5]
    4
    """
    for link in range(4, len(words) - 1):
        noun, of = link - 1, heads[link - 1]
        ahead = deps[noun] == "pobj" and words[of].lower() == "of" and words[of - 1].lower() == "ahead"
        dated = words[link] == "in" and deps[link] == "prep" and (_MONTH.match(words[link + 1]) or _YEAR.match(words[link + 1]))
        if ahead and dated and heads[link] < noun:
            heads[link] = noun


def times_behind_links(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Words of time right behind a preposition are what it governs, in place: "in 1974 rebels attacked", "on Saturday gunmen fled"."""
    years_behind_links(words, tags, deps, heads)
    days_behind_links(words, tags, deps, heads)


def years_behind_links(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A year behind a preposition that has nothing else is what it governs, and counts no one, in place: "in 1974 rebels attacked".

    >>> words, tags = "In 1974 rebels attacked Lima".split(), "IN CD NNS VBD NNP".split()
    >>> deps, heads = "prep nummod nsubj ROOT dobj".split(), [3, 2, 3, 3, 3]
    >>> years_behind_links(words, tags, deps, heads)
    >>> deps[1], heads[1]
    ('pobj', 0)
    """
    for year in range(1, len(words) - 1):
        link, noun = year - 1, heads[year]
        if deps[year] != "nummod" or not _YEAR.match(words[year]) or words[link].lower() not in _LINKS or deps[link] != "prep":
            continue
        if (
            noun > year
            and tags[noun] in ("NNS", "NNP", "NNPS", "NN")
            and deps[noun] in ("nsubj", "nsubjpass")
            and heads[noun] == heads[link]
        ):
            deps[year], heads[year] = "pobj", link


def days_behind_links(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A weekday or month behind a preposition with a plural or "the" behind it tells when, and those behind it do what follows, in place.

    >>> words, tags = "On Saturday gunmen killed ten , he said".split(), ["IN", "NNP", "NNS", "VBN", "CD", ",", "PRP", "VBD"]
    >>> deps, heads = "prep compound pobj acl dobj punct nsubj ROOT".split(), [7, 2, 0, 2, 3, 7, 7, 7]
    >>> days_behind_links(words, tags, deps, heads)
    >>> list(zip(deps[:4], heads[:4]))
    [('prep', 3), ('pobj', 0), ('nsubj', 3), ('ccomp', 7)]
    """
    for day in range(1, len(words) - 2):
        link, noun = day - 1, heads[day]
        if words[link] not in ("On", "In", "Since") or words[day] not in _DAYS | _MONTHS or deps[day] not in ("compound", "nmod"):
            continue
        if noun <= day or not (tags[noun] == "NNS" or words[noun] == "police") or any(words[t][:1].isupper() for t in range(day + 1, noun)):
            continue
        if deps[noun] in ("nsubj", "nsubjpass"):
            deps[day], heads[day] = "pobj", link
            deps[link], heads[link] = "prep", heads[noun]
            continue
        alone = not any(heads[t] == heads[link] and deps[t] in ("nsubj", "nsubjpass", "csubj", "expl") for t in range(len(words)))
        if deps[noun] == "pobj" and heads[noun] == link and tags[heads[link]] == "VBD" and noun < heads[link] and alone:
            deps[noun], heads[noun], deps[day], heads[day] = "nsubj", heads[link], "pobj", link
            continue
        verb = _done_by(words, tags, deps, heads, noun)
        if verb is None or heads[noun] != link or deps[noun] != "pobj":
            continue
        above = heads[link] if heads[link] != link else _said_behind(words, deps, verb)
        if above is not None and above < verb:
            continue
        for t in range(len(words)):  # what hung on the preposition hangs on the verb
            if heads[t] == link and t not in (noun, link):
                heads[t] = verb
        tags[verb], deps[verb], heads[verb] = "VBD", "ROOT" if above is None else "ccomp", verb if above is None else above
        deps[link], heads[link], deps[day], heads[day], deps[noun], heads[noun] = "prep", verb, "pobj", link, "nsubj", verb


def _done_by(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], noun: int) -> int | None:
    """The participle of what the parser has said of a noun, or of what stands with it, that nobody is told to have done."""
    for t in range(noun + 1, len(words)):
        if words[t] in (",", ".", ";"):
            return None
        if deps[t] == "acl" and tags[t] in ("VBN", "VBD") and noun <= heads[t] < t:
            return None if "agent" in [deps[c] for c in range(t + 1, len(words)) if heads[c] == t] else t
    return None


def _said_behind(words: Sequence[str], deps: Sequence[str], verb: int) -> int | None:
    """The verb of saying behind the comma that ends what a verb tells, where the parser begins anew with it."""
    for t in range(verb + 1, len(words)):
        if words[t] in (".", "!", "?"):
            return None
        if deps[t] == "ROOT":
            return t if words[t] in ("said", "says", "reported", "announced") and "," in words[verb:t] else None
    return None


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())


def premiers_as_times(words: Sequence[str], tags: list[str], deps: list[str], heads: Sequence[int]) -> None:
    """A premier in short, read as a time of day behind a verb without an object, is the object, in place: "Rey hosts Chadian PM".

    >>> words, tags, deps = "Rey hosts Chadian PM".split(), "NNP VBZ JJ NN".split(), "nsubj ROOT amod npadvmod".split()
    >>> premiers_as_times(words, tags, deps, [1, 1, 3, 1])
    >>> tags[3], deps[3]
    ('NNP', 'dobj')
    """
    for token, label in enumerate(deps):
        if label != "npadvmod" or words[token] != "PM" or tags[token - 1] == "CD":
            continue
        verb = heads[token]
        if tags[verb].startswith("VB") and verb < token and not any(deps[c] == "dobj" and heads[c] == verb for c in range(verb, token)):
            tags[token], deps[token] = "NNP", "dobj"


def days_given(words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Days that are given somebody for something, read as when, are what is given, in place: "gave the rebels two days to leave".

    They may be read with a clause in between: "gave those who seized power two days to leave".

    >>> words, deps = "Chad gave rebels days to leave".split(), "nsubj ROOT dative npadvmod aux advcl".split()
    >>> days_given(words, deps, [1, 1, 1, 1, 5, 1])
    >>> deps[3]
    'dobj'
    """
    for token, label in enumerate(deps):
        if label != "npadvmod":
            continue
        verb = heads[token]
        noun = heads[verb] if deps[verb] == "relcl" else verb
        giving = heads[noun] if noun != verb and deps[noun] == "dobj" else verb
        if words[giving].lower() not in _GIVING:
            continue
        aim = next((c for c in range(token + 1, len(heads)) if heads[c] == verb and deps[c] in ("advcl", "xcomp")), None)
        own = {deps[c] for c, head in enumerate(heads) if head == giving}
        if aim is None or (giving == verb and ("dative" not in own or "dobj" in own)):
            continue
        deps[token], heads[token], heads[aim] = "dobj", giving, giving
        if giving != verb:
            deps[noun] = "dative"
