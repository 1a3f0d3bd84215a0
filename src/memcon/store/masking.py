"""Words taken out of a text and of what was read from it: a block (U+2588) for each character, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

MASK = "█"
_TEXT_KEYS = frozenset(("name", "summary", "title", "office", "place", "outlet", "url", "how"))
"""Keys of the contract whose strings are words of reports or made of them."""
_SHORT = 5
"""Words from this length on are also taken out of longer ones (Putin of Putinist); shorter ones stand by themselves (Li, not Lithuania)."""
_BETWEEN = r"(?:[\s\-_.+\u00a0]|%20)+"
Json = dict[str, Any]
Place = tuple[int, int]


class Words:
    """Names or passages to take out, wherever they stand, whatever their case; but not within what is to be kept.

    >>> Words(["Olaf Scholz", "Scholz"], keep=["Rupert Scholz"]).masked("OLAF SCHOLZ left. Scholz's aide and Rupert Scholz stayed.")
    "███████████ left. ██████'s aide and Rupert Scholz stayed."
    """

    def __init__(self, forms: Iterable[str], whole: bool = False, keep: Iterable[str] = ()) -> None:
        self.forms = _longest_first(forms)
        patterns = [rf"(?<!\w){inner}(?!\w)" if whole or len(form) < _SHORT else inner for form in self.forms if (inner := _pattern(form))]
        kept = "".join(rf"(?<!\w){inner}(?!\w)|" for one in _longest_first(keep) if (inner := _pattern(one)))
        self._pattern = re.compile(f"{kept}({'|'.join(patterns) if patterns else '(?!)'})", re.IGNORECASE)

    def places(self, text: str) -> list[Place]:
        """Where they stand."""
        return [match.span(1) for match in self._pattern.finditer(text) if match[1] is not None]

    def masked(self, text: str) -> str:
        """The text without them."""
        return masked(text, self.places(text))

    def stand_in(self, text: str | None) -> bool:
        """Whether one of them stands in a text."""
        return bool(text) and any(match[1] is not None for match in self._pattern.finditer(text or ""))


def _longest_first(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form for form in forms if any(c.isalnum() for c in form)}, key=lambda form: (-len(form), form)))


def _pattern(form: str) -> str:
    return _BETWEEN.join(re.escape(word) for word in re.split(r"[\s\-_]+", form.strip()) if word)


def masked(text: str, places: Iterable[Place]) -> str:
    r"""The text with blocks in these places; line ends stay.

    >>> masked("He met\nher.", [(0, 2), (3, 10)])
    '██ ███\n███.'
    """
    letters = list(text)
    for start, end in places:
        for at in range(max(0, start), min(end, len(letters))):
            if letters[at] != "\n":
                letters[at] = MASK
    return "".join(letters)


def requoted(value: Any, text: str, words: Words, spare: Callable[[Json], bool] = lambda _party: False) -> Any:
    """A JSON value of the contract with its quotes from the masked text again, and the words taken out of its other strings.

    What is said of a party, entity or source to be spared stays.
    """
    if isinstance(value, list):
        return [requoted(one, text, words, spare) for one in value]
    if not isinstance(value, dict):
        return value
    if "kind" in value and spare(value):
        words = _NONE
    told: Json = {
        key: words.masked(inner) if key in _TEXT_KEYS and isinstance(inner, str) else requoted(inner, text, words, spare)
        for key, inner in value.items()
    }
    for key in ("entity", *(("id",) if "mentions" in told else ())):
        if isinstance(told.get(key), str):
            told[key] = words.masked(told[key])
    if _is_span(told):
        told["quote"] = text[int(told["start"]) : int(told["end"])]
    for key in ("office", "wikidata") if MASK in str(told.get("name", "")) else ():
        told.pop(key, None)  # whose name is gone is not to be known by another sign
    return told


_NONE = Words(())


@dataclass(frozen=True, slots=True)
class Who:
    """Someone to be taken out: the names in plain lower case and the Wikidata ids under which the store knows them.

    `namesakes` are the keys of others that bear one of the names, `key` tells the key of a party.
    """

    names: frozenset[str]
    wikidata: frozenset[str]
    plain: Callable[[str], str]
    namesakes: frozenset[str]
    key: Callable[[Json], str]

    def __call__(self, party: Json) -> bool:
        """Whether a party, entity or source of the contract is that one."""
        if party.get("wikidata") in self.wikidata:
            return True
        return self.plain(party.get("name") or "") in self.names and self.key(party) not in self.namesakes

    def is_other(self, party: Json) -> bool:
        """Whether a party, entity or source is another that bears one of the names, or a person of the same surname."""
        if self(party):
            return False
        if self.key(party) in self.namesakes:
            return True
        words = self.plain(party.get("name") or "").split()
        return party.get("kind") == "person" and len(words) > 1 and words[-1] in {name.split()[-1] for name in self.names if name.split()}

    def places_of_others(self, record: Json) -> list[Place]:
        """Where a record's words mean such another."""
        if not self.names:
            return []
        entities = {entity["id"] for entity in record.get("entities", ()) if self.is_other(entity)}
        found: list[Place] = []

        def look(value: Any) -> None:
            if isinstance(value, list):
                for one in value:
                    look(one)
            elif isinstance(value, dict):
                if "kind" in value and (self.is_other(value) or value.get("entity") in entities):
                    found.extend((span["start"], span["end"]) for span in _spans_of(value))
                look(list(value.values()))

        look(record)
        return found

    def without(self, record: Json) -> tuple[Json, list[Place]]:
        """A record's JSON with nothing that says who it is, and the places of the words that named or meant that one."""
        gone = {entity["id"] for entity in record.get("entities", ()) if self(entity)}
        places: list[Place] = []

        def clean(value: Any) -> Any:
            if isinstance(value, list):
                return [clean(one) for one in value]
            if not isinstance(value, dict):
                return value
            meant = "kind" in value and (self(value) or value.get("entity") in gone or (value.get("id") in gone and "mentions" in value))
            if meant:
                places.extend((span["start"], span["end"]) for span in _spans_of(value))
                value = {key: inner for key, inner in value.items() if key not in ("wikidata", "office")}
                if value.get("name"):
                    value["name"] = MASK * len(value["name"])
            return {key: clean(inner) for key, inner in value.items()}

        cleaned: Json = clean(record)
        return cleaned, places


