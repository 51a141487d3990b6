#include "gui/queries/line_hits.h"
#include "gui/queries/query_editor.h"
#include "gui/queries/query_styles.h"
#include "gui/theme.h"
#include "watched.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace winnow::gui {

namespace {

/// "field 0-5; operator 9-12": the parts that have a colour.
QString partsOf(const QString &query)
{
    static const QStringList kNames{QStringLiteral("field"),
                                    QStringLiteral("operator"),
                                    QStringLiteral("phrase"),
                                    QStringLiteral("exact"),
                                    QStringLiteral("wildcard"),
                                    QStringLiteral("number"),
                                    QStringLiteral("bracket")};
    QStringList parts;
    for (const StyledSpan &one : styledSpans(query.toStdString())) {
        if (one.part != QueryPart::Bracket) {
            parts << QStringLiteral("%1 %2").arg(kNames[static_cast<int>(one.part)],
                                                 query.mid(one.span.from, one.span.to - one.span.from));
        }
    }
    return parts.join(QStringLiteral("; "));
}

app::QueryLine lineOf(std::size_t from, std::size_t to, std::size_t depth, std::int64_t hits)
{
    app::QueryLine line;
    line.text = "text";
    line.effect.from = from;
    line.effect.to = to;
    line.effect.depth = depth;
    line.effect.hits = hits;
    return line;
}

} // namespace

class QueryEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_editor = std::make_unique<QueryEditor>();
        m_editor->resize(600, 200);
        m_editor->show();
        QApplication::setActiveWindow(m_editor.get());
        m_editor->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }

    void cleanup() { m_editor.reset(); }

    void tellsThePartsOfTheLanguageApart()
    {
        QCOMPARE(
            partsOf(QStringLiteral("TITLE(craft* W/3 \"social media\") AND NOT {e-shop} OR PUBYEAR > 2018")),
            QStringLiteral("field TITLE; wildcard *; operator W/3; phrase \"social media\"; operator AND; "
                           "operator NOT; exact {e-shop}; operator OR; field PUBYEAR; operator >; "
                           "number 2018"));
        QCOMPARE(partsOf(QStringLiteral("title or craft")), QStringLiteral("operator or"));
        QCOMPARE(partsOf(QStringLiteral("#1 AND LIMIT-TO(DOCTYPE, \"ar\")")),
                 QStringLiteral("number #1; operator AND; field LIMIT-TO; phrase \"ar\""));
    }

    void countsCharactersAndNotBytes()
    {
        QCOMPARE(partsOf(QStringLiteral("\u00C4hre\U0001F33E AND TITLE(a)")),
                 QStringLiteral("operator AND; field TITLE"));
    }

    void coloursAPhraseThatGoesOverLinesAndTheRestOnceItIsClosed()
    {
        m_editor->setPlainText(QStringLiteral("TITLE(\"social\nmedia\ncraft)"));
        QCOMPARE(colourAt(2, 1), currentTheme().include);
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(19); // behind "media"
        cursor.insertText(QStringLiteral("\""));
        QCOMPARE(colourAt(1, 1), currentTheme().include);
        QVERIFY(colourAt(2, 1) != currentTheme().include);
        QCOMPARE(colourAt(0, 0), currentTheme().accent);
    }

    void offersFieldCodesWhileOneIsWritten()
    {
        QTest::keyClicks(m_editor.get(), QStringLiteral("TITLE-"));
        QTRY_VERIFY(popup()->isVisible());
        QVERIFY(popup()->currentIndex().data().toString().startsWith(QStringLiteral("TITLE-ABS-KEY ")));
        QVERIFY(popup()->currentIndex().data().toString().contains(
            QStringLiteral("title, abstract or keywords")));
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("TITLE-ABS-KEY()"));
        QCOMPARE(m_editor->textCursor().position(), 14);
    }

    void offersNothingForWordsAndWholeOperators()
    {
        QTest::keyClicks(m_editor.get(), QStringLiteral("title AND"));
        QVERIFY(!popup()->isVisible());
        QTest::keyClicks(m_editor.get(), QStringLiteral(" OR"));
        QVERIFY(!popup()->isVisible());
    }

    void completesWhenAskedAndKeepsParenthesesThatAreThere()
    {
        m_editor->setPlainText(QStringLiteral("authk(craft)"));
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(5);
        m_editor->setTextCursor(cursor);
        m_editor->complete();
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(popup(), Qt::Key_Return);
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("AUTHKEY(craft)"));
        QCOMPARE(m_editor->textCursor().position(), 8);
        m_editor->undo();
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("authk(craft)"));
    }

    void marksTheBracketThatBelongsToTheOneAtTheCursor()
    {
        m_editor->setPlainText(QStringLiteral("TITLE(\"a)\" AND (b OR c))"));
        m_editor->moveCursor(QTextCursor::End);
        QCOMPARE(m_editor->matchedBrackets(), (std::vector<int>{23, 5}));
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(15);
        m_editor->setTextCursor(cursor);
        QCOMPARE(m_editor->matchedBrackets(), (std::vector<int>{15, 22}));
        m_editor->setPlainText(QStringLiteral("TITLE(a"));
        cursor.setPosition(6);
        m_editor->setTextCursor(cursor);
        QVERIFY(m_editor->matchedBrackets().empty());
    }

    void replacesOnlyWhatIsDifferentAsOneStep()
    {
        m_editor->setPlainText(QStringLiteral("TITLE(\u201Ca\u201D) AND b"));
        m_editor->moveCursor(QTextCursor::End);
        m_editor->replaceQuery("TITLE(\"a\") AND b");
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("TITLE(\"a\") AND b"));
        QCOMPARE(m_editor->textCursor().position(), 16);
        m_editor->undo();
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("TITLE(\u201Ca\u201D) AND b"));
    }

    void countsTheWidestPartsOfEachLine()
    {
        // TITLE(a OR b)
        // AND (c OR
        // d OR e)
        app::QueryEffects effects;
        effects.lines = {lineOf(0, 31, 0, 5),
                         lineOf(0, 13, 1, 1200),
                         lineOf(6, 7, 2, 7),
                         lineOf(18, 31, 1, 9),
                         lineOf(19, 20, 2, 3),
                         lineOf(24, 25, 2, 0),
                         lineOf(29, 30, 2, 4)};
        const auto hits = lineHits("TITLE(a OR b)\nAND (c OR\nd OR e)", effects);
        QCOMPARE(hits.size(), std::size_t{3});
        QCOMPARE(hits[0].text, QStringLiteral("1,200"));
        QCOMPARE(hits[1].text, QStringLiteral("3"));
        QCOMPARE(hits[2].text, QStringLiteral("0 \u00B7 4"));
        QVERIFY(hits[2].isEmpty && !hits[0].isEmpty);
        QVERIFY(hits[0].toolTip.contains(QStringLiteral("1,200 found")));
    }

    void makesRoomForWhatItsLinesFind()
    {
        const int before = margin()->width();
        m_editor->setLineHits({{QStringLiteral("12,345 \u00B7 23,456 \u00B7 34,567"), {}, false}});
        QVERIFY(margin()->width() > before);
        QCOMPARE(margin()->geometry().left(), m_editor->viewport()->geometry().right() + 1);
        QVERIFY(margin()->height() > 0);
    }

private:
    [[nodiscard]] QAbstractItemView *popup() const { return m_editor->findChild<QCompleter *>()->popup(); }

    [[nodiscard]] QWidget *margin() const
    {
        return m_editor->findChild<QWidget *>(QStringLiteral("lineHits"));
    }

    [[nodiscard]] QColor colourAt(int line, int column) const
    {
        const auto formats = m_editor->document()->findBlockByNumber(line).layout()->formats();
        for (const QTextLayout::FormatRange &range : formats) {
            if (range.start <= column && column < range.start + range.length) {
                return range.format.foreground().color();
            }
        }
        return {};
    }

    std::unique_ptr<QueryEditor> m_editor;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::QueryEditorTest)
#include "query_editor_test.moc"
