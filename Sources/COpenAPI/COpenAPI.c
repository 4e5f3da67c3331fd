#include "COpenAPI.h"

static const unsigned char document[] = {
#embed "openapi.json"
};

const unsigned char *card_dispatch_openapi(size_t *size) {
    *size = sizeof document;
    return document;
}
