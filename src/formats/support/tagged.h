#pragma once

#include "model/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// A record of a format in which each field is a tag and lines of text, as its lines are collected. Values are views into `raw`;
/// a value of several lines has them divided by \n.
class TaggedRecord
{
public:
    /// Begins a field; `valueAt` is where its value starts in `line`.
    void addField(std::string_view tag, std::string_view line, std::size_t valueAt);

    /// Adds a line to the last field, or, before any field, only to the raw text.
    void addContinuation(std::string_view line);

    void clear();

    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }

    [[nodiscard]] std::size_t count() const { return m_fields.size(); }

    [[nodiscard]] std::string_view tag(std::size_t field) const;
    [[nodiscard]] std::string_view value(std::size_t field) const;

    [[nodiscard]] const std::string &raw() const { return m_raw; }

    [[nodiscard]] std::string takeRaw() { return std::move(m_raw); }

private:
    struct Field
    {
        std::size_t tagAt;
        std::size_t tagSize;
        std::size_t from;
        std::size_t to;
    };

    std::string m_raw;
    std::vector<Field> m_fields;
};

} // namespace winnow::formats
