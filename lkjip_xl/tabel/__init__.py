"""The typed workbook in memory: expressions of formula columns, typing of cells, computed values."""
