#include "query/dialects/support/relax.h"
#include "query/dialects/support/relax_terms.h"
#include "query/dialects/support/spellings.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "query/printer.h"
#include "query/record_fields.h"
#include "text/fold.h"
#include "text/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>

namespace winnow::query {

namespace {

constexpr FieldSet kText = setOf(Field::Title) | setOf(Field::Abstract);
constexpr FieldSet kKeywords = setOf(Field::Keywords) | setOf(Field::IndexTerms);

constexpr std::array kManyFields{
    TargetField{setOf(Field::Title), "t", {}, true},
    TargetField{setOf(Field::Abstract), "a", {}, true},
    TargetField{kText, "ta", {}, true},
    TargetField{kKeywords, "k", {}, true},
    TargetField{kText | kKeywords, "tak", {}},
    TargetField{kNameFields, "n", {}},
    TargetField{kAllFields, "all", {}},
};

constexpr std::array kFewFields{
    TargetField{setOf(Field::Title), "t", {}, true},
    TargetField{kText | kKeywords, "tak", {}},
    TargetField{kText | kKeywords, "full", {}},
};

std::optional<std::string> onlyReviews(std::string_view value)
{
    return value == "re" ? std::optional<std::string>("review") : std::nullopt;
}

constexpr std::array kValues{
    TargetValues{ValueField::Doi, "doi", plainValue},
    TargetValues{ValueField::DocumentType, "type", onlyReviews},
    TargetValues{ValueField::Language, "lang", languageName},
};

/// Targets that together have every ability there is.
constexpr std::array kTargets{
    Capabilities{.name = "Able",
                 .fields = kManyFields,
                 .values = kValues,
                 .stopWords = {},
                 .subtracts = true,
                 .minPrefix = 1,
                 .takesPrefixEnd = true},
    Capabilities{.name = "Careful",
                 .fields = kFewFields,
                 .values = kValues,
                 .stopWords = {},
                 .subtracts = true,
                 .minPrefix = 4,
                 .maxForms = 3},
    Capabilities{.name = "Stemming",
                 .fields = kManyFields,
                 .values = {},
                 .stopWords = {},
                 .takesYears = false,
                 .stems = true},
    Capabilities{.name = "Filtering",
                 .fields = kManyFields,
                 .values = kValues,
                 .stopWords = {},
                 .stems = true,
                 .hasFilters = true,
                 .asksOneField = true,
                 .minPrefix = 3},
};

/// What a target finds, as far as Winnow knows: the neutral reading of a relaxed query.
class Target
{
public:
    Target(const Capabilities &abilities, const Record &record)
        : m_stems(abilities.stems)
        , m_record(record)
    {
        forEachSegment(record, [&](Field field, std::string_view text) {
            m_segments.emplace_back(setOf(field), std::vector<std::string>());
            for (const text::Token &token : text::tokens(text)) {
                m_segments.back().second.push_back(token.word);
            }
        });
    }

    [[nodiscard]] bool finds(const Ask &ask) const
    {
        const auto isFound = [&](const Ask &child) { return finds(child); };
        switch (ask.kind) {
        case AskKind::And:
            return std::ranges::all_of(ask.children, isFound);
        case AskKind::Or:
            return std::ranges::any_of(ask.children, isFound);
        case AskKind::AndNot:
            return finds(ask.children.front()) &&
                   std::none_of(ask.children.begin() + 1, ask.children.end(), isFound);
        case AskKind::Words:
            return findsWords(ask);
        case AskKind::Years:
            return m_record.date.year && *m_record.date.year >= ask.years.from &&
                   *m_record.date.year <= ask.years.to;
        case AskKind::Values:
            break;
        }
        const auto values = valuesOf(m_record, ask.valueField->field);
        return std::ranges::any_of(ask.values, [&](const SpelledValue &value) {
            return std::ranges::find(values, value.asked) != values.end();
        });
    }

private:
    [[nodiscard]] bool fits(const std::string &asked, const std::string &word) const
    {
        if (asked.ends_with('*')) {
            return word.starts_with(asked.substr(0, asked.size() - 1));
        }
        const std::string folded = text::fold(asked);
        return folded == word || (m_stems && haveOneStem(folded, word));
    }

    [[nodiscard]] bool findsWords(const Ask &ask) const
    {
        return std::ranges::any_of(m_segments, [&](const auto &segment) {
            const auto &[field, words] = segment;
            const auto found = std::search(
                words.begin(),
                words.end(),
                ask.words.begin(),
                ask.words.end(),
                [&](const std::string &word, const std::string &asked) { return fits(asked, word); });
            return (field & ask.field->covers) != 0 && found != words.end();
        });
    }

    bool m_stems;
    const Record &m_record;
    std::vector<std::pair<FieldSet, std::vector<std::string>>> m_segments;
};

constexpr std::array<const char *, 22> kWords{
    "craft", "crafts",  "colour", "color", "woman",        "women",   "analysis", "analyses",
    "study", "studies", "e-mail", "media", "na\u00EFve",   "the",     "criteria", "criterion",
    "x1",    "bamboo",  "\u03B1", "alpha", "\u4E2D\u6587", "worker's"};

/// Makes records and queries from one series of random numbers.
class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {}

