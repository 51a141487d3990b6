#pragma once

#include "app/agreement.h"
#include "cli/command.h"

namespace winnow::cli {

/// Prints agreement as a table for people or as JSON; what cannot be estimated is said to be so, or null.
void printAgreement(const Context &context, const app::AgreementReport &report, bool asJson);

} // namespace winnow::cli
