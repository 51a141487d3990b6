#pragma once

#include "formats/support/bibtex_entries.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// Entries whose fields others inherit: proceedings, books and the like by `crossref`, containers of data by
/// `xdata`. Entries of such types are kept, and others that were asked for, as long as they are of a sane
/// size.
class BibtexParents
{
public:
    void keep(const BibtexEntry &entry);

    /// The first key that `entry` or a parent refers to and that is not kept (yet), in lower case; it will be
    /// kept when it comes. Empty when nothing is missing.
    std::string missing(const BibtexEntry &entry);

    /// Adds the fields that `entry` inherits and does not have. Of a crossref only what is true of a part as
    /// of the whole: an entry in a book has its year, publisher and ISBN, but not its DOI or abstract.
    /// Parents of parents count, but no more than a few in all, so that circles do no harm.
    void inherit(BibtexEntry &entry);

    /// The parents used so far, as @xdata entries: what must stand before an entry for it to be read alone.
    /// Bounded.
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    struct Parent
    {
        std::vector<RawField> fields;
        std::string raw;
        bool isShown = false; ///< is in m_text
    };

    struct Step
    {
        std::string key;
        bool isData = false; ///< xdata all the way
        Parent *parent = nullptr;
    };

    std::vector<Step> steps(const BibtexEntry &entry);
    static void inheritFrom(const Parent &parent, bool isData, BibtexEntry &entry);
    void show(Parent &parent);

    std::map<std::string, Parent, std::less<>> m_parents; ///< by key in lower case
    std::set<std::string, std::less<>> m_wanted;
    std::size_t m_bytes = 0;
    std::string m_text;
};

/// Whether entries of this type hold data for others and are no records themselves.
[[nodiscard]] bool isBibtexContainer(std::string_view type);

} // namespace winnow::formats
