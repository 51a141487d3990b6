#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/sentence.h"
#include "base/uuid.h"
#include "store/bundles.h"
#include "store/imports.h"
#include "store/judgement.h"
#include "store/log.h"
#include "store/online_searches.h"
#include "store/records.h"
#include "store/review_file.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace winnow::app {

/// Who acts where nobody is named: WINNOW_REVIEWER, else the login name, else "reviewer". Reads the
/// environment, so call it before any thread is started.
[[nodiscard]] std::string defaultReviewer();

/// Where programs keep what they can make anew: XDG_CACHE_HOME, else .cache in the home folder, else nothing.
/// Reads the environment likewise.
[[nodiscard]] std::filesystem::path defaultCacheFolder();

/// What a workspace needs from outside; all must outlive it.
struct Services
{
    const Clock *clock = nullptr;
    UuidSource *uuids = nullptr;
    std::string reviewer;                ///< who acts
    std::filesystem::path cacheFolder{}; ///< for the search index of a review that can only be read
    Translator translator = nullptr;     ///< of what is said to people; none: English
};

/// An open review with all that works on it. Belongs to one thread; another thread opens its own on the same
/// file.
class Workspace
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    create(const std::filesystem::path &path, std::string_view title, Services services);

    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path &path,
                                                                 Services services);

    /// The same review as it was at some time, for the same reviewer, to be read only.
    [[nodiscard]] Result<std::unique_ptr<Workspace>> asOf(const store::LogEnd &end) const;

    Workspace(store::ReviewFile file, Services services);
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_file.path(); }

    [[nodiscard]] const store::ReviewInfo &info() const { return m_file.info(); }

    /// Nothing can be written to it; see store::ReviewFile::open().
    [[nodiscard]] bool isReadOnly() const { return m_file.isReadOnly(); }

    /// See store::ReviewFile, as with what follows.
    [[nodiscard]] store::Snapshot snapshot() { return m_file.snapshot(); }

    void leaveLog() { m_file.leaveLog(); }

    [[nodiscard]] bool isLogLong() const { return m_file.isLogLong(); }

    [[nodiscard]] Result<void> takeInLog() { return m_file.takeInLog(); }

    /// The folder of the search index: NAME.index beside NAME.winnow.
    [[nodiscard]] std::filesystem::path indexFolder() const;

    /// Where the search index of a review is made that can only be read, in the cache of the user; empty
    /// where there is none.
    [[nodiscard]] std::filesystem::path spareIndexFolder() const;

    [[nodiscard]] const std::string &reviewer() const { return m_services.reviewer; }

    /// In the language of the reviewer; see said() of base/sentence.h.
    [[nodiscard]] std::string say(const Sentence &sentence,
                                  std::initializer_list<std::string_view> parts = {}) const
    {
        return said(sentence, parts, m_services.translator);
    }

    /// The current reviewer acting now.
    [[nodiscard]] store::Act act() const;
    [[nodiscard]] std::string newUuid();

    [[nodiscard]] store::ReviewFile &file() { return m_file; }

    [[nodiscard]] store::Records &records() { return m_records; }

    [[nodiscard]] store::Imports &imports() { return m_imports; }

    [[nodiscard]] store::OnlineSearches &onlineSearches() { return m_onlineSearches; }

    [[nodiscard]] store::Log &log() { return m_log; }

    [[nodiscard]] store::Bundles &bundles() { return m_bundles; }

    [[nodiscard]] store::Judgement &judgement() { return m_judgement; }

private:
    Services m_services;
    store::ReviewFile m_file;
    store::Records m_records;
    store::Imports m_imports;
    store::OnlineSearches m_onlineSearches;
    store::Log m_log;
    store::Bundles m_bundles;
    store::Judgement m_judgement;
};

} // namespace winnow::app
