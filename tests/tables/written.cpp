#include "written.h"

#include "support/child_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace winnow::publish::test {

namespace {

const Output &outputNamed(const std::string &id)
{
    return **std::ranges::find(allOutputs(), id, &Output::id);
}

std::string bytesOf(const std::string &outputId, const Result<std::string> &bytes)
{
    EXPECT_TRUE(bytes) << outputId << ": " << (bytes ? "" : bytes.error().message + bytes.error().detail);
    return bytes ? *bytes : std::string();
}

} // namespace

std::string tableBytes(const std::string &outputId, const evidence::PrintedTable &table)
{
    return bytesOf(outputId, outputNamed(outputId).table(table));
}

std::string documentBytes(const std::string &outputId, const Document &document)
{
    return bytesOf(outputId, outputNamed(outputId).document(document));
}

Written::Written(const std::string &outputId)
    : m_folder(m_temporary.path())
    , m_cases(tableCases())
    , m_extension(outputNamed(outputId).extension)
{
    if (const char *kept = std::getenv("WINNOW_TABLES_OUTPUT"); kept != nullptr) {
        m_folder = std::filesystem::path(kept) / outputId;
        std::filesystem::create_directories(m_folder);
    }
    for (const TableCase &written : m_cases) {
        std::ofstream(file(written.name), std::ios::binary) << tableBytes(outputId, written.table);
    }
    if (outputNamed(outputId).document != nullptr) {
        std::ofstream(file("document"), std::ios::binary) << documentBytes(outputId, documentCase());
    }
}

std::string Written::file(const std::string &name) const
{
    return (m_folder / (name + "." + m_extension)).string();
}

std::vector<std::string> Written::files() const
{
    std::vector<std::string> files;
    for (const TableCase &written : m_cases) {
        files.push_back(file(written.name));
    }
    if (std::filesystem::exists(file("document"))) {
        files.push_back(file("document"));
    }
    return files;
}

void Written::convert(const std::vector<std::string> &files, const std::string &filter) const
{
    const winnow::test::TempFolder profile;
    std::vector<std::string> command{"soffice",
                                     "-env:UserInstallation=file://" + profile.path().string(),
                                     "--headless",
                                     "--convert-to",
                                     filter,
                                     "--outdir",
                                     m_folder.string()};
    command.insert(command.end(), files.begin(), files.end());
    const winnow::test::ChildOutcome converted = winnow::test::runProgram(command, 240);
    EXPECT_TRUE(converted.isOk()) << converted.output;
}

std::string Written::read(const std::string &name) const
{
    std::ifstream file(m_folder / name, std::ios::binary);
    EXPECT_TRUE(file) << name << " was not made";
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace winnow::publish::test
