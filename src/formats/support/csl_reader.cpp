#include "formats/support/csl_reader.h"

#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/record_json.h"
#include "formats/support/strings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <deque>

namespace winnow::formats {

namespace {

using nlohmann::ordered_json;
using enum FieldKind;

/// Variables of CSL 1.0.2, and names that Crossref and others use in their place.
constexpr std::array kRules{
    FieldRule{"id", Key, 0},
    FieldRule{"title", Title, 0},
    FieldRule{"title-short", Title, 5},
    FieldRule{"abstract", Abstract, 0},
    FieldRule{"container-title", SourceTitle, 0},
    FieldRule{"event-title", SourceTitle, 2},
    FieldRule{"event", SourceTitle, 3},
    FieldRule{"container-title-short", SourceTitle, 5},
    FieldRule{"journalAbbreviation", SourceTitle, 6},
    FieldRule{"short-container-title", SourceTitle, 6},
    FieldRule{"volume", Volume, 0},
    FieldRule{"issue", Issue, 0},
    FieldRule{"page", Pages, 0},
    FieldRule{"number", ArticleNumber, 0},
    FieldRule{"article-number", ArticleNumber, 1},
    FieldRule{"DOI", Doi, 0},
    FieldRule{"PMID", Pmid, 0},
    FieldRule{"PMCID", Pmcid, 0},
    FieldRule{"ISSN", Issns, 0},
    FieldRule{"ISBN", SerialNumbers, 0},
    FieldRule{"publisher", Publisher, 0},
    FieldRule{"language", Language, 0},
    FieldRule{"URL", Url, 0},
    FieldRule{"keyword", Keywords, 0},
    FieldRule{"genre", TypeLabel, 2},
};

struct CslType
{
    std::string_view name;
    RecordType type;
};

/// Types of CSL 1.0.2 and of Crossref.
constexpr std::array kTypes{
    CslType{"article", RecordType::Preprint},
    CslType{"article-journal", RecordType::Article},
    CslType{"article-magazine", RecordType::Article},
    CslType{"article-newspaper", RecordType::Article},
    CslType{"journal-article", RecordType::Article},
    CslType{"review", RecordType::Article},
    CslType{"review-book", RecordType::Article},
    CslType{"paper-conference", RecordType::ConferencePaper},
    CslType{"proceedings-article", RecordType::ConferencePaper},
    CslType{"speech", RecordType::ConferencePaper},
    CslType{"book", RecordType::Book},
    CslType{"edited-book", RecordType::Book},
    CslType{"monograph", RecordType::Book},
    CslType{"chapter", RecordType::Chapter},
    CslType{"book-chapter", RecordType::Chapter},
    CslType{"entry-encyclopedia", RecordType::Chapter},
    CslType{"entry-dictionary", RecordType::Chapter},
    CslType{"report", RecordType::Report},
    CslType{"thesis", RecordType::Thesis},
    CslType{"dissertation", RecordType::Thesis},
    CslType{"dataset", RecordType::Dataset},
    CslType{"webpage", RecordType::WebPage},
    CslType{"post", RecordType::WebPage},
    CslType{"post-weblog", RecordType::WebPage},
    CslType{"posted-content", RecordType::Preprint},
    CslType{"manuscript", RecordType::Preprint},
};

/// A value as text: of a list the entries that are text, divided by `separator`.
std::string textOf(const ordered_json &value, std::string_view separator)
{
    if (value.is_string()) {
        return withoutControls(value.get<std::string>());
    }
    if (value.is_number_integer()) {
        return std::to_string(value.get<std::int64_t>());
    }
    std::string text;
    if (value.is_array()) {
        for (const ordered_json &entry : value) {
            if (entry.is_string()) {
                text +=
                    (text.empty() ? "" : std::string(separator)) + withoutControls(entry.get<std::string>());
            }
        }
    }
    return text;
}

std::string textAt(const ordered_json &object, const char *name)
{
    return object.contains(name) ? textOf(object[name], " ") : std::string();
}

void addAuthor(const ordered_json &name, Record &record)
{
    if (!name.is_object()) {
        return;
    }
    const auto joined = [](const std::string &a, const std::string &b) {
        return a.empty() || b.empty() ? a + b : a + ' ' + b;
    };
    std::string family = joined(textAt(name, "non-dropping-particle"), textAt(name, "family"));
    family = joined(textAt(name, "dropping-particle"), family);
    family = joined(family, textAt(name, "suffix"));
    for (const char *whole : {"literal", "name"}) { // "name" is Crossref's
        family = family.empty() ? textAt(name, whole) : family;
    }
    if (auto author = personFrom({plainText(family), plainText(textAt(name, "given"))})) {
        record.authors.push_back(*std::move(author));
    }
}

/// {"date-parts": [[2024, 5, 28]]}, in which the numbers may be text, or a date as text under "raw" or
/// "literal", in the form that dateFrom() reads.
std::string dateText(const ordered_json &date)
{
    if (!date.is_object()) {
        return textOf(date, " ");
    }
    const ordered_json parts = date.value("date-parts", ordered_json());
    std::string text;
    if (parts.is_array() && !parts.empty() && parts[0].is_array()) {
        for (const ordered_json &part : parts[0]) {
            text += (text.empty() ? "" : "/") + textOf(part, " ");
        }
    }
    for (const char *name : {"raw", "literal"}) {
        text = text.empty() ? textAt(date, name) : text;
    }
    return text;
}

/// What our own writer adds, since CSL has no variable for it.
void readOwnPart(const ordered_json &own, ReadRecord &read)
{
    if (!own.is_object()) {
        return;
    }
    if (own.contains("exact")) {
        setFromJson(read.record, own["exact"]);
    }
    read.decisions = decisionsFromJson(own.value("decisions", ordered_json()));
    for (RawField &extra : extrasFromJson(own.value("extras", ordered_json()))) {
        read.extras.push_back(std::move(extra));
    }
}

} // namespace

void readCslItem(const ordered_json &item, ReadRecord &read)
{
    RecordBuilder builder{{addAuthors, true, false}};
    std::deque<std::string> texts; // the builder keeps views
    ordered_json own;
    const auto addExtra = [&](const std::string &name, const ordered_json &value) {
        texts.push_back(withoutControls(name));
        const std::string_view kept = texts.back();
        texts.push_back(value.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
        builder.add(Extra, 0, kept, texts.back());
    };
    for (const auto &[name, value] : item.items()) {
        const auto *const rule = std::ranges::find(kRules, std::string_view(name), &FieldRule::name);
        if (rule != kRules.end()) {
            const bool isList = rule->kind == Keywords || rule->kind == Issns;
            texts.push_back(textOf(value, isList ? "; " : " "));
            builder.add(rule->kind, rule->rank, name, texts.back());
        } else if (name == "author" && value.is_array()) {
            std::ranges::for_each(value, [&](const ordered_json &entry) { addAuthor(entry, read.record); });
        } else if (name == "issued") {
            texts.push_back(dateText(value));
            builder.add(Date, 0, name, texts.back());
        } else if (name == "type") {
            const std::string type = textOf(value, " ");
            const auto *const known = std::ranges::find(kTypes, std::string_view(type), &CslType::name);
            read.record.type = known == kTypes.end() ? RecordType::Other : known->type;
        } else if (name == "custom" && value.is_object() && value.contains("winnow")) {
            own = value["winnow"];
            ordered_json others = value;
            others.erase("winnow");
            if (!others.empty()) {
                addExtra(name, others);
            }
        } else {
            addExtra(name, value);
        }
    }
    builder.finish(read);
    if (read.record.type == RecordType::Preprint && !read.record.sourceTitle.empty()) {
        read.record.type = RecordType::Article; // "article" was the general word before CSL 1.0.2
    }
    readOwnPart(own, read);
}

} // namespace winnow::formats
