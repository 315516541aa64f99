"""What becomes of every cell of foreign tables in a workbook: which sheet and place it is of, written, equal, in conflict, or why not."""

from lkjip_xl.rencana.model import Nasib, PetaKolom, PetaTabel, Rencana, SelAsal, Yakin
from lkjip_xl.rencana.rencana import rencanakan

__all__ = ["Nasib", "PetaKolom", "PetaTabel", "Rencana", "SelAsal", "Yakin", "rencanakan"]
