#include "formats/input/text_input.h"
#include "samples.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>

namespace winnow::formats {

namespace {

std::vector<std::string> linesOf(TextInput &input)
{
    std::vector<std::string> lines;
    while (input.next()) {
        lines.emplace_back(input.line());
        EXPECT_EQ(input.lineNumber(), static_cast<std::int64_t>(lines.size()));
    }
    return lines;
}

std::vector<std::string> linesOfText(std::string text)
{
    TextInput input = TextInput::fromBytes(std::move(text));
    return linesOf(input);
}

std::string utf16(const std::u16string &text, bool isBigEndian)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += isBigEndian ? high : low;
        bytes += isBigEndian ? low : high;
    }
    return bytes;
}

std::string gzipped(const std::string &text)
{
    const test::TempFolder folder;
    const std::filesystem::path path = folder.path() / "x.gz";
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    std::string bytes(std::filesystem::file_size(path), '\0');
    std::FILE *raw = std::fopen(path.c_str(), "rb"); // NOLINT(cppcoreguidelines-owning-memory)
    EXPECT_EQ(std::fread(bytes.data(), 1, bytes.size(), raw), bytes.size());
    std::fclose(raw); // NOLINT(cppcoreguidelines-owning-memory)
    return bytes;
}

struct EncodingCase
{
    std::string name;
    std::string mark;
    std::string (*encode)(const std::u16string &text);
    std::string encoding;
};

std::string asUtf8(const std::u16string &text)
{
    std::string bytes;
    for (const char16_t unit : text) {
        if (unit < 0x80) {
            bytes += static_cast<char>(unit);
        } else {
            bytes += static_cast<char>(0xC0U | (unit >> 6U));
            bytes += static_cast<char>(0x80U | (unit & 0x3FU));
        }
    }
    return bytes;
}

std::string asLatin1(const std::u16string &text)
{
    std::string bytes;
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit);
    }
    return bytes;
}

const std::array kEncodings{
    EncodingCase{"UTF-8", "", asUtf8, "UTF-8"},
    EncodingCase{"UTF-8 with mark", "\xEF\xBB\xBF", asUtf8, "UTF-8"},
    EncodingCase{"UTF-16LE with mark",
                 "\xFF\xFE",
                 [](const std::u16string &text) { return utf16(text, false); },
                 "UTF-16LE"},
    EncodingCase{"UTF-16BE with mark",
                 "\xFE\xFF",
                 [](const std::u16string &text) { return utf16(text, true); },
                 "UTF-16BE"},
    EncodingCase{"UTF-16LE", "", [](const std::u16string &text) { return utf16(text, false); }, "UTF-16LE"},
    EncodingCase{"UTF-16BE", "", [](const std::u16string &text) { return utf16(text, true); }, "UTF-16BE"},
    EncodingCase{"Latin-1", "", asLatin1, "Windows-1252"},
};

/// The lines with `end` between them.
std::string
encoded(const EncodingCase &encoding, const std::u16string &end, const std::vector<std::u16string> &lines)
{
    std::u16string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text.append(i == 0 ? u"" : end).append(lines[i]);
    }
    return encoding.mark + encoding.encode(text);
}

} // namespace

TEST(TextInput, readsEveryEncodingWithEveryLineEnd)
{
    for (const EncodingCase &encoding : kEncodings) {
        for (const std::u16string end : {u"\n", u"\r\n", u"\r"}) {
            TextInput input = TextInput::fromBytes(
                encoded(encoding, end, {u"TY  - JOUR", u"AU  - M\u00FCller, J\u00F6rg", u"", u"ER  - "}));
            const std::vector<std::string> expected{
                "TY  - JOUR", "AU  - M\u00FCller, J\u00F6rg", "", "ER  - "};
            EXPECT_EQ(linesOf(input), expected) << encoding.name << ", line ends of " << end.size();
            EXPECT_EQ(input.encoding(), encoding.encoding) << encoding.name;
        }
    }
}

TEST(TextInput, findsTheSameRecordsInEveryEncoding)
{
    for (const EncodingCase &encoding : kEncodings) {
        for (const std::u16string end : {u"\n", u"\r\n", u"\r"}) {
            const std::string text =
                encoded(encoding, end, {u"TY  - JOUR", u"TI  - Na\u00EFve", u"ER  - ", u""});
            EXPECT_EQ(firstRecord("ris", text).title, "Na\u00EFve") << encoding.name;
        }
    }
}

