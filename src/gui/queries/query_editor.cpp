#include "gui/queries/query_editor.h"

#include "gui/queries/query_completer.h"
#include "gui/queries/query_highlighter.h"
#include "gui/queries/query_places.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "query/lexer.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace winnow::gui {

namespace {

constexpr int kMarginSpace = 12; ///< between a margin and the text
constexpr int kMarginEdge = 8;

/// The token of the parenthesis that belongs to the one at `at`; its own number where there is none.
std::size_t partnerOf(const std::vector<query::Token> &tokens, std::size_t at)
{
    const bool isForward = tokens[at].kind == query::TokenKind::Open;
    int depth = 0;
    for (std::size_t i = at; i < tokens.size(); i += isForward ? 1U : ~std::size_t{0}) { // ends below 0 too
        depth += tokens[i].kind == query::TokenKind::Open    ? 1
                 : tokens[i].kind == query::TokenKind::Close ? -1
                                                             : 0;
        if (depth == 0) {
            return i;
        }
    }
    return at;
}

} // namespace

QueryEditor::QueryEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new QWidget(this))
    , m_hitsPlace(new QWidget(this))
    , m_completer(new QueryCompleter(this))
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    setTabChangesFocus(true);
    new QueryHighlighter(document());
    m_numbers->setObjectName(QStringLiteral("lineNumbers"));
    m_hitsPlace->setObjectName(QStringLiteral("lineHits"));
    for (QWidget *margin : {m_numbers, m_hitsPlace}) {
        margin->installEventFilter(this);
    }
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &QueryEditor::write);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &QueryEditor::fitMargins);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] {
        m_numbers->update();
        m_hitsPlace->update();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &QueryEditor::showMarks);
    fitMargins();
}

void QueryEditor::replaceQuery(const std::string &query)
{
    const QString before = toPlainText();
    const QString after = shown(query);
    const auto shorter = std::min(before.size(), after.size());
    qsizetype same = 0;
    while (same < shorter && before[same] == after[same]) {
        ++same;
    }
    qsizetype sameEnd = 0;
    while (sameEnd < shorter - same &&
           before[before.size() - 1 - sameEnd] == after[after.size() - 1 - sameEnd]) {
        ++sameEnd;
    }
    if (before == after) {
        return;
    }
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(same));
    cursor.setPosition(static_cast<int>(before.size() - sameEnd), QTextCursor::KeepAnchor);
    cursor.insertText(after.mid(same, after.size() - same - sameEnd));
}

void QueryEditor::setProblems(const QList<QTextEdit::ExtraSelection> &marks)
{
    m_problems = marks;
    showMarks();
}

void QueryEditor::setLineHits(std::vector<LineHits> hits)
{
    if (hits != m_hits) {
        m_hits = std::move(hits);
        fitMargins();
        m_hitsPlace->update();
    }
}

std::vector<int> QueryEditor::matchedBrackets() const
{
    const std::string text = query();
    const CharacterPlaces places(text);
    const std::vector<query::Token> tokens = query::lex(text);
    const int cursor = textCursor().position();
    for (const int at : {cursor - 1, cursor}) { // that was just written goes first
        const auto token = std::ranges::find_if(tokens, [&](const query::Token &one) {
            return (one.kind == query::TokenKind::Open || one.kind == query::TokenKind::Close) &&
                   places.at(one.from) == at;
        });
        if (token == tokens.end()) {
            continue;
        }
        const auto own = static_cast<std::size_t>(token - tokens.begin());
        if (const std::size_t other = partnerOf(tokens, own); other != own) {
            return {at, places.at(tokens[other].from)};
        }
    }
    return {};
}

void QueryEditor::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks = m_problems;
    for (const int at : matchedBrackets()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(at);
        mark.cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
        mark.format.setBackground(currentTheme().highlight);
        mark.format.setFontWeight(QFont::Bold);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void QueryEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isOfPopup = event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return ||
                           event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab ||
                           event->key() == Qt::Key_Backtab;
    if (m_completer->popup()->isVisible() && isOfPopup) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty()) {
        offer(false);
    }
}

