#include "dedupe/title.h"

#include "dedupe/spelling.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace winnow::dedupe {

namespace {

/// A note in brackets is left out only where enough of a title stands before it.
constexpr std::size_t kLeastBeforeNote = 12;

/// Within so many bytes a colon ends the words that tell the kind: "Author correction: ...".
constexpr std::size_t kLongestKind = 24;

struct KindMark
{
    std::string_view start; ///< of the folded title, words divided by one space
    TitleKind kind;
};

constexpr std::array kKindMarks{
    KindMark{"erratum", TitleKind::Erratum},
    KindMark{"errata", TitleKind::Erratum},
    KindMark{"corrigendum", TitleKind::Erratum},
    KindMark{"corrigenda", TitleKind::Erratum},
    KindMark{"correction to", TitleKind::Erratum},
    KindMark{"correction of", TitleKind::Erratum},
    KindMark{"correction for", TitleKind::Erratum},
    KindMark{"author correction", TitleKind::Erratum},
    KindMark{"publisher correction", TitleKind::Erratum},
    KindMark{"addendum", TitleKind::Erratum},
    KindMark{"retraction", TitleKind::Retraction},
    KindMark{"retracted", TitleKind::Retraction},
    KindMark{"withdrawn", TitleKind::Retraction},
    KindMark{"reply", TitleKind::Reply},
    KindMark{"author reply", TitleKind::Reply},
    KindMark{"authors reply", TitleKind::Reply},
    KindMark{"author s reply", TitleKind::Reply},
    KindMark{"in reply", TitleKind::Reply},
    KindMark{"response to", TitleKind::Reply},
    KindMark{"author response", TitleKind::Reply},
    KindMark{"authors response", TitleKind::Reply},
    KindMark{"comment on", TitleKind::Reply},
    KindMark{"comments on", TitleKind::Reply},
    KindMark{"commentary on", TitleKind::Reply},
    KindMark{"letter to", TitleKind::Reply},
    KindMark{"letter by", TitleKind::Reply},
    KindMark{"letter regarding", TitleKind::Reply},
    KindMark{"re", TitleKind::Reply},
    KindMark{"discussion of", TitleKind::Reply},
    KindMark{"rebuttal", TitleKind::Reply},
};

/// Such words may stand anywhere, as in "..., a study protocol".
constexpr std::array<std::string_view, 3> kProtocolMarks{
    "study protocol", "protocol for a ", "protocol of a "};

/// Behind these a Roman numeral, a single letter or a number word counts as a number.
constexpr std::array<std::string_view, 21> kNumberedWords{
    "part", "parts", "phase",  "type", "stage", "class",   "grade", "chapter", "volume", "vol",    "no",
    "case", "study", "report", "step", "level", "section", "paper", "group",   "series", "number",
};

struct NumberWord
{
    std::string_view word;
    std::string_view value;
};

constexpr std::array kNumberWords{
    NumberWord{"i", "1"},
    NumberWord{"ii", "2"},
    NumberWord{"iii", "3"},
    NumberWord{"iv", "4"},
    NumberWord{"v", "5"},
    NumberWord{"vi", "6"},
    NumberWord{"vii", "7"},
    NumberWord{"viii", "8"},
    NumberWord{"ix", "9"},
    NumberWord{"x", "10"},
    NumberWord{"one", "1"},
    NumberWord{"two", "2"},
    NumberWord{"three", "3"},
    NumberWord{"four", "4"},
    NumberWord{"a", "a"},
    NumberWord{"b", "b"},
    NumberWord{"c", "c"},
    NumberWord{"d", "d"},
};

/// Roman numerals that are no words of their own count wherever they stand.
bool isSureNumeral(std::string_view word)
{
    constexpr std::array<std::string_view, 7> kSure{"ii", "iii", "iv", "vi", "vii", "viii", "ix"};
    return std::ranges::find(kSure, word) != kSure.end();
}

/// What databases write behind a title about the document, in brackets that may have lost their end.
constexpr std::array<std::string_view, 12> kNotes{"[erratum",
                                                  "[published erratum",
                                                  "[corrigendum",
                                                  "[corrected",
                                                  "[retract",
                                                  "[see comment",
                                                  "[comment",
                                                  "[republished",
                                                  "[reprint",
                                                  "[summary",
                                                  "[abstract",
                                                  "(multiple letters)"};

/// Cuts off the end of a folded title from where a note begins.
void cutNotes(std::string_view &title)
{
    for (const std::string_view note : kNotes) {
        const std::size_t at = title.find(note);
        if (at != std::string_view::npos && at >= kLeastBeforeNote) {
            title = title.substr(0, at);
        }
    }
    const auto trim = [&] { title = title.substr(0, title.find_last_not_of(" \t\r\n.") + 1); };
    trim();
    while (title.ends_with(']') && title.rfind('[') != std::string_view::npos &&
           title.rfind('[') >= kLeastBeforeNote) {
        title = title.substr(0, title.rfind('['));
        trim();
    }
    // "Title... N Engl J Med. 2009 Jan 29;360(5):544-6" names what a letter is about.
    if (const std::size_t dots = title.find("..."); dots != std::string_view::npos &&
                                                    dots >= kLeastBeforeNote &&
                                                    title.find(';', dots) != std::string_view::npos) {
        title = title.substr(0, dots);
    }
}

/// Where the outermost parenthesis begins that has no end, if there is one.
std::size_t unclosed(std::string_view title)
{
    std::size_t outermost = std::string_view::npos;
    int depth = 0;
    for (std::size_t at = title.size(); at-- > 0;) {
        depth += title[at] == ')' ? 1 : title[at] == '(' ? -1 : 0;
        if (depth < 0) {
            outermost = at;
            depth = 0;
        }
    }
    return outermost;
}

/// Cuts off the place of another document in parentheses, as the Web of Science writes it, "(vol 360, pg 542,
/// 2009)", and Embase, "(The Lancet (2009) 360 (542-544))". True when there was one: the document is about
/// that other one.
bool cutPlaceOfOther(std::string_view &title)
{
    if (const std::size_t open = title.rfind("(vol ");
        open != std::string_view::npos && title.find("pg ", open) != std::string_view::npos) {
        title = title.substr(0, open);
        return true;
    }
    if (const std::size_t open = unclosed(title);
        open != std::string_view::npos && open >= kLeastBeforeNote && title.starts_with("erratum")) {
        title = title.substr(0, open); // a long place, cut off by the source
        return true;
    }
    if (!title.ends_with("))")) {
        return false;
    }
    int depth = 0;
    for (std::size_t at = title.size(); at-- > kLeastBeforeNote;) {
        depth += title[at] == ')' ? 1 : title[at] == '(' ? -1 : 0;
        if (depth == 0) {
            const std::string_view place = title.substr(at);
            const bool hasYear =
                place.find("(19") != std::string_view::npos || place.find("(20") != std::string_view::npos;
            title = hasYear ? title.substr(0, at) : title;
            return hasYear;
        }
    }
    return false;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Numbers of a title, from its words, which are parts of one folded text.
std::string numbersOf(const std::vector<std::string_view> &words)
{
    std::string numbers;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (isDigit(word.front())) {
            // "1,000" and "1.5" are one number each.
            const bool goesOn = i > 0 && isDigit(words[i - 1].back()) &&
                                word.data() == words[i - 1].data() + words[i - 1].size() + 1 &&
                                (word.data()[-1] == ',' || word.data()[-1] == '.');
            if (goesOn && !numbers.empty()) {
                numbers.pop_back();
            }
        }
        std::size_t digits = 0;
        for (const char c : word) {
            if (isDigit(c)) {
                numbers += c;
                ++digits;
            } else if (digits > 0) {
                numbers += ';';
                digits = 0;
            }
        }
        if (digits > 0) {
            numbers += ';';
            continue;
        }
        // Hepatitis B is not hepatitis C; an article and what an apostrophe leaves behind tell nothing.
        constexpr std::string_view kTellNothing = "aeiost";
        if (word.size() == 1 && kTellNothing.find(word.front()) == std::string_view::npos) {
            numbers.append(word).append(";");
            continue;
        }
        const bool isBehindNumbered =
            i > 0 && std::ranges::find(kNumberedWords, words[i - 1]) != kNumberedWords.end();
        if (isBehindNumbered || isSureNumeral(word)) {
            const auto *const value = std::ranges::find(kNumberWords, word, &NumberWord::word);
            if (value != kNumberWords.end()) {
                numbers.append(value->value).append(";");
            }
        }
    }
    return numbers;
}

/// The kind of which the words at the beginning speak; they are taken off where the title goes on behind a
/// colon.
TitleKind takeKind(std::vector<std::string_view> &words, std::string_view title)
{
    std::string spaced;
    for (const std::string_view word : words) {
        spaced.append(word).append(" ");
    }
    const auto begins = [&](const KindMark &mark) {
        return spaced.starts_with(mark.start) && spaced[mark.start.size()] == ' ';
    };
    const auto *const mark = std::ranges::find_if(kKindMarks, begins);
    if (mark != kKindMarks.end()) {
        const std::size_t colon = title.find(':');
        const auto behind = std::ranges::find_if(
            words, [&](std::string_view word) { return word.data() > title.data() + colon; });
        if (colon < kLongestKind && behind != words.end()) {
            words.erase(words.begin(), behind);
        }
        return mark->kind;
    }
    if (words.size() > 2 && words.back() == "reply") {
        return TitleKind::Reply;
    }
    const bool isProtocol = std::ranges::any_of(kProtocolMarks, [&](std::string_view protocol) {
        return spaced.find(protocol) != std::string::npos;
    });
    return isProtocol ? TitleKind::Protocol : TitleKind::Plain;
}

/// Leaves out what is between < and >, as far as it looks like a tag of HTML.
void dropTags(std::string &folded)
{
    constexpr std::size_t kLongestTag = 12;
    for (std::size_t open = folded.find('<'); open != std::string::npos; open = folded.find('<', open + 1)) {
        const std::size_t close = folded.find('>', open);
        const bool isTag = close != std::string::npos && close - open <= kLongestTag && open + 1 < close &&
                           std::all_of(folded.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                                       folded.begin() + static_cast<std::ptrdiff_t>(close),
                                       [](char c) { return (c >= 'a' && c <= 'z') || c == '/' || c == ':'; });
        if (isTag) {
            folded.erase(open, close - open + 1);
            open = open == 0 ? std::string::npos : open - 1;
        }
    }
}

} // namespace

BareTitle bareTitle(std::string_view title)
{
    std::string folded = text::fold(title);
    dropTags(folded);
    std::string_view rest = folded;
    cutNotes(rest);
    const bool isAboutOther = cutPlaceOfOther(rest);
    std::vector<std::string_view> words = wordsOf(rest);
    BareTitle bare;
    bare.kind = takeKind(words, rest);
    if (isAboutOther && bare.kind == TitleKind::Plain) {
        bare.kind = TitleKind::Erratum;
    }
    for (const std::string_view word : words) {
        appendBare(bare.letters, word);
    }
    bare.letters = inOneSpelling(bare.letters);
    bare.numbers = numbersOf(words);
    return bare;
}

} // namespace winnow::dedupe
