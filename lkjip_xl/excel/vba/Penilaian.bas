Option Explicit

' Kategori menurut tabel skala (batas bawah, tanda, kategori) dari tertinggi ke terendah.
Public Function KATEGORI(nilai_capaian As Variant, skala As Variant, Optional desimal As Variant) As Variant
    Dim c As Variant, d As Variant, hasil As Variant
    c = AngkaDari(nilai_capaian)
    d = AngkaPilihan(desimal)
    hasil = ""
    If IsError(c) Then
        hasil = c
    ElseIf IsError(d) Then
        hasil = d
    ElseIf Not Kosong(c) Then
        If Kosong(d) Then d = 2#
        hasil = CariKategori(WorksheetFunction.Round(c, d), skala)
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

' Kategori baris pertama yang cocok; "" bila tidak ada, galat bila skala rusak.
Private Function CariKategori(nilai As Double, skala As Variant) As Variant
    Dim v As Variant, baris As Long, kolom As Long, nama As Variant, cocok As Variant
    v = skala
    If Not IsArray(v) Then
        CariKategori = CVErr(xlErrValue)
        Exit Function
    End If
    kolom = LBound(v, 2)
    For baris = LBound(v, 1) To UBound(v, 1)
        nama = Unsur(skala, v, baris, kolom + 2)
        If Not NamaKosong(nama) Then
            cocok = BarisCocok(nilai, AngkaNilai(Unsur(skala, v, baris, kolom)), KataPilihan(Unsur(skala, v, baris, kolom + 1)))
            If IsError(cocok) Then nama = cocok
            If IsError(cocok) Or cocok Then
                CariKategori = nama
                Exit Function
            End If
        End If
    Next baris
    CariKategori = ""
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
    If IsError(batas) Then
        hasil = batas
    ElseIf IsError(tanda) Then
        hasil = tanda
    ElseIf Kosong(batas) Then
        hasil = True
    ElseIf tanda = "" Or tanda = ">=" Or tanda = ChrW(8805) Then
        hasil = (nilai >= batas)
    ElseIf tanda = ">" Then
        hasil = (nilai > batas)
    Else
        hasil = CVErr(xlErrValue)
    End If
    BarisCocok = hasil
End Function
