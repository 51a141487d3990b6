#include "app/flow_publish.h"

#include "base/file.h"
#include "publish/output.h"

namespace winnow::app {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20U; // such a file has a few kilobytes

std::vector<publish::BoxEntries> byBox(const std::vector<FlowEntry> &entries)
{
    std::vector<publish::BoxEntries> boxes;
    for (const FlowEntry &entry : entries) {
        if (boxes.empty() || boxes.back().box != entry.box) {
            boxes.push_back({entry.box, {}});
        }
        boxes.back().entries.push_back({entry.text, entry.address});
    }
    return boxes;
}

} // namespace

bool showsEntries(const std::filesystem::path &file)
{
    const auto output = publish::outputFor(file.filename().string(), publish::Subject::Flow);
    return output && (*output)->id == "html";
}

Result<flow::Texts> diagramTexts(const std::string &nameOrFile)
{
    const std::filesystem::path file(nameOrFile);
    if (file.extension() != ".json") {
        return flow::Texts::named(nameOrFile);
    }
    auto bytes = readFile(file, kMostBytes);
    auto texts = bytes ? flow::Texts::fromJson(*bytes) : std::move(bytes).error();
    if (!texts) {
        Error error = std::move(texts).error();
        error.where = nameOrFile;
        return error;
    }
    return texts;
}

Result<FlowFile> publishNumbers(const flow::Numbers &numbers,
                                const std::vector<FlowEntry> &entries,
                                const std::filesystem::path &file,
                                const FlowStyle &style)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Flow);
    if (!output) {
        return std::move(output).error();
    }
    auto shown = flow::asVariant(numbers, style.variant.value_or(numbers.variant));
    if (!shown) {
        return std::move(shown).error();
    }
    const flow::Diagram diagram = flow::layOut(*shown, style.options);
    auto bytes = (*output)->flow({*shown, diagram, byBox(entries), style.dpi});
    if (!bytes) {
        return std::move(bytes).error();
    }
    if (auto written = writeFile(file, *bytes); !written) {
        return std::move(written).error();
    }
    FlowFile result{file, {}};
    if (style.publisher != nullptr) {
        result.objections = flow::objections(*style.publisher, diagram, (*output)->extension, style.dpi);
    }
    return result;
}

} // namespace winnow::app
