#include "gui/log/log_model.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QFont>

#include <algorithm>

namespace winnow::gui {

QString kindName(EventKind kind)
{
    QString name = shown(toString(kind)).replace(QLatin1Char('-'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    return name;
}

void LogModel::setEntries(std::vector<app::LogEntry> entries)
{
    std::ranges::reverse(entries);
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

const app::LogEntry &LogModel::entryAt(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row));
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const app::LogEntry &entry = entryAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case When:
            return shownTime(entry.event.atUtc, QStringLiteral("yyyy-MM-dd  HH:mm:ss"));
        case Who:
            return shown(entry.event.reviewer);
        default:
            return entry.isUndone ? tr("%1 (undone)").arg(shown(entry.text)) : shown(entry.text);
        }
    }
    if (role == Qt::ForegroundRole && entry.isUndone) {
        return currentTheme().secondaryText;
    }
    if (role == Qt::FontRole && entry.isUndone) {
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    default:
        return tr("What");
    }
}

void LogFilter::choose(const QString &words, const QString &reviewer, const QString &kind, bool withUndone)
{
    m_words = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_reviewer = reviewer;
    m_kind = kind;
    m_withUndone = withUndone;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const auto *model = qobject_cast<const LogModel *>(sourceModel());
    const app::LogEntry &entry = model->entryAt(row);
    const QString text = shown(entry.text);
    return (m_withUndone || (!entry.isUndone && entry.event.kind != EventKind::Retraction)) &&
           (m_reviewer.isEmpty() || shown(entry.event.reviewer) == m_reviewer) &&
           (m_kind.isEmpty() || shown(toString(entry.event.kind)) == m_kind) &&
           std::ranges::all_of(m_words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace winnow::gui
