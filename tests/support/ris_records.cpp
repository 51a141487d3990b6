#include "support/ris_records.h"

#include "formats/format.h"
#include "formats/input/text_input.h"

namespace winnow::test {

namespace {

class RecordList final : public formats::RecordSink
{
public:
    bool record(formats::ReadRecord &&record) override
    {
        records.push_back(std::move(record.record));
        return true;
    }

    bool rejected(formats::RejectedRecord && /*record*/) override { return true; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::vector<Record> records;
};

} // namespace

std::vector<Record> recordsIn(const std::filesystem::path &ris)
{
    auto input = formats::TextInput::open(ris);
    RecordList list;
    if (!input || !formats::findFormat("ris")->read(*input, {}, list)) {
        return {};
    }
    return std::move(list.records);
}

} // namespace winnow::test
