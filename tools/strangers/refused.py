"""What a stranger says when something is wrong."""


class Refused(Exception):
    """A finding: what it is about, and at which position, if it names one."""

    def __init__(self, kind, position=None, detail=""):
        super().__init__(f"{kind}{'' if position is None else f' at position {position}'}{detail and ': ' + detail}")
        self.kind = kind
        self.position = position
