#include "base/file.h"
#include "store/asreview_state.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace winnow::store {

namespace {

/// The bytes of a database made by `sql`, left in WAL mode as ASReview leaves it.
std::string databaseOf(const test::TempFolder &folder, const std::string &sql)
{
    const auto path = folder.path() / "made.db";
    std::filesystem::remove(path);
    sqlite3 *database = nullptr;
    sqlite3_open(path.c_str(), &database);
    const std::string script = "PRAGMA journal_mode=WAL;" + sql;
    EXPECT_EQ(sqlite3_exec(database, script.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    return readFile(path).value();
}

constexpr const char *kOld =
    "CREATE TABLE results(record_id INTEGER, label INTEGER, notes TEXT);"
    "INSERT INTO results VALUES (0, 1, NULL), (2, 0, 'far'), (1, NULL, NULL), (3, 7, '');";

} // namespace

TEST(AsreviewState, readsLabelsByRow)
{
    const test::TempFolder folder;
    const auto labels = readAsreviewLabels(databaseOf(folder, kOld), {});
    ASSERT_TRUE(labels) << labels.error().message;
    ASSERT_EQ(labels->size(), 2U) << "what was not seen, and what is no label, has none";
    EXPECT_TRUE(labels->at(0).isRelevant);
    EXPECT_FALSE(labels->at(2).isRelevant);
    EXPECT_EQ(labels->at(2).note, "far");
}

TEST(AsreviewState, followsTheListOfRowsThatNewerProjectsHave)
{
    const test::TempFolder folder;
    const std::string results =
        databaseOf(folder,
                   "CREATE TABLE results(record_id INTEGER, label INTEGER, note TEXT, user_id INTEGER);"
                   "INSERT INTO results VALUES (11, 1, 'good', 1);");
    const std::string records = databaseOf(folder,
                                           "CREATE TABLE record(record_id INTEGER, dataset_row INTEGER);"
                                           "INSERT INTO record VALUES (10, 0), (11, 1);");
    const auto labels = readAsreviewLabels(results, records);
    ASSERT_TRUE(labels) << labels.error().message;
    EXPECT_EQ(labels->at(1).note, "good");
}

TEST(AsreviewState, refusesWhatIsDamagedOrSomethingElse)
{
    const test::TempFolder folder;
    std::string damaged = databaseOf(folder, kOld);
    EXPECT_FALSE(readAsreviewLabels("", {}));
    EXPECT_FALSE(readAsreviewLabels(std::string(5000, 'x'), {}));
    EXPECT_FALSE(readAsreviewLabels(databaseOf(folder, "CREATE TABLE other(a)"), {}));
    for (std::size_t at = 100; at < damaged.size(); at += 37) {
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    }
    EXPECT_FALSE(readAsreviewLabels(damaged, {}));
    EXPECT_FALSE(readAsreviewLabels(databaseOf(folder, kOld).substr(0, 4096), {}));
}

} // namespace winnow::store
