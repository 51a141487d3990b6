import filecmp
import os
import unittest

from support import PROJECT, FolderTest, run

EXPORTS = PROJECT / "exports/belitung"


@unittest.skipUnless(os.environ.get("WINNOW"), "WINNOW does not name the program")
class Example(FolderTest):
    """script/example, the example review made by the real program."""

    def example(self, folder):
        return run([PROJECT / "script/example", folder])

    def test_makes_the_committed_results(self):
        code, out, error = self.example(self.folder / "out")
        self.assertEqual(code, 0, out + error)
        made = {path.name for path in (self.folder / "out").iterdir() if not path.name.startswith("belitung.")}
        kept = {path.name for path in EXPORTS.iterdir()}
        self.assertIn("prisma.svg", kept)
        self.assertLessEqual(kept, made)
        # What else is made holds today's date, or depends on the fonts of the machine.
        self.assertEqual({name.rsplit(".")[-1] for name in made - kept}, {"docx", "odt", "xlsx", "pdf", "html", "md"})
        _, differing, unreadable = filecmp.cmpfiles(self.folder / "out", EXPORTS, sorted(kept), shallow=False)
        self.assertEqual(differing + unreadable, [],
                         "after a wanted change: script/run, then copy build/example to exports/belitung")

    def test_prints_commands_that_can_be_typed(self):
        out = self.example(self.folder / "out")[1]
        self.assertIn("$ winnow removal ", out)
        self.assertIn('"outside the narrowed query (step 2)"', out)

    def test_does_not_overwrite_a_review(self):
        self.write("out/belitung.winnow", "mine")
        code, _, error = self.example(self.folder / "out")
        self.assertEqual(code, 1)
        self.assertIn("is there already", error)
        self.assertEqual((self.folder / "out/belitung.winnow").read_text(encoding="utf-8"), "mine")

    def test_stops_at_the_first_failing_command(self):
        failing = self.tool("winnow", f'echo "$1" >>{self.folder}/log; [ "$1" != import ]')
        code, _, _ = run([PROJECT / "script/example", self.folder / "out"], WINNOW=str(failing))
        self.assertEqual(code, 1)
        self.assertEqual((self.folder / "log").read_text(encoding="utf-8").split(), ["init", "search-run", "import"])

    def test_needs_a_folder(self):
        self.assertEqual(run([PROJECT / "script/example"])[0], 2)

    def test_says_how_to_get_the_program(self):
        code, _, error = run([PROJECT / "script/example", self.folder / "out"], WINNOW=str(self.folder / "none"))
        self.assertEqual(code, 1)
        self.assertIn("script/build makes it", error)


if __name__ == "__main__":
    unittest.main()
