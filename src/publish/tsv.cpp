#include "publish/output.h"
#include "publish/support/flat_table.h"

namespace winnow::publish {

extern const Output tsv;

namespace {

Result<std::string> write(const evidence::PrintedTable &table)
{
    return separatedValues(table, '\t');
}

} // namespace

const Output tsv{"tsv", "Text with tabs", "tsv", nullptr, write};

} // namespace winnow::publish
