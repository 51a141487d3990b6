"""Kills the program again and again while it screens: what was shown as decided is in the review."""

import os
import signal
import sys
import time

from desk import Desk, Missing, wait_for
from hearing import find, program_of

ROUNDS = 4


def told(program):
    """The number of decisions that the window says were made, as its list of marks has them."""
    label = find(program, "label", "Last decision: Included")
    return label.name if label is not None else ""


def main(command, window):
    with Desk(command, window) as desk:
        os.environ.update(desk.environment)
        try:
            import pyatspi  # noqa: F401
        except ImportError as missing:
            raise Missing(str(missing)) from missing
        review = desk.review(200)
        for turn in range(ROUNDS):
            before = len(desk.decisions(review))
            program = desk.open(review)
            heard = wait_for("the program on the bus", lambda: program_of("Winnow"))
            desk.press("ctrl+5")
            wait_for("a decision", lambda: desk.press("i") or told(heard))
            for _ in range(turn * 3):
                desk.press("i")
            last = told(heard)
            program.send_signal(signal.SIGKILL)
            program.wait()
            kept = desk.decisions(review)
            assert len(kept) > before, f"turn {turn}: {len(kept)} decisions, {before} before"
            texts = [entry["text"] for entry in kept]
            titles = [word for word in last.split() if word.isdigit()]
            assert any(f"K{title}" in text for title in titles for text in texts), (last, texts[-5:])
            desk.winnow("verify", review)
            time.sleep(0.2)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3])
    except Missing as missing:
        print(f"not here: {missing}")
        sys.exit(77)
