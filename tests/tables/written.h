#pragma once

#include "cases.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace winnow::publish::test {

/// What an output makes of a table or of the document; fails the test with its message where it makes
/// nothing.
[[nodiscard]] std::string tableBytes(const std::string &outputId, const evidence::PrintedTable &table);
[[nodiscard]] std::string documentBytes(const std::string &outputId, const Document &document);

/// All tables and the document written as one kind of file into a folder: $WINNOW_TABLES_OUTPUT, which stays,
/// or a temporary one.
class Written
{
public:
    explicit Written(const std::string &outputId);

    [[nodiscard]] const std::vector<TableCase> &all() const { return m_cases; }

    [[nodiscard]] std::string file(const std::string &name) const;
    [[nodiscard]] std::vector<std::string> files() const;

    /// A place for what a program makes of the files.
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

    /// Converts files with LibreOffice, as `filter` says ("txt:Text"); fails the test where it cannot.
    void convert(const std::vector<std::string> &files, const std::string &filter) const;

    /// The bytes of a file in the folder.
    [[nodiscard]] std::string read(const std::string &name) const;

private:
    winnow::test::TempFolder m_temporary;
    std::filesystem::path m_folder;
    std::vector<TableCase> m_cases;
    std::string m_extension;
};

} // namespace winnow::publish::test
