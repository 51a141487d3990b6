import os
import shutil
import unittest

from support import PROJECT, FolderTest, run

CASES = {
    "run": '<testcase name="a.b" classname="a.b" time="0.1" status="run">\n\t\t<system-out>&lt;testcase status="fail"</system-out>',
    "fail": '<testcase name="tests=&quot;9&quot;" classname="x" time="0" status="fail">\n\t\t<failure message=""/>',
    "skip": '<testcase name="s" classname="s" time="0" status="notrun">\n\t\t<skipped message="SKIP_RETURN_CODE=77"/>',
    "skip by words": '<testcase name="s" classname="s" time="0" status="notrun">\n\t\t'
                     '<skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>',
    "not built": '<testcase name="n" classname="n" time="0" status="notrun">\n\t\t<skipped message="Unable to find executable"/>',
    "disabled": '<testcase name="d" classname="d" time="0" status="disabled">',
}


def report_of(*kinds):
    """A report as ctest 3.25 writes it."""
    cases = "".join(f"\t{CASES[kind]}\n\t</testcase>\n" for kind in kinds)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="(empty)"\n\ttests="{len(kinds)}"\n\t>\n{cases}</testsuite>\n'


ALL_PASSED = report_of("run", "run", "run")


class Counts(FolderTest):
    """The last line and the exit code of script/test, with a build and a ctest of our own."""

    def setUp(self):
        super().setUp()
        (self.folder / "script").mkdir()
        for name in ("test", "common.sh"):
            shutil.copy(PROJECT / "script" / name, self.folder / "script" / name)
        self.write("script/build", '#!/bin/sh\nmkdir -p build/$1\necho "build $1"\n', 0o755)

    def ended(self, code=0, report=ALL_PASSED, *arguments):
        report = self.write("report.xml", report)
        self.tool("ctest", f'echo "ctest $*"\n[ ! -s {report} ] || '
                  f'while [ $# -gt 1 ]; do [ "$1" != --output-junit ] || cp {report} "$2"; shift; done\nexit {code}')
        return run([self.folder / "script/test", *arguments], PATH=f"{self.folder}/bin:{os.environ['PATH']}")

    def test_counts_add_up(self):
        report = report_of("run", "fail", "skip", "run", "skip by words", "disabled", "run", "not built")
        code, out, _ = self.ended(8, report)
        self.assertEqual(out.splitlines()[-1], "3 passed, 2 failed, 3 skipped")
        self.assertEqual(code, 8)

    def test_all_passed(self):
        code, out, _ = self.ended()
        self.assertEqual((code, out.splitlines()[-1]), (0, "3 passed, 0 failed, 0 skipped"))

    def test_builds_the_preset_and_passes_options_on(self):
        _, out, _ = self.ended(0, ALL_PASSED, "asan", "-R", "ris")
        self.assertIn("build asan\n", out)
        self.assertRegex(out, r"ctest --preset asan .* -R ris\n")
        _, out, _ = self.ended(0, ALL_PASSED, "-R", "ris")
        self.assertIn("build debug\n", out)

    def test_no_report_is_no_success(self):
        code, _, error = self.ended(0, "")
        self.assertEqual(code, 1)
        self.assertIn("without a report", error)

    def test_unknown_preset_is_wrong_use(self):
        self.assertEqual(self.ended(0, ALL_PASSED, "slow")[0], 2)


if __name__ == "__main__":
    unittest.main()
