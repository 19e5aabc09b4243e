"""What tools/check runs (`steps`), and how (`runner`). See docs/adr/0015-check.md."""
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
