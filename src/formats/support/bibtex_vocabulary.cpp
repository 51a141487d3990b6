#include "formats/support/bibtex_vocabulary.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

using enum FieldKind;

/// BibTeX, BibLaTeX, and the fields that Scopus, Web of Science, ACM, DBLP, MathSciNet and others add.
constexpr std::array kRules{
    FieldRule{"title", Title, 0},
    FieldRule{"author", Authors, 0},
    FieldRule{"abstract", Abstract, 0},
    FieldRule{"fjournal", SourceTitle, 0}, // MathSciNet: in full where "journal" is abbreviated
    FieldRule{"journal", SourceTitle, 1},
    FieldRule{"journaltitle", SourceTitle, 1},
    FieldRule{"booktitle", SourceTitle, 2},
    FieldRule{"abbrev-source-title", SourceTitle, 5},
    FieldRule{"volume", Volume, 0},
    FieldRule{"number", Issue, 0},
    FieldRule{"issue", Issue, 1},
    FieldRule{"pages", Pages, 0},
    FieldRule{"winnow-page-first", PageFirst, 0},
    FieldRule{"winnow-page-last", PageLast, 0},
    FieldRule{"article-number", ArticleNumber, 0},
    FieldRule{"articlenumber", ArticleNumber, 0},
    FieldRule{"art-number", ArticleNumber, 0},
    FieldRule{"articleno", ArticleNumber, 0},
    FieldRule{"elocation-id", ArticleNumber, 0},
    FieldRule{"eid", ArticleNumber, 1},
    FieldRule{kEidField, Eid, 0},
    FieldRule{"year", Date, 0},
    FieldRule{"date", Date, 1},
    FieldRule{"month", Month, 2},
    FieldRule{"day", Day, 3},
    FieldRule{"doi", Doi, 0},
    FieldRule{"pmid", Pmid, 0},
    FieldRule{"pubmed-id", Pmid, 1},
    FieldRule{"pmcid", Pmcid, 0},
    FieldRule{"pmc", Pmcid, 1},
    FieldRule{"url", Url, 0},
    FieldRule{"link", Url, 1},
    FieldRule{"ee", Url, 1}, // DBLP
    FieldRule{"bdsk-url-1", Url, 2},
    FieldRule{"issn", Issns, 0},
    FieldRule{"eissn", Issns, 1},
    FieldRule{"isbn", SerialNumbers, 0},
    FieldRule{"publisher", Publisher, 0},
    FieldRule{"school", Publisher, 1},
    FieldRule{"institution", Publisher, 1},
    FieldRule{"organization", Publisher, 2},
    FieldRule{"language", Language, 0},
    FieldRule{"langid", Language, 1},
    FieldRule{"author-keywords", Keywords, 0},
    FieldRule{"keywords", Keywords, 0},
    FieldRule{"keyword", Keywords, 0},
    FieldRule{"keywords-plus", IndexTerms, 0},
    FieldRule{"document-type", TypeLabel, 0},
    FieldRule{"type", TypeLabel, 1},
};

struct TypeRule
{
    std::string_view name;
    RecordType type;
};

constexpr std::array kTypes{
    TypeRule{"article", RecordType::Article},
    TypeRule{"suppperiodical", RecordType::Article},
    TypeRule{"review", RecordType::Review},
    TypeRule{"conference", RecordType::ConferencePaper},
    TypeRule{"inproceedings", RecordType::ConferencePaper},
    TypeRule{"presentation", RecordType::ConferencePaper},
    TypeRule{"proceedings", RecordType::Book},
    TypeRule{"mvproceedings", RecordType::Book},
    TypeRule{"book", RecordType::Book},
    TypeRule{"mvbook", RecordType::Book},
    TypeRule{"booklet", RecordType::Book},
    TypeRule{"collection", RecordType::Book},
    TypeRule{"mvcollection", RecordType::Book},
    TypeRule{"reference", RecordType::Book},
    TypeRule{"mvreference", RecordType::Book},
    TypeRule{"incollection", RecordType::Chapter},
    TypeRule{"inbook", RecordType::Chapter},
    TypeRule{"bookinbook", RecordType::Chapter},
    TypeRule{"suppbook", RecordType::Chapter},
    TypeRule{"suppcollection", RecordType::Chapter},
    TypeRule{"inreference", RecordType::Chapter},
    TypeRule{"phdthesis", RecordType::Thesis},
    TypeRule{"mastersthesis", RecordType::Thesis},
    TypeRule{"mathesis", RecordType::Thesis},
    TypeRule{"thesis", RecordType::Thesis},
    TypeRule{"techreport", RecordType::Report},
    TypeRule{"report", RecordType::Report},
    TypeRule{"manual", RecordType::Report},
    TypeRule{"standard", RecordType::Report},
    TypeRule{"unpublished", RecordType::Preprint},
    TypeRule{"preprint", RecordType::Preprint},
    TypeRule{"online", RecordType::WebPage},
    TypeRule{"electronic", RecordType::WebPage},
    TypeRule{"www", RecordType::WebPage},
    TypeRule{"webpage", RecordType::WebPage},
    TypeRule{"dataset", RecordType::Dataset},
    TypeRule{"data", RecordType::Dataset},
    TypeRule{"misc", RecordType::Other},
    TypeRule{"software", RecordType::Other},
    TypeRule{"patent", RecordType::Other},
    TypeRule{"periodical", RecordType::Other},
};

} // namespace

std::string bibtexFieldName(std::string_view name)
{
    std::string result = lowered(name);
    std::ranges::replace(result, '_', '-');
    return result;
}

const FieldRule *bibtexFieldRule(std::string_view name)
{
    const auto *const found = std::ranges::find(kRules, name, &FieldRule::name);
    return found == kRules.end() ? nullptr : found;
}

std::optional<RecordType> typeOfBibtexEntry(std::string_view name)
{
    const auto *const found = std::ranges::find(kTypes, name, &TypeRule::name);
    return found == kTypes.end() ? std::nullopt : std::optional(found->type);
}

BibtexShape bibtexShape(RecordType type)
{
    switch (type) {
    case RecordType::Other:
    case RecordType::WebPage:
    case RecordType::Dataset:
    case RecordType::RegisterEntry:
        return {"misc"};
    case RecordType::ConferencePaper:
        return {"inproceedings", "booktitle"};
    case RecordType::ConferenceReview:
        return {"proceedings", "booktitle"};
    case RecordType::Book:
        return {"book", "booktitle"};
    case RecordType::Chapter:
        return {"incollection", "booktitle"};
    case RecordType::Report:
        return {"techreport", "journal", "institution"};
    case RecordType::Thesis:
        return {"phdthesis", "journal", "school"};
    case RecordType::Preprint:
        return {"unpublished"};
    default:
        return {"article"};
    }
}

} // namespace winnow::formats
