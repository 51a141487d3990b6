import os
import shutil
import unittest

from support import PROJECT, FolderTest, run


class Bootstrap(FolderTest):
    """script/bootstrap with tools of our own in place of those that look at, or change, the machine."""

    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        for name in ("sh", "sed", "tr", "sort", "dirname", "env", "cat", "cmp", "cp", "mkdir", "rm"):
            os.symlink(shutil.which(name), self.folder / "bin" / name)
        self.installed("g++", "cmake")
        self.tool("id", "echo 0")
        self.tool("apt-get", f'echo "apt-get $*" >>{self.folder}/log')

    def installed(self, *packages):
        names = "|".join(packages)
        self.tool("dpkg-query", f'for last; do :; done\ncase $last in {names}) printf "installed ";; *) exit 1;; esac')

    def bootstrap(self, *arguments, **environment):
        return run([PROJECT / "script/bootstrap", *arguments], PATH=str(self.folder / "bin"),
                   **{"WINNOW_BOOTSTRAP": "yes", "WINNOW_NPM": str(self.folder / "npm"), **environment})

    def log(self):
        path = self.folder / "log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def test_fetches_nothing_when_all_is_there(self):
        self.installed("*")
        self.assertEqual(self.bootstrap("run"), (0, "", ""))
        self.assertEqual(self.log(), [])

    def test_installs_only_what_is_missing(self):
        code, out, _ = self.bootstrap("run")
        self.assertEqual(code, 0)
        self.assertIn("Installing what is missing: ", out)
        update, install = self.log()
        self.assertTrue(update.startswith("apt-get update"))
        words = install.split()
        self.assertEqual(words[:2], ["apt-get", "install"])
        self.assertIn("ninja-build", words)
        self.assertNotIn("cmake", words)
        self.assertNotIn("libgtest-dev", words)

    def test_each_purpose_adds_its_packages(self):
        for purpose, package in (("test", "libgtest-dev"), ("bench", "libbenchmark-dev"), ("lint", "clang-tidy-14"), ("fuzz", "clang-14")):
            with self.subTest(purpose=purpose):
                self.assertEqual(self.bootstrap(purpose)[0], 0)
                self.assertIn(package, self.log()[-1].split())
                self.assertIn("libxapian-dev", self.log()[-1].split())

    def npm(self, code=0):
        self.tool("npm", f'echo "npm $*" >>{self.folder}/log\nexit {code}')

    def test_fetches_the_page_checks_for_tests_only(self):
        self.installed("*")
        self.npm()
        self.assertEqual(self.bootstrap("run")[0], 0)
        self.assertEqual(self.log(), [])
        self.assertEqual(self.bootstrap("test")[0], 0)
        self.assertTrue(self.log()[-1].startswith(f"npm ci --prefix {self.folder}/npm --ignore-scripts"))

    def test_page_checks_that_are_there_are_not_fetched_again(self):
        self.installed("*")
        self.npm()
        shutil.copytree(PROJECT / "tests/pages/npm", self.folder / "npm")
        (self.folder / "npm/node_modules/axe-core").mkdir(parents=True)
        (self.folder / "npm/node_modules/axe-core/axe.min.js").write_text("", encoding="utf-8")
        self.assertEqual(self.bootstrap("test"), (0, "", ""))
        self.assertEqual(self.log(), [])

    def test_says_so_when_the_page_checks_cannot_be_fetched(self):
        self.installed("*")
        code, out, _ = self.bootstrap("test")
        self.assertEqual(code, 0)
        self.assertIn("no npm", out)
        self.npm(code=1)
        code, _, error = self.bootstrap("test")
        self.assertEqual(code, 0)
        self.assertIn("will be skipped", error)

    def test_package_removed_but_configured_counts_as_missing(self):
        self.tool("dpkg-query", 'printf "config-files "')
        self.assertEqual(self.bootstrap("run")[0], 0)
        self.assertIn("cmake", self.log()[-1].split())

    def test_uses_sudo_when_not_root(self):
        self.tool("id", "echo 1000")
        self.tool("sudo", f'echo sudo >>{self.folder}/log\nexec "$@"')
        self.assertEqual(self.bootstrap("run")[0], 0)
        self.assertEqual([line.split()[0] for line in self.log()], ["sudo", "apt-get"] * 2)

    def test_says_what_to_do_with_neither_root_nor_sudo(self):
        self.tool("id", "echo 1000")
        code, _, error = self.bootstrap("run")
        self.assertEqual(code, 1)
        self.assertIn("Run this as root or install sudo", error)
        self.assertIn("apt-get install ", error)
        self.assertEqual(self.log(), [])

    def test_says_what_to_do_on_another_system(self):
        (self.folder / "bin/apt-get").unlink()
        code, _, error = self.bootstrap("run")
        self.assertEqual(code, 1)
        self.assertIn("has no apt-get", error)
        self.assertIn("libxapian-dev", error)

    def test_failed_installation_is_a_failure(self):
        self.tool("apt-get", "[ \"$1\" != install ]")
        code, _, error = self.bootstrap("run")
        self.assertEqual(code, 1)
        self.assertIn("could not install", error)

    def test_installs_from_known_list_when_update_fails(self):
        self.tool("apt-get", f'echo "$1" >>{self.folder}/log; [ "$1" != update ]')
        self.assertEqual(self.bootstrap("run")[0], 0)
        self.assertEqual(self.log(), ["update", "install"])

    def test_can_be_switched_off(self):
        self.assertEqual(self.bootstrap("run", WINNOW_BOOTSTRAP="no"), (0, "", ""))
        self.assertEqual(self.log(), [])

    def test_unknown_purpose_is_wrong_use(self):
        self.assertEqual(self.bootstrap("walk")[0], 2)


if __name__ == "__main__":
    unittest.main()
