#include "gui/searches/import_words.h"

#include "gui/queries/line_hits.h"
#include "gui/shown.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

constexpr std::size_t kNamedLines = 6;
constexpr qsizetype kNamedFiles = 8;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString linesOf(const std::vector<RejectedRow> &rejected)
{
    QStringList lines;
    for (std::size_t i = 0; i < rejected.size() && i < kNamedLines; ++i) {
        lines << grouped(rejected[i].line);
    }
    if (rejected.size() > kNamedLines) {
        lines << QString(QChar(0x2026));
    }
    return lines.join(QStringLiteral(", "));
}

QString recordsOf(std::int64_t number)
{
    return Texts::tr("%Ln record(s)", nullptr, static_cast<int>(number));
}

} // namespace

QString importedLine(const app::ImportOutcome &outcome)
{
    std::int64_t stored = 0;
    for (const app::ImportedFile &file : outcome.files) {
        stored += file.stored;
    }
    const auto files = static_cast<std::int64_t>(outcome.files.size());
    return Texts::tr("%1 from %2")
        .arg(recordsOf(stored),
             files == 1 ? shown(outcome.files.front().file)
                        : Texts::tr("%Ln file(s)", nullptr, static_cast<int>(files)));
}

QString rejectedLine(const app::ImportOutcome &outcome)
{
    QStringList lines;
    for (const app::ImportedFile &file : outcome.files) {
        if (!file.rejected.empty()) {
            lines << Texts::tr("%1 of %2 could not be read (line(s) %3).",
                               nullptr,
                               static_cast<int>(file.rejected.size()))
                         .arg(recordsOf(static_cast<std::int64_t>(file.rejected.size())),
                              shown(file.file),
                              linesOf(file.rejected));
        }
    }
    return lines.isEmpty() ? QString()
                           : lines.mid(0, kNamedFiles).join(QLatin1Char(' ')) +
                                 Texts::tr(" Open them to correct and retry.");
}

QStringList importRemarks(const app::ImportOutcome &outcome)
{
    QStringList remarks;
    for (const app::ImportedFile &file : outcome.files) {
        const QString name = shown(file.file);
        for (const RejectedRow &row : file.rejected) {
            remarks << Texts::tr("%1, line %2 rejected: %3").arg(name, grouped(row.line), shown(row.reason));
        }
        for (const Diagnostic &notice : file.notices) {
            remarks << name + QStringLiteral(": ") + shown(notice.text);
        }
        if (file.decisions > 0 && outcome.decisions == 0) {
            remarks << Texts::tr("%1 holds decisions of a screening tool, which were not taken.").arg(name);
        }
    }
    for (const app::PassedOver &other : outcome.passedOver) {
        remarks << Texts::tr("%1 passed over: %2").arg(shown(other.file), shown(other.reason));
    }
    return remarks;
}

QString inspectedLines(const app::InspectOutcome &outcome)
{
    QStringList lines;
    for (const app::InspectedFile &inspected : outcome.files) {
        const app::ImportedFile &file = inspected.file;
        QString line =
            Texts::tr("%1: %2, %3").arg(shown(file.file), recordsOf(file.stored), shown(file.formatLabel));
        if (!file.rejected.empty()) {
            line += Texts::tr("; %1 cannot be read")
                        .arg(grouped(static_cast<std::int64_t>(file.rejected.size())));
        }
        lines << line;
    }
    for (const app::PassedOver &other : outcome.passedOver) {
        lines << Texts::tr("%1 passed over: %2").arg(shown(other.file), shown(other.reason));
    }
    if (lines.size() > kNamedFiles) {
        const auto more = static_cast<std::int64_t>(lines.size() - kNamedFiles + 1);
        lines = lines.mid(0, kNamedFiles - 1) << Texts::tr("and %Ln more", nullptr, static_cast<int>(more));
    }
    return lines.join(QLatin1Char('\n'));
}

QStringList importCommand(const app::ImportRequest &request)
{
    QStringList command{QStringLiteral("import"), QStringLiteral("{}")};
    for (const std::filesystem::path &file : request.files) {
        command << shown(file.string());
    }
    const auto add = [&command](const char *option, const QString &value) {
        if (!value.isEmpty()) {
            command << QString::fromLatin1(option) << value;
        }
    };
    add("--source", shown(request.source));
    add("--kind", request.kind == SourceKind::Database ? QString() : shown(toString(request.kind)));
    add("--hits", request.hits ? QString::number(*request.hits) : QString());
    add("--date", shown(request.date));
    for (const app::ColumnMapping &column : request.columns) {
        add("--map", shown(column.field) + QLatin1Char('=') + shown(column.column));
    }
    if (request.takesDecisions) {
        command << QStringLiteral("--decisions");
    }
    return command;
}

} // namespace winnow::gui