    Record record()
    {
        Record record;
        record.title = text(5);
        record.abstractText = text(9);
        record.keywords = {text(3)};
        record.indexTerms = {text(2)};
        record.authors = {{word(), word()}, {word(), "H."}};
        record.sourceTitle = text(3);
        if (below(4) != 0) {
            record.date.year = 2000 + below(5);
        }
        record.type = below(2) == 0 ? RecordType::Article : RecordType::Review;
        record.language = below(2) == 0 ? "english" : "";
        record.doi = "10.1/" + std::to_string(below(4));
        return record;
    }

    std::string query(int depth)
    {
        switch (depth > 0 ? below(9) : below(5)) {
        case 0:
        case 1:
            return field() + "(" + term() + ")";
        case 2:
            return "PUBYEAR " + std::string(1, "<=>"[below(3)]) + " " + std::to_string(2000 + below(5));
        case 3:
            return value();
        case 4:
            return field() + "(" + operand() + proximity() + operand() + ")";
        case 5:
            return "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
        case 6:
            return "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
        default:
            return "(" + query(depth - 1) + " AND NOT " + query(depth - 1) + ")";
        }
    }

private:
    int below(std::size_t bound) { return static_cast<int>(m_random() % bound); }

    template <class Strings>
    const char *oneOf(const Strings &strings)
    {
        return strings.at(static_cast<std::size_t>(below(strings.size())));
    }

    const char *word() { return oneOf(kWords); }

    std::string text(std::size_t most)
    {
        std::string text;
        for (int i = below(most + 1); i > 0; --i) {
            text += (text.empty() ? "" : below(6) == 0 ? ", " : " ") + std::string(word());
        }
        return text;
    }

    std::string term()
    {
        constexpr std::array kPatterns{"craft*", "*craft", "wom?n", "stud*", "stud?es", "c*r", "anal?s*"};
        switch (below(6)) {
        case 0:
            return "\"" + std::string(word()) + " " + word() + "\"";
        case 1:
            return "{" + std::string(word()) + "}";
        case 2:
            return oneOf(kPatterns);
        case 3:
            return "\"" + std::string(word()) + " " + oneOf(kPatterns) + "\"";
        default:
            return word();
        }
    }

    std::string value()
    {
        constexpr std::array kValueQueries{
            "DOCTYPE(re)", "DOCTYPE(ar OR re)", "DOI(10.1/1 OR 10.1/2)", "DOI(10.1*)", "LANGUAGE(english)"};
        return oneOf(kValueQueries);
    }

    std::string operand() { return below(3) == 0 ? "(" + term() + " OR " + term() + ")" : term(); }

    std::string proximity() { return (below(2) == 0 ? " W/" : " PRE/") + std::to_string(below(4)) + " "; }

    std::string field()
    {
        constexpr std::array kFields{"TITLE-ABS-KEY",
                                     "TITLE",
                                     "ABS",
                                     "TITLE-ABS",
                                     "KEY",
                                     "AUTH",
                                     "SRCTITLE",
                                     "ALL",
                                     "AUTHKEY",
                                     "AUTHLASTNAME"};
        return oneOf(kFields);
    }

    std::mt19937 m_random;
};

/// Property: whatever matches a query is found by what a target is asked in its place.
TEST(RelaxProperty, findsAllThatMatches)
{
    Generator generator(20261124);
    std::vector<Record> records(60);
    std::ranges::generate(records, [&] { return generator.record(); });
    std::size_t matched = 0;
    std::size_t subtracted = 0;
    std::vector<const Capabilities *> targets;
    std::ranges::transform(
        kTargets, std::back_inserter(targets), [](const Capabilities &target) { return &target; });
    for (const Dialect *dialect : allDialects()) {
        if (dialect->target != nullptr) {
            targets.push_back(dialect->target);
        }
    }
    std::vector<int> supersets(targets.size());
    for (int i = 0; i < 900; ++i) {
        const std::string text = generator.query(3);
        const Parsed parsed = parse(text);
        ASSERT_TRUE(parsed.isOk()) << text;
        std::vector<const Record *> matching;
        for (const Record &record : records) {
            if (matches(*parsed.root, record)) {
                matching.push_back(&record);
            }
        }
        matched += matching.size();
        for (std::size_t t = 0; t < targets.size(); ++t) {
            const Relaxed relaxed = relax(*parsed.root, *targets[t]);
            if (!relaxed.isSuperset) {
                continue;
            }
            ++supersets[t];
            forEachAsk(*relaxed.root, [&](const Ask &ask) {
                subtracted += static_cast<std::size_t>(ask.kind == AskKind::AndNot);
            });
            for (const Record *record : matching) {
                ASSERT_TRUE(Target(*targets[t], *record).finds(*relaxed.root))
                    << targets[t]->name << " misses \"" << record->title << "\" of "
                    << printNormalised(*parsed.root);
            }
        }
    }
    EXPECT_GT(matched, 2000U) << "the queries find something";
    EXPECT_GT(subtracted, 40U) << "something is taken away";
    for (std::size_t t = 0; t < targets.size(); ++t) {
        EXPECT_GT(supersets[t], 50) << targets[t]->name;
    }
}

} // namespace

} // namespace winnow::query
