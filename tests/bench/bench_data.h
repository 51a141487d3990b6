#pragma once

#include "app/workspace.h"
#include "cpu_time.h"
#include "support/temp_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace winnow::bench {

/// The 20,637 real records as one RIS text; empty where the real data are missing.
[[nodiscard]] const std::string &largeRis();

/// Its records one by one, as their raw lines.
[[nodiscard]] std::vector<std::string> rawRecords(const std::string &ris);

/// A new review file in a folder of its own, with the clock and ids that it needs.
class BenchReview
{
public:
    BenchReview();

    /// Imports the large file, so many times as records of their own.
    void importLarge(int times = 1);

    [[nodiscard]] app::Workspace &workspace() { return *m_workspace; }

    [[nodiscard]] const test::TempFolder &folder() const { return m_folder; }

private:
    test::TempFolder m_folder;
    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<app::Workspace> m_workspace;
};

} // namespace winnow::bench
