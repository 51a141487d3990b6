#pragma once

#include "formats/input/text_input.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace winnow::formats {

/// One text that may hold records: a file, a member of a zip archive, a sheet of a workbook.
struct InputFile
{
    std::string name; ///< for people, without the folders above what the user named: "hits.zip/part1.ris"
    std::filesystem::path path; ///< what lies on the disk
    bool isPart = false;        ///< the user named the folder or archive around it
    bool isDataSet = false;     ///< of the ASReview project at `path`
    std::function<Result<std::unique_ptr<ByteSource>>()> open;

    /// SHA-256 of its bytes: of a plain or gzip file as it lies on the disk, of a part as it is unpacked.
    [[nodiscard]] Result<std::string> sha256() const;
};

/// The texts at `path`, in order of their names: of a folder all files in it and below it (but hidden ones),
/// of a zip archive its members, of an Excel workbook its sheets (as CSV), of an ASReview project its data
/// set, and a file itself otherwise. Archives inside archives are left as they are. Fails when nothing is
/// there, or a folder holds more than 10,000 files.
[[nodiscard]] Result<std::vector<InputFile>> inputFilesAt(const std::filesystem::path &path);

/// What an ASReview project holds beside its data set: the SQLite databases of its labels, as bytes.
struct AsreviewProject
{
    std::string results; ///< results.db, until version 1 results.sql
    std::string records; ///< data_store.db; empty until version 1
};

/// The project at `path`, which holds a data set.
[[nodiscard]] Result<AsreviewProject> asreviewProjectAt(const std::filesystem::path &path);

} // namespace winnow::formats
