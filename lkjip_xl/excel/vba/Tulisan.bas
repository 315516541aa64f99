Option Explicit

' Membaca teks menjadi angka menurut cara tulis Indonesia.
Public Function ANGKA(teks As Variant) As Variant
    ANGKA = AngkaDari(teks)
End Function

' Bilangan dalam kata-kata.
Public Function TERBILANG(nilai As Variant) As Variant
    Dim n As Variant
    n = AngkaDari(nilai)
    If VarType(n) = vbDouble Then
        If Abs(n) < 1000000000000000# Then n = KataBilangan(CDbl(n)) Else n = CVErr(xlErrValue)
    End If
    TERBILANG = n
End Function

' Bilangan sebagai rupiah bulat, misalnya Rp 3.457.628.590.
Public Function RUPIAH(nilai As Variant) As Variant
    Dim n As Variant
    n = AngkaDari(nilai)
    If VarType(n) = vbDouble Then
        n = WorksheetFunction.Round(n, 0)
        n = IIf(n < 0, "-Rp ", "Rp ") & Ribuan(Abs(n))
    End If
    RUPIAH = n
End Function

Private Function Ribuan(bulat As Double) As String
    Dim sisa As Double, hasil As String
    sisa = bulat
    Do While sisa >= 1000
        hasil = "." & DeretDigit(SisaBagi(sisa, 1000), 3) & hasil
        sisa = HasilBagi(sisa, 1000)
    Loop
    Ribuan = DeretDigit(sisa, 1) & hasil
End Function

' Bilangan bulat tak negatif sebagai digit, diisi nol di depan sampai sepanjang lebar.
Private Function DeretDigit(bulat As Double, lebar As Long) As String
    Dim sisa As Double, hasil As String
    sisa = bulat
    Do While sisa > 0 Or Len(hasil) < lebar
        hasil = Mid("0123456789", SisaBagi(sisa, 10) + 1, 1) & hasil
        sisa = HasilBagi(sisa, 10)
    Loop
    DeretDigit = hasil
End Function

' Pembagian bulat dan sisanya; Mod dan \ tidak dipakai karena meluap pada bilangan besar.
Private Function HasilBagi(bulat As Double, pembagi As Double) As Double
    HasilBagi = Int(bulat / pembagi)
End Function

Private Function SisaBagi(bulat As Double, pembagi As Double) As Double
    SisaBagi = bulat - Int(bulat / pembagi) * pembagi
End Function

' Bilangan dengan 15 angka penting: bagian bulat dibaca utuh, desimalnya dieja digit demi digit.
Private Function KataBilangan(n As Double) As String
    Dim utuh As Double, pecahan As Double, lebar As Long, hasil As String
    utuh = Int(Abs(n))
    lebar = LebarPecahan(Abs(n), utuh)
    pecahan = Int((Abs(n) - utuh) * Sepuluh(lebar) + 0.5)
    If pecahan >= Sepuluh(lebar) Then
        utuh = utuh + 1
        pecahan = 0
    End If
    hasil = KataBulat(utuh)
    If pecahan > 0 Then hasil = hasil & " koma" & EjaDigit(DeretDigit(pecahan, lebar))
    If n < 0 And (utuh > 0 Or pecahan > 0) Then hasil = "minus " & hasil
    KataBilangan = hasil
End Function

' Banyaknya desimal yang berarti: 15 angka penting dihitung dari angka pertama yang bukan nol.
Private Function LebarPecahan(mutlak As Double, utuh As Double) As Long
    Dim lebar As Long, geser As Double
    If utuh > 0 Then
        lebar = 15 - Len(DeretDigit(utuh, 1))
    Else
        lebar = 15
        geser = mutlak * 10
        Do While geser > 0 And geser < 1 And lebar < 22
            lebar = lebar + 1
            geser = geser * 10
        Loop
    End If
    LebarPecahan = lebar
End Function

Private Function Sepuluh(pangkat As Long) As Double
    Dim i As Long, hasil As Double
    hasil = 1
    For i = 1 To pangkat
        hasil = hasil * 10
    Next i
    Sepuluh = hasil
End Function

' Digit desimal sebagai kata, tanpa nol di ekor.
Private Function EjaDigit(deret As String) As String
    Dim i As Long, hasil As String, s As String
    s = deret
    Do While Right(s, 1) = "0"
        s = Left(s, Len(s) - 1)
    Loop
    For i = 1 To Len(s)
        hasil = hasil & " " & KataSatuan(InStr("123456789", Mid(s, i, 1)))
    Next i
    EjaDigit = hasil
End Function

Private Function KataBulat(bulat As Double) As String
    Dim sisa As Double, bagian As Long, tingkat As Long, hasil As String, nama As Variant
    nama = Array("", " ribu", " juta", " miliar", " triliun")
    sisa = bulat
    Do While sisa > 0
        bagian = CLng(SisaBagi(sisa, 1000))
        If bagian = 1 And tingkat = 1 Then
            hasil = " seribu" & hasil
        ElseIf bagian > 0 Then
            hasil = KataRatusan(bagian) & nama(tingkat) & hasil
        End If
        sisa = HasilBagi(sisa, 1000)
        tingkat = tingkat + 1
    Loop
    If hasil = "" Then hasil = " nol"
    KataBulat = Mid(hasil, 2)
End Function

Private Function KataRatusan(n As Long) As String
    Dim hasil As String
    If n >= 200 Then
        hasil = " " & KataSatuan(n \ 100) & " ratus"
    ElseIf n >= 100 Then
        hasil = " seratus"
    End If
    KataRatusan = hasil & KataPuluhan(n Mod 100)
End Function

Private Function KataPuluhan(n As Long) As String
    Dim hasil As String
    If n >= 20 Then
        hasil = " " & KataSatuan(n \ 10) & " puluh"
        If n Mod 10 > 0 Then hasil = hasil & " " & KataSatuan(n Mod 10)
    ElseIf n >= 12 Then
        hasil = " " & KataSatuan(n - 10) & " belas"
    ElseIf n = 11 Then
        hasil = " sebelas"
    ElseIf n = 10 Then
        hasil = " sepuluh"
    ElseIf n > 0 Then
        hasil = " " & KataSatuan(n)
    End If
    KataPuluhan = hasil
End Function

Private Function KataSatuan(n As Long) As String
    Dim kata As Variant
    kata = Array("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    KataSatuan = kata(n)
End Function
