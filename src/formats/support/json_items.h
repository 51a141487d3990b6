#pragma once

#include "formats/format.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::formats {

/// One object of a JSON list, as text.
struct JsonItem
{
    std::string text;
    std::int64_t line = 0; ///< where it begins, from 1
    std::string problem;   ///< half a sentence when it cannot be parsed; `text` may be cut then
};

/// Cuts a JSON file into the objects of its list, so that no more than one of them is in memory: the list is
/// the whole file, the value of "records", "items" or "references" in it, or one object after another (JSON
/// Lines). An object above 16 MiB or nested deeper than 64 is told as a problem. A list that is not closed
/// ends with the file.
class JsonItems
{
public:
    explicit JsonItems(TextInput &input)
        : m_input(input)
    {}

    /// Moves to the next object; false at the end.
    bool next(JsonItem &item);

private:
    bool nextCharacter();
    void take(JsonItem &item);
    void open(JsonItem &item);
    bool close();

    TextInput &m_input;
    std::string_view m_piece; ///< what is left of the piece at hand
    std::int64_t m_line = 1;
    char m_character = 0;
    int m_depth = 0;     ///< of brackets and braces
    int m_itemDepth = 1; ///< depth inside the list
    bool m_isInItem = false;
    bool m_isInString = false;
    bool m_isEscaped = false;
    std::string m_lastString; ///< at the depth of a root object: the name of what follows
};

/// Reads every object of the list with `build`; what is no JSON is rejected.
[[nodiscard]] Result<void> readJsonItems(TextInput &input,
                                         RecordSink &sink,
                                         void (*build)(const nlohmann::ordered_json &, ReadRecord &));

} // namespace winnow::formats
