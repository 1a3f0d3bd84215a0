#!/usr/bin/env python3
"""The plain text of a document of a public corpus, exactly as the annotations in this folder count its characters.

The texts are other people's and are not part of the project. Who has the corpora makes them with

    python annotations/texts.py DATA FOLDER

DATA holds the corpora as `annotations/README.md` lists them; FOLDER gets one NAME.txt for each annotation of this folder.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

_JOINS_LEFT = re.compile(r"[,.;:!?%)\]}’]+|'s|n't|'(?:re|ve|ll|d|m)", re.IGNORECASE)
_JOINS_RIGHT = frozenset("([{$£€")
_RAMS_JOINS = (
    (re.compile(r"(?<=[“‘]) | (?=[”’])"), ""),
    (re.compile(r" (?=n['’]t\b)"), ""),
    (re.compile(r"(?<=\w) (-) (?=\w)"), r"\1"),
)
_QUOTES = {'"': '"', "``": '"', "''": '"', "'": "'"}


def polnear(path: Path, document: str) -> str:
    """The text of one article of PolNeAR, as its JSON line gives it; `document` is its id."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if f'"{document}"' in line and (article := json.loads(line))["id"] == document:
                return str(article["text"])
    raise KeyError(document)


def wikievents(path: Path, document: str) -> str:
    """One document of WikiEvents, a line for each of its sentences, picture numbers left out; `document` is its doc_id."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if f'"{document}"' in line and (article := json.loads(line))["doc_id"] == document:
                pieces = "\n".join(text for _, text in article["sentences"])
                return re.sub(r"\n+", "\n", re.sub(r"\d{12,}", "\n", pieces)).strip() + "\n"
    raise KeyError(document)


def timeml(path: Path, document: str) -> str:
    """The TEXT of a TimeML file without its tags, one paragraph for each blank-line block; `document` is the file's name.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.tml").write_text("<TEXT>\\nThe envoy <EVENT>met</EVENT>\\nthe king.\\n\\nHe left.\\n</TEXT>")
    >>> timeml(folder, "a.tml")
    'The envoy met the king.\\n\\nHe left.\\n'
    """
    markup = (path / document).read_text(encoding="utf-8", errors="replace")
    body = re.search(r"<TEXT>(.*?)</TEXT>", markup, re.DOTALL)
    plain = unescape(re.sub(r"<[^>]+>", "", body[1] if body else markup))
    blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*(?:\n|(?=\s{2,}\S))", plain))
    return "\n\n".join(block for block in blocks if block) + "\n"


def detokenised(tokens: list[str]) -> str:
    r"""Tokens as running text: no space before closing or after opening marks; straight quotes open and close by turns.

    A token that is a line feed ends a line; a quotation may go on beyond it.

    >>> detokenised(["He", "said", ",", '"', "We", "do", "n't", "know", '"', "."])
    'He said, "We don\'t know".'
    >>> detokenised(["the", "airlines", "'", "aircraft"])
    "the airlines' aircraft"
    """
    line, opened, glue = "", set[str](), True
    for token in tokens:
        if token == "\n":
            line, glue = line + token, True
            continue
        mark = _QUOTES.get(token)
        left, right = bool(_JOINS_LEFT.fullmatch(token)), token in _JOINS_RIGHT
        if mark == "'" and mark not in opened and line.endswith("s"):
            left = True  # the apostrophe of a plural's genitive
        elif mark:
            left, right = mark in opened, mark not in opened
            opened ^= {mark}
        line += ("" if glue or left else " ") + (mark or token)
        glue = right
    return line


def gum(path: Path, document: str) -> str:
    """A GUM document from its XML: sentences detokenised, one paragraph for each <p> or <head>; tokens inside <w> stand together."""
    paragraphs: list[list[str]] = [[]]
    glue = False
    word: list[str] = []
    for line in (path / f"{document}.xml").read_text(encoding="utf-8").splitlines():
        if re.match(r"</?(?:p|head|caption|item)\b", line):
            paragraphs.append([])
        elif line.startswith("<w>"):
            glue, word = True, []
        elif line.startswith("</w>"):
            glue = False
            paragraphs[-1].append("".join(word))
        elif line and not line.startswith("<"):
            (word if glue else paragraphs[-1]).append(unescape(line.split("\t")[0]))
    return "\n\n".join(detokenised(tokens) for tokens in paragraphs if tokens) + "\n"


def meantime(path: Path, document: str) -> str:
    """A MEANTIME document from its CAT XML, a line for each sentence."""
    markup = (path / f"{document}.xml").read_text(encoding="utf-8")
    tokens: list[str] = []
    last = "0"
    for sentence, token in re.findall(r'<token[^>]*\bsentence="(\d+)"[^>]*>([^<]*)</token>', markup):
        tokens += ["\n"] * (sentence != last) + [unescape(token)]
        last = sentence
    return detokenised(tokens) + "\n"


def lgl(path: Path, document: str) -> str:
    """The text of one article of LGL from its XML, headline first; `document` is its docid."""
    articles = path.read_text(encoding="utf-8")
    found = re.search(rf'<article docid="{re.escape(document)}">.*?<text><!\[CDATA\[(.*?)\]\]></text>', articles, re.DOTALL)
    if not found:
        raise KeyError(document)
    return found[1].strip() + "\n"


def rams(path: Path, document: str) -> str:
    """One window of RAMS, its sentences detokenised, one after the other; `document` is its doc_key, read from dev and test.

    Its tokens part what printers' quotes, contractions and hyphens join; those are put together.
    """
    for name in ("dev.jsonlines", "test.jsonlines"):
        with (path / name).open(encoding="utf-8") as lines:
            for line in lines:
                if f'"{document}"' in line:
                    running = " ".join(detokenised(tokens) for tokens in json.loads(line)["sentences"])
                    for apart, joined in _RAMS_JOINS:
                        running = apart.sub(joined, running)
                    return running + "\n"
    raise KeyError(document)


READERS: dict[str, tuple[str, Callable[[Path, str], str]]] = {
    "polnear": ("attribution/polnear_train.jsonl", polnear),
    "timebank": ("time/timebank", timeml),
    "aquaint": ("time/aquaint", timeml),
    "wikievents-dev": ("events/wikievents/dev.jsonl", wikievents),
    "wikievents-test": ("events/wikievents/test.jsonl", wikievents),
    "rams": ("events/rams", rams),
    "gum": ("coreference/gum_news/xml", gum),
    "meantime-airbus": ("time/meantime/corpus_airbus", meantime),
    "meantime-gm": ("time/meantime/corpus_gm", meantime),
    "lgl": ("places/lgl.xml", lgl),
}


_PART = re.compile(r"(.+)\[(\d+):(\d+)\]")


def text_of(data: Path, corpus: str, document: str) -> str:
    """The text of `document` of `corpus` (a key of READERS) found under `data`; KeyError or OSError where it is not there.

    `NAME[120:900]` is the part of document NAME from its character 120 up to 900 (code points).
    """
    place, reader = READERS[corpus]
    part = _PART.fullmatch(document)
    if part is None:
        return reader(data / place, document)
    return reader(data / place, part[1])[int(part[2]) : int(part[3])]


def main() -> int:
    """Write the texts of all annotations of this folder; returns the number that could not be made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    missing = 0
    for path in sorted(Path(__file__).parent.glob("*.json")):
        source = json.loads(path.read_text(encoding="utf-8"))["text"]
        try:
            text = text_of(arguments.data, source["corpus"], source["document"])
        except (KeyError, OSError) as problem:
            print(f"{path.stem}: {problem!r}", file=sys.stderr)
            missing += 1
        else:
            (arguments.folder / f"{path.stem}.txt").write_text(text, encoding="utf-8")
    return missing


if __name__ == "__main__":
    sys.exit(main())
