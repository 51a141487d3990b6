#include "formats/support/wos_fields.h"

#include <array>

namespace winnow::formats {

namespace {

using enum FieldKind;

/// "Web of Science Core Collection Field Tags", Clarivate.
constexpr std::array kFields{
    FieldRule{"ti", Title, 0},         FieldRule{"ft", Title, 3},         FieldRule{"af", Authors, 0},
    FieldRule{"au", Authors, 1},       FieldRule{"bf", Authors, 2},       FieldRule{"ba", Authors, 3},
    FieldRule{"ca", Authors, kBeside}, FieldRule{"so", SourceTitle, 0},   FieldRule{"se", SourceTitle, 3},
    FieldRule{"j9", SourceTitle, 5},   FieldRule{"ji", SourceTitle, 6},   FieldRule{"la", Language, 0},
    FieldRule{"dt", TypeLabel, 0},     FieldRule{"de", Keywords, 0},      FieldRule{"id", IndexTerms, 0},
    FieldRule{"mh", IndexTerms, 0},    FieldRule{"ab", Abstract, 0},      FieldRule{"pu", Publisher, 0},
    FieldRule{"sn", Issns, 0},         FieldRule{"ei", Issns, 1},         FieldRule{"bn", SerialNumbers, 0},
    FieldRule{"pd", Month, 2},         FieldRule{"py", Date, 0},          FieldRule{"vl", Volume, 0},
    FieldRule{"is", Issue, 0},         FieldRule{"bp", PageFirst, 0},     FieldRule{"ep", PageLast, 0},
    FieldRule{"ps", Pages, 0},         FieldRule{"ar", ArticleNumber, 0}, FieldRule{"di", Doi, 0},
    FieldRule{"d2", Doi, 1},           FieldRule{"dl", Url, 0},           FieldRule{"pm", Pmid, 0},
    FieldRule{"ut", Key, 0},           FieldRule{"pt", Ignored, 0},
};

} // namespace

std::span<const FieldRule> wosFields()
{
    return kFields;
}

RecordType typeFromWosCode(std::string_view code)
{
    if (code == "J") {
        return RecordType::Article;
    }
    if (code == "C") {
        return RecordType::ConferencePaper;
    }
    return code == "B" ? RecordType::Book : RecordType::Other; // S: series, P: patent
}

} // namespace winnow::formats
