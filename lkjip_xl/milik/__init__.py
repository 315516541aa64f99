"""Sheets we write and write again: which of a workbook's are ours, and what its user has put on them."""
