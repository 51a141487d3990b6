"""The tables and references of the founding review, as its authors printed them, in everything that the example writes."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from support import PROJECT, run

REFERENCE = Path(os.environ.get("WINNOW_DATA") or PROJECT.parent / "shared/data").parent / "reference/belitung"
TABLES = ["table-1", "table-2", "table-3"]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text):
    """Letters and digits only: white space, escapes and numbers of lists differ from program to program."""
    return re.sub(r"\W+", "", text)


def said(cell):
    return squeezed("".join(cell) if isinstance(cell, list) else cell)


def texts_of(inlines):
    """The text of pandoc's inlines and blocks."""
    if isinstance(inlines, list):
        return "".join(texts_of(part) for part in inlines)
    if not isinstance(inlines, dict):
        return ""
    kind, content = inlines.get("t"), inlines.get("c")
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind in ("LineBreak", "RawInline"):
        return "\n"
    if kind == "Str":
        return content
    if kind in ("Para", "Plain"):
        return texts_of(content) + "\n"
    if kind in ("OrderedList", "Link", "Span", "Quoted"):
        return texts_of(content[1])
    return texts_of(content) if isinstance(content, list) else ""


def numberless(text):
    return re.sub(r"(^|\n)\d+\.\s*", r"\1", text)


def tables_in(blocks):
    """Also those within divisions."""
    for block in blocks:
        if block["t"] == "Table":
            yield block
        elif block["t"] == "Div":
            yield from tables_in(block["c"][1])


def from_pandoc(document):
    table = next(tables_in(json.loads(document)["blocks"]))
    rows = table["c"][3][1] + [row for body in table["c"][4] for row in body[2] + body[3]]
    return [[squeezed(numberless(texts_of(cell[4]))) for cell in row[1]] for row in rows]


def from_csv(text, skipped=0):
    rows = list(csv.reader(io.StringIO(text)))[skipped:]
    return [[squeezed(numberless(cell)) for cell in row] for row in rows if any(cell.strip() for cell in row)]


