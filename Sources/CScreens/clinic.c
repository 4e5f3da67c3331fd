#include "CScreens.h"

// The screens of a card: the GP's, and the office's as proxy.

static const unsigned char card[] = {
#embed "files/clinic/card.mustache"
};
static const unsigned char deed[] = {
#embed "files/clinic/deed.mustache"
};
static const unsigned char deeds[] = {
#embed "files/clinic/deeds.mustache"
};
static const unsigned char facts[] = {
#embed "files/clinic/facts.mustache"
};
static const unsigned char form[] = {
#embed "files/clinic/form.mustache"
};
static const unsigned char head[] = {
#embed "files/clinic/head.mustache"
};
static const unsigned char home[] = {
#embed "files/clinic/home.mustache"
};
static const unsigned char lift[] = {
#embed "files/clinic/lift.mustache"
};
static const unsigned char listed[] = {
#embed "files/clinic/listed.mustache"
};
static const unsigned char night[] = {
#embed "files/clinic/night.mustache"
};
static const unsigned char section[] = {
#embed "files/clinic/section.mustache"
};
static const unsigned char shift[] = {
#embed "files/clinic/shift.mustache"
};
static const unsigned char shifts[] = {
#embed "files/clinic/shifts.mustache"
};
static const unsigned char swap[] = {
#embed "files/clinic/swap.mustache"
};
static const unsigned char words[] = {
#embed "files/words/clinic.json"
};

static const struct card_dispatch_file files[] = {
    {"clinic/card.mustache", card, sizeof card},
    {"clinic/deed.mustache", deed, sizeof deed},
    {"clinic/deeds.mustache", deeds, sizeof deeds},
    {"clinic/facts.mustache", facts, sizeof facts},
    {"clinic/form.mustache", form, sizeof form},
    {"clinic/head.mustache", head, sizeof head},
    {"clinic/home.mustache", home, sizeof home},
    {"clinic/lift.mustache", lift, sizeof lift},
    {"clinic/listed.mustache", listed, sizeof listed},
    {"clinic/night.mustache", night, sizeof night},
    {"clinic/section.mustache", section, sizeof section},
    {"clinic/shift.mustache", shift, sizeof shift},
    {"clinic/shifts.mustache", shifts, sizeof shifts},
    {"clinic/swap.mustache", swap, sizeof swap},
    {"words/clinic.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_clinic_files(void) {
    return files;
}
