#include "rendered.h"
#include "support/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <sstream>

namespace winnow::publish::test {

namespace {

using testing::HasSubstr;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;

struct Picture
{
    std::string kind;
    int width = 0;
    int height = 0;
    int bits = 0;
    std::string compression;
    double resolution = 0;
    std::string unit;
    std::string colours;
    std::string alpha;
};

Picture identified(const std::string &file)
{
    const ChildOutcome told =
        runProgram({"identify", "-ping", "-format", "%m %w %h %z %C %x %U %[colorspace] %A\n", file});
    EXPECT_TRUE(told.isOk()) << told.output;
    Picture picture;
    std::istringstream words(told.output);
    words >> picture.kind >> picture.width >> picture.height >> picture.bits >> picture.compression >>
        picture.resolution >> picture.unit >> picture.colours >> picture.alpha;
    return picture;
}

void expectPictures(const std::string &outputId,
                    double dpi,
                    const std::string &kind,
                    const std::string &compression)
{
    const Rendered pictures(outputId, dpi);
    for (const Case &made : pictures.all()) {
        if (made.document.diagram.height * dpi / 72 > 16'000) {
            continue; // more than ImageMagick reads
        }
        const Picture picture = identified(pictures.file(made));
        const double perInch = picture.unit == "PixelsPerCentimeter" ? 2.54 : 1;
        EXPECT_EQ(picture.kind, kind) << made.name;
        EXPECT_EQ(picture.compression, compression) << made.name;
        EXPECT_EQ(picture.bits, 8) << made.name;
        EXPECT_NEAR(picture.resolution * perInch, dpi, 0.02) << made.name;
        EXPECT_EQ(picture.width, std::lround(made.document.diagram.width * dpi / 72)) << made.name;
        EXPECT_EQ(picture.height, std::lround(made.document.diagram.height * dpi / 72)) << made.name;
        EXPECT_THAT(picture.alpha, testing::AnyOf("Undefined", "False", "Off")) << made.name;
        const bool isGrey = made.document.diagram.theme.header != flow::Theme().header;
        EXPECT_EQ(picture.colours, isGrey ? "Gray" : "sRGB") << made.name;
    }
}

/// The colours at places of a picture, one a line: "FFC125".
std::string coloursAt(const std::string &file, const std::vector<std::pair<double, double>> &places)
{
    std::string format;
    for (const auto &[x, y] : places) {
        format +=
            "%[hex:u.p{" + std::to_string(std::lround(x)) + "," + std::to_string(std::lround(y)) + "}]\n";
    }
    const ChildOutcome told = runProgram({"convert", file, "-depth", "8", "-format", format, "info:"});
    EXPECT_TRUE(told.isOk()) << told.output;
    return told.output;
}

TEST(Png, hasResolutionAndColoursAndNoAlpha)
{
    for (const double dpi : {96.0, 300.0, 600.0}) {
        expectPictures("png", dpi, "PNG", "Zip");
    }
}

TEST(Tiff, isLzwWithResolutionAndNoAlpha)
{
    for (const double dpi : {96.0, 300.0, 600.0}) {
        expectPictures("tiff", dpi, "TIFF", "LZW");
    }
}

TEST(Pictures, showTheFillsOfTheBoxesWhereverAStripBegins)
{
    for (const char *outputId : {"png", "tiff"}) {
        constexpr double kDpi = 600;
        const Rendered pictures(outputId, kDpi); // several strips
        const Case &made = caseNamed(pictures.all(), "plain");
        const flow::Diagram &diagram = made.document.diagram;
        std::vector<std::pair<double, double>> places;
        std::string expected;
        for (const flow::Box &box : diagram.boxes) {
            places.emplace_back((box.rect.x + 4) * kDpi / 72, (box.rect.y + box.rect.height / 2) * kDpi / 72);
            std::array<char, 16> colour{};
            std::snprintf(colour.data(), colour.size(), "%06X\n", flow::fillOf(box, diagram.theme));
            expected += colour.data();
        }
        EXPECT_EQ(coloursAt(pictures.file(made), places), expected) << outputId;
    }
}

TEST(Pictures, takeLittleMemoryAtAnyResolution)
{
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer takes memory of its own";
#else
    const auto all = cases();
    FlowDocument document = caseNamed(all, "plain").document;
    document.dpi = 1200; // 52 million pixels
    for (const char *outputId : {"png", "tiff"}) {
        const pid_t child = fork();
        if (child == 0) {
            _exit(bytesOf(outputId, document).empty() ? 1 : 0);
        }
        int status = 0;
        rusage usage{};
        ASSERT_EQ(wait4(child, &status, 0, &usage), child);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << outputId;
        EXPECT_LT(usage.ru_maxrss, 150'000) << outputId << " (kB)";
    }
#endif
}

} // namespace

} // namespace winnow::publish::test
