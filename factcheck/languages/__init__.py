"""The words of each language: one hand-written file each, over data generated from the Unicode CLDR."""
