#include "CScreens.h"

// The office's rota: the month as a grid, and what lies over it.

static const unsigned char words[] = {
#embed "files/words/rota.json"
};

static const struct card_dispatch_file files[] = {
    {"words/rota.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_rota_files(void) {
    return files;
}
