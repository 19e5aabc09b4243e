"""docs/tamper-experiment.md, from what was said."""
import json

from .attack import ALL, DATABASES, PUBLISHED, NEEDS
from .town import KEPT
from .verifiers import VECTORS

HEAD = """# The tamper experiment

What both verifiers say when a small ledger is attacked: every attack that we could think of, tried on bytes, not argued. This page is written by
`tools/tamper`; nobody edits it. The table of attacks is [tools/attacks](../tools/attacks); who might try which stands in the [threat model](threat-model.md).

- The ledger has eight entries, and ten keys have grants. The auditor remembers its checkpoint of {kept} entries.
- Each row is given to `amanah verify` (Swift) and `tools/verifier/verify` (Python) as published files, as a ledger's directory, and as a `ledger.sqlite` alone,
  or as those that its name says; each time without and with the remembered checkpoint. A row fails unless both name the expected code, and the expected position.
- *nothing* means that the verifier is content. *not read* means exit status 4: the file is refused as no ledger.

To do it again, from the root of the repository, after `swift build`:

```
tools/tamper            # everything, and writes this page; some {minutes} minutes on two busy cores
tools/tamper --check    # what CI runs: every row; every flip with Python, one in {every} with Swift; compares this page
```

## In short

{rows} attacks, {questions} questions to each verifier. Both gave the same code and position each time, but for the {swift_only} rows that only Swift can check.

| outcome | attacks |
| --- | --- |
| found without any memory | {found} |
| found only against a remembered checkpoint | {memory} |
| not found by either: [what remains](#what-is-not-found) | {missed} |
| nothing wrong, or allowed: for comparison | {sound} |

{flips} changed bytes: {flips_found} found where they were changed, {flips_missed} not found without memory, all of these in `recordedAt`, which no author signs.
"""


def position(text):
    """`entry.leaf@3` in words."""
    if text == "ok":
        return "nothing"
    if text.startswith("exit"):
        return "not read"
    code, _, at = text.partition("@")
    return f"`{code}`" + (f" at {at}" if at else "")


def cell(outcome, with_memory):
    """What was said in all sources, as one text where it was the same."""
    by_source = {source: said for (source, memory), said in outcome.said.items() if memory == with_memory}
    texts = {source: position(swift) + (f" (Swift; Python: {position(python)})" if python != swift else "")
             for source, (swift, python) in by_source.items()}
    if len(set(texts.values())) == 1:
        return next(iter(texts.values()))
    return f"{texts[DATABASES[0]]}; published: {texts[PUBLISHED]}"


def kind(outcome):
    """found, memory, missed or sound."""
    def seen(memory):
        return all(swift != "ok" for (_, with_memory), (swift, _) in outcome.said.items() if with_memory == memory)
    if seen(False):
        return "found"
    if outcome.attack.remark.startswith("not caught"):
        return "missed" if not seen(True) else "memory"
    return "memory" if seen(True) else "sound"


def table(outcomes):
    yield "| attack | needs | without memory | with a remembered checkpoint | remark |"
    yield "| --- | --- | --- | --- | --- |"
    for outcome in outcomes:
        attack = outcome.attack
        where = "" if attack.sources == ALL else " *(published files)*" if attack.sources == (PUBLISHED,) else " *(database)*"
        yield (f"| {attack.name}{where} | {NEEDS[attack.needs]} | {cell(outcome, False)} | {cell(outcome, True)} | {attack.remark} |")


def needs():
    yield "The column *needs*:"
    yield ""
    for text, short in NEEDS.items():
        yield f"- **{short}**: {text}"


def flip_table(results):
    yield "| what is changed | by | changes | found where they were made | codes |"
    yield "| --- | --- | --- | --- | --- |"
    for flips, counts, _, _ in results:
        codes = ", ".join(f"`{code}` {count:,}" for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if code != "ok")
        missed = counts["ok"]
        found = f"{sum(counts.values()) - missed:,}" + (f", {missed:,} not found" if missed else ", all")
        yield f"| {flips.name} | {flips.needs} | {sum(counts.values()):,} | {found} | {codes} |"


def vectors():
    counts = {path.stem: len(json.loads(path.read_text())) for path in sorted(VECTORS.glob("*.json"))}
    return sum(counts.values()), counts["malleability"]


def render(groups, outcomes, results, seed, every, minutes):
    by_name = {outcome.attack.name: outcome for outcome in outcomes}
    kinds = [kind(outcome) for outcome in outcomes]
    flips, missed = sum(sum(c.values()) for _, c, _, _ in results), sum(c["ok"] for _, c, _, _ in results)
    lines = [HEAD.format(
        kept=KEPT, minutes=minutes, every=every, rows=len(outcomes), questions=f"{sum(len(o.said) for o in outcomes):,}",
        swift_only=sum(o.attack.python is not None for o in outcomes), flips=f"{flips:,}", flips_found=f"{flips - missed:,}",
        flips_missed=missed,
        **{name: kinds.count(name) for name in ("found", "memory", "missed", "sound")})]
    for name, attacks in groups:
        lines += [f"## {name}", "", *table([by_name[attack.name] for attack in attacks]), ""]
    lines += [*needs(), "", "## What is not found", "",
              "No log shows these, whatever its verifier. They are not failures of a check; there is nothing to check.", ""]
    lines += [f"- {o.attack.name}: {o.attack.remark}" for o, k in zip(outcomes, kinds) if k == "missed"]
    total, malleable = vectors()
    lines += ["", "The [residual risks](threat-model.md#residual-risks) say what helps.", "", "## Every byte in turn", "",
              f"A ledger of five entries. Every byte is changed in four ways: by 0x01, 0x20 and 0x80, and by a mask that seed {seed} chooses. Who keeps the log makes",
              "everything anew afterwards: positions, hashes, tiles, checkpoint. A change counts as found only at the entry where it was made; for `recordedAt`",
              "the code and position that SPEC 8 demands are computed apart and must be met.", "", *flip_table(results), "",
              "A time moved forward past the next entry's shows there, as `entry.recordedAt`; a time within its neighbours' shows to an author who had seen the head, or to",
              "whoever remembers a checkpoint.", "", "## Other bytes for the same thing", "",
              f"Malleability is in the [vectors](../Tests/Vectors/admission/README.md) that both verifiers run, and a third one may: {malleable} cases of {total} in",
              "`malleability.json`: base64 that is not canonical; the eight points of small order and every second spelling of a point, as key and as R; S plus multiples of the group",
              "order; signatures that only the cofactor would accept; names that look alike; JSON that two readers take for two things; a note within a note; CR LF; checkpoints",
              "with odd lines. Sizes at their limits (65,535 and 65,536 bytes, 256 and 257 events, 16 and 17 signatures) are in `sound.json`, `notes.json` and `entries.json`.", ""]
    return "\n".join(lines)
