#include "formats/support/identifiers.h"
#include "formats/support/strings.h"
#include "sources/locators/locator.h"
#include "sources/locators/support/copies.h"
#include "sources/locators/support/same_work.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"
#include "sources/support/xml_reply.h"

#include <algorithm>
#include <array>

namespace winnow::locators {

// NOLINTNEXTLINE(readability-identifier-naming): the table of locators goes by the names of the files
extern const Locator arxiv;

namespace {

using sources::Json;
using sources::Parameter;
using sources::textAt;

constexpr std::size_t kMostAddress = 4096;
constexpr std::size_t kMostAtOnce = 50;
constexpr sources::Label kLabel{"arXiv"};

bool isOfIdentifier(char c)
{
    return formats::isDigit(c) || formats::isLetter(c) || c == '.' || c == '/' || c == '-';
}

/// What follows `mark` in a text, without the version: "arxiv.org/abs/2008.11708v1" -> "2008.11708"; old
/// identifiers have a slash: "math/0309136".
std::string identifierBehind(std::string_view text, std::string_view mark)
{
    const std::string lower = formats::lowered(text);
    const std::size_t at = lower.find(mark);
    if (at == std::string::npos) {
        return {};
    }
    std::string_view rest = std::string_view(lower).substr(at + mark.size());
    rest = rest.substr(
        0, static_cast<std::size_t>(std::ranges::find_if_not(rest, isOfIdentifier) - rest.begin()));
    if (rest.ends_with(".pdf")) {
        rest.remove_suffix(4);
    }
    const std::size_t version = rest.rfind('v');
    if (version != std::string_view::npos && version > 0 && formats::isDigits(rest.substr(version + 1))) {
        rest = rest.substr(0, version);
    }
    return std::any_of(rest.begin(), rest.end(), formats::isDigit) ? std::string(rest) : std::string();
}

/// Of the record; empty where it names none.
std::string identifierOf(const Record &record)
{
    using Place = std::pair<std::string_view, std::string_view>;
    for (const auto &[text, mark] : {Place(record.doi, "10.48550/arxiv."),
                                     Place(record.url, "arxiv.org/abs/"),
                                     Place(record.url, "arxiv.org/pdf/")}) {
        if (std::string identifier = identifierBehind(text, mark); !identifier.empty()) {
            return identifier;
        }
    }
    return {};
}

bool hasIdentifier(const Record &record)
{
    return !identifierOf(record).empty();
}

bool hasTitle(const Record &record)
{
    return isTelling(record.title);
}

Result<net::Request> ask(const sources::Access &access, const Parameter &what, std::size_t count)
{
    const std::string base = access.baseUrl.empty() ? std::string(arxiv.baseUrl) : access.baseUrl;
    return sources::getRequest(kLabel,
                               base + "/api/query",
                               std::array<Parameter, 2>{{what, {"max_results", std::to_string(count)}}},
                               kMostAddress);
}

Result<net::Request> byIdentifier(const sources::Access &access, std::span<const Record> records)
{
    std::string list;
    for (const Record &record : records) {
        list += (list.empty() ? "" : ",") + identifierOf(record);
    }
    return ask(access, {"id_list", std::move(list)}, records.size());
}

Result<net::Request> byTitle(const sources::Access &access, std::span<const Record> records)
{
    constexpr std::size_t kMostAlike = 5;
    return ask(access, {"search_query", "ti:\"" + phraseOf(records.front().title) + '"'}, kMostAlike);
}

Work workOf(const Json &entry)
{
    Work work{formats::squeezed(textAt(entry, "title")), {}, {}};
    if (const int year = formats::toNumber(textAt(entry, "published").substr(0, 4)); year > 0) {
        work.year = year;
    }
    for (const Json *name : sources::valuesAt(entry, "author/name")) {
        work.authors.push_back(sources::textOf(*name));
    }
    return work;
}

/// Its licence is not in the feed.
void add(std::vector<Copy> &copies, const Json &entry)
{
    Copy copy{{}, textAt(entry, "id"), {}, {}};
    for (const Json *link : sources::valuesAt(entry, "link")) {
        if (textAt(*link, "@title") == "pdf") {
            copy.pdf = textAt(*link, "@href");
        }
    }
    addCopy(copies, std::move(copy));
}

using IsOf = bool (*)(const Json &entry, const Record &record);

Result<Copies> readBy(IsOf isOf, const net::Reply &reply, std::span<const Record> records)
{
    static constexpr std::array kRefused{sources::RefusalRule{
        0, "", ErrorCode::InvalidArgument, "query", "does not accept what it was asked."}};
    static constexpr std::array<std::string_view, 1> kAround{"opensearch:totalResults"};
    if (!sources::isSuccess(reply)) {
        return sources::refusal(kLabel, reply, {});
    }
    auto list = sources::xmlEntries(kLabel, reply.body, "entry", kAround);
    if (!list) {
        return std::move(list).error();
    }
    // Errors come as a feed with one entry.
    if (list->entries.size() == 1 && list->entries.front().find("/api/errors") != std::string::npos) {
        return sources::refusal(kLabel, reply, kRefused);
    }
    if (!sources::countAt(list->envelope, kAround[0])) {
        return sources::notUnderstood(kLabel, "its reply has no list of papers");
    }
    Copies copies(records.size());
    for (const std::string &text : list->entries) {
        const auto entry = list->parsed(text);
        for (std::size_t i = 0; entry && i < records.size(); ++i) {
            if (isOf(*entry, records[i])) {
                add(copies[i], *entry);
            }
        }
    }
    return copies;
}

Result<Copies> readByIdentifier(const net::Reply &reply, std::span<const Record> records)
{
    return readBy(
        [](const Json &entry, const Record &record) {
            return identifierBehind(textAt(entry, "id"), "/abs/") == identifierOf(record);
        },
        reply,
        records);
}

/// What has the record's DOI is the record's, whatever its year: preprints are older.
Result<Copies> readByTitle(const net::Reply &reply, std::span<const Record> records)
{
    return readBy(
        [](const Json &entry, const Record &record) {
            const std::string doi = formats::bareDoi(textAt(entry, "arxiv:doi"));
            return (!record.doi.empty() && doi == record.doi) || isSameWork(record, workOf(entry));
        },
        reply,
        records);
}

constexpr std::array kQuestions{Question{kMostAtOnce, hasIdentifier, byIdentifier, readByIdentifier},
                                Question{1, hasTitle, byTitle, readByTitle}};

} // namespace

const Locator arxiv{.id = "arxiv",
                    .label = "arXiv",
                    .baseUrl = "https://export.arxiv.org",
                    .filesUrl = "https://arxiv.org",
                    .rank = 4,
                    .pace = {1.0 / 3, 1},
                    .paceWithKey = {1.0 / 3, 1},
                    .questions = kQuestions};

} // namespace winnow::locators
