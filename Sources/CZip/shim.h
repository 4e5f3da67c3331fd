// libzip (Debian: libzip-dev): the container that an XLSX workbook is.
#pragma once
#include <zip.h>
