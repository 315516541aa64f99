"""What is said at the end of the cells of a table nothing was said about yet, and of what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_xl.inti.temuan import Temuan, sebut_sel
from lkjip_xl.padan.isi import kosong
from lkjip_xl.rencana.model import Nasib, Peran, PetaTabel, SelAsal, Titik, Yakin
from lkjip_xl.rencana.papan import TAK_TAHU, Papan
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.sumber.model import TOTAL, Kisi
from lkjip_xl.sumber.tanda import sambungan

BUKAN_ISI = {
    "nomor": "baris nomor kolom",
    "ulang": "kepala yang berulang",
    "kelompok": "judul kelompok",
    "kaki": "catatan kaki",
    "sambung": "sambungan baris",
}


def sisa_tabel(papan: Papan, p: PetaTabel) -> None:
    """Cells nothing was said about yet: headers within the table, columns that are not used, doubts."""
    atas: dict[tuple[int, int], SelAsal] = {}
    ditolak = p.lembar and not papan.jawaban.get(str(p.nomor), p.yakin is Yakin.PASTI)
    for b in p.tabel.baris:
        for n, s in b.sel.items():
            k = p.kolom.get(n)
            if k is None:
                continue
            x = Titik(p, b, k, s)
            if b.jenis == "sambung" and (p.nomor, n) in atas:
                y = atas[p.nomor, n]
                papan.catat(x, y.nasib, "sambungan baris di atasnya")
            elif b.jenis in BUKAN_ISI:
                papan.catat(x, Nasib.TIDAK if b.jenis == "kaki" else Nasib.KEPALA, BUKAN_ISI[b.jenis])
            elif ditolak:
                papan.catat(x, Nasib.RAGU if p.yakin is Yakin.RAGU else Nasib.TIDAK, "tabelnya tidak diambil")
            elif s.tak_tahu:
                papan.catat(x, Nasib.RAGU, TAK_TAHU)
            elif k.peran is Peran.NOMOR:
                papan.catat(x, Nasib.KEPALA, k.alasan or "nomor urut")
            elif k.peran is Peran.LEVEL:
                papan.catat(x, Nasib.SAMA, "nama di atas barisnya")
            else:
                alasan = "baris jumlah" if b.jenis in TOTAL else k.alasan or "baris tidak dipakai"
                papan.catat(x, Nasib.RAGU if k.yakin is Yakin.RAGU else Nasib.TIDAK, alasan)
            atas[p.nomor, n] = papan.nasib[x.tempat]


def lapor_tabel(papan: Papan) -> None:
    """Tables and columns that were left out, each named once."""
    for p in papan.hasil.tabel:
        if not p.lembar:
            usul = f' Paling mirip lembar "{papan.buku[p.dekat].lembar}".' if p.dekat else ""
            if any(q.id == str(p.nomor) for q in papan.hasil.pertanyaan):
                usul += f" Jawab ya untuk tabel {p.nomor} di Pratinjau Ambil untuk menyalinnya ke lembar Tabel Bebas."
            if p.alasan:
                papan.lapor("AB-25", p.tempat, "", judul_tabel=p.judul, alasan=p.alasan, usul=usul)
            else:
                papan.lapor("AB-01", p.tempat, "", judul_tabel=p.judul, usul=usul)
            continue
        papan.hasil.temuan += (temuan_dari(kode, isi) for kode, isi in sambungan(p.tabel))
        papan.hasil.temuan += _tak_tahu(p)
        for yakin, kode in ((Yakin.TIDAK, "AB-02"), (Yakin.RAGU, "AB-03")):
            ada: dict[str, list[str]] = {}
            for k in p.kolom.values():
                if k.yakin is yakin and any(k.nomor in b.sel for b in p.tabel.baris):
                    ada.setdefault(k.alasan, []).append(k.judul or f"kolom {k.nomor}")
            if ada:
                daftar = "; ".join(", ".join(x) + (f" ({alasan})" if alasan else "") for alasan, x in ada.items())
                papan.lapor(kode, p.tempat, "", judul_tabel=p.judul, daftar=daftar)


def sisa_kisi(papan: Papan, semua: Sequence[PetaTabel], kisi: Sequence[Kisi]) -> None:
    """Cells of a source that belong to no row of a table: captions and headers above one, else outside of any."""
    milik = {id(k): p.nomor for p in semua for k in p.tabel.kisi}
    grid = {id(k): k for p in semua for k in p.tabel.kisi} | {id(k): k for k in kisi}
    for i, k in grid.items():
        for (b, c), s in k.sel.items():
            if (i, b, c) not in papan.nasib and s.teks.strip():
                nasib, alasan = (Nasib.KEPALA, "judul atau kepala") if i in milik else (Nasib.TIDAK, "di luar tabel")
                nasib, alasan = (Nasib.TIDAK, "tidak ada angka") if kosong(s) else (nasib, alasan)
                papan.nasib[(i, b, c)] = SelAsal(milik.get(i, 0), *k.alamat(b, c), s.teks, nasib, alasan)


def _tak_tahu(p: PetaTabel) -> Iterator[Temuan]:
    """Of each column that is taken, the formulas without a stored value: figures nobody can see."""
    for n, k in p.kolom.items():
        sel = [
            p.tabel.alamat(b, n) for b in p.tabel.baris if b.jenis not in BUKAN_ISI and n in b.sel and b.sel[n].tak_tahu
        ]
        if sel and k.lembar:
            (berkas, pertama), *lain = sel
            sebut = sebut_sel([alamat for _, alamat in lain]) if lain else ""
            t = buat_temuan("CS-25", lembar=berkas, sel=pertama, kolom=k.judul, lain=sebut)
            yield replace(t, sel_semua=tuple(alamat for _, alamat in sel))
