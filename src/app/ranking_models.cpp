#include "app/ranking_models.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <sstream>

namespace winnow::app {

namespace {

using rank::Model;

constexpr std::array kParameters{
    RankingParameter{"c",
                     1e-4,
                     1e4,
                     false,
                     [](const Model &model) { return model.ridge.c; },
                     [](Model &model, double value) { model.ridge.c = value; }},
    RankingParameter{"ratio",
                     1e-3,
                     1e3,
                     false,
                     [](const Model &model) { return model.ridge.ratio; },
                     [](Model &model, double value) { model.ridge.ratio = value; }},
    RankingParameter{"intercept",
                     0,
                     1e3,
                     false,
                     [](const Model &model) { return model.ridge.intercept; },
                     [](Model &model, double value) { model.ridge.intercept = value; }},
    RankingParameter{"tolerance",
                     1e-4,
                     0.1,
                     false,
                     [](const Model &model) { return model.ridge.tolerance; },
                     [](Model &model, double value) { model.ridge.tolerance = value; }},
    RankingParameter{"titleWeight",
                     1,
                     100,
                     false,
                     [](const Model &model) { return static_cast<double>(model.terms.titleWeight); },
                     [](Model &model, double value) {
                         model.terms.titleWeight = static_cast<std::uint8_t>(std::lround(value));
                     }},
    RankingParameter{"stemmed",
                     0,
                     1,
                     true,
                     [](const Model &model) { return model.terms.isStemmed ? 1.0 : 0.0; },
                     [](Model &model, double value) { model.terms.isStemmed = value != 0; }},
    RankingParameter{"fieldsApart",
                     0,
                     1,
                     true,
                     [](const Model &model) { return model.terms.areFieldsApart ? 1.0 : 0.0; },
                     [](Model &model, double value) { model.terms.areFieldsApart = value != 0; }},
    RankingParameter{"pairsUnordered",
                     0,
                     1,
                     true,
                     [](const Model &model) { return model.terms.isPairUnordered ? 1.0 : 0.0; },
                     [](Model &model, double value) { model.terms.isPairUnordered = value != 0; }},
    RankingParameter{"numbersOne",
                     0,
                     1,
                     true,
                     [](const Model &model) { return model.terms.areNumbersOne ? 1.0 : 0.0; },
                     [](Model &model, double value) { model.terms.areNumbersOne = value != 0; }},
    RankingParameter{"mostRecords",
                     0.01,
                     1,
                     false,
                     [](const Model &model) { return model.terms.mostRecords; },
                     [](Model &model, double value) { model.terms.mostRecords = value; }},
    RankingParameter{"bareLength",
                     0.01,
                     1,
                     false,
                     [](const Model &model) { return model.terms.bareLength; },
                     [](Model &model, double value) { model.terms.bareLength = value; }},
};

/// The names of all, divided by commas.
template <class Range>
std::string listed(const Range &range)
{
    std::string names;
    for (const auto &one : range) {
        names.append(names.empty() ? "" : ", ").append(one.name);
    }
    return names;
}

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

/// Takes one "name=value" over.
Result<void> take(Model &model, std::string_view setting)
{
    const std::size_t sign = std::min(setting.find('='), setting.size());
    const std::string_view name = setting.substr(0, sign);
    const auto *const parameter = std::ranges::find(kParameters, name, &RankingParameter::name);
    if (parameter == kParameters.end()) {
        return refusal("There is no parameter " + std::string(name) + " of a model; the parameters are " +
                       listed(kParameters) + '.');
    }
    const std::string_view typed = setting.substr(std::min(sign + 1, setting.size()));
    double value = 0;
    const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    const bool isNumber = failure == std::errc() && end == typed.data() + typed.size();
    if (!isNumber || !(value >= parameter->least && value <= parameter->most) ||
        (parameter->isFlag && value != std::floor(value))) {
        std::ostringstream text;
        text << "The parameter " << name << " of a model is "
             << (parameter->isFlag ? "0 or 1" : "a number from ");
        if (!parameter->isFlag) {
            text << parameter->least << " to " << parameter->most;
        }
        text << ", such as " << name << '=' << parameter->get(rank::allModels().front()) << '.';
        return refusal(text.str());
    }
    parameter->set(model, value);
    return {};
}

} // namespace

std::span<const RankingParameter> rankingParameters()
{
    return kParameters;
}

std::vector<std::string> modelNames()
{
    std::vector<std::string> names;
    for (const Model &model : rank::allModels()) {
        names.emplace_back(model.name);
    }
    return names;
}

Result<rank::Model> chosenModel(std::string_view choice)
{
    const std::size_t colon = std::min(choice.find(':'), choice.size());
    const std::string_view name = choice.substr(0, colon);
    const auto named = name.empty() ? std::optional(rank::allModels().front()) : rank::modelNamed(name);
    if (!named) {
        return Error{ErrorCode::NotFound,
                     "There is no model " + std::string(name) + "; the models are " +
                         listed(rank::allModels()) + '.',
                     {},
                     {}};
    }
    Model model = *named;
    std::string_view settings = choice.substr(std::min(colon + 1, choice.size()));
    while (!settings.empty()) {
        const std::size_t comma = std::min(settings.find(','), settings.size());
        if (auto taken = take(model, settings.substr(0, comma)); !taken) {
            return std::move(taken).error();
        }
        settings.remove_prefix(std::min(comma + 1, settings.size()));
    }
    return model;
}

} // namespace winnow::app