TEST(TextInput, hasNoLinesInAnEmptyFile)
{
    EXPECT_TRUE(linesOfText("").empty());
    EXPECT_TRUE(linesOfText("\xEF\xBB\xBF").empty());
    EXPECT_EQ(linesOfText("\n"), std::vector<std::string>{""});
}

TEST(TextInput, readsMixedLineEnds)
{
    EXPECT_EQ(linesOfText("a\rb\r\nc\nd\r\r\ne"), (std::vector<std::string>{"a", "b", "c", "d", "", "e"}));
}

TEST(TextInput, dropsTheMarksOfGluedFiles)
{
    EXPECT_EQ(linesOfText("\xEF\xBB\xBF"
                          "a\n\xEF\xBB\xBF"
                          "b\n"),
              (std::vector<std::string>{"a", "b"}));
}

TEST(TextInput, takesOnlyTheLinesThatAreNotUtf8AsWindows1252)
{
    TextInput input = TextInput::fromBytes("caf\u00E9\n\x93quoted\x94\nplain\n");
    EXPECT_EQ(linesOf(input), (std::vector<std::string>{"caf\u00E9", "\u201Cquoted\u201D", "plain"}));
    EXPECT_EQ(input.fallbackLines(), 1);
}

TEST(TextInput, replacesNulCharacters)
{
    EXPECT_EQ(linesOfText(std::string("a\0b\nc", 5)), (std::vector<std::string>{"a b", "c"}));
}

TEST(TextInput, readsLinesLongerThanItsBuffer)
{
    const std::string longLine(1'000'003, 'x');
    EXPECT_EQ(linesOfText("a\n" + longLine + "\r\nb"), (std::vector<std::string>{"a", longLine, "b"}));
}

TEST(TextInput, readsLineEndsAtEveryPlaceAroundTheEdgeOfItsBuffer)
{
    constexpr std::size_t kEdge = std::size_t{256} << 10U;
    for (std::size_t size = kEdge - 3; size <= kEdge + 2; ++size) {
        const std::string first(size, 'x');
        EXPECT_EQ(linesOfText(first + "\r\n\u00E9\n"), (std::vector<std::string>{first, "\u00E9"})) << size;
    }
}

TEST(TextInput, keepsSurrogatePairsWholeAroundTheEdgeOfItsBuffer)
{
    constexpr std::size_t kUnits = (std::size_t{256} << 10U) / 2;
    const std::u16string text = std::u16string(kUnits - 2, u'x') + u"\U0001F41F\n";
    const auto lines = linesOfText("\xFF\xFE" + utf16(text, false));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines.front().ends_with("x\U0001F41F"));
}

TEST(TextInput, cutsALineThatNeverEnds)
{
    constexpr std::size_t kMiB = std::size_t{1} << 20U;
    TextInput input = TextInput::fromBytes(std::string(70 * kMiB, 'x'));
    ASSERT_TRUE(input.next());
    EXPECT_EQ(input.line().size(), 64 * kMiB);
    ASSERT_TRUE(input.next());
    EXPECT_EQ(input.line().size(), 6 * kMiB);
    EXPECT_FALSE(input.next());
}

TEST(TextInput, showsTheHeadWithoutConsumingIt)
{
    TextInput input = TextInput::fromBytes("\xEF\xBB\xBFone\r\ntwo\rthree");
    EXPECT_EQ(input.head(), "one\ntwo\nthree");
    EXPECT_EQ(linesOf(input).size(), 3U);
}

TEST(TextInput, unpacksGzip)
{
    const test::TempFolder folder;
    auto input = TextInput::open(folder.file("packed.ris", gzipped("one\ntwo\n")));
    ASSERT_TRUE(input);
    EXPECT_EQ(linesOf(*input), (std::vector<std::string>{"one", "two"}));
    EXPECT_TRUE(input->status());
    EXPECT_EQ(input->bytesRead(), input->bytesTotal());
}

TEST(TextInput, saysThatAGzipFileIsCut)
{
    const test::TempFolder folder;
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
        text += std::to_string(i * 7919) + "\n";
    }
    const std::string packed = gzipped(text);
    auto input = TextInput::open(folder.file("cut.ris.gz", packed.substr(0, packed.size() - 1000)));
    ASSERT_TRUE(input);
    while (input->next()) {
    }
    ASSERT_FALSE(input->status());
    EXPECT_EQ(input->status().error().code, ErrorCode::Unreadable);
}

TEST(TextInput, failsForFoldersAndMissingFiles)
{
    const test::TempFolder folder;
    EXPECT_EQ(TextInput::open(folder.path()).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(TextInput::open(folder.path() / "none.ris").error().code, ErrorCode::NotFound);
}

} // namespace winnow::formats
