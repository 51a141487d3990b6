"""Screens with the keyboard only, undoes, quits, and goes on after the next start."""

import sys

from desk import Desk, Missing, wait_for


def verdicts(desk, review):
    return [entry["verdict"] for entry in desk.decisions(review)]


def decide(desk, review, key, expected):
    """A key may come before the window listens; the second time it does."""
    desk.press(key)
    wait_for(f"{expected} after {key}", lambda: verdicts(desk, review) == expected, 30)


def main(command, window):
    with Desk(command, window) as desk:
        review = desk.review(12)
        program = desk.open(review)
        desk.press("ctrl+5")
        wait_for("the first decision", lambda: desk.press("i") or verdicts(desk, review), 60)
        taken = verdicts(desk, review)
        assert set(taken) == {"include"}, taken
        for key, verdict in [("e", "exclude"), ("m", "maybe"), ("e", "exclude")]:
            taken.append(verdict)
            decide(desk, review, key, taken)
        taken.pop()
        decide(desk, review, "ctrl+z", taken)
        desk.press("ctrl+q")
        wait_for("the end of the program", lambda: program.poll() is not None)
        assert program.returncode == 0, program.returncode

        desk.open(review)
        desk.press("ctrl+5")
        before = len(taken)
        wait_for("the next decision",
                 lambda: desk.press("e") or len(verdicts(desk, review)) > before, 60)
        records = [entry["subject"] for entry in desk.decisions(review)]
        assert len(records) == len(set(records)), "a record was decided on twice"
        desk.winnow("verify", review)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3])
    except Missing as missing:
        print(f"not here: {missing}")
        sys.exit(77)
