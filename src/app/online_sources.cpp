#include "app/online_sources.h"

#include "sources/locators/locator.h"
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

/// Without slashes at its end.
std::string baseUrlOf(std::string_view id)
{
    std::string url = environment("WINNOW_" + upper(id) + "_URL");
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
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

std::vector<LocatorInfo> fullTextSources()
{
    std::vector<LocatorInfo> infos;
    for (const locators::Locator *locator : locators::locatorsByRank()) {
        infos.push_back({std::string(locator->id),
                         std::string(locator->label),
                         std::string(locator->keyVariable),
                         locator->needsKey,
                         locator->needsEmail});
    }
    return infos;
}

std::string fullTextSourceLabel(std::string_view id)
{
    const locators::Locator *const locator = locators::findLocator(id);
    return std::string(locator == nullptr ? id : locator->label);
}

OnlineAccess accessFromEnvironment()
{
    OnlineAccess access;
    access.linkResolver = environment("WINNOW_LINK_RESOLVER");
    access.email = environment("WINNOW_EMAIL");
    access.timeoutSeconds = environment("WINNOW_TIMEOUT");
    for (const sources::Source *source : sources::allSources()) {
        SourceAccess &one = access.sources[std::string(source->id)];
        one.baseUrl = baseUrlOf(source->id);
        one.key = environment(std::string(source->keyVariable));
        one.token = environment(std::string(source->tokenVariable));
    }
    for (const locators::Locator *locator : locators::allLocators()) {
        SourceAccess &one = access.sources[std::string(locator->id)];
        one.baseUrl = baseUrlOf(locator->id);
        one.key = environment(std::string(locator->keyVariable));
    }
    return access;
}

} // namespace winnow::app
