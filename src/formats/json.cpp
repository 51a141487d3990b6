#include "formats/format.h"
#include "formats/support/json_items.h"
#include "formats/support/record_builder.h"
#include "formats/support/record_json.h"

#include <nlohmann/json.hpp>

namespace winnow::formats {

extern const Format json;

namespace {

using nlohmann::ordered_json;

/// The name that tells our files from others; its value is the version.
constexpr std::string_view kMark = "\"winnow_records\"";

Detection detect(std::string_view head)
{
    return head.substr(0, 1024).find(kMark) != std::string_view::npos
               ? Detection{98, "it says that it holds records of Winnow", "Winnow"}
               : Detection();
}

void build(const ordered_json &item, ReadRecord &read)
{
    setFromJson(read.record, item);
    read.decisions = decisionsFromJson(item.value("decisions", ordered_json()));
    read.extras = extrasFromJson(item.value("extras", ordered_json()));
    if (const std::string source = item.value("source", ordered_json()).is_string()
                                       ? item["source"].get<std::string>()
                                       : std::string();
        !source.empty()) {
        read.extras.push_back({"source", source});
    }
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    return readJsonItems(input, sink, build);
}

/// The writer begins each record on a line of its own with its type, and no text holds a line end.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    while (input.next()) {
        records += static_cast<std::int64_t>(input.line().starts_with("{\"type\":"));
    }
    return records;
}

class JsonWriter final : public RecordWriter
{
public:
    void begin(std::string &out) override
    {
        out += "{";
        out += kMark;
        out += ":1,\"records\":[";
    }

    void record(const ExportRecord &exported, std::string &out) override
    {
        ordered_json item = toJson(exported.record);
        if (!exported.source.empty()) {
            item["source"] = exported.source;
        }
        if (!exported.decisions.empty()) {
            item["decisions"] = toJson(exported.decisions);
        }
        if (!exported.extras.empty()) {
            item["extras"] = toJson(exported.extras);
        }
        out += m_isFirst ? "\n" : ",\n";
        out += item.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
        m_isFirst = false;
    }

    Result<void> end(std::string &out) override
    {
        out += "\n]}\n";
        return {};
    }

private:
    bool m_isFirst = true;
};

} // namespace

const Format json{
    "json", "Winnow JSON", "winnow.json", detect, read, count, []() -> std::unique_ptr<RecordWriter> {
        return std::make_unique<JsonWriter>();
    }};

} // namespace winnow::formats
