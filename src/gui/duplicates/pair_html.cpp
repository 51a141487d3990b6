#include "gui/duplicates/pair_html.h"

#include "gui/theme.h"

#include <QCoreApplication>

#include <vector>

namespace winnow::gui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PairHtml", text);
}

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

std::string namesOf(const std::vector<PersonName> &authors)
{
    std::string names;
    for (const PersonName &author : authors) {
        names +=
            (names.empty() ? "" : "; ") + author.family + (author.given.empty() ? "" : ", " + author.given);
    }
    return names;
}

std::string placeOf(const Record &record)
{
    return record.volume + (record.issue.empty() ? "" : " (" + record.issue + ")");
}

std::string pagesOf(const Record &record)
{
    return record.pageFirst.empty()
               ? record.articleNumber
               : record.pageFirst + (record.pageLast.empty() ? "" : "-" + record.pageLast);
}

std::string sourcesOf(const app::RecordView &view)
{
    std::string sources;
    for (const app::RecordOrigin &origin : view.origins) {
        sources += (sources.empty() ? "" : "; ") + origin.source + ", " + origin.key;
    }
    return sources;
}

struct Row
{
    const char *name;
    std::string a;
    std::string b;
    bool isCompared = true; ///< what differs is marked
};

std::vector<Row> rowsOf(const app::RecordView &a, const app::RecordView &b)
{
    const Record &x = a.record;
    const Record &y = b.record;
    const auto year = [](const Record &record) {
        return record.date.year ? std::to_string(*record.date.year) : std::string();
    };
    const auto type = [](const Record &record) { return std::string(winnow::namesOf(record.type).label); };
    return {{QT_TRANSLATE_NOOP("PairHtml", "Title"), x.title, y.title},
            {QT_TRANSLATE_NOOP("PairHtml", "Authors"), namesOf(x.authors), namesOf(y.authors)},
            {QT_TRANSLATE_NOOP("PairHtml", "Year"), year(x), year(y)},
            {QT_TRANSLATE_NOOP("PairHtml", "Source title"), x.sourceTitle, y.sourceTitle},
            {QT_TRANSLATE_NOOP("PairHtml", "Volume"), placeOf(x), placeOf(y)},
            {QT_TRANSLATE_NOOP("PairHtml", "Pages"), pagesOf(x), pagesOf(y)},
            {QT_TRANSLATE_NOOP("PairHtml", "Type"), type(x), type(y)},
            {QT_TRANSLATE_NOOP("PairHtml", "DOI"), x.doi, y.doi},
            {QT_TRANSLATE_NOOP("PairHtml", "PMID"), x.pmid, y.pmid},
            {QT_TRANSLATE_NOOP("PairHtml", "Found in"), sourcesOf(a), sourcesOf(b), false},
            {QT_TRANSLATE_NOOP("PairHtml", "Abstract"), x.abstractText, y.abstractText}};
}

} // namespace

QString pairHtml(const app::RecordView &a, const app::RecordView &b)
{
    const Theme &theme = currentTheme();
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='6'>");
    for (const Row &row : rowsOf(a, b)) {
        if (row.a.empty() && row.b.empty()) {
            continue;
        }
        const bool differs = row.isCompared && row.a != row.b && !row.a.empty() && !row.b.empty();
        const QString ground =
            differs ? QStringLiteral(" bgcolor='%1'").arg(theme.highlight.name()) : QString();
        html += QStringLiteral("<tr><td width='14%' style='color:%1'>%2%3</td>"
                               "<td width='43%'%4>%5</td><td width='43%'%4>%6</td></tr>")
                    .arg(theme.secondaryText.name(),
                         tr(row.name).toHtmlEscaped(),
                         differs ? QStringLiteral(" \u2260") : QString(),
                         ground,
                         escaped(row.a),
                         escaped(row.b));
    }
    return html + QStringLiteral("</table>");
}

} // namespace winnow::gui
