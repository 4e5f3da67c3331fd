#include "CScreens.h"

// The office's rota: the month as a grid, and what lies over it.

static const unsigned char words[] = {
#embed "files/words/rota.json"
};
static const unsigned char head[] = {
#embed "files/rota/head.mustache"
};
static const unsigned char away[] = {
#embed "files/rota/away.mustache"
};
static const unsigned char faults[] = {
#embed "files/rota/faults.mustache"
};
static const unsigned char home[] = {
#embed "files/rota/home.mustache"
};
static const unsigned char month[] = {
#embed "files/rota/month.mustache"
};
static const unsigned char sheet[] = {
#embed "files/rota/sheet.mustache"
};
static const unsigned char cell[] = {
#embed "files/rota/cell.mustache"
};
static const unsigned char publish[] = {
#embed "files/rota/publish.mustache"
};
static const unsigned char import_[] = {
#embed "files/rota/import.mustache"
};
static const unsigned char changes[] = {
#embed "files/rota/changes.mustache"
};
static const unsigned char copy[] = {
#embed "files/rota/copy.mustache"
};
static const unsigned char counts[] = {
#embed "files/rota/counts.mustache"
};
static const unsigned char absences[] = {
#embed "files/rota/absences.mustache"
};
static const unsigned char tonight[] = {
#embed "files/rota/tonight.mustache"
};
static const unsigned char feeds[] = {
#embed "files/rota/feeds.mustache"
};
static const unsigned char script[] = {
#embed "files/rota.js"
};
static const unsigned char file_script[] = {
#embed "files/rota-file.js"
};

static const struct card_dispatch_file files[] = {
    {"words/rota.json", words, sizeof words},
    {"rota/head.mustache", head, sizeof head},
    {"rota/away.mustache", away, sizeof away},
    {"rota/faults.mustache", faults, sizeof faults},
    {"rota/home.mustache", home, sizeof home},
    {"rota/month.mustache", month, sizeof month},
    {"rota/sheet.mustache", sheet, sizeof sheet},
    {"rota/cell.mustache", cell, sizeof cell},
    {"rota/publish.mustache", publish, sizeof publish},
    {"rota/import.mustache", import_, sizeof import_},
    {"rota/changes.mustache", changes, sizeof changes},
    {"rota/copy.mustache", copy, sizeof copy},
    {"rota/counts.mustache", counts, sizeof counts},
    {"rota/absences.mustache", absences, sizeof absences},
    {"rota/tonight.mustache", tonight, sizeof tonight},
    {"rota/feeds.mustache", feeds, sizeof feeds},
    {"rota.js", script, sizeof script},
    {"rota-file.js", file_script, sizeof file_script},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_rota_files(void) {
    return files;
}
