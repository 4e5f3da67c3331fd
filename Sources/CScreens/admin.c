#include "CScreens.h"

// The administrator's screens.

static const unsigned char status[] = {
#embed "files/admin/status.mustache"
};
static const unsigned char keys[] = {
#embed "files/admin/keys.mustache"
};
static const unsigned char newkey[] = {
#embed "files/admin/newkey.mustache"
};
static const unsigned char keymade[] = {
#embed "files/admin/keymade.mustache"
};
static const unsigned char keyrevoke[] = {
#embed "files/admin/keyrevoke.mustache"
};
static const unsigned char associations[] = {
#embed "files/admin/associations.mustache"
};
static const unsigned char notices[] = {
#embed "files/admin/notices.mustache"
};
static const unsigned char words[] = {
#embed "files/words/admin.json"
};

static const struct card_dispatch_file files[] = {
    {"words/admin.json", words, sizeof words},
    {"admin/status.mustache", status, sizeof status},
    {"admin/keys.mustache", keys, sizeof keys},
    {"admin/newkey.mustache", newkey, sizeof newkey},
    {"admin/keymade.mustache", keymade, sizeof keymade},
    {"admin/keyrevoke.mustache", keyrevoke, sizeof keyrevoke},
    {"admin/associations.mustache", associations, sizeof associations},
    {"admin/notices.mustache", notices, sizeof notices},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_admin_files(void) {
    return files;
}
