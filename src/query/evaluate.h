#pragma once

#include "model/record.h"
#include "query/tree.h"

#include <memory>

namespace winnow::query {

/// What can be said of a record in the logic of Kleene.
enum class Truth { No, Unknown, Yes };

[[nodiscard]] constexpr Truth opposite(Truth truth)
{
    return truth == Truth::Yes ? Truth::No : truth == Truth::No ? Truth::Yes : Truth::Unknown;
}

/// What it means that a record holds nothing of a field: no abstract, year, type or language (see lacks()).
enum class Missing {
    No,      ///< It does not match there, as at Scopus: TITLE(a) AND NOT ABS(b) finds what has no abstract.
    Unknown, ///< Its source just did not tell; nobody can know.
};

/// A record made ready to be judged by many queries.
class Subject
{
public:
    explicit Subject(const Record &record);
    Subject(Subject &&) noexcept;
    Subject &operator=(Subject &&) noexcept;
    ~Subject();

    struct Parts; ///< known to evaluate.cpp only

private:
    friend class Judge;
    std::unique_ptr<Parts> m_parts;
};

/// Judges records by one query, from their plain text word by word: slow, simple, and the measure for the
/// index. Fields that no import brings (FieldCode::isHere()) are unknown of every record.
///
/// A record matches when judge(Missing::No) is Yes. It cannot be decided when it does not match and
/// judge(Missing::Unknown) is Unknown: what is missing could make it match.
class Judge
{
public:
    /// The tree must outlive it.
    explicit Judge(const Node &root);
    Judge(Judge &&) noexcept;
    Judge &operator=(Judge &&) noexcept;
    ~Judge();

    [[nodiscard]] Truth judge(const Subject &subject, Missing missing) const;
    [[nodiscard]] bool matches(const Subject &subject) const;
    [[nodiscard]] bool isUndecided(const Subject &subject) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The same for one record.
[[nodiscard]] Truth judge(const Node &root, const Record &record, Missing missing);
[[nodiscard]] bool matches(const Node &root, const Record &record);
[[nodiscard]] bool isUndecided(const Node &root, const Record &record);

} // namespace winnow::query
