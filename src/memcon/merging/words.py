"""Words of acts across reports: which carry meaning, and which are one act in another form (`meet`, `meetings`, `met`).

The families of verbs and their nouns come from WordNet, synonyms from an own list (`data/README.md`); endings do the rest.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_NUMERAL = re.compile(r"\d[\d,.]*\Z")
_EMPTY = frozenset(
    """a about after against all also an and any are as at be been before being between both but by can could did do does during each for
    from had has have he her him his how if in into is it its itself may might more most must no nor not of off on once one only or other
    our out over own said same say says she should so some such than that the their them then there these they this those through to told
    too toward towards under until up upon us very via was we were what when where whether which while who whom whose why will with would
    you your yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday week month year""".split()
)
_IRREGULAR = {
    "met": "meet", "spoke": "speak", "spoken": "speak", "held": "hold", "went": "go", "flew": "fly", "flown": "fly", "came": "come",
    "fell": "fall", "fallen": "fall", "shot": "shoot", "slain": "slay", "fought": "fight", "struck": "strike", "stricken": "strike",
    "sent": "send", "gave": "give", "given": "give", "took": "take", "taken": "take", "left": "leave", "began": "begin", "begun": "begin",
    "bought": "buy", "sold": "sell", "broke": "break", "broken": "break", "won": "win", "lost": "lose", "made": "make", "paid": "pay",
    "seen": "see", "saw": "see", "sought": "seek", "led": "lead", "died": "die", "dying": "die", "talks": "talk", "killed": "kill",
    "quit": "quit", "bled": "bleed", "spent": "spend", "sank": "sink", "sunk": "sink", "withdrew": "withdraw", "withdrawn": "withdraw",
}  # fmt: skip
_OWN = {"slaying": "slay", "slayings": "slay"}
_DOUBLED = re.compile(r"([bdfgklmnprt])\1\Z")
_MUTE_E = re.compile(
    r"(?:c|v|u|[aeiou][gz]|[aeiounry]s|[dlr]g|(?:e|cha|rra|u)ng|[bcdfgkptz]l|[bcdt]r|[^o]ur|[^ao]ir|[^aeo]ar|(?:gn|pl|st|sc)or|[^aeo]a[dkmpt]"
    r"|[^aeo]i[bdkmn]|[^aou]u[dlmt]|[^o]ok|com|(?:m|qu|v)ot|[cnv]it|n[cs])\Z"
)
"""How a stem ends that has lost a mute e before -ed and -ing: "captured", "praising", "besieged", "toppled"."""
_SHORTEST = 3


def folded(text: str) -> str:
    """Lower case, without accents, typographic apostrophes made plain.

    >>> folded("Erdoğan’s")
    "erdogan's"
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


@cache
def _nouns() -> dict[str, str]:
    """Noun -> the verb of its act; a noun of several verbs goes to the first that it begins like, else to the first."""
    found: dict[str, list[str]] = {}
    for line in (files("memcon.merging") / "data" / "families.tsv").read_text("utf-8").splitlines()[1:]:
        verb, _, nouns = line.partition("\t")
        for noun in nouns.split():
            found.setdefault(noun, []).append(verb)
    return {noun: max(verbs, key=lambda v: _shared(noun, v)) for noun, verbs in found.items()} | _OWN


@cache
def _verbs() -> frozenset[str]:
    lines = (files("memcon.merging") / "data" / "families.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(line.partition("\t")[0] for line in lines)


@cache
def _rows_of_synonyms() -> tuple[tuple[str, ...], ...]:
    lines = (files("memcon.merging") / "data" / "synonyms.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(tuple(line.split()) for line in lines)


@cache
def _with_synonyms() -> frozenset[str]:
    return frozenset(word for row in _rows_of_synonyms() for word in row)


@cache
def _synonyms() -> dict[str, str]:
    """Family -> the family that stands for all acts of nearly the same meaning."""
    found: dict[str, str] = {}
    for first, *others in _rows_of_synonyms():
        found |= {_form(word): _form(first) for word in others}
    return found


def _shared(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _endings(word: str) -> list[str]:
    """What a word may be an inflected form of, likeliest first."""
    forms = []
    if word.endswith("ies") and len(word) > 4:
        forms.append(f"{word[:-3]}y")
    if word.endswith("es"):
        forms += [word[:-1], word[:-2]]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        forms.append(word[:-1])
    if word.endswith("ied"):
        forms.append(f"{word[:-3]}y")
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            forms += [f"{stem}e", stem, _DOUBLED.sub(r"\1", stem)]
    return forms


@lru_cache(maxsize=20_000)
def family(word: str) -> str:
    """One word for all forms and near synonyms of an act: the verb, where the tables know it.

    >>> [family(w) for w in ("met", "meetings", "acquisition", "bought", "bombing", "bombed", "withdrawal", "earthquake")]
    ['meet', 'meet', 'acquire', 'acquire', 'blast', 'blast', 'withdraw', 'quake']
    """
    form = _form(word)
    return _synonyms().get(form, form)


def _form(word: str) -> str:
    """The word that a word is a form of."""
    word = folded(word).removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    nouns, verbs = _nouns(), _verbs()
    for form in (word, *_endings(word)):
        if form in verbs and form not in _OWN:
            return form
        if form in nouns:
            return nouns[form]
    plain = [f for f in _endings(word) if len(f) >= _SHORTEST]
    listed = next((f for f in plain if f in _with_synonyms()), None)
    if listed:
        return listed
    if plain and word.endswith("s"):
        return plain[0]
    if len(plain) > 1 and not word.endswith("ied"):  # with its e, without, without the doubled letter
        return plain[0] if _MUTE_E.search(plain[1]) else plain[1]
    return plain[0] if plain else word


def content(text: str) -> frozenset[str]:
    """The families of the words of a text that carry meaning.

    >>> sorted(content("They discussed the withdrawal of 500 soldiers"))
    ['500', 'confer', 'soldier', 'withdraw']
    """
    return frozenset(
        w if _NUMERAL.match(w) else family(w) for w in (m[0] for m in _WORD.finditer(folded(text))) if w not in _EMPTY and len(w) > 1
    )


def numbers(words: frozenset[str]) -> frozenset[str]:
    """The numbers among words, years left out.

    >>> sorted(numbers(frozenset(("12", "2022", "die"))))
    ['12']
    """
    return frozenset(w for w in words if _NUMERAL.match(w) and not re.fullmatch(r"(?:19|20)\d\d", w))
