"""Stands in for rapidfuzz where only pure Python runs: the few functions LKjIP-XL calls, with the same results.

It lies in the folder for xlwings Lite and is never imported elsewhere: rapidfuzz has no build for Python in a browser.
"""
