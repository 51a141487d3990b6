#pragma once

#include "app/find_full_texts.h"
#include "app/link_resolver.h"
#include "app/locator_client.h"

#include <optional>
#include <vector>

namespace winnow::app {

/// A report that sources may be asked for.
struct Candidate
{
    FullText text;
    Record record;
};

/// Who is asked for what, found out before anybody is asked.
struct FindPlan
{
    std::vector<Candidate> candidates;
    std::vector<LocatorClient> clients; ///< in the order in which they are asked
    std::vector<UnaskedSource> passedOver;
    std::optional<LinkResolver> resolver;
    bool asksAgain = false;
    std::string nowUtc;
};

[[nodiscard]] Result<FindPlan>
planFind(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access);

/// Whether the source is to be asked for the report: it can be asked by what the record has, has not answered
/// lately, and no source has found a file lately that somebody detached again.
[[nodiscard]] bool
isAsked(const FindPlan &plan, const locators::Locator &locator, const Candidate &candidate);

} // namespace winnow::app
