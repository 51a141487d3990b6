#include "flow/manuscript.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace winnow::flow {

namespace {

using Values = std::set<std::int64_t>;

/// A word of a sentence: in small letters, or a number.
struct Word
{
    std::string text;
    std::optional<std::int64_t> number;
    bool isNumeric = false; ///< a number, or a share, a span or the like without a value of its own
    std::size_t begin = 0;  ///< in the text
    std::size_t end = 0;
    bool endsClause = false; ///< a comma or semicolon follows
};

constexpr std::array<std::string_view, 21> kNumberWords{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

/// What is counted. Other numbers of a text are years, ages, percentages.
constexpr std::array<std::string_view, 18> kCounted{"records",
                                                    "record",
                                                    "reports",
                                                    "report",
                                                    "studies",
                                                    "study",
                                                    "articles",
                                                    "article",
                                                    "papers",
                                                    "paper",
                                                    "citations",
                                                    "references",
                                                    "publications",
                                                    "hits",
                                                    "duplicates",
                                                    "duplicate",
                                                    "trials",
                                                    "texts"};

constexpr std::size_t kWordsToNoun = 4;    ///< "1,204 unique bibliographic records"
constexpr std::size_t kWordsToConcept = 8; ///< from the number, to either side
constexpr std::size_t kQuoteBefore = 30;   ///< characters
constexpr std::size_t kQuoteAfter = 60;

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// "1,204" or "1204"; without a value for "12.5", "45%", "2020-2024".
Word takeNumber(std::string_view text, std::size_t at)
{
    Word word;
    word.begin = at;
    word.isNumeric = true;
    const auto isGroup = [&](std::size_t comma) {
        return comma + 3 < text.size() && text[comma] == ',' && isDigit(text[comma + 1]) &&
               isDigit(text[comma + 2]) && isDigit(text[comma + 3]);
    };
    while (at < text.size() && (isDigit(text[at]) || isGroup(at))) {
        word.text += isDigit(text[at]) ? std::string(1, text[at]) : std::string();
        ++at;
    }
    const std::size_t whole = at;
    while (at < text.size() && (isDigit(text[at]) || text[at] == '%' ||
                                (std::string_view(".-/").find(text[at]) != std::string_view::npos &&
                                 at + 1 < text.size() && isDigit(text[at + 1])))) {
        ++at;
    }
    word.end = at;
    if (at == whole && word.text.size() <= 9) {
        word.number = std::stoll(word.text);
    }
    return word;
}

/// The sentences of a text as words.
std::vector<std::vector<Word>> sentencesOf(std::string_view text)
{
    std::vector<std::vector<Word>> sentences(1);
    for (std::size_t at = 0; at < text.size();) {
        if (isDigit(text[at])) {
            sentences.back().push_back(takeNumber(text, at));
            at = sentences.back().back().end;
        } else if (isLetter(text[at])) {
            Word word;
            word.begin = at;
            while (at < text.size() && (isLetter(text[at]) || text[at] == '-')) {
                word.text += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
            }
            word.end = at;
            const auto *const found = std::ranges::find(kNumberWords, word.text);
            if (found != kNumberWords.end()) {
                word.number = found - kNumberWords.begin();
                word.isNumeric = true;
            }
            sentences.back().push_back(std::move(word));
        } else {
            const bool endsSentence =
                (text[at] == '.' &&
                 (at + 1 == text.size() || std::isspace(static_cast<unsigned char>(text[at + 1])) != 0)) ||
                text.substr(at).starts_with("\n\n");
            if (endsSentence) {
                sentences.emplace_back();
            } else if ((text[at] == ',' || text[at] == ';') && !sentences.back().empty()) {
                sentences.back().back().endsClause = true;
            }
            ++at;
        }
    }
    return sentences;
}

/// One box of the diagram as a text speaks of it.
struct Concept
{
    std::string_view name;
    std::vector<std::string> boxes;
    std::vector<std::string_view> words; ///< beginnings of words that tell it
    Values values;
};

void add(Values &values, std::initializer_list<Number> numbers)
{
    for (const Number &number : numbers) {
        if (number.value) {
            values.insert(*number.value);
        }
    }
}

void addSumAndParts(Values &values, std::int64_t &sum, const std::vector<Line> &lines)
{
    for (const Line &line : lines) {
        add(values, {line.number});
        sum += line.number.value.value_or(0);
    }
}

Values identified(const Numbers &n)
{
    Values values;
    std::int64_t other = 0;
    std::int64_t ignored = 0;
    add(values, {n.databases, n.registers});
    addSumAndParts(values, ignored, n.databaseList);
    addSumAndParts(values, ignored, n.registerList);
    std::int64_t further = 0;
    addSumAndParts(values, further, n.furtherSources);
    addSumAndParts(values, other, n.otherList);
    const std::int64_t all = n.databases.value.value_or(0) + n.registers.value.value_or(0) + further;
    values.insert({all, other, all + other});
    return values;
}

Values excludedValues(const Numbers &n)
{
    Values values;
    add(values, {n.excluded, n.excludedByPeople, n.excludedByTools});
    for (const ReportNumbers *const reports : {&n.reports, &n.otherReports}) {
        std::int64_t sum = 0;
        addSumAndParts(values, sum, reports->excluded);
        values.insert(sum);
    }
    std::int64_t ignored = 0;
    addSumAndParts(values, ignored, n.excludedReasons);
    return values;
}

std::vector<Concept> conceptsOf(const Numbers &n)
{
    const auto sum = [](const Number &one, const Number &two) {
        return Number{one.value.value_or(0) + two.value.value_or(0), {}};
    };
    Values duplicates;
    add(duplicates, {n.duplicates, n.reports.lateDuplicates});
    Values screened;
    add(screened, {n.screened});
    Values assessed;
    add(assessed,
        {n.reports.assessed,
         n.otherReports.assessed,
         n.reports.sought,
         n.otherReports.sought,
         sum(n.reports.assessed, n.otherReports.assessed),
         sum(n.reports.sought, n.otherReports.sought)});
    Values included;
    add(included,
        {n.included.studies,
         n.included.reports,
         n.total.studies,
         n.total.reports,
         n.previous.studies,
         n.previous.reports,
         n.metaAnalysis.studies,
         n.metaAnalysis.reports});
    return {{"identified", {"box2", "box11"}, {"identified", "yielded", "retrieved"}, identified(n)},
            {"duplicates", {"box3"}, {"duplicate"}, duplicates},
            {"screened", {"box4"}, {"screened"}, screened},
            {"excluded", {"box5", "box9", "box15"}, {"excluded"}, excludedValues(n)},
            {"assessed", {"box8", "box14"}, {"full-text", "eligibility", "assessed"}, assessed},
            {"included", {"box10", "box16"}, {"included", "inclusion"}, included}};
}

bool isCounted(std::span<const Word> sentence, std::size_t at)
{
    const std::size_t end = sentence[at].endsClause ? at : std::min(sentence.size(), at + 1 + kWordsToNoun);
    for (std::size_t i = at + 1; i < end && !sentence[i].isNumeric; ++i) {
        if (std::ranges::find(kCounted, sentence[i].text) != kCounted.end()) {
            return true;
        }
        if (sentence[i].endsClause) {
            break;
        }
    }
    return false;
}

/// The concept whose word is nearest to the number in its clause, first behind it and then before it; none
/// where another number stands between.
const Concept *conceptAt(std::span<const Word> sentence, std::size_t at, std::span<const Concept> concepts)
{
    const auto told = [&](const Word &word) -> const Concept * {
        for (const Concept &one : concepts) {
            for (const std::string_view beginning : one.words) {
                if (word.text.starts_with(beginning)) {
                    return &one;
                }
            }
        }
        return nullptr;
    };
    const std::size_t end = std::min(sentence.size(), at + 1 + kWordsToConcept);
    for (std::size_t i = at + 1; i < end && !sentence[i].isNumeric; ++i) {
        if (const Concept *found = told(sentence[i])) {
            return found;
        }
        if (sentence[i].endsClause) {
            break;
        }
    }
    for (std::size_t i = at; i > 0 && at - i < kWordsToConcept; --i) {
        const Word &word = sentence[i - 1];
        if (word.isNumeric || word.endsClause) {
            break;
        }
        if (const Concept *found = told(word)) {
            return found;
        }
    }
    return nullptr;
}

std::string quoteAround(std::string_view text, const Word &word)
{
    std::size_t begin = word.begin > kQuoteBefore ? word.begin - kQuoteBefore : 0;
    std::size_t end = std::min(text.size(), word.end + kQuoteAfter);
    const auto isBreak = [&](std::size_t at) { return at == 0 || at >= text.size() || text[at] == ' '; };
    while (begin < word.begin && !isBreak(begin)) {
        ++begin;
    }
    while (end > word.end && !isBreak(end)) {
        --end;
    }
    std::string quote;
    for (const char c : text.substr(begin, end - begin)) {
        const bool isSpace = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!isSpace || (!quote.empty() && quote.back() != ' ')) {
            quote += isSpace ? ' ' : c;
        }
    }
    return quote;
}

std::string listOf(const Values &values)
{
    std::string list;
    for (const std::int64_t value : values) {
        list += (list.empty() ? "" : ", ") + groupedNumber(value);
    }
    return list;
}

} // namespace

std::vector<Finding> checkManuscript(const Numbers &numbers, std::string_view text)
{
    const std::vector<Concept> concepts = conceptsOf(numbers);
    std::vector<Finding> findings;
    for (const std::vector<Word> &sentence : sentencesOf(text)) {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (!sentence[i].number || !isCounted(sentence, i)) {
                continue;
            }
            const Concept *const told = conceptAt(sentence, i, concepts);
            if (told == nullptr || told->values.empty() || told->values.contains(*sentence[i].number)) {
                continue;
            }
            findings.push_back({"R20",
                                Severity::Warning,
                                told->boxes,
                                "The text says \u201C" + quoteAround(text, sentence[i]) +
                                    "\u201D, but the diagram has for \"" + std::string(told->name) +
                                    "\": " + listOf(told->values) + "."});
        }
    }
    return findings;
}

} // namespace winnow::flow
