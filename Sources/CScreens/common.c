#include "CScreens.h"

// What all desks share: the frame of a page, the error page, a field of a form, the stylesheet, the catalogue's words for them.

static const unsigned char layout[] = {
#embed "files/layout.mustache"
};
static const unsigned char failure[] = {
#embed "files/failure.mustache"
};
static const unsigned char field[] = {
#embed "files/field.mustache"
};
static const unsigned char style[] = {
#embed "files/desk.css"
};
static const unsigned char words[] = {
#embed "files/words/common.json"
};

static const struct card_dispatch_file files[] = {
    {"layout.mustache", layout, sizeof layout},
    {"failure.mustache", failure, sizeof failure},
    {"field.mustache", field, sizeof field},
    {"desk.css", style, sizeof style},
    {"words/common.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_common_files(void) {
    return files;
}
