"""What words and names are to the registry, as repairs ask it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import registry
from memcon.actors.genders import given_name_gender
from memcon.ontology.words import words as word_list


def is_person(word: str) -> bool:
    """Whether a noun is for one person: "envoy"."""
    found = registry().nouns.agent([word])
    return found is not None and found[0].kind == "person"


def is_bearer(word: str) -> bool:
    """Whether a noun is for one person or for an office: "envoy", "Minister", "general" of "secretary-general"."""
    return word.lower() in word_list("office_nouns") or is_person(word.lower())


def is_body(word: str) -> bool:
    """Whether a noun is for a body: "bloc", "agency", "militia"."""
    found = registry().nouns.agent([word])
    return found is not None and found[0].kind in ("organisation", "armed_group")


def is_country(name: str) -> bool:
    """Whether a name is a state's, people's or capital's; letters of a body's that sound like one ("SANA") are not."""
    return registry().country(name) is not None and not (name.isupper() and len(name) > 3)


def is_demonym(word: str) -> bool:
    """Whether a word names a people, and not its state: "Chadian"."""
    states = registry().states
    return states.demonym(word) is not None and states.iso3(word) is None


def is_people(word: str) -> bool:
    """Whether a noun is for people: "rebels", "envoys"."""
    return registry().nouns.agent([word]) is not None


def is_known_body(name: str) -> bool:
    """Whether the registry has a body of this name."""
    return registry().organisations.find(name) is not None


def is_seat(name: str) -> bool:
    """Whether a name is that of a seat of government: "White House"."""
    return registry().metonym(name) is not None


def is_state(name: Sequence[str]) -> bool:
    """Whether a name is a state's and no given name: "Armenia", and not "Jordan"."""
    return registry().states.iso3(" ".join(name)) is not None and not given_name_gender(name[0])
