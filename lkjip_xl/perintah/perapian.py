"""Numbers written as text: list, apply, take back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.rapikan import Perubahan, Usulan
    from lkjip_xl.skema.model import Skema


@dengan_kata
def rapikan(buku: Path, *, sk: Skema | None = None) -> list[Usulan]:
    """Proposals to turn text into numbers; nothing is changed."""
    from lkjip_xl.rapikan import usulan
    from lkjip_xl.tabel.muat import muat_buku

    return usulan(muat_buku(buku, sk or skema()))


@dengan_kata
def terapkan_rapikan(
    buku: Path,
    kata: str,
    waktu: str,
    *,
    sk: Skema | None = None,
    lapor: Lapor | None = None,
    kabar: list[Temuan] | None = None,
) -> list[Perubahan]:
    """Apply the proposals that `kata` names and record them with the time; raises GalatBerkas (RP-01, BK-40).

    kabar takes what the user had put on the sheet of records and what became of it.
    """
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.perubahan import LEMBAR_RIWAYAT
    from lkjip_xl.rapikan import pilih, terapkan, usulan
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.tabel.terakhir import catat_terakhir

    sk = sk or skema()
    with sunting(buku, "rapikan", lapor) as s:
        hasil = terapkan(s.paket, pilih(usulan(muat_buku(s.paket, sk)), kata), sk, waktu, kabar)
        if hasil:
            catat_terakhir(s.paket, f"{len(hasil)} sel dirapikan; tercatat di lembar {LEMBAR_RIWAYAT}.")
            s.simpan()
            if kabar is not None:
                kabar += tanda_tangan_hilang(s.paket)
    return hasil


@dengan_kata
def urungkan_rapikan(
    buku: Path, kata: str, *, oleh: str = "", sk: Skema | None = None, lapor: Lapor | None = None,
    kabar: list[Temuan] | None = None,
) -> tuple[list[Perubahan], list[Perubahan]]:  # fmt: skip
    """Take recorded changes back; returns those and the ones whose cell was changed since. Raises GalatBerkas (RP-01).

    oleh: the command whose changes "semua" means, "" = every command.
    """
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.perubahan import LEMBAR_RIWAYAT
    from lkjip_xl.rapikan import urungkan
    from lkjip_xl.tabel.terakhir import catat_terakhir

    with sunting(buku, "rapikan", lapor) as s:
        kembali, tetap = urungkan(s.paket, kata, sk or skema(), kabar, oleh=oleh)
        if kembali:
            catat_terakhir(s.paket, f"{len(kembali)} sel dikembalikan ke isi semula: lihat lembar {LEMBAR_RIWAYAT}.")
            s.simpan()
            if kabar is not None:
                kabar += tanda_tangan_hilang(s.paket)
    return kembali, tetap
