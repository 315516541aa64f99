"""Checking a workbook: the rules, the run over them, the page of findings."""
