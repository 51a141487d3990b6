#include "gui/screening/progress_numbers.h"

#include "gui/shown.h"

#include <QCoreApplication>

#include <cmath>

namespace winnow::gui {

namespace {

constexpr double kPercent = 100;
constexpr double kMsPerSecond = 1000;
constexpr qint64 kMinutesPerHour = 60;
constexpr qint64 kMsPerMinute = 60'000;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProgressNumbers)
};

QString percent(double share)
{
    return QString::number(std::lround(share * kPercent));
}

QString timeText(qint64 ms)
{
    const qint64 minutes = std::max<qint64>(1, (ms + kMsPerMinute / 2) / kMsPerMinute);
    const qint64 hours = minutes / kMinutesPerHour;
    return hours == 0
               ? Texts::tr("%1 min left").arg(minutes)
               : Texts::tr("%1 h %2 left").arg(hours).arg(minutes % kMinutesPerHour, 2, 10, QLatin1Char('0'));
}

} // namespace

void ProgressNumbers::set(const app::OwnProgress &read, std::optional<RecallNumbers> recall)
{
    m_own = read;
    m_recall = recall;
}

void ProgressNumbers::add(bool goesOn, std::int64_t timeMs)
{
    ++m_own.decided;
    m_own.goOn += goesOn ? 1 : 0;
    m_own.run = goesOn ? 0 : m_own.run + 1;
    m_own.timesMs.push_back(timeMs);
}

QString ProgressNumbers::leftText() const
{
    if (!m_left) {
        return {};
    }
    const QString count = grouped(*m_left);
    return m_isEnded      ? Texts::tr("%1 left, screening has ended").arg(count)
           : m_isOfSearch ? Texts::tr("%1 left of this search").arg(count)
                          : Texts::tr("%1 left").arg(count);
}

QString ProgressNumbers::positionText() const
{
    if (!m_left || m_isOfSearch) {
        return {};
    }
    const std::int64_t all = m_own.decided + static_cast<std::int64_t>(*m_left);
    return Texts::tr("%1 of %2 decided").arg(grouped(m_own.decided), grouped(all));
}

QString ProgressNumbers::paceText() const
{
    QStringList parts;
    if (m_left && !m_isOfSearch) {
        parts << Texts::tr("%1 %").arg(percent(share()));
    }
    parts << Texts::tr("%1 included").arg(grouped(m_own.goOn));
    const screening::Pace pace = screening::paceOf(m_own.timesMs);
    if (pace.medianMs) {
        parts << Texts::tr("%1 s each")
                     .arg(QLocale().toString(static_cast<double>(*pace.medianMs) / kMsPerSecond, 'f', 1));
        if (m_left && *m_left > 0) {
            parts << timeText(*pace.medianMs * static_cast<qint64>(*m_left));
        }
    }
    return parts.join(QStringLiteral(" \u00B7 "));
}

QString ProgressNumbers::stoppingText() const
{
    QStringList parts;
    if (m_own.goOn > 0) {
        parts << Texts::tr("%1 since the last included").arg(grouped(m_own.run));
    }
    if (m_recall) {
        parts << Texts::tr("recall %1 % (%2 to %3)")
                     .arg(percent(m_recall->recall), percent(m_recall->from), percent(m_recall->to));
    }
    return parts.isEmpty() ? Texts::tr("When to stop") : parts.join(QStringLiteral(" \u00B7 "));
}

double ProgressNumbers::share() const
{
    const double all = static_cast<double>(m_own.decided) + static_cast<double>(m_left.value_or(0));
    return all > 0 ? static_cast<double>(m_own.decided) / all : 0;
}

} // namespace winnow::gui
