#include "publish/output.h"
#include "publish/support/document_writers.h"

namespace winnow::publish {

extern const Output odt;

const Output odt{"odt", "OpenDocument", "odt", nullptr, tableAsOdt, documentAsOdt};

} // namespace winnow::publish
