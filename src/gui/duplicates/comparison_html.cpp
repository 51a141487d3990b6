#include "gui/duplicates/comparison_html.h"

#include "gui/duplicates/text_marks.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

struct FieldWords
{
    std::string_view field;
    const char *title;
    const char *within;  ///< a sentence
    bool isTold = false; ///< in the sentence on top
};

constexpr std::array kFields{
    FieldWords{"title", QT_TRANSLATE_NOOP("Comparison", "Title"), QT_TRANSLATE_NOOP("Comparison", "title")},
    FieldWords{"authors",
               QT_TRANSLATE_NOOP("Comparison", "Authors"),
               QT_TRANSLATE_NOOP("Comparison", "authors"),
               true},
    FieldWords{
        "date", QT_TRANSLATE_NOOP("Comparison", "Date"), QT_TRANSLATE_NOOP("Comparison", "date"), true},
    FieldWords{"source_title",
               QT_TRANSLATE_NOOP("Comparison", "Source title"),
               QT_TRANSLATE_NOOP("Comparison", "source title"),
               true},
    FieldWords{
        "volume", QT_TRANSLATE_NOOP("Comparison", "Volume"), QT_TRANSLATE_NOOP("Comparison", "volume"), true},
    FieldWords{"issue", QT_TRANSLATE_NOOP("Comparison", "Issue"), QT_TRANSLATE_NOOP("Comparison", "issue")},
    FieldWords{
        "pages", QT_TRANSLATE_NOOP("Comparison", "Pages"), QT_TRANSLATE_NOOP("Comparison", "pages"), true},
    FieldWords{"type", QT_TRANSLATE_NOOP("Comparison", "Type"), QT_TRANSLATE_NOOP("Comparison", "type")},
    FieldWords{"doi", QT_TRANSLATE_NOOP("Comparison", "DOI"), QT_TRANSLATE_NOOP("Comparison", "DOI"), true},
    FieldWords{
        "pmid", QT_TRANSLATE_NOOP("Comparison", "PMID"), QT_TRANSLATE_NOOP("Comparison", "PMID"), true},
    FieldWords{"pmcid", QT_TRANSLATE_NOOP("Comparison", "PMCID"), QT_TRANSLATE_NOOP("Comparison", "PMCID")},
    FieldWords{
        "abstract", QT_TRANSLATE_NOOP("Comparison", "Abstract"), QT_TRANSLATE_NOOP("Comparison", "abstract")},
    FieldWords{
        "keywords", QT_TRANSLATE_NOOP("Comparison", "Keywords"), QT_TRANSLATE_NOOP("Comparison", "keywords")},
    FieldWords{"index_terms",
               QT_TRANSLATE_NOOP("Comparison", "Index terms"),
               QT_TRANSLATE_NOOP("Comparison", "index terms")},
    FieldWords{
        "language", QT_TRANSLATE_NOOP("Comparison", "Language"), QT_TRANSLATE_NOOP("Comparison", "language")},
    FieldWords{"publisher",
               QT_TRANSLATE_NOOP("Comparison", "Publisher"),
               QT_TRANSLATE_NOOP("Comparison", "publisher")},
    FieldWords{"issn", QT_TRANSLATE_NOOP("Comparison", "ISSN"), QT_TRANSLATE_NOOP("Comparison", "ISSN")},
    FieldWords{"isbn", QT_TRANSLATE_NOOP("Comparison", "ISBN"), QT_TRANSLATE_NOOP("Comparison", "ISBN")},
    FieldWords{"url", QT_TRANSLATE_NOOP("Comparison", "Address"), QT_TRANSLATE_NOOP("Comparison", "address")},
};

const FieldWords *wordsOf(std::string_view field)
{
    const auto *const found = std::ranges::find(kFields, field, &FieldWords::field);
    return found == kFields.end() ? nullptr : found;
}

/// "DOI, volume and pages"
QString listed(const QStringList &words)
{
    if (words.size() < 2) {
        return words.join(QString());
    }
    return Texts::tr("%1 and %2")
        .arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.back());
}

QString marked(const QString &text, const QString &first)
{
    const Theme &theme = currentTheme();
    QString html;
    qsizetype done = 0;
    for (const auto &[start, size] : differences(text, first)) {
        html += text.mid(done, start - done).toHtmlEscaped() +
                QStringLiteral("<span style='background:%1'><b>%2</b></span>")
                    .arg(theme.highlight.name(), text.mid(start, size).toHtmlEscaped());
        done = start + size;
    }
    return html + text.mid(done).toHtmlEscaped();
}

