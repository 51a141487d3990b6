#pragma once

#include "model/record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace winnow::test {

/// A line of a page, in one size of letters.
struct PrintedLine
{
    double size = 10;
    std::string text; ///< UTF-8, of characters that Latin-1 has, and of ligatures
};

/// A PDF as publishers, repositories and scanners make them.
struct MadePaper
{
    std::optional<std::size_t> report; ///< that it is; none where it is none of those that are sought
    std::string name;                  ///< of the file
    std::vector<std::pair<std::string, std::string>> info{};
    std::vector<std::vector<PrintedLine>> pages{};
    bool isScanned = false; ///< pages without text
};

/// Reports that are sought, with titles as like each other as those of one field are, and a PDF for each;
/// one in twenty of the PDFs is another paper: by the same author in the same year with one other word in
/// its title, the other part of a series, an erratum, a comment.
struct MadePapers
{
    std::vector<Record> reports;
    std::vector<MadePaper> papers;
};

/// The same on every machine for the same seed. The PDFs have the noise of real ones: 4 of 10 print no DOI;
/// the title of the metadata is missing, wrong or useless; covers, banners, capitals, hyphens, ligatures;
/// misread letters; the titles and DOIs of other sought reports in the references, some without a heading.
[[nodiscard]] MadePapers makePapers(std::size_t count, std::uint64_t seed);

/// The same around reports that are given.
[[nodiscard]] std::vector<MadePaper> papersOf(const std::vector<Record> &reports, std::uint64_t seed);

/// As a file.
[[nodiscard]] std::string pdfOf(const MadePaper &paper);

} // namespace winnow::test
