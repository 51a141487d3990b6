#include "formats/support/json_items.h"

#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxItemBytes = std::size_t{16} << 20U;
constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxNameBytes = 32;

constexpr std::array<std::string_view, 3> kLists{"records", "items", "references"};

} // namespace

bool JsonItems::nextCharacter()
{
    if (m_piece.empty()) {
        if (!m_input.nextPiece()) {
            return false;
        }
        m_piece = m_input.piece();
    }
    m_character = m_piece.front();
    m_piece.remove_prefix(1);
    m_line += static_cast<std::int64_t>(m_character == '\n');
    return true;
}

/// Keeps the character at hand where it belongs to an item.
void JsonItems::take(JsonItem &item)
{
    if (!m_isInItem || !item.problem.empty()) {
        return;
    }
    item.text += m_character;
    if (item.text.size() > kMaxItemBytes) {
        item.problem = kTooLong;
        item.text.resize(std::size_t{64} << 10U);
    } else if (m_depth > kMaxDepth) {
        item.problem = "is nested too deeply to be a record";
    }
}

void JsonItems::open(JsonItem &item)
{
    if (m_depth == 0) {
        m_itemDepth = m_character == '[' ? 1 : 0;
    }
    const bool isNamedList = m_character == '[' && m_depth == 1 && m_itemDepth == 0 &&
                             std::ranges::find(kLists, std::string_view(m_lastString)) != kLists.end();
    if (isNamedList) {
        // What began as an item holds the list of items.
        m_itemDepth = 2;
        m_isInItem = false;
        item = {};
    }
    if (!m_isInItem && m_character == '{' && m_depth == m_itemDepth) {
        m_isInItem = true;
        item = {};
        item.line = m_line;
    }
    ++m_depth;
    m_lastString.clear();
}

/// Returns whether an item ends with the bracket at hand, which take() has kept.
bool JsonItems::close()
{
    m_depth = std::max(0, m_depth - 1);
    const bool isEnd = m_isInItem && m_character == '}' && m_depth <= m_itemDepth;
    m_isInItem = m_isInItem && !isEnd;
    return isEnd;
}

bool JsonItems::next(JsonItem &item)
{
    item = {};
    while (nextCharacter()) {
        if (m_isInString) {
            take(item);
            const bool isEnd = m_character == '"' && !m_isEscaped;
            m_isEscaped = m_character == '\\' && !m_isEscaped;
            m_isInString = !isEnd;
            if (!isEnd && m_depth == 1 && m_lastString.size() < kMaxNameBytes) {
                m_lastString += m_character;
            }
            continue;
        }
        switch (m_character) {
        case '"':
            take(item);
            m_isInString = true;
            m_lastString.clear();
            break;
        case '{':
        case '[':
            open(item);
            take(item);
            break;
        case '}':
        case ']':
            take(item);
            if (close()) {
                return true;
            }
            break;
        default:
            take(item);
            break;
        }
    }
    if (m_isInItem && !item.text.empty()) {
        m_isInItem = false;
        item.problem = "is cut off by the end of the file";
        return true;
    }
    return false;
}

Result<void>
readJsonItems(TextInput &input, RecordSink &sink, void (*build)(const nlohmann::ordered_json &, ReadRecord &))
{
    using nlohmann::ordered_json;
    sink.preamble("["); // so that one object alone is read as a list
    JsonItems items(input);
    JsonItem item;
    bool goesOn = true;
    while (goesOn && items.next(item)) {
        ordered_json parsed(ordered_json::value_t::discarded);
        if (item.problem.empty()) {
            parsed = ordered_json::parse(item.text, nullptr, false);
        }
        if (parsed.is_discarded()) {
            std::string reason = item.problem.empty() ? "is no valid JSON" : std::move(item.problem);
            goesOn = sink.rejected({item.line, std::move(reason), std::move(item.text)});
            continue;
        }
        ReadRecord read;
        read.line = item.line;
        build(parsed, read);
        read.raw = std::move(item.text);
        goesOn = deliver(sink, std::move(read));
    }
    return input.status();
}

} // namespace winnow::formats
