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

/// A sentence of the texts with the words of a box in it.
std::string sentence(const Texts &texts, std::string_view key, const std::string &box)
{
    std::string told = texts[key];
    if (const std::size_t at = told.find("{box}"); at != std::string::npos) {
        told.replace(at, 5, box);
    }
    return told;
}

std::string_view sideSentence(const Rung &rung)
{
    return rung.sideArrow == SideArrow::FromMain ? "told.right" : "told.first";
}

const TemplateBox *boxCalled(const Template &source, const std::string &id)
{
    for (const Lane &lane : source.lanes) {
        for (const Rung &rung : lane.rungs) {
            if (rung.main.isDrawn() && rung.main.id == id) {
                return &rung.main;
            }
        }
    }
    return nullptr;
}

/// What the diagram does not show, so that nobody takes it for all.
std::string otherMethods(const Numbers &numbers, const Texts &texts)
{
    if (hasOtherMethods(numbers.variant) || numbers.variant == Variant::Prisma2009) {
        return {};
    }
    std::string list;
    for (const Line &line : numbers.otherList) {
        if (line.number.value.value_or(0) > 0) {
            list += (list.empty() ? "" : ", ") + texts.source(line.name) + " " + texts.number(line.number);
        }
    }
    std::string told = list.empty() ? list : " " + texts["told.not-shown"];
    if (const std::size_t at = told.find("{list}"); at != std::string::npos) {
        told.replace(at, 6, withOrdinarySpaces(list));
    }
    return told;
}

std::string describeLane(const Lane &lane, const Template &source, const Texts &texts)
{
    std::string told = lane.header.isDrawn() ? textOf(lane.header) + "." : "";
    std::string stage;
    bool isFirst = true;
    for (const Rung &rung : lane.rungs) {
        if (const std::string &next = source.steps[rung.step].stage; next != stage) {
            stage = next;
            told += (told.empty() ? "" : " ") + stage + ":";
        }
        if (rung.main.isDrawn()) {
            told += " " + sentence(texts, isFirst ? "told.first" : "told.down", textOf(rung.main));
            isFirst = false;
        }
        if (rung.side.isDrawn()) {
            told += " " + sentence(texts, sideSentence(rung), textOf(rung.side));
        }
    }
    if (const TemplateBox *const target = boxCalled(source, lane.joins)) {
        told += " " + sentence(texts, "told.joins", textOf(*target));
    }
    return told;
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

std::string describe(const Template &source, const Numbers &numbers, const Texts &texts)
{
    std::string told;
    for (const Lane &lane : source.lanes) {
        told += (told.empty() ? "" : " ") + describeLane(lane, source, texts);
    }
    told += otherMethods(numbers, texts);
    if (!source.draft.empty()) {
        told += " " + withOrdinarySpaces(source.draft);
    }
    return told;
}

} // namespace winnow::flow
