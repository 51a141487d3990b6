#include "app/manuscript.h"

#include "base/file.h"
#include "formats/input/zip_archive.h"

#include <pugixml.hpp>

#include <string_view>

namespace winnow::app {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 26U;

/// Adds the text of all runs below an element, in their order.
class TextReader : public pugi::xml_tree_walker
{
public:
    bool for_each(pugi::xml_node &node) override
    {
        const std::string_view name = node.name();
        if (name == "w:t") {
            text += node.child_value();
        } else if (name == "w:p") {
            text += "\n\n";
        } else if (name == "w:tab" || name == "w:br") {
            text += ' ';
        }
        return true;
    }

    std::string text;
};

Result<std::string> wordText(const std::filesystem::path &file)
{
    const auto archive = formats::ZipArchive::open(file);
    if (!archive) {
        return archive.error();
    }
    const auto bytes = archive->bytes("word/document.xml", kMostBytes);
    pugi::xml_document document;
    if (!bytes ||
        !document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata)) {
        return Error{ErrorCode::WrongFormat,
                     "This is no document of Word. Save the manuscript as .docx or as plain text.",
                     bytes ? std::string() : bytes.error().message,
                     file.string()};
    }
    TextReader reader;
    document.traverse(reader);
    return std::move(reader.text);
}

} // namespace

Result<std::string> manuscriptText(const std::filesystem::path &file)
{
    return formats::ZipArchive::isZip(file) ? wordText(file) : readFile(file, kMostBytes);
}

} // namespace winnow::app
