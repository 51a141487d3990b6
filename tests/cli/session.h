#pragma once

#include "base/task.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace winnow::cli::test {

/// What a run of the command line gave back.
struct Output
{
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs commands in this process, in a folder of its own, at a fixed time and with repeatable ids.
class Session
{
public:
    Session();

    /// `arguments` as a user would type them behind `winnow`; "@/" at the beginning of one stands for the
    /// session's folder.
    Output run(std::vector<std::string> arguments);

    /// The same with a task that can be stopped meanwhile.
    Output run(std::vector<std::string> arguments, Task &task);

    /// Makes the review `name` and imports `ris` into it from a source.
    void makeReview(const std::string &name, const std::string &ris, const std::string &source = "Scopus");

    [[nodiscard]] std::filesystem::path path(const std::string &name) const { return m_folder.path() / name; }

    [[nodiscard]] std::string read(const std::string &name) const;
    void write(const std::string &name, const std::string &bytes) const;

private:
    winnow::test::TempFolder m_folder;
    std::uint64_t m_runs = 0;
};

/// Three records: A2020 and B2021 by their own keys, and C2022, which repeats A2020 by its DOI.
extern const std::string kThreeRecords;

} // namespace winnow::cli::test
