#include "CScreens.h"

// The screens of a card: the GP's, and the office's as proxy.

static const unsigned char words[] = {
#embed "files/words/clinic.json"
};

static const struct card_dispatch_file files[] = {
    {"words/clinic.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_clinic_files(void) {
    return files;
}
