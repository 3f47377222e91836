@echo off
rem Starts cedre with a JVM set for short runs; bin/cedre, its twin for other systems, says why each option is there.
rem   JAVA_HOME         the JDK or JRE (17 or later) to use; without it, the java of the PATH
rem   CEDRE_JAVA_OPTS   further JVM options, which win over the ones below (for example -Xmx2g)
rem Left to the twin: both compilers for a big folder (here always, which costs a small one about a third), and telling
rem a terminal from a file, which cmd cannot: no colour without --couleur toujours, no progress, 80 columns.
setlocal DisableDelayedExpansion

for /f "tokens=2 delims=:." %%c in ('chcp') do set /a "CODEPAGE=%%c"
chcp 65001 >nul

for %%d in ("%~dp0..") do set "CEDRE_HOME=%%~fd"

set "JAVA=java.exe"
if defined JAVA_HOME goto java_home
where /q java.exe
if not errorlevel 1 goto run
>&2 echo cedre : Java est introuvable. Installez un JDK 17 ou plus récent, ou indiquez son dossier dans JAVA_HOME.
set "STATUS=2"
goto end

:java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto run
>&2 echo cedre : JAVA_HOME vaut « %JAVA_HOME% », où bin\java.exe est introuvable. Indiquez un JDK 17 ou plus récent, ou retirez JAVA_HOME.
set "STATUS=2"
goto end

:run
set "ARCHIVE=-Xshare:auto"
if exist "%CEDRE_HOME%\lib\cedre.jsa" set "ARCHIVE=-XX:SharedArchiveFile=%CEDRE_HOME%\lib\cedre.jsa"
"%JAVA%" -Xshare:auto "%ARCHIVE%" -Xlog:disable -XX:-UsePerfData -XX:+UseSerialGC -Xmx512m ^
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 ^
    -Dpicocli.disable.closures=true "-Dcedre.home=%CEDRE_HOME%" %CEDRE_JAVA_OPTS% -jar "%CEDRE_HOME%\lib\cedre.jar" %*
set "STATUS=%ERRORLEVEL%"

:end
if defined CODEPAGE chcp %CODEPAGE% >nul
exit /b %STATUS%
