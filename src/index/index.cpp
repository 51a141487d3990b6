#include "index/index.h"

#include "index/forward.h"
#include "index/schema.h"
#include "index/searcher.h"
#include "index/stamp.h"
#include "index/vocabulary.h"
#include "index/word_postings.h"
#include "index/xapian_errors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>

namespace winnow::index {

namespace fs = std::filesystem;

struct Index::State
{
    fs::path folder;
    Xapian::Database database;
    StoredStamp stored;
    Vocabulary vocabulary;
    Vocabulary gaps;
    Frequencies frequencies;
    Forward forward;

    /// What is in the folder now.
    [[nodiscard]] static Result<std::unique_ptr<State>> read(const fs::path &folder);

    [[nodiscard]] Parts parts() const
    {
        return {database,
                vocabulary,
                gaps,
                frequencies,
                forward,
                static_cast<std::size_t>(stored.stamp.lastRecord),
                static_cast<std::size_t>(stored.stamp.recordCount)};
    }

    /// Runs `work`, which gives a Result, with the parts of the index. While another process appends, an open
    /// index can lose its old state; opening it again shows the new one, of which records and words that came
    /// later are left out.
    template <class Work>
    auto withParts(const Work &work) -> decltype(work(parts()))
    {
        return guarded(folder, [&]() -> decltype(work(parts())) {
            for (int attempt = 0;; ++attempt) {
                try {
                    return work(parts());
                } catch (const Xapian::DatabaseModifiedError &) {
                    if (attempt == 3) {
                        throw;
                    }
                    database.reopen();
                }
            }
        });
    }
};

namespace {

/// Adds up postings in a way that does not depend on their order.
class PostingSum
{
public:
    void add(std::uint64_t record, std::uint64_t word, std::uint64_t fields)
    {
        std::uint64_t mixed = (record * 0x9E3779B97F4A7C15ULL) ^ (word * 0xC2B2AE3D27D4EB4FULL) ^
                              (fields * 0x165667B19E3779F9ULL);
        mixed ^= mixed >> 29U;
        m_sum += mixed * 0xBF58476D1CE4E5B9ULL;
        ++m_count;
    }

    bool operator==(const PostingSum &) const = default;

private:
    std::uint64_t m_sum = 0;
    std::uint64_t m_count = 0;
};

PostingSum sumOfPostings(const Parts &parts)
{
    const WordPostings postings(parts.database, parts.vocabulary, parts.frequencies);
    PostingSum sum;
    for (std::size_t id = 0; id < parts.vocabulary.size(); ++id) {
        postings.forEach(static_cast<WordId>(id), parts.lastRecord, [&](const Posting &posting) {
            sum.add(posting.record, id, posting.fields);
        });
    }
    return sum;
}

struct ForwardSum
{
    PostingSum postings;
    std::int64_t documents = 0;
};

ForwardSum sumOfForward(const Xapian::Database &database, const Forward &forward, Xapian::docid last)
{
    ForwardSum sum;
    ForwardReader reader(forward);
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
        if (*document > last) {
            break;
        }
        ++sum.documents;
        std::map<WordId, query::FieldSet> words;
        for (const Segment &segment :
             reader.read(*document, query::kAllFields | query::setOf(query::Field::FullText), true)) {
            for (const WordId word : segment.words) {
                words[word] |= query::setOf(segment.field);
            }
        }
        for (const auto &[word, fields] : words) {
            sum.postings.add(*document, word, fields);
        }
    }
    return sum;
}

std::vector<RecordId> idsOf(const Bitset &set)
{
    std::vector<RecordId> ids;
    ids.reserve(set.count());
    set.forEach([&](std::size_t number) { ids.push_back({static_cast<std::int64_t>(number)}); });
    return ids;
}

/// Collects the codes that a query asks with, the nodes of a list that stands in several places once.
void collectCodes(const query::Node &node,
                  const query::FieldCode *code,
                  std::set<std::pair<const query::Node *, const query::FieldCode *>> &seen,
                  std::set<const query::FieldCode *> &codes)
{
    if (!seen.emplace(&node, code).second) {
        return;
    }
    if (node.code != nullptr) {
        code = node.code;
    }
    if (node.children.empty()) {
        codes.insert(code);
    }
    for (const query::NodePtr &child : node.children) {
        collectCodes(*child, code, seen, codes);
    }
}

/// What was asked for and a record of the set lacks.
std::vector<std::string> lackedBy(const Bitset &records, const query::Node &root, Leaves &leaves)
{
    if (records.isEmpty()) {
        return {};
    }
    std::set<std::pair<const query::Node *, const query::FieldCode *>> seen;
    std::set<const query::FieldCode *> codes;
    collectCodes(root, query::findFieldCode("ALL"), seen, codes);
    std::set<std::string> lacked;
    for (const query::FieldCode *code : codes) {
        if (!code->isHere()) {
            lacked.emplace(code->code);
        } else if (const SharedSet lacking = leaves.lacking(*code)) {
            Bitset both = *lacking;
            both &= records;
            if (!both.isEmpty()) {
                lacked.emplace(lackCode(*code));
            }
        }
    }
    return {lacked.begin(), lacked.end()};
}

} // namespace

