"""Forms of bidang taken back: every typed cell into the cell of the workbook it was made for, what does not agree listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lkjip_xl.formulir import FormulirKembali, LembarKembali
from lkjip_xl.formulir.baris import kenal
from lkjip_xl.formulir.tanda import BarisTanda, Tanda, isi_asing
from lkjip_xl.rencana.letak import Lapang
from lkjip_xl.rencana.model import Letak, Nasib, PetaKolom, PetaTabel, SelAsal, Titik, Yakin
from lkjip_xl.rencana.papan import Papan, sama
from lkjip_xl.skema import judul
from lkjip_xl.sumber.model import BarisAsing, Kisi, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.tabel.model import Tabel

SATUAN = "satuan"
Usul = tuple[Titik, str]  # a typed cell and the unit of its row


class PengambilFormulir:
    """Takes forms into a plan; nomor: of the last table before theirs."""

    def __init__(self, papan: Papan, lapang: Callable[[str], Lapang], nomor: int) -> None:
        self._papan, self._lapang, self._nomor = papan, lapang, nomor
        self._bidang: dict[int, str] = {}
        self._usul: dict[Letak, list[Usul]] = {}
        self._baru: list[tuple[int, str, dict[str, str], list[Usul]]] = []
        self._terpakai: dict[tuple[int, str], set[int]] = {}  # rows of a sheet a form has filled already
        self._ke = 0

    def ambil(self, semua: Sequence[FormulirKembali]) -> list[PetaTabel]:
        """Every form in its order, then what they say together; returns their sheets as tables of the plan."""
        hasil: list[PetaTabel] = []
        for self._ke, f in enumerate(semua):
            if f.tanda is None or not self._sah(f, f.tanda):
                self._tolak(f)
                continue
            self._kosong(f, f.tanda)
            hasil += [self._lembar(x, f.tanda) for x in f.lembar]
            for kisi in f.lain:
                self._papan.lapor("FO-14", kisi.alamat(1, 1)[0], "", bidang=f.tanda.bidang)
                self._buang(kisi, "lembar ditambahkan bidang")
        for letak, usul in self._usul.items():
            self._putuskan(letak, usul)
        for ke, id_lembar, kunci, usul in self._baru:
            self._baris_baru(id_lembar, kunci, usul, self._terpakai.setdefault((ke, id_lembar), set()))
        return hasil

    # -- is it one of ours ----------------------------------------------------------------------------------

    def _sah(self, f: FormulirKembali, t: Tanda) -> bool:
        """Is it a form of this year and agency, of sheets and columns the workbook knows?"""
        lembar = self._papan.buku.skema.lembar
        asing = [
            f"{i}.{k}" for n, i in t.lembar.items() for k in (*t.tampak[n], *t.ketik[n])
            if i not in lembar or k not in lembar[i].kolom
        ]  # fmt: skip
        if asing:
            self._papan.lapor("FO-05", f.berkas, "", alasan=f"skema buku ini tidak punya {asing[0]}")
            return False
        s = self._papan.buku.setelan
        tahun = s.get("TahunLaporan")
        if tahun != t.tahun:
            self._papan.lapor("FO-03", f.berkas, "", bidang=t.bidang, milik=t.tahun, tahun=tahun)
            return False
        if not t.seinstansi(s.get("Instansi"), s.get("Kabupaten")):
            instansi = " ".join(str(s.get(k) or "") for k in ("Instansi", "Kabupaten")).strip()
            milik = f"{t.instansi} {t.kabupaten}".strip()
            self._papan.lapor("FO-04", f.berkas, "", bidang=t.bidang, milik=milik, instansi=instansi)
            return False
        return True

    def _tolak(self, f: FormulirKembali) -> None:
        """Nothing of it is used, and every cell says so."""
        if f.tanda is None:
            self._papan.lapor("FO-05", f.berkas, "", alasan="tanda tersembunyinya tidak utuh")
        self._papan.hasil.perlu_dilihat += 1
        for kisi in f.kisi:
            self._buang(kisi, "formulir ditolak")

    def _buang(self, kisi: Kisi, alasan: str) -> None:
        for (b, k), s in kisi.sel.items():
            self._papan.nasib[(id(kisi), b, k)] = SelAsal(0, *kisi.alamat(b, k), s.teks, Nasib.TIDAK, alasan)

    def _kosong(self, f: FormulirKembali, t: Tanda) -> None:
        if next(f.terketik(), None) is None:
            self._papan.hasil.perlu_dilihat += 1
            self._papan.lapor("FO-06", f.berkas, "", bidang=t.bidang)

    # -- cells ----------------------------------------------------------------------------------------------

    def _lembar(self, x: LembarKembali, t: Tanda) -> PetaTabel:
        self._nomor += 1
        id_lembar = t.lembar[x.nama]
        tuju = self._papan.buku[id_lembar]
        self._bidang[self._nomor] = t.bidang
        peta = _peta(self._nomor, x, t, tuju, self._judul)
        if not self._papan.tanya(str(self._nomor), "tabel", peta, True, bagian=peta.judul, tujuan=tuju.lembar):
            return peta
        milik = {b.nomor: b for b in peta.tabel.baris}
        for b in x.tambahan:
            self._tambahan(peta, milik[b], t)
        for kunci in x.hilang:
            self._hilang(x, t, kunci, "formulirnya")
        for kunci, b in x.baris.items():
            self._baris(peta, x, t, kunci, milik.get(b) or BarisAsing(b, "data", {}))
        return peta

    def _judul(self, id_lembar: str, kolom: str) -> str:
        return judul.sebagai_teks(self._papan.buku[id_lembar].skema.kolom[kolom].judul, self._papan.buku.setelan)

    def _tambahan(self, peta: PetaTabel, b: BarisAsing, t: Tanda) -> None:
        isi = "; ".join(s.teks for s in b.sel.values())
        self._papan.lapor("FO-07", *peta.tabel.alamat(b, min(b.sel)), bidang=t.bidang, isi=isi)
        for n, s in b.sel.items():
            k = peta.kolom.get(n) or PetaKolom(n, "")
            self._papan.catat(Titik(peta, b, k, s), Nasib.TIDAK, "baris ditambahkan bidang")

    def _hilang(self, x: LembarKembali, t: Tanda, kunci: str, di: str) -> None:
        """A row that is gone from the form or the workbook; one that was never more than blank is not missed."""
        baris = t.baris[x.nama, kunci]
        if baris.baris or any(k[:2] == (x.nama, kunci) and k[2] in t.ketik[x.nama] for k in t.semula):
            nama = " ".join(baris.kenal.values())
            self._papan.lapor("FO-11", x.kisi.alamat(1, 1)[0], "", nama=nama, bidang=t.bidang, di=di)

    def _baris(self, peta: PetaTabel, x: LembarKembali, t: Tanda, kunci: str, b: BarisAsing) -> None:
        usul: list[Titik] = []
        for n, k in peta.kolom.items():
            s, semula = b.sel.get(n), t.semula.get((x.nama, kunci, k.kolom), "")
            if isi_asing(s) == semula:
                if s is not None:
                    milik = k.kolom in t.ketik[x.nama]
                    alasan = "tidak diubah bidang" if milik else "tercetak dari buku"
                    self._papan.catat(Titik(peta, b, k, s), Nasib.SAMA if milik else Nasib.KEPALA, alasan)
            elif k.kolom in t.tampak[x.nama]:
                self._terkunci(peta, b, k, s, semula, t)
            elif s is None:
                isi = {"kolom_judul": k.judul, "semula": semula, "bidang": t.bidang}
                self._papan.lapor("FO-10", *peta.tabel.alamat(b, n), k.judul, **isi)
            else:
                usul.append(Titik(peta, b, k, s))
        if usul:
            self._usulkan(peta, x, t, kunci, usul)

    def _terkunci(
        self, peta: PetaTabel, b: BarisAsing, k: PetaKolom, s: SelAsing | None, semula: str, t: Tanda
    ) -> None:
        isi = {"kolom_judul": k.judul, "bidang": t.bidang, "semula": semula, "tertulis": "" if s is None else s.teks}
        self._papan.lapor("FO-08", *peta.tabel.alamat(b, k.nomor), k.judul, **isi)
        if s is not None:
            self._papan.catat(Titik(peta, b, k, s), Nasib.TIDAK, "sel terkunci, diubah bidang")

    # -- rows of the workbook -------------------------------------------------------------------------------

    def _usulkan(self, peta: PetaTabel, x: LembarKembali, t: Tanda, kunci: str, titik: Sequence[Titik]) -> None:
        """Put typed cells forward for the row they were made for."""
        asal, id_lembar = t.baris[x.nama, kunci], peta.lembar
        satuan = t.semula.get((x.nama, kunci, SATUAN), "")
        usul = [(y, satuan) for y in titik]
        if asal.baris:
            baris = self._cari(id_lembar, asal)
        elif self._tunggal(id_lembar):
            baris = self._sendiri(id_lembar, _kunci_baru(asal, t, x.nama, kunci))
        else:
            self._baru.append((self._ke, id_lembar, _kunci_baru(asal, t, x.nama, kunci), usul))
            return
        if baris is None:
            self._hilang(x, t, kunci, "buku")
            for y in titik:
                self._papan.catat(y, Nasib.TIDAK, "barisnya tidak ada lagi di buku")
            return
        self._terpakai.setdefault((self._ke, id_lembar), set()).add(baris)
        self._papan.hasil.baris_cocok += 1
        for y in usul:
            self._usul.setdefault((id_lembar, baris, y[0].kolom.kolom), []).append(y)

    def _tunggal(self, id_lembar: str) -> bool:
        """Do the columns that tell rows apart allow each row once?"""
        return bool(self._papan.buku[id_lembar].skema.kunci)

    def _cari(self, id_lembar: str, asal: BarisTanda) -> int | None:
        """The row a form was made for, wherever it stands now; None where it is gone or cannot be told from others."""
        t = self._papan.buku[id_lembar]
        if kenal(t, asal.baris) == asal.kenal:
            return asal.baris
        calon = [b for b in t.baris if kenal(t, b) == asal.kenal]
        return calon[asal.ke] if len(calon) == asal.dari else None

    def _sendiri(self, id_lembar: str, kunci: dict[str, str]) -> int:
        """The row of an indicator the sheet had none for; a new one unless somebody made it meanwhile."""
        baris, baru = self._lapang(id_lembar).cari(kunci, set())
        if baru:
            self._papan.hasil.baris_baru += 1
        self._beri_kunci(id_lembar, baris, kunci)
        return baris

    def _beri_kunci(self, id_lembar: str, baris: int, kunci: dict[str, str]) -> None:
        for k, nilai in kunci.items():
            self._papan.turunan((id_lembar, baris, k), nilai, "kode formulir")

    def _baris_baru(self, id_lembar: str, kunci: dict[str, str], usul: Sequence[Usul], milik: set[int]) -> None:
        """A further row of an indicator: the one that says this already, else the next free one."""
        baris, baru = self._lapang(id_lembar).cari(kunci | {x.kolom.kolom: x.sel.teks for x, _ in usul}, milik)
        milik.add(baris)
        self._papan.hasil.baris_baru += baru
        self._papan.hasil.baris_cocok += not baru
        self._beri_kunci(id_lembar, baris, kunci)
        for x, satuan in usul:
            self._papan.letakkan(x, (id_lembar, baris, x.kolom.kolom), satuan)

    # -- what several say -----------------------------------------------------------------------------------

    def _putuskan(self, letak: Letak, usul: Sequence[Usul]) -> None:
        """One content is put in its cell; of several that differ only the one answered with ya."""
        beda = self._beda(letak, usul)
        if len(beda) > 1:
            ya = [x for x, _ in beda if self._tanya(letak, x)]
            if len(ya) != 1:
                self._bentrok(letak, usul, beda)
                return
            for x, _ in usul:
                if not self._setara(letak, (x, ""), (ya[0], "")):
                    self._papan.catat(x, Nasib.BENTROK, f"dipakai {self._siapa(ya[0])}", letak)
            usul = [y for y in usul if self._setara(letak, y, (ya[0], ""))]
        for x, satuan in usul:
            self._papan.letakkan(x, letak, satuan)

    def _beda(self, letak: Letak, usul: Sequence[Usul]) -> list[Usul]:
        """The first of each content."""
        hasil: list[Usul] = []
        for x in usul:
            if not any(self._setara(letak, x, y) for y in hasil):
                hasil.append(x)
        return hasil

    def _setara(self, letak: Letak, a: Usul, b: Usul) -> bool:
        if a[0].tempat == b[0].tempat:
            return True
        x, y = (self._papan.ketik(u[0], letak, u[1])[0] for u in (a, b))
        if x is None or y is None:
            return x is y
        k = self._papan.buku[letak[0]].skema.kolom[letak[2]]
        return sama(k, x.nilai if x.nilai is not None else x.mentah, y)

    def _tanya(self, letak: Letak, x: Titik) -> bool:
        lembar, sel = self._papan.alamat(letak)
        alamat = x.alamat[1]
        return self._papan.tanya(
            f"{x.peta.nomor}!{alamat}", "dua bidang", x.peta, False, bagian=f"{self._siapa(x)}: {x.sel.teks}",
            tujuan=f"{lembar}!{sel}", keterangan="ya = pakai isian ini",
        )  # fmt: skip

    def _bentrok(self, letak: Letak, usul: Iterable[Usul], beda: Iterable[Usul]) -> None:
        lembar, sel = self._papan.alamat(letak)
        daftar = "; ".join(f'{self._siapa(x)} "{x.sel.teks}"' for x, _ in beda)
        kolom = self._judul(letak[0], letak[2])
        self._papan.lapor("FO-09", lembar, sel, kolom, kolom_judul=kolom, daftar=daftar)
        for x, _ in usul:
            self._papan.catat(x, Nasib.BENTROK, "bidang lain mengisi berbeda", letak)

    def _siapa(self, x: Titik) -> str:
        return f"{self._bidang[x.peta.nomor]} ({' '.join(x.alamat)})".strip()


def _kunci_baru(asal: BarisTanda, t: Tanda, nama: str, kunci: str) -> dict[str, str]:
    """What a new row is given: the kode as it was handed out."""
    return {k: t.semula.get((nama, kunci, k), x) for k, x in asal.kenal.items()}


def _peta(nomor: int, x: LembarKembali, t: Tanda, tuju: Tabel, nama: Callable[[str, str], str]) -> PetaTabel:
    """A sheet of a form as a table of the plan: rows with a key, and those added."""
    kolom = {n: PetaKolom(n, nama(tuju.skema.id, k), tuju.skema.id, k, Yakin.PASTI) for n, k in x.kolom.items()}
    barisan = sorted({*x.baris.values(), *x.tambahan})
    isi = tuple(BarisAsing(b, "data", sel) for b in barisan if (sel := x.sel(b)))
    judul_tabel = f"Formulir {t.bidang or 'tanpa penanggung jawab'}: {x.nama}"
    tabel = TabelAsing(judul_tabel, tuple(KolomAsing(n, (k.judul,)) for n, k in kolom.items()), isi, (x.kisi,))
    return PetaTabel(nomor, tabel, tuju.skema.id, Yakin.PASTI, kolom)
