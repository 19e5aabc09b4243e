"""What is checked: nothing by hand that a pattern finds, and the same seed draws the same."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from checking import ROOT, seeds, steps  # noqa: E402
from checking.main import chosen  # noqa: E402
from checking.runner import Runner  # noqa: E402


class Steps(unittest.TestCase):
    def test_every_mode_can_be_run(self):
        for mode in steps.MODES:
            every = steps.steps(mode, 7)
            Runner(every)
            for step in every:
                program = str(step.command[0])
                if program.startswith("tools/"):
                    self.assertTrue(os.access(ROOT / program, os.X_OK), program)

    def test_every_form_check_is_a_step(self):
        commands = {step.command[0] for step in steps.steps("quick", 7)}
        for path in (ROOT / "tools").glob("check-*"):
            self.assertEqual(f"tools/{path.name}" in commands, path.name != "check-answers", path.name)

    def test_the_tests_of_every_tool_are_a_step(self):
        names = {step.name for step in steps.steps("quick", 7)}
        for folder in (ROOT / "tools").glob("*/tests"):
            self.assertIn(f"python tests of {folder.parent.name}", names)

    def test_a_larger_mode_leaves_no_step_out(self):
        quick, merge, whole = ({step.name for step in steps.steps(mode, 7)} for mode in steps.MODES)
        self.assertLess(quick, merge)
        self.assertEqual(merge, whole)

    def test_the_same_seed_gives_the_same_commands_and_another_gives_others(self):
        self.assertEqual(steps.steps("merge", 7), steps.steps("merge", 7))
        first, second = ({step.name: (step.command, step.environment) for step in steps.steps("merge", seed)} for seed in (7, 8))
        differing = {name for name in first if first[name] != second[name]}
        self.assertEqual(differing, {"tests", "schemas and readers agree", "strangers", "end to end", "tamper experiment", "power cut",
                                     "address sanitizer", "thread sanitizer", "fuzzers"})

    def test_one_step_comes_with_what_it_needs(self):
        names = [step.name for step in chosen(steps.steps("merge", 7), ["end to end"])]
        self.assertEqual(names[-1], "end to end")
        self.assertIn("build", names)
        self.assertNotIn("strangers", names)
        with self.assertRaises(ValueError):
            chosen(steps.steps("merge", 7), ["no such step"])


class Seeds(unittest.TestCase):
    def test_what_is_given_is_taken(self):
        self.assertEqual(seeds.seed({seeds.VARIABLE: "B2c4"}), ("0000b2c4", seeds.VARIABLE))

    def test_what_is_no_seed_is_refused(self):
        for text in ("xyz", "123456789", "-1", "0x1"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                seeds.seed({seeds.VARIABLE: text})

    def test_otherwise_it_is_of_the_commit(self):
        try:
            done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True)
        except OSError:
            self.skipTest("there is no git")
        expected = done.stdout[:8] if done.returncode == 0 else seeds.FIXED
        self.assertEqual(seeds.seed({})[0], expected)


if __name__ == "__main__":
    unittest.main()
