"""Copies for sending around: no macros, every call of our functions as a native formula or by LAMBDA names, or values only."""

from lkjip_xl.edar.salinan import HasilEdar, edarkan

__all__ = ["HasilEdar", "edarkan"]
