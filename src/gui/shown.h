#pragma once

#include <QLocale>
#include <QString>

#include <string_view>

namespace winnow::gui {

/// Text of the core as Qt has it.
[[nodiscard]] inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A whole number as the language writes it: "12,400".
template <typename Number>
[[nodiscard]] QString grouped(Number value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace winnow::gui
