#include "app/check_records.h"

#include "app/query_effects.h"
#include "app/search_index.h"
#include "query/checks/checked_query.h"
#include "query/explain.h"
#include "text/tokens.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow::app {

namespace {

using index::LineEffect;
using index::LineRole;
using query::Node;
using query::NodeKind;
using query::Problem;
using query::ProblemSeverity;

std::string records(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

Problem problemAt(const LineEffect &line, std::string code, ProblemSeverity severity, std::string message)
{
    return {std::move(code), severity, line.from, line.to, std::move(message), {}};
}

/// Whether the records say all that a line asks for.
bool isKnownHere(const LineEffect &line)
{
    return line.in->isHere() && query::fieldsNotHere(*line.node).empty();
}

/// Below its fields.
const Node &inside(const Node &node)
{
    const Node *inner = &node;
    while (inner->kind == NodeKind::Fielded) {
        inner = inner->children.front().get();
    }
    return *inner;
}

bool isTerm(const Node &node)
{
    return node.kind == NodeKind::Term || node.kind == NodeKind::Proximity || node.kind == NodeKind::Compare;
}

/// W24 over the lines of the query.
class LineChecks
{
public:
    LineChecks(const QueryEffects &effects, std::vector<Problem> &problems)
        : m_effects(effects)
        , m_problems(problems)
        , m_hasEmptyChild(effects.lines.size())
    {}

    void run()
    {
        for (const QueryLine &line : m_effects.lines) {
            const LineEffect &effect = line.effect;
            if (effect.hits == 0 && (effect.role == LineRole::Operand || effect.role == LineRole::Group)) {
                m_hasEmptyChild[effect.parent] = true;
            }
        }
        for (std::size_t i = 0; i < m_effects.lines.size(); ++i) {
            if (isKnownHere(m_effects.lines[i].effect)) {
                checkHits(i);
                checkAdded(i);
                checkLost(i);
            }
        }
    }

private:
    /// Where an operand is at fault, its group is not blamed too.
    void checkHits(std::size_t number)
    {
        const LineEffect &line = m_effects.lines[number].effect;
        if (line.hits != 0 || m_hasEmptyChild[number]) {
            return;
        }
        const bool isOne = isTerm(inside(*line.node));
        if (line.role == LineRole::Excluded) {
            add(line,
                ProblemSeverity::Info,
                isOne ? "No record here holds this, so that it excludes nothing."
                      : "No record here holds all this, so that it excludes nothing.");
        } else {
            add(line,
                ProblemSeverity::Warning,
                isOne ? "No record here holds this; check how it is spelled and whether it is needed."
                      : "No record here holds all this, though each part is found by itself.");
        }
    }

    void checkAdded(std::size_t number)
    {
        const LineEffect &line = m_effects.lines[number].effect;
        if (line.role == LineRole::Operand && line.hits > 0 && line.adds == 0) {
            add(line,
                ProblemSeverity::Info,
                "Adds nothing here: what it finds (" + records(line.hits) +
                    ") is found by others of its OR group too.");
        }
    }

    void checkLost(std::size_t number)
    {
        const LineEffect &line = m_effects.lines[number].effect;
        if (m_effects.matching == 0 && line.loses > 0) {
            add(line,
                ProblemSeverity::Warning,
                "Nothing is left because of this: without it the query would find " + records(line.loses) +
                    " here.");
        }
    }

    void add(const LineEffect &line, ProblemSeverity severity, std::string message)
    {
        m_problems.push_back(problemAt(line, "W24", severity, std::move(message)));
    }

    const QueryEffects &m_effects;
    std::vector<Problem> &m_problems;
    std::vector<bool> m_hasEmptyChild; ///< by line
};

/// W26, one problem for each line that keeps seeds out.
void checkSeeds(const QueryEffects &effects, std::vector<Problem> &problems)
{
    constexpr std::size_t kNamed = 20;
    std::map<std::size_t, std::vector<std::string_view>> lost;
    for (const LostSeed &seed : effects.missed) {
        lost[seed.line].push_back(seed.key);
    }
    for (const auto &[line, keys] : lost) {
        std::string list;
        for (std::size_t i = 0; i < keys.size() && i < kNamed; ++i) {
            list += i == 0 ? "" : ", ";
            list += keys[i];
        }
        if (keys.size() > kNamed) {
            list += " and " + std::to_string(keys.size() - kNamed) + " more";
        }
        const LineEffect &effect = effects.lines[line].effect;
        std::string message =
            keys.size() == 1 ? "A record that should be found is " : "Records that should be found are ";
        message += line == 0                           ? "not found by any line: "
                   : effect.role == LineRole::Excluded ? "excluded here: "
                                                       : "lost here: ";
        message += list;
        message += '.';
        problems.push_back(problemAt(effect, "W26", ProblemSeverity::Warning, std::move(message)));
    }
}

/// One word of a term as it stands in the query.
struct AskedWord
{
    std::string word; ///< folded
    std::size_t from = 0;
    std::size_t to = 0;
    bool isCapitalised = false;
    const query::Place *place = nullptr; ///< of its term
};

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Whether it is a term that is looked for in titles, abstracts or keywords.
bool isProse(const query::Place &place)
{
    constexpr query::FieldSet kProse = setOf(query::Field::Title) | setOf(query::Field::Abstract) |
                                       setOf(query::Field::Keywords) | setOf(query::Field::IndexTerms);
    return place.node->kind == NodeKind::Term && query::holdsWords(place.field) &&
           (place.field == nullptr || (place.field->fields & kProse) != 0);
}

/// The plain words that are looked for in titles, abstracts and keywords.
std::vector<AskedWord> wordsOf(std::string_view text, const query::CheckedQuery &query)
{
    std::vector<AskedWord> words;
    for (const query::Place &place : query.places()) {
        if (!isProse(place)) {
            continue;
        }
        const std::string_view term = text.substr(place.node->from, place.node->to - place.node->from);
        for (const text::Token &token : text::tokens(term)) {
            const auto isPattern = [&](std::size_t at) {
                return at < term.size() && (term[at] == '*' || term[at] == '?');
            };
            if (!isPattern(token.to) && !(token.from > 0 && isPattern(token.from - 1))) {
                words.push_back({token.word,
                                 place.node->from + token.from,
                                 place.node->from + token.to,
                                 isCapital(term[token.from]),
                                 &place});
            }
        }
    }
    return words;
}

/// Whether the records are about what the query is about: nearly all of its terms are in them.
bool isOnTopic(const QueryEffects &effects)
{
    constexpr std::size_t kFew = 2;
    constexpr std::size_t kOneOf = 5;
    std::vector<bool> isJoined(effects.lines.size());
    for (std::size_t i = 1; i < effects.lines.size(); ++i) {
        isJoined[effects.lines[i].effect.parent] = true;
    }
    std::size_t terms = 0;
    std::size_t empty = 0;
    for (std::size_t i = 0; i < effects.lines.size(); ++i) {
        terms += isJoined[i] ? 0 : 1;
        empty += !isJoined[i] && effects.lines[i].effect.hits == 0 ? 1 : 0;
    }
    return empty <= std::max(kFew, terms / kOneOf);
}

/// Whether a record holds the term of a word with another word in its place.
Result<bool> isFoundWith(const index::Index &index, const AskedWord &word, const std::string &other)
{
    auto term = std::make_shared<Node>(*word.place->node);
    std::ranges::replace(term->words, word.word, other);
    Node field;
    field.kind = NodeKind::Fielded;
    field.code = word.place->field == nullptr ? query::findFieldCode("ALL") : word.place->field;
    field.children.push_back(std::move(term));
    auto found = index.search(field);
    return found ? Result<bool>(!found->empty()) : std::move(found).error();
}

/// W25, over records that are on the topic. A proper noun is rare everywhere and near to other words, so that
/// it is not enough that the records hold another spelling far more often (see index::spellingsOf()). A word
/// is left alone that begins with a capital letter where the query writes other words small, whose other
/// spelling is asked for as well, or that makes of its phrase one that no record holds when it is put right.
Result<void> checkSpelling(const index::Index &index,
                           const CheckedText &checked,
                           const query::CheckedQuery &query,
                           std::vector<Problem> &problems,
                           Task &task)
{
    const std::vector<AskedWord> all = wordsOf(checked.text, query);
    const bool tellsByCase =
        std::ranges::any_of(all, [&](const AskedWord &word) { return isSmall(checked.text[word.from]); });
    std::set<std::string> known;
    std::vector<std::string> asked;
    std::vector<const AskedWord *> first; ///< where each is asked for
    for (const AskedWord &word : all) {
        const bool isNew = known.insert(word.word).second;
        if (isNew && !(tellsByCase && word.isCapitalised)) {
            asked.push_back(word.word);
            first.push_back(&word);
        }
    }
    auto spellings = index.spellings(asked, task);
    if (!spellings) {
        return std::move(spellings).error();
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const AskedWord &word = *first[i];
        const auto &spelling = (*spellings)[i];
        if (!spelling || known.contains(spelling->word)) {
            continue;
        }
        auto isFound = isFoundWith(index, word, spelling->word);
        if (!isFound) {
            return std::move(isFound).error();
        }
        if (!*isFound) {
            continue;
        }
        const std::string written = checked.text.substr(word.from, word.to - word.from);
        const std::string held =
            spelling->asWritten == 0
                ? "No record here holds " + written
                : "Of the records here " + std::to_string(spelling->asWritten) + " hold " + written;
        problems.push_back({"W25",
                            ProblemSeverity::Warning,
                            word.from,
                            word.to,
                            held + ", but " + std::to_string(spelling->records) + " hold " + spelling->word +
                                "; is that meant?",
                            {}});
    }
    return {};
}

/// W27, as far as the records themselves tell what else a term is called.
Result<void> checkNames(const index::Index &index,
                        const query::CheckedQuery &query,
                        std::vector<Problem> &problems,
                        Task &task)
{
    constexpr std::int64_t kFewestRecords = 3;
    std::set<std::string> known;
    std::vector<std::vector<std::string>> terms;
    std::vector<const Node *> nodes;
    for (const query::Place &place : query.places()) {
        known.insert(place.node->words.begin(), place.node->words.end());
        if (isProse(place) && std::ranges::none_of(place.node->words, query::hasWildcard)) {
            terms.push_back(place.node->words);
            nodes.push_back(place.node);
        }
    }
    auto names = index.otherNames(terms, task);
    if (!names) {
        return std::move(names).error();
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto &name = (*names)[i];
        const auto isKnown = [&](const std::string &word) { return known.contains(word); };
        if (!name || name->records < kFewestRecords || std::ranges::all_of(name->words, isKnown)) {
            continue;
        }
        std::string other;
        for (const std::string &word : name->words) {
            other += (other.empty() ? "" : " ") + word;
        }
        problems.push_back({"W27",
                            ProblemSeverity::Info,
                            nodes[i]->from,
                            nodes[i]->to,
                            nodes[i]->words.size() > 1
                                ? records(name->records) + " here say \"" + other +
                                      "\" for this; records that only say so are not found."
                                : records(name->records) + " here mean \"" + other +
                                      "\" by this; ask for that too, or keep it out.",
                            {}});
    }
    return {};
}

} // namespace

Result<void> checkOverRecords(Workspace &workspace,
                              CheckedText &checked,
                              query::Precedence precedence,
                              const std::vector<std::string> &seeds,
                              Task &task)
{
    if (checked.root == nullptr) {
        return {};
    }
    const auto indexes = indexesFor(workspace, *checked.root, task);
    if (!indexes) {
        return indexes.error();
    }
    const auto effects =
        queryEffects(workspace, *indexes, checked.text, *checked.root, precedence, seeds, task);
    if (!effects) {
        return effects.error();
    }
    LineChecks(*effects, checked.problems).run();
    checkSeeds(*effects, checked.problems);
    const query::CheckedQuery query(checked.text, *checked.root, precedence);
    if (isOnTopic(*effects)) {
        if (auto spelled = checkSpelling(indexes->records, checked, query, checked.problems, task);
            !spelled) {
            return spelled;
        }
    }
    if (auto named = checkNames(indexes->records, query, checked.problems, task); !named) {
        return named;
    }
    std::ranges::stable_sort(checked.problems, {}, &Problem::from);
    return {};
}

} // namespace winnow::app
