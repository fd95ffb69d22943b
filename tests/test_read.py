"""Files, folders and pipes become documents; what cannot be read becomes a problem and the run goes on."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read import docx as docx_reader
from factcheck.read import source as source_module
from factcheck.read.paths import read_paths

TEXT = "Harbour Line carried 12 million passengers last year, the company said on Monday.\n"


def read(*paths, stdin=None):
    items = list(read_paths([str(path) for path in paths], stdin=io.BytesIO(stdin) if stdin is not None else None))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Problem)]


def only(*paths, stdin=None) -> Document:
    documents, problems = read(*paths, stdin=stdin)
    assert problems == []
    [document] = documents
    return document


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def test_text_keeps_every_character(folder):
    content = "Überschrift\r\n\r\nDie Nordkette AG zählt 3\u202f000 Gäste.\r\n"
    (folder / "a.txt").write_bytes(content.encode())
    assert only(folder / "a.txt").text == content


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(lambda t: t.strip()))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_as_it_is(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(text.encode())
    documents, problems = read(path)
    assert [document.text for document in documents] == [text] or problems


ENCODINGS = [
    ("\ufeffCafé tax rises.".encode(), "\ufeffCafé tax rises.", None),
    ("Le café coûte 3 €, un prix élevé.".encode("cp1252"), "Le café coûte 3 €, un prix élevé.", "Windows-1252"),
    (
        "Prices rose 5 % – “a lot”.\n".encode() + b"Bad \xff byte.",
        "Prices rose 5 % – “a lot”.\nBad \ufffd byte.",
        "broken",
    ),
    ("Prices rose 5 %.".encode("utf-16"), "Prices rose 5 %.", "UTF-16"),
]


@pytest.mark.parametrize(("data", "text", "message"), ENCODINGS)
def test_encodings(folder, data, text, message):
    (folder / "a.txt").write_bytes(data)
    document = only(folder / "a.txt")
    assert document.text == text
    assert [message in problem.message for problem in document.problems] == ([True] if message else [])


def test_a_broken_byte_is_named_by_line_and_column(folder):
    (folder / "a.txt").write_bytes("Größe zählt, früh wie spät.\nund \xff hier".encode("latin-1").replace(b"\n", b"\n"))
    [problem] = only(folder / "a.txt").problems
    assert (problem.line, problem.column) == (1, 3)


UNREADABLE = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b"  \n\n ", "empty"),
    ("binary.txt", b"\x7fELF\0\0\0", "binary"),
    ("broken.pdf", b"%PDF-1.7 nothing", "not a readable .pdf file"),
    ("broken.docx", b"PK\x03\x04 nothing", "not a Word file"),
    ("odd.xyz", b"text", "no reader for .xyz"),
    ("LICENSE", b"text", "without a suffix"),
    ("empty.html", b"<html><body></body></html>", "no article"),
]


@pytest.mark.parametrize(("name", "data", "message"), UNREADABLE)
def test_unreadable_files_are_problems_with_a_hint_and_the_rest_is_read(folder, name, data, message):
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(TEXT)
    documents, [problem] = read(folder)
    assert [document.id for document in documents] == ["news/good.txt"]
    assert message in problem.message
    assert problem.hint
    assert problem.path.endswith(name)


def test_a_missing_path_is_a_problem(folder):
    documents, [problem] = read("nowhere.txt", "nothing/*.txt")[0], read("nowhere.txt")[1]
    assert documents == []
    assert "no such file" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.txt").chmod(0)
    assert "Permission" in read(folder)[1][0].message


def test_a_folder_is_read_in_depth_sorted_without_what_is_no_article(folder):
    for name in (
        "b.txt",
        "a.txt",
        "sub/c.md",
        ".hidden.txt",
        ".git/d.txt",
        "a.json",
        "pic.png",
        "table.csv",
        "~$x.docx",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("{}" if name.endswith("json") else TEXT)
    documents, problems = read(folder)
    assert [document.id for document in documents] == ["news/a.txt", "news/b.txt", "news/sub/c.md"]
    assert problems == []


def test_ids_are_the_same_however_the_folder_is_named(folder, monkeypatch):
    (folder / "sub").mkdir()
    (folder / "a.txt").write_text(TEXT)
    ways = ["news", "news/", "./news", "news/a.txt", "news/*.txt", str(folder), str(folder / "a.txt")]
    assert {only(way).id for way in ways} == {"news/a.txt"}
    monkeypatch.chdir(folder / "sub")
    assert {only(way).id for way in ("..", "../../news", "../a.txt")} == {"news/a.txt"}


def test_a_file_named_twice_is_read_once(folder):
    (folder / "a.txt").write_text(TEXT)
    assert only(folder, folder / "a.txt", "news/*.txt").id == "news/a.txt"


def test_two_files_with_one_name_have_two_ids(tmp_path, monkeypatch):
    for name in ("x/news", "y/news", "here"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("x", "y"):
        (tmp_path / name / "news/a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path / "here")
    documents, _ = read("../x/news", "../y/news")
    assert len({document.id for document in documents}) == 2
    assert all(document.id.endswith("a.txt") for document in documents)


def test_the_sidecar_describes_and_is_no_article(folder):
    (folder / "a.txt").write_text(TEXT)
    sidecar = {"title": "Ferries", "url": None, "published": "2024-05", "lang": "de-AT", "publisher": "Harbour Post"}
    (folder / "a.json").write_text(json.dumps(sidecar | {"published_basis": "estimated"}))
    document = only(folder)
    assert (document.title, document.url, document.lang, document.publisher) == ("Ferries", None, "de", "Harbour Post")
    assert (document.published.edtf, str(document.published.end), document.published.basis) == (
        "2024-05",
        "2024-05-31",
        "inferred",
    )


BAD_SIDECARS = ["{not json", "[]", '{"published": "last Monday"}', '{"published": "2024-13-45"}', "[" * 100_000]


@pytest.mark.parametrize("content", BAD_SIDECARS)
def test_a_bad_sidecar_is_a_problem_and_the_article_is_read(folder, content):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.json").write_text(content)
    document = only(folder)
    assert len(document.problems) == 1
    assert document.published is None


def test_json_lines(folder):
    rows = [
        json.dumps({"id": "a1", "text": TEXT, "title": "Ferries", "published": "2024-05-31", "lang": "en"}),
        "{broken",
        json.dumps({"text": TEXT}),
        json.dumps({"id": "x", "text": 5}),
        json.dumps({"id": "a1", "text": TEXT}),
        "",
    ]
    (folder / "all.jsonl").write_text("\n".join(rows))
    documents, problems = read(folder / "all.jsonl")
    assert [document.id for document in documents] == ["a1", "news/all.jsonl:3", document_id(folder, 5)]
    assert [problem.line for problem in problems] == [2, 4]
    assert documents[0].published.edtf == "2024-05-31"


def document_id(folder, line):
    return f"{folder}/all.jsonl:{line}".lstrip("/")


def test_markdown_keeps_offsets_and_blanks_marks(folder):
    text = (
        "---\ntitle: x\ndate: 2024-05-31\nlang: en\n---\n# Ferries full\n\n"
        "It had **12** [ships](http://a.example/99).<!-- 98 -->\n"
    )
    (folder / "a.md").write_text(text)
    document = only(folder / "a.md")
    assert len(document.text) == len(text)
    assert document.text[text.index("12") :].startswith("12")
    assert "99" not in document.text
    assert "98" not in document.text
    assert "*" not in document.text
    assert document.published.edtf == "2024-05-31"
    assert document.text.count("\n") == text.count("\n")


PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry traffic doubles | Harbour Post</title>
<meta property="og:title" content="Ferry traffic doubles"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-05-31T08:00:00Z"></head><body>
<nav><a href="/x">Home</a> <a href="/y">Markets</a></nav>
<article><h1>Ferry traffic doubles</h1>
<p>Harbour Line carried 12 million passengers in the year to March, twice as many as in the year before, it said.</p>
<p>The company expects 13 million in the coming year and plans to buy four more ships from a yard in Kiel.</p>
<p>Its shares closed 4% higher at 31.20 euros on Friday, after a strong week for the whole of the shipping trade.</p>
</article><footer>Imprint</footer></body></html>"""


