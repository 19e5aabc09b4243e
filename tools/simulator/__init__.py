"""A seeded district: messy lists, a plan, and the key that says what must be found."""
