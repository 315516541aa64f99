@echo off
call "%~dp0pasang.bat" --copot
