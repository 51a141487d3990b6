"""What `cmake --install` puts in place, as desktops, shells and man read it."""
import os
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

DESKTOP = os.environ.get("WINNOW_DESKTOP", "ON") in {"ON", "TRUE", "1", "YES"}
FILES = ["bin/winnow", "libexec/winnow/winnow-pdf", "share/man/man1/winnow.1", "share/bash-completion/completions/winnow",
         "share/zsh/vendor-completions/_winnow", "share/fish/vendor_completions.d/winnow.fish",
         "share/mime/packages/winnow.xml", "share/icons/hicolor/scalable/apps/winnow.svg", "share/doc/winnow/copyright"]
DESKTOP_FILES = ["bin/winnow-desktop", "share/man/man1/winnow-desktop.1", "share/applications/winnow-desktop.desktop",
                 "share/metainfo/org.example.winnow.metainfo.xml"]
COMPLETE = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
_winnow winnow "${COMP_WORDS[COMP_CWORD]}" ""
printf '%s\\n' "${COMPREPLY[@]}"
"""


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.prefix = Path(kept.name, "usr")
        subprocess.run(["cmake", "--install", os.environ["WINNOW_BUILD"], "--prefix", cls.prefix], check=True,
                       stdout=subprocess.DEVNULL)

    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def passes(self, *command, **environment):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                              cwd=self.folder, env={**os.environ, **environment})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def completed(self, *words):
        """What bash offers for the last of the words, in order."""
        script = self.prefix / "share/bash-completion/completions/winnow"
        return sorted(self.passes("bash", "-c", COMPLETE, "bash", script, "winnow", *words).split())

    def test_puts_all_files_in_place_and_no_others(self):
        found = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if path.is_file()}
        self.assertEqual(found, set(FILES + (DESKTOP_FILES if DESKTOP else [])))

    def test_xml_is_well_formed(self):
        for path in [*self.prefix.rglob("*.xml"), *self.prefix.rglob("*.svg")]:
            self.passes("xmllint", "--noout", path)

    @unittest.skipUnless(DESKTOP, "without the desktop program")
    def test_desktop_entry_and_metainfo_are_valid(self):
        share = self.prefix / "share"
        self.assertEqual(self.passes("desktop-file-validate", share / "applications/winnow-desktop.desktop"), "")
        self.passes("appstreamcli", "validate", "--no-net", share / "metainfo/org.example.winnow.metainfo.xml")

    def test_manual_pages_are_clean(self):
        for page in self.prefix.glob("share/man/man1/*"):
            self.assertEqual(self.passes("mandoc", "-T", "lint", "-W", "warning", page), "")

    def test_manual_tells_every_command_and_option_that_help_tells(self):
        winnow = self.prefix / "bin/winnow"
        page = self.passes("mandoc", "-T", "ascii", self.prefix / "share/man/man1/winnow.1").replace("_\b", "")
        page = "".join(page[i] for i in range(len(page)) if page[i] != "\b" and page[i + 1:i + 2] != "\b")
        commands = [line.split()[0] for line in self.passes(winnow, "--help").split("Subcommands:")[1].splitlines()
                    if line.startswith("  ") and line[2:3].isalpha() and "winnow" not in line]
        self.assertGreater(len(commands), 40)
        for command in commands:
            self.assertIn(f"\n   {command}\n", page)
            told = page.split(f"\n   {command}\n")[1]
            for line in self.passes(winnow, command, "--help").splitlines():
                option = line.split()[0] if line.startswith("  -") else ""
                if option and not option.startswith("-h"):
                    self.assertIn(option.replace(",", ", "), told)

    def test_a_review_is_known_by_its_content(self):
        share = self.folder / "share"
        (share / "mime/packages").mkdir(parents=True)
        shutil.copy(self.prefix / "share/mime/packages/winnow.xml", share / "mime/packages")
        self.passes("update-mime-database", share / "mime", XDG_DATA_HOME=str(share))
        self.passes(self.prefix / "bin/winnow", "init", "review.winnow", "--title", "A review")
        shutil.copy(self.folder / "review.winnow", self.folder / "review")
        other = sqlite3.connect(self.folder / "other")
        other.execute("CREATE TABLE a(b)")
        other.close()
        for name, kind in (("review", "application/x-winnow-review"), ("review.winnow", "application/x-winnow-review"),
                           ("other", "application/vnd.sqlite3")):
            told = self.passes("gio", "info", "-a", "standard::content-type", name, XDG_DATA_HOME=str(share))
            self.assertIn(f"standard::content-type: {kind}\n", told)

    def test_bash_completes_commands_and_steps(self):
        self.assertEqual(self.completed("de"), ["decide", "dedupe"])
        self.assertIn("translate", self.completed("query", ""))

    def test_bash_completes_options_and_their_words(self):
        stages = ["full-text", "title", "title-abstract"]
        self.assertEqual(self.completed("decide", "--stage", ""), stages)
        self.assertEqual(self.completed("decide", "a.winnow", "--stage", "=", "f"), ["full-text"])
        self.assertEqual(self.completed("next", "a.winnow", "--stage", ""), stages)
        self.assertEqual(self.completed("decide", "a.winnow", "--verdict", "e"), ["exclude"])
        self.assertEqual(self.completed("decide", "--sta"), ["--stage"])

    def test_bash_offers_files_only_where_they_are_taken(self):
        for name in ("one.winnow", "one.ris"):
            (self.folder / name).touch()
        self.assertEqual(self.completed("import", "o"), ["one.winnow"])
        self.assertEqual(self.completed("import", "one.winnow", "o"), ["one.ris", "one.winnow"])
        self.assertEqual(self.completed("import", "one.winnow", "one.ris", "--query-file", "o"), ["one.ris", "one.winnow"])
        self.assertEqual(self.completed("decide", "one.winnow", "o"), [])
        self.assertEqual(self.completed("decide", "one.winnow", "--note", "o"), [])

    def test_other_shells_read_their_completions(self):
        for shell, name in (("zsh", "share/zsh/vendor-completions/_winnow"),
                            ("fish", "share/fish/vendor_completions.d/winnow.fish")):
            if shutil.which(shell):
                self.passes(shell, "-n", self.prefix / name)


if __name__ == "__main__":
    unittest.main()
