#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// An online source that can be searched.
struct OnlineSourceInfo
{
    std::string id;          ///< "scopus"
    std::string label;       ///< "Scopus"
    std::string keyVariable; ///< environment variable of its key; empty where it takes none
    bool needsKey = false;
    bool takesToken = false; ///< of an institution, beside the key
};

/// In order of their ids.
[[nodiscard]] std::vector<OnlineSourceInfo> onlineSources();

/// Where a source is and what opens it. Never stored, never printed.
struct SourceAccess
{
    std::string baseUrl; ///< empty: the public service
    std::string key;
    std::string token; ///< of an institution
};

struct OnlineAccess
{
    std::map<std::string, SourceAccess, std::less<>> sources; ///< by id
    std::string email;          ///< for sources that ask who is calling; may be empty
    std::string timeoutSeconds; ///< how long a source may be silent; empty: a minute
};

/// From the environment: WINNOW_SCOPUS_KEY and the like, WINNOW_SCOPUS_URL and the like (another address, for
/// tests and mirrors), WINNOW_EMAIL, WINNOW_TIMEOUT. Call it before any thread is started.
[[nodiscard]] OnlineAccess accessFromEnvironment();

} // namespace winnow::app
