#include "gui/log/log_model.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QFont>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::gui {

namespace {

constexpr std::array kKindNames{
    std::pair{EventKind::SearchRun, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Search run")},
    std::pair{EventKind::Import, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Import")},
    std::pair{EventKind::DuplicatesMerged, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Duplicates merged")},
    std::pair{EventKind::DuplicateSplit, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Duplicate split")},
    std::pair{EventKind::RecordsKeptApart, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Records kept apart")},
    std::pair{EventKind::FieldChosen, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Field chosen")},
    std::pair{EventKind::Removal, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Removal")},
    std::pair{EventKind::Decision, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Decision")},
    std::pair{EventKind::ScreeningSet, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Screening set")},
    std::pair{EventKind::ScreeningOpened, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Screening opened")},
    std::pair{EventKind::ConflictResolved, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Conflict resolved")},
    std::pair{EventKind::RecordSkipped, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Record skipped")},
    std::pair{EventKind::LabelAdded, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Label added")},
    std::pair{EventKind::LabelRemoved, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Label removed")},
    std::pair{EventKind::LabelRenamed, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Label renamed")},
    std::pair{EventKind::NoteWritten, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Note written")},
    std::pair{EventKind::Appraised, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Appraisal")},
    std::pair{EventKind::AppraisalAnswered, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Appraisal answer")},
    std::pair{EventKind::PilotDrawn, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Pilot drawn")},
    std::pair{EventKind::RankingComputed, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Ranking computed")},
    std::pair{EventKind::StoppingChecked, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Stopping checked")},
    std::pair{EventKind::TablesLoaded, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Tables loaded")},
    std::pair{EventKind::ReportStatusSet, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Report status")},
    std::pair{EventKind::ReportOfStudy, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Report of study")},
    std::pair{EventKind::FlowNumberNoted, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Flow number")},
    std::pair{EventKind::FlowSnapshot, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Flow snapshot")},
    std::pair{EventKind::FormPublished, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Form published")},
    std::pair{EventKind::ValueExtracted, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Value extracted")},
    std::pair{EventKind::ValueAgreed, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Value agreed")},
    std::pair{EventKind::EvidenceNoted, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Evidence noted")},
    std::pair{EventKind::BroughtIn, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Brought in")},
    std::pair{EventKind::ReportTextSet, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Report text")},
    std::pair{EventKind::FileAttached, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "File attached")},
    std::pair{EventKind::FileDetached, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "File detached")},
    std::pair{EventKind::FullTextSought, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Full text sought")},
    std::pair{EventKind::Retraction, QT_TRANSLATE_NOOP("winnow::gui::LogModel", "Retraction")},
};

} // namespace

QString kindName(EventKind kind)
{
    const auto *const found = std::ranges::find(kKindNames, kind, &std::pair<EventKind, const char *>::first);
    return found == kKindNames.end() ? shown(toString(kind)) : LogModel::tr(found->second);
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
