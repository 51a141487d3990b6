#include "evidence/bibliography.h"

#include <nlohmann/json.hpp>

namespace winnow::evidence {

namespace {

using nlohmann::json;

constexpr std::size_t kMostAuthors = 6; ///< then "et al."

/// Of the wrong type: nothing.
std::string textOf(const json &item, const char *name)
{
    const auto found = item.find(name);
    if (found == item.end()) {
        return {};
    }
    return found->is_string()   ? found->get<std::string>()
           : found->is_number() ? found->dump()
                                : std::string();
}

std::string nameOf(const json &author)
{
    const std::string family = textOf(author, "family");
    const std::string given = textOf(author, "given");
    if (family.empty()) {
        return textOf(author, "literal");
    }
    return given.empty() ? family : family + ", " + given;
}

std::string authorsOf(const json &item)
{
    const auto authors = item.find("author");
    std::string text;
    if (authors == item.end() || !authors->is_array()) {
        return text;
    }
    for (std::size_t i = 0; i < authors->size(); ++i) {
        if (i == kMostAuthors) {
            return text + " et al.";
        }
        if ((*authors)[i].is_object()) {
            text += (text.empty() ? "" : "; ") + nameOf((*authors)[i]);
        }
    }
    return text;
}

std::string yearOf(const json &item)
{
    const json *value = &item;
    for (const char *name : {"issued", "date-parts"}) {
        const auto found = value->is_object() ? value->find(name) : value->end();
        if (found == value->end()) {
            return {};
        }
        value = &*found;
    }
    for (int depth = 0; depth < 2; ++depth) {
        if (!value->is_array() || value->empty()) {
            return {};
        }
        value = &value->front();
    }
    return value->is_number_integer() ? value->dump() : std::string();
}

/// "12(3), 45-67"
std::string placeIn(const json &item)
{
    std::string text = textOf(item, "volume");
    if (const std::string issue = textOf(item, "issue"); !issue.empty()) {
        text += "(" + issue + ")";
    }
    if (const std::string pages = textOf(item, "page"); !pages.empty()) {
        text += (text.empty() ? "" : ", ") + pages;
    }
    return text;
}

class Sentence
{
public:
    void add(const std::string &text, bool isItalic = false)
    {
        if (text.empty()) {
            return;
        }
        if (!m_runs.empty()) {
            const std::string &before = m_runs.back().text;
            m_runs.push_back({before.ends_with('.') ? " " : ". "});
        }
        m_runs.push_back({text, false, isItalic});
    }

    void addLink(const std::string &address)
    {
        add(address);
        m_runs.back().address = address;
    }

    [[nodiscard]] std::vector<ReferenceRun> runs() && { return std::move(m_runs); }

private:
    std::vector<ReferenceRun> m_runs;
};

PrintedReference plain(const json &item)
{
    const std::string key = textOf(item, "id");
    Sentence sentence;
    const std::string year = yearOf(item);
    sentence.add(authorsOf(item) + (year.empty() ? "" : " (" + year + ")"));
    sentence.add(textOf(item, "title"));
    sentence.add(textOf(item, "container-title"), true);
    sentence.add(placeIn(item));
    if (const std::string doi = textOf(item, "DOI"); !doi.empty()) {
        sentence.addLink("https://doi.org/" + doi);
    }
    std::vector<ReferenceRun> runs = std::move(sentence).runs();
    if (runs.empty()) {
        runs.push_back({key});
    }
    return {key, std::move(runs)};
}

} // namespace

std::vector<PrintedReference> plainReferences(std::string_view cslJson)
{
    const json items = json::parse(cslJson.begin(), cslJson.end(), nullptr, false);
    std::vector<PrintedReference> references;
    if (items.is_array()) {
        for (const json &item : items) {
            if (item.is_object()) {
                references.push_back(plain(item));
            }
        }
    }
    return references;
}

} // namespace winnow::evidence
