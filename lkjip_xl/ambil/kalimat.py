"""How taking over ends, in one sentence: on the screen and on the guide, by button and by command."""

from __future__ import annotations

from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU
from lkjip_xl.perubahan import LEMBAR_RIWAYAT
from lkjip_xl.rencana.model import Rencana
from lkjip_xl.rencana.usulan import kalimat_tersisa


def kalimat_pratinjau(rencana: Rencana) -> str:
    """What the preview sheet has to show and what to look at there; without its full stop, for a button goes on."""
    n = rencana.cacah()["ditulis"]
    temuan = f", {k} hal yang perlu dilihat di akhir daftar" if (k := len(rencana.temuan)) else ""
    return f"{len(rencana.tabel)} tabel, {n} sel siap ditulis{temuan}. Periksa kolom Ambil di lembar {LEMBAR_PRATINJAU}"


def kalimat_terapkan(rencana: Rencana, ditulis: int) -> str:
    """How taking over ends: the cells written, where they are recorded, what is left to be chosen."""
    sisa = kalimat_tersisa(rencana)
    return f"{rencana.kalimat_tulis(ditulis)}; tercatat di lembar {LEMBAR_RIWAYAT}.{' ' + sisa.pesan if sisa else ''}"
