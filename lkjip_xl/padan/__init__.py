"""Which column and row of somebody else's table is which of ours: by what columns are called and rows are named, then by content."""

from lkjip_xl.padan.model import BarisTuju, KolomTuju, Tujuan
from lkjip_xl.padan.padan import Padan, padankan

__all__ = ["BarisTuju", "KolomTuju", "Padan", "Tujuan", "padankan"]
