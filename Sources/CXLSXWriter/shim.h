// libxlsxwriter (Debian: libxlsxwriter-dev): writes XLSX workbooks.
#pragma once
#include <xlsxwriter.h>
