"""Build the template workbook from the schemas."""
