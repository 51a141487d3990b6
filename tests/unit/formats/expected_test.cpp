#include "base/file.h"
#include "expected_comparison.h"
#include "samples.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace winnow::formats {

namespace {

constexpr double kLeastAgreement = 0.97;
constexpr std::size_t kMostShown = 400;

/// A difference that was looked at and in which the other program is wrong or follows a habit of its own.
struct Judgement
{
    std::string file;
    std::string number; ///< of the record, or * for all
    std::string field;  ///< or * for all
    bool isUsed = false;
};

/// tests/data/expected_judged.txt: file, record, field and the reason, divided by tabs.
std::vector<Judgement> judgements()
{
    std::ifstream file(std::filesystem::path(WINNOW_TEST_DATA) / "expected_judged.txt");
    std::vector<Judgement> list;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == '\t') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        if (cells.size() == 4 && !line.starts_with('#') && !cells[3].empty()) {
            list.push_back({cells[0], cells[1], cells[2]});
        }
    }
    return list;
}

std::vector<Record> recordsOf(const std::filesystem::path &path, std::string &format)
{
    std::vector<Record> records;
    auto input = TextInput::open(path);
    if (!input) {
        return records;
    }
    const auto detected = detectFormat(input->head());
    Collector collector;
    format = detected ? std::string(detected->format->id) : std::string();
    if (!detected || !detected->format->read(*input, {}, collector)) {
        return records;
    }
    for (ReadRecord &read : collector.records) {
        records.push_back(std::move(read.record));
    }
    return records;
}

std::string counts(const std::map<std::string, std::size_t> &byField)
{
    std::string text;
    for (const auto &[field, count] : byField) {
        text += ' ' + field + ' ' + std::to_string(count);
    }
    return text;
}

/// From a little before the first place where the two differ.
std::string shortened(const std::string &text, const std::string &other)
{
    constexpr std::size_t kBefore = 40;
    constexpr std::size_t kMost = 160;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(text, other).in1 - text.begin());
    const std::size_t begin = same > kBefore ? same - kBefore : 0;
    return (begin > 0 ? "... " : "") + text.substr(begin, kMost);
}

/// Takes the judged cases out of the differences; they count neither way.
void settle(Agreement &agreement, std::vector<Judgement> &judged)
{
    std::erase_if(agreement.differences, [&](const Difference &difference) {
        for (Judgement &judgement : judged) {
            if (judgement.file == difference.file &&
                (judgement.field == "*" || judgement.field == difference.field) &&
                (judgement.number == "*" || judgement.number == std::to_string(difference.number))) {
                judgement.isUsed = true;
                --agreement.compared;
                return true;
            }
        }
        return false;
    });
}

void print(const std::string &folder,
           const Agreement &agreement,
           double share,
           std::map<std::string, std::string> &formats)
{
    std::cout << folder << ": " << agreement.files << " files, " << agreement.records << " records, "
              << agreement.unmatched << " unmatched, " << agreement.compared << " fields compared, "
              << share * 100 << " % equal\n  only ours:" << counts(agreement.onlyOurs)
              << "\n  only theirs:" << counts(agreement.onlyTheirs) << '\n';
    for (std::size_t i = 0; i < std::min(kMostShown, agreement.differences.size()); ++i) {
        const Difference &difference = agreement.differences[i];
        std::cout << "  " << difference.file << " (" << formats[difference.file] << ") #" << difference.number
                  << ' ' << difference.field << "\n    ours   "
                  << shortened(difference.ours, difference.theirs) << "\n    theirs "
                  << shortened(difference.theirs, difference.ours) << '\n';
    }
}

class Expected : public testing::TestWithParam<const char *>
{};

} // namespace

/// Each file that one of our formats takes is read as the program whose tests it comes from reads it.
TEST_P(Expected, fieldsAreThoseThatOtherProgramsRead)
{
    const std::filesystem::path folder = test::realData("expected") / GetParam();
    WINNOW_NEEDS_REAL_DATA(folder);
    Agreement agreement;
    std::map<std::string, std::string> formats;
    for (const ExpectedPair &pair : expectedPairs(folder)) {
        std::string format;
        const std::vector<Record> ours = recordsOf(pair.input, format);
        const auto theirs = expectedRecords(pair.expected);
        if (!ours.empty() && theirs && !theirs->empty()) {
            const std::string file = std::string(GetParam()) + '/' + pair.input.filename().string();
            formats[file] = format;
            compareRecords(file, ours, *theirs, agreement);
        }
    }
    std::vector<Judgement> judged = judgements();
    settle(agreement, judged);
    ASSERT_GT(agreement.compared, 0U);
    const double share = static_cast<double>(agreement.equal) / static_cast<double>(agreement.compared);
    print(GetParam(), agreement, share, formats);
    for (const Judgement &judgement : judged) {
        if (judgement.file.starts_with(std::string(GetParam()) + '/') && !judgement.isUsed) {
            std::cout << "  no longer needed: " << judgement.file << " #" << judgement.number << ' '
                      << judgement.field << '\n';
        }
    }
    EXPECT_GE(share, kLeastAgreement);
}

INSTANTIATE_TEST_SUITE_P(
    OtherPrograms,
    Expected,
    testing::Values("jabref", "zotero_translators", "biblatex-csl-converter", "better-bibtex", "colrev"),
    [](const testing::TestParamInfo<const char *> &info) {
        std::string name = info.param;
        std::ranges::replace(name, '-', '_');
        return name;
    });

} // namespace winnow::formats
