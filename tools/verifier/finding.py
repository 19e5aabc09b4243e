"""What a verification reports."""


class Finding(Exception):
    """The first thing that is wrong: a code of SPEC 7.1 or 8, and a position unless it is about a checkpoint or a proof."""

    def __init__(self, code, position, message):
        super().__init__(message)
        self.code, self.position, self.message = code, position, message

    def __str__(self):
        place = "" if self.position is None else f" at position {self.position}"
        return f"FINDING {self.code}{place}: {self.message}"
