"""The pure core: text, numbers, formulas, scales, choices, worksheet functions, findings; no pandas, no files."""
