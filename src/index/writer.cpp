#include "index/forward.h"
#include "index/index.h"
#include "index/schema.h"
#include "index/stamp.h"
#include "index/word_postings.h"
#include "index/xapian_errors.h"
#include "query/gaps.h"
#include "query/record_fields.h"
#include "text/tokens.h"

#include <system_error>

namespace winnow::index {

namespace fs = std::filesystem;

namespace {

/// Records of a new index between two commits: Xapian's trees then fit the processor's cache.
constexpr int kRecordsPerCommit = 1000;
/// So much memory the postings of words may take before they go into the database.
constexpr std::size_t kMostPendingBytes = std::size_t{64} << 20U;
constexpr int kFlags = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC;

/// Numbers what stands between words. Few texts do nearly all the time, so their folded form is looked up
/// once.
class GapNumbers
{
public:
    WordId of(std::string_view text)
    {
        if (text.empty() || text == " ") {
            return text.empty() ? kNoGap : kSpaceGap;
        }
        if (const auto known = m_known.find(text)) {
            return m_numbers[*known];
        }
        const WordId number = gaps.add(query::gap(text));
        if (m_numbers.size() < kMostKnown) {
            m_known.add(text);
            m_numbers.push_back(number);
        }
        return number;
    }

    Vocabulary gaps;

private:
    static constexpr std::size_t kMostKnown = 10000;
    Vocabulary m_known; ///< as texts have them
    std::vector<WordId> m_numbers;
};

/// Collects the words of a segment and what stands between them as numbers.
class SegmentSink final : public text::TokenSink
{
public:
    SegmentSink(Vocabulary &vocabulary, GapNumbers &gaps)
        : m_vocabulary(vocabulary)
        , m_gaps(gaps)
    {}

    void read(std::string_view text)
    {
        words.clear();
        gaps.clear();
        m_text = text;
        m_behind = 0;
        text::forEachToken(text, *this);
        gaps.push_back(m_gaps.of(text.substr(m_behind)));
    }

    void token(std::string_view folded, std::size_t from, std::size_t to) override
    {
        words.push_back(m_vocabulary.add(folded));
        gaps.push_back(m_gaps.of(m_text.substr(m_behind, from - m_behind)));
        m_behind = to;
    }

    std::vector<WordId> words;
    std::vector<WordId> gaps;

private:
    Vocabulary &m_vocabulary;
    GapNumbers &m_gaps;
    std::string_view m_text;
    std::size_t m_behind = 0;
};

} // namespace

struct IndexWriter::State
{
    fs::path folder;  ///< where the index is to be
    fs::path working; ///< where it is written; the same when appending
    Xapian::WritableDatabase database;
    Vocabulary vocabulary;
    GapNumbers gaps;
    ForwardWriter forward;
    bool isOpen = false; ///< the working folder is locked by this writer
    std::int64_t lastId = 0;
    int uncommitted = 0;
    SegmentSink segment{vocabulary, gaps};
    PostingsWriter postings;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    [[nodiscard]] bool isNew() const { return working != folder; }

