"""Mutation testing of the pure core and the comparison logic: does some quick test fail for every small change of the code?

cosmic-ray makes the mutants; here they are chosen, run and held against the list of those that change nothing (`setara.yaml`).
"""
