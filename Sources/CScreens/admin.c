#include "CScreens.h"

// The administrator's screens.

static const unsigned char words[] = {
#embed "files/words/admin.json"
};

static const struct card_dispatch_file files[] = {
    {"words/admin.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_admin_files(void) {
    return files;
}
