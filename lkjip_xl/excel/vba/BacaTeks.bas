Option Explicit
Option Private Module

' Teks tanpa spasi berlebih: spasi tak putus, spasi tipis, tab, dan ganti baris menjadi satu spasi biasa.
Public Function TeksRapi(teks As String) As String
    Dim i As Long, c As String, hasil As String
    If Not (teks Like "*[!0-9A-Za-z.,%/-]*") Then
        TeksRapi = teks
        Exit Function
    End If
    For i = 1 To Len(teks)
        c = Mid(teks, i, 1)
        Select Case AscW(c)
        Case 9 To 13, 28 To 32, 133, 160, 5760, 8192 To 8202, 8232, 8233, 8239, 8287, 12288
            If Right(hasil, 1) <> " " Then hasil = hasil & " "
        Case 8203 To 8205, 8288, 65279, -257
        Case Else
            hasil = hasil & c
        End Select
    Next i
    TeksRapi = Trim(hasil)
End Function

' Benar bila teks berarti "tidak diisi": kosong, tanda hubung, atau N/A.
Public Function TeksKosong(teks As String) As Boolean
    Dim hasil As Boolean
    Select Case UCase(Replace(TeksRapi(teks), " ", ""))
    Case "", "-", ChrW(8211), ChrW(8212), ChrW(8722), "N/A", "NA", "N.A", "N.A."
        hasil = True
    End Select
    TeksKosong = hasil
End Function

' Teks menjadi Double, "" bila kosong, atau galat #VALUE! bila bukan satu angka yang jelas.
Public Function BacaAngka(teks As String) As Variant
    Dim s As String, badan As String, negatif As Boolean, kurung As Boolean, hasil As Variant
    hasil = ""
    If Not TeksKosong(teks) Then
        s = TeksRapi(teks)
        BuangAwalan s, negatif, kurung
        badan = AmbilBadan(s)
        hasil = CVErr(xlErrValue)
        If badan <> "" And AkhiranSah(s, kurung) Then
            hasil = NilaiBadan(badan, Left(s, 1) = "%" Or LCase(Left(s, 6)) = "persen")
            If negatif And Not IsError(hasil) Then hasil = 0 - hasil
        End If
    End If
    BacaAngka = hasil
End Function

' Membuang Rp/IDR, tanda minus, dan kurung buka di depan angka.
Private Sub BuangAwalan(s As String, negatif As Boolean, kurung As Boolean)
    Dim mataUang As Boolean, awal As String, lanjut As Boolean
    lanjut = True
    Do While lanjut
        awal = Left(s, 1)
        If Not negatif And (awal = "-" Or awal = "(" Or awal = ChrW(8211) Or awal = ChrW(8722)) Then
            negatif = True
            kurung = (awal = "(")
            s = LTrim(Mid(s, 2))
        ElseIf Not mataUang And LCase(Left(s, 2)) = "rp" Then
            mataUang = True
            s = LTrim(Mid(s, IIf(Mid(s, 3, 1) = ".", 4, 3)))
        ElseIf Not mataUang And LCase(Left(s, 3)) = "idr" Then
            mataUang = True
            s = LTrim(Mid(s, 4))
        Else
            lanjut = False
        End If
    Loop
End Sub

' Memotong angka beserta pemisahnya dari depan s; akhiran ",-" dan ".-" ikut dibuang.
Private Function AmbilBadan(s As String) As String
    Dim panjang As Long, badan As String
    Do While panjang < Len(s) And InStr("0123456789.,", Mid(s, panjang + 1, 1)) > 0
        panjang = panjang + 1
    Loop
    badan = Left(s, panjang)
    s = Mid(s, panjang + 1)
    If LCase(s) Like "e#" Or LCase(s) Like "e##" Or LCase(s) Like "e###" Then
        badan = ""
    ElseIf (Right(badan, 1) = "," Or Right(badan, 1) = ".") And TandaHubung(Left(LTrim(s), 1)) Then
        badan = Left(badan, panjang - 1)
        s = Mid(LTrim(s), 2)
    End If
    s = LTrim(s)
    AmbilBadan = badan
End Function

' Benar untuk tanda hubung dan tanda pisah.
Public Function TandaHubung(c As String) As Boolean
    TandaHubung = (c = "-" Or c = ChrW(8211) Or c = ChrW(8212))
End Function

' Benar bila sesudah angka hanya ada kurung tutup, bintang, dan satuan; s menjadi satuannya.
Private Function AkhiranSah(s As String, kurung As Boolean) As Boolean
    Dim persen As String, sah As Boolean
    sah = True
    If kurung Then
        If Left(s, 1) = "%" Then persen = "%"
        s = LTrim(Mid(s, Len(persen) + 1))
        sah = (Left(s, 1) = ")")
        s = LTrim(Mid(s, 2))
    End If
    If Left(s, 1) = "*" Then
        Do While Left(s, 1) = "*"
            s = Mid(s, 2)
        Loop
        If Left(s, 1) = ")" Then s = Mid(s, 2)
        s = LTrim(s)
    End If
    If Right(s, 2) = "*)" Then s = Left(s, Len(s) - 1)
    Do While Right(s, 1) = "*"
        s = RTrim(Left(s, Len(s) - 1))
    Loop
    sah = sah And SatuanSah(s) And Not NamaBulan(s)
    s = persen & s
    AkhiranSah = sah
