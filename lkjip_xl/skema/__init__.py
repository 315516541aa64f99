"""Strict YAML schemas: one per sheet, turned into layout and a pandera schema."""
