#pragma once

#include "formats/format.h"

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// Collects the first thing that does not hold.
class Finding
{
public:
    /// Notes `what`, and `where` as it stands, unless `holds` or something was noted before.
    void expect(bool holds, std::string_view what, std::string_view where = {});

    [[nodiscard]] const std::string &text() const { return m_text; }

    [[nodiscard]] bool isFound() const { return !m_text.empty(); }

private:
    std::string m_text;
};

/// All text in Winnow is valid UTF-8 without NUL.
void expectText(Finding &finding, std::string_view text, std::string_view what);

/// What model/record.h and formats/format.h promise of each record that a reader hands over.
void expectReadRecord(Finding &finding, const formats::ReadRecord &read);

/// A record in words, to compare two that should be the same.
[[nodiscard]] std::string inWords(const Record &record);

} // namespace winnow::fuzz
