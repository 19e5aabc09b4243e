"""What can go wrong in a single family."""

from . import target, delivery, record  # in the order in which they are listed and planted
from .registry import KINDS

__all__ = ["KINDS", "delivery", "record", "target"]
