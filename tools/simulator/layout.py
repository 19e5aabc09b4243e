"""Where in the district things go wrong, and how often."""

from dataclasses import dataclass
from random import Random

from . import days, groups
from .facts import Group, Resolution
from .kinds import KINDS
from .programme import DISTRICT

SMALLEST = 160  # families; fewer leave no sound majority


@dataclass(slots=True)
class Plant:
    kind: str
    period: int
    of: int | None = None  # the older registration of a pair


class Layout:
    """`plants`: index -> Plant; `groups`: index -> Group. `families + extras` people are registered or proposed."""

    def __init__(self, seed, families, periods, market):
        self.random = Random(seed * 1_000_003 + families)
        self.families, self.periods, self.market = families, periods, market
        self.plants, self.groups, self.pairs, self.extras = {}, {}, {}, 0
        self.used = set()
        self._groups(max(2, min(8, families // 400)), max(1, families // 5_000))
        self._singles(max(1, families // 1_000))

    def _groups(self, size, count):
        serial = 0
        for kind in groups.GROUPS:
            for _ in range(count):
                serial += 1
                start = self._free_block(size)
                period = self.random.randrange(len(self.periods))
                group = Group(kind, period, self.market.outlet_of(start), range(start, start + size))
                groups.prepare(self.market, group, serial)
                for index in group.members:
                    self.groups[index] = group

    def _free_block(self, size):
        while True:
            start = self.random.randrange(self.families // size) * size
            block = range(start, start + size)
            if self.market.outlet_of(start) == self.market.outlet_of(start + size - 1) and not self.used & set(block):
                self.used.update(block)
                return start

    def _free_family(self):
        while True:
            index = self.random.randrange(self.families)
            if index not in self.used:
                self.used.add(index)
                return index

    def _singles(self, count):
        last = len(self.periods) - 1
        for name, kind in KINDS.items():
            if name.startswith("asal-"):
                continue
            for _ in range(count):
                period = last if kind.last else self.random.randrange(kind.first, last + 1)
                index = self._free_family()
                while name == "tanpa-identitas" and not self._neighbour(index):
                    index = self._free_family()
                if kind.extra:
                    self._pair(name, index, period)
                else:
                    self.plants[index] = Plant(name, period)

    def _neighbour(self, index):
        """Keep the family before sound, in the same village, so that it can vouch."""
        before = index - 1
        if before < 0 or before in self.used or self.market.village_of(before) != self.market.village_of(index):
            return False
        self.used.add(before)
        return True

    def _pair(self, name, older, period):
        newer = self.families + self.extras
        self.extras += 1
        if name == "duplikat-selesai":
            period = 0
        self.plants[older] = Plant("asal-tetap-baru" if name == "duplikat-tetap-baru" else "asal-duplikat", period)
        self.plants[newer] = Plant(name, period, older)
        self.pairs[older] = newer
        self.pairs[newer] = older

    def resolutions(self, build):
        """What the registrar settled after the first period."""
        result = []
        at = days.at(self.periods[0].on(26), 10)
        for index, plant in self.plants.items():
            if plant.of is None or plant.kind not in ("duplikat-tetap-baru", "duplikat-selesai", "duplikat-beda"):
                continue
            older, newer = build(plant.of).number, build(index).number
            resolution, keep = {
                "duplikat-tetap-baru": ("samePerson", newer), "duplikat-selesai": ("sameFamily", older),
                "duplikat-beda": ("different", None)}[plant.kind]
            result.append(Resolution((older, newer), resolution, keep, DISTRICT, at))
        return result
