"""A brief: every sentence stands on words of reports, and it stays short."""

import re

from hypothesis import given, settings
from tests.analysis.reported import REPORTS, Line, met, opened, report, store_of

from memcon.analysis.brief import WORDS

_STORY = [
    met("Niinisto", "Solberg", "2019-09-04", place=("Oslo", "NOR")),
    met("Niinisto", "Jakobsdottir", "2019-09-05"),
    met("Niinisto", "Solberg", "2019-09-06", "call"),
    met("Niinisto", "Jakobsdottir", "2019-09-07", "call"),
    met("Solberg", "Jakobsdottir", "2019-09-10", "call"),
    Line(
        "Norway demanded that Iceland withdraw its ships.", "demanded", "REQUEST", "yield", "happened", ("Norway",), ("Iceland",),
        "2019-09-10",
    ),
    Line(
        "Iceland promised to withdraw its ships by Saturday.", "withdraw", "RETREAT", "withdraw", "planned", ("Iceland",), (),
        "../2019-09-14",
    ),
    Line("Iceland denied that it had fired at Norway.", "fired", "ASSAULT", "", "denied", ("Iceland",), ("Norway",)),
    met("Solberg", "Jakobsdottir", "2019-09-18", status="planned"),
]  # fmt: skip


def test_what_a_brief_says() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_STORY)
        page = store.brief("Norway", "Iceland")
    assert [section.heading for section in page.sections] == ["Contacts", "Latest", "Where they stand", "Promises", "To come", "Contested"]
    told = {section.heading: [one.text for one in section.sentences] for section in page.sections}
    assert told["Contacts"] == [
        "Norway and Iceland were in direct contact once, last on Tue 10 Sep 2019.",
        "Sauli Niinisto had 2 contacts with Norway and 2 with Iceland, 4 of them before the two first spoke.",
    ]
    assert told["Where they stand"] == ["Norway demanded: “that Iceland withdraw its ships” (Tue 10 Sep 2019)."]
    assert told["Promises"][0].endswith("due by Sat 14 Sep 2019): overdue, nothing told of it.")
    assert told["To come"] == ["Erna Solberg plans to meet Katrin Jakobsdottir on Wed 18 Sep 2019."]
    assert told["Contested"] == ["“Iceland denied that it had fired at Norway.”"]
    text, mark = page.to_text(), page.to_markdown()
    assert text.startswith("Norway and Iceland\nas of Mon 16 Sep 2019 · 1 report of 1 outlet\n")
    assert set(re.findall(r"\[\^(\d+)\]:", mark)) == set(re.findall(r"\[\^(\d+)\](?!:)", mark))


def test_the_last_contact_is_told_as_precisely_as_the_report_tells_it() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", met("Niinisto", "Solberg", "2018"))
        assert store.brief("Niinisto").sections[0].sentences[0].text.endswith(": 1 meeting, last in 2018.")
        report(store, "2019-09-17", "Wire", met("Niinisto", "Solberg", "2019-09-04", "call"))
        assert store.brief("Niinisto").sections[0].sentences[0].text.endswith(", last on Wed 4 Sep 2019.")


def test_nothing_of_a_report_is_mark_up() -> None:
    wild = Line(
        "Norway demanded <b>[all](javascript:1)</b> fish.", "demanded", "REQUEST", "", "happened", ("Norway",), ("Iceland",), "2019-09-10"
    )
    with opened() as store:
        report(store, "2019-09-16", "[Wire](x)", wild)
        mark = store.brief("Norway").to_markdown()
    assert "<b>" not in mark
    assert "](javascript" not in mark
    assert "](x)" not in mark


def test_nothing_told_is_said_so() -> None:
    with opened() as store:
        assert "Nothing is told of this here." in store.brief("Norway").to_text()
        assert "Nothing is told of this here." in store.brief(query="type:vote").to_markdown()


@settings(max_examples=20, deadline=None)
@given(REPORTS)
def test_every_sentence_has_its_source(reports) -> None:
    with store_of(reports) as store:
        for names in ((), ("Norway",), ("Norway", "Finland"), ("Denmark", "Sweden")):
            page = store.brief(*names)
            assert page.words <= WORDS
            for section in page.sections:
                assert section.sentences
                for one in section.sentences:
                    assert one.sources
                    assert one.events
                    assert all(quote.words in store.report(quote.report).text for quote in one.sources)
