// libqrencode (Debian: libqrencode-dev): the code on a printed card.
#pragma once
#include <qrencode.h>
