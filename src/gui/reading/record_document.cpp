#include "gui/reading/record_document.h"

#include "gui/reading/abstract_parts.h"
#include "gui/reading/highlight_look.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QUrl>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr double kTitleScale = 1.35;
constexpr double kQuietScale = 0.8;
constexpr double kTextLines = 1.5; ///< height of a line, in letters
constexpr double kTitleLines = 1.3;
constexpr double kPageMargin = 24;
constexpr double kPercent = 100;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RecordDocument)
};

QString dot()
{
    return QStringLiteral(" \u00B7 ");
}

/// Text of one look; it may stand over others.
QTextCharFormat inkOf(const QFont &font, double scale, const QColor &colour)
{
    QTextCharFormat format;
    format.setFontFamilies({font.family()});
    format.setFontPointSize(font.pointSizeF() * scale);
    format.setForeground(colour);
    return format;
}

/// Writes a record paragraph by paragraph.
class Writer
{
public:
    Writer(QTextDocument &document, const RecordLook &look)
        : m_look(look)
        , m_cursor(&document)
        , m_text(inkOf(look.font, 1, currentTheme().text))
        , m_quiet(inkOf(look.font, kQuietScale, currentTheme().secondaryText))
        , m_ownLines(QFontMetricsF(look.font).lineSpacing() / QFontInfo(look.font).pixelSize())
    {
        m_cursor.beginEditBlock();
    }

    ~Writer() { m_cursor.endEditBlock(); }

    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void begin(double above, double lines = kTextLines)
    {
        QTextBlockFormat format;
        format.setTopMargin(above);
        format.setLineHeight(std::max(kPercent, kPercent * lines / m_ownLines),
                             QTextBlockFormat::ProportionalHeight);
        format.setAlignment(Qt::AlignLeft); // right where the text runs from right to left
        if (m_isFirst) {
            m_cursor.setBlockFormat(format);
        } else {
            m_cursor.insertBlock(format, m_text);
        }
        m_isFirst = false;
    }

    void put(const QString &text, const QTextCharFormat &format) { m_cursor.insertText(text, format); }

    void quiet(const QString &text) { put(text, m_quiet); }

    /// With its marks. Lines of the text end no paragraph.
    void marked(std::string_view text, query::Field field, const QTextCharFormat &format)
    {
        std::size_t at = 0;
        for (const MarkedSpan &marked : m_look.highlighter.spans(field, text)) {
            put(lineOf(text.substr(at, marked.span.from - at)), format);
            putMark(lineOf(text.substr(marked.span.from, marked.span.to - marked.span.from)), marked, format);
            at = marked.span.to;
        }
        put(lineOf(text.substr(at)), format);
    }

    [[nodiscard]] const QTextCharFormat &text() const { return m_text; }

    [[nodiscard]] const QTextCharFormat &quietInk() const { return m_quiet; }

private:
    static QString lineOf(std::string_view text)
    {
        QString line = shown(text);
        for (QChar &sign : line) {
            if (sign.category() == QChar::Other_Control || sign == QChar::ParagraphSeparator ||
                sign == QChar::LineSeparator) {
                sign = QLatin1Char(' ');
            }
        }
        return line;
    }

    void putMark(const QString &text, const MarkedSpan &marked, const QTextCharFormat &format)
    {
        QTextCharFormat mark = format;
        mark.merge(markFormat(m_look.highlighter.kindOf(marked.group)));
        put(text, mark);
        if (const QString letter = m_look.highlighter.letterOf(marked.group); !letter.isEmpty()) {
            QTextCharFormat raised = m_quiet;
            raised.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
            put(letter, raised);
        }
    }

    const RecordLook &m_look;
    QTextCursor m_cursor;
    QTextCharFormat m_text;
    QTextCharFormat m_quiet;
    double m_ownLines; ///< height of a line as the font has it
    bool m_isFirst = true;
};

void writeTitle(Writer &writer, const Record &record, const RecordLook &look)
{
    QTextCharFormat ink = inkOf(look.font, kTitleScale, currentTheme().text);
    ink.setFontWeight(QFont::DemiBold);
    writer.begin(0, kTitleLines);
    if (record.title.empty()) {
        writer.put(Texts::tr("This record has no title."), ink);
    } else {
        writer.marked(record.title, query::Field::Title, ink);
    }
}

QString nameOf(const PersonName &name)
{
    return shown(name.given.empty() ? name.family : name.family + " " + name.given).simplified();
}

void writeOrigin(Writer &writer, const Record &record, const RecordLook &look)
{
    QStringList parts;
    if (!look.masksOrigin) {
        QStringList authors;
        for (const PersonName &author : record.authors) {
            authors << nameOf(author);
        }
        if (!authors.isEmpty()) {
            writer.begin(8);
            writer.quiet(authors.join(QStringLiteral(", ")));
        }
        if (!record.sourceTitle.empty()) {
            parts << shown(record.sourceTitle).simplified();
        }
    }
    if (record.date.year) {
        parts << QString::number(*record.date.year);
    }
    parts << shown(namesOf(record.type).label);
    if (look.masksOrigin) {
        parts << Texts::tr("authors and journal masked");
    }
    writer.begin(4);
    writer.quiet(parts.join(dot()));
}

