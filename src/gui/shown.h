#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <string_view>

namespace winnow::gui {

/// Text of the core as Qt has it.
[[nodiscard]] inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A time of the core by the clock of this place, in a format of QLocale; as it is where it is none.
[[nodiscard]] inline QString shownTime(std::string_view utc, const QString &format)
{
    QDateTime time = QDateTime::fromString(shown(utc), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return shown(utc);
    }
    time.setTimeSpec(Qt::UTC);
    return QLocale().toString(time.toLocalTime(), format);
}

/// A whole number as the language writes it: "12,400".
template <typename Number>
[[nodiscard]] QString grouped(Number value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace winnow::gui
