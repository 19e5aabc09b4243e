"""The table: every row in every kind of source, with and without a remembered checkpoint, asked of both verifiers."""
from concurrent.futures import ThreadPoolExecutor

from . import keeper, signers, storage
from .town import Town
from .verifiers import Place, ask_python, lay_out

GROUPS = storage.GROUPS + keeper.GROUPS + signers.GROUPS


class Outcome:
    """What was said of one row: {(source, with memory): (Swift, Python)}."""

    def __init__(self, attack):
        self.attack, self.said = attack, {}

    def wrong(self):
        """What is not as the table wants it, in words."""
        for (source, with_memory), (swift, python) in self.said.items():
            wanted = self.attack.expected(source, with_memory)
            of_python = self.attack.python if self.attack.python is not None else wanted
            if (swift, python) != (wanted, of_python):
                memory = "with" if with_memory else "without"
                yield f"{self.attack.name} ({source}, {memory} memory): expected {wanted}, amanah said {swift}, the second verifier {python}"


def ask(town, attack, swift):
    outcome = Outcome(attack)
    case = attack.make(town)
    key = case.key or town.honest.log.verifier_key
    for source in attack.sources:
        with Place() as directory:
            path = lay_out(case, source, directory)
            for with_memory in (False, True):
                kept = (case.kept or town.kept) if with_memory else None
                answer = ask_python(path, key, kept)
                outcome.said[source, with_memory] = (swift.ask(path, key, kept), answer)
    return outcome


def run(swift, workers):
    town = Town()
    attacks = [attack for _, group in GROUPS for attack in group]
    assert len({attack.name for attack in attacks}) == len(attacks), "two rows have one name"
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda attack: ask(town, attack, swift), attacks))
