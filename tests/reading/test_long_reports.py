"""The time to read grows about as the report does: no step may compare all with all without a bound."""

import time

import pytest

import memcon

SENTENCES = (
    "The foreign minister of Japan met his colleague from Chile in Lima on Friday.",
    "He told reporters that the deal was close.",
    "Norway expelled ten diplomats on Monday.",
    "“We will not attack,” the president of Kenya said.",
    "The United Nations condemned the bombing.",
)


def seconds(sentences: int) -> float:
    """The processor's time that reading a report of so many sentences takes."""
    text = " ".join(SENTENCES[n % len(SENTENCES)] for n in range(sentences))
    begun = time.process_time()
    record = memcon.read(text, published="2022-03-05")
    spent = time.process_time() - begun
    assert sum(len(event.triggers) for event in record.events) > sentences / 50
    return spent


def test_a_text_of_more_than_a_million_characters_is_parsed() -> None:
    text = SENTENCES[0] + "\n" * 1_000_000 + SENTENCES[2]
    assert [event.type for event in memcon.read(text, published="2022-03-05").events] == ["CONSULT", "SANCTION"]


@pytest.mark.slow
def test_four_times_the_report_takes_less_than_ten_times_the_time() -> None:
    seconds(50)
    short, long = seconds(400), seconds(1600)
    assert long < 10 * short
