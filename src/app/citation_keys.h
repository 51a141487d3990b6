#pragma once

#include "app/workspace.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace winnow::app {

/// The keys by which tables and texts cite. Must not outlive the workspace; knows the review as it was when
/// it was made.
class CitationKeys
{
public:
    [[nodiscard]] static Result<CitationKeys> of(Workspace &workspace);

    /// Of a record: the key of the record that stands for its group, or its number where others have the same
    /// key.
    [[nodiscard]] Result<std::string> keyFor(RecordId record) const;

    /// The same for what a person wrote: "#12", or a key; keys of evidence from outside as they are. Fails
    /// with NotFound or Ambiguous, as recordFromKey() does.
    [[nodiscard]] Result<std::string> keyFor(const std::string &written);

    /// Of a key that was written in earlier times: where several records have it by now, that of the one
    /// which had it first; as it is where there is no such record any more.
    [[nodiscard]] std::string keyNow(const std::string &written);

private:
    explicit CitationKeys(Workspace &workspace)
        : m_workspace(&workspace)
    {}

    Workspace *m_workspace;
    std::unordered_set<std::string> m_evidence;
    std::unordered_map<std::string, std::string> m_known;
};

} // namespace winnow::app
