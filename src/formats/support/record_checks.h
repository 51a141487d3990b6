#pragma once

#include "formats/format.h"

namespace winnow::formats {

/// Looks for what the source has done to a record that its reader must know: a list of authors that was cut
/// ("et al.", three dots), text whose letters were damaged by a wrong encoding. Takes such words off the list
/// of authors and tells the sink.
void checkRecord(ReadRecord &read, RecordSink &sink);

} // namespace winnow::formats
