#include "model/record_type.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

using enum RecordType;

// DOCTYPE codes: Scopus Search Guide, "Document type". In the order of the enum.
constexpr std::array kTypes{
    RecordTypeNames{Other, "other", "Other", "", "GEN", "document"},
    RecordTypeNames{Article, "article", "Article", "ar", "JOUR", "article-journal"},
    RecordTypeNames{Review, "review", "Review", "re", "JOUR", "article-journal"},
    RecordTypeNames{
        ConferencePaper, "conference-paper", "Conference paper", "cp", "CONF", "paper-conference"},
    RecordTypeNames{
        ConferenceReview, "conference-review", "Conference review", "cr", "CONF", "paper-conference"},
    RecordTypeNames{Book, "book", "Book", "bk", "BOOK", "book"},
    RecordTypeNames{Chapter, "chapter", "Book chapter", "ch", "CHAP", "chapter"},
    RecordTypeNames{Editorial, "editorial", "Editorial", "ed", "JOUR", "article-journal"},
    RecordTypeNames{Letter, "letter", "Letter", "le", "JOUR", "article-journal"},
    RecordTypeNames{Note, "note", "Note", "no", "JOUR", "article-journal"},
    RecordTypeNames{ShortSurvey, "short-survey", "Short survey", "sh", "JOUR", "article-journal"},
    RecordTypeNames{Erratum, "erratum", "Erratum", "er", "JOUR", "article-journal"},
    RecordTypeNames{Retracted, "retracted", "Retracted", "tb", "JOUR", "article-journal"},
    RecordTypeNames{DataPaper, "data-paper", "Data paper", "dp", "JOUR", "article-journal"},
    RecordTypeNames{Preprint, "preprint", "Preprint", "", "UNPB", "article"},
    RecordTypeNames{Report, "report", "Report", "", "RPRT", "report"},
    RecordTypeNames{Thesis, "thesis", "Thesis", "", "THES", "thesis"},
    RecordTypeNames{Dataset, "dataset", "Dataset", "", "DATA", "dataset"},
    RecordTypeNames{WebPage, "web-page", "Web page", "", "ELEC", "webpage"},
    RecordTypeNames{RegisterEntry, "register-entry", "Register entry", "", "GEN", "document"},
};

} // namespace

const RecordTypeNames &namesOf(RecordType type)
{
    return kTypes.at(static_cast<std::size_t>(type));
}

std::optional<RecordType> recordTypeFromId(std::string_view id)
{
    const auto *found = std::ranges::find(kTypes, id, &RecordTypeNames::id);
    return found == kTypes.end() ? std::nullopt : std::optional(found->type);
}

} // namespace winnow
