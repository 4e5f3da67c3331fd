#include "CScreens.h"

// The dispatcher's screens.

static const unsigned char big[] = {
#embed "files/fire/big.mustache"
};
static const unsigned char call[] = {
#embed "files/fire/call.mustache"
};
static const unsigned char calls[] = {
#embed "files/fire/calls.mustache"
};
static const unsigned char card[] = {
#embed "files/fire/card.mustache"
};
static const unsigned char dial[] = {
#embed "files/fire/dial.mustache"
};
static const unsigned char duty[] = {
#embed "files/fire/duty.mustache"
};
static const unsigned char find[] = {
#embed "files/fire/find.mustache"
};
static const unsigned char home[] = {
#embed "files/fire/home.mustache"
};
static const unsigned char live[] = {
#embed "files/fire/live.mustache"
};
static const unsigned char marks[] = {
#embed "files/fire/marks.mustache"
};
static const unsigned char matches[] = {
#embed "files/fire/matches.mustache"
};
static const unsigned char nowhere[] = {
#embed "files/fire/nowhere.mustache"
};
static const unsigned char packet[] = {
#embed "files/fire/packet.mustache"
};
static const unsigned char part[] = {
#embed "files/fire/part.mustache"
};
static const unsigned char patient[] = {
#embed "files/fire/patient.mustache"
};
static const unsigned char row[] = {
#embed "files/fire/row.mustache"
};
static const unsigned char verdict[] = {
#embed "files/fire/verdict.mustache"
};
static const unsigned char script[] = {
#embed "files/fire.js"
};
static const unsigned char words[] = {
#embed "files/words/fire.json"
};

static const struct card_dispatch_file files[] = {
    {"fire/big.mustache", big, sizeof big},
    {"fire/call.mustache", call, sizeof call},
    {"fire/calls.mustache", calls, sizeof calls},
    {"fire/card.mustache", card, sizeof card},
    {"fire/dial.mustache", dial, sizeof dial},
    {"fire/duty.mustache", duty, sizeof duty},
    {"fire/find.mustache", find, sizeof find},
    {"fire/home.mustache", home, sizeof home},
    {"fire/live.mustache", live, sizeof live},
    {"fire/marks.mustache", marks, sizeof marks},
    {"fire/matches.mustache", matches, sizeof matches},
    {"fire/nowhere.mustache", nowhere, sizeof nowhere},
    {"fire/packet.mustache", packet, sizeof packet},
    {"fire/part.mustache", part, sizeof part},
    {"fire/patient.mustache", patient, sizeof patient},
    {"fire/row.mustache", row, sizeof row},
    {"fire/verdict.mustache", verdict, sizeof verdict},
    {"fire.js", script, sizeof script},
    {"words/fire.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_fire_files(void) {
    return files;
}
