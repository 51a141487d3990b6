#include "app/report_text.h"

#include "app/citation_keys.h"
#include "app/evidence_tables.h"
#include "base/file.h"
#include "text/trim.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <sstream>

namespace winnow::app {

namespace {

using nlohmann::json;
using publish::ItemList;
using publish::Paragraph;
using publish::Run;

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

/// Divides a line into runs.
class Inlines
{
public:
    explicit Inlines(std::string_view text)
        : m_text(text)
    {}

    std::vector<Run> runs()
    {
        while (m_at < m_text.size()) {
            if (!takeCitation() && !takeMark("**", &Run::isBold) && !takeMark("*", &Run::isItalic)) {
                m_current.text += m_text[m_at++];
            }
        }
        flush();
        return std::move(m_runs);
    }

private:
    void flush()
    {
        if (!m_current.text.empty()) {
            m_runs.push_back(m_current);
            m_current.text.clear();
        }
    }

    /// A mark opens before a letter where another of its kind follows, and closes what it opened; else it is
    /// text.
    bool takeMark(std::string_view mark, bool Run::*style)
    {
        if (!m_text.substr(m_at).starts_with(mark)) {
            return false;
        }
        const std::size_t behind = m_at + mark.size();
        const bool closes = m_current.*style;
        const bool opens = !closes && behind < m_text.size() && m_text[behind] != ' ' &&
                           m_text[behind] != '*' && m_text.find(mark, behind) != std::string_view::npos;
        if (!closes && !opens) {
            return false;
        }
        flush();
        m_current.*style = opens;
        m_at = behind;
        return true;
    }

    /// "[@key]" and "[@key; @key]"
    bool takeCitation()
    {
        if (!m_text.substr(m_at).starts_with("[@")) {
            return false;
        }
        const std::size_t end = m_text.find(']', m_at);
        if (end == std::string_view::npos) {
            return false;
        }
        std::vector<std::string> keys;
        std::string_view rest = m_text.substr(m_at + 1, end - m_at - 1);
        while (!rest.empty()) {
            const std::size_t divider = std::min(rest.find(';'), rest.size());
            const std::string_view entry = text::trimmed(rest.substr(0, divider));
            if (entry.size() < 2 || entry.front() != '@') {
                return false;
            }
            keys.emplace_back(entry.substr(1));
            rest.remove_prefix(std::min(divider + 1, rest.size()));
        }
        flush();
        for (std::string &key : keys) {
            Run run;
            run.reference = std::move(key);
            m_runs.push_back(std::move(run));
        }
        m_at = end + 1;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Run m_current;
    std::vector<Run> m_runs;
};

/// What follows the mark of a list, and whether it is numbered; nothing where the line begins no item.
std::optional<std::pair<std::string_view, bool>> itemIn(std::string_view line)
{
    if (line.starts_with("- ") || line.starts_with("* ")) {
        return std::pair(line.substr(2), false);
    }
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && line.substr(digits).starts_with(". ")) {
        return std::pair(line.substr(digits + 2), true);
    }
    return std::nullopt;
}

class Reader
{
public:
    void line(std::string_view raw)
    {
        const std::string_view text = text::trimmed(raw);
        const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
        if (marks > 0 && marks <= 3 && text.substr(marks).starts_with(' ')) {
            end();
            m_sections.push_back({std::string(text::trimmed(text.substr(marks))), {}});
        } else if (text.empty()) {
            end();
        } else if (const auto item = itemIn(text)) {
            beginItem(item->first, item->second);
        } else {
            m_text += (m_text.empty() ? "" : " ") + std::string(text);
        }
    }

    std::vector<ReportSection> finish()
    {
        end();
        return std::move(m_sections);
    }

private:
    void beginItem(std::string_view text, bool isNumbered)
    {
        if (m_list && m_list->isNumbered == isNumbered) {
            endText();
        } else {
            end();
            m_list = ItemList{isNumbered, {}};
        }
        m_text = text;
    }

