#include "gui/reading/record_html.h"

#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "query/highlight.h"

#include <QObject>
#include <QUrl>

#include <vector>

namespace winnow::gui {

namespace {

QString escaped(std::string_view text)
{
    return shown(text).toHtmlEscaped();
}

/// Text with the words that the query found underlined on a pale ground, so that colour does not speak alone.
QString marked(std::string_view text, query::Field field, const query::Node *query)
{
    if (query == nullptr) {
        return escaped(text);
    }
    const QString open = QStringLiteral("<span style=\"background-color:%1; text-decoration:underline;\">")
                             .arg(currentTheme().highlight.name());
    QString html;
    std::size_t at = 0;
    for (const query::TextSpan &span : query::matchedSpans(*query, field, text)) {
        html += escaped(text.substr(at, span.from - at)) + open +
                escaped(text.substr(span.from, span.to - span.from)) + QStringLiteral("</span>");
        at = span.to;
    }
    return html + escaped(text.substr(at));
}

QString paragraph(const QString &content, const QString &style)
{
    return content.isEmpty() ? QString() : QStringLiteral("<p style=\"%1\">%2</p>").arg(style, content);
}

QString authorsOf(const Record &record, const query::Node *query)
{
    QString html;
    for (const PersonName &author : record.authors) {
        const std::string name = author.given.empty() ? author.family : author.family + " " + author.given;
        html +=
            (html.isEmpty() ? QString() : QStringLiteral(", ")) + marked(name, query::Field::Authors, query);
    }
    return html;
}

QString publishedIn(const Record &record, const query::Node *query)
{
    QString html = marked(record.sourceTitle, query::Field::SourceTitle, query);
    if (record.date.year) {
        html +=
            (html.isEmpty() ? QString() : QStringLiteral(" \u00B7 ")) + QString::number(*record.date.year);
    }
    html += (html.isEmpty() ? QString() : QStringLiteral(" \u00B7 ")) + shown(namesOf(record.type).label);
    return html;
}

QString keywordsOf(const Record &record, const query::Node *query)
{
    QString html;
    for (const std::vector<std::string> *list : {&record.keywords, &record.indexTerms}) {
        for (const std::string &keyword : *list) {
            html += (html.isEmpty() ? QString() : QStringLiteral(" \u00B7 ")) +
                    marked(keyword, query::Field::Keywords, query);
        }
    }
    return html.isEmpty() ? html : QObject::tr("Keywords") + QStringLiteral("&nbsp; ") + html;
}

QString linkOf(const Record &record)
{
    if (record.doi.empty()) {
        return {};
    }
    const QString doi = shown(record.doi);
    return QStringLiteral("<a style=\"color:%1;\" href=\"https://doi.org/%2\">doi %3</a>")
        .arg(currentTheme().accent.name(),
             QString::fromUtf8(QUrl::toPercentEncoding(doi, "/")).toHtmlEscaped(),
             doi.toHtmlEscaped());
}

QString sourcesOf(const app::RecordView &view)
{
    QString html;
    for (const app::RecordOrigin &origin : view.origins) {
        html += (html.isEmpty() ? QString() : QStringLiteral(", ")) + escaped(origin.source);
    }
    return view.duplicateRule.empty()
               ? html
               : html + QStringLiteral(" (") + escaped(view.duplicateRule) + QLatin1Char(')');
}

QString decisionsOf(const app::RecordView &view)
{
    QString html;
    for (const Decision &decision : view.standing.decisions) {
        const auto state = screening::stateOf(decision.verdict);
        html += (html.isEmpty() ? QString() : QStringLiteral("<br/>")) +
                QStringLiteral("<span style=\"color:%1;\">%2 %3</span> ")
                    .arg(colourOf(state).name(), markOf(state), wordOf(state)) +
                QObject::tr("at %1 by %2").arg(stageInSentence(decision.stage), escaped(decision.reviewer)) +
                (decision.reason.empty() ? QString() : QStringLiteral(": ") + escaped(decision.reason)) +
                (decision.note.empty() ? QString()
                                       : QStringLiteral(" (") + escaped(decision.note) + QLatin1Char(')'));
    }
    return html;
}

QString labelsOf(const app::RecordMarks &marks)
{
    QString html;
    for (const std::string &label : marks.labels) {
        html += QStringLiteral("&nbsp; <span style=\"background-color:%1; color:%2;\">&nbsp;%3&nbsp;</span>")
                    .arg(currentTheme().highlight.name(), currentTheme().text.name(), escaped(label));
    }
    return html.isEmpty() ? html : QObject::tr("Labels") + html;
}

QString notesOf(const app::RecordMarks &marks, const QString &style)
{
    QString html;
    for (const app::RecordNote &note : marks.notes) {
        html +=
            paragraph(QObject::tr("Note of %1").arg(escaped(note.reviewer)) +
                          QStringLiteral("&nbsp; <span style=\"color:%1;\">%2</span>")
                              .arg(currentTheme().text.name(),
                                   escaped(note.text).replace(QLatin1Char('\n'), QStringLiteral("<br/>"))),
                      style);
    }
    return html;
}

} // namespace

QString recordHtml(const app::RecordView &view, const app::RecordMarks &marks, const query::Node *query)
{
    const Record &record = view.record;
    const QString quiet =
        QStringLiteral("color:%1; font-size:10pt; margin:4px 0;").arg(currentTheme().secondaryText.name());
    const QString title =
        record.title.empty() ? QObject::tr("(no title)") : marked(record.title, query::Field::Title, query);
    const QString abstract = record.abstractText.empty()
                                 ? QObject::tr("<i>This record has no abstract.</i>")
                                 : marked(record.abstractText, query::Field::Abstract, query);
    return paragraph(title, QStringLiteral("font-size:17pt; font-weight:600; margin:0 0 8px 0;")) +
           paragraph(authorsOf(record, query), quiet) + paragraph(publishedIn(record, query), quiet) +
           paragraph(abstract, QStringLiteral("line-height:115%; margin:16px 0;")) +
           paragraph(keywordsOf(record, query), quiet) + paragraph(linkOf(record), quiet) +
           paragraph(QObject::tr("From %1").arg(sourcesOf(view)), quiet) +
           paragraph(decisionsOf(view), QStringLiteral("font-size:10pt; margin:12px 0 0 0;")) +
           paragraph(labelsOf(marks), quiet) + notesOf(marks, quiet);
}

} // namespace winnow::gui
