"""Honours before offices, names with "bin", two offices of one bearer."""

from __future__ import annotations

import pytest
from tests.reading.events_told import events_of
from tests.reading.parties_meant import meant

from memcon.reading.repairs.titles_of_honour import names_with_bin


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        ("Rwanda's President Paul Kagame left. HE the President of Rwanda thanked Peru.", "President", 1, ["Paul Kagame"]),
        ("Minister of Foreign Affairs Sheikh Hamad bin Khalifa Al Dosari met Ann Lee.", "Dosari", 0, ["Hamad bin Khalifa Al Dosari"]),
        ("Peru's Deputy Prime Minister and Foreign Minister Ann Lee met Bo Fox.", "Minister", 0, []),  # of her name
        ("Chinese State Councilor and Foreign Minister Ann Lee met Bo Fox.", "Councilor", 0, []),
    ],
)
def test_titles_are_of_their_bearer(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chinese State Councilor and Foreign Minister Ann Lee met Bo Fox.", {"Ann Lee", "Bo Fox"}),
        ("Minister of Foreign Affairs Sheikh Hamad bin Khalifa Al Dosari met Ann Lee.", {"Hamad bin Khalifa Al Dosari", "Ann Lee"}),
        ("His Royal Highness Crown Prince Bo bin Rey met Ann Lee in Riffa.", {"Bo bin Rey", "Ann Lee"}),
        ("Her Majesty Queen Ann met Bo Fox in Riffa.", {"Ann", "Bo Fox"}),
        ("Their Majesties the King and Queen met Bo Fox.", {"the King", "Queen", "Bo Fox"}),
        ("Later in the day His Highness the Crown Prince Sheikh Bo Rey met Ann Lee.", {"Bo Rey", "Ann Lee"}),
        ("The Prime Minister and Foreign Minister Ann Lee met Bo Fox.", {"The Prime Minister", "Ann Lee", "Bo Fox"}),
        ("Gondal's Interior Minister and Defence Minister Bo Fox met in Lima.", {"Gondal's Interior Minister", "Bo Fox"}),
        ("Gondal's Interior Minister and Defence Minister Bo Fox were arrested in Lima.", {"Gondal's Interior Minister", "Bo Fox"}),
        ("Gondal's Foreign Minister and Army Chief Bo Fox have accused Ann Lee.", {"Gondal's Foreign Minister", "Bo Fox", "Ann Lee"}),
        ("Gondal's Interior Minister and Defence Minister Bo Fox was arrested in Lima.", {"Bo Fox"}),
        ("Gondal's Interior Minister and Defence Minister Bo Fox met with Ann Lee.", {"Bo Fox", "Ann Lee"}),
    ],
)
def test_who_meets_by_titles(text: str, names: set[str]) -> None:
    (event,) = events_of(text)
    assert {p.name for p in event.participants} == names


@pytest.mark.parametrize(
    ("words", "deps", "heads", "bearer"),
    [
        ("Ali bin Rey left", "nsubj dep flat ROOT", [3, 0, 1, 3], 3),  # each word below the one before
        ("Ali bin Rey left", "nsubj compound nsubj ROOT", [3, 2, 0, 3], 3),
        ("He left , Ali bin Rey", "relcl dep punct compound compound ROOT", [1, 3, 1, 5, 5, 5], 5),
        ("minister of roads Ali bin Rey left", "nsubj prep compound compound pobj dep ROOT", [6, 0, 4, 4, 1, 4, 6], 0),
    ],
)
def test_a_name_with_bin_hangs_on_its_last_word_whatever_was_parsed(words: str, deps: str, heads: list[int], bearer: int) -> None:
    """And no word is below itself."""
    told = words.split()
    first, end = told.index("Ali"), told.index("Rey") + 1
    names_with_bin(told, ["NNP"] * len(told), deps.split(), heads, [(first, end, "PERSON")])
    assert {heads[t] for t in range(first, end - 1)} == {end - 1}
    assert heads[end - 1] == bearer
    for token in range(len(told)):
        above = token
        for _ in told:
            above = heads[above]
        assert heads[above] == above
