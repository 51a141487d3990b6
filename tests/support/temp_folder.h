#pragma once

#include <filesystem>
#include <string>

namespace winnow::test {

/// A new empty folder that is removed with all it holds at the end of the test.
class TempFolder
{
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

    /// The path of a file in it, written with `bytes`.
    [[nodiscard]] std::filesystem::path file(const std::string &name, std::string_view bytes) const;

private:
    std::filesystem::path m_path;
};

} // namespace winnow::test
