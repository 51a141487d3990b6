#pragma once

#include "base/result.h"
#include "net/message.h"
#include "sources/source.h"
#include "sources/support/label.h"
#include "sources/support/query_text.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// The address of a service of `source`: where `access` says, else where the public one is.
[[nodiscard]] std::string addressOf(const Source &source, const Access &access, std::string_view path);

/// "a=1&b=2", encoded.
[[nodiscard]] std::string formText(std::span<const Parameter> parameters);

/// A request by GET. Fails when its URL is longer than `source` takes.
[[nodiscard]] Result<net::Request> getRequest(const Label &source,
                                              std::string_view address,
                                              std::span<const Parameter> parameters,
                                              std::size_t mostBytes);

/// A request by POST, the parameters in its body.
[[nodiscard]] net::Request postRequest(std::string address, std::span<const Parameter> parameters);

/// Adds a header that is a key, unless it is empty. Fails where the key has characters that no header can
/// have.
[[nodiscard]] Result<void> addSecret(net::Request &request, std::string_view name, std::string value);

/// What says that a search cannot be done without a key.
[[nodiscard]] Error keyMissing(const Source &source);

/// What says that none of the records has what a look-up needs.
[[nodiscard]] Error nothingToLookUp(const Source &source, std::string_view what);

} // namespace winnow::sources