    void endText()
    {
        if (m_text.empty()) {
            return;
        }
        std::vector<Run> runs = Inlines(std::exchange(m_text, {})).runs();
        if (m_list) {
            m_list->items.push_back(std::move(runs));
        } else {
            section().blocks.emplace_back(Paragraph{{}, std::move(runs)});
        }
    }

    void end()
    {
        endText();
        if (m_list) {
            section().blocks.emplace_back(*std::exchange(m_list, std::nullopt));
        }
    }

    ReportSection &section()
    {
        if (m_sections.empty()) {
            m_sections.emplace_back();
        }
        return m_sections.back();
    }

    std::vector<ReportSection> m_sections;
    std::optional<ItemList> m_list;
    std::string m_text;
};

/// All runs of a section's blocks, to be read or changed.
template <class Section>
void forEachRun(Section &section, const auto &visit)
{
    for (auto &block : section.blocks) {
        if (auto *paragraph = std::get_if<Paragraph>(&block)) {
            std::ranges::for_each(paragraph->runs, visit);
        } else if (auto *list = std::get_if<ItemList>(&block)) {
            std::ranges::for_each(list->items, [&](auto &item) { std::ranges::for_each(item, visit); });
        }
    }
}

/// Keys must be records, evidence, or works of the tables' list.
Result<void> checkKeys(Workspace &workspace, const ReportText &text)
{
    const auto set = storedTables(workspace);
    auto keys = set ? CitationKeys::of(workspace) : set.error();
    if (!keys) {
        return std::move(keys).error();
    }
    for (const std::string &key : citedKeys(text)) {
        if (std::ranges::find(set->works, key, &evidence::Work::key) != set->works.end()) {
            continue;
        }
        if (auto cited = keys->keyFor(key); !cited) {
            return Error{cited.error().code,
                         "The text cites " + key + ": " + cited.error().message + " Nothing was changed.",
                         {},
                         key};
        }
    }
    return {};
}

} // namespace

ReportText parseReportText(std::string_view markdown)
{
    Reader reader;
    std::istringstream lines{std::string(markdown)};
    for (std::string line; std::getline(lines, line);) {
        reader.line(line);
    }
    return {std::string(markdown), reader.finish()};
}

std::vector<std::string> citedKeys(const ReportText &text)
{
    std::vector<std::string> keys;
    for (const ReportSection &section : text.sections) {
        forEachRun(section, [&](const Run &run) {
            if (!run.reference.empty() && std::ranges::find(keys, run.reference) == keys.end()) {
                keys.push_back(run.reference);
            }
        });
    }
    return keys;
}

void forEachKey(ReportText &text, const std::function<void(std::string &key)> &visit)
{
    for (ReportSection &section : text.sections) {
        forEachRun(section, [&](Run &run) {
            if (!run.reference.empty()) {
                visit(run.reference);
            }
        });
    }
}

Result<ReportText> reportText(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::ReportTextSet);
    if (!events) {
        return std::move(events).error();
    }
    if (events->empty()) {
        return ReportText{};
    }
    const json detail = json::parse(events->back().detail, nullptr, false);
    const bool holdsText =
        detail.is_object() && detail.contains("markdown") && detail["markdown"].is_string();
    return parseReportText(holdsText ? detail["markdown"].get<std::string>() : std::string());
}

Result<ReportText> setReportText(Workspace &workspace, std::string_view markdown)
{
    ReportText text = parseReportText(markdown);
    if (auto checked = checkKeys(workspace, text); !checked) {
        return std::move(checked).error();
    }
    store::EventDraft event;
    event.kind = EventKind::ReportTextSet;
    event.subjectKind = "review";
    event.detail = json{{"markdown", markdown}}.dump(-1, ' ', false, json::error_handler_t::replace);
    if (auto done = workspace.log().append(workspace.act(), std::span(&event, 1)); !done) {
        return std::move(done).error();
    }
    return text;
}

Result<ReportText> loadReportText(Workspace &workspace, const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return setReportText(workspace, *bytes);
}

} // namespace winnow::app
