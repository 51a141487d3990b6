#include "expected_records.h"

#include "base/file.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "samples.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

namespace fs = std::filesystem;
/// Keeps the order of the entries.
using json = nlohmann::ordered_json;

struct TypeName
{
    std::string_view name;
    RecordType type;
};

/// Types of Zotero, of BibLaTeX and of CSL that a record's type can be compared with. "document" and "misc"
/// say nothing.
constexpr std::array kTypeNames{
    TypeName{"journalArticle", RecordType::Article},
    TypeName{"book", RecordType::Book},
    TypeName{"bookSection", RecordType::Chapter},
    TypeName{"conferencePaper", RecordType::ConferencePaper},
    TypeName{"thesis", RecordType::Thesis},
    TypeName{"report", RecordType::Report},
    TypeName{"webpage", RecordType::WebPage},
    TypeName{"dataset", RecordType::Dataset},
    TypeName{"article", RecordType::Article},
    TypeName{"article-journal", RecordType::Article},
    TypeName{"inproceedings", RecordType::ConferencePaper},
    TypeName{"incollection", RecordType::Chapter},
    TypeName{"inbook", RecordType::Chapter},
    TypeName{"mvbook", RecordType::Book},
    TypeName{"collection", RecordType::Book},
    TypeName{"online", RecordType::WebPage},
};

std::optional<RecordType> typeOf(const std::string &name)
{
    const auto *const found = std::ranges::find(kTypeNames, name, &TypeName::name);
    return found == kTypeNames.end() ? std::nullopt : std::optional(found->type);
}

struct TextRule
{
    const char *name;
    std::string Record::*member;
};

/// Text of a JSON value: a string, or the nodes of biblatex-csl-converter joined, however deep they lie.
std::string textOf(const json &value, int depth = 0)
{
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number_integer()) {
        return std::to_string(value.get<int>());
    }
    if (value.is_object()) {
        return value.contains("text") ? textOf(value["text"], depth + 1) : std::string();
    }
    std::string text;
    for (const json &part : value) {
        text += depth < 5 ? textOf(part, depth + 1) : std::string();
    }
    return text;
}

std::string textAt(const json &item, const char *name)
{
    return item.contains(name) ? textOf(item[name]) : std::string();
}

void setSerials(Record &record, const std::string &issn, const std::string &isbn)
{
    addIssns(record, issn);
    addSerialNumbers(record, isbn);
}

constexpr std::array kZoteroFields{
    TextRule{"title", &Record::title},
    TextRule{"abstractNote", &Record::abstractText},
    TextRule{"publicationTitle", &Record::sourceTitle},
    TextRule{"bookTitle", &Record::sourceTitle},
    TextRule{"proceedingsTitle", &Record::sourceTitle},
    TextRule{"volume", &Record::volume},
    TextRule{"issue", &Record::issue},
    TextRule{"DOI", &Record::doi},
    TextRule{"PMID", &Record::pmid},
    TextRule{"PMCID", &Record::pmcid},
    TextRule{"publisher", &Record::publisher},
    TextRule{"language", &Record::language},
    TextRule{"url", &Record::url},
};

bool isAuthor(const json &creator)
{
    constexpr std::array<std::string_view, 9> kAuthors{"author",
                                                       "inventor",
                                                       "programmer",
                                                       "director",
                                                       "artist",
                                                       "performer",
                                                       "presenter",
                                                       "sponsor",
                                                       "podcaster"};
    return std::ranges::find(kAuthors, creator.value("creatorType", std::string())) != kAuthors.end();
}

ExpectedRecord fromZotero(const json &item)
{
    ExpectedRecord expected;
    Record &record = expected.record;
    record.key = textAt(item, "citationKey");
    if (record.key.empty()) {
        record.key = textAt(item, "itemID");
    }
    for (const TextRule &rule : kZoteroFields) {
        if (std::string value = textAt(item, rule.name); !value.empty()) {
            record.*rule.member = std::move(value);
        }
    }
    for (const json &creator : item.value("creators", json::array())) {
        if (isAuthor(creator)) {
            const std::string name = textAt(creator, "name");
            record.authors.push_back(
                {name.empty() ? textAt(creator, "lastName") : name, textAt(creator, "firstName")});
        }
    }
    record.date = dateFrom(textAt(item, "date"));
    setPages(record, textAt(item, "pages"));
    setSerials(record, textAt(item, "ISSN"), textAt(item, "ISBN"));
    for (const json &tag : item.value("tags", json::array())) {
        record.keywords.push_back(tag.is_string() ? tag.get<std::string>() : textAt(tag, "tag"));
    }
    expected.type = typeOf(textAt(item, "itemType"));
    return expected;
}

