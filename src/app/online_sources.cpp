#include "app/online_sources.h"

#include "sources/source.h"

#include <cstdlib>

namespace winnow::app {

namespace {

std::string environment(const std::string &name)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): called before any thread is started
    const char *value = name.empty() ? nullptr : std::getenv(name.c_str());
    return value == nullptr ? std::string() : value;
}

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return result;
}

} // namespace

std::vector<OnlineSourceInfo> onlineSources()
{
    std::vector<OnlineSourceInfo> infos;
    for (const sources::Source *source : sources::allSources()) {
        infos.push_back({std::string(source->id),
                         std::string(source->label),
                         std::string(source->keyVariable),
                         source->needsKey,
                         !source->tokenVariable.empty()});
    }
    return infos;
}

OnlineAccess accessFromEnvironment()
{
    OnlineAccess access;
    access.email = environment("WINNOW_EMAIL");
    access.timeoutSeconds = environment("WINNOW_TIMEOUT");
    for (const sources::Source *source : sources::allSources()) {
        SourceAccess &one = access.sources[std::string(source->id)];
        one.baseUrl = environment("WINNOW_" + upper(source->id) + "_URL");
        one.key = environment(std::string(source->keyVariable));
        one.token = environment(std::string(source->tokenVariable));
        while (one.baseUrl.ends_with('/')) {
            one.baseUrl.pop_back();
        }
    }
    return access;
}

} // namespace winnow::app