def test_html(folder):
    (folder / "a.html").write_text(PAGE)
    document = only(folder / "a.html")
    assert (document.title, document.lang, document.publisher) == ("Ferry traffic doubles", "en", "Harbour Post")
    assert (document.published.edtf, document.published.basis) == ("2024-05-31", "stated")
    assert document.text.startswith("Ferry traffic doubles\n")
    assert document.text.count("Ferry traffic doubles") == 1
    assert "Imprint" not in document.text
    assert [zone.name for zone in document.zones] == ["headline", "lead", "body"]


def test_an_entity_bomb_in_html_stays_small(folder):
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha" * 10}">' for i in range(9))
    (folder / "a.html").write_text(f"<!DOCTYPE html [{entities}]>{PAGE.removeprefix('<!doctype html>')}&a8;")
    documents, _ = read(folder / "a.html")
    assert all(len(document.text) < 10_000 for document in documents)


def word_file(path: Path, *paragraphs: str) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for i, text in enumerate(paragraphs):
        document.add_paragraph(text, style="Title" if i == 0 else None)
    document.save(str(path))


def test_word(folder):
    word_file(folder / "a.docx", "Ferries full", TEXT.strip(), "It has 4 ships.")
    document = only(folder / "a.docx")
    assert document.title == "Ferries full"
    assert document.text == f"Ferries full\n\n{TEXT.strip()}\n\nIt has 4 ships."


