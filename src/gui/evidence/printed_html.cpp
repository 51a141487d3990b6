#include "gui/evidence/printed_html.h"

#include "app/report_text.h"
#include "appraisal/judgement.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QApplication>
#include <QUrl>

namespace winnow::gui {

namespace {

const QString kRule = QStringLiteral("border-bottom:1px solid %1");

QString lines(const std::string &text)
{
    return shown(text).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString link(const QString &target, const QString &content)
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
        .arg(target, currentTheme().accent.name(), content);
}

/// A mark for each quote that can be shown in a PDF.
QString quoteMarks(const evidence::PrintedCell &cell)
{
    QString html;
    for (const evidence::CellQuote &quote : cell.quotes) {
        if (!quote.place.empty()) {
            html += QStringLiteral(" <sup>%1</sup>")
                        .arg(link(QLatin1String(kQuoteLink) +
                                      QString::fromLatin1(QUrl::toPercentEncoding(shown(quote.place))),
                                  QStringLiteral("\u201C\u201D")));
        }
    }
    return html;
}

QString contentOf(const evidence::PrintedCell &cell)
{
    if (!cell.items.empty()) {
        QString html = QStringLiteral("<ol style=\"margin:0; -qt-list-indent:1\">");
        for (const std::string &item : cell.items) {
            html += QStringLiteral("<li>%1</li>").arg(lines(item));
        }
        return html + QStringLiteral("</ol>") + quoteMarks(cell);
    }
    QString text = lines(cell.text);
    if (!cell.cited.empty()) {
        text.clear();
        for (const evidence::CitedText &part : cell.cited) {
            text += part.key.empty() ? lines(part.text)
                                     : link(QString::fromLatin1(QUrl::toPercentEncoding(shown(part.key))),
                                            lines(part.text));
        }
    }
    return (cell.isSuperscript ? QStringLiteral("<sup>%1</sup>").arg(text) : text) + quoteMarks(cell);
}

QString alignmentOf(evidence::Alignment alignment)
{
    switch (alignment) {
    case evidence::Alignment::Centre:
        return QStringLiteral("center");
    case evidence::Alignment::End:
        return QStringLiteral("right");
    case evidence::Alignment::Start:
        break;
    }
    return QStringLiteral("left");
}

QString cellHtml(const evidence::PrintedCell &cell, bool isHead)
{
    if (cell.isCovered) {
        return {};
    }
    QString style = QStringLiteral(" style=\"%1").arg(kRule.arg(currentTheme().hairline.name()));
    if (cell.fill) {
        const auto nameOf = [](std::uint32_t rgb) { return QColor::fromRgb(rgb | 0xFF000000U).name(); };
        style += QStringLiteral("; background-color:%1; color:%2")
                     .arg(nameOf(*cell.fill), nameOf(appraisal::inkOn(*cell.fill)));
    }
    style += QLatin1Char('"');
    const QString tag = isHead || cell.isHead ? QStringLiteral("th") : QStringLiteral("td");
    return QStringLiteral("<%1 rowspan=\"%2\" colspan=\"%3\" align=\"%4\" valign=\"top\"%5>%6</%1>")
        .arg(tag)
        .arg(cell.rowSpan)
        .arg(cell.columnSpan)
        .arg(alignmentOf(cell.alignment), style, contentOf(cell));
}

QString headOf(const evidence::PrintedTable &table)
{
    QString html;
    for (const auto &group : table.groups) {
        html += QStringLiteral("<tr>");
        for (const evidence::PrintedCell &cell : group) {
            html += cellHtml(cell, true);
        }
        html += QStringLiteral("</tr>");
    }
    double whole = 0;
    for (const evidence::PrintedColumn &column : table.columns) {
        whole += column.share;
    }
    html += QStringLiteral("<tr>");
    for (const evidence::PrintedColumn &column : table.columns) {
        html += QStringLiteral("<th width=\"%1%\" align=\"%2\" valign=\"bottom\" style=\"%3\">%4</th>")
                    .arg(whole > 0 ? static_cast<int>(100 * column.share / whole) : 0)
                    .arg(alignmentOf(column.alignment),
                         kRule.arg(currentTheme().secondaryText.name()),
                         lines(column.name));
    }
    return html + QStringLiteral("</tr>");
}

QString runHtml(const publish::Run &run)
{
    if (!run.reference.empty() && run.text.empty()) {
        return QStringLiteral("<span style=\"color:%1\">[%2]</span>")
            .arg(currentTheme().accent.name(), lines(run.reference));
    }
    QString html = lines(run.text);
    html = run.isBold ? QStringLiteral("<b>%1</b>").arg(html) : html;
    return run.isItalic ? QStringLiteral("<i>%1</i>").arg(html) : html;
}

QString runsHtml(const std::vector<publish::Run> &runs)
{
    QString html;
    for (const publish::Run &run : runs) {
        html += runHtml(run);
    }
    return html;
}

QString blockHtml(const publish::Block &block)
{
    if (const auto *paragraph = std::get_if<publish::Paragraph>(&block)) {
        return QStringLiteral("<p>%1</p>")
            .arg(paragraph->runs.empty() ? lines(paragraph->text) : runsHtml(paragraph->runs));
    }
    const auto *list = std::get_if<publish::ItemList>(&block);
    if (list == nullptr) {
        return {};
    }
    const QString tag = list->isNumbered ? QStringLiteral("ol") : QStringLiteral("ul");
    QString html;
    for (const auto &item : list->items) {
        html += QStringLiteral("<li>%1</li>").arg(runsHtml(item));
    }
    return QStringLiteral("<%1>%2</%1>").arg(tag, html);
}

} // namespace

QString printedHtml(const evidence::PrintedTable &table)
{
    const QString caption =
        table.number > 0 ? QApplication::translate("Printed", "Table %1. ").arg(table.number) : QString();
    QString html = QStringLiteral("<p><b>%1</b>%2</p>").arg(caption, lines(table.caption));
    if (!table.head.empty()) {
        html += QStringLiteral("<p>%1</p>").arg(lines(table.head));
    }
    html += QStringLiteral("<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\"%1><thead>%2</thead>")
                .arg(table.isRightToLeft ? QStringLiteral(" dir=\"rtl\"") : QString(), headOf(table));
    for (const evidence::PrintedRow &row : table.rows) {
        html += QStringLiteral("<tr>");
        for (const evidence::PrintedCell &cell : row.cells) {
            html += cellHtml(cell, false);
        }
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    if (table.rows.empty()) {
        html +=
            QStringLiteral("<p style=\"color:%1\">%2</p>")
                .arg(currentTheme().secondaryText.name(), QApplication::translate("Printed", "No rows yet."));
    }
    for (const std::string &note : table.notes) {
        html += QStringLiteral("<p>%1</p>").arg(lines(note));
    }
    return html;
}

QString reportTextHtml(const app::ReportText &text)
{
    QString html;
    for (const app::ReportSection &section : text.sections) {
        if (!section.title.empty()) {
            html += QStringLiteral("<h3>%1</h3>").arg(lines(section.title));
        }
        for (const publish::Block &block : section.blocks) {
            html += blockHtml(block);
        }
    }
    return html;
}

} // namespace winnow::gui
