#pragma once

#include "base/result.h"
#include "net/message.h"

namespace winnow::net {

/// Refuses headers that would end early and become others, and an address that shows a secret of the headers.
[[nodiscard]] Result<void> checkRequest(const Request &request);

/// The error with every secret of the request blotted out.
[[nodiscard]] Error withoutSecrets(Error error, const Request &request);

} // namespace winnow::net
