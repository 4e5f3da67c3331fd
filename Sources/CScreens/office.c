#include "CScreens.h"

// The office's other screens: today, registers, lists, evidence, who looked.

static const unsigned char association_mustache[] = {
#embed "files/office/association.mustache"
};
static const unsigned char audit_mustache[] = {
#embed "files/office/audit.mustache"
};
static const unsigned char bars_mustache[] = {
#embed "files/office/bars.mustache"
};
static const unsigned char boxes_mustache[] = {
#embed "files/office/boxes.mustache"
};
static const unsigned char cardhead_mustache[] = {
#embed "files/office/cardhead.mustache"
};
static const unsigned char cardrow_mustache[] = {
#embed "files/office/cardrow.mustache"
};
static const unsigned char cards_mustache[] = {
#embed "files/office/cards.mustache"
};
static const unsigned char course_mustache[] = {
#embed "files/office/course.mustache"
};
static const unsigned char departure_mustache[] = {
#embed "files/office/departure.mustache"
};
static const unsigned char due_mustache[] = {
#embed "files/office/due.mustache"
};
static const unsigned char evidence_mustache[] = {
#embed "files/office/evidence.mustache"
};
static const unsigned char faults_mustache[] = {
#embed "files/office/faults.mustache"
};
static const unsigned char formhead_mustache[] = {
#embed "files/office/formhead.mustache"
};
static const unsigned char holidays_mustache[] = {
#embed "files/office/holidays.mustache"
};
static const unsigned char hospital_mustache[] = {
#embed "files/office/hospital.mustache"
};
static const unsigned char hospitals_mustache[] = {
#embed "files/office/hospitals.mustache"
};
static const unsigned char notices_mustache[] = {
#embed "files/office/notices.mustache"
};
static const unsigned char paging_mustache[] = {
#embed "files/office/paging.mustache"
};
static const unsigned char physician_mustache[] = {
#embed "files/office/physician.mustache"
};
static const unsigned char physicians_mustache[] = {
#embed "files/office/physicians.mustache"
};
static const unsigned char publishanew_mustache[] = {
#embed "files/office/publishanew.mustache"
};
static const unsigned char registers_mustache[] = {
#embed "files/office/registers.mustache"
};
static const unsigned char slot_mustache[] = {
#embed "files/office/slot.mustache"
};
static const unsigned char slots_mustache[] = {
#embed "files/office/slots.mustache"
};
static const unsigned char telephones_mustache[] = {
#embed "files/office/telephones.mustache"
};
static const unsigned char today_mustache[] = {
#embed "files/office/today.mustache"
};
static const unsigned char office_js[] = {
#embed "files/office.js"
};
static const unsigned char words[] = {
#embed "files/words/office.json"
};

static const struct card_dispatch_file files[] = {
    {"office/association.mustache", association_mustache, sizeof association_mustache},
    {"office/audit.mustache", audit_mustache, sizeof audit_mustache},
    {"office/bars.mustache", bars_mustache, sizeof bars_mustache},
    {"office/boxes.mustache", boxes_mustache, sizeof boxes_mustache},
    {"office/cardhead.mustache", cardhead_mustache, sizeof cardhead_mustache},
    {"office/cardrow.mustache", cardrow_mustache, sizeof cardrow_mustache},
    {"office/cards.mustache", cards_mustache, sizeof cards_mustache},
    {"office/course.mustache", course_mustache, sizeof course_mustache},
    {"office/departure.mustache", departure_mustache, sizeof departure_mustache},
    {"office/due.mustache", due_mustache, sizeof due_mustache},
    {"office/evidence.mustache", evidence_mustache, sizeof evidence_mustache},
    {"office/faults.mustache", faults_mustache, sizeof faults_mustache},
    {"office/formhead.mustache", formhead_mustache, sizeof formhead_mustache},
    {"office/holidays.mustache", holidays_mustache, sizeof holidays_mustache},
    {"office/hospital.mustache", hospital_mustache, sizeof hospital_mustache},
    {"office/hospitals.mustache", hospitals_mustache, sizeof hospitals_mustache},
    {"office/notices.mustache", notices_mustache, sizeof notices_mustache},
    {"office/paging.mustache", paging_mustache, sizeof paging_mustache},
    {"office/physician.mustache", physician_mustache, sizeof physician_mustache},
    {"office/physicians.mustache", physicians_mustache, sizeof physicians_mustache},
    {"office/publishanew.mustache", publishanew_mustache, sizeof publishanew_mustache},
    {"office/registers.mustache", registers_mustache, sizeof registers_mustache},
    {"office/slot.mustache", slot_mustache, sizeof slot_mustache},
    {"office/slots.mustache", slots_mustache, sizeof slots_mustache},
    {"office/telephones.mustache", telephones_mustache, sizeof telephones_mustache},
    {"office/today.mustache", today_mustache, sizeof today_mustache},
    {"office.js", office_js, sizeof office_js},
    {"words/office.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_office_files(void) {
    return files;
}
