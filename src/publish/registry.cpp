#include "publish/output.h"

#include <algorithm>

namespace winnow::publish {

Result<const Output *> outputFor(std::string_view fileName, Subject subject)
{
    const auto canHold = [subject](const Output *output) {
        switch (subject) {
        case Subject::Flow:
            return output->flow != nullptr;
        case Subject::Table:
            return output->table != nullptr;
        case Subject::Document:
            break;
        }
        return output->document != nullptr;
    };
    std::string name(fileName);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    std::string known;
    const Output *best = nullptr; // "table.grid.md" ends in .md, too
    for (const Output *output : allOutputs()) {
        if (!canHold(output)) {
            continue;
        }
        const std::string ending = "." + std::string(output->extension);
        if (name.ends_with(ending) &&
            (best == nullptr || output->extension.size() > best->extension.size())) {
            best = output;
        }
        known += (known.empty() ? "" : ", ") + ending;
    }
    if (best != nullptr) {
        return best;
    }
    return Error{ErrorCode::Unsupported,
                 "Winnow cannot tell what to write from the name " + std::string(fileName) +
                     "; let it end in " + known + ".",
                 {},
                 std::string(fileName)};
}

Error holdsNoNumbers(std::string_view extension)
{
    return {ErrorCode::Unsupported,
            "A ." + std::string(extension) +
                " file holds the numbers of a flow diagram; write this picture as .svg, .pdf, .png or .docx.",
            {},
            {}};
}

} // namespace winnow::publish
