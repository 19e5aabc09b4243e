"""check-jsonschema (PyPI) validates the schemas themselves, and every event against its schema."""
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from refused import Refused

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "Schemas"


def check_schemas(folder=SCHEMAS):
    """The schemas are JSON Schema 2020-12."""
    files = sorted(str(path) for path in Path(folder).glob("*.json"))
    _run("--check-metaschema", *files)
    return {"schemas": len(files)}


def audit(events):
    """Validates events, given as position, place and line, all in one run."""
    kinds = defaultdict(list)
    for position, place, line in events:
        kinds[json.loads(line)["type"]].append((position, place, line))
    with tempfile.TemporaryDirectory() as folder:
        schema, instance = Path(folder) / "schema.json", Path(folder) / "events.json"
        schema.write_text(json.dumps(bundle(kinds)))
        arrays = (f"{json.dumps(_name(kind))}:[{','.join(line for _, _, line in lines)}]" for kind, lines in kinds.items())
        instance.write_text("{" + ",".join(arrays) + "}")
        try:
            _run("--schemafile", str(schema), str(instance))
        except Refused as refused:
            raise _located(refused, kinds) from refused
    return {"events": sum(map(len, kinds.values())), "types": len(kinds)}


def _name(kind):
    return kind.replace(".", "_")


def _located(refused, kinds):
    """The refusal with the position of the first event that it names, as in $.handover_recorded[17].data."""
    places = [(kind, int(index)) for kind in kinds for index in re.findall(rf"\$\.{_name(kind)}\[(\d+)\]", str(refused))]
    positions = sorted((kinds[kind][index][0], kind) for kind, index in places)
    if not positions:
        return refused
    return Refused("schema", positions[0][0], f"the schema of {positions[0][1]} refuses an event")


def bundle(kinds):
    """A schema for arrays of events, with the schemas of the repository as they are, so that none is fetched."""
    documents = {name: json.loads((SCHEMAS / f"{name}.json").read_text()) for name in [*kinds, "definitions"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://amanah.example/schemas/arrays", "type": "object",
        "properties": {_name(kind): {"type": "array", "items": {"$ref": documents[kind]["$id"]}} for kind in kinds},
        "additionalProperties": False, "$defs": documents,
    }


def _run(*arguments):
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--color", "never", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused("schema", None, (done.stdout + done.stderr)[:100_000])
