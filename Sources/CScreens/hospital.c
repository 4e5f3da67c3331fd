#include "CScreens.h"

// The hospital's screens.

static const unsigned char words[] = {
#embed "files/words/hospital.json"
};

static const struct card_dispatch_file files[] = {
    {"words/hospital.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_hospital_files(void) {
    return files;
}
