#include "CScreens.h"

// Signing in and what people change about their own account: screens by which nobody else gets in; and where accounts are kept.

static const unsigned char login_page[] = {
#embed "files/account/login.mustache"
};
static const unsigned char form_page[] = {
#embed "files/account/form.mustache"
};
static const unsigned char gone_page[] = {
#embed "files/account/gone.mustache"
};
static const unsigned char recovery_page[] = {
#embed "files/account/recovery.mustache"
};
static const unsigned char home_page[] = {
#embed "files/account/home.mustache"
};
static const unsigned char list_page[] = {
#embed "files/account/list.mustache"
};
static const unsigned char person_page[] = {
#embed "files/account/person.mustache"
};
static const unsigned char link_page[] = {
#embed "files/account/link.mustache"
};
static const unsigned char words[] = {
#embed "files/words/account.json"
};

static const struct card_dispatch_file files[] = {
    {"account/login.mustache", login_page, sizeof login_page},
    {"account/form.mustache", form_page, sizeof form_page},
    {"account/gone.mustache", gone_page, sizeof gone_page},
    {"account/recovery.mustache", recovery_page, sizeof recovery_page},
    {"account/home.mustache", home_page, sizeof home_page},
    {"account/list.mustache", list_page, sizeof list_page},
    {"account/person.mustache", person_page, sizeof person_page},
    {"account/link.mustache", link_page, sizeof link_page},
    {"words/account.json", words, sizeof words},
    {NULL, NULL, 0},
};

const struct card_dispatch_file *card_dispatch_account_files(void) {
    return files;
}
