#!/usr/bin/env python3
"""Checks the text of the project's files. Exit 1 and one line per breach.

usage: check_source.py [ROOT] [--compile-commands FILE]

Size limits, tabs and trailing spaces, leftover markers, SQL outside the folders that may hold it, what reads files in
passing outside the one place that knows how to keep it from that. With the compile
commands of a build that has everything switched on: every .cpp of src/ and tests/ is compiled by it.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = {".h", ".cpp"}
TEXT = SOURCE | {".cmake", ".json", ".md", ".py", ".sh", ".sql", ".txt", ".ui", ".yml", ""}
MAX_LINES = {".cpp": 800, ".h": 300}
MAX_BYTES = 1024 * 1024
# Results and test data are as they are: RIS, for one, ends records in a space.
DATA_FOLDERS = ("exports/", "queries/", "tests/data/")
SQL_FOLDERS = ("src/store/", "tests/unit/store/", "tests/bench/")

MARKER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")  # split, so as not to find themselves
STRING = re.compile(r'R"(\w*)\((?P<raw>.*?)\)\1"|"(?P<plain>(?:[^"\\\n]|\\.)*)"|//[^\n]*|/\*.*?\*/|\'(?:[^\'\\\n]|\\.)\'', re.DOTALL)
SQL = re.compile(
    r"\bSELECT\s.*\bFROM\b|\bSELECT\s+[\w(*]|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
    r"|\b(?:CREATE|DROP|ALTER)\s+(?:TEMP\s+|VIRTUAL\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\b|\bPRAGMA\s+\w|\bBEGIN\s+IMMEDIATE\b"
    # in lower case only what no English sentence holds
    r"|\bselect\s+[\w*., ]+\sfrom\s+\w+\s+(?:where|order by|group by|limit)\b|\binsert\s+into\s+\w+\s*\(|\bpragma\s+\w+\s*[=(;]"
    r"|\bcreate\s+table\s+\w+\s*\(",
    re.DOTALL)

# What looks into each file of a folder: opening and closing a review that is open drops SQLite's locks on it.
LOOKS_INTO_FILES = re.compile(r"\bQ(?:FileDialog|FileIconProvider|FileSystemModel|MimeDatabase)\b")
LOOKS_INTO_FILES_HERE = "src/gui/file_dialog."


def project_files(root):
    """The files that git tracks or would track, as paths below root; without git, all but hidden and built ones."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, check=False) if (root / ".git").exists() else None
    if listed and listed.returncode == 0:
        names = set(os.fsdecode(listed.stdout).split("\0")) - {""}
        return sorted(name for name in names if (root / name).is_file())
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in {"build", "__pycache__"}]
        found += [Path(folder, name).relative_to(root).as_posix() for name in files]
    return sorted(found)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def sql_breaches(name, text):
    if Path(name).suffix not in SOURCE or name.startswith(SQL_FOLDERS):
        return
    for found in STRING.finditer(text):
        literal = found["raw"] if found["raw"] is not None else found["plain"]
        if literal and SQL.search(literal):
            yield f"{name}:{line_of(text, found.start())}: SQL belongs to {', '.join(SQL_FOLDERS)}"


def look_breaches(name, text):
    if Path(name).suffix not in SOURCE or not name.startswith("src/") or name.startswith(LOOKS_INTO_FILES_HERE):
        return
    for found in LOOKS_INTO_FILES.finditer(text):
        yield f"{name}:{line_of(text, found.start())}: {found[0]} belongs to {LOOKS_INTO_FILES_HERE}*, which says how files are asked for"


def text_breaches(name, text):
    limit = MAX_LINES.get(Path(name).suffix)
    lines = text.split("\n")
    if limit and len(lines) - 1 > limit:
        yield f"{name}:{limit + 1}: {len(lines) - 1} lines, more than the {limit} that such a file may have; split it by subject"
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield f"{name}:{number}: tab"
        if line != line.rstrip():
            yield f"{name}:{number}: space at the end of the line"
        if found := MARKER.search(line):
            yield f"{name}:{number}: leftover marker {found[0]}"
    if text and not text.endswith("\n"):
        yield f"{name}:{len(lines)}: no line end at the end of the file"
    yield from sql_breaches(name, text)
    yield from look_breaches(name, text)


def file_breaches(root, name):
    path = root / name
    size = path.stat().st_size
    if size > MAX_BYTES:
        yield f"{name}:1: {size} bytes, more than {MAX_BYTES}"
    elif path.suffix in TEXT and not name.startswith(DATA_FOLDERS):
        try:
            yield from text_breaches(name, path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            yield f"{name}:1: not UTF-8"


def uncompiled(root, names, commands):
    compiled = {os.path.realpath(os.path.join(entry["directory"], entry["file"]))
                for entry in json.loads(Path(commands).read_text(encoding="utf-8"))}
    for name in names:
        if name.endswith(".cpp") and name.startswith(("src/", "tests/")) and os.path.realpath(root / name) not in compiled:
            yield f"{name}:1: no target compiles this file"


def breaches(root, commands=None):
    names = project_files(root)
    for name in names:
        yield from file_breaches(root, name)
    if commands:
        yield from uncompiled(root, names, commands)


def main():
    parser = argparse.ArgumentParser(description="Checks the text of the project's files.")
    parser.add_argument("root", nargs="?", default=".", type=Path)
    parser.add_argument("--compile-commands", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if arguments.compile_commands and not arguments.compile_commands.exists():
        sys.exit(f"There is no {arguments.compile_commands}: configure that build folder first.")
    found = list(breaches(arguments.root, arguments.compile_commands))
    print("\n".join(found) or "source text: ok")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
