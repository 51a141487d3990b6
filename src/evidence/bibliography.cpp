#include "evidence/bibliography.h"

#include "base/child_process.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace winnow::evidence {

namespace {

using nlohmann::json;

constexpr const char *kStyles = "/usr/share/citation-style-language/styles";

/// Collects the text of pandoc's inlines in runs of one style.
class Collector
{
public:
    void add(const json &inlines, const ReferenceRun &style)
    {
        for (const json &one : inlines) {
            addOne(one, style);
        }
    }

    [[nodiscard]] std::vector<ReferenceRun> runs() &&
    {
        while (!m_runs.empty() && m_runs.back().text.find_last_not_of(' ') == std::string::npos) {
            m_runs.pop_back();
        }
        return std::move(m_runs);
    }

private:
    using Styler = void (*)(ReferenceRun &);

    struct Styled
    {
        std::string_view type;
        Styler apply;
    };

    static constexpr std::array<Styled, 4> kStyled{{
        {"Emph", [](ReferenceRun &run) { run.isItalic = !run.isItalic; }},
        {"Strong", [](ReferenceRun &run) { run.isBold = true; }},
        {"Superscript", [](ReferenceRun &run) { run.isSuperscript = true; }},
        {"Strikeout", [](ReferenceRun &) {}},
    }};

    void addText(std::string_view text, const ReferenceRun &style)
    {
        const bool joins = !m_runs.empty() && m_runs.back().isBold == style.isBold &&
                           m_runs.back().isItalic == style.isItalic &&
                           m_runs.back().isSuperscript == style.isSuperscript &&
                           m_runs.back().address == style.address;
        if (!joins) {
            m_runs.push_back(style);
            m_runs.back().text.clear();
        }
        m_runs.back().text += text;
    }

    void addOne(const json &one, const ReferenceRun &style)
    {
        const std::string type = one.value("t", std::string());
        const auto content = one.find("c");
        if (type == "Space" || type == "SoftBreak" || type == "LineBreak") {
            addText(" ", style);
        } else if (content == one.end()) {
            return;
        } else if (content->is_string()) {
            addText(content->get_ref<const std::string &>(), style);
        } else if (type == "Link") {
            addLink(*content, style);
        } else if (type == "Quoted") {
            addText("\u201c", style);
            add(content->at(1), style);
            addText("\u201d", style);
        } else if (type == "Span") {
            add(content->at(1), style);
        } else if (content->is_array()) {
            ReferenceRun inner = style;
            const auto *const styled = std::ranges::find(kStyled, type, &Styled::type);
            if (styled != kStyled.end()) {
                styled->apply(inner);
            }
            add(*content, inner);
        }
    }

    void addLink(const json &content, const ReferenceRun &style)
    {
        ReferenceRun inner = style;
        std::string address = content.at(2).at(0).get<std::string>();
        if (address.starts_with("https://") || address.starts_with("http://")) {
            inner.address = std::move(address);
        }
        add(content.at(1), inner);
    }

    std::vector<ReferenceRun> m_runs;
};

bool hasClass(const json &span, std::string_view name)
{
    if (span.value("t", std::string()) != "Span") {
        return false;
    }
    const json &classes = span.at("c").at(0).at(1);
    return std::ranges::any_of(classes, [&](const json &one) { return one == name; });
}

/// The number that the style prints is left out: numbers are ours.
std::vector<ReferenceRun> runsOf(const json &blocks)
{
    Collector collector;
    for (const json &block : blocks) {
        const auto content = block.find("c");
        if (content == block.end() || !content->is_array()) {
            continue;
        }
        for (const json &one : *content) {
            if (!hasClass(one, "csl-left-margin")) {
                collector.add(json::array({one}), {});
            }
        }
    }
    return std::move(collector).runs();
}

/// Entries by key, out of the document that pandoc wrote.
std::unordered_map<std::string, std::vector<ReferenceRun>> entriesIn(const json &document)
{
    constexpr std::string_view kPrefix = "ref-";
    std::unordered_map<std::string, std::vector<ReferenceRun>> entries;
    for (const json &list : document.at("blocks")) {
        if (list.value("t", std::string()) != "Div") {
            continue;
        }
        for (const json &entry : list.at("c").at(1)) {
            if (entry.value("t", std::string()) != "Div") {
                continue;
            }
            std::string id = entry.at("c").at(0).at(0).get<std::string>();
            if (id.starts_with(kPrefix)) {
                entries.emplace(id.substr(kPrefix.size()), runsOf(entry.at("c").at(1)));
            }
        }
    }
    return entries;
}

/// Items under names that pandoc takes as they are, whatever the keys look like.
json numbered(const json &items)
{
    json copy = json::array();
    for (const json &item : items) {
        copy.push_back(item);
        copy.back()["id"] = "r" + std::to_string(copy.size());
    }
    return copy;
}

Error damaged(const std::string &detail)
{
    return {ErrorCode::Unsupported,
            "pandoc answered in a way that Winnow does not understand.",
            detail,
            "pandoc"};
}

} // namespace

Result<std::filesystem::path> styleFile(const std::string &name)
{
    std::error_code failure;
    std::filesystem::path given(name);
    if (given.has_extension() && std::filesystem::is_regular_file(given, failure)) {
        return given;
    }
    const bool isPlain = !name.empty() && name.find('/') == std::string::npos && name.front() != '.';
    for (const char *folder : {"", "dependent"}) {
        std::filesystem::path file = std::filesystem::path(kStyles) / folder / (name + ".csl");
        if (isPlain && std::filesystem::is_regular_file(file, failure)) {
            return file;
        }
    }
    return Error{
        ErrorCode::NotFound,
        "There is no citation style \"" + name +
            "\". Install the package citation-style-language-styles, or name a file that ends in .csl.",
        {},
        name};
}

Result<std::vector<PrintedReference>>
referencesInStyle(std::string_view cslJson, const std::string &style, const Task &task)
{
    auto file = styleFile(style);
    if (!file) {
        return std::move(file).error();
    }
    const json items = json::parse(cslJson.begin(), cslJson.end(), nullptr, false);
    if (!items.is_array()) {
        return Error{ErrorCode::WrongFormat, "The references are no list of CSL-JSON.", {}, {}};
    }
    std::vector<PrintedReference> references;
    if (items.empty()) {
        return references;
    }
    const std::string input = numbered(items).dump(-1, ' ', false, json::error_handler_t::replace);
    const auto outcome = runChild({.program = "pandoc",
                                   .arguments = {"--sandbox",
                                                 "--from=csljson",
                                                 "--to=json",
                                                 "--citeproc",
                                                 "--csl=" + file->string(),
                                                 "--metadata=link-citations:false"},
                                   .input = input},
                                  task);
    if (!outcome) {
        Error error = outcome.error();
        if (error.code == ErrorCode::NotFound) {
            error.message = "References in a citation style need pandoc, which is not installed: install the "
                            "package pandoc.";
        }
        return error;
    }
    if (outcome->exitCode != 0) {
        return Error{ErrorCode::Unsupported,
                     "pandoc could not write the references in the style \"" + style + "\".",
                     outcome->complaints,
                     style};
    }
    try {
        auto entries = entriesIn(json::parse(outcome->output));
        for (std::size_t i = 0; i < items.size(); ++i) {
            references.push_back(
                {items[i].at("id").get<std::string>(), std::move(entries["r" + std::to_string(i + 1)])});
        }
    } catch (const json::exception &failure) {
        return damaged(failure.what());
    }
    return references;
}

} // namespace winnow::evidence
