#include "screening/agreement_of_many.h"
#include "screening/agreement_of_two.h"
#include "screening/krippendorff.h"
#include "support/real_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace winnow::screening {

namespace {

using nlohmann::json;

std::filesystem::path referenceFolder()
{
    return test::realData("../reference/prisma-gold/kappa");
}

json reference()
{
    std::ifstream file(referenceFolder() / "reference.json");
    return json::parse(file);
}

/// Compares with printed values and keeps the largest difference that came up.
class Comparison
{
public:
    ~Comparison()
    {
        testing::Test::RecordProperty("compared", std::to_string(m_compared));
        testing::Test::RecordProperty("largest_difference", json(m_largest).dump());
    }

    /// To 1e-9, or where the reference prints fewer digits, to those.
    void expect(const std::optional<double> &value,
                const json &printed,
                const std::string &what,
                double tolerance = 1e-9)
    {
        ++m_compared;
        if (printed.is_null()) {
            EXPECT_FALSE(value) << what;
            return;
        }
        ASSERT_TRUE(value) << what;
        const double difference = std::abs(*value - printed.get<double>());
        EXPECT_LE(difference, tolerance) << what;
        if (tolerance <= 1e-9) {
            m_largest = std::max(m_largest, difference);
        }
    }

    [[nodiscard]] int compared() const { return m_compared; }

private:
    int m_compared = 0;
    double m_largest = 0;
};

/// Half of the last of eight digits or of eight decimals.
double toEightDigits(const json &printed)
{
    return std::max(5.1e-9, 5.1e-8 * std::abs(printed.get<double>()));
}

/// Raters in columns below a line of names. Categories are numbered in the order of their texts, alike for
/// all.
Ratings readTable(const std::string &name)
{
    std::ifstream file(referenceFolder() / name);
    std::vector<std::vector<std::string>> cells;
    std::set<std::string> texts;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> row;
        std::istringstream parts(line);
        std::string cell;
        while (std::getline(parts, cell, ',')) {
            std::erase(cell, '"');
            std::erase(cell, '\r');
            row.push_back(cell);
            texts.insert(cell);
        }
        cells.push_back(row);
    }
    std::vector<std::vector<Rating>> rows;
    for (const std::vector<std::string> &row : cells) {
        std::vector<Rating> ratings;
        ratings.reserve(row.size());
        for (const std::string &cell : row) {
            ratings.emplace_back(static_cast<Category>(std::distance(texts.begin(), texts.find(cell))));
        }
        rows.push_back(ratings);
    }
    return Ratings::fromRows(rows, texts.size());
}

/// Rows are raters; numbers from 1.
Ratings readMatrix(const json &matrix)
{
    Ratings ratings(matrix.size(), 0);
    for (std::size_t unit = 0; unit < matrix[0].size(); ++unit) {
        std::vector<Rating> row;
        for (const json &rater : matrix) {
            const json &cell = rater[unit];
            row.push_back(cell.is_null() ? Rating() : Rating(static_cast<Category>(cell.get<int>() - 1)));
        }
        ratings.add(row);
    }
    return ratings;
}

CrossTable readCrossTable(const json &rows)
{
    CrossTable table(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            table.add(i, j, rows[i][j].get<std::size_t>());
        }
    }
    return table;
}

void compareTwoByTwo(const json &printed, Comparison &comparison)
{
    const auto count = [&](const char *name) { return printed[name].get<std::size_t>(); };
    const CrossTable table = CrossTable::of2x2(count("a"), count("b"), count("c"), count("d"));
    const std::string what = printed.dump();
    const Coefficient kappa = cohenKappa(table);
    comparison.expect(kappa.observed, printed["po"], what);
    comparison.expect(kappa.expected, printed["pe"], what);
    comparison.expect(kappa.value, printed["kappa"], what);
    comparison.expect(pabak(table).value, printed["pabak"], what);
    comparison.expect(gwetAc1(ratingsOf(table)).value, printed["ac1"], what);
    if (printed.contains("PI")) {
        comparison.expect(prevalenceIndex(table), printed["PI"], what);
        comparison.expect(biasIndex(table), printed["BI"], what);
        comparison.expect(kappa.standardError, printed["se_asym"], what, toEightDigits(printed["se_asym"]));
        comparison.expect(kappa.z, printed["z_null"], what, toEightDigits(printed["z_null"]));
    }
    if (printed.contains("ci95")) {
        comparison.expect(kappa.interval->low, printed["ci95"][0], what, 5.1e-7);
        comparison.expect(kappa.interval->high, printed["ci95"][1], what, 5.1e-7);
    }
}

