#pragma once

#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "flow/counts.h"
#include "flow/numbers.h"
#endif

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace winnow::gui {

/// What stands behind a box of the diagram.
struct BoxRecords
{
    std::vector<RecordId> records; ///< ascending, each once
    std::int64_t outside = 0;      ///< counted outside Winnow
};

/// The diagram's numbers and what is behind its boxes, by their ids.
struct FlowReading
{
    flow::Numbers numbers;
    std::map<std::string, BoxRecords> boxes;
};

[[nodiscard]] Result<FlowReading> readFlow(app::Workspace &review);

/// "41 records: open", of each box that has any.
[[nodiscard]] std::map<std::string, QString> boxTips(const FlowReading &reading);

} // namespace winnow::gui
