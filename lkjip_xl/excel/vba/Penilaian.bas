Option Explicit

' Kategori menurut tabel skala (batas bawah, tanda, kategori, nama skala) dari tertinggi ke terendah.
Public Function KATEGORI(nilai_capaian As Variant, skala As Variant, Optional desimal As Variant, Optional nama As Variant) As Variant
    Dim c As Variant, tabel As Variant, hasil As Variant
    c = AngkaDari(nilai_capaian)
    tabel = skala
    If IsError(c) Then
        hasil = c
    Else
        hasil = GalatTabel(skala, tabel)
        If Kosong(hasil) Then hasil = GalatSel(nama)
        If Kosong(hasil) And Kosong(c) Then hasil = GalatSel(desimal)
        If Kosong(hasil) And Not Kosong(c) Then hasil = KategoriBulat(CDbl(c), tabel, AngkaPilihan(desimal), NamaSkala(nama))
    End If
    KATEGORI = hasil
End Function

' Predikat nilai SAKIP dari AA sampai D.
Public Function PREDIKAT_SAKIP(nilai As Variant) As Variant
    Dim n As Variant
    n = AngkaDari(nilai)
    If VarType(n) = vbDouble Then n = Predikat(WorksheetFunction.Round(n, 2))
    PREDIKAT_SAKIP = n
End Function

Private Function Predikat(n As Double) As Variant
    Dim hasil As Variant
    If n < 0 Or n > 100 Then
        hasil = CVErr(xlErrValue)
    ElseIf n > 90 Then
        hasil = "AA"
    ElseIf n > 80 Then
        hasil = "A"
    ElseIf n > 70 Then
        hasil = "BB"
    ElseIf n > 60 Then
        hasil = "B"
    ElseIf n > 50 Then
        hasil = "CC"
    ElseIf n > 30 Then
        hasil = "C"
    Else
        hasil = "D"
    End If
    Predikat = hasil
End Function

' Galat di tabel skala, galat #VALUE! bila bukan tabel tiga atau empat kolom, atau "".
Private Function GalatTabel(skala As Variant, tabel As Variant) As Variant
    Dim baris As Long, kolom As Long, k As Long, sel As Variant, hasil As Variant
    hasil = CVErr(xlErrValue)
    If IsArray(tabel) Then
        k = LBound(tabel, 2)
        If UBound(tabel, 2) - k = 2 Or UBound(tabel, 2) - k = 3 Then
            hasil = ""
            For baris = LBound(tabel, 1) To UBound(tabel, 1)
                For kolom = k To UBound(tabel, 2)
                    sel = tabel(baris, kolom)
                    If VarType(sel) = vbDouble Then sel = Unsur(skala, tabel, baris, kolom)
                    If VarType(sel) = vbError Then hasil = sel
                Next kolom
            Next baris
        End If
    End If
    GalatTabel = hasil
End Function

Private Function KategoriBulat(c As Double, tabel As Variant, desimal As Variant, nama As String) As Variant
    Dim hasil As Variant
    hasil = desimal
    If Kosong(desimal) Then hasil = 2#
    If Not IsError(hasil) Then hasil = CariKategori(WorksheetFunction.Round(c, Fix(hasil)), tabel, nama)
    KategoriBulat = hasil
End Function

' Kategori baris pertama yang cocok, "" bila tidak ada, atau galat bila sebuah batas atau tanda tak terbaca.
Private Function CariKategori(nilai As Double, tabel As Variant, nama As String) As Variant
    Dim baris As Long, k As Long, batas As Variant, cocok As Variant, ketemu As Boolean, galat As Variant, hasil As Variant
    k = LBound(tabel, 2)
    hasil = ""
    galat = ""
    For baris = LBound(tabel, 1) To UBound(tabel, 1)
        If BarisBernama(tabel, baris, nama) And Not NamaKosong(tabel(baris, k + 2)) Then
            batas = AngkaNilai(tabel(baris, k))
            If IsError(batas) Then
                galat = batas
            ElseIf Not ketemu Then
                cocok = BarisCocok(nilai, batas, KataPilihan(tabel(baris, k + 1)))
                If IsError(cocok) Then
                    galat = cocok
                ElseIf cocok Then
                    hasil = Trim(tabel(baris, k + 2))
                    ketemu = True
                End If
            End If
        End If
    Next baris
    If IsError(galat) Then hasil = galat
    CariKategori = hasil
End Function

' Benar bila baris termasuk skala bernama itu; tabel tiga kolom seluruhnya tanpa nama.
Private Function BarisBernama(tabel As Variant, baris As Long, nama As String) As Boolean
    Dim milik As String
    If UBound(tabel, 2) - LBound(tabel, 2) = 3 Then milik = NamaSkala(tabel(baris, UBound(tabel, 2)))
    BarisBernama = (milik = nama)
End Function

Private Function NamaSkala(Optional nama As Variant) As String
    Dim v As Variant, hasil As String
    hasil = ""
    If Not IsMissing(nama) Then v = nama
    If Not IsEmpty(v) And Not IsError(v) Then hasil = LCase(TeksRapi(CStr(v)))
    NamaSkala = hasil
End Function

Private Function NamaKosong(nama As Variant) As Boolean
    Dim hasil As Boolean
    hasil = IsEmpty(nama)
    If VarType(nama) = vbString Then hasil = TeksKosong(CStr(nama))
    NamaKosong = hasil
End Function

' Benar bila nilai memenuhi batas bawah sebuah baris skala; baris tanpa batas selalu cocok.
Private Function BarisCocok(nilai As Double, batas As Variant, tanda As Variant) As Variant
    Dim hasil As Variant
    If IsError(tanda) Then
        hasil = tanda
    ElseIf tanda <> "" And tanda <> ">" And tanda <> ">=" And tanda <> ChrW(8805) Then
        hasil = CVErr(xlErrValue)
    ElseIf Kosong(batas) Then
        hasil = True
    ElseIf tanda = ">" Then
        hasil = (nilai > batas)
    Else
        hasil = (nilai >= batas)
    End If
    BarisCocok = hasil
End Function