void compareCohen(const json &printed, Comparison &comparison)
{
    const std::string what = printed.dump();
    CrossTable table(0);
    if (printed.contains("table")) {
        table = readCrossTable(printed["table"]);
    } else {
        const Ratings ratings = readTable(printed["data"]);
        const std::array<std::size_t, 2> raters{printed["raters"][0].get<std::size_t>() - 1,
                                                printed["raters"][1].get<std::size_t>() - 1};
        table = crossTable(ratings, raters[0], raters[1]);
        if (printed.contains("ac1")) {
            comparison.expect(gwetAc1(ratings.ofRaters(raters)).value, printed["ac1"], what);
        }
    }
    const Coefficient unweighted = cohenKappa(table);
    const Coefficient quadratic = cohenKappa(table, Weights::Quadratic);
    const std::map<std::string, std::optional<double>> values{
        {"value", unweighted.value},
        {"unweighted", unweighted.value},
        {"z", unweighted.z},
        {"linear", cohenKappa(table, Weights::Linear).value},
        {"quadratic", quadratic.value},
        {"z_quadratic", quadratic.z},
        {"pabak_k5", pabak(table).value},
    };
    for (const auto &[name, value] : values) {
        if (printed.contains(name)) {
            comparison.expect(value, printed[name], what);
        }
    }
    if (printed.contains("percent")) {
        comparison.expect(*unweighted.observed * 100, printed["percent"], what);
    }
}

void compareFleiss(const json &printed, Comparison &comparison)
{
    const std::string what = printed.dump();
    const Ratings ratings = readTable(printed["data"]);
    const FleissKappa fleiss = fleissKappa(ratings);
    const std::array<std::size_t, 4> firstFour{0, 1, 2, 3};
    comparison.expect(fleiss.kappa.value, printed["value"], what);
    comparison.expect(fleiss.kappa.z, printed["z"], what, 5.1e-9);
    comparison.expect(congerKappa(ratings).value, printed["exact_conger"], what);
    comparison.expect(lightKappa(ratings).kappa.value, printed["light"], what);
    comparison.expect(fleissKappa(ratings.ofRaters(firstFour)).kappa.value, printed["first4"], what);
    std::size_t category = 0;
    for (const json &value : printed["per_category"]) { // in the order of their names, as the table has them
        comparison.expect(fleiss.ofCategories.at(category++), value, what, 5.1e-4);
    }
}

void compareKrippendorff(const json &printed, Comparison &comparison)
{
    const std::string name = printed["data"];
    const Ratings ratings = printed.contains("matrix") ? readMatrix(printed["matrix"])
                                                       : readTable(name.substr(0, name.find(' ')));
    // The printed values are those of R's irr: for the complete tables of three and six raters they are not
    // alpha as Krippendorff defines it (see KrippendorffAlpha.isNotWhatIrrPrintsOfCompleteTables).
    const std::map<std::string, Metric> metrics{{"nominal", Metric::Nominal},
                                                {"ordinal", Metric::Ordinal},
                                                {"interval", Metric::Interval},
                                                {"ratio", Metric::Ratio}};
    for (const auto &[key, metric] : metrics) {
        if (printed.contains(key)) {
            comparison.expect(krippendorffAlphaOfIrr(ratings, metric), printed[key], printed.dump());
        }
    }
}

TEST(AgreementReference, equalsTheTwoByTwoTables)
{
    WINNOW_NEEDS_REAL_DATA(referenceFolder());
    Comparison comparison;
    const json all = reference();
    for (const json &printed : all["two_by_two"]) {
        compareTwoByTwo(printed, comparison);
    }
    EXPECT_GT(comparison.compared(), 50);
}

TEST(AgreementReference, equalsTheLargerTables)
{
    WINNOW_NEEDS_REAL_DATA(referenceFolder());
    Comparison comparison;
    const json all = reference();
    for (const json &printed : all["multi"]) {
        const std::string measure = printed["measure"];
        if (measure == "cohen") {
            compareCohen(printed, comparison);
        } else if (measure == "fleiss") {
            compareFleiss(printed, comparison);
        } else if (measure == "krippendorff") {
            compareKrippendorff(printed, comparison);
        } else if (measure == "percent agreement") {
            const Ratings ratings = readTable(printed["data"]);
            comparison.expect(*unanimousShare(ratings, 0) * 100, printed["tol0"], printed.dump());
            comparison.expect(*unanimousShare(ratings, 1) * 100, printed["tol1"], printed.dump());
        } else {
            ADD_FAILURE() << "a measure without a test: " << measure;
        }
    }
    EXPECT_GT(comparison.compared(), 30);
}

} // namespace

} // namespace winnow::screening
