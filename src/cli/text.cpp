#include "cli/text.h"

#include "base/file.h"

#include <ostream>

namespace winnow::cli {

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, ",");
    }
    return digits;
}

std::string counted(std::int64_t number, std::string_view singular)
{
    return grouped(number) + ' ' + std::string(singular) + (number == 1 ? "" : "s");
}

std::string printable(std::string_view text)
{
    std::string clean(text);
    bool isAfterC2 = false; // which begins U+0080 to U+00BF, the first half of which steers terminals too
    for (char &c : clean) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            c = ' ';
        } else if (isAfterC2 && byte >= 0x80 && byte < 0xA0) {
            c = '\xA0';
        }
        isAfterC2 = byte == 0xC2;
    }
    return clean;
}

std::string authorText(const std::vector<PersonName> &authors, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < authors.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + authors[i].family;
        text += authors[i].given.empty() ? "" : ' ' + authors[i].given;
    }
    return printable(authors.size() > most ? text + ", ..." : text);
}

void printJson(std::ostream &out, const nlohmann::ordered_json &value)
{
    out << value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

Result<std::string> queryText(const std::string &query, const std::string &queryFile)
{
    constexpr std::size_t kMaxQueryBytes = std::size_t{4} << 20U;
    return queryFile.empty() ? Result<std::string>(query) : readFile(queryFile, kMaxQueryBytes);
}

} // namespace winnow::cli
