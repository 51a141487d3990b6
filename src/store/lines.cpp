#include "store/lines.h"

namespace winnow::store {

namespace {

void appendFlat(std::string &out, std::string_view entry)
{
    const std::size_t begin = out.size();
    out += entry;
    for (std::size_t i = begin; i < out.size(); ++i) {
        if (out[i] == '\n' || out[i] == '\r' || out[i] == '\t') {
            out[i] = ' ';
        }
    }
}

template <class Visit>
void forEachLine(std::string_view lines, Visit visit)
{
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        visit(lines.substr(0, end));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
}

} // namespace

std::string toLines(std::span<const std::string> entries)
{
    std::string lines;
    for (const std::string &entry : entries) {
        if (!lines.empty()) {
            lines += '\n';
        }
        appendFlat(lines, entry);
    }
    return lines;
}

std::vector<std::string> fromLines(std::string_view lines)
{
    std::vector<std::string> entries;
    forEachLine(lines, [&](std::string_view line) { entries.emplace_back(line); });
    return entries;
}

std::string authorLines(std::span<const PersonName> authors)
{
    std::string lines;
    for (const PersonName &author : authors) {
        if (!lines.empty()) {
            lines += '\n';
        }
        appendFlat(lines, author.family);
        lines += '\t';
        appendFlat(lines, author.given);
    }
    return lines;
}

std::vector<PersonName> authorsFromLines(std::string_view lines)
{
    std::vector<PersonName> authors;
    forEachLine(lines, [&](std::string_view line) {
        const std::size_t tab = line.find('\t');
        authors.push_back(
            {std::string(line.substr(0, tab)),
             tab == std::string_view::npos ? std::string() : std::string(line.substr(tab + 1))});
    });
    return authors;
}

} // namespace winnow::store
