"""A screen of its own with a window manager, on which the desktop program is used as a person uses it."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "xdotool", "dbus-daemon"]
PATIENCE = 60  # seconds for anything; machines of tests are slow


class Missing(Exception):
    """A program or module that the tests use is not there."""


def wait_for(what, happens, patience=PATIENCE):
    """The first value of happens() that is true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = happens()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {patience} s in vain for {what}")


class Desk:
    """To be used as `with Desk(command, window) as desk`; takes down all that it put up."""

    def __init__(self, command, window):
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing:
            raise Missing(", ".join(missing))
        self.command = command
        self.window = window
        self.children = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="winnow-desk-"))
        read_end, write_end = os.pipe()
        self.start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
                   pass_fds=[write_end], env=os.environ)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            display = pipe.readline().strip()
        self.environment = {
            **{name: os.environ[name] for name in ["PATH", "LANG"] if name in os.environ},
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
            "LC_ALL": "C.UTF-8",
            "DISPLAY": ":" + display,
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "WINNOW_REVIEWER": "anna",
        }
        # Whatever the libraries of a desktop keep until the end is not looked for here; and that of the keyboard
        # copies names out of an answer of the X server by strndup(), which is right, but not to the strict check.
        if "ASAN_OPTIONS" in self.environment:
            self.environment["ASAN_OPTIONS"] += ":detect_leaks=0:strict_string_checks=0"
        bus = subprocess.run(["dbus-daemon", "--session", "--fork", "--print-address=1", "--print-pid=1"],
                             env=self.environment, capture_output=True, text=True, check=True).stdout.split()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus[0]
        self.bus = int(bus[1])
        self.start(["openbox"])
        return self

    def __exit__(self, *exception):
        for child in reversed(self.children):
            child.kill()
            child.wait()
        os.kill(self.bus, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, arguments, **options):
        options.setdefault("env", getattr(self, "environment", None))
        child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL,
                                 stderr=(self.folder / "errors").open("a"), **options)
        self.children.append(child)
        return child

    def winnow(self, *arguments):
        """What the command line prints."""
        return subprocess.run([self.command, *map(str, arguments)], env=self.environment,
                              capture_output=True, text=True, check=True).stdout

    def review(self, records):
        """A review of that many records, every third of which is on handicraft."""
        file = self.folder / "r.winnow"
        ris = self.folder / "a.ris"
        ris.write_text("".join(
            f"TY  - JOUR\nID  - K{i}\nTI  - Paper {i} on {'handicraft' if i % 3 == 0 else 'steel'}\n"
            f"AB  - BACKGROUND: Text {i}. METHODS: We asked.\nPY  - 2020\nER  - \n" for i in range(records)))
        self.winnow("init", file, "--title", "A review on a screen")
        self.winnow("import", file, ris, "--source", "Scopus")
        return file

    def decisions(self, review):
        """Those that hold, as (text of the log), the first one first."""
        entries = json.loads(self.winnow("log", review, "--json"))
        return [entry for entry in entries if entry["kind"] == "decision" and not entry["undone"]]

    def open(self, *arguments):
        """The program, once its window is there and has the keyboard."""
        program = self.start([self.window, *map(str, arguments)])
        wait_for("a window", lambda: self.windows() or program.poll() is not None)
        assert program.poll() is None, (self.folder / "errors").read_text()
        self.xdotool("windowactivate", "--sync", self.windows()[-1])
        return program

    def windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Winnow"],
                               env=self.environment, capture_output=True, text=True, check=False)
        return found.stdout.split()

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def press(self, *keys):
        self.xdotool("key", "--clearmodifiers", "--delay", "60", *keys)

    def picture(self, file):
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, check=False)
