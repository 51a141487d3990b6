#pragma once

#include "base/result.h"
#include "model/record.h"
#include "net/message.h"
#include "sources/source.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::locators {

/// A copy of a report that everybody may read. Its addresses are the source's words: HTTP or HTTPS, but
/// anywhere.
struct Copy
{
    std::string pdf;         ///< empty where the source knows only the page
    std::string landingPage; ///< where a person finds it; may be empty
    std::string licence;     ///< as the source names it: "cc-by"; empty where not told
    std::string version;     ///< likewise: "publishedVersion", "acceptedVersion", "submittedVersion"

    bool operator==(const Copy &) const = default;
};

/// The copies of each record that was asked for, the best first.
using Copies = std::vector<std::vector<Copy>>;

/// One way in which a source can be asked, of the records that have what it takes.
struct Question
{
    std::size_t most = 1; ///< records in one request
    bool (*fits)(const Record &record) = nullptr;

    /// All records fit, and are no more than `most`. No key is ever in its URL.
    Result<net::Request> (*request)(const sources::Access &access, std::span<const Record> records) = nullptr;

    /// Reads the reply for these records, in their order; a record that the source does not know has no
    /// copies. Fails as sources::Source::read does.
    Result<Copies> (*read)(const net::Reply &reply, std::span<const Record> records) = nullptr;
};

/// A source that knows where reports can be read by everybody. Each lives in a file of its own,
/// sources/locators/ID.cpp, as `extern const Locator ID`; the table of all is generated from the file list.
struct Locator
{
    std::string_view id{};          ///< for --source: "unpaywall"
    std::string_view label{};       ///< "Unpaywall"
    std::string_view baseUrl{};     ///< of the public service
    std::string_view filesUrl{};    ///< where its own files are, which have its pace too; empty: none
    std::string_view keyVariable{}; ///< environment variable of its key; empty where it has none
    bool needsKey = false;
    bool needsEmail = false;
    int rank = 0; ///< those with smaller ones are asked first
    sources::Pace pace{};
    sources::Pace paceWithKey{};
    std::span<const Question> questions{}; ///< a record is asked for by the first that fits
};

/// All locators, in order of their ids.
[[nodiscard]] std::span<const Locator *const> allLocators();

/// The same, in the order in which they are asked.
[[nodiscard]] std::vector<const Locator *> locatorsByRank();

/// By id; nullptr when there is none.
[[nodiscard]] const Locator *findLocator(std::string_view id);

/// The first question that fits the record; nullptr when there is none.
[[nodiscard]] const Question *questionFor(const Locator &locator, const Record &record);

} // namespace winnow::locators