/// Whether it is the value of the group, or a link that makes it so.
QString choiceHtml(const app::ComparedField &field, std::size_t column)
{
    if (field.isSame() || field.values[column].empty()) {
        return {};
    }
    const Theme &theme = currentTheme();
    if (column == field.taken) {
        return QStringLiteral("<div style='color:%1'>\u2713 %2</div>")
            .arg(theme.include.name(), Texts::tr("kept").toHtmlEscaped());
    }
    return QStringLiteral("<div><a href='take:%1:%2' style='color:%3; text-decoration:none'>%4</a></div>")
        .arg(shown(field.field))
        .arg(column)
        .arg(theme.accent.name(), Texts::tr("keep this").toHtmlEscaped());
}

QString headHtml(const app::RecordComparison &comparison, Comparing what)
{
    const Theme &theme = currentTheme();
    QString html = QStringLiteral("<tr><td></td>");
    for (std::size_t column = 0; column < comparison.records.size(); ++column) {
        const app::ComparedRecord &record = comparison.records[column];
        html += QStringLiteral("<td><b>%1</b><br><span style='color:%2'>%3</span>")
                    .arg(shown(record.source).toHtmlEscaped(),
                         theme.secondaryText.name(),
                         shown(record.key).toHtmlEscaped());
        if (what == Comparing::Merged) {
            html += QStringLiteral("<br><a href='split:%1' style='color:%2; text-decoration:none'>%3</a>")
                        .arg(column)
                        .arg(theme.accent.name(), Texts::tr("take out").toHtmlEscaped());
        }
        html += QStringLiteral("</td>");
    }
    return html + QStringLiteral("</tr>");
}

QString rowHtml(const app::ComparedField &field, const QString &width)
{
    const Theme &theme = currentTheme();
    const bool isSame = field.isSame();
    QString html = QStringLiteral("<tr><td style='color:%1'>%2%3</td>")
                       .arg(theme.secondaryText.name(),
                            fieldTitle(field.field).toHtmlEscaped(),
                            isSame ? QString() : QStringLiteral(" \u2260"));
    const auto firstGiven =
        std::ranges::find_if(field.values, [](const std::string &value) { return !value.empty(); });
    for (std::size_t column = 0; column < field.values.size(); ++column) {
        const QString text = shown(field.values[column]);
        const QString other =
            column == 0 && field.values.size() > 1 ? shown(field.values[1]) : shown(*firstGiven);
        html += QStringLiteral("<td width='%1' style='color:%2'>%3%4</td>")
                    .arg(width,
                         (isSame ? theme.secondaryText : theme.text).name(),
                         isSame || other.isEmpty() ? text.toHtmlEscaped() : marked(text, other),
                         choiceHtml(field, column));
    }
    return html + QStringLiteral("</tr>");
}

} // namespace

QString fieldTitle(std::string_view field)
{
    const FieldWords *words = wordsOf(field);
    return words == nullptr ? shown(field) : Texts::tr(words->title);
}

QString comparisonHtml(const app::RecordComparison &comparison, Comparing what)
{
    constexpr int kValuesPercent = 88;
    const auto columns = static_cast<int>(std::max<std::size_t>(comparison.records.size(), 1));
    const QString width = QStringLiteral("%1%").arg(kValuesPercent / columns);
    QString html =
        QStringLiteral("<table width='100%' cellspacing='0' cellpadding='6'>") + headHtml(comparison, what);
    for (const app::ComparedField &field : comparison.fields) {
        html += rowHtml(field, width);
    }
    return html + QStringLiteral("</table>");
}

QString comparisonSentence(const app::RecordComparison &comparison)
{
    QStringList same;
    QStringList different;
    QString titles;
    for (const app::ComparedField &field : comparison.fields) {
        const FieldWords *words = wordsOf(field.field);
        const auto given =
            std::ranges::count_if(field.values, [](const std::string &value) { return !value.empty(); });
        if (words == nullptr || given < 2) {
            continue;
        }
        if (field.field == "title" && !field.isSame()) {
            double least = 1;
            for (const std::string &value : field.values) {
                least = std::min(least, likeness(shown(field.values.front()), shown(value)));
            }
            titles = Texts::tr("titles %1 % alike").arg(static_cast<int>(std::floor(least * 100)));
        } else if (words->isTold || field.field == "title") {
            (field.isSame() ? same : different) << Texts::tr(words->within);
        }
    }
    QStringList parts;
    if (!same.isEmpty()) {
        parts << Texts::tr("same %1").arg(listed(same));
    }
    if (!titles.isEmpty()) {
        parts << titles;
    }
    if (!different.isEmpty()) {
        parts << Texts::tr("different %1").arg(listed(different));
    }
    QString sentence = parts.join(QStringLiteral("; "));
    if (!sentence.isEmpty()) {
        sentence[0] = sentence[0].toUpper();
        sentence += QLatin1Char('.');
    }
    return sentence;
}

} // namespace winnow::gui
