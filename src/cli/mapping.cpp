#include "cli/mapping.h"

#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

namespace {

constexpr std::size_t kShownRejections = 20;

void printColumns(std::ostream &out, const std::vector<app::ColumnMapping> &columns)
{
    std::string others;
    for (const app::ColumnMapping &column : columns) {
        if (column.field.empty()) {
            others += (others.empty() ? "" : ", ") + column.column;
        } else {
            out << "  column " << printable(column.column) << " = " << column.field << '\n';
        }
    }
    if (!others.empty()) {
        out << "  kept as they are: " << printable(others) << '\n';
    }
}

} // namespace

Result<std::vector<app::ColumnMapping>> mappingsFrom(const std::vector<std::string> &texts)
{
    std::vector<app::ColumnMapping> mappings;
    for (const std::string &text : texts) {
        const std::size_t sign = text.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == text.size()) {
            return Error{ErrorCode::InvalidArgument,
                         "--map needs a field and a column, as in title=Titel; it has " + text + ".",
                         {},
                         {}};
        }
        mappings.push_back({text.substr(0, sign), text.substr(sign + 1)});
    }
    return mappings;
}

void printImported(std::ostream &out, const app::ImportedFile &file, bool showsColumns)
{
    out << printable(file.file) << " (" << file.formatLabel << ": " << printable(file.reason)
        << "): " << counted(file.inFile, "record") << " in the file = " << grouped(file.stored)
        << " stored + " << grouped(static_cast<std::int64_t>(file.rejected.size())) << " rejected\n";
    if (showsColumns) {
        printColumns(out, file.columns);
    }
    for (std::size_t i = 0; i < file.rejected.size() && i < kShownRejections; ++i) {
        out << "  line " << file.rejected[i].line << " rejected: " << printable(file.rejected[i].reason)
            << '\n';
    }
    if (file.rejected.size() > kShownRejections) {
        out << "  ... and " << file.rejected.size() - kShownRejections << " more; --json lists all\n";
    }
    for (const Diagnostic &notice : file.notices) {
        out << "  note" << (notice.line > 0 ? ", line " + std::to_string(notice.line) : std::string()) << ": "
            << printable(notice.field.empty() ? notice.text : notice.field + ": " + notice.text) << '\n';
    }
}

} // namespace winnow::cli
