#include "formats/support/csv_authors.h"

#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>

namespace winnow::formats {

namespace {

/// "Wilson, Lauren N. (58975547800)".
std::string_view withoutPersonId(std::string_view name)
{
    const std::size_t open = name.rfind('(');
    if (open == std::string_view::npos || !name.ends_with(')')) {
        return name;
    }
    return isDigits(name.substr(open + 1, name.size() - open - 2)) ? trimmed(name.substr(0, open)) : name;
}

void addOne(Record &record, std::string_view name)
{
    if (auto author = personFrom(text::parseName(withoutPersonId(trimmed(name))))) {
        record.authors.push_back(*std::move(author));
    }
}

/// "G.N.", "J.-P.", "Yu. A.".
bool areInitials(std::string_view part)
{
    std::size_t run = 0;
    for (const char c : part) {
        run = isLetter(c) ? run + 1 : 0;
        if (run > 2) {
            return false;
        }
    }
    return part.find('.') != std::string_view::npos;
}

/// Names with commas inside and between: pairs where every second part is made of initials, else whole names.
void addDividedByCommas(Record &record, std::string_view cell)
{
    std::vector<std::string_view> parts = pieces(cell, ",");
    bool isPaired = parts.size() >= 2 && parts.size() % 2 == 0;
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        isPaired = isPaired && areInitials(parts[i]);
    }
    const bool areWholeNames = parts.size() > 1 && std::ranges::all_of(parts, [](std::string_view part) {
                                   return part.find(' ') != std::string_view::npos;
                               });
    if (isPaired) {
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            addOne(record, std::string(parts[i]) + ", " + std::string(parts[i + 1]));
        }
    } else if (areWholeNames || parts.size() > 2) {
        if (parts.back().ends_with('.') && parts.front().find('.') == std::string_view::npos) {
            parts.back().remove_suffix(1); // PubMed ends the list with a full stop
        }
        std::ranges::for_each(parts, [&](std::string_view part) { addOne(record, part); });
    } else {
        addOne(record, cell);
    }
}

} // namespace

void addCsvAuthors(Record &record, std::string_view cell)
{
    const std::string plain =
        cell.find_first_of("&<") == std::string_view::npos ? std::string(cell) : withoutMarkup(cell);
    for (const std::string_view separator : {";", "|", "\n", " and "}) {
        if (plain.find(separator) != std::string::npos) {
            for (const std::string_view name : pieces(plain, separator)) {
                addOne(record, name);
            }
            return;
        }
    }
    addDividedByCommas(record, plain);
}

std::string csvAuthorCell(const std::vector<PersonName> &authors)
{
    std::string cell;
    for (const PersonName &author : authors) {
        cell += cell.empty() ? "" : "; ";
        cell += printed(author);
    }
    Record again;
    addCsvAuthors(again, cell);
    return again.authors == authors ? cell : cell + ';';
}

} // namespace winnow::formats
