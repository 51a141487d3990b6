#pragma once

#include <QString>

#include <string_view>

namespace winnow::gui {

/// Text of the core as Qt has it.
[[nodiscard]] inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace winnow::gui