def _spans_of(party: Json) -> list[Json]:
    found = [*party.get("mentions", ()), *(party[key] for key in ("mention", "source") if key in party)]
    return [span for one in found for span in (one if isinstance(one, list) else [one]) if isinstance(span, dict)]


def without_passage(record: Json, passage: Place) -> Json:
    """A record's JSON without what was read from a passage: a value whose words are gone is no longer recorded.

    Events lose the parties, times, places and sources that stood there; an event whose every trigger stood there is left out.
    """
    told = dict(record)
    told["attributions"] = [one for one in map(_attribution(passage), record.get("attributions", ())) if one["content"]]
    told["times"], told["places"] = ([one for one in record.get(key, ()) if not _touches(one, passage)] for key in ("times", "places"))
    told["entities"] = [one for one in ({**n, "mentions": _outside(n["mentions"], passage)} for n in record["entities"]) if one["mentions"]]
    known = {one["id"] for key in ("entities", "attributions") for one in told[key]}
    events = [event for event in (_event(one, passage, known) for one in record["events"]) if event["triggers"]]
    left = {event["id"] for event in events}
    for event in events:
        if "order" in event:
            event["order"] = [one for one in event["order"] if one["event"] in left]
    told["events"] = events
    return told


def _attribution(passage: Place) -> Callable[[Json], Json]:
    return lambda one: {**one, **{key: [s for s in one[key] if not _within(s, passage)] for key in ("source", "cue", "content")}}


def _event(event: Json, passage: Place, known: set[str]) -> Json:
    told = dict(event)
    moved: dict[str, dict[int, int]] = {}
    for key, span in (("participants", "mention"), ("when_other", "span"), ("sources", "source")):
        kept = [
            at
            for at, one in enumerate(event.get(key, ()))
            if not any(_touches(one.get(name), passage) for name in {span, "cue"} if one.get(name))
        ]
        moved[key] = {old: new for new, old in enumerate(kept)}
        if key in event:
            told[key] = [_linked(event[key][at], known) for at in kept]
    for key in ("when", "where"):
        if event.get(key) and _touches(event[key]["span"], passage):
            told[key] = None
    told["triggers"] = _outside(event["triggers"], passage)
    for key in ("about", "purpose"):
        if key in event:
            told[key] = _outside(event[key], passage)
    told["evidence"] = []
    for entry in event.get("evidence", ()):
        spans = [span for span in entry["spans"] if not _within(span, passage)]
        path = _renumbered(entry["path"], moved)
        head = path.split("/")[1] if path else ""
        if path and (spans or not entry["spans"]) and (head not in told or told[head] is not None):
            told["evidence"].append({**entry, "path": path, "spans": spans})
        elif head in ("position", "duration"):
            told.pop(head, None)
        elif head == "mode":
            told["mode"] = ""
    return told


def _linked(part: Json, known: set[str]) -> Json:
    return {key: value for key, value in part.items() if key not in ("entity", "attribution") or value in known}


def _renumbered(path: str, moved: dict[str, dict[int, int]]) -> str:
    """A JSON pointer after parts of the event were taken out; empty where it led to one of them.

    >>> _renumbered("/participants/2/wikidata", {"participants": {0: 0, 2: 1}})
    '/participants/1/wikidata'
    """
    parts = path.split("/")
    if len(parts) > 2 and parts[1] in moved and parts[2].isdecimal():
        new = moved[parts[1]].get(int(parts[2]))
        return "" if new is None else "/".join([*parts[:2], str(new), *parts[3:]])
    return path


def _is_span(value: Json) -> bool:
    return {"start", "end", "quote"} <= value.keys()


def _touches(span: Json | None, place: Place) -> bool:
    return span is not None and bool(span["start"] < place[1] and place[0] < span["end"])


def _within(span: Json, place: Place) -> bool:
    return bool(place[0] <= span["start"] and span["end"] <= place[1])


def _outside(spans: Sequence[Json], place: Place) -> list[Json]:
    return [span for span in spans if not _touches(span, place)]
