Option Explicit
Option Private Module

' Argumen lembar kerja menjadi nilai: Double, "" bila kosong, atau galat.
' Di LibreOffice hasil fungsi yang tidak diisi membawa jenis dari panggilan sebelumnya,
' maka setiap fungsi selalu mengisi hasilnya dan kosong ditulis "", bukan Empty.

' Satu argumen sebagai angka.
Public Function AngkaDari(arg As Variant) As Variant
    Dim v As Variant
    v = arg
    If VarType(v) <> vbDouble Then
        v = AngkaNilai(v)
    ElseIf v = 0 Then
        v = NolAtauGalat(arg)
    End If
    AngkaDari = v
End Function

' Satu argumen yang boleh tidak diisi sebagai angka.
Public Function AngkaPilihan(Optional arg As Variant) As Variant
    Dim hasil As Variant
    hasil = ""
    If Not IsMissing(arg) Then hasil = AngkaDari(arg)
    AngkaPilihan = hasil
End Function

' Satu argumen yang boleh tidak diisi sebagai kata: huruf kecil tanpa spasi dan tanda hubung, "", atau galat.
Public Function KataPilihan(Optional arg As Variant) As Variant
    Dim hasil As Variant
    hasil = ""
    If Not IsMissing(arg) Then hasil = arg
    Select Case VarType(hasil)
    Case vbString
        hasil = KataTeks(CStr(hasil))
    Case vbEmpty
        hasil = ""
    Case vbError
    Case Else
        hasil = CVErr(xlErrValue)
    End Select
    KataPilihan = hasil
End Function

' Rentang, larik, atau satu nilai menjadi larik 1..n.
Public Function DeretAngka(arg As Variant) As Variant
    Dim v As Variant, hasil As Variant
    v = arg
    If Not IsArray(v) Then
        hasil = DeretLarik(Array(AngkaDari(arg)))
    ElseIf IsObject(arg) Then
        hasil = DeretRentang(arg, v)
    Else
        hasil = DeretLarik(v)
    End If
    DeretAngka = hasil
End Function

Private Function DeretRentang(arg As Variant, v As Variant) As Variant
    Dim hasil() As Variant, baris As Long, kolom As Long, n As Long
    ReDim hasil(1 To UBound(v, 1) * UBound(v, 2))
    For baris = 1 To UBound(v, 1)
        For kolom = 1 To UBound(v, 2)
            n = n + 1
            hasil(n) = AngkaNilai(Unsur(arg, v, baris, kolom))
        Next kolom
    Next baris
    DeretRentang = hasil
End Function

' Larik tetapan berdimensi satu (satu baris, di Excel) atau dua, maka dibaca dengan For Each.
Private Function DeretLarik(larik As Variant) As Variant
    Dim hasil() As Variant, nilai As Variant, n As Long
    For Each nilai In larik
        n = n + 1
        ReDim Preserve hasil(1 To n)
        hasil(n) = AngkaNilai(nilai)
    Next nilai
    DeretLarik = hasil
End Function

' Satu unsur dari nilai rentang; sel galat, yang di LibreOffice terbaca 0, tetap galat.
Public Function Unsur(arg As Variant, larik As Variant, baris As Long, kolom As Long) As Variant
    Dim v As Variant
    v = larik(baris, kolom)
    If VarType(v) = vbDouble Then
        If v = 0 And IsObject(arg) Then
            v = NolAtauGalat(arg.Cells(baris - LBound(larik, 1) + 1, kolom - LBound(larik, 2) + 1))
        End If
    End If
    Unsur = v
End Function

' Satu nilai yang bukan rentang sebagai angka.
Public Function AngkaNilai(v As Variant) As Variant
    Dim hasil As Variant
    hasil = v
    Select Case VarType(v)
    Case vbDouble, vbError
    Case vbEmpty
        hasil = ""
    Case vbString
        If v <> "" Then hasil = GalatTertulis(CStr(v))
        If Not IsError(hasil) And v <> "" Then hasil = BacaAngka(CStr(v))
    Case vbInteger, vbLong, vbSingle, vbCurrency, vbDate
        hasil = CDbl(v)
    Case Else
        hasil = CVErr(xlErrValue)
    End Select
    AngkaNilai = hasil
End Function

' Benar bila hasil pembacaan berarti tidak diisi.
Public Function Kosong(nilai As Variant) As Boolean
    Kosong = (VarType(nilai) = vbString)
End Function

' Galat di sel sebuah argumen, atau "" bila selnya tidak berisi galat.
Public Function GalatSel(Optional arg As Variant) As Variant
    Dim v As Variant, hasil As Variant
    v = ""
    If Not IsMissing(arg) Then v = arg
    If VarType(v) = vbString Then
        v = GalatTertulis(CStr(v))
    ElseIf VarType(v) = vbDouble Then
        If v = 0 Then v = NolAtauGalat(arg)
    End If
    hasil = ""
    If IsError(v) Then hasil = v
    GalatSel = hasil
End Function

' Nilai 0 atau, bila selnya berisi galat, galat itu.
Private Function NolAtauGalat(arg As Variant) As Variant
    Dim hasil As Variant
    hasil = 0#
    If WorksheetFunction.IsError(arg) Then hasil = CVErr(xlErrValue)
    NolAtauGalat = hasil
End Function

' Galat yang oleh LibreOffice disimpan sebagai teks "Error 2007" kembali menjadi galat.
Private Function GalatTertulis(teks As String) As Variant
    Dim hasil As Variant
    hasil = teks
    If teks = "Error 2007" Then
        hasil = CVErr(xlErrDiv0)
    ElseIf teks = "Error 2015" Then
        hasil = CVErr(xlErrValue)
    End If
    GalatTertulis = hasil
End Function

Private Function KataTeks(teks As String) As Variant
    Dim hasil As Variant
    hasil = GalatTertulis(teks)
    If IsError(hasil) Or KataBaku(teks) Then
        KataTeks = hasil
        Exit Function
    End If
    If TeksKosong(teks) Then
        hasil = ""
    Else
        hasil = Replace(Replace(LCase(TeksRapi(teks)), " ", ""), "-", "")
        hasil = Replace(Replace(hasil, ChrW(8211), ""), ChrW(8212), "")
    End If
    KataTeks = hasil
End Function

' Benar bila teks sudah tanpa huruf besar, spasi, dan tanda hubung, sehingga tidak perlu dirapikan.
Private Function KataBaku(teks As String) As Boolean
    KataBaku = Not (teks Like "*[!0-9a-z/>=]*") And teks <> "na" And teks <> "n/a"
End Function
