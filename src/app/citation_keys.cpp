#include "app/citation_keys.h"

#include "app/outside_evidence.h"
#include "app/record_keys.h"

#include <algorithm>

namespace winnow::app {

Result<CitationKeys> CitationKeys::of(Workspace &workspace)
{
    auto evidence = outsideEvidence(workspace);
    if (!evidence) {
        return std::move(evidence).error();
    }
    CitationKeys keys(workspace);
    for (OutsideEvidence &one : *evidence) {
        keys.m_evidence.insert(std::move(one.key));
    }
    return keys;
}

Result<std::string> CitationKeys::keyFor(RecordId record) const
{
    auto kept = m_workspace->judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    const RecordId id = *kept;
    auto rows = m_workspace->records().rows(std::span(&id, 1));
    if (!rows) {
        return std::move(rows).error();
    }
    std::string key = rows->empty() ? std::string() : std::move(rows->front().key);
    auto same = key.empty() ? std::vector<RecordId>() : m_workspace->records().withKey(key);
    if (!same) {
        return std::move(same).error();
    }
    return same->size() == 1 ? key : "#" + std::to_string(id.value);
}

Result<std::string> CitationKeys::keyFor(const std::string &written)
{
    if (m_evidence.contains(written)) {
        return written;
    }
    if (const auto known = m_known.find(written); known != m_known.end()) {
        return known->second;
    }
    const auto record = recordFromKey(*m_workspace, written);
    auto key = record ? keyFor(*record) : record.error();
    if (key) {
        m_known.emplace(written, *key);
    }
    return key;
}

std::string CitationKeys::keyNow(const std::string &written)
{
    auto key = keyFor(written);
    if (!key && key.error().code == ErrorCode::Ambiguous) {
        auto same = m_workspace->records().withKey(written);
        if (same && !same->empty()) {
            key = keyFor(*std::ranges::min_element(*same));
        }
    }
    return key ? *std::move(key) : written;
}

} // namespace winnow::app
