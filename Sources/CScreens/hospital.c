#include "CScreens.h"

// The hospital's screens.

static const unsigned char agreements_mustache[] = {
#embed "files/hospital/agreements.mustache"
};
static const unsigned char card_mustache[] = {
#embed "files/hospital/card.mustache"
};
static const unsigned char home_mustache[] = {
#embed "files/hospital/home.mustache"
};
static const unsigned char nocard_mustache[] = {
#embed "files/hospital/nocard.mustache"
};
static const unsigned char table_mustache[] = {
#embed "files/hospital/table.mustache"
};
static const unsigned char words[] = {
#embed "files/words/hospital.json"
};

static const struct card_dispatch_file files[] = {
    {"hospital/agreements.mustache", agreements_mustache, sizeof agreements_mustache},
    {"hospital/card.mustache", card_mustache, sizeof card_mustache},
    {"hospital/home.mustache", home_mustache, sizeof home_mustache},
    {"hospital/nocard.mustache", nocard_mustache, sizeof nocard_mustache},
    {"hospital/table.mustache", table_mustache, sizeof table_mustache},
    {"words/hospital.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_hospital_files(void) {
    return files;
}
