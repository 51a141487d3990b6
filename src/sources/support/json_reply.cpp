#include "sources/support/json_reply.h"

#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "sources/support/page_sink.h"

#include <algorithm>
#include <utility>

namespace winnow::sources {

namespace {

constexpr std::size_t kMaxEntryBytes = std::size_t{16} << 20U;

/// Finds where the value at a path stands in JSON text, and where its entries do, without parsing it.
class Finder
{
public:
    Finder(std::string_view text, std::span<const std::string_view> path)
        : m_text(text)
        , m_path(path)
    {}

    void run()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            step(m_text[m_at]);
        }
    }

    /// Of the value, with its brackets; empty where it is missing or has no end.
    [[nodiscard]] std::pair<std::size_t, std::size_t> value() const { return m_value; }

    [[nodiscard]] bool isList() const { return m_isList; }

    [[nodiscard]] const std::vector<std::string_view> &entries() const { return m_entries; }

private:
    void step(char c)
    {
        switch (c) {
        case '"':
            takeString();
            break;
        case ':':
            if (m_names.size() <= m_path.size() && !m_names.empty()) {
                m_names.back() = m_string;
            }
            break;
        case '{':
        case '[':
            open(c);
            break;
        case '}':
        case ']':
            close();
            break;
        case ',':
            endEntry();
            break;
        default:
            break;
        }
    }

    void takeString()
    {
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        m_string = m_text.substr(begin, std::min(m_at, m_text.size()) - begin);
    }

    void open(char c)
    {
        const bool isThere = m_depth == 0 && m_value.second == 0 && std::ranges::equal(m_names, m_path);
        if (isThere) {
            m_depth = m_names.size() + 1;
            m_value.first = m_at;
            m_isList = c == '[';
            m_entryAt = m_at + 1;
        }
        m_names.emplace_back();
    }

    void close()
    {
        if (m_names.empty()) {
            return;
        }
        if (m_depth > 0 && m_names.size() == m_depth) {
            endEntry();
            if (!m_isList) {
                m_entries = {m_text.substr(m_value.first, m_at + 1 - m_value.first)};
            }
            m_value.second = m_at + 1;
            m_depth = 0;
        }
        m_names.pop_back();
    }

    void endEntry()
    {
        if (m_depth == 0 || m_names.size() != m_depth || !m_isList) {
            return;
        }
        const std::string_view entry = formats::trimmed(m_text.substr(m_entryAt, m_at - m_entryAt));
        m_entryAt = m_at + 1;
        if (!entry.empty()) {
            m_entries.push_back(entry);
        }
    }

    std::string_view m_text;
    std::span<const std::string_view> m_path;
    std::size_t m_at = 0;
    std::string_view m_string;             ///< the last one
    std::vector<std::string_view> m_names; ///< of the values that are open: the name at hand in each object
    std::size_t m_depth = 0;               ///< of the value while it is open, else 0
    bool m_isList = false;
    std::pair<std::size_t, std::size_t> m_value;
    std::size_t m_entryAt = 0;
    std::vector<std::string_view> m_entries;
};

} // namespace

Error notUnderstood(const Label &source, std::string_view why)
{
    return {ErrorCode::Unreachable,
            std::string(source.label) + " did not answer as it should: " + std::string(why) +
                ". Try again later.",
            {},
            {}};
}

Result<EntryList>
jsonEntries(const Label &source, std::string_view body, std::span<const std::string_view> path)
{
    const std::string text = mended(std::string(body));
    if (!isFlat(text)) {
        return notUnderstood(source, "its reply is nested too deeply");
    }
    Finder finder(text, path);
    finder.run();
    const auto [begin, end] = finder.value();
    std::string around = text;
    if (end > 0) {
        around.replace(begin, end - begin, "null");
    }
    auto envelope = parsedJson(around);
    if (!envelope) {
        return notUnderstood(source, "its reply is no JSON or is cut off");
    }
    EntryList list{std::move(*envelope), end > 0, {}, parsedJson};
    list.entries.assign(finder.entries().begin(), finder.entries().end());
    return list;
}

void readEntries(const EntryList &list, Page &page, void (*build)(const Json &, formats::ReadRecord &))
{
    PageSink sink(page);
    std::int64_t number = 0;
    for (const std::string &text : list.entries) {
        ++number;
        if (text.size() > kMaxEntryBytes) {
            page.rejected.push_back({number, std::string(formats::kTooLong), {}});
            continue;
        }
        const auto entry = list.parsed(text);
        if (!entry || !entry->is_object()) {
            page.rejected.push_back({number, "is no record", text});
            continue;
        }
        formats::ReadRecord read;
        read.raw = text;
        read.line = number;
        build(*entry, read);
        static_cast<void>(formats::deliver(sink, std::move(read)));
    }
}

} // namespace winnow::sources
