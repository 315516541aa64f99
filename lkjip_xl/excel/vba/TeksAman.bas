Option Explicit
Option Private Module

' Teks dan angka di berkas permintaan dan jawaban: ASCII saja, selebihnya \uXXXX; angka sebagai bilangan bulat dan pangkat dua.

Private Const HEKSA As String = "0123456789abcdef"
Private Const DIGIT_PASTI As Long = 15

Public Function TeksLolos(teks As String) As String
    Dim i As Long, n As Long, c As String, hasil As String
    hasil = ""
    For i = 1 To Len(teks)
        c = Mid(teks, i, 1)
        n = AscW(c) And 65535
        If n < 32 Or n > 126 Or n = 92 Then c = "\u" & Right("000" & LCase(Hex(n)), 4)
        hasil = hasil & c
    Next i
    TeksLolos = hasil
End Function

Public Function BacaLolos(teks As String) As String
    Dim bagian As Variant, i As Long, hasil As String
    hasil = teks
    If InStr(teks, "\u") > 0 Then
        bagian = Split(teks, "\u")
        hasil = bagian(0)
        For i = 1 To UBound(bagian)
            hasil = hasil & ChrW(KodeHeksa(Left(bagian(i), 4))) & Mid(bagian(i), 5)
        Next i
    End If
    BacaLolos = hasil
End Function

' Kode 0 sampai 65535 dari empat angka heksadesimal, bertanda seperti yang diminta ChrW.
Private Function KodeHeksa(teks As String) As Long
    Dim i As Long, n As Long
    For i = 1 To 4
        n = n * 16 + InStr(HEKSA, LCase(Mid(teks, i, 1))) - 1
    Next i
    If n > 32767 Then n = n - 65536
    KodeHeksa = n
End Function

' Kosong, teks (t...), atau angka (n...).
Public Function NilaiProtokol(isi As String) As Variant
    Dim hasil As Variant
    hasil = Empty
    If Left(isi, 1) = "t" Then
        hasil = BacaLolos(Mid(isi, 2))
    ElseIf Left(isi, 1) = "n" Then
        hasil = AngkaProtokol(isi)
    End If
    NilaiProtokol = hasil
End Function

Public Function AngkaProtokol(isi As String) As Double
    If Right(isi, 2) = "^0" And Len(isi) < DIGIT_PASTI Then
        AngkaProtokol = CDbl(Mid(isi, 2, Len(isi) - 3))
    Else
        AngkaProtokol = AngkaPanjang(isi)
    End If
End Function

' Bilangan yang berpecahan atau panjang.
Private Function AngkaPanjang(isi As String) As Double
    Dim i As Long, pisah As Long, awal As Long, n As Double, pangkat As Long
    pisah = InStr(isi, "^")
    awal = 2
    If Mid(isi, 2, 1) = "-" Then awal = 3
    If pisah - awal <= DIGIT_PASTI Then
        n = CDbl(Mid(isi, awal, pisah - awal))
    Else
        For i = awal To pisah - 1
            n = n * 10 + InStr("123456789", Mid(isi, i, 1))
        Next i
    End If
    If awal = 3 Then n = -n
    pangkat = CLng(Mid(isi, pisah + 1))
    If pangkat < 0 Then
        n = n / 2 ^ (-pangkat)
    Else
        n = n * 2 ^ pangkat
    End If
    AngkaPanjang = n
End Function

' Alamat file:// dari nama berkas; setiap byte UTF-8 yang bukan huruf, angka, atau tanda aman ditulis %XX.
Public Function AlamatBerkas(berkas As String) As String
    Dim i As Long, n As Long, hasil As String
    hasil = "file://"
    If Left(berkas, 1) <> "/" Then hasil = hasil & "/"
    For i = 1 To Len(berkas)
        n = AscW(Mid(berkas, i, 1)) And 65535
        If n = 92 Then
            hasil = hasil & "/"
        ElseIf n < 128 Then
            hasil = hasil & IIf(ChrW(n) Like "[0-9A-Za-z/:._~-]", ChrW(n), Persen(n))
        ElseIf n < 2048 Then
            hasil = hasil & Persen(192 + n \ 64) & Persen(128 + n Mod 64)
        Else
            hasil = hasil & Persen(224 + n \ 4096) & Persen(128 + (n \ 64) Mod 64) & Persen(128 + n Mod 64)
        End If
    Next i
    AlamatBerkas = hasil
End Function

Private Function Persen(n As Long) As String
    Persen = "%" & Right("0" & Hex(n), 2)
End Function
