#include "base/file.h"
#include "samples.h"
#include "text/encoding.h"

#include <gtest/gtest.h>

#include <random>

namespace winnow::formats {

namespace {

constexpr int kRounds = 100;

/// Changes a few places of a text as broken programs and transfers do.
std::string mutated(std::string text, std::mt19937 &random)
{
    constexpr std::string_view kPieces[]{
        "\"", "{", "}", "\n", "\r", "@", "TY  - ", "ER  - \n", ",", ";", "&#", "<", "\\", "\xFF", "\0"};
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (std::size_t change = 0; change <= below(6) && text.size() > 2; ++change) {
        const std::size_t at = below(text.size());
        switch (below(4)) {
        case 0:
            text.erase(at, below(20));
            break;
        case 1:
            text.insert(at, kPieces[below(std::size(kPieces))]);
            break;
        case 2:
            text[at] = static_cast<char>(below(256));
            break;
        default:
            text.insert(at, text.substr(below(text.size()), below(60)));
            break;
        }
    }
    return below(4) == 0 ? text.substr(0, below(text.size())) : text;
}

void expectUtf8(const Record &record)
{
    for (const std::string &text :
         {record.title, record.abstractText, record.key, record.doi, record.url, record.sourceTitle}) {
        EXPECT_TRUE(text::isUtf8(text)) << text;
    }
}

} // namespace

TEST(Robustness, readersSurviveMutatedFiles)
{
    std::mt19937 random(20261124); // NOLINT(cert-msc51-cpp): the same series each time
    const std::pair<std::string_view, std::unique_ptr<RecordWriter>> writers[]{
        {"ris", findFormat("ris")->writer()}, {"bibtex", findFormat("bibtex")->writer()}};
    for (const Sample &sample : samples()) {
        const auto original = readFile(sample.input);
        ASSERT_TRUE(original);
        for (int round = 0; round < kRounds; ++round) {
            const std::string text = mutated(*original, random);
            const Collector collector = readText(sample.format, text);
            for (const ReadRecord &read : collector.records) {
                expectUtf8(read.record);
                EXPECT_GT(read.line, 0);
                EXPECT_FALSE(read.raw.empty());
                for (const auto &[format, writer] : writers) {
                    std::string again;
                    writer->record({read.record, {}, {}, {}}, again);
                    EXPECT_EQ(firstRecord(format, again), read.record) << sample.input << '\n' << again;
                }
            }
            for (const RejectedRecord &reject : collector.rejects) {
                EXPECT_GT(reject.line, 0);
                EXPECT_FALSE(reject.reason.empty());
            }
        }
    }
}

TEST(Robustness, everyReaderSurvivesTheFilesOfTheOthers)
{
    for (const Sample &sample : samples()) {
        const auto text = readFile(sample.input);
        ASSERT_TRUE(text);
        for (const Format *format : allFormats()) {
            if (format->read != nullptr) {
                for (const ReadRecord &read : readText(format->id, *text).records) {
                    EXPECT_FALSE(read.raw.empty());
                }
            }
        }
    }
}

TEST(Robustness, recordsThatNeverEndAreRejectedAndReadingGoesOn)
{
    const std::string filling(std::size_t{1} << 20U, 'x');
    std::string ris = "TY  - JOUR\nTI  - Endless\n";
    std::string bibtex = "@article{endless, title = {\n";
    for (int i = 0; i < 20; ++i) {
        ris += "AB  - " + filling + "\n";
        bibtex += filling + "\n";
    }
    ris += "TY  - JOUR\nTI  - Next\nER  - \n";
    bibtex += "@article{next, title = {Next}}\n";
    for (const auto &[format, text] : {std::pair("ris", ris), std::pair("bibtex", bibtex)}) {
        const Collector collector = readText(format, text);
        ASSERT_EQ(collector.records.size(), 1U) << format;
        EXPECT_EQ(collector.records[0].record.title, "Next");
        ASSERT_EQ(collector.rejects.size(), 1U);
        EXPECT_EQ(collector.rejects[0].line, 1);
    }
}

TEST(Robustness, stopsWhenTheSinkRefuses)
{
    class OneOnly final : public RecordSink
    {
    public:
        bool record(ReadRecord && /*record*/) override
        {
            ++count;
            return false;
        }

        bool rejected(RejectedRecord && /*record*/) override { return false; }

        void diagnostic(Diagnostic && /*diagnostic*/) override {}

        int count = 0;
    };

    for (const Sample &sample : samples()) {
        auto input = TextInput::open(sample.input);
        ASSERT_TRUE(input);
        OneOnly sink;
        ASSERT_TRUE(findFormat(sample.format)->read(*input, {}, sink));
        EXPECT_LE(sink.count, 1) << sample.input;
    }
}

} // namespace winnow::formats
