Option Explicit

Private Const ARAH_NAIK As Long = 1
Private Const ARAH_TURUN As Long = 2
Private Const ARAH_TURUN_RASIO As Long = 3
Private Const ARAH_RENTANG As Long = 4
Private Const CARA_TIDAK As Long = 1
Private Const CARA_RUMUS As Long = 2
Private Const CARA_BATAS As Long = 3
Private Const CARA_TERPENUHI As Long = 4

' Capaian kinerja dalam persen menurut arah indikator, dengan batas atas, batas bawah, dan cara hitung bila diisi.
Public Function CAPAIAN(target As Variant, realisasi As Variant, Optional arah As Variant, Optional batas As Variant, Optional batas_bawah As Variant, Optional cara As Variant) As Variant
    Dim hasil As Variant
    hasil = Null
    If Not IsMissing(cara) Then
        hasil = CapaianLazim(target, realisasi, arah, batas, batas_bawah, cara)
    ElseIf Not IsMissing(batas_bawah) Then
        hasil = CapaianLazim(target, realisasi, arah, batas, batas_bawah, Empty)
    ElseIf Not IsMissing(batas) Then
        hasil = CapaianLazim(target, realisasi, arah, batas, Empty, Empty)
    ElseIf IsMissing(arah) Then
        hasil = CapaianLazim(target, realisasi, "", Empty, Empty, Empty)
    Else
        hasil = CapaianLazim(target, realisasi, arah, Empty, Empty, Empty)
    End If
    If IsNull(hasil) Then hasil = HitungCapaian(target, realisasi, arah, batas, batas_bawah, cara)
    CAPAIAN = hasil
End Function

' Tingkat kemajuan dalam persen: realisasi dibandingkan dengan target akhir Renstra.
Public Function KEMAJUAN(realisasi As Variant, target_akhir As Variant, Optional arah As Variant) As Variant
    KEMAJUAN = HitungCapaian(target_akhir, realisasi, arah)
End Function

' Rata-rata capaian sebagaimana ditampilkan: tiap nilai dibatasi dan dibulatkan dahulu; yang kosong dilewati.
Public Function RATA_CAPAIAN(rentang_capaian As Variant, Optional desimal As Variant, Optional batas As Variant) As Variant
    Dim d As Variant, b As Variant, hasil As Variant
    d = JumlahDesimal(desimal)
    b = BatasPilihan(batas)
    If IsError(d) Then
        hasil = d
    ElseIf IsError(b) Then
        hasil = b
    Else
        hasil = RataBulat(DeretAngka(rentang_capaian), d, b)
    End If
    RATA_CAPAIAN = hasil
End Function

' Arah sebagai kode; naik bila tidak diisi, galat bila tidak dikenal.
Private Function KodeArah(Optional arah As Variant) As Variant
    Dim hasil As Variant
    hasil = KataPilihan(arah)
    If Not IsError(hasil) Then
        Select Case hasil
        Case "", "naik", "semakintinggisemakinbaik", "makintinggimakinbaik", "tinggi", "positif", "maksimal", "maximize", "rumus1", "+"
            hasil = ARAH_NAIK
        Case "turun", "semakinrendahsemakinbaik", "makinrendahmakinbaik", "rendah", "negatif", "minimal", "minimize", "rumus2"
            hasil = ARAH_TURUN
        Case "turunrasio", "rasioturun", "rasio"
            hasil = ARAH_TURUN_RASIO
        Case "rentang", "range", "kisaran", "interval", "stabil"
            hasil = ARAH_RENTANG
        Case Else
            hasil = CVErr(xlErrValue)
        End Select
    End If
    KodeArah = hasil
End Function

' Cara menghitung capaian sebagai kode; batas tidak dihitung bila tidak diisi, galat bila tidak dikenal.
Private Function KodeCara(Optional cara As Variant) As Variant
    Dim hasil As Variant
    hasil = KataPilihan(cara)
    If Not IsError(hasil) Then
        Select Case hasil
        Case "", "tidakdihitung"
            hasil = CARA_TIDAK
        Case "rumus"
            hasil = CARA_RUMUS
        Case "batasterpenuhi"
            hasil = CARA_BATAS
        Case "terpenuhi"
            hasil = CARA_TERPENUHI
        Case Else
            hasil = CVErr(xlErrValue)
        End Select
    End If
    KodeCara = hasil
End Function

' Batas atas capaian: "" bila tidak diisi, galat bila bukan angka positif.
Private Function BatasPilihan(Optional batas As Variant) As Variant
    Dim hasil As Variant
    hasil = AngkaPilihan(batas)
    If VarType(hasil) = vbDouble Then
        If hasil <= 0 Then hasil = CVErr(xlErrValue)
    End If
    BatasPilihan = hasil