void QueryEditor::complete()
{
    offer(true);
}

void QueryEditor::offer(bool isAsked)
{
    const QString prefix = codeBefore(toPlainText(), textCursor().position());
    m_completer->setCompletionPrefix(prefix);
    const bool isThere = m_completer->completionCount() == 0 ||
                         (m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix);
    if (isReadOnly() || isThere || (!isAsked && !QueryCompleter::isOffered(prefix))) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.translate(viewport()->pos());
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 2 * kMarginSpace +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width());
    m_completer->complete(place);
}

void QueryEditor::write(const QModelIndex &entry)
{
    const QString prefix = m_completer->completionPrefix();
    QString written = QueryCompleter::writtenBy(entry);
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(prefix.size()));
    const QString text = toPlainText();
    const int after = textCursor().position();
    const bool isOpenThere = after < text.size() && text[after] == QLatin1Char('(');
    const bool isField = written.endsWith(QLatin1Char(')'));
    if (isField && isOpenThere) {
        written.chop(2);
    }
    cursor.insertText(written);
    if (isField) { // behind the opening parenthesis
        cursor.movePosition(isOpenThere ? QTextCursor::Right : QTextCursor::Left);
    }
    setTextCursor(cursor);
}

void QueryEditor::fitMargins()
{
    setViewportMargins(numbersWidth(), 0, hitsWidth(), 0);
    const QRect text = viewport()->geometry();
    m_numbers->setGeometry(text.left() - numbersWidth(), text.top(), numbersWidth(), text.height());
    m_hitsPlace->setGeometry(text.right() + 1, text.top(), hitsWidth(), text.height());
}

void QueryEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitMargins();
}

void QueryEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitMargins();
    }
}

int QueryEditor::numbersWidth() const
{
    const auto digits = std::max<qsizetype>(QString::number(blockCount()).size(), 2);
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits) + kMarginEdge +
           kMarginSpace;
}

/// Never narrower than five digits, so that the text keeps its place when numbers come.
int QueryEditor::hitsWidth() const
{
    int width = fontMetrics().horizontalAdvance(QStringLiteral("99,999"));
    for (const LineHits &hits : m_hits) {
        width = std::max(width, fontMetrics().horizontalAdvance(hits.text));
    }
    return width + kMarginEdge + kMarginSpace;
}

bool QueryEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMargin = watched == m_numbers || watched == m_hitsPlace;
    if (isMargin && event->type() == QEvent::Paint) {
        paintMargin(*static_cast<QWidget *>(watched), watched == m_numbers);
        return true;
    }
    if (watched == m_hitsPlace && event->type() == QEvent::ToolTip) {
        const auto &help = *static_cast<QHelpEvent *>(event);
        const auto line = static_cast<std::size_t>(lineAt(help.y()));
        QToolTip::showText(help.globalPos(), line < m_hits.size() ? m_hits[line].toolTip : QString());
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

int QueryEditor::lineAt(int y) const
{
    return cursorForPosition(QPoint(0, y)).blockNumber();
}

void QueryEditor::paintMargin(QWidget &margin, bool isLeft)
{
    QPainter painter(&margin);
    painter.setFont(font());
    const Theme &theme = currentTheme();
    const int current = textCursor().blockNumber();
    const int height = fontMetrics().height();
    const int width = margin.width() - kMarginEdge;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const double top = blockBoundingGeometry(block).translated(contentOffset()).top();
        if (top > margin.height()) {
            break;
        }
        const int line = block.blockNumber();
        const int left = isLeft ? 0 : kMarginEdge;
        const QRect place(left, static_cast<int>(top), width - left, height);
        const auto index = static_cast<std::size_t>(line);
        if (isLeft) {
            painter.setPen(line == current && hasFocus() ? theme.text : theme.secondaryText);
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
        } else if (index < m_hits.size()) {
            painter.setPen(m_hits[index].isEmpty ? theme.maybe : theme.secondaryText);
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, m_hits[index].text);
        }
    }
}

} // namespace winnow::gui
