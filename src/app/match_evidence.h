#pragma once

#include "app/pdf_head.h"
#include "dedupe/traits.h"
#include "model/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace winnow::app {

/// One record of a report that is sought, as it is compared.
struct Wording
{
    std::uint32_t target = 0;
    dedupe::Traits traits{};
    std::string doi{};                   ///< its key
    std::string family{};                ///< letters of the first author, in one spelling
    std::vector<std::string> given{};    ///< folded words of the first author's other names
    std::string initials{};              ///< of those
    std::vector<std::string> families{}; ///< letters of all authors
    bool isShort = false;                ///< so that the title tells little: "Editorial"
};

[[nodiscard]] Wording wordingOf(std::uint32_t target, const Record &record);

/// How a title of a report stands in a PDF.
enum class TitleGrade {
    None,
    Mentioned, ///< somewhere
    Near,      ///< where the title of the paper would stand, but something is other, more or less
    Adjacent,  ///< there, with the first author behind it
    Whole,     ///< it is all that the metadata, or the large letters, say
};

/// What speaks for a report, and what against it.
struct Evidence
{
    TitleGrade title = TitleGrade::None;
    double likeness = 0; ///< of the title
    bool hasDoi = false;
    bool isFirstDoi = false;    ///< it is the first that is printed
    bool hasDoiOfOther = false; ///< the DOI is there, but as that of another paper
    bool hasAuthor = false;     ///< the first, where the authors stand
    bool hasAuthors = false;    ///< the first two
    bool hasYear = false;
    bool pointsElsewhere = false; ///< the words before the title do: "erratum to"
    bool isOtherDoi = false;      ///< DOIs are printed, and none is the report's
    bool isOtherVersion = false;  ///< one of the two is a preprint
    bool isInVolume = false;      ///< the file holds much more than the report
    bool isShort = false;
};

/// Adds what one place of the title says.
void addPlace(Evidence &evidence, const Wording &wording, const TitleSource &source, const TitlePlace &place);

/// Adds what the PDF says beside the title.
void addRest(Evidence &evidence, const std::vector<const Wording *> &wordings, const PdfHead &head);

[[nodiscard]] bool isSureByDoi(const Evidence &evidence, const PdfHead &head);
[[nodiscard]] bool isSureByTitle(const Evidence &evidence);

[[nodiscard]] double scoreOf(const Evidence &evidence);

/// What speaks for it and against it, in words.
[[nodiscard]] std::string reasonFor(const Evidence &evidence);

} // namespace winnow::app
