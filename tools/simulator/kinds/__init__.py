"""What can go wrong in a single family."""

from . import delivery, record, target
from .registry import KINDS

__all__ = ["KINDS", "delivery", "record", "target"]
