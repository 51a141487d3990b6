#include "some_forms.h"

#include <gtest/gtest.h>

namespace winnow::extraction::test {

std::string formWith(const std::string &fields)
{
    return R"({"id": "f", "title": "A form", "sections": [{"title": "One", "fields": [)" + fields + "]}]}";
}

Form parsedFormWith(const std::string &fields)
{
    const auto form = parseForm(formWith(fields));
    EXPECT_TRUE(form) << form.error().message;
    return form ? *form : Form{};
}

Form formOfAllTypes()
{
    return parsedFormWith(R"json(
        {"id": "text", "label": "Text", "type": "text"},
        {"id": "long", "label": "Long", "type": "long-text"},
        {"id": "count", "label": "Count", "type": "integer"},
        {"id": "dose", "label": "Dose", "type": "number"},
        {"id": "time", "label": "Time", "type": "number", "units": ["weeks", "months"]},
        {"id": "amount", "label": "Amount", "type": "number", "units": ["mM", "MM", "litres"]},
        {"id": "weight", "label": "Weight", "type": "number", "units": ["mg"]},
        {"id": "share", "label": "Share", "type": "percentage"},
        {"id": "date", "label": "Date", "type": "date"},
        {"id": "period", "label": "Period", "type": "date-range"},
        {"id": "blind", "label": "Blind?", "type": "yes-no"},
        {"id": "design", "label": "Design", "type": "single", "options": [
            {"id": "rct", "label": "Randomised trial"}, {"id": "cohort", "label": "Cohort; prospective"}]},
        {"id": "setting", "label": "Setting", "type": "multiple", "options": [
            {"id": "home", "label": "At home"}, {"id": "school", "label": "School"}, "Work place"]},
        {"id": "craft", "label": "Craft", "type": "code", "options": [
            {"id": "wood", "label": "Wood", "children": [{"id": "wood-other", "label": "Other"}]},
            {"id": "clay", "label": "Clay", "children": [{"id": "clay-other", "label": "Other"}]}]},
        {"id": "arms", "label": "Arms", "type": "group", "fields": [
            {"id": "n", "label": "People", "type": "integer"},
            {"id": "age", "label": "Age", "type": "mean-sd"}]},
        {"id": "table", "label": "Table", "type": "matrix", "rows": ["Pain", "Sleep"], "columns": ["3 months", "1 year"]},
        {"id": "deaths", "label": "Deaths", "type": "two-by-two"},
        {"id": "pain", "label": "Pain", "type": "mean-sd"},
        {"id": "effect", "label": "Effect", "type": "effect"},
        {"id": "ratio", "label": "Ratio", "type": "effect", "measures": ["RR", "OR"]},
        {"id": "place", "label": "Place", "type": "location"},
        {"id": "report", "label": "Report", "type": "reference"},
        {"id": "figure", "label": "Figure", "type": "region"},
        {"id": "total", "label": "Total", "type": "computed", "formula": "sum(arms.n)"})json");
}

Values typed(const Form &form, std::initializer_list<std::pair<std::string_view, std::string_view>> texts)
{
    Values values;
    for (const auto &[path, text] : texts) {
        const Field *const field = fieldAt(form, path);
        EXPECT_NE(field, nullptr) << path;
        const auto value = field == nullptr ? Result<Value>(Value{}) : parseValue(*field, text);
        EXPECT_TRUE(value) << path << ": " << (value ? "" : value.error().message);
        if (value) {
            values.emplace(path, *value);
        }
    }
    return values;
}

std::string partsOf(const Value &value)
{
    std::string text = value.status == ValueStatus::Extracted ? "" : std::string(toString(value.status));
    for (const Part &part : value.parts) {
        text += (text.empty() ? "" : " ") + part.name + "=" + part.text;
    }
    return text;
}

} // namespace winnow::extraction::test
