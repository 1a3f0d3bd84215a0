from memcon.intake import read_report
from memcon.intake.markdown import markdown

PAGE = """---
title: "Talks in Zenda"
date: 2031-05-07
source: Courier
---

# Talks *begin*

The **foreign ministers** of [Freedonia](https://example.org/f) met
in Zenda &amp; agreed on `nothing`.

![a castle](castle.jpg)

- First, they spoke.
- Then, they left.

> "It was <b>frank</b>," said one.

| who | where |
|---|---|
| Brandt | Zenda |

<div>advertisement</div>
"""


def test_marks_go_and_words_stay():
    assert markdown(PAGE).text.split("\n\n") == [
        "Talks begin",
        "The foreign ministers of Freedonia met in Zenda & agreed on nothing.",
        "First, they spoke.",
        "Then, they left.",
        '"It was frank," said one.',
        "who\twhere",
        "Brandt\tZenda\n",
    ]


def test_front_matter_says_what_it_says():
    draft = markdown(PAGE)
    assert (draft.title, draft.published, draft.outlet) == ("Talks in Zenda", "2031-05-07", "Courier")


def test_the_first_top_heading_is_the_title_and_stays():
    draft = markdown("# Talks begin\n\nThe ministers met.\n")
    assert draft.title == "Talks begin"
    assert draft.text == "Talks begin\n\nThe ministers met.\n"


def test_a_date_not_understood_is_noted_not_guessed():
    draft = markdown("---\ndate: last week\n---\nThe ministers met.\n")
    assert draft.published is None
    assert draft.notes == ("the front matter's date 'last week' was not understood",)


def test_a_rule_is_no_front_matter():
    assert markdown("---\n\nThe ministers met.\n").text == "The ministers met.\n"


def test_what_the_caller_says_goes_first(tmp_path):
    path = tmp_path / "talks.md"
    path.write_text(PAGE, "utf-8")
    report = read_report(path, published="2031-05-08", outlet="Gazette")
    assert (report.published, report.outlet, report.title, report.id) == ("2031-05-08", "Gazette", "Talks in Zenda", "talks")
    assert read_report(path).published == "2031-05-07"
