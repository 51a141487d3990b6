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
    const std::size_t dot = fileName.rfind('.');
    std::string extension(dot == std::string_view::npos ? std::string_view() : fileName.substr(dot + 1));
    std::ranges::transform(extension, extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    std::string known;
    for (const Output *output : allOutputs()) {
        if (!canHold(output)) {
            continue;
        }
        if (output->extension == extension) {
            return output;
        }
        known += (known.empty() ? "." : ", .") + std::string(output->extension);
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
