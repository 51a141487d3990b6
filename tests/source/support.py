"""What the tests of the scripts share."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


class FolderTest(unittest.TestCase):
    """A test with a folder of its own, self.folder."""

    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def write(self, name, text, mode=None):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")
        if mode:
            path.chmod(mode)
        return path

    def tool(self, name, body):
        """A program NAME in self.folder/bin, a shell script."""
        return self.write(f"bin/{name}", f"#!/bin/sh\n{body}\n", 0o755)


def run(command, **environment):
    """What the command gives, as (exit code, output, error output)."""
    done = subprocess.run([str(word) for word in command], env={**os.environ, **environment},
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr
