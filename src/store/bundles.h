#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace winnow::store {

class ReviewFile;

/// What a bundle brought.
struct BundleOutcome
{
    std::string reviewer;   ///< whose it is; empty: everybody's
    std::int64_t read = 0;  ///< events in the bundle
    std::int64_t known = 0; ///< of these were here already
    std::map<std::string, std::int64_t>
        added; ///< by the word of the event's kind; earlier bundles' that no longer wait too
    std::map<std::string, std::int64_t> waiting; ///< that wait here for what they speak of, by what that is
};

/// Bundles: the events of one reviewer, or of all, as text that another copy of the review takes in. Merging
/// is a union by uuid: in any order, any number of times, the same events give the same state.
///
/// The first line says of which review and of whom; each further line is an event after a hash over all that
/// came before it and itself, so that a bundle which was cut short or changed on its way is refused whole.
class Bundles
{
public:
    explicit Bundles(ReviewFile &file);

    /// `reviewer` empty: of all.
    [[nodiscard]] Result<std::string> write(std::string_view reviewer);

    /// Fails with WrongFormat when `bundle` is none, was damaged, or is of another review; then nothing was
    /// taken.
    [[nodiscard]] Result<BundleOutcome> merge(std::string_view bundle);

private:
    ReviewFile &m_file;
};

} // namespace winnow::store
