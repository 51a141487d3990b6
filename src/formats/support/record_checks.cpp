#include "formats/support/record_checks.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// What stands for the authors that were left out.
constexpr std::array<std::string_view, 7> kOthers{"et al", "et al.", "al", "al.", "others", "...", "\u2026"};

constexpr std::array<std::string_view, 2> kDots{"\u2026", "..."};

/// UTF-8 that was read as Windows-1252 or Latin-1 and written again: \u00C3\u00A9 for \u00E9,
/// \u00E2\u20AC\u2122 for an apostrophe. Each is nothing that people write.
constexpr std::array<std::string_view, 4> kDamaged{
    "\u00C3\xC2", "\u00E2\u20AC", "\u00E2\xC2\x80", "\u00EF\u00BF\u00BD"};

bool isOthers(const PersonName &name)
{
    const std::string text = lowered(name.given.empty() ? name.family : name.given + ' ' + name.family);
    return std::ranges::any_of(kOthers, [&](std::string_view others) { return text == others; }) ||
           (equalsIgnoringCase(name.family, "et") && lowered(name.given).starts_with("al"));
}

/// "Kobylkin..." of Google Scholar. Whether there were dots.
bool dropDots(std::string &text)
{
    for (const std::string_view dots : kDots) {
        if (text.size() > dots.size() && text.ends_with(dots)) {
            text.resize(trimmed(std::string_view(text).substr(0, text.size() - dots.size())).size());
            return true;
        }
    }
    return false;
}

bool mendAuthors(std::vector<PersonName> &authors)
{
    const std::size_t before = authors.size();
    while (!authors.empty() && isOthers(authors.back())) {
        authors.pop_back();
    }
    if (authors.empty() || authors.size() < before) {
        return authors.size() < before;
    }
    PersonName &last = authors.back();
    return dropDots(last.given.empty() ? last.family : last.given) || dropDots(last.family);
}

bool isDamaged(std::string_view text)
{
    return std::ranges::any_of(
        kDamaged, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

} // namespace

void checkRecord(ReadRecord &read, RecordSink &sink)
{
    Record &record = read.record;
    if (mendAuthors(record.authors)) {
        sink.diagnostic(
            {Severity::Warning, read.line, {}, "The source gives only the first of the authors (et al.)."});
    }
    if (isDamaged(record.title) || isDamaged(record.abstractText)) {
        sink.diagnostic(
            {Severity::Warning,
             read.line,
             {},
             "Some letters seem to be damaged, such as \u00C3\u00A9 for \u00E9; if you can, export the "
             "records again as UTF-8."});
    }
}

} // namespace winnow::formats
