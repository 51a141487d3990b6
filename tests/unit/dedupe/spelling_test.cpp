#include "dedupe/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace winnow::dedupe {

namespace {

/// Levenshtein's distance as textbooks have it.
std::size_t plainDistance(const std::string &a, const std::string &b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

TEST(Likeness, equalsTheTextbookWhereItIsHighEnough)
{
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same each time
    const auto letters = [&](std::size_t most) {
        std::string text(random() % most, 'a');
        std::ranges::generate(text, [&] { return static_cast<char>('a' + random() % 3); });
        return text;
    };
    int alike = 0;
    for (int i = 0; i < 6'000; ++i) {
        // Words of 64 bits are stepped over at 64, 128 and 192 letters.
        const std::size_t most = i % 3 == 0 ? 210 : 12;
        const std::string a = letters(most);
        std::string b = random() % 2 == 0 ? letters(most) : a;
        for (std::size_t change = random() % 5; change > 0 && !b.empty(); --change) {
            b[random() % b.size()] = 'b';
            b.insert(random() % b.size(), random() % 2, 'c');
        }
        const double least = 0.1 * static_cast<double>(random() % 10);
        const auto size = static_cast<double>(std::max({a.size(), b.size(), std::size_t{1}}));
        const double wanted = 1 - static_cast<double>(plainDistance(a, b)) / size;
        const double got = likeness(a, b, least);
        if (wanted > least + 1e-9) {
            EXPECT_NEAR(got, wanted, 1e-12) << a << ' ' << b << ' ' << least;
            ++alike;
        } else {
            EXPECT_TRUE(got == 0 || got <= least + 1e-9) << a << ' ' << b << ' ' << least;
        }
    }
    EXPECT_GT(alike, 1000);
}

TEST(JournalName, isTheSameForItsAbbreviations)
{
    const auto isSame = [](const char *a, const char *b) {
        return isSameJournal(journalName(a).words, journalName(b).words);
    };
    EXPECT_TRUE(isSame("Journal of Clinical Endocrinology and Metabolism", "J Clin Endocrinol Metab"));
    EXPECT_TRUE(isSame("Proceedings of the National Academy of Sciences", "Proc. Natl. Acad. Sci."));
    EXPECT_TRUE(isSame("PNAS", "Proceedings National Academy Sciences"));
    EXPECT_TRUE(isSame("Seminars in Thrombosis & Hemostasis", "Seminars in Thrombosis and Hemostasis"));
    EXPECT_TRUE(isSame("The Lancet", "Lancet (London, England)"));
    EXPECT_TRUE(isSame("Brain injury : [BI]", "Brain Injury"));
    EXPECT_FALSE(isSame("Journal of Clinical Endocrinology", "Journal of Clinical Epidemiology"));
    EXPECT_FALSE(isSame("Blood", "Blood Advances"));
}

TEST(JournalName, knowsTheMeetingThatEmbaseNamesBehindIt)
{
    const JournalName name = journalName("The Lancet.Conference: 5th Congress of Crafts Kyoto Japan.");
    EXPECT_EQ(name.words, "lancet");
    EXPECT_EQ(name.meeting, "5th congress crafts kyoto japan");
    EXPECT_EQ(journalName("5th Congress of Crafts Kyoto Japan").meeting, name.meeting);
}

TEST(Bare, keepsLettersOfAllScriptsAndNothingElse)
{
    EXPECT_EQ(bare("Caf\u00E9 \u2013 50 %"), "cafe50");
    EXPECT_EQ(bare("\u5173\u4E8E\u624B\u5DE5\u827A\u3002"), "\u5173\u4E8E\u624B\u5DE5\u827A");
    EXPECT_EQ(bare("TGF-\u03B21"), "tgfbeta1");
    EXPECT_EQ(bare("\xE2"), bare("\xE2"));
}

} // namespace

TEST(PlacedLetters, areThoseOfOneSpellingWithTheirPlaces)
{
    const std::string folded = "the tumour: \xCE\xB1-haemolytic organize";
    const PlacedLetters placed = placedLetters(folded);
    EXPECT_EQ(placed.letters, inOneSpelling(bare(folded)));
    ASSERT_EQ(placed.at.size(), placed.letters.size());
    EXPECT_EQ(folded.substr(placed.at[3], 3), "tum");
    EXPECT_EQ(folded.substr(placed.at[placed.letters.find("hemol")], 6), "haemol");
}

} // namespace winnow::dedupe