def test_a_zip_bomb_in_a_word_file_is_refused(folder, monkeypatch):
    monkeypatch.setattr(docx_reader, "MAX_UNPACKED", 1_000_000)
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 2_000_000)
    assert "unpacks to more" in read(folder)[1][0].message


def pdf_file(path: Path, *lines: str) -> None:
    """A one-page PDF with a text layer, written by hand."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    path.write_bytes(
        b"%sxref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (data, table, len(data))
    )


def test_pdf_lines_are_joined_to_paragraphs(folder):
    lines = (
        "Ferry traffic doubles",
        "Harbour Line carried 12 million passengers in the year, twice",
        "as many as before.",
    )
    pdf_file(folder / "a.pdf", *lines)
    text = only(folder / "a.pdf").text
    assert "the year, twice as many as before." in text
    assert text.startswith("Ferry traffic doubles\n\n")


def test_a_pdf_without_text_is_a_scan(folder):
    pdf_file(folder / "a.pdf", "")
    assert "scan" in read(folder)[1][0].message


PIPES = [
    (TEXT.encode(), "stdin"),
    (PAGE.encode(), "stdin"),
    (json.dumps({"id": "a1", "text": TEXT}).encode(), "a1"),
]


@pytest.mark.parametrize(("data", "name"), PIPES)
def test_standard_input(data, name):
    document = only("-", stdin=data)
    assert document.id == name
    assert "12 million" in document.text


def test_a_file_beyond_the_limit_is_refused(folder, monkeypatch):
    monkeypatch.setattr(source_module, "MAX_BYTES", 1000)
    (folder / "a.txt").write_text(TEXT * 50)
    assert "larger than" in read(folder)[1][0].message


LANGUAGES = [
    ("en", "The ferries were full and the company said that it would buy more of them in the coming year."),
    ("de", "Die Fähren waren voll und das Unternehmen sagte, dass es im nächsten Jahr mehr davon kaufen werde."),
    ("nl", "De veerboten waren vol en het bedrijf zei dat het er in de loop van volgend jaar meer van zou kopen."),
    ("fr", "Les ferries étaient pleins et la compagnie a dit qu'elle en achèterait davantage au cours de l'année."),
    ("es", "Los transbordadores estaban llenos y la compañía dijo que compraría más de ellos en el próximo año."),
    ("it", "I traghetti erano pieni e la compagnia ha detto che ne avrebbe comprati di più nel corso dell'anno."),
    ("pt", "As balsas estavam cheias e a companhia disse que não compraria mais delas no decorrer do próximo ano."),
]


@pytest.mark.parametrize(("lang", "text"), LANGUAGES)
@pytest.mark.parametrize("times", [1, 5])
def test_language(lang, text, times):
    assert only("-", stdin=(text + "\n").encode() * times).lang == lang


def test_a_language_without_a_file_is_a_problem(folder):
    text = (
        "Färjorna var fulla och bolaget sade att det skulle köpa fler av dem under nästa år än någonsin tidigare. " * 4
    )
    (folder / "a.txt").write_text(text)
    document = only(folder)
    assert document.lang == "sv"
    assert "no language file for 'sv'" in document.problems[0].message


def test_numbers_alone_have_no_language(folder):
    (folder / "a.txt").write_text("12 34 56\n")
    assert "no words" in only(folder).problems[0].message
