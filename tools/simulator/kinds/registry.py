"""What can go wrong in a single family, one function each, and which reasons must come of it.

A function changes a sound family (people.Population.clean). `codes` must all appear for the family, `also` may; nothing
else may. With scope "one" they may appear in the planted period only.
"""

from dataclasses import dataclass

from .. import days
from ..programme import SEMBAKO

NO_HANDOVER = tuple(r + ".noHandover" for r in ("amount", "quality", "time", "price", "admin"))


@dataclass(frozen=True)
class Kind:
    name: str
    apply: object
    codes: tuple
    also: tuple
    scope: str
    findings: tuple
    first: int  # the first period (from 0) in which it can be planted
    last: bool  # planted in the last period
    extra: bool  # needs a second registration
    text: str


KINDS = {}


def kind(name, codes="", also="", scope="one", findings="", first=0, last=False, extra=False):
    def register(function):
        KINDS[name] = Kind(name, function, tuple(codes.split()), tuple(also.split()), scope, tuple(findings.split()),
                           first, last, extra, (function.__doc__ or "").strip())
        return function
    return register


def only(person, period):
    return next(h for h in person.handovers if h.period == period.code and h.programme == SEMBAKO)


def stop_after(person, periods, p):
    """No entitlement and no handover after period p."""
    later = {q.code for q in periods[p + 1:]}
    person.handovers = [h for h in person.handovers if h.period not in later]
    for key in [k for k in person.grants if k[1] in later]:
        del person.grants[key]


def stop_before(person, periods, p):
    earlier = {q.code for q in periods[:p]}
    person.handovers = [h for h in person.handovers if h.period not in earlier]
    for key in [k for k in person.grants if k[1] in earlier]:
        del person.grants[key]


def replace(pop, person, p, **how):
    """Hand over once more, otherwise; the sound handover of the period is dropped."""
    period = pop.periods[p]
    person.handovers = [h for h in person.handovers if h.period != period.code]
    handover = pop.handover(person, p, **how)
    person.handovers.append(handover)
    return handover


def drop(pop, person, p):
    person.handovers = [h for h in person.handovers if h.period != pop.periods[p].code]


def status(pop, person, p, word, day):
    period = pop.periods[p]
    person.statuses.append((period.on(day), word, days.at(period.on(22)), "status-" + period.code))
