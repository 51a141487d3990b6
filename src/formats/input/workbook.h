#pragma once

#include "formats/input/zip_archive.h"

#include <string>
#include <vector>

namespace winnow::formats {

/// A sheet of an Excel workbook (Office Open XML, ECMA-376).
struct Sheet
{
    std::string name;
    std::string member; ///< where it lies in the archive
};

[[nodiscard]] bool isWorkbook(const ZipArchive &archive);

/// The sheets in the order of the workbook.
[[nodiscard]] Result<std::vector<Sheet>> sheetsOf(const ZipArchive &archive);

/// The cells of a sheet as CSV, made row by row as it is read; only the texts that cells share are in memory.
/// Formulas give their last value, numbers are written plainly, dates as ISO 8601. Cells beyond column 1,000
/// are dropped.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> sheetAsCsv(const ZipArchive &archive, const Sheet &sheet);

} // namespace winnow::formats
