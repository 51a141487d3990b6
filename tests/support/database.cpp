#include "support/database.h"

#include "base/file.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>

namespace winnow::test {

std::string databaseOf(const TempFolder &folder, const std::string &sql)
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

} // namespace winnow::test
