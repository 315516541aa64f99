"""Forms other people give their tables (cascades, cross tables, years as columns, one table an indicator), as rows and columns of a sheet."""

from lkjip_xl.bentuk.bentuk import per_bentuk, satukan

__all__ = ["per_bentuk", "satukan"]
