#include "extraction/scalars.h"
#include "extraction/scanner.h"
#include "extraction/value_types.h"
#include "extraction/values.h"

#include <algorithm>
#include <array>

namespace winnow::extraction {

namespace {

using PartList = std::vector<Part>;

std::string partOr(const Value &value, std::string_view name)
{
    return std::string(partText(value, name).value_or(""));
}

bool isCount(std::string_view number)
{
    return number.size() <= 15 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

/// An interval as it stands in brackets or behind a comma.
struct Interval
{
    std::string kind{}; ///< "ci", "cri", "iqr", "range"; empty: not said
    std::string level{};
    std::string low{};
    std::string high{};
};

struct KindWord
{
    std::string_view word;
    std::string_view kind;
};

constexpr std::array<KindWord, 9> kKindWords{{{"confidence interval", "ci"},
                                              {"credible interval", "cri"},
                                              {"CrI", "cri"},
                                              {"CI", "ci"},
                                              {"interquartile range", "iqr"},
                                              {"IQR", "iqr"},
                                              {"range", "range"},
                                              {"min-max", "range"},
                                              {"minimum to maximum", "range"}}};

/// Where a piece of the text was not what was expected.
struct Trouble
{
    std::string why;
};

std::string neededNumber(Scanner &scanner, const std::string &what)
{
    auto number = scanner.number();
    if (!number) {
        throw Trouble{scanner.fault().empty() ? what + " is missing" : scanner.fault()};
    }
    return *std::move(number);
}

std::string takeKind(Scanner &scanner)
{
    const auto *const found =
        std::ranges::find_if(kKindWords, [&](const KindWord &one) { return scanner.take(one.word); });
    if (found == kKindWords.end()) {
        return {};
    }
    scanner.takeAny({":", "=", ","});
    return std::string(found->kind);
}

void takeHigh(Scanner &scanner, Interval &interval)
{
    if (scanner.takeAny({"to", "-", "\u2013", "\u2014", "\u2212", ",", ";", "..", "and"}).empty()) {
        throw Trouble{"an interval needs two limits, as \"0.60 to 0.94\" (with a blank behind a comma)"};
    }
    interval.high = neededNumber(scanner, "the upper limit");
}

std::string neededCount(Scanner &scanner, const std::string &what)
{
    std::string number = withoutPrecision(neededNumber(scanner, what));
    if (!isCount(number)) {
        throw Trouble{number + " is no number of people"};
    }
    return number;
}

/// "95% CI 0.60 to 0.94", "IQR 3-9", "0.60, 0.94".
Interval takeInterval(Scanner &scanner)
{
    Interval interval;
    interval.kind = takeKind(scanner);
    interval.low = neededNumber(scanner, "the lower limit");
    if (scanner.take("%")) {
        interval.level = withoutPrecision(std::exchange(interval.low, {}));
        scanner.take("-");
        interval.kind = takeKind(scanner);
        interval.low = neededNumber(scanner, "the lower limit");
    }
    takeHigh(scanner, interval);
    return interval;
}

void add(PartList &parts, std::string_view name, std::string text)
{
    if (text.empty()) {
        return;
    }
    if (std::ranges::find(parts, name, &Part::name) != parts.end()) {
        throw Trouble{"it gives \"" + std::string(name) + "\" twice"};
    }
    parts.push_back({std::string(name), std::move(text)});
}

void addInterval(PartList &parts, Interval interval)
{
    add(parts, "level", std::move(interval.level));
    add(parts, "low", std::move(interval.low));
    add(parts, "high", std::move(interval.high));
}

[[noreturn]] void refuseRest(Scanner &scanner)
{
    const std::string_view rest = scanner.rest();
    const bool isDigit = !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
    throw Trouble{"\"" + shortened(rest, 40) + "\" is not understood" +
                  (isDigit ? " (a decimal comma? write 12.5 with a point)" : "")};
}

/// The parts in one order, whichever they were typed in.
void sortParts(PartList &parts, std::initializer_list<std::string_view> order)
{
    std::ranges::stable_sort(
        parts, {}, [&](const Part &part) { return std::ranges::find(order, part.name); });
}

/// Reads a mean with what stands around it.
class MeanReader
{
public:
    MeanReader(const Field &field, std::string_view text)
        : m_field(field)
        , m_scanner(text)
    {}

    PartList read()
    {
        m_isMedian = m_scanner.takeAny({"median", "mean"}) == "median";
        m_scanner.takeAny({"=", ":"});
        add(m_parts, "mean", neededNumber(m_scanner, "the mean"));
        readUnit();
        while (!m_scanner.isAtEnd()) {
            readPiece();
        }
        if (m_isMedian) {
            add(m_parts, "average", "median");
        }
        auto unit = unitFrom(m_field, m_unit);
        if (!unit) {
            throw Trouble{unit.error().message};
        }
        add(m_parts, "unit", *std::move(unit));
        sortParts(m_parts, {"average", "mean", "unit", "sd", "se", "interval", "level", "low", "high", "n"});
        return std::move(m_parts);
    }

private:
    void readPiece()
    {
        m_scanner.takeAny({",", ";"});
        if (const auto bracket = m_scanner.takeAny({"(", "["}); !bracket.empty()) {
            readInside();
            if (!m_scanner.take(bracket == "(" ? ")" : "]")) {
                throw Trouble{"a bracket is not closed"};
            }
            readUnit();
        } else if (!readNamed()) {
            refuseRest(m_scanner);
        }
    }

    /// "SD 4.5", "± 4.5", "n = 30"; false where no such thing comes next.
    bool readNamed()
    {
        constexpr std::array<KindWord, 8> kNames{{{"standard deviation", "sd"},
                                                  {"standard error", "se"},
                                                  {"SEM", "se"},
                                                  {"SD", "sd"},
                                                  {"SE", "se"},
                                                  {"±", "sd"},
                                                  {"+/-", "sd"},
                                                  {"+-", "sd"}}};
        const auto *const found =
            std::ranges::find_if(kNames, [&](const KindWord &one) { return m_scanner.take(one.word); });
        if (found == kNames.end()) {
            return readPeople();
        }
        if (m_isMedian && (found->word.front() == '+' || found->word == "±")) {
            refuseSpreadOfMedian();
        }
        m_scanner.takeAny({"=", ":"});
        add(m_parts, found->kind, neededNumber(m_scanner, "the number behind " + std::string(found->word)));
        return true;
    }

    /// "n = 30"; a unit N stands alone.
    bool readPeople()
    {
        if (!isPeopleNext()) {
            return false;
        }
        m_scanner.take("n");
        m_scanner.takeAny({"=", ":"});
        add(m_parts, "n", neededCount(m_scanner, "the number behind n"));
        return true;
    }

    [[nodiscard]] bool isPeopleNext() const
    {
        Scanner ahead = m_scanner;
        return ahead.take("n") && (!ahead.takeAny({"=", ":"}).empty() || ahead.number());
    }

    /// One number behind a median may be its deviation, the width of the quartiles or an error.
    [[noreturn]] static void refuseSpreadOfMedian()
    {
        throw Trouble{
            "it does not say what the number behind the median is; write \"SD 4.5\", or both limits as "
            "\"IQR 10 to 15\""};
    }

    void readInside()
    {
        if (readNamed()) {
            return;
        }
        Scanner ahead = m_scanner;
        if (ahead.number() && (ahead.isAtEnd() || !ahead.takeAny({")", "]"}).empty())) {
            if (m_isMedian) {
                refuseSpreadOfMedian();
            }
            add(m_parts, "sd", neededNumber(m_scanner, "the spread"));
            return;
        }
        Interval interval = takeInterval(m_scanner);
        add(m_parts, "interval", interval.kind.empty() ? (m_isMedian ? "iqr" : "ci") : interval.kind);
        addInterval(m_parts, std::move(interval));
    }

    /// Letters up to the next bracket or comma, where they are no word of the spread.
    void readUnit()
    {
        Scanner ahead = m_scanner;
        const bool isNext = !ahead.isAtEnd() && !isPeopleNext() &&
                            ahead.takeAny({"(", "[", ",", ";", "±", "+/-", "+-", "SD", "SE", "SEM"}).empty();
        if (!isNext ||
            std::string_view("0123456789.-").find(ahead.rest().front()) != std::string_view::npos) {
            return;
        }
        const std::string_view text = m_scanner.until({"(", "[", ",", ";", "±"});
        if (!m_unit.empty() || text.empty() || !canBeUnit(text)) {
            throw Trouble{"\"" + shortened(text, 40) + "\" is not understood"};
        }
        m_unit = text;
    }

    const Field &m_field;
    Scanner m_scanner;
    PartList m_parts;
    bool m_isMedian = false;
    std::string m_unit;
};

/// An effect is a number: "RR < 0.5" has none, and "p = 0.03" is none.
void refuseWhatIsNoMeasure(std::string_view typed)
{
    constexpr std::array<std::string_view, 8> kInequalities{
        "<", ">", "≤", "≥", "~", "≈", "approximately", "about"};
    std::string plain = plainForm(typed);
    const auto *const found = std::ranges::find_if(kInequalities, [&](std::string_view one) {
        const bool isWord = one.size() > 3;
        return plain == one || plain.ends_with(isWord ? " " + std::string(one) : std::string(one));
    });
    if (found != kInequalities.end()) {
        plain = plainForm(plain.substr(0, plain.size() - found->size()));
    }
    if (plain == "p" || plain == "p-value" || plain == "p value") {
        throw Trouble{"it begins with p; write the estimate first, and p behind it"};
    }
    if (found != kInequalities.end()) {
        throw Trouble{"\"" + std::string(*found) +
                      "\" does not fit an estimate; write the number alone, and the rest as a note"};
    }
}

/// "RR (95% CI)" is the head of a column: the measure, and what its interval will be.
std::string withoutInterval(std::string measure, Interval &named)
{
    const std::size_t open = measure.find_last_of("([");
    if (open == std::string::npos || (!measure.ends_with(")") && !measure.ends_with("]"))) {
        return measure;
    }
    Scanner inside(std::string_view(measure).substr(open + 1, measure.size() - open - 2));
    Interval interval;
    if (auto level = inside.number()) {
        interval.level = withoutPrecision(*level);
        if (!inside.take("%")) {
            return measure;
        }
        inside.take("-");
    }
    interval.kind = takeKind(inside);
    if (!interval.kind.starts_with("c") || !inside.isAtEnd()) {
        return measure;
    }
    named = interval;
    return std::string(trimmed(measure.substr(0, open)));
}

/// What stands before the first number: "RR", "Hedges' g =".
std::string takeMeasure(const Field &field, Scanner &scanner, Interval &named)
{
    const std::string_view all = scanner.rest();
    std::size_t end = 0;
    for (; end < all.size(); ++end) {
        constexpr std::array<std::string_view, 9> kBeforeNumber{" ", "=", ":", "<", ">", "≤", "≥", "~", "≈"};
        const bool isBehindLetter =
            end > 0 && std::ranges::none_of(kBeforeNumber, [&](std::string_view sign) {
                return all.substr(0, end).ends_with(sign);
            });
        if (all[end] == '=' || all[end] == ':' || (!isBehindLetter && takeNumber(all.substr(end)))) {
            break;
        }
    }
    std::string typed(trimmed(all.substr(0, end)));
    scanner.skip(end);
    scanner.takeAny({"=", ":"});
    if (typed.size() > 60) {
        throw Trouble{"it does not begin with a measure and a number"};
    }
    if (std::ranges::find(field.measures, typed) != field.measures.end()) {
        return typed;
    }
    Scanner ahead = scanner;
    refuseWhatIsNoMeasure(typed + " " + ahead.qualifier());
    typed = withoutInterval(std::move(typed), named);
    if (typed.empty() || field.measures.empty()) {
        return typed;
    }
    std::string names;
    for (const std::string &measure : field.measures) {
        if (isSameInPlainForm(measure, typed)) {
            return measure;
        }
        names += (names.empty() ? "" : ", ") + measure;
    }
    throw Trouble{"\"" + shortened(typed, 40) + "\" is none of the measures " + names};
}

bool takeP(Scanner &scanner, PartList &parts)
{
    if (scanner.takeAny({"p-value", "p value", "p"}).empty()) {
        return false;
    }
    std::string qualifier = scanner.qualifier();
    add(parts, "p-qualifier", std::move(qualifier));
    add(parts, "p", neededNumber(scanner, "the number behind p"));
    return true;
}

bool isIntervalNext(Scanner scanner)
{
    return scanner.rest().find('%') != std::string_view::npos || !takeKind(scanner).empty();
}

PartList effectParts(const Field &field, std::string_view text)
{
    PartList parts;
    Scanner scanner(text);
    Interval named;
    add(parts, "measure", takeMeasure(field, scanner, named));
    add(parts, "estimate", neededNumber(scanner, "the estimate"));
    while (!scanner.isAtEnd()) {
        const bool isDivided = !scanner.takeAny({",", ";"}).empty();
        if (takeP(scanner, parts)) {
            continue;
        }
        const auto bracket = scanner.takeAny({"(", "["});
        if (!bracket.empty() && takeP(scanner, parts)) {
            // p alone in brackets
        } else if (!bracket.empty() || isDivided || isIntervalNext(scanner)) {
            Interval interval = takeInterval(scanner);
            interval.kind = interval.kind.empty() ? named.kind : interval.kind;
            interval.level = interval.level.empty() ? named.level : interval.level;
            if (interval.kind == "iqr" || interval.kind == "range") {
                throw Trouble{"an effect has a confidence interval, no " + interval.kind};
            }
            add(parts, "interval", interval.kind == "cri" ? interval.kind : std::string());
            addInterval(parts, std::move(interval));
            if (!scanner.takeAny({",", ";"}).empty() && !takeP(scanner, parts)) {
                refuseRest(scanner);
            }
        } else {
            refuseRest(scanner);
        }
        if (!bracket.empty() && !scanner.take(bracket == "(" ? ")" : "]")) {
            throw Trouble{"a bracket is not closed"};
        }
    }
    sortParts(parts, {"measure", "estimate", "interval", "level", "low", "high", "p-qualifier", "p"});
    return parts;
}

PartList twoByTwoParts(std::string_view text)
{
    constexpr std::array<std::string_view, 4> kNames{
        "intervention-events", "intervention-total", "control-events", "control-total"};
    PartList parts;
    Scanner scanner(text);
    for (const std::string_view name : kNames) {
        if (parts.size() == 2 &&
            scanner.takeAny({"versus", "vs.", "vs", "v.", "v", ",", ";", "and", "\n"}).empty()) {
            throw Trouble{"the second arm is missing"};
        }
        if (parts.size() % 2 == 1 && scanner.takeAny({"/", "of", "out of"}).empty()) {
            throw Trouble{"the number of people is missing"};
        }
        add(parts, name, neededCount(scanner, "a number"));
    }
    if (!scanner.isAtEnd()) {
        refuseRest(scanner);
    }
    return parts;
}

/// Cuts ", name 12.5" off the end of the text; the number.
std::string cutOff(std::string_view &text, std::string_view name)
{
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos) {
        return {};
    }
    Scanner scanner(text.substr(comma + 1));
    if (!scanner.take(name)) {
        return {};
    }
    const auto number = scanner.number();
    if (!number || !scanner.isAtEnd()) {
        return {};
    }
    text = trimmed(text.substr(0, comma));
    return *number;
}

PartList regionParts(std::string_view text)
{
    std::string_view rest = trimmed(text);
    PartList parts;
    const std::string height = cutOff(rest, "height");
    const std::string width = cutOff(rest, "width");
    const std::string y = cutOff(rest, "y");
    const std::string x = cutOff(rest, "x");
    const bool hasAll = !height.empty() && !width.empty() && !x.empty() && !y.empty();
    if (!hasAll && !(height.empty() && width.empty() && x.empty() && y.empty())) {
        throw Trouble{"x, y, width and height belong together, in this order"};
    }
    std::string page;
    if (const std::size_t comma = rest.rfind(','); comma != std::string_view::npos) {
        Scanner scanner(rest.substr(comma + 1));
        if (!scanner.takeAny({"page", "p."}).empty() && !scanner.isAtEnd()) {
            page = scanner.rest();
            rest = trimmed(rest.substr(0, comma));
        }
    }
    if (rest.empty() || rest.find('\n') != std::string_view::npos) {
        throw Trouble{"it does not begin with the name of a file"};
    }
    add(parts, "file", std::string(rest));
    add(parts, "page", page);
    add(parts, "x", x);
    add(parts, "y", y);
    add(parts, "width", width);
    add(parts, "height", height);
    return parts;
}

template <class Read>
Parts caught(Read read)
{
    try {
        return read();
    } catch (const Trouble &trouble) {
        return misfit(trouble.why);
    }
}

/// "95% CI 0.60 to 0.94"
std::string intervalText(const Value &value, std::string_view kind)
{
    const std::string level = partOr(value, "level");
    return (level.empty() ? "" : level + "% ") + std::string(kind) + " " + partOr(value, "low") + " to " +
           partOr(value, "high");
}

} // namespace

Parts parseMean(const Field &field, std::string_view text)
{
    return caught([&] { return MeanReader(field, text).read(); });
}

Parts parseEffect(const Field &field, std::string_view text)
{
    return caught([&] { return effectParts(field, text); });
}

Parts parseTwoByTwo(const Field & /*field*/, std::string_view text)
{
    return caught([&] { return twoByTwoParts(text); });
}

Parts parseRegion(const Field & /*field*/, std::string_view text)
{
    return caught([&] { return regionParts(text); });
}

std::string meanText(const Field & /*field*/, const Value &value)
{
    constexpr std::array<KindWord, 4> kKinds{
        {{"IQR", "iqr"}, {"range", "range"}, {"CrI", "cri"}, {"CI", "ci"}}};
    const auto inBrackets = [&](std::string_view name, std::string_view label) {
        const auto text = partText(value, name);
        return text ? " (" + std::string(label) + " " + std::string(*text) + ")" : std::string();
    };
    std::string text = partOr(value, "average") == "median" ? "median " : "";
    text += partOr(value, "mean");
    const std::string unit = partOr(value, "unit");
    text += (unit.empty() ? "" : " " + unit) + inBrackets("sd", "SD") + inBrackets("se", "SE");
    if (partText(value, "low") || partText(value, "high")) {
        const auto *const kind = std::ranges::find(kKinds, partOr(value, "interval"), &KindWord::kind);
        text += " [" + intervalText(value, kind == kKinds.end() ? "CI" : kind->word) + "]";
    }
    const std::string n = partOr(value, "n");
    return text + (n.empty() ? "" : ", n = " + n);
}

std::string effectText(const Field & /*field*/, const Value &value)
{
    const std::string measure = partOr(value, "measure");
    std::string text = (measure.empty() ? "" : measure + " ") + partOr(value, "estimate");
    if (partText(value, "low") || partText(value, "high")) {
        text += " (" + intervalText(value, partOr(value, "interval") == "cri" ? "CrI" : "CI") + ")";
    }
    if (const auto p = partText(value, "p")) {
        const std::string qualifier = partOr(value, "p-qualifier");
        text += ", p " + (qualifier.empty() ? "=" : qualifier) + " " + std::string(*p);
    }
    return text;
}

std::string twoByTwoText(const Field & /*field*/, const Value &value)
{
    return partOr(value, "intervention-events") + "/" + partOr(value, "intervention-total") + " vs " +
           partOr(value, "control-events") + "/" + partOr(value, "control-total");
}

std::string regionText(const Field & /*field*/, const Value &value)
{
    std::string text = partOr(value, "file");
    for (const std::string_view name : {"page", "x", "y", "width", "height"}) {
        if (const auto part = partText(value, name)) {
            text += ", " + std::string(name) + " " + std::string(*part);
        }
    }
    return text;
}

} // namespace winnow::extraction
