#pragma once

#include "base/result.h"
#include "index/abbreviations.h"
#include "index/effects.h"
#include "index/spelling.h"
#include "index/text.h"
#include "model/ids.h"
#include "model/record.h"
#include "query/tree.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::index {

/// Which state of a review an index mirrors. An index with another review or a higher lastRecord than the
/// store is stale.
struct Stamp
{
    std::string review; ///< uuid of the review
    std::int64_t lastRecord = 0;
    std::int64_t recordCount = 0;

    bool operator==(const Stamp &) const = default;
};

/// What an index says of its records, ascending by id.
struct Answer
{
    std::vector<RecordId> matching;
    std::vector<RecordId> undecided; ///< those that cannot be decided, see query::Judge
    /// Codes of what was asked for and one of these lacks at least, each once: "ABS", "AFFIL" ...
    std::vector<std::string> undecidedWithout;
};

/// The searchable form of all records of a review; a cache that can always be made again.
class Index
{
public:
    /// Fails with NotFound, WrongFormat (damaged or of another layout: rebuild it) or Unreadable.
    [[nodiscard]] static Result<Index> open(const std::filesystem::path &folder);

    Index(Index &&) noexcept;
    Index &operator=(Index &&) noexcept;
    ~Index();

    [[nodiscard]] const Stamp &stamp() const;

    /// All records that match, as query::matches() says, ascending by id. FULLTEXT is looked for in `texts`;
    /// of records without one it is unknown.
    [[nodiscard]] Result<std::vector<RecordId>> search(const query::Node &root,
                                                       const FullTexts *texts = nullptr) const;

    /// With those that cannot be decided.
    [[nodiscard]] Result<Answer> answer(const query::Node &root, const FullTexts *texts = nullptr) const;

    /// What each line of a query does to the answer, and which lines keep seeds out. Fails with Cancelled
    /// when the task is stopped.
    [[nodiscard]] Result<Effects> effects(const query::Node &root,
                                          const std::vector<RecordId> &seeds,
                                          const Counting &counting,
                                          Task &task,
                                          const FullTexts *texts = nullptr) const;

    /// Of an index of texts: those that it holds, ascending by number.
    [[nodiscard]] Result<std::vector<TextEntry>> texts() const;

    /// See spellingsOf().
    [[nodiscard]] Result<std::vector<std::optional<Spelling>>>
    spellings(const std::vector<std::string> &words, Task &task) const;

    /// See otherNamesOf().
    [[nodiscard]] Result<std::vector<std::optional<OtherName>>>
    otherNames(const std::vector<std::vector<std::string>> &terms, Task &task) const;

    /// Compares the index with itself and with its stamp: number of documents, postings against the forward
    /// index. Returns one sentence per fault; empty when sound.
    [[nodiscard]] std::vector<std::string> check() const;

private:
    struct State;
    explicit Index(std::unique_ptr<State> state);

    /// Runs `work` with the parts of this index and of that of the texts.
    template <class Work>
    auto withTexts(const FullTexts *texts, const Work &work) const;

    std::unique_ptr<State> m_state;
};

/// Adds records to an index. One writer at a time. What is not committed is dropped on destruction.
class IndexWriter
{
public:
    /// A new, empty index; an existing one in the folder is replaced at the first commit.
    [[nodiscard]] static Result<IndexWriter> create(const std::filesystem::path &folder);

    /// Goes on where the index stands; fails as Index::open does, and with Busy while another writer has it.
    [[nodiscard]] static Result<IndexWriter> append(const std::filesystem::path &folder);

    IndexWriter(IndexWriter &&) noexcept;
    IndexWriter &operator=(IndexWriter &&) noexcept;
    ~IndexWriter();

    /// Ids must come in ascending order and be higher than the stamp's lastRecord.
    [[nodiscard]] Result<void> add(RecordId id, const Record &record);

    /// Likewise for an index of texts, which has no records: the first is number 1.
    [[nodiscard]] Result<void> add(std::int64_t number, const Text &text);

    [[nodiscard]] Result<void> commit(const Stamp &stamp);

private:
    struct State;
    explicit IndexWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace winnow::index
