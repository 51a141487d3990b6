#pragma once

#include "flow/cases.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::publish::test {

/// All cases written as one kind of file into a folder: $WINNOW_FLOW_OUTPUT, which stays, or a temporary one.
class Rendered
{
public:
    /// `outputId` as in the table of all outputs; fails the test where one cannot be written.
    explicit Rendered(const std::string &outputId, double dpi = 300);

    [[nodiscard]] const std::vector<Case> &all() const { return m_cases; }

    [[nodiscard]] std::string file(const Case &written) const;
    [[nodiscard]] std::vector<std::string> files() const;

    /// A place for what a program makes of the files.
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

private:
    winnow::test::TempFolder m_temporary;
    std::filesystem::path m_folder;
    std::vector<Case> m_cases;
    std::string m_extension;
};

/// What an output makes of a case; fails the test with its message where it makes nothing.
[[nodiscard]] std::string bytesOf(const std::string &outputId, const FlowDocument &document);

/// The arguments of a program: those that are always the same, then files.
[[nodiscard]] std::vector<std::string> joined(std::vector<std::string> first,
                                              const std::vector<std::string> &more);

/// Text without any white space, to compare what was broken into lines elsewhere.
[[nodiscard]] std::string squeezed(std::string_view text);

/// Lines of the boxes of a diagram, squeezed; none that run from right to left, which programs give back in
/// one order or the other.
[[nodiscard]] std::vector<std::string> linesOf(const flow::Diagram &diagram);

} // namespace winnow::publish::test
