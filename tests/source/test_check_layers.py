import unittest

from support import PROJECT, FolderTest, run

# file, its include, what the checker must say of it (None: nothing)
CASES = [
    ("src/model/record.cpp", '"base/result.h"', None),
    ("src/model/record.cpp", '"beside.h"', None),
    ("src/base/file.cpp", '"model/record.h"', "base/ may not include model/ (allowed: none)"),
    ("src/gui/window.cpp", '"store/log.h"', "gui/ may not include store/"),
    ("src/store/log.cpp", '"index/index.h"', "store/ may not include index/"),
    ("src/app/work.cpp", '"../base/result.h"', "write includes from src/"),
    ("src/model/record.cpp", '"base/missing.h"', "no such file src/base/missing.h"),
    ("src/flow/layout.cpp", "<QString>", "QString belongs to gui, paint, not flow/"),
    ("src/app/work.cpp", "<sqlite3.h>", "sqlite3.h belongs to store"),
    ("src/app/work.cpp", "<xapian.h>", "xapian.h belongs to index"),
    ("src/app/work.cpp", "<zlib.h>", "zlib.h belongs to formats"),
    ("src/formats/input.cpp", "<zlib.h>", None),
    ("src/store/log.cpp", "<openssl/evp.h>", "openssl/evp.h belongs to base"),
    ("src/base/sha256.cpp", "<openssl/evp.h>", None),
    ("src/gui/window.cpp", "<CLI/CLI.hpp>", "CLI/CLI.hpp belongs to cli"),
    ("src/app/work.cpp", "<iostream>", "iostream belongs to cli"),
    ("src/fresh/new.cpp", "<vector>", "folder fresh/ is not in LAYERS"),
]


class CheckLayers(FolderTest):
    def check(self):
        return run(["python3", PROJECT / "script/check_layers.py", self.folder])

    def test_each_include(self):
        for number, (name, include, message) in enumerate(CASES):
            with self.subTest(file=name, include=include):
                for header in ("base/result.h", "model/record.h", "store/log.h", "index/index.h"):
                    self.write(f"src/{header}", "#pragma once\n")
                path = self.write(name, f"\n#include {include}\n")
                code, out, _ = self.check()
                if message is None:
                    self.assertEqual((code, out), (0, "layers: ok\n"))
                else:
                    self.assertEqual(code, 1)
                    self.assertIn(message, out)
                    self.assertEqual(out.count("\n"), 1, out)
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()


if __name__ == "__main__":
    unittest.main()
