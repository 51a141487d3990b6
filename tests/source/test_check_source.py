import json
import unittest

from support import PROJECT, FolderTest, run

SQL = "SEL" + "ECT id FROM record"
MARKER = "TO" + "DO"

# name, text, the line and words of the breach (None: there is none)
CASES = [
    ("src/app/a.cpp", "int a();\n", None),
    ("src/app/long.cpp", "\n" * 800, None),
    ("src/app/long.cpp", "\n" * 801, (801, "801 lines, more than the 800")),
    ("src/app/long.h", "\n" * 300, None),
    ("src/app/long.h", "\n" * 301, (301, "301 lines, more than the 300")),
    ("tests/data/large.ris", "a" * (1024 * 1024), None),
    ("tests/data/large.ris", "a" * (1024 * 1024 + 1), (1, "1048577 bytes")),
    ("src/app/a.cpp", "int a;\n\tint b;\n", (2, "tab")),
    ("README.md", "words \n", (1, "space at the end")),
    ("script/run", "true \n", (1, "space at the end")),
    ("tests/data/ris/a.in", "ER  - \n", None),
    ("queries/a/a.ris", "ER  - \n", None),
    ("src/app/a.cpp", "int a;", (1, "no line end")),
    ("src/app/a.cpp", b"// \xff\n", (1, "not UTF-8")),
    ("src/app/a.cpp", f"// {MARKER} later\n", (1, f"leftover marker {MARKER}")),
    ("src/app/a.cpp", f"// {MARKER}S and {MARKER.lower()}\n", None),
    ("src/app/a.cpp", f'\nauto a = "{SQL}";\n', (2, "SQL belongs to")),
    ("src/gui/a.h", f'auto a = R"({SQL})";\n', (1, "SQL belongs to")),
    ("src/app/a.cpp", f'auto a = R"x(\n)" {SQL})x";\n', (1, "SQL belongs to")),
    ("tests/cli/a.cpp", 'auto a = "PRAG' + 'MA user_version";\n', (1, "SQL belongs to")),
    ("src/app/a.cpp", 'auto a = "INS' + 'ERT INTO event VALUES (1)";\n', (1, "SQL belongs to")),
    ("src/app/a.cpp", 'auto a = "insert' + ' into event(id) values (1)";\n', (1, "SQL belongs to")),
    ("src/app/a.cpp", 'auto a = "DEL' + 'ETE FROM event";\n', (1, "SQL belongs to")),
    ("src/store/a.cpp", f'auto a = "{SQL}";\n', None),
    ("tests/unit/store/a.cpp", f'auto a = "{SQL}";\n', None),
    ("src/app/a.cpp", f"// {SQL}\n/* {SQL} */\nint a;\n", None),
    ("src/app/a.cpp", "auto a = '\"'; // \"" + SQL + '"\n', None),
    ("src/app/a.cpp", 'auto a = "Select records from the list, then delete from it.";\n', None),
    ("src/app/a.cpp", 'auto a = "quote \\" ' + SQL + '";\n', (1, "SQL belongs to")),
    ("src/gui/a.cpp", "int a;\n#include <QFileDialog>\n", (2, "QFileDialog belongs to src/gui/file_dialog.*")),
    ("src/gui/a/a.h", "QMimeDatabase types;\n", (1, "QMimeDatabase belongs to")),
    ("src/gui/file_dialog.cpp", "#include <QFileDialog>\n", None),
    ("tests/gui/a.cpp", "#include <QFileDialog>\n", None),
]


class CheckSource(FolderTest):
    def check(self, *options):
        return run(["python3", PROJECT / "script/check_source.py", self.folder, *options])

    def test_each_text(self):
        for name, text, breach in CASES:
            with self.subTest(file=name, text=text[:60]):
                path = self.write(name, text)
                code, out, _ = self.check()
                if breach is None:
                    self.assertEqual((code, out), (0, "source text: ok\n"))
                else:
                    line, words = breach
                    self.assertEqual(code, 1)
                    self.assertTrue(out.startswith(f"{name}:{line}: "), out)
                    self.assertIn(words, out)
                    self.assertEqual(out.count("\n"), 1, out)
                path.unlink()

    def test_does_not_look_into_built_and_hidden_folders(self):
        self.write("build/a.cpp", "\t\n")
        self.write(".cache/a.cpp", "\t\n")
        self.assertEqual(self.check()[0], 0)

    def test_reads_what_git_would_track(self):
        self.write("a.cpp", "int a;\n")
        self.write("ignored.cpp", "\t\n")
        self.write(".gitignore", "ignored.cpp\n")
        if run(["git", "-C", self.folder, "init", "-q"])[0] != 0:
            self.skipTest("git is missing")
        self.assertEqual(self.check()[0], 0)
        self.write("new.cpp", "\t \n")
        self.assertEqual(self.check()[0], 1)

    def test_every_source_is_compiled(self):
        self.write("src/app/a.cpp", "int a;\n")
        self.write("src/app/b.cpp", "int b;\n")
        self.write("src/app/c.h", "int c;\n")
        commands = self.write("build/compile_commands.json",
                              json.dumps([{"directory": str(self.folder / "build"), "file": "../src/app/a.cpp"}]))
        code, out, _ = self.check("--compile-commands", commands)
        self.assertEqual((code, out), (1, "src/app/b.cpp:1: no target compiles this file\n"))

    def test_missing_compile_commands_are_no_success(self):
        code, _, error = self.check("--compile-commands", self.folder / "none.json")
        self.assertEqual(code, 1)
        self.assertIn("configure that build folder first", error)


if __name__ == "__main__":
    unittest.main()
