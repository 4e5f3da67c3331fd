#include "CScreens.h"

// The dispatcher's screens.

static const unsigned char words[] = {
#embed "files/words/fire.json"
};

static const struct card_dispatch_file files[] = {
    {"words/fire.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_fire_files(void) {
    return files;
}
