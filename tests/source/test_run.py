import shutil
import unittest

from support import PROJECT, FolderTest, run


class Run(FolderTest):
    """script/run with a build, an example and a desktop program of our own."""

    def setUp(self):
        super().setUp()
        (self.folder / "script").mkdir()
        for name in ("run", "common.sh"):
            shutil.copy(PROJECT / "script" / name, self.folder / "script" / name)
        self.write("script/build", '#!/bin/sh\necho "build $1"\n', 0o755)
        self.write("script/example", '#!/bin/sh\nmkdir -p "$1"\necho "example $1"\n', 0o755)
        self.desktop = self.write("build/release/src/gui/winnow-desktop", '#!/bin/sh\necho "opened $1"\n', 0o755)

    def started(self, **environment):
        return run([self.folder / "script/run"], **{"DISPLAY": "", "WAYLAND_DISPLAY": "", **environment})

    def test_builds_and_makes_the_example_afresh(self):
        old = self.write("build/example/belitung.winnow", "old")
        code, out, _ = self.started()
        self.assertEqual(code, 0)
        self.assertLess(out.index("build release"), out.index("example build/example"))
        self.assertFalse(old.exists())

    def test_opens_the_desktop_where_there_is_a_display(self):
        for display in ("DISPLAY", "WAYLAND_DISPLAY"):
            with self.subTest(display=display):
                self.assertIn("opened build/example/belitung.winnow", self.started(**{display: ":0"})[1])

    def test_says_how_to_open_it_where_there_is_none(self):
        code, out, _ = self.started()
        self.assertEqual(code, 0)
        self.assertIn("build/release/src/gui/winnow-desktop build/example/belitung.winnow", out)
        self.assertNotIn("opened", out)

    def test_says_so_when_the_desktop_was_not_built(self):
        self.desktop.unlink()
        code, out, _ = self.started(DISPLAY=":0")
        self.assertEqual(code, 0)
        self.assertIn("was not built", out)

    def test_failed_build_or_example_is_a_failure(self):
        for name in ("example", "build"):
            with self.subTest(script=name):
                self.write(f"script/{name}", "#!/bin/sh\nexit 3\n", 0o755)
                code, out, _ = self.started()
                self.assertEqual(code, 3)
                self.assertNotIn("Winnow is built", out)


if __name__ == "__main__":
    unittest.main()
