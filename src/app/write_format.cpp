#include "app/write_format.h"

namespace winnow::app {

Result<const formats::Format *> formatToWrite(const std::filesystem::path &file, const std::string &id)
{
    const formats::Format *format =
        id.empty() ? formats::formatForWriting(file.filename().string()) : formats::findFormat(id);
    if (format != nullptr && format->writer != nullptr) {
        return format;
    }
    std::string known;
    for (const formats::Format *candidate : formats::allFormats()) {
        if (candidate->writer != nullptr) {
            known += known.empty() ? "" : ", ";
            known += id.empty() ? '.' + std::string(candidate->extension) : std::string(candidate->id);
        }
    }
    const std::string message = id.empty()
                                    ? "Winnow cannot tell the format from the name " + file.string() +
                                          "; let it end in " + known + "."
                                    : "There is no format " + id + " to write; choose one of " + known + ".";
    return Error{ErrorCode::Unsupported, message, {}, file.string()};
}

} // namespace winnow::app
