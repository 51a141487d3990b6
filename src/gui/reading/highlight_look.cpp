#include "gui/reading/highlight_look.h"

#include "gui/paper_theme.h"

#include <QCoreApplication>

#include <array>

namespace winnow::gui {

namespace {

constexpr double kGround = 0.16; ///< of the colour in the ground

struct MarkLook
{
    QTextCharFormat::UnderlineStyle line;
    Qt::PenStyle pen; ///< that is the same
    const char *sign; ///< the line, in a legend
    QColor Theme::*colour;
};

// In the order of HighlightKind.
constexpr std::array kLooks{
    MarkLook{QTextCharFormat::SingleUnderline, Qt::SolidLine, "\u2501\u2501", &Theme::accent},
    MarkLook{QTextCharFormat::DashUnderline, Qt::DashLine, "\u2505\u2505", &Theme::include},
    MarkLook{QTextCharFormat::DotLine, Qt::DotLine, "\u2509\u2509", &Theme::exclude},
    MarkLook{QTextCharFormat::DashDotLine, Qt::DashDotLine, "\u2501\u2509", &Theme::maybe},
};

const MarkLook &lookOf(HighlightKind kind)
{
    return kLooks.at(static_cast<std::size_t>(kind));
}

QColor pale(const QColor &colour, const QColor &under)
{
    const auto mixed = [](int over, int below) {
        return static_cast<int>(kGround * over + (1 - kGround) * below);
    };
    return {mixed(colour.red(), under.red()),
            mixed(colour.green(), under.green()),
            mixed(colour.blue(), under.blue())};
}

QString entryOf(HighlightKind kind, const QString &letter, const QString &name)
{
    const MarkLook &look = lookOf(kind);
    return QStringLiteral("<span style=\"color:%1;\">%2</span>&nbsp;%3")
        .arg((currentTheme().*look.colour).name(),
             letter.isEmpty() ? QString::fromUtf8(look.sign) : QStringLiteral("<b>%1</b>").arg(letter),
             name.toHtmlEscaped());
}

} // namespace

QTextCharFormat markFormat(HighlightKind kind)
{
    const MarkLook &look = lookOf(kind);
    QTextCharFormat format;
    format.setBackground(pale(currentTheme().*look.colour, currentTheme().surface));
    format.setUnderlineStyle(look.line);
    format.setUnderlineColor(currentTheme().*look.colour);
    return format;
}

PaperMark markOnPaper(HighlightKind kind)
{
    const MarkLook &look = lookOf(kind);
    const QColor &colour = paperTheme().*look.colour;
    return {pale(colour, Qt::white), colour, look.pen};
}

QString legendHtml(const Highlighter &highlighter, const QString &queryName)
{
    QStringList entries;
    if (!queryName.isEmpty()) {
        entries << entryOf(HighlightKind::Query, {}, queryName);
    }
    for (std::size_t group = 0; group < highlighter.groups().size(); ++group) {
        const HighlightGroup &shown = highlighter.groups()[group];
        if (!shown.terms.isEmpty()) {
            entries << entryOf(shown.kind, highlighter.letterOf(group), shown.name);
        }
    }
    return entries.join(QStringLiteral(" &nbsp; &nbsp; "));
}

} // namespace winnow::gui
