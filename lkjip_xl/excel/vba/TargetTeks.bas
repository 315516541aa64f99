Option Explicit
Option Private Module

' Target yang bukan satu angka: kata, batas (>= 80, maks. 3), dan rentang (90-100).

' Benar bila sel berisi kata, batas, atau perbandingan (BB, >= 80, 1 : 20), bukan angka yang salah tulis.
Public Function KataLain(arg As Variant) As Boolean
    Dim v As Variant, s As String, hasil As Boolean
    v = arg
    If VarType(v) = vbString Then
        If Not IsError(GalatSel(v)) Then
            s = UCase(TeksRapi(CStr(v)))
            If InStr(s, ":") > 0 Then
                hasil = True
            ElseIf Left(s, 2) <> "RP" And Len(s) > 0 Then
                hasil = InStr("ABCDEFGHIJKLMNOPQRSTUVWXYZ<>=" & ChrW(8804) & ChrW(8805), Left(s, 1)) > 0
            End If
        End If
    End If
    KataLain = hasil
End Function

' Kedua batas dari target teks "a-b"; tidak berubah bila teksnya bukan rentang.
Public Sub BacaRentang(target As Variant, bawah As Variant, atas As Variant)
    Dim v As Variant, s As String, i As Long, panjang As Long, a As Variant, b As Variant
    v = target
    If VarType(v) = vbString Then s = TeksRapi(CStr(v))
    i = 2
    Do While i < Len(s)
        panjang = PanjangPemisah(LCase(Mid(s, i)))
        If panjang > 0 Then
            a = BacaAngka(Left(s, i - 1))
            b = BacaAngka(Mid(s, i + panjang))
            If VarType(a) = vbDouble And VarType(b) = vbDouble Then
                bawah = a
                atas = b
                Exit Sub
            End If
        End If
        i = i + IIf(panjang > 0, panjang, 1)
    Loop
End Sub

' Panjang pemisah rentang di awal teks: sampai (dengan), s.d., s/d, sd, "..", atau tanda hubung; 0 bila bukan.
Private Function PanjangPemisah(s As String) As Long
    Dim kata As Variant, hasil As Long
    If InStr("s.", Left(s, 1)) > 0 Then
        For Each kata In Array("sampai dengan", "sampai", "s. d.", "s. d", "s d.", "s d", "s.d.", "s.d", "sd.", "sd", "s/d", "..")
            If hasil = 0 And Left(s, Len(kata)) = kata Then hasil = Len(kata)
        Next kata
    ElseIf TandaHubung(Left(s, 1)) Or Left(s, 1) = ChrW(8722) Then
        hasil = 1
    End If
    PanjangPemisah = hasil
End Function

' Angka sebuah batas, dengan >=, >, <=, atau < di tanda; "" dan tanda "" bila teksnya bukan batas.
Public Function BacaBatas(target As Variant, tanda As String) As Variant
    Dim v As Variant, s As String, pasang As Variant, i As Long, n As Variant, hasil As Variant
    v = target
    s = LCase(TeksRapi(CStr(v)))
    tanda = ""
    hasil = ""
    pasang = KataBatas()
    For i = LBound(pasang) To UBound(pasang) - 1 Step 2
        If tanda = "" And Left(s, Len(pasang(i))) = pasang(i) Then
            n = BacaAngka(LTrim(Mid(s, Len(pasang(i)) + 1)))
            If VarType(n) = vbDouble Then
                hasil = n
                tanda = pasang(i + 1)
            End If
        End If
    Next i
    BacaBatas = hasil
End Function

' Awalan batas dan tandanya, bergantian; yang lebih panjang lebih dahulu.
Private Function KataBatas() As Variant
    Dim lebih As String, kurang As String
    lebih = ChrW(8805)
    kurang = ChrW(8804)
    KataBatas = Array(lebih & "=", ">=", lebih, ">=", ">=", ">=", "=>", ">=", ">", ">", _
        kurang & "=", "<=", kurang, "<=", "<=", "<=", "=<", "<=", "<", "<", _
        "minimal", ">=", "minimum", ">=", "min.", ">=", "min", ">=", _
        "maksimal", "<=", "maksimum", "<=", "maks.", "<=", "maks", "<=", _
        "maximal", "<=", "maximum", "<=", "max.", "<=", "max", "<=", _
        "paling sedikit", ">=", "paling kurang", ">=", "paling cepat", ">=", "paling banyak", "<=", "paling lama", "<=", _
        "sekurang-kurangnya", ">=", "sekurangkurangnya", ">=", "sekurangnya", ">=", _
        "lebih dari", ">", "di atas", ">", "diatas", ">", "kurang dari", "<", "di bawah", "<", "dibawah", "<")
End Function

' Benar bila realisasi memenuhi batas.
Public Function BatasTerpenuhi(tanda As String, batas As Variant, r As Variant) As Boolean
    Dim hasil As Boolean
    Select Case tanda
    Case ">="
        hasil = (r >= batas)
    Case ">"
        hasil = (r > batas)
    Case "<="
        hasil = (r <= batas)
    Case Else
        hasil = (r < batas)
    End Select
    BatasTerpenuhi = hasil
End Function
