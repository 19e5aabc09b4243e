"""Steps run in order and beside each other, stop at a failure, and are counted."""

import functools
import os
import subprocess
import sys
import unittest
import unittest.mock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from checking.runner import Runner, Step  # noqa: E402

# Ends only when it is stopped.
ENDLESS = "import signal; signal.pause()"


def python(name, code, *needs, **more):
    return Step(name, (sys.executable, "-c", code), needs, **more)


class Running(unittest.TestCase):
    def run_steps(self, *steps, cores=2):
        self.said = []
        runner = Runner(steps, cores=cores, say=self.said.append)
        return runner, runner.run()

    def states(self, runner):
        return {name: outcome.state for name, outcome in runner.outcomes.items()}

    def test_what_passes_is_counted_and_told(self):
        runner, passed = self.run_steps(python("a", "print('said by a')"), python("b", "pass", "a"))
        self.assertTrue(passed)
        self.assertEqual(runner.counts(), "2 passed, 0 failed")
        self.assertIn("said by a", self.said)

    def test_a_failure_stops_the_others_and_stands_last(self):
        runner, passed = self.run_steps(python("long", ENDLESS), python("bad", "print('why it is bad'); raise SystemExit(3)"),
                                        python("later", "pass", "bad"), cores=2)
        self.assertFalse(passed)
        self.assertEqual(self.states(runner), {"long": "stopped", "bad": "FAILED", "later": "not run"})
        self.assertEqual(runner.outcomes["bad"].status, 3)
        self.assertEqual(self.said[-1], "why it is bad")
        self.assertEqual(runner.counts(), "0 passed, 1 failed")
        self.assertTrue(any("FAILED" in line and "bad (exit status 3)" in line for line in runner.table()))

    def test_what_a_step_started_is_stopped_with_it(self):
        # The pipe stays open, and the reading of it goes on, as long as the child lives.
        reading, writing = os.pipe()
        child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ENDLESS!r}], pass_fds=[{writing}])"
        os.set_inheritable(writing, True)
        with unittest.mock.patch("subprocess.Popen", functools.partial(subprocess.Popen, pass_fds=[writing])):
            self.run_steps(python("parent", child), python("bad", "raise SystemExit(1)"))
        os.close(writing)
        with open(reading, "rb") as file:
            self.assertEqual(file.read(), b"")

    def test_a_program_that_is_not_there_fails(self):
        runner, passed = self.run_steps(Step("gone", ("/nonexistent/program",)))
        self.assertFalse(passed)
        self.assertEqual(runner.outcomes["gone"].status, 127)

    def test_a_step_that_needs_all_cores_runs_alone(self):
        self.run_steps(python("one", "pass"), python("all", "pass", cores=2), python("other", "pass"))
        order = [(line[0], line.split()[1].rstrip(":")) for line in self.said if line[0] in "▸─"]
        self.assertEqual(order, [("▸", "one"), ("─", "one"), ("▸", "all"), ("─", "all"), ("▸", "other"), ("─", "other")])

    def test_steps_for_which_there_are_cores_run_beside_each_other(self):
        self.run_steps(python("one", "pass"), python("other", "pass"))
        self.assertEqual([line[0] for line in self.said if line[0] in "▸─"], ["▸", "▸", "─", "─"])

    def test_a_step_for_more_cores_than_there_are_still_runs(self):
        self.assertTrue(self.run_steps(python("wide", "pass", cores=8), cores=1)[1])

    def test_what_cannot_be_run_is_skipped_and_said(self):
        runner, passed = self.run_steps(python("none", "raise SystemExit(1)", missing="there are none"), python("after", "pass", "none"))
        self.assertTrue(passed)
        self.assertEqual(runner.counts(), "1 passed, 0 failed, 1 skipped")
        self.assertTrue(any("there are none" in line for line in self.said))

    def test_processor_time_of_children_is_counted(self):
        busy = "import time\nwhile time.process_time() < 0.3: pass"
        runner, _ = self.run_steps(python("busy", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"))
        self.assertGreaterEqual(runner.outcomes["busy"].processor, 0.3)

    def test_two_steps_of_one_name_and_unknown_needs_are_refused(self):
        for steps in ([python("a", ""), python("a", "")], [python("a", "", "b")]):
            with self.assertRaises(ValueError):
                Runner(steps)


if __name__ == "__main__":
    unittest.main()
