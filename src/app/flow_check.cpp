#include "app/flow_check.h"

#include "base/file.h"
#include "publish/support/flow_numbers.h"

namespace winnow::app {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 24U; // such a file has a few kilobytes

} // namespace

bool isNumbersFile(const std::filesystem::path &file)
{
    return file.extension() == ".csv" || file.extension() == ".json";
}

Result<flow::Numbers> readNumbers(const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto numbers =
        file.extension() == ".json" ? publish::numbersFromJson(*bytes) : publish::numbersFromCsv(*bytes);
    if (!numbers) {
        Error error = std::move(numbers).error();
        error.where = file.string();
        return error;
    }
    return numbers;
}

} // namespace winnow::app