    void addWords(std::int64_t number, query::Field field, std::string_view text);
    Xapian::Document documentOf(std::int64_t number, const Record &record);
    Xapian::Document documentOf(std::int64_t number, const Text &text);
    template <class Entry>
    Result<void> add(std::int64_t number, const Entry &entry);
    Result<void> putInPlace();
    Result<void> goOn();
};

/// What was not committed goes: the open transaction, which Xapian drops by itself, and of a new index the
/// working folder, which goes before its lock: the next writer makes one of that name.
IndexWriter::State::~State()
{
    if (isNew() && isOpen) {
        std::error_code ignored;
        fs::remove_all(working, ignored);
    }
}

void IndexWriter::State::addWords(std::int64_t number, query::Field field, std::string_view text)
{
    segment.read(text);
    forward.add(field, segment.words, segment.gaps);
    for (const WordId word : segment.words) {
        postings.add(word, number, query::setOf(field));
    }
}

Xapian::Document IndexWriter::State::documentOf(std::int64_t number, const Text &text)
{
    Xapian::Document document;
    document.set_data(text.name + '\n' + text.note);
    forward.beginRecord(number);
    for (const std::string &page : text.pages) {
        addWords(number, query::Field::FullText, page);
    }
    return document;
}

Xapian::Document IndexWriter::State::documentOf(std::int64_t number, const Record &record)
{
    Xapian::Document document;
    forward.beginRecord(number);
    query::forEachSegment(record,
                          [&](query::Field field, std::string_view text) { addWords(number, field, text); });
    for (const ValuePrefix &entry : kValuePrefixes) {
        for (const std::string &value : query::valuesOf(record, entry.field)) {
            document.add_boolean_term(valueTerm(entry.field, value));
        }
    }
    for (const std::string_view code : kLackCodes) {
        if (query::lacks(record, *query::findFieldCode(code))) {
            document.add_boolean_term(lackTerm(code));
        }
    }
    if (record.date.year && *record.date.year >= 0) {
        document.add_boolean_term(yearTerm(*record.date.year));
    }
    return document;
}

/// Moves a new index to where it is to be. It is locked until it is there, so that no other writer takes its
/// folder for one that is free.
Result<void> IndexWriter::State::putInPlace()
{
    fs::path old = folder;
    old += ".old";
    std::error_code failure;
    fs::remove_all(old, failure);
    fs::rename(folder, old, failure); // fails where there was none
    failure.clear();
    fs::rename(working, folder, failure);
    if (failure) {
        return Error{ErrorCode::Unwritable,
                     "The search index cannot be put in its place: " + failure.message() + ".",
                     {},
                     folder.string()};
    }
    fs::remove_all(old, failure);
    working = folder;
    database.close();
    isOpen = false;
    return {};
}

/// Goes on where a new index was put, unless another writer was faster.
Result<void> IndexWriter::State::goOn()
{
    database = Xapian::WritableDatabase(folder.string(), Xapian::DB_OPEN | kFlags);
    if (database.get_lastdocid() != static_cast<Xapian::docid>(lastId)) {
        database.close();
        return Error{ErrorCode::Busy,
                     "Another program has added to the search index of this review; try again.",
                     {},
                     folder.string()};
    }
    isOpen = true;
    database.begin_transaction();
    return {};
}

IndexWriter::IndexWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

IndexWriter::IndexWriter(IndexWriter &&) noexcept = default;
IndexWriter &IndexWriter::operator=(IndexWriter &&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<IndexWriter> IndexWriter::create(const fs::path &folder)
{
    return guarded(folder, [&]() -> Result<IndexWriter> {
        auto state = std::make_unique<State>();
        state->folder = folder;
        state->working = folder;
        state->working += ".new";
        state->database =
            Xapian::WritableDatabase(state->working.string(), Xapian::DB_CREATE_OR_OVERWRITE | kFlags);
        state->isOpen = true;
        state->database.begin_transaction();
        state->gaps.gaps.add("");
        state->gaps.gaps.add(" ");
        if (auto opened = state->forward.open(state->working, 0, 0); !opened) {
            return std::move(opened).error();
        }
        return IndexWriter(std::move(state));
    });
}

Result<IndexWriter> IndexWriter::append(const fs::path &folder)
{
    return guarded(folder, [&]() -> Result<IndexWriter> {
        auto state = std::make_unique<State>();
        state->folder = folder;
        state->working = folder;
        state->database = Xapian::WritableDatabase(folder.string(), Xapian::DB_OPEN | kFlags);
        state->isOpen = true;
        const auto found = readStamp(state->database, folder);
        if (!found) {
            return found.error();
        }
        if (state->database.get_lastdocid() != static_cast<Xapian::docid>(found->stamp.lastRecord)) {
            return Error{ErrorCode::WrongFormat,
                         "The search index was left unfinished; it must be made anew.",
                         {},
                         folder.string()};
        }
        auto vocabulary = Vocabulary::read(folder / kVocabularyFile, found->wordCount);
        auto gaps = Vocabulary::read(folder / kGapsFile, found->gapCount);
        if (!vocabulary || !gaps) {
            return !vocabulary ? std::move(vocabulary).error() : std::move(gaps).error();
        }
        auto frequencies = readFrequencies(state->database, found->wordCount);
        if (!frequencies) {
            return std::move(frequencies).error();
        }
        if (auto opened = state->forward.open(folder, found->stamp.lastRecord, found->forwardUnits);
            !opened) {
            return std::move(opened).error();
        }
        state->vocabulary = *std::move(vocabulary);
        state->gaps.gaps = *std::move(gaps);
        state->postings = PostingsWriter(*std::move(frequencies));
        state->lastId = found->stamp.lastRecord;
        state->database.begin_transaction();
        return IndexWriter(std::move(state));
    });
}

/// Not guarded.
template <class Entry>
Result<void> IndexWriter::State::add(std::int64_t number, const Entry &entry)
{
    if (number <= lastId) {
        return Error{ErrorCode::Internal, "What is indexed must come in the order of its numbers.", {}, {}};
    }
    if (!isOpen) {
        if (auto opened = goOn(); !opened) {
            return opened;
        }
    }
    database.replace_document(static_cast<Xapian::docid>(number), documentOf(number, entry));
    lastId = number;
    if (postings.pendingBytes() > kMostPendingBytes) {
        postings.flush(database, vocabulary);
    }
    // An index in use gets all that is new at once or nothing; a new one that nobody sees yet, in batches.
    if (isNew() && ++uncommitted == kRecordsPerCommit) {
        database.commit_transaction();
        database.begin_transaction();
        uncommitted = 0;
        return forward.flush();
    }
    return {};
}

Result<void> IndexWriter::add(RecordId id, const Record &record)
{
    return guarded(m_state->folder, [&] { return m_state->add(id.value, record); });
}

Result<void> IndexWriter::add(std::int64_t number, const Text &text)
{
    return guarded(m_state->folder, [&] { return m_state->add(number, text); });
}

Result<void> IndexWriter::commit(const Stamp &stamp)
{
    return guarded(m_state->folder, [&]() -> Result<void> {
        State &state = *m_state;
        if (!state.isOpen) {
            if (auto opened = state.goOn(); !opened) {
                return opened;
            }
        }
        if (auto written = state.vocabulary.write(state.working / kVocabularyFile); !written) {
            return written;
        }
        if (auto written = state.gaps.gaps.write(state.working / kGapsFile); !written) {
            return written;
        }
        if (auto written = state.forward.flush(); !written) {
            return written;
        }
        state.postings.flush(state.database, state.vocabulary);
        state.postings.writeFrequencies(state.database);
        writeStamp(state.database,
                   {stamp, state.vocabulary.size(), state.gaps.gaps.size(), state.forward.units()});
        state.database.commit_transaction();
        if (state.isNew()) {
            return state.putInPlace();
        }
        state.database.begin_transaction();
        return {};
    });
}

} // namespace winnow::index
