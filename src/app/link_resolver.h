#pragma once

#include "base/result.h"
#include "model/record.h"

#include <string>
#include <string_view>

namespace winnow::app {

/// The address at which the user's own institution says how to get a report, such as
/// "https://resolver.example.edu/openurl?doi={doi}&title={title}". A person follows it; Winnow never does.
class LinkResolver
{
public:
    /// Fails with InvalidArgument where the pattern is no address by HTTP or HTTPS, names a field that there
    /// is not, or names none. Fields are {doi}, {pmid}, {title}, {author} (the family name of the first),
    /// {year} and {journal}.
    [[nodiscard]] static Result<LinkResolver> of(std::string_view pattern);

    /// The pattern with the record's values, percent-encoded; empty where the record has none of them.
    [[nodiscard]] std::string addressFor(const Record &record) const;

private:
    explicit LinkResolver(std::string pattern)
        : m_pattern(std::move(pattern))
    {}

    std::string m_pattern;
};

} // namespace winnow::app