End Function

' Benar bila satuannya nama bulan: 30 November adalah hari, bukan jumlah.
Private Function NamaBulan(s As String) As Boolean
    Dim t As String
    t = LCase(s)
    Do While Right(t, 1) = "."
        t = Left(t, Len(t) - 1)
    Loop
    NamaBulan = Len(t) > 2 And InStr("|januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember" & _
        "|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des|", "|" & t & "|") > 0
End Function

' Satuan diawali huruf, %, garis miring, atau kurung; angka di dalamnya harus menempel pada huruf, seperti m2.
Private Function SatuanSah(s As String) As Boolean
    Dim i As Long, c As String, sesudahHuruf As Boolean, sah As Boolean
    sah = True
    For i = 1 To Len(s)
        c = Mid(s, i, 1)
        If LCase(c) <> UCase(c) Then
            sesudahHuruf = True
        ElseIf c >= "0" And c <= "9" Then
            sah = sah And sesudahHuruf
        Else
            sesudahHuruf = False
            If InStr("%(/" & ChrW(176) & ChrW(8240), c) = 0 Then
                sah = sah And i > 1 And InStr(").'&- " & ChrW(178) & ChrW(179), c) > 0
            End If
        End If
    Next i
    SatuanSah = sah
End Function

' Angka beserta titik dan koma menjadi Double menurut cara tulis Indonesia, atau galat.
Private Function NilaiBadan(badan As String, persen As Boolean) As Variant
    Dim pisah As Long, utuh As String, pecahan As String, sah As Boolean, hasil As Variant
    utuh = badan
    sah = True
    pisah = InStr(badan, ",")
    If pisah = 0 And TitikDesimal(badan, persen) Then
        pisah = InStr(badan, ".")
    ElseIf pisah > 0 Then
        sah = PecahanSah(Left(badan, pisah - 1), Mid(badan, pisah + 1))
    End If
    If pisah > 0 Then
        utuh = Left(badan, pisah - 1)
        pecahan = Mid(badan, pisah + 1)
    End If
    hasil = CVErr(xlErrValue)
    If sah And RibuanSah(utuh) Then hasil = AngkaDigit(Replace(utuh, ".", "") & pecahan, Len(pecahan))
    NilaiBadan = hasil
End Function

' Sesudah koma hanya digit; tiga digit sesudah dua titik atau lebih adalah ribuan yang salah tulis.
Private Function PecahanSah(utuh As String, pecahan As String) As Boolean
    Dim sah As Boolean
    sah = pecahan <> "" And InStr(pecahan, ",") = 0 And InStr(pecahan, ".") = 0
    If Len(pecahan) = 3 And Len(utuh) - Len(Replace(utuh, ".", "")) > 1 Then sah = False
    PecahanSah = sah
End Function

' Benar bila satu-satunya titik adalah tanda desimal; pada persen satu titik selalu desimal.
Private Function TitikDesimal(badan As String, persen As Boolean) As Boolean
    Dim titik As Long, hasil As Boolean
    titik = InStr(badan, ".")
    If titik > 0 And titik < Len(badan) And InStr(titik + 1, badan, ".") = 0 Then
        hasil = Len(badan) - titik <> 3 Or Left(badan, titik) = "0."
        If Not hasil Then hasil = persen And RibuanSah(badan)
    End If
    TitikDesimal = hasil
End Function

' Benar bila teks terdiri atas digit saja, atau kelompok ribuan tiga-tiga yang tidak diawali 0.
Private Function RibuanSah(utuh As String) As Boolean
    Dim kelompok As Variant, i As Long, sah As Boolean
    sah = utuh <> ""
    If InStr(utuh, ".") > 0 Then
        kelompok = Split(utuh, ".")
        sah = Len(kelompok(0)) >= 1 And Len(kelompok(0)) <= 3 And Left(kelompok(0), 1) <> "0"
        For i = 1 To UBound(kelompok)
            sah = sah And Len(kelompok(i)) = 3
        Next i
    End If
    RibuanSah = sah
End Function

' Deretan digit dengan sejumlah desimal; bilangan bulat dibagi pangkat sepuluh agar pembulatannya tepat.
Private Function AngkaDigit(deret As String, desimal As Long) As Double
    Dim i As Long, bulat As Double, pembagi As Double
    For i = 1 To Len(deret)
        bulat = bulat * 10 + InStr("123456789", Mid(deret, i, 1))
    Next i
    pembagi = 1
    For i = 1 To desimal
        pembagi = pembagi * 10
    Next i
    AngkaDigit = bulat / pembagi
End Function
