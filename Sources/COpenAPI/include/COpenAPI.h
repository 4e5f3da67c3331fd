#include <stddef.h>

/// The OpenAPI document as the API serves it: openapi.json beside the source, UTF-8. `size` is given how many bytes it has.
///
/// Embedded here and not in Swift, where a list of so many bytes takes minutes to compile.
const unsigned char *card_dispatch_openapi(size_t *size);
