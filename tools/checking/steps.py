"""What is checked. A form check is every program tools/check-*; tests of Python tools are every folder tools/*/tests: nothing is
registered twice. What samples is given the seed; `all` samples nothing that can be done whole."""
import os

from . import ROOT
from .runner import Step

MODES = ("quick", "merge", "all")
# Compares a report with an answer key, which it is given: no check of form.
OF_ANSWERS = "check-answers"
PYTHON = ROOT / ".build-strangers/bin/python"
BUILD, TESTS = "build", "tests"
HOUR = 3600


def steps(mode, seed, fuzz_seconds=None):
    """The steps of a mode, in the order in which they begin."""
    form = list(forms())
    every = form + list(beside(tuple(step.name for step in form))) + list(built(mode, seed))
    if mode != "quick":
        every += instrumented(mode, seed, fuzz_seconds or (HOUR if mode == "all" else 44))
    return every


def forms():
    """What takes a moment: it must hold before anything is built."""
    yield Step("setup", ("sh", "-c", "test -f .build-strangers/installed.txt || { echo 'run tools/setup first'; exit 1; }"))
    yield Step("generated sources", ("tools/generate", "--check"))
    yield Step("format", ("swift", "format", "lint", "--strict", "--recursive", "--parallel", "Package.swift", "Sources", "Tests"))
    for path in sorted((ROOT / "tools").glob("check-*")):
        if path.name != OF_ANSWERS and path.is_file() and os.access(path, os.X_OK):
            yield Step(path.name.removeprefix("check-").replace("-", " "), (f"tools/{path.name}",))
    schemas = sorted(path.relative_to(ROOT) for path in (ROOT / "Schemas").glob("*.json"))
    yield Step("schemas", (PYTHON, "-m", "check_jsonschema", "--check-metaschema", *schemas), ("setup",))


def beside(form):
    """The build, and what needs none."""
    # Prints "Build complete!" even when an undeclared import makes it fail; the exit status is right.
    yield Step(BUILD, ("swift", "build", "--build-tests", "--explicit-target-dependency-import-check", "error"), form)
    yield Step("transparency log vectors", ("python3", "Tests/Vectors/transparency-log/generate.py", "--check"), form)
    for folder in sorted((ROOT / "tools").glob("*/tests")):
        name = folder.parent.name
        there = any(folder.glob("test_*.py"))
        # Tests in a package import their neighbours by its name, the others by path.
        top = ("-t", "tools") if (folder / "__init__.py").exists() else ()
        yield Step(f"python tests of {name}", ("python3", "-m", "unittest", "discover", "-s", folder.relative_to(ROOT), *top), form,
                   missing="" if there else "there are none")


def built(mode, seed):
    """What runs the program or its tests."""
    quick, whole = mode == "quick", mode == "all"

    def sized(few, usual, every):
        return str(few if quick else every if whole else usual)
    amanah = ("--amanah", ".build/debug/amanah")
    yield Step(TESTS, ("swift", "test", "--skip-build", "--disable-xctest"), (BUILD,), environment={"AMANAH_TEST_SEED": str(seed)})
    yield Step("schemas and readers agree", ("tools/strangers/differential", *amanah, "--events", sized(4_000, 20_000, 200_000), "--seed",
                                             str(seed)), (BUILD,))
    yield Step("strangers", ("tools/strangers/run", *amanah, "--seed", str(seed), *(["--short"] if quick else [])), (BUILD,))
    districts = [] if quick else [f"1000:{seed % 1_000_000 + n}" for n in range(3)] if whole else [f"160:{seed % 1_000_000}"]
    simulated = [word for district in districts for word in ("--simulate", district)]
    yield Step("end to end", ("tools/end-to-end", *amanah, "--mutations", sized(10, 40, 1_000), "--seed", str(seed), *simulated), (BUILD,))
    yield Step("tamper experiment", ("tools/tamper", "--check", *amanah, "--every", sized(1_000, 100, 1), "--sample-seed", str(seed)),
               (BUILD,), cores=2)
    cuts = ["--full"] if whole else ["--kills", "2" if quick else "12", "--every", "1000" if quick else "100"]
    if quick:
        cuts += ["--parts", "kills,faults,lost-writes"]
    yield Step("power cut", ("tools/power-cut/run", *amanah, *cuts, "--seed", str(seed)), (BUILD,), cores=2)


def instrumented(mode, seed, fuzz_seconds):
    """Two more builds: one for the address sanitizer and the fuzzers, one for the thread sanitizer."""
    given = {"AMANAH_TEST_SEED": str(seed)}
    optimised = () if mode == "all" else ("--debug",)
    yield Step("address sanitizer", ("tools/sanitize", "address"), (BUILD,), environment=given)
    yield Step("thread sanitizer", ("tools/sanitize", "thread"), (BUILD,), environment=given)
    yield Step("fuzzers", ("tools/fuzz/run", *optimised, "--seconds", str(fuzz_seconds), "--seed", str(max(1, seed))),
               ("address sanitizer",))
