#include "gui/searches/search_html.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

constexpr std::size_t kShownParts = 12;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SearchHtml)
};

QString escaped(const std::string &utf8)
{
    return QString::fromStdString(utf8).toHtmlEscaped();
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style='margin: 0 0 8px 0'>%1</p>").arg(html);
}

QString headline(const QString &html)
{
    return QStringLiteral("<p style='margin: 0 0 8px 0; font-size: large; font-weight: 600'>%1</p>")
        .arg(html);
}

QString quiet(const QString &html)
{
    return QStringLiteral("<p style='margin: 0 0 8px 0; color: %1'>%2</p>")
        .arg(currentTheme().secondaryText.name(), html);
}

QString code(const std::string &text)
{
    return QStringLiteral("<p style='margin: 0 0 8px 0; font-family: monospace'>%1</p>")
        .arg(escaped(text).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

QString listOf(const QStringList &items)
{
    return QStringLiteral("<ul style='margin: 0 0 8px 0'><li>%1</li></ul>")
        .arg(items.join(QStringLiteral("</li><li>")));
}

QStringList messagesOf(const std::vector<app::OnlineLoss> &losses)
{
    QStringList messages;
    for (const app::OnlineLoss &loss : losses) {
        messages.append(escaped(loss.message));
    }
    messages.removeDuplicates();
    return messages;
}

QString lossesHtml(const QString &source, const std::vector<app::OnlineLoss> &losses, bool isSuperset)
{
    if (losses.empty()) {
        return paragraph(Texts::tr("%1 can be asked all of the query.").arg(source));
    }
    return paragraph(Texts::tr("%1 cannot be asked all of the query:").arg(source)) +
           listOf(messagesOf(losses)) +
           paragraph(
               isSuperset
                   ? Texts::tr("Nothing that matches is missed; what comes beyond it is left out afterwards.")
                   : Texts::tr("Records that match the query may be missed there."));
}

QString sentHtml(const QString &source, const std::vector<std::string> &sent)
{
    QString html = quiet(Texts::tr("%1 is asked:").arg(source));
    for (std::size_t i = 0; i < sent.size() && i < kShownParts; ++i) {
        html += code(sent[i]);
    }
    if (sent.size() > kShownParts) {
        html +=
            quiet(Texts::tr("and %Ln part(s) more", nullptr, static_cast<int>(sent.size() - kShownParts)));
    }
    return html;
}

} // namespace

QString translationHtml(const QString &source, const app::OnlineTranslation &translation)
{
    const QString name = source.toHtmlEscaped();
    return lossesHtml(name, translation.losses, translation.isSuperset) + sentHtml(name, {translation.text});
}

QString previewHtml(const app::OnlinePreview &preview)
{
    const QString source = escaped(preview.label);
    QString html =
        preview.hits
            ? headline(Texts::tr("%1 at %2")
                           .arg(Texts::tr("%Ln hit(s)", nullptr, static_cast<int>(*preview.hits)), source))
            : headline(Texts::tr("%1 does not tell how many hits there are").arg(source));
    QStringList cost;
    if (preview.hits) {
        cost << Texts::tr("%Ln request(s) fetch them", nullptr, static_cast<int>(preview.requests));
    }
    if (preview.quotaLeft) {
        cost << Texts::tr("%Ln request(s) left to your key", nullptr, static_cast<int>(*preview.quotaLeft));
    }
    if (preview.quotaLeft && !preview.quotaReset.empty()) {
        cost << Texts::tr("more come %1").arg(escaped(preview.quotaReset));
    }
    if (!cost.isEmpty()) {
        html += paragraph(cost.join(QStringLiteral("; ")) + QLatin1Char('.'));
    }
    if (preview.hits && preview.quotaLeft && preview.requests > *preview.quotaLeft) {
        html += paragraph(
            Texts::tr("<b>The quota does not last for it.</b> What has come by then is kept, and the "
                      "search can be resumed."));
    }
    for (const std::string &notice : preview.notices) {
        html += paragraph(escaped(notice));
    }
    return html + lossesHtml(source, preview.losses, preview.isSuperset) + sentHtml(source, preview.sent);
}

QString outcomeHtml(const app::OnlineOutcome &outcome)
{
    const OnlineSearch &online = outcome.search;
    const QString source = escaped(outcome.label);
    QString html =
        headline(Texts::tr("%1 from %2")
                     .arg(Texts::tr("%Ln record(s)", nullptr, static_cast<int>(outcome.stored)), source));
    QStringList items;
    if (online.hits) {
        items << Texts::tr("%1 hits claimed, %2 fetched").arg(grouped(*online.hits), grouped(online.fetched));
    } else {
        items << Texts::tr("%1 fetched").arg(grouped(online.fetched));
    }
    if (online.unmatched > 0 || online.undecided > 0) {
        items << Texts::tr("%1 match the query")
                     .arg(grouped(online.fetched - online.unmatched - online.undecided))
              << Texts::tr("%1 cannot be decided, mostly for want of an abstract, and were kept")
                     .arg(grouped(online.undecided))
              << Texts::tr("%1 do not match and were left out").arg(grouped(online.unmatched));
    }
    if (online.filled > 0) {
        items << Texts::tr("%Ln abstract(s) found elsewhere", nullptr, static_cast<int>(online.filled));
    }
    if (!outcome.rejected.empty()) {
        items << Texts::tr(
            "%Ln entries were no records; see Imports", nullptr, static_cast<int>(outcome.rejected.size()));
    }
    html += listOf(items);
    for (const Diagnostic &notice : outcome.notices) {
        html += quiet(escaped(notice.text));
    }
    return html;
}

QString errorHtml(const Error &error)
{
    return paragraph(escaped(error.message).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace winnow::gui
