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
    std::string linkResolver{}; ///< pattern of the user's own, see link_resolver.h; may be empty
    std::string email;          ///< for sources that ask who is calling; may be empty
    std::string timeoutSeconds; ///< how long a source may be silent; empty: a minute
};

/// A source that knows where reports can be read by everybody.
struct LocatorInfo
{
    std::string id;          ///< "unpaywall"
    std::string label;       ///< "Unpaywall"
    std::string keyVariable; ///< environment variable of its key; empty where it takes none
    bool needsKey = false;
    bool needsEmail = false;
};

/// In the order in which they are asked.
[[nodiscard]] std::vector<LocatorInfo> fullTextSources();

/// "Unpaywall" of "unpaywall"; the id itself where there is no such source.
[[nodiscard]] std::string fullTextSourceLabel(std::string_view id);

/// From the environment: WINNOW_SCOPUS_KEY and the like, WINNOW_SCOPUS_URL and the like (another address, for
/// tests and mirrors), WINNOW_EMAIL, WINNOW_TIMEOUT, WINNOW_LINK_RESOLVER. Call it before any thread is
/// started.
[[nodiscard]] OnlineAccess accessFromEnvironment();

} // namespace winnow::app
