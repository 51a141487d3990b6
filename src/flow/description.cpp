#include "flow/description.h"

namespace winnow::flow {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string withOrdinarySpaces(std::string text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool isNoBreak = std::string_view(text).substr(at).starts_with(kNoBreakSpace);
        plain += isNoBreak ? ' ' : text[at];
        at += isNoBreak ? kNoBreakSpace.size() : 1;
    }
    return plain;
}

/// What stands between two lines of a box when they are read as one.
std::string_view divider(const TemplateLine &before, const TemplateLine &line)
{
    if (line.text.starts_with('(') || before.text.ends_with(':')) {
        return " ";
    }
    if (line.indent > before.indent) {
        return ": ";
    }
    return line.indent < before.indent ? "; " : ", ";
}

std::string quoted(const TemplateBox &box)
{
    return "\u201C" + textOf(box) + "\u201D";
}

/// What the diagram does not show, so that nobody takes it for all.
std::string otherMethods(const Counts &counts)
{
    std::string list;
    for (const NamedCount &entry : counts.otherMethods) {
        if (entry.count > 0) {
            list += (list.empty() ? "" : ", ") + entry.name + " " + numberText(entry.count);
        }
    }
    return list.empty() ? list
                        : " Not in the diagram, found by other methods: " + withOrdinarySpaces(list) + ".";
}

} // namespace

std::string textOf(const TemplateBox &box)
{
    std::string text;
    const TemplateLine *previous = nullptr;
    for (const TemplateLine &line : box.lines) {
        text += previous == nullptr ? "" : divider(*previous, line);
        text += line.text;
        previous = &line;
    }
    return withOrdinarySpaces(std::move(text));
}

std::string describe(const Template &source, const Counts &counts)
{
    std::string told = source.header + ".";
    const TemplateRow *previous = nullptr;
    for (const TemplateRow &row : source.rows) {
        if (previous == nullptr || row.stage != previous->stage) {
            told += " " + row.stage + ":";
        }
        told += previous == nullptr ? " The first box reads " : " An arrow leads down to ";
        told += quoted(row.main) + ".";
        if (!row.side.lines.empty()) {
            told += " An arrow leads right to " + quoted(row.side) + ".";
        }
        previous = &row;
    }
    told += otherMethods(counts);
    if (!source.draft.empty()) {
        told += " " + source.draft;
    }
    return told;
}

} // namespace winnow::flow