@unittest.skipUnless(os.environ.get("WINNOW"), "WINNOW does not name the program")
@unittest.skipUnless((REFERENCE / "tables.json").exists(), "the founding review is not here (set WINNOW_DATA)")
class FoundingTables(unittest.TestCase):
    """Made once by script/example, opened again by LibreOffice, pandoc and others."""

    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.folder = Path(kept.name) / "example"
        code, out, error = run([PROJECT / "script/example", cls.folder])
        if code:
            raise AssertionError(out + error)
        printed = json.loads((REFERENCE / "tables.json").read_text(encoding="utf-8"))["tables"]
        cls.printed = {table["id"]: table for table in printed}
        if list(cls.printed) != TABLES or not all(table["rows"] for table in printed):
            raise AssertionError("the founding review is not the one that was printed")
        cls.expected = {table["id"]: [[squeezed(name) for name in table["columns"]]] +
                        [[said(row[name]) for name in table["columns"]] for row in table["rows"]] for table in printed}

    def needs(self, program):
        if not shutil.which(program):
            self.skipTest(f"{program} is not installed")

    def output(self, *command):
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True,
                              cwd=self.folder).stdout

    def office(self, kind, name):
        """LibreOffice with settings of its own, so that another one that runs does not matter; where it writes."""
        self.output("soffice", f"-env:UserInstallation=file://{self.folder}/settings", "--headless",
                    "--convert-to", kind, "--outdir", "office", name)
        return self.folder / "office"

    def expect(self, table, found):
        self.assertEqual(found, self.expected[table])

    def test_csv_holds_the_same(self):
        for table in TABLES:
            self.expect(table, from_csv((self.folder / f"{table}.csv").read_text(encoding="utf-8")))

    def test_pandoc_reads_the_same(self):
        self.needs("pandoc")
        for table in TABLES:
            for suffix, reader in [("docx", "docx"), ("html", "html"), ("md", "gfm")]:  # it reads no lists in cells of .odt
                with self.subTest(table=table, kind=suffix):
                    self.expect(table, from_pandoc(self.output("pandoc", "-f", reader, "-t", "json", f"{table}.{suffix}")))

    def test_libreoffice_shows_the_same_sheet(self):
        self.needs("soffice")
        for table in TABLES:
            made = self.office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", f"{table}.xlsx")
            sheet = next(made.glob(f"{table}-*.csv"))
            self.expect(table, from_csv(sheet.read_text(encoding="utf-8"), skipped=1))

    def test_libreoffice_shows_the_same_documents(self):
        self.needs("soffice")
        self.needs("pandoc")
        for kind in ("docx", "odt"):
            for table in TABLES:
                with self.subTest(table=table, kind=kind):
                    page = self.office("html:XHTML Writer File", f"{table}.{kind}") / f"{table}.html"
                    self.expect(table, from_pandoc(self.output("pandoc", "-f", "html", "-t", "json", page)))

    def expect_words(self, table, pages):
        """Cells are set beside each other, so that lines of several are mixed: words stand in any order."""
        words = set(re.findall(r"\w+", pages))
        for cell in (cell for row in self.printed[table]["rows"] for name in self.printed[table]["columns"] for cell in
                     (row[name] if isinstance(row[name], list) else [row[name]])):
            for word in re.findall(r"\w+", cell):
                self.assertIn(word, words)
        for row in self.printed[table]["rows"]:
            self.assertIn(squeezed(row["References"]), squeezed(pages))

    def test_pages_hold_every_word(self):
        self.needs("pdftotext")
        for table in TABLES:
            with self.subTest(table=table):
                self.expect_words(table, self.output("pdftotext", f"{table}.pdf", "-"))

    def test_latex_sets_every_word(self):
        self.needs("pdflatex")
        self.needs("pdftotext")
        for table in TABLES:
            with self.subTest(table=table):
                self.output("pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"-jobname={table}-tex", f"{table}.tex")
                self.expect_words(table, self.output("pdftotext", f"{table}-tex.pdf", "-"))

    def test_word_counts_captions_and_repeats_heads(self):
        for number, table in enumerate(TABLES, 1):
            with zipfile.ZipFile(self.folder / f"{table}.docx") as package:
                body = ElementTree.fromstring(package.read("word/document.xml")).find(f"{WORD}body")
            caption = next(part for part in body.iter(f"{WORD}p") if "SEQ Table" in "".join(part.itertext()))
            text = "".join(one.text for one in caption.iter(f"{WORD}t"))
            with self.subTest(table=table):
                self.assertEqual(text, f"Table\u00a0{number}. {self.printed[table]['caption']}")
                rows = list(body.iter(f"{WORD}tr"))
                heads = [row for row in rows if row.find(f"{WORD}trPr/{WORD}tblHeader") is not None]
                self.assertEqual(heads, rows[:1])
                description = body.find(f".//{WORD}tblDescription")
                self.assertTrue(description.get(f"{WORD}val").strip())

    def test_references_are_those_of_the_paper_in_its_style(self):
        self.needs("pandoc")
        report = (self.folder / "report.md").read_text(encoding="utf-8")
        made = dict(re.findall(r"^<a id=\"ref-\d+\"></a>\[(\d+)\] (.*)$", report, re.M))
        printed = dict(re.findall(r"^\[(\d+)\] (.*)$", (REFERENCE / "references.md").read_text(encoding="utf-8"), re.M))
        self.assertEqual(len(printed), 27)
        self.assertEqual(sorted(made, key=int), sorted(printed, key=int))
        checked = {"volume": 0, "family": 0}
        for number, entry in printed.items():
            title = re.search(r"[\"“](.*?),[\"”]", entry).group(1)
            with self.subTest(reference=number):
                self.assertIn(squeezed(title).lower(), squeezed(made[number]).lower())
                year = re.findall(r"\b(?:19|20)\d\d\b", entry.split(title)[1])
                self.assertTrue(any(one in made[number] for one in year))
                volume = re.search(r"vol\. (\d+)", entry)
                if volume:
                    self.assertRegex(made[number], rf"vol\. {volume.group(1)}\b")
                    checked["volume"] += 1
                family = re.match(r"(?:[A-Z]\w*\.(?:-?[A-Z]\.)* )+([\w’'-]+)", entry)
                if family:
                    self.assertIn(family.group(1), made[number].split("“")[0])
                    checked["family"] += 1
                self.assertRegex(made[number], r"^[A-Z]\.")  # initials before family names, as IEEE prints them
        self.assertEqual(checked, {"volume": 22, "family": 27})


if __name__ == "__main__":
    unittest.main()