constexpr std::array kTreeFields{
    TextRule{"title", &Record::title},
    TextRule{"abstract", &Record::abstractText},
    TextRule{"booktitle", &Record::sourceTitle},
    TextRule{"journaltitle", &Record::sourceTitle},
    TextRule{"volume", &Record::volume},
    TextRule{"number", &Record::issue},
    TextRule{"doi", &Record::doi},
    TextRule{"publisher", &Record::publisher},
    TextRule{"language", &Record::language},
    TextRule{"url", &Record::url},
};

ExpectedRecord fromTree(const json &entry)
{
    ExpectedRecord expected;
    Record &record = expected.record;
    record.key = textAt(entry, "entry_key");
    const json fields = entry.value("fields", json::object());
    for (const TextRule &rule : kTreeFields) {
        if (std::string value = textAt(fields, rule.name); !value.empty()) {
            record.*rule.member = std::move(value);
        }
    }
    const auto join = [&](std::string &title, const char *name) {
        const std::string subtitle = textAt(fields, name);
        title += (subtitle.empty() ? "" : ": ") + subtitle;
    };
    join(record.title, "subtitle");
    join(record.sourceTitle,
         record.sourceTitle == textAt(fields, "journaltitle") ? "journalsubtitle" : "booksubtitle");
    for (const json &author : fields.value("author", json::array())) {
        const std::string literal = textAt(author, "literal");
        const std::string prefix = textAt(author, "prefix");
        const std::string family = (prefix.empty() ? "" : prefix + ' ') + textAt(author, "family");
        record.authors.push_back({literal.empty() ? family : literal, textAt(author, "given")});
    }
    std::string date = textAt(fields, "date");
    record.date = dateFrom(date.substr(0, date.find('/')));
    if (const json pages = fields.value("pages", json::array()); !pages.empty() && pages[0].is_array()) {
        // Of NBIB files it keeps both pages in the place of the first.
        const json &range = pages[0].size() == 1 && pages[0][0].size() == 2 ? pages[0][0] : pages[0];
        setPages(record, textOf(range[0]), range.size() > 1 ? textOf(range[1]) : std::string());
    }
    setSerials(record, textAt(fields, "issn"), textAt(fields, "isbn"));
    for (const json &keyword : fields.value("keywords", json::array())) {
        record.keywords.push_back(textOf(keyword));
    }
    expected.type = typeOf(textAt(entry, "bib_type"));
    return expected;
}

std::optional<std::vector<ExpectedRecord>> fromJson(const std::string &text)
{
    const json whole = json::parse(text, nullptr, false);
    std::vector<ExpectedRecord> records;
    if (whole.is_array() || whole.contains("items")) {
        for (const json &item : whole.is_array() ? whole : whole["items"]) {
            if (item.value("itemType", std::string()) != "note") {
                records.push_back(fromZotero(item));
            }
        }
        return records;
    }
    for (const json &entry : whole.is_object() && whole.contains("entries") ? whole["entries"] : whole) {
        if (!entry.is_object() || !entry.contains("bib_type")) {
            return std::nullopt;
        }
        records.push_back(fromTree(entry));
    }
    return records;
}

std::vector<ExpectedRecord> fromBibtex(const std::string &text)
{
    std::vector<ExpectedRecord> records;
    for (ReadRecord &read : readText("bibtex", text).records) {
        const RecordType type = read.record.type;
        records.push_back(
            {std::move(read.record), type == RecordType::Other ? std::nullopt : std::optional(type)});
    }
    return records;
}

} // namespace

std::vector<ExpectedPair> expectedPairs(const fs::path &folder)
{
    std::vector<ExpectedPair> pairs;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
        const fs::path &input = entry.path();
        for (const char *ending : {".expected.json", "_result.bib", "_expected.bib", ".json", ".bib"}) {
            fs::path expected = input;
            expected.replace_extension();
            expected += ending;
            const bool isOther = input.extension() != ".json" || ending == std::string_view(".expected.json");
            if (isOther && expected != input && fs::exists(expected)) {
                pairs.push_back({input, expected});
                break;
            }
        }
    }
    std::ranges::sort(pairs, {}, &ExpectedPair::input);
    return pairs;
}

std::optional<std::vector<ExpectedRecord>> expectedRecords(const fs::path &path)
{
    const auto text = readFile(path);
    if (!text) {
        return std::nullopt;
    }
    return path.extension() == ".json" ? fromJson(*text) : fromBibtex(*text);
}

} // namespace winnow::formats
