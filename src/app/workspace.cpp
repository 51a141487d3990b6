#include "app/workspace.h"

#include "base/sha256.h"

#include <cstdlib>

namespace winnow::app {

namespace {

std::string environmentValue(const char *variable)
{
    const char *value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): as the header asks
    return value != nullptr ? value : "";
}

} // namespace

std::string defaultReviewer()
{
    for (const char *variable : {"WINNOW_REVIEWER", "USER", "LOGNAME"}) {
        if (std::string value = environmentValue(variable); !value.empty()) {
            return value;
        }
    }
    return "reviewer";
}

std::filesystem::path defaultCacheFolder()
{
    // The standard has it that a relative path is not to be used.
    const std::filesystem::path cache = environmentValue("XDG_CACHE_HOME");
    const std::filesystem::path home = environmentValue("HOME");
    return cache.is_absolute() ? cache : home.is_absolute() ? home / ".cache" : std::filesystem::path();
}

Result<std::unique_ptr<Workspace>>
Workspace::create(const std::filesystem::path &path, std::string_view title, Services services)
{
    auto file = store::ReviewFile::create(
        path, {services.uuids->next(), std::string(title), services.clock->nowUtc()});
    if (!file) {
        return std::move(file).error();
    }
    return std::make_unique<Workspace>(*std::move(file), std::move(services));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path &path, Services services)
{
    auto file = store::ReviewFile::open(path);
    if (!file) {
        return std::move(file).error();
    }
    return std::make_unique<Workspace>(*std::move(file), std::move(services));
}

Result<std::unique_ptr<Workspace>> Workspace::asOf(const store::LogEnd &end) const
{
    auto file = store::ReviewFile::openAsOf(path(), end);
    if (!file) {
        return std::move(file).error();
    }
    return std::make_unique<Workspace>(*std::move(file), m_services);
}

Workspace::Workspace(store::ReviewFile file, Services services)
    : m_services(std::move(services))
    , m_file(std::move(file))
    , m_records(m_file)
    , m_imports(m_file)
    , m_onlineSearches(m_file)
    , m_log(m_file, *m_services.uuids)
    , m_bundles(m_file)
    , m_judgement(m_file)
{}

std::filesystem::path Workspace::indexFolder() const
{
    std::filesystem::path folder = path();
    folder.replace_extension(".index");
    return folder;
}

std::filesystem::path Workspace::spareIndexFolder() const
{
    if (m_services.cacheFolder.empty()) {
        return {};
    }
    std::error_code ignored;
    const auto place = std::filesystem::weakly_canonical(path(), ignored);
    return m_services.cacheFolder / "winnow" / (sha256(info().uuid + '\n' + place.string()) + ".index");
}

store::Act Workspace::act() const
{
    return {m_services.reviewer, m_services.clock->nowUtc(), WINNOW_VERSION};
}

std::string Workspace::newUuid()
{
    return m_services.uuids->next();
}

} // namespace winnow::app
