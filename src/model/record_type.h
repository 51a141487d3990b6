#pragma once

#include <optional>
#include <string_view>

namespace winnow {

/// What kind of document a record describes.
enum class RecordType {
    Other,
    Article,
    Review,
    ConferencePaper,
    ConferenceReview,
    Book,
    Chapter,
    Editorial,
    Letter,
    Note,
    ShortSurvey,
    Erratum,
    Retracted,
    DataPaper,
    Preprint,
    Report,
    Thesis,
    Dataset,
    WebPage,
    RegisterEntry,
};

/// The names of one type in the vocabularies that Winnow speaks.
struct RecordTypeNames
{
    RecordType type;
    std::string_view id;     ///< in the review file and in JSON; never changes
    std::string_view label;  ///< for people; the words of Scopus where it has the type
    std::string_view scopus; ///< DOCTYPE code; empty where Scopus has none
    std::string_view ris;
    std::string_view csl;
};

[[nodiscard]] const RecordTypeNames &namesOf(RecordType type);

/// By `id`; nothing when the id is not known.
[[nodiscard]] std::optional<RecordType> recordTypeFromId(std::string_view id);

} // namespace winnow
