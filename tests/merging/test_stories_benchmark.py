"""The benchmark of events across documents as they are read: what counts as a right link, a wrong one and one between strangers."""

from benchmarks.merging import Corpus, Mention
from benchmarks.stories import figures, heard, measured

ONE = "Rebels shelled a market in Kofo on Monday , killing nine traders , the mayor of Kofo said .".split()
OTHER = "Nine traders were killed in Kofo when rebels shelled the market on Monday , doctors said .".split()
STRANGE = "Chad's president met the king of Togo in Lima on Monday to talk about fish and grain .".split()


def _corpus() -> Corpus:
    documents = {"1_1ecb": [ONE], "1_2ecb": [OTHER], "2_1ecb": [STRANGE]}
    mentions = (Mention("1_1ecb", (1,), "shelling"), Mention("1_2ecb", (8,), "shelling"), Mention("2_1ecb", (2,), "talks"))
    return Corpus(documents, mentions)


def test_two_reports_of_one_attack() -> None:
    found = measured(_corpus())
    assert found["documents"] == 3
    assert found["memcon"]["events"] >= 3
    assert (found["memcon"]["right"], found["memcon"]["strangers"], found["memcon"]["recall"]) == (1, 0, 1.0)


def test_a_link_of_other_chains_is_wrong_and_one_of_other_topics_too() -> None:
    attacks = [one for one in heard(_corpus()) if one.told.type == "ASSAULT"]
    other = figures([attacks[0], type(attacks[1])(attacks[1].told, "1_2ecb", frozenset(("another",)))])
    assert (other["links"], other["wrong"], other["precision"]) == (1, 1, 0.0)
    assert figures([attacks[0], type(attacks[1])(attacks[1].told, "7_2ecb", attacks[1].chains)])["strangers"] == 1
