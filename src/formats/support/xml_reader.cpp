#include "formats/support/xml_reader.h"

#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/xml_records.h"
#include "formats/support/xml_tree.h"

#include <algorithm>
#include <string>

namespace winnow::formats {

namespace {

using Build = void (*)(pugi::xml_node root, ReadRecord &read);

/// An element without end stands when it has a title.
bool deliverUnended(RecordSink &sink, ReadRecord &&read, bool isCut)
{
    if (read.record.title.empty()) {
        return sink.rejected({read.line,
                              isCut ? "is cut off by the end of the file and has no title"
                                    : "has neither an end tag nor a title",
                              std::move(read.raw)});
    }
    sink.diagnostic({Severity::Warning,
                     read.line,
                     {},
                     isCut ? "The last record is cut off by the end of the file; it may be incomplete."
                           : "A record has no end tag; it may be incomplete."});
    return deliver(sink, std::move(read));
}

bool takeElement(XmlElement &&element, XmlTree &tree, RecordSink &sink, Build build)
{
    if (element.end == XmlElement::End::TooLong) {
        return sink.rejected({element.line, std::string(kTooLong), std::move(element.text)});
    }
    if (!tree.parse(element)) {
        return sink.rejected({element.line, tree.problem(), std::move(element.text)});
    }
    ReadRecord read;
    read.line = element.line;
    build(tree.root(), read);
    read.raw = std::move(element.text);
    if (element.end == XmlElement::End::Closed) {
        return deliver(sink, std::move(read));
    }
    return deliverUnended(sink, std::move(read), element.end == XmlElement::End::CutOff);
}

} // namespace

Result<void>
readXmlRecords(TextInput &input, std::span<const std::string_view> names, RecordSink &sink, Build build)
{
    XmlRecords records(input, names);
    XmlTree tree;
    XmlElement element;
    while (records.next(element) && takeElement(std::move(element), tree, sink, build)) {
    }
    return input.status();
}

std::int64_t countXmlTags(TextInput &input, std::span<const std::string_view> names)
{
    const std::size_t longest = std::ranges::max(names, {}, &std::string_view::size).size();
    std::int64_t count = 0;
    std::string text;
    const auto countIn = [&] {
        std::size_t at = text.find('<');
        // A tag that the piece may divide waits for the next.
        for (; at != std::string::npos && at + longest + 1 < text.size(); at = text.find('<', at + 1)) {
            count += std::ranges::count_if(names, [&](std::string_view name) {
                return text.compare(at + 1, name.size(), name) == 0 &&
                       std::string_view("> \t\r\n/").find(text[at + 1 + name.size()]) !=
                           std::string_view::npos;
            });
        }
        text.erase(0, at);
    };
    while (input.nextPiece()) {
        text += input.piece();
        countIn();
    }
    text.append(longest + 1, '.');
    countIn();
    return count;
}

} // namespace winnow::formats
