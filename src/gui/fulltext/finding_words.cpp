#include "gui/fulltext/finding_words.h"

#include "gui/shown.h"

#include <QCoreApplication>
#include <QStringList>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

/// As sources name it where that is none of the three that they agreed on.
QString versionInWords(const std::string &version)
{
    if (version == "publishedVersion") {
        return Texts::tr("published version");
    }
    if (version == "acceptedVersion") {
        return Texts::tr("accepted version");
    }
    return version == "submittedVersion" ? Texts::tr("submitted version") : shown(version);
}

/// Those that are not empty.
QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  \u00b7  "));
}

QString lineOf(const app::AttachedFile &file)
{
    return joined({shown(file.name),
                   shown(file.origin.source),
                   shown(file.origin.licence),
                   versionInWords(file.origin.version)});
}

} // namespace

QString findingName(app::FindState state)
{
    switch (state) {
    case app::FindState::Found:
        return Texts::tr("Found");
    case app::FindState::LandingPage:
        return Texts::tr("Page only");
    case app::FindState::NotFound:
        return Texts::tr("Not found");
    case app::FindState::Failed:
        return Texts::tr("Failed");
    case app::FindState::New:
        break;
    }
    return Texts::tr("Not asked");
}

QString findingDetail(const app::SoughtFullText &text)
{
    return joined(
        {shown(text.source), shown(text.licence), versionInWords(text.version), shown(text.message)});
}

QString findingSummary(const app::FullText &text)
{
    if (text.answers.empty()) {
        return {};
    }
    const app::SoughtFullText sought = app::soughtOf(text.answers);
    if (sought.state == app::FindState::NotFound) {
        return Texts::tr("Not found at %n source(s)", nullptr, static_cast<int>(text.answers.size()));
    }
    return Texts::tr("%1 at %2", "Page only at OpenAlex")
        .arg(findingName(sought.state), shown(sought.source));
}

QString filesAndAttempts(const app::FullText &text)
{
    QStringList lines;
    for (const app::AttachedFile &file : text.files) {
        lines << lineOf(file);
    }
    for (const app::DatedAnswer &answer : text.answers) {
        const app::SoughtFullText told = app::soughtOf({&answer, 1});
        lines << joined({shownTime(answer.atUtc, QStringLiteral("d MMM yyyy")),
                         findingName(told.state),
                         findingDetail(told),
                         shown(told.address)});
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace winnow::gui
