#include "extraction/options.h"

#include "extraction/scalars.h"

#include <algorithm>

namespace winnow::extraction {

namespace {

void collect(const std::vector<Option> &options, std::vector<const Option *> &all)
{
    for (const Option &option : options) {
        all.push_back(&option);
        collect(option.children, all);
    }
}

bool findDown(const std::vector<Option> &options, std::string_view id, std::vector<std::string> &found)
{
    for (const Option &option : options) {
        if (option.id == id || findDown(option.children, id, found)) {
            found.push_back(option.id);
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<const Option *> allOptions(const Field &field)
{
    std::vector<const Option *> all;
    collect(field.options, all);
    return all;
}

const Option *optionCalled(const Field &field, std::string_view id)
{
    const auto all = allOptions(field);
    const auto found =
        std::ranges::find(all, id, [](const Option *option) -> std::string_view { return option->id; });
    return found == all.end() ? nullptr : *found;
}

std::vector<const Option *> optionsMeantBy(const Field &field, std::string_view text)
{
    const std::string_view exact = trimmed(text);
    if (const Option *const option = optionCalled(field, exact)) {
        return {option};
    }
    std::vector<const Option *> byLabel;
    std::vector<const Option *> byPlain;
    for (const Option *const option : allOptions(field)) {
        if (option->label == exact) {
            byLabel.push_back(option);
        }
        if (isSameInPlainForm(option->label, exact) || isSameInPlainForm(option->id, exact)) {
            byPlain.push_back(option);
        }
    }
    return byLabel.empty() ? byPlain : byLabel;
}

std::string textOf(const Field &field, const Option &option)
{
    const auto meant = optionsMeantBy(field, option.label);
    const bool isClear = meant.size() == 1 && meant.front() == &option &&
                         option.label.find_first_of(";\n\r") == std::string::npos;
    return isClear ? option.label : option.id;
}

std::vector<std::string> withParents(const Field &field, std::string_view id)
{
    std::vector<std::string> found;
    if (!findDown(field.options, id, found)) {
        found.emplace_back(id);
    }
    return found;
}

} // namespace winnow::extraction
