#include <stddef.h>

/// A file that the screens are made of: a template, a text of the catalogue, the stylesheet, a script.
struct card_dispatch_file {
    /// As it lies in `files/`: `clinic/home.mustache`. NULL ends a list.
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

/// The files of what all desks share, and of each desk; a list ends with a name that is NULL.
///
/// Embedded here and not in Swift, where a list of so many bytes is compiled anew with every word that changes.
const struct card_dispatch_file *card_dispatch_common_files(void);
const struct card_dispatch_file *card_dispatch_account_files(void);
const struct card_dispatch_file *card_dispatch_fire_files(void);
const struct card_dispatch_file *card_dispatch_clinic_files(void);
const struct card_dispatch_file *card_dispatch_rota_files(void);
const struct card_dispatch_file *card_dispatch_office_files(void);
const struct card_dispatch_file *card_dispatch_hospital_files(void);
const struct card_dispatch_file *card_dispatch_admin_files(void);
