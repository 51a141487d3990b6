#pragma once

#include "app/online_sources.h"
#include "app/read_file.h"
#include "app/search_online.h"
#include "app/source_client.h"

namespace winnow::app {

/// Fetches the pages that an online search still lacks, each in one transaction with how far it has come.
/// `outcome.search` says where it stands, and is kept up to date.
[[nodiscard]] Result<void>
fetchPages(Workspace &workspace, SourceClient &client, OnlineOutcome &outcome, Notices &notices, Task &task);

/// Looks at OpenAlex, PubMed and Crossref, in this order, for the abstracts that the records of a search
/// lack. That one of them does not answer is a notice and no failure; being stopped is.
[[nodiscard]] Result<void> fillAbstracts(
    Workspace &workspace, const OnlineAccess &access, OnlineOutcome &outcome, Notices &notices, Task &task);

} // namespace winnow::app
