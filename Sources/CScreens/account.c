#include "CScreens.h"

// Signing in and what people change about their own account: screens by which nobody else gets in.

static const unsigned char login[] = {
#embed "files/account/login.mustache"
};
static const unsigned char words[] = {
#embed "files/words/account.json"
};

static const struct card_dispatch_file files[] = {
    {"account/login.mustache", login, sizeof login},
    {"words/account.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_account_files(void) {
    return files;
}
