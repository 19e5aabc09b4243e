"""What keys may do (SPEC 7.2). The grants in force of one key are indexed, so that a question looks at few of them."""
import collections
import heapq
import itertools
from typing import NamedTuple, Optional

# Stands for every region in the index: where an event's schema knows no region, a grant of any regions will do.
ANY = object()


class Grant(NamedTuple):
    """What a key may do and when; None means everywhere, every programme, without end."""

    roles: frozenset
    regions: Optional[frozenset]
    programmes: Optional[frozenset]
    start: int
    end: Optional[int]

    def covers_region(self, region):
        return self.regions is None or not self.regions.isdisjoint(covering(region))

    def contains(self, other):
        """Whether the other grant's regions and programmes all lie within this one's."""
        regions = self.regions is None or (other.regions is not None and all(map(self.covers_region, other.regions)))
        return regions and (self.programmes is None or (
            other.programmes is not None and other.programmes <= self.programmes))


def covering(region):
    """The regions that cover a region: itself, and what it continues after a dot."""
    parts = region.split(".")
    return [".".join(parts[:count]) for count in range(len(parts), 0, -1)]


class Grants:
    """The grants of one key, asked at times that never go back. A grant counts from the first `advance` after it was added."""

    def __init__(self):
        self._grants, self._coming, self._ending = [], [], []
        self.in_force = set()
        # The numbers of the grants in force by (role, region) and by (role, programme).
        self._by_region = collections.defaultdict(set)
        self._by_programme = collections.defaultdict(set)

    def add(self, grant):
        heapq.heappush(self._coming, (grant.start, len(self._grants)))
        self._grants.append(grant)

    def advance(self, now):
        """Takes into the index what is in force by now, and takes out what no longer is."""
        while self._coming and self._coming[0][0] <= now:
            number = heapq.heappop(self._coming)[1]
            end = self._grants[number].end
            if end is None or now < end:
                self._index(number, set.add)
                if end is not None:
                    heapq.heappush(self._ending, (end, number))
        while self._ending and self._ending[0][0] <= now:
            self._index(heapq.heappop(self._ending)[1], set.discard)

    def _index(self, number, change):
        grant = self._grants[number]
        change(self.in_force, number)
        for role in grant.roles:
            for region in itertools.chain([ANY], _listed(grant.regions)):
                change(self._by_region[role, region], number)
            for programme in _listed(grant.programmes):
                change(self._by_programme[role, programme], number)

    def lacking(self, roles, region, needs_region, programme):
        """What no grant in force gives: "role", "region" or "programme"; None when one gives all three.

        An event without region that `needs_region` reaches everywhere; otherwise it needs no cover for one.
        """
        if not any(self._by_region.get((role, ANY)) for role in roles):
            return "role"
        places = [None] if needs_region else [ANY]
        if region is not None:
            places = [None, *covering(region)]
        able = [(role, numbers) for role in roles for place in places if (numbers := self._by_region.get((role, place)))]
        if not able:
            return "region"
        if programme is not None and all(
                numbers.isdisjoint(self._by_programme.get((role, listed), ()))
                for role, numbers in able for listed in (None, programme)):
            return "programme"
        return None

    def contain(self, role, other):
        """Whether one grant in force of the role contains all that the other one reaches."""
        # What it needs: for each region and each programme, a grant out of some sets. The need with the fewest grants is looked through.
        needs = [[(self._by_region, place) for place in ([None] if region is None else [None, *covering(region)])]
                 for region in _listed(other.regions)]
        needs += [[(self._by_programme, listed) for listed in {None, programme}] for programme in _listed(other.programmes)]
        choices = [[index[role, key] for index, key in need if (role, key) in index] for need in needs]
        fewest = min(choices, key=lambda sets: sum(map(len, sets)))
        return any(self._grants[number].contains(other) for number in itertools.chain.from_iterable(fewest))


def _listed(names):
    return (None,) if names is None else names
