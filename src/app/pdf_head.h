#pragma once

#include "app/pdf_facts.h"
#include "app/printed_dois.h"
#include "app/title_places.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace winnow::app {

/// A text of a PDF in which its title may stand.
struct TitleSource
{
    SearchedText text;
    bool isPage = false; ///< else the title of the metadata, or what is printed large
    bool isHead = true;  ///< false of a page on which the paper does not begin
};

/// What tells which paper a PDF holds: its first pages without their references, prepared to be compared.
struct PdfHead
{
    std::vector<TitleSource> sources;
    SearchedText authors{{}};      ///< where the authors of the paper stand
    std::set<int> years;           ///< all that are named
    std::vector<PrintedDoi> dois;  ///< of the metadata and the first pages
    std::set<std::string> ownDois; ///< keys of those on the page where the paper begins, and of the metadata
    std::string firstDoi;          ///< of those
    std::string fileDoi;           ///< key of the one in the name of the file
    bool isPreprint = false;
    bool isVolume = false; ///< a table of contents, or very many pages
};

[[nodiscard]] PdfHead headOf(const PdfFacts &pdf);

} // namespace winnow::app
