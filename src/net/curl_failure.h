#pragma once

#include "net/failure.h"

#include <curl/curl.h>

namespace winnow::net {

/// What `code` means, at which the transfer of `easy` ended.
[[nodiscard]] FailureKind failureKind(CURLcode code, CURL *easy);

/// Whether any network beside loopback is up.
[[nodiscard]] bool hasNetwork();

} // namespace winnow::net
