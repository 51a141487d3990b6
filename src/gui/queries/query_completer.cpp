#include "gui/queries/query_completer.h"

#include "gui/shown.h"
#include "query/explain.h"
#include "query/field_list.h"

#include <QAbstractItemView>
#include <QStandardItemModel>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr int kCodeRole = Qt::UserRole;
constexpr int kWrittenRole = Qt::UserRole + 1;
constexpr int kShownRows = 10;

struct OperatorEntry
{
    const char *code;
    const char *written;
    const char *words;
};

constexpr std::array kOperators{
    OperatorEntry{"AND", "AND ", QT_TRANSLATE_NOOP("winnow::gui::QueryCompleter", "both")},
    OperatorEntry{"OR", "OR ", QT_TRANSLATE_NOOP("winnow::gui::QueryCompleter", "at least one")},
    OperatorEntry{
        "AND NOT", "AND NOT ", QT_TRANSLATE_NOOP("winnow::gui::QueryCompleter", "without; last in a query")},
    OperatorEntry{
        "W/", "W/", QT_TRANSLATE_NOOP("winnow::gui::QueryCompleter", "within so many words, in any order")},
    OperatorEntry{"PRE/",
                  "PRE/",
                  QT_TRANSLATE_NOOP("winnow::gui::QueryCompleter", "within so many words, in this order")},
};

QStandardItem *itemOf(const QString &code, const QString &written, const QString &words)
{
    auto *item = new QStandardItem(
        words.isEmpty() || words == code ? code : QStringLiteral("%1   %2").arg(code, words));
    item->setData(code, kCodeRole);
    item->setData(written, kWrittenRole);
    return item;
}

bool isOfCode(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('/');
}

} // namespace

QueryCompleter::QueryCompleter(QObject *parent)
    : QCompleter(parent)
{
    auto *model = new QStandardItemModel(this);
    for (const OperatorEntry &entry : kOperators) {
        model->appendRow(
            itemOf(QString::fromLatin1(entry.code), QString::fromLatin1(entry.written), tr(entry.words)));
    }
    for (const query::FieldCode &code : query::allFieldCodes()) {
        const QString name = shown(code.code);
        model->appendRow(itemOf(name,
                                name + (code.isCompared() ? QStringLiteral(" > ") : QStringLiteral("()")),
                                shown(query::fieldInWords(code))));
    }
    setModel(model);
    setCompletionRole(kCodeRole);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(kShownRows);
    popup()->setObjectName(QStringLiteral("completionList"));
    popup()->setAccessibleName(tr("Field codes and operators"));
}

QString QueryCompleter::writtenBy(const QModelIndex &index)
{
    return index.data(kWrittenRole).toString();
}

bool QueryCompleter::isOffered(const QString &prefix)
{
    static const QStringList kWhole{QStringLiteral("AND"), QStringLiteral("OR"), QStringLiteral("NOT")};
    return prefix.size() >= 2 && !kWhole.contains(prefix) &&
           std::all_of(prefix.begin(), prefix.end(), [](QChar c) {
               return c.isUpper() || c == QLatin1Char('-') || c == QLatin1Char('/');
           });
}

QString codeBefore(const QString &text, int position)
{
    int from = position;
    while (from > 0 && isOfCode(text[from - 1])) {
        --from;
    }
    return text.mid(from, position - from);
}

} // namespace winnow::gui
