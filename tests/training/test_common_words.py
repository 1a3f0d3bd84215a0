"""Words are counted by family, once a text; names are no common words."""

from training.common_words import counted, table


def test_a_family_counts_once_a_text_in_all_its_forms() -> None:
    shares = counted(["They captured a ship and capture another.", "A ship was captured.", "The harbour was calm.", "Nobody came."])
    assert (shares["arrest"], shares["ship"], shares["harbour"]) == (500, 500, 250)


def test_names_are_left_out_but_for_states_peoples_and_offices() -> None:
    shares = counted(["Kuznetsov and the Chadian President met in Berlin. A cook came.", "A Cook sang; the cook slept."])
    assert {"chadian", "preside", "cook"} <= shares.keys()
    assert not {"kuznetsov", "berlin"} & shares.keys()


def test_what_few_texts_have_is_left_out() -> None:
    assert "walrus" not in counted(["A walrus sang.", *["A choir sang."] * 399])
    assert "walrus" in counted(["A walrus sang.", *["A choir sang."] * 199])


def test_the_table_has_a_head() -> None:
    assert table({"meet": 500, "ship": 20}).splitlines() == ["word\tper_mille", "meet\t500", "ship\t20"]
