"""The only place that opens, reads and writes a workbook file; what it does not understand stays byte for byte."""