End Function

' Jalan pintas untuk isi sel yang lazim, sebab di LibreOffice setiap pemanggilan fungsi mahal; Null bila tidak lazim.
Private Function CapaianLazim(target As Variant, realisasi As Variant, arah As Variant, batas As Variant, batas_bawah As Variant, cara As Variant) As Variant
    Dim t As Variant, r As Variant, a As Variant, b As Variant, d As Variant, c As Variant, hasil As Variant
    t = target
    r = realisasi
    a = arah
    b = batas
    d = batas_bawah
    c = cara
    If VarType(c) = vbString Then
        If c = "" Or c = "rumus" Or c = "batas-terpenuhi" Then c = Empty
    End If
    If VarType(b) = vbString Then
        If b = "" Then b = Empty
    End If
    If VarType(d) = vbString Then
        If d = "" Then d = Empty
    End If
    hasil = Null
    If VarType(a) = vbString And VarType(b) = vbEmpty And VarType(d) = vbEmpty And VarType(c) = vbEmpty Then
        If a = "naik" Or a = "turun" Or a = "" Then
            If VarType(t) = vbDouble And VarType(r) = vbDouble Then
                If t > 0 And r > 0 Then hasil = CapaianSearah(t, r, IIf(a = "turun", ARAH_TURUN, ARAH_NAIK))
            ElseIf VarType(t) = vbEmpty And VarType(r) = vbEmpty Then
                hasil = ""
            End If
        End If
    End If
    CapaianLazim = hasil
End Function

' Realisasi yang tak terbaca didahulukan, lalu yang kosong; galat di sel mana pun diteruskan.
Private Function HitungCapaian(target As Variant, realisasi As Variant, Optional arah As Variant, Optional batas As Variant, Optional batas_bawah As Variant, Optional cara As Variant) As Variant
    Dim t As Variant, r As Variant, c As Variant, tanda As String, hasil As Variant
    t = AngkaDari(target)
    r = AngkaDari(realisasi)
    c = KodeCara(cara)
    If IsError(t) Then
        If KataLain(target) Then t = BacaBatas(target, tanda)
    End If
    If IsError(r) Then
        If KataLain(realisasi) Then r = ""
    End If
    If tanda <> "" And Not IsError(c) Then
        If c = CARA_TIDAK Then t = ""
    End If
    If IsError(r) Then
        hasil = r
    ElseIf Kosong(r) Or Kosong(t) Then
        hasil = GalatSel(target)
        If Kosong(hasil) Then hasil = GalatSel(arah)
        If Kosong(hasil) Then hasil = GalatSel(batas)
        If Kosong(hasil) Then hasil = GalatSel(batas_bawah)
        If Kosong(hasil) Then hasil = GalatSel(cara)
    ElseIf IsError(c) Then
        hasil = c
    ElseIf tanda <> "" Then
        hasil = CapaianBatas(tanda, t, r, KodeArah(arah), BatasPilihan(batas), AngkaPilihan(batas_bawah), c = CARA_RUMUS)
    Else
        hasil = CapaianTerisi(target, t, r, KodeArah(arah), BatasPilihan(batas), AngkaPilihan(batas_bawah), c = CARA_TERPENUHI)
    End If
    HitungCapaian = hasil
End Function

Private Function CapaianTerisi(target As Variant, t As Variant, r As Variant, arah As Variant, batas As Variant, lantai As Variant, penuh As Boolean) As Variant
    Dim bawah As Variant, atas As Variant, hasil As Variant
    bawah = t
    atas = t
    If IsError(arah) Then
        bawah = arah
    ElseIf IsError(batas) Then
        bawah = batas
    ElseIf IsError(lantai) Then
        bawah = lantai
    ElseIf IsError(t) And arah = ARAH_RENTANG Then
        BacaRentang target, bawah, atas
    End If
    If IsError(bawah) Then
        hasil = bawah
    ElseIf penuh Then
        hasil = Dibatasi(Dilantai(CapaianPenuh(bawah, atas, r, CLng(arah)), lantai), batas)
    ElseIf arah = ARAH_RENTANG Then
        hasil = Dibatasi(Dilantai(CapaianRentang(bawah, atas, r), lantai), batas)
    Else
        hasil = Dibatasi(Dilantai(CapaianSearah(t, r, CLng(arah)), lantai), batas)
    End If
    CapaianTerisi = hasil
End Function

