#include "app/online_translation.h"

#include "app/find_records.h"
#include "app/source_client.h"
#include "query/dialects/dialect.h"

#include <utility>

namespace winnow::app {

Result<OnlineTranslation> translateFor(const sources::Source &source, const query::Node &root)
{
    const query::Dialect *dialect = query::findDialect(source.dialect);
    if (dialect == nullptr) {
        return Error{ErrorCode::Internal,
                     "The queries of " + std::string(source.label) + " cannot be written yet.",
                     {},
                     {}};
    }
    query::Translation translation = dialect->translate(root);
    if (translation.text.empty()) {
        return Error{ErrorCode::Unsupported,
                     std::string(source.label) + " cannot be asked this query: " +
                         (translation.losses.empty() ? std::string("nothing of it can be expressed.")
                                                     : translation.losses.back().message),
                     {},
                     {}};
    }
    OnlineTranslation result{std::move(translation.text), {}, translation.isSuperset};
    for (query::Loss &loss : translation.losses) {
        result.losses.push_back({loss.from, loss.to, std::move(loss.message), loss.mayMiss});
    }
    return result;
}

Result<OnlineTranslation>
translateForSource(std::string_view sourceId, std::string_view query, query::Precedence precedence)
{
    auto source = sourceOf(sourceId);
    if (!source) {
        return std::move(source).error();
    }
    auto root = treeOf(query, precedence);
    return root ? translateFor(**source, **root) : std::move(root).error();
}

} // namespace winnow::app
