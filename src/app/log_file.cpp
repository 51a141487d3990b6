#include "app/log_file.h"

#include "app/csv_table.h"
#include "app/history.h"

#include <array>

namespace winnow::app {

Result<std::int64_t> writeLog(Workspace &workspace, const std::filesystem::path &file)
{
    constexpr std::array<std::string_view, 12> kColumns{"entry",
                                                        "act",
                                                        "at",
                                                        "reviewer",
                                                        "kind",
                                                        "stage",
                                                        "verdict",
                                                        "reason",
                                                        "text",
                                                        "undone",
                                                        "uuid",
                                                        "version"};
    auto entries = history(workspace);
    if (!entries) {
        return std::move(entries).error();
    }
    std::vector<std::vector<std::string>> rows;
    rows.reserve(entries->size());
    for (LogEntry &entry : *entries) {
        Event &event = entry.event;
        rows.push_back({std::to_string(event.id.value),
                        std::to_string(event.op),
                        std::move(event.atUtc),
                        std::move(event.reviewer),
                        std::string(toString(event.kind)),
                        std::move(event.stage),
                        std::move(event.verdict),
                        std::move(event.reason),
                        std::move(entry.text),
                        entry.isUndone ? "yes" : "",
                        std::move(event.uuid),
                        std::move(event.appVersion)});
    }
    if (auto written = writeTable(file, kColumns, rows); !written) {
        return std::move(written).error();
    }
    return static_cast<std::int64_t>(rows.size());
}

} // namespace winnow::app
