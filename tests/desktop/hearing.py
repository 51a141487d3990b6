"""Uses the program as a screen reader does: names, roles and actions over the accessibility bus."""

import os
import sys

from desk import Desk, Missing, wait_for


def every(node, depth=0):
    yield node
    if depth > 30:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from every(child, depth + 1)


def find(program, role, starts):
    """The first that is shown, of a role and with such a name; None: there is none."""
    import pyatspi
    try:
        for node in every(program):
            if node.getRoleName() == role and node.name.startswith(starts) and \
                    node.getState().contains(pyatspi.STATE_SHOWING):
                return node
    except Exception:  # the tree changed while it was walked; asked again
        return None
    return None


def program_of(name):
    import pyatspi
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        child = desktop.getChildAtIndex(i)
        if child is not None and child.name == name:
            child.set_cache_mask(0)  # nobody here listens to what changes: each question is asked anew
            return child
    return None


def unnamed(program):
    """Fields, lists and buttons that are shown and that a screen reader could not name."""
    import pyatspi
    spoken = {"push button", "text", "combo box", "list", "table", "check box", "radio button", "spin button"}
    return [f"{node.getRoleName()} in {node.parent.name!r}" for node in every(program)
            if node.getRoleName() in spoken and not node.name and not node.description
            and node.getState().contains(pyatspi.STATE_SHOWING)]


def act(node):
    node.queryAction().doAction(0)


def main(command, window):
    with Desk(command, window) as desk:
        os.environ.update(desk.environment)
        try:
            import pyatspi  # noqa: F401  after the bus is known
        except ImportError as missing:
            raise Missing(str(missing)) from missing
        review = desk.review(12)
        desk.open(review)
        program = wait_for("the program on the bus", lambda: program_of("Winnow"))
        for step in ["Overview", "Records", "Title and abstract", "Flow", "Log"]:
            assert wait_for(f"the step {step}", lambda: find(program, "list item", step))
        desk.press("ctrl+5")
        include = wait_for("the button Include", lambda: find(program, "push button", "\u2713"))
        assert "Include" in include.name, include.name
        act(include)
        wait_for("the decision", lambda: len(desk.decisions(review)) == 1)
        wait_for("what is said of it", lambda: find(program, "label", "Last decision: Included"))
        for number in range(1, 10):
            desk.press(f"ctrl+{number}")
            step = wait_for("a step", lambda: find(program, "list", "Steps of the review"))
            nameless = unnamed(program)
            assert not nameless, f"step {number}: {nameless}"
            assert step is not None


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3])
    except Missing as missing:
        print(f"not here: {missing}")
        sys.exit(77)
