"""What a small parser and its recogniser get wrong, put right on their arrays: the order of the repairs, and nothing that winds."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors import registry
from memcon.actors.genders import given_name_gender
from memcon.ontology.lexicon import lexicon

from ..grammar.headlines import (
    headline_end,
    passives_in_headlines,
    states_in_headlines,
    talks_in_headlines,
    two_before_a_plural_verb,
    verbs_before_peoples,
    verbs_in_headlines,
)
from ..grammar.paired_names import Name, parties_behind_between, parties_beside_hyphens
from ..grammar.titles import names_in_titles, offices_of_one
from .appositions import (
    names_behind_clauses,
    names_behind_groups,
    names_of_offices_in_a_row,
    others_beside_holders,
    persons_beside_persons_of_states,
    subjects_beside_subjects,
    titles_of_several,
    two_between,
    what_one_from_a_place_is,
)
from .asides import asides_as_clauses, participles_behind_asides, participles_in_asides, what_one_is
from .blamed_on import blamed_on
from .callings import (
    object_of_a_call,
    what_deeds_are_called,
    what_is_dismissed_as_untrue,
    what_is_said_in_a_text,
    what_is_said_of_one,
    what_one_is_told,
    what_reports_say,
)
from .clauses_and_verbs import (
    clauses_as_reports,
    killed_and_hurt,
    measure_of_time,
    part_at_semicolons,
    said_of_a_clause,
    subject_as_object,
    verbs_as_participles,
    verbs_behind_there_is,
    what_is_resisted,
    words_beside_words,
)
from .clauses_behind_objects import clauses_behind_objects
from .dates_beside_nouns import dates_before_nouns, dates_of_what_is_ahead, days_given, premiers_as_times, times_behind_links
from .deeds_in_headlines import deeds_in_a_row
from .finite_behind_nouns import finite_behind_nouns
from .headlines_to_come import what_is_to_be
from .holders_behind_bodies import holders_behind_bodies, offices_before_bodies
from .holders_behind_letters import holders_behind_letters
from .kinds_of_words import is_bearer, is_body, is_country, is_demonym, is_known_body, is_people, is_person, is_seat, is_state
from .links_of_time import what_follows
from .listed_names import offices_beside_named_ones, offices_in_a_row, persons_in_a_row, states_in_brackets
from .name_edges import (
    bare_edges,
    behind_what_tells_which,
    bodies_around_a_preposition,
    bodies_around_of,
    names_they_give_themselves,
    peoples_of_two_words,
    persons_before_a_preposition,
    persons_behind_titles,
    states_by_themselves,
    states_left_out,
    two_by_their_surnames,
)
from .named_bodies import bodies_as_persons, bodies_of_linked_names, names_behind_bodies
from .names_and_bearers import (
    holders_behind_offices,
    named_office_holders,
    names_as_verbs,
    names_from_the_first,
    offices_behind_names,
    offices_of_states,
    persons_beside_titles,
    two_names_as_one,
    whole_names,
    whole_persons,
    without_stances,
)
from .names_as_links import names_as_links
from .names_behind_bearers import hosts_before_guests, names_behind_bearers, offices_of_two_words, titles_right_before_names
from .names_in_commas import names_in_commas
from .nouns_as_verbs import captives_as_nouns, infinitives_as_nouns, names_given_something, nouns_tagged_as_verbs
from .objects_behind_places import names_told_apart, objects_behind_places
from .openings import clocks_from_names, openings_from_names, part_dates_from_names, subjects_behind_openings
from .participles import (
    about_to_as_clause,
    deeds_before_victims,
    guests_who_act,
    guests_who_are_told,
    misread_participles,
    participles_as_clauses,
    participles_before_verbs,
    participles_behind_marks,
    praised_by_somebody,
    sayings_without_that,
    what_one_is_accused_of,
)
from .participles_behind_objects import participles_behind_objects
from .persons_by_surname import persons_behind_offices, persons_by_last_word, persons_by_surname, persons_of_bodies, persons_of_peoples
from .persons_of_place_names import persons_of_place_names, surnames_of_place_names
from .relative_verbs import those_of_whom_it_is_said, verbs_behind_which
from .rows_behind import rows_of_subjects, those_of_an_office
from .rows_of_holders import holders_behind_fields, holders_beside_their_states, persons_of_two_states, states_before_holders
from .rows_of_parties import (
    bodies_beside_people,
    first_of_subjects,
    names_as_a_row,
    nouns_beside_verbs,
    people_beside_places,
    subjects_behind_rows,
)
from .second_words import promises_in_a_row, second_words, verbs_before_names, verbs_behind_infinitives
from .state_names import names_with_and, state_and_person, states_of_one_name
from .states_of_officers import states_of_officers
from .subjects_apart import subjects_apart, subjects_as_compounds
from .subjunctives import subjunctives
from .titles_of_honour import honours_before_offices, names_with_bin
from .verbs_behind_participles import verbs_behind_participles

_SHORT = 14  # tokens of a first sentence that may be a headline with a stop


def put_right(
    words: Sequence[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    lemmas: Sequence[str],
    names: Sequence[Name],
    glued: Sequence[bool],
    first_sentence: int,
) -> tuple[Name, ...]:
    """Put a text's tags, labels and heads right, in place; the names (first token, end, label) as they are then.

    `glued` tells of each token whether nothing stands between it and the one before, `first_sentence` where the first sentence ends.
    """
    _put_objects_right(words, tags, deps, heads, lemmas, names)
    _put_clauses_right(words, tags, deps, heads)
    _put_holders_right(words, tags, deps, heads, lemmas)
    headline = headline_end(words, first_sentence)
    if not headline and first_sentence <= _SHORT:
        passives_in_headlines(tags, deps, heads, lemmas, 0, first_sentence)
    _put_verbs_right(words, tags, deps, heads, lemmas, headline)
    names = names_as_links(words, tags, deps, heads, names_told_apart(names_with_bin(words, tags, deps, heads, names), deps, heads))
    bare = states_left_out(words, tags, bare_edges(words, tags, states_by_themselves(words, names, is_state)), is_state)
    bare = bodies_around_of(words, bodies_around_a_preposition(words, tags, bare, is_known_body), is_known_body)
    bare = names_they_give_themselves(words, peoples_of_two_words(words, bare, is_demonym))
    bare = two_by_their_surnames(words, persons_before_a_preposition(words, persons_behind_titles(words, tags, bare)))
    bare = behind_what_tells_which(words, bare, is_seat)
    known = whole_names(words, without_stances(words, heads, bare))
    known = [(a, b, "GPE" if _may_be_a_state(label, b - a) and is_state(words[a:b]) else label) for a, b, label in known]
    known = [(a, b, "NORP" if label == "LANGUAGE" and words[a - 1].lower() in ("a", "an") else label) for a, b, label in known]
    known = [part for one in known for part in state_and_person(words, tags, one, is_state)]
    known = states_of_one_name(words, deps, heads, known)
    known = bodies_of_linked_names(words, heads, names_with_and(words, deps, heads, known), is_country)
    known = parties_behind_between(words, deps, heads, parties_beside_hyphens(words, deps, heads, known, lambda token: glued[token]))
    known = _holders(words, tags, deps, heads, names_from_the_first(words, tags, deps, heads, known, registry().title_words))
    known = persons_of_place_names(words, tags, deps, heads, known, is_person, is_country)
    known = surnames_of_place_names(words, tags, deps, heads, known, given_name_gender)
    known = persons_of_peoples(words, tags, heads, persons_of_bodies(words, tags, known), is_demonym)
    known = persons_behind_offices(words, tags, deps, heads, persons_by_surname(words, tags, deps, heads, lemmas, known, is_known_body))
    known = persons_by_last_word(words, tags, deps, known, is_known_body)
    whole = tuple(names_in_titles(words, whole_persons(words, tags, deps, heads, known), registry().title_words, is_state))
    offices_of_one(words, tags, deps, heads, whole)
    persons_beside_titles(words, tags, deps, heads, whole)
    openings_from_names(words, tags, deps, heads, whole)
    subjects_behind_openings(words, tags, deps, heads)
    holders_behind_offices(words, tags, deps, heads, whole)
    persons_in_a_row(words, tags, deps, heads, whole)
    _put_rows_right(words, tags, deps, heads, whole)
    names_behind_groups(words, tags, deps, heads, whole, is_people)
    names_behind_bodies(words, tags, deps, heads, is_body, is_country)
    persons_beside_persons_of_states(tags, deps, heads, whole)
    offices_beside_named_ones(words, tags, deps, heads)
    names_of_offices_in_a_row(words, tags, deps, heads, whole, is_person)
    names_behind_clauses(words, tags, deps, heads, whole, is_person)
    _put_bearers_right(words, tags, deps, heads, whole)
    names_in_commas(words, tags, deps, heads, whole, is_person, is_body)
    what_one_from_a_place_is(tags, deps, heads, whole, lambda token: is_person(words[token]))
    names_as_verbs(tags, deps, heads, whole)
    two_before_a_plural_verb(words, tags, deps, heads)
    rows_of_subjects(words, tags, deps, heads)
    offices_of_states(tags, deps, heads, whole)
    named_office_holders(words, tags, deps, heads, whole)
    unwind(heads, deps)
    return bodies_as_persons(words, tags, deps, heads, whole, is_body)


def _put_holders_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    two_names_as_one(words, tags, deps, heads, is_people)
    titles_of_several(words, tags, deps, heads)
    others_beside_holders(words, tags, deps, heads)
    subjects_beside_subjects(tags, deps, heads)
    two_between(words, tags, deps, heads)
    offices_behind_names(words, tags, deps, heads)
    offices_in_a_row(words, deps, heads, lemmas)
    objects_behind_places(words, tags, deps, heads, lemmas, registry().title_words, is_demonym, registry().states.iso3)


def _holders(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> list[Name]:
    states_of_officers(words, tags, deps, heads, names, is_state)
    parted = holders_behind_bodies(words, tags, deps, heads, names, is_country, is_known_body)
    return holders_behind_letters(words, tags, deps, heads, holders_behind_fields(words, tags, deps, heads, parted))


def _put_bearers_right(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    hosts_before_guests(words, deps, heads, names, lambda token: is_bearer(words[token]))
    names_behind_bearers(words, tags, deps, heads, names, lambda token: is_bearer(words[token]))
    titles_right_before_names(words, tags, deps, heads, names)


def _put_rows_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    persons_of_two_states(words, deps, heads, names)
    states_before_holders(words, tags, deps, heads, names)
    holders_beside_their_states(words, tags, deps, heads, names)
    names_as_a_row(words, tags, deps, heads, names, registry().country)
    first_of_subjects(words, tags, deps, heads, names)
    bodies_beside_people(words, tags, deps, heads, names)
    nouns_beside_verbs(words, tags, deps, heads)
    subjects_behind_rows(words, tags, deps, heads)
    people_beside_places(words, tags, deps, heads, is_person)
    states_in_brackets(words, deps, heads, names, is_state)
    offices_before_bodies(words, deps, heads, names)


def _put_objects_right(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str], names: Sequence[Name]
) -> None:
    nouns_tagged_as_verbs(words, tags, deps, heads, lemmas)
    names_given_something(deps, heads, tags, lemmas, names)
    participles_behind_objects(words, tags, deps, heads, lemmas, names, is_people)


def _put_clauses_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    subjects_apart(words, tags, deps, heads)
    subjects_as_compounds(words, tags, deps, heads)
    part_at_semicolons(words, tags, deps, heads)
    part_dates_from_names(words, tags, deps, heads)
    clocks_from_names(words, tags, deps, heads)
    dates_before_nouns(words, tags, deps, heads)
    times_behind_links(words, tags, deps, heads)
    premiers_as_times(words, tags, deps, heads)
    days_given(words, deps, heads)
    dates_of_what_is_ahead(words, deps, heads)
    offices_of_two_words(words, tags, deps, heads)
    object_of_a_call(words, tags, deps, heads)
    what_deeds_are_called(words, tags, deps, heads)
    what_is_said_of_one(words, tags, deps, heads)
    said_of_a_clause(words, deps, heads)
    clauses_as_reports(words, deps, heads)
    asides_as_clauses(words, deps, heads)
    participles_behind_asides(words, tags, deps, heads)
    participles_in_asides(words, tags, deps, heads)
    praised_by_somebody(words, tags, deps, heads)
    what_one_is(words, tags, deps, heads, is_body)
    measure_of_time(words, deps, heads)
    what_is_resisted(words, deps, heads)


def _put_verbs_right(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str], headline: int
) -> None:
    """`headline` is where the headline ends."""
    infinitives_as_nouns(words, tags, deps, heads)
    subjunctives(words, tags, deps, heads, lemmas)
    captives_as_nouns(words, tags, deps, heads)
    words_beside_words(tags, deps, heads, lemmas)
    what_follows(words, tags, deps, heads)
    second_words(words, tags, deps, heads, lemmas)
    clauses_behind_objects(words, tags, deps, heads, lemmas)
    promises_in_a_row(words, tags, deps, heads, lemmas, is_people)
    verbs_before_names(words, tags, deps, heads)
    verbs_behind_infinitives(tags, deps, heads)
    verbs_behind_which(tags, deps, heads)
    verbs_as_participles(words, tags, deps, heads)
    finite_behind_nouns(tags, deps, heads, lemmas)
    verbs_behind_participles(words, tags, deps, heads)
    misread_participles(words, tags, deps, heads)
    deeds_before_victims(words, tags, deps, heads)
    guests_who_are_told(words, tags, deps, heads)
    guests_who_act(words, tags, deps, heads)
    killed_and_hurt(words, tags, deps, heads)
    _put_headline_right(words, tags, deps, heads, lemmas, headline)
    participles_as_clauses(tags, deps, heads, lemmas)
    participles_before_verbs(tags, deps, heads)
    participles_behind_marks(words, tags, deps, heads, lemmas)
    what_one_is_accused_of(tags, deps, heads, lemmas)
    what_is_dismissed_as_untrue(words, tags, deps, heads, lemmas)
    what_is_said_in_a_text(words, tags, deps, heads, lemmas)
    what_one_is_told(words, tags, deps, heads, lemmas)
    what_reports_say(words, tags, deps, heads, lemmas)
    about_to_as_clause(words, tags, deps, heads)
    sayings_without_that(tags, deps, heads, lemmas)
    those_of_whom_it_is_said(words, tags, deps, heads, lemmas)
    subject_as_object(words, tags, deps, heads)
    blamed_on(words, deps, heads, lemmas)
    verbs_behind_there_is(tags, deps, heads)
    honours_before_offices(words, tags, deps, heads)
    those_of_an_office(words, tags, deps, heads)


def _put_headline_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str], end: int) -> None:
    verbs_in_headlines(words, tags, deps, heads, end, lexicon().verbs.__contains__)
    verbs_before_peoples(words, tags, deps, heads, end, lexicon().verbs.__contains__, is_demonym)
    talks_in_headlines(words, tags, deps, heads, end)
    states_in_headlines(words, tags, deps, heads, end, lambda name: is_state(name) or (len(name) == 1 and is_country(name[0])))
    passives_in_headlines(tags, deps, heads, lemmas, end)
    what_is_to_be(words, tags, deps, heads, lemmas, end)
    deeds_in_a_row(words, tags, deps, heads, end, lexicon().verbs.__contains__)


def _may_be_a_state(label: str, tokens: int) -> bool:
    """Whether a state's name of so many tokens may have been given a label: a person's, or, of several tokens, a body's ("DR Congo")."""
    return label == "PERSON" or (label == "ORG" and tokens > 1)


def unwind(heads: list[int], deps: list[str]) -> None:
    """Make a word that hangs on itself by way of others a root, in place: what reads a tree upwards comes to an end whatever was put right.

    >>> heads, deps = [1, 0, 2], ["conj", "conj", "ROOT"]
    >>> unwind(heads, deps)
    >>> heads, deps
    ([0, 0, 2], ['ROOT', 'conj', 'ROOT'])
    """
    done = [False] * len(heads)
    for token in range(len(heads)):
        path: dict[int, None] = {}
        at = token
        while not done[at] and at not in path:
            path[at] = None
            at = heads[at]
        if not done[at] and heads[at] != at:
            heads[at], deps[at] = at, "ROOT"
        for one in path:
            done[one] = True
