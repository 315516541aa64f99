"""LKjIP-XL: spreadsheet-native toolkit for the yearly performance report (LKjIP) of Indonesian agencies."""

__version__ = "0.1.0"
