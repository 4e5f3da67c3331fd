#include "CScreens.h"

// The office's other screens: today, registers, lists, evidence, who looked.

static const unsigned char words[] = {
#embed "files/words/office.json"
};

static const struct card_dispatch_file files[] = {
    {"words/office.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_office_files(void) {
    return files;
}