void writeAbstract(Writer &writer, const Record &record)
{
    if (record.abstractText.empty()) {
        QTextCharFormat ink = writer.text();
        ink.setFontItalic(true);
        ink.setForeground(currentTheme().secondaryText);
        writer.begin(16);
        writer.put(Texts::tr("This record has no abstract."), ink);
        return;
    }
    const std::string_view text = record.abstractText;
    QTextCharFormat label = writer.quietInk();
    label.setFontWeight(QFont::DemiBold);
    label.setFontCapitalization(QFont::AllUppercase);
    double above = 16;
    for (const AbstractPart &part : abstractParts(text)) {
        writer.begin(above);
        above = 8;
        if (part.label.from < part.label.to) {
            writer.put(shown(text.substr(part.label.from, part.label.to - part.label.from)), label);
            writer.put(QStringLiteral("\u2002"), writer.text());
        }
        writer.marked(text.substr(part.text.from, part.text.to - part.text.from),
                      query::Field::Abstract,
                      part.isRights ? writer.quietInk() : writer.text());
    }
}

void writeKeywords(Writer &writer, const Record &record)
{
    bool isFirst = true;
    for (const std::vector<std::string> *list : {&record.keywords, &record.indexTerms}) {
        for (const std::string &keyword : *list) {
            if (isFirst) {
                writer.begin(16);
            }
            writer.quiet(isFirst ? Texts::tr("Keywords") + QStringLiteral("\u2002") : dot());
            writer.marked(keyword, query::Field::Keywords, writer.quietInk());
            isFirst = false;
        }
    }
}

void writeLinks(Writer &writer, const app::RecordView &view, const RecordLook &look)
{
    const QString doi = shown(view.record.doi);
    QStringList sources;
    for (const app::RecordOrigin &origin : view.origins) {
        sources << shown(origin.source).simplified();
    }
    sources.removeDuplicates();
    QString from = sources.isEmpty() || look.masksOrigin
                       ? QString()
                       : Texts::tr("from %1").arg(sources.join(QStringLiteral(", ")));
    if (!from.isEmpty() && !view.duplicateRule.empty()) {
        from += QStringLiteral(" (") + shown(view.duplicateRule) + QLatin1Char(')');
    }
    if (doi.isEmpty() && from.isEmpty()) {
        return;
    }
    writer.begin(8);
    if (!doi.isEmpty()) {
        QTextCharFormat link = writer.quietInk();
        link.setAnchor(true);
        link.setAnchorHref(QStringLiteral("https://doi.org/") +
                           QString::fromUtf8(QUrl::toPercentEncoding(doi, "/")));
        link.setForeground(currentTheme().accent);
        writer.put(QStringLiteral("doi ") + doi, link);
    }
    writer.quiet((doi.isEmpty() || from.isEmpty() ? QString() : dot()) + from);
}

void writeDecisions(Writer &writer, const app::RecordView &view, const RecordLook &look)
{
    double above = 16;
    for (const Decision &decision : view.standing.decisions) {
        const auto state = screening::stateOf(decision.verdict);
        writer.begin(above);
        above = 0;
        writer.put(markOf(state) + QLatin1Char(' ') + wordOf(state),
                   inkOf(look.font, kQuietScale, colourOf(state)));
        QString more =
            QLatin1Char(' ') +
            Texts::tr("at %1 by %2").arg(stageInSentence(decision.stage), shown(decision.reviewer));
        more += decision.reason.empty() ? QString() : QStringLiteral(": ") + shown(decision.reason);
        more += decision.note.empty() ? QString() : QStringLiteral(" (%1)").arg(shown(decision.note));
        writer.quiet(more.simplified().prepend(QLatin1Char(' ')));
    }
}

void writeMarks(Writer &writer, const app::RecordMarks &marks)
{
    if (!marks.labels.empty()) {
        writer.begin(8);
        writer.quiet(Texts::tr("Labels"));
        QTextCharFormat chip = writer.quietInk();
        chip.setBackground(currentTheme().highlight);
        chip.setForeground(currentTheme().text);
        for (const std::string &label : marks.labels) {
            writer.quiet(QStringLiteral("\u2002"));
            writer.put(QStringLiteral("\u00A0%1\u00A0").arg(shown(label)), chip);
        }
    }
    for (const app::RecordNote &note : marks.notes) {
        writer.begin(8);
        writer.quiet(Texts::tr("Note of %1").arg(shown(note.reviewer)) + QStringLiteral("\u2002"));
        QTextCharFormat ink = writer.quietInk();
        ink.setForeground(currentTheme().text);
        writer.put(shown(note.text).replace(QLatin1Char('\n'), QChar::LineSeparator), ink);
    }
}

} // namespace

std::unique_ptr<QTextDocument> recordDocument(const ShownRecord &record, const RecordLook &look)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(look.font);
    document->setDocumentMargin(kPageMargin);
    {
        Writer writer(*document, look);
        writeTitle(writer, record.view.record, look);
        writeOrigin(writer, record.view.record, look);
        if (!look.isTitleAlone) {
            writeAbstract(writer, record.view.record);
            writeKeywords(writer, record.view.record);
        }
        writeLinks(writer, record.view, look);
        writeDecisions(writer, record.view, look);
        if (look.showsMarks) {
            writeMarks(writer, record.marks);
        }
    }
    return document;
}

} // namespace winnow::gui
