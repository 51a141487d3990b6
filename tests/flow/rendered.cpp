#include "rendered.h"

#include "text/printable_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace winnow::publish::test {

namespace {

const Output &outputNamed(const std::string &id)
{
    return **std::ranges::find(allOutputs(), id, &Output::id);
}

/// U+0590 to U+08FF: Hebrew and Arabic begin with the bytes D6 to E0.
bool hasRightToLeft(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD6 && byte <= 0xDD;
    });
}

} // namespace

std::string bytesOf(const std::string &outputId, const FlowDocument &document)
{
    const auto bytes = outputNamed(outputId).flow(document);
    EXPECT_TRUE(bytes) << outputId << ": " << (bytes ? "" : bytes.error().message + bytes.error().detail);
    return bytes ? *bytes : std::string();
}

Rendered::Rendered(const std::string &outputId, double dpi)
    : m_folder(m_temporary.path())
    , m_cases(cases())
    , m_extension(outputNamed(outputId).extension)
{
    if (const char *kept = std::getenv("WINNOW_FLOW_OUTPUT"); kept != nullptr) {
        m_folder = kept;
        std::filesystem::create_directories(m_folder);
    }
    for (Case &written : m_cases) {
        written.document.dpi = dpi;
        std::ofstream(file(written), std::ios::binary) << bytesOf(outputId, written.document);
    }
}

std::string Rendered::file(const Case &written) const
{
    return (m_folder / (written.name + "." + m_extension)).string();
}

std::vector<std::string> Rendered::files() const
{
    std::vector<std::string> files;
    for (const Case &written : m_cases) {
        files.push_back(file(written));
    }
    return files;
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string> &more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

std::string squeezed(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u00A0")) {
            ++i;
        } else if (static_cast<unsigned char>(text[i]) > ' ') {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> linesOf(const flow::Diagram &diagram)
{
    std::vector<std::string> lines;
    for (const flow::Box &box : diagram.boxes) {
        for (const flow::TextLine &piece : box.lines) {
            lines.push_back(squeezed(text::printableLine(piece.text)));
        }
    }
    std::erase_if(lines, [](const std::string &line) { return line.empty() || hasRightToLeft(line); });
    return lines;
}

} // namespace winnow::publish::test