' Target berupa batas: menurut rumus bila arahnya sejalan dengan tandanya, selain itu 100 bila terpenuhi dan 0 bila tidak.
Private Function CapaianBatas(tanda As String, t As Variant, r As Variant, arah As Variant, batas As Variant, lantai As Variant, dihitung As Boolean) As Variant
    Dim searah As Boolean, hasil As Variant
    hasil = ""
    If IsError(arah) Then
        hasil = arah
    Else
        searah = (arah = ARAH_NAIK And Left(tanda, 1) = ">") Or ((arah = ARAH_TURUN Or arah = ARAH_TURUN_RASIO) And Left(tanda, 1) = "<")
        If searah Or Not dihitung Then
            If IsError(batas) Then
                hasil = batas
            ElseIf IsError(lantai) Then
                hasil = lantai
            ElseIf dihitung Then
                hasil = Dibatasi(Dilantai(CapaianSearah(t, r, CLng(arah)), lantai), batas)
            Else
                hasil = Dibatasi(Dilantai(SeratusBila(BatasTerpenuhi(tanda, t, r)), lantai), batas)
            End If
        End If
    End If
    CapaianBatas = hasil
End Function

Private Function CapaianPenuh(bawah As Variant, atas As Variant, r As Variant, arah As Long) As Variant
    Dim hasil As Variant
    If bawah > atas Then
        hasil = CVErr(xlErrValue)
    ElseIf arah = ARAH_RENTANG Then
        hasil = SeratusBila(r >= bawah And r <= atas)
    ElseIf arah = ARAH_NAIK Then
        hasil = SeratusBila(r >= bawah)
    Else
        hasil = SeratusBila(r <= bawah)
    End If
    CapaianPenuh = hasil
End Function

Private Function SeratusBila(terpenuhi As Boolean) As Variant
    Dim hasil As Variant
    hasil = 0#
    If terpenuhi Then hasil = 100#
    SeratusBila = hasil
End Function

Private Function CapaianSearah(t As Variant, r As Variant, arah As Long) As Variant
    Dim hasil As Variant
    hasil = CVErr(xlErrDiv0)
    If t = 0 And r = 0 Then
        hasil = 100#
    ElseIf t > 0 Then
        If arah = ARAH_NAIK Then
            hasil = r / t * 100
        ElseIf arah = ARAH_TURUN Then
            hasil = (2 * t - r) / t * 100
        ElseIf r > 0 Then
            hasil = t / r * 100
        End If
    End If
    CapaianSearah = hasil
End Function

Private Function CapaianRentang(bawah As Variant, atas As Variant, r As Variant) As Variant
    Dim hasil As Variant
    hasil = CVErr(xlErrDiv0)
    If bawah > atas Then
        hasil = CVErr(xlErrValue)
    ElseIf bawah >= 0 Then
        If r >= bawah And r <= atas Then
            hasil = 100#
        ElseIf r > atas And atas > 0 Then
            hasil = (2 * atas - r) / atas * 100
        ElseIf r < bawah And bawah > 0 Then
            hasil = r / bawah * 100
        End If
    End If
    CapaianRentang = hasil
End Function

Private Function Dibatasi(nilai As Variant, batas As Variant) As Variant
    Dim hasil As Variant
    hasil = nilai
    If VarType(batas) = vbDouble And VarType(nilai) = vbDouble Then
        If nilai > batas Then hasil = batas
    End If
    Dibatasi = hasil
End Function

Private Function Dilantai(nilai As Variant, lantai As Variant) As Variant
    Dim hasil As Variant
    hasil = nilai
    If VarType(lantai) = vbDouble And VarType(nilai) = vbDouble Then
        If nilai < lantai Then hasil = lantai
    End If
    Dilantai = hasil
End Function

' Jumlah desimal; 2 bila tidak diisi.
Private Function JumlahDesimal(Optional desimal As Variant) As Variant
    Dim hasil As Variant
    hasil = AngkaPilihan(desimal)
    If Kosong(hasil) Then hasil = 2#
    JumlahDesimal = hasil
End Function

Private Function RataBulat(deret As Variant, desimal As Variant, batas As Variant) As Variant
    Dim nilai As Variant, jumlah As Double, banyak As Long, hasil As Variant
    hasil = ""
    For Each nilai In deret
        If IsError(nilai) Then
            If Not IsError(hasil) Then hasil = nilai
        ElseIf Not Kosong(nilai) Then
            jumlah = jumlah + WorksheetFunction.Round(Dibatasi(nilai, batas), desimal)
            banyak = banyak + 1
        End If
    Next nilai
    If banyak > 0 And Not IsError(hasil) Then hasil = jumlah / banyak
    RataBulat = hasil
End Function
