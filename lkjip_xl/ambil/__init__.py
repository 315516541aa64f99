"""Take tables that staff already have into the workbook: recognised, mapped, previewed, written, undoable."""