Index::Index(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

Index::Index(Index &&) noexcept = default;
Index &Index::operator=(Index &&) noexcept = default;
Index::~Index() = default;

Result<std::unique_ptr<Index::State>> Index::State::read(const fs::path &folder)
{
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->database = Xapian::Database(folder.string());
    auto stored = readStamp(state->database, folder);
    if (!stored) {
        return std::move(stored).error();
    }
    state->stored = *std::move(stored);
    const StoredStamp &stamp = state->stored;
    auto vocabulary = Vocabulary::read(folder / kVocabularyFile, stamp.wordCount);
    auto gaps = Vocabulary::read(folder / kGapsFile, stamp.gapCount);
    auto frequencies = readFrequencies(state->database, stamp.wordCount);
    auto forward = Forward::open(folder, stamp.stamp.lastRecord, stamp.forwardUnits);
    if (!vocabulary || !gaps || !frequencies || !forward) {
        return Error{ErrorCode::WrongFormat,
                     "The search index is damaged; the next search makes it anew.",
                     (!vocabulary    ? vocabulary.error()
                      : !gaps        ? gaps.error()
                      : !frequencies ? frequencies.error()
                                     : forward.error())
                         .message,
                     folder.string()};
    }
    state->vocabulary = *std::move(vocabulary);
    state->gaps = *std::move(gaps);
    state->frequencies = *std::move(frequencies);
    state->forward = *std::move(forward);
    return state;
}

/// The folder holds several files. While it was read another writer may have put a new index in its place, or
/// have brought it on twice: then it is read again.
Result<Index> Index::open(const fs::path &folder)
{
    constexpr int kAttempts = 4;
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) {
        return Error{ErrorCode::NotFound,
                     "There is no search index yet; the first search makes it.",
                     {},
                     folder.string()};
    }
    return guarded(folder, [&]() -> Result<Index> {
        for (int attempt = 1;; ++attempt) {
            try {
                auto state = State::read(folder);
                const bool isWhole =
                    state && Xapian::Database(folder.string()).get_uuid() == (*state)->database.get_uuid();
                if (isWhole) {
                    return Index(*std::move(state));
                }
                if (attempt == kAttempts) {
                    return state ? Error{ErrorCode::Busy,
                                         "Another program is making the search index of this review just "
                                         "now; try again in a moment.",
                                         {},
                                         folder.string()}
                                 : std::move(state).error();
                }
            } catch (const Xapian::DatabaseModifiedError &) {
                if (attempt == kAttempts) {
                    throw;
                }
            }
        }
    });
}

const Stamp &Index::stamp() const
{
    return m_state->stored.stamp;
}

template <class Work>
auto Index::withTexts(const FullTexts *texts, const Work &work) const
{
    return m_state->withParts([&](const Parts &parts) {
        if (texts == nullptr) {
            return work(parts);
        }
        return texts->index.m_state->withParts([&](const Parts &ofTexts) {
            const TextParts textParts{ofTexts, texts->of, texts->incomplete};
            Parts both = parts;
            both.texts = &textParts;
            return work(both);
        });
    });
}

Result<std::vector<RecordId>> Index::search(const query::Node &root, const FullTexts *texts) const
{
    return withTexts(texts, [&](const Parts &parts) -> Result<std::vector<RecordId>> {
        return idsOf(Searcher(parts, root).search(root).surely(query::Missing::No));
    });
}

Result<Answer> Index::answer(const query::Node &root, const FullTexts *texts) const
{
    return withTexts(texts, [&](const Parts &parts) -> Result<Answer> {
        Searcher searcher(parts, root);
        const Sets sets = searcher.search(root);
        Bitset undecided = sets.possibly(query::Missing::Unknown);
        undecided -= sets.surely(query::Missing::Unknown);
        undecided -= sets.surely(query::Missing::No);
        return Answer{idsOf(sets.surely(query::Missing::No)),
                      idsOf(undecided),
                      lackedBy(undecided, root, searcher.leaves())};
    });
}

Result<Effects> Index::effects(const query::Node &root,
                               const std::vector<RecordId> &seeds,
                               const Counting &counting,
                               Task &task,
                               const FullTexts *texts) const
{
    return withTexts(texts,
                     [&](const Parts &parts) { return effectsOf(parts, root, seeds, counting, task); });
}

Result<std::vector<TextEntry>> Index::texts() const
{
    return m_state->withParts([&](const Parts &parts) -> Result<std::vector<TextEntry>> {
        std::vector<TextEntry> texts;
        for (auto text = parts.database.postlist_begin(""); text != parts.database.postlist_end(""); ++text) {
            if (*text > parts.lastRecord) {
                break;
            }
            const std::string data = parts.database.get_document(*text).get_data();
            const std::size_t end = std::min(data.find('\n'), data.size());
            texts.push_back({*text, data.substr(0, end), data.substr(std::min(end + 1, data.size()))});
        }
        return texts;
    });
}

Result<std::vector<std::optional<Spelling>>> Index::spellings(const std::vector<std::string> &words,
                                                              Task &task) const
{
    return m_state->withParts([&](const Parts &parts) { return spellingsOf(parts, words, task); });
}

Result<std::vector<std::optional<OtherName>>>
Index::otherNames(const std::vector<std::vector<std::string>> &terms, Task &task) const
{
    return m_state->withParts([&](const Parts &parts) { return otherNamesOf(parts, terms, task); });
}

std::vector<std::string> Index::check() const
{
    std::vector<std::string> faults;
    const auto compared = guarded(m_state->folder, [&]() -> Result<void> {
        const auto last = static_cast<Xapian::docid>(m_state->stored.stamp.lastRecord);
        const ForwardSum forward = sumOfForward(m_state->database, m_state->forward, last);
        if (forward.documents != m_state->stored.stamp.recordCount) {
            faults.push_back("The search index holds " + std::to_string(forward.documents) +
                             " records and says that it holds " +
                             std::to_string(m_state->stored.stamp.recordCount) + ".");
        }
        if (!(forward.postings == sumOfPostings(m_state->parts()))) {
            faults.emplace_back(
                "The two halves of the search index do not agree; delete it and it is made anew.");
        }
        return {};
    });
    if (!compared) {
        faults.push_back(compared.error().message);
    }
    return faults;
}

} // namespace winnow::index
