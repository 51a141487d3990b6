#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// What a field of a form asks for. Their names in files, and the parts that a value of each has, are in one
/// table: extraction/field_types.h.
enum class FieldType {
    Text,     ///< one line
    LongText, ///< paragraphs
    Integer,
    Number, ///< decimal, with a unit and a qualifier (=, <, ≤, >, ≥, ~)
    Percentage,
    Date, ///< may be partial
    DateRange,
    YesNo,     ///< yes, no, unclear
    Single,    ///< one of the options
    Multiple,  ///< any of the options
    Code,      ///< any of the options of a tree
    Group,     ///< repeated: arms, outcomes; has fields of its own
    Matrix,    ///< a cell for each of `rows` and `columns`
    TwoByTwo,  ///< events and totals in two arms
    MeanSd,    ///< mean with SD, SE, interval or IQR, and n
    Effect,    ///< a measure with its interval and p
    Location,  ///< country, place
    Reference, ///< a record of the review, by its key
    Region,    ///< of a figure or page of a file
    Computed,  ///< from other fields, by `formula`
};

/// What can be chosen.
struct Option
{
    std::string id;
    std::string label;
    std::string help{};
    std::vector<Option> children{}; ///< of a code
};

/// A field is asked only where another one has one of these values.
struct Condition
{
    std::string field;
    std::vector<std::string> values;
};

struct Field
{
    std::string id; ///< letters, digits, - and _; one of its kind in the form
    std::string label;
    std::string help{};
    FieldType type = FieldType::Text;
    bool isRequired = false;
    std::vector<Option> options{};
    std::vector<std::string> units{};    ///< that can be chosen; empty: any
    std::vector<std::string> measures{}; ///< of an effect: "RR", "OR"; empty: any
    std::optional<double> least{};
    std::optional<double> most{};
    std::optional<Condition> condition{};
    std::string formula{};           ///< of a computed field
    std::vector<Field> fields{};     ///< of a group; no groups among them
    std::vector<std::string> rows{}; ///< of a matrix
    std::vector<std::string> columns{};
    std::vector<std::string> formerIds{}; ///< what the field was called in earlier versions
};

struct Section
{
    std::string title;
    std::string help{};
    std::vector<Field> fields;
};

/// A form that people fill in for each study. Forms are data: files of forms/extraction/, or the user's own.
struct Form
{
    std::string id;
    std::string title;
    std::string description{};
    std::string licence{}; ///< of the wording, where it is not ours
    int version = 1;
    std::vector<Section> sections;
};

/// Reads the JSON form (documented in forms/extraction/README.md). Fails with WrongFormat and names the field
/// at fault: an unknown type (with those that there are), an id that occurs twice, a formula that cannot be
/// read, names what is not there or leads back to itself.
[[nodiscard]] Result<Form> parseForm(std::string_view text);

/// The same form; parseForm(toJson(form)) gives the form again.
[[nodiscard]] std::string toJson(const Form &form);

/// The field of a path ("age", "arms/intervention/n"), by its id now or formerly; nullptr where the form has
/// none.
[[nodiscard]] const Field *fieldAt(const Form &form, std::string_view path);

} // namespace winnow::extraction
