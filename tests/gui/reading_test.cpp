#include "gui/reading/abstract_parts.h"
#include "gui/reading/highlight_look.h"
#include "gui/reading/highlights.h"
#include "gui/reading/reading_pane.h"
#include "gui/reading/record_document.h"
#include "query/parse.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <set>

namespace winnow::gui {

namespace {

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts) {
        list << QString::fromUtf8(text);
    }
    return list;
}

/// The paragraphs of an abstract as "LABEL|text"; "(c)" before who holds the rights.
QStringList partsOf(const char *text)
{
    const std::string_view abstract = text;
    QStringList parts;
    for (const AbstractPart &part : abstractParts(abstract)) {
        const auto piece = [&](query::TextSpan span) {
            const std::string_view cut = abstract.substr(span.from, span.to - span.from);
            return QString::fromUtf8(cut.data(), static_cast<qsizetype>(cut.size()));
        };
        const QString label = piece(part.label);
        parts << (part.isRights ? QStringLiteral("(c)") : QString()) +
                     (label.isEmpty() ? QString() : label + QLatin1Char('|')) + piece(part.text);
    }
    return parts;
}

/// The marked words of a text as "word/group"; -1: the search.
QStringList marksOf(const Highlighter &highlighter, const char *text)
{
    QStringList marks;
    const std::string_view whole = text;
    for (const MarkedSpan &mark : highlighter.spans(query::Field::Abstract, whole)) {
        const std::string_view cut = whole.substr(mark.span.from, mark.span.to - mark.span.from);
        marks << QStringLiteral("%1/%2")
                     .arg(QString::fromUtf8(cut.data(), static_cast<qsizetype>(cut.size())))
                     .arg(static_cast<int>(mark.group));
    }
    return marks;
}

HighlightGroup group(HighlightKind kind, std::initializer_list<const char *> terms)
{
    return {kind, QStringLiteral("Name"), list(terms)};
}

ShownRecord hostileRecord()
{
    ShownRecord record;
    record.view.record.title = "<script>alert(1)</script> & <b>bold</b>";
    record.view.record.abstractText = "Background: <img src='file:///etc/passwd'> one. Results: two.";
    record.view.record.authors = {{"<i>Writer</i>", "W."}};
    record.view.record.sourceTitle = "Journal of <u>Things</u>";
    record.view.record.keywords = {"<h1>key</h1>"};
    record.view.record.doi = "10.1/<a>\"x";
    record.view.origins.push_back({{}, "K", "<s>Scopus</s>", {}, 0});
    record.marks.labels = {"<em>label</em>"};
    record.marks.notes = {{"<b>anna</b>", "one\n<p>two", {}}};
    return record;
}

} // namespace

class ReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void breaksStructuredAbstractsIntoTheirSections()
    {
        const auto expect =
            [](const char *what, const char *text, std::initializer_list<const char *> parts) {
                const QStringList found = partsOf(text);
                QVERIFY2(found == list(parts),
                         qPrintable(QLatin1String(what) + QStringLiteral(": ") +
                                    found.join(QStringLiteral(" / "))));
            };
        expect("colons",
               "Background: Crafts are old. Methods: We asked. Results: They said: yes.",
               {"Background|Crafts are old.", "Methods|We asked.", "Results|They said: yes."});
        expect("capitals without colons",
               "BACKGROUND Crafts are old. METHODS We asked 12 firms. CONCLUSIONS Yes.",
               {"BACKGROUND|Crafts are old.", "METHODS|We asked 12 firms.", "CONCLUSIONS|Yes."});
        expect("lines",
               "Background\n\nCrafts are old.\nMethods\nWe asked.",
               {"Background|Crafts are old.", "Methods|We asked."});
        expect("dashes",
               "Purpose \xE2\x80\x93 To know. Design/methodology/approach - A survey. Findings \xE2\x80\x93 "
               "Much.",
               {"Purpose|To know.", "Design/methodology/approach|A survey.", "Findings|Much."});
        expect("text before the first label",
               "We looked. Methods: We asked. Results: Yes.",
               {"We looked.", "Methods|We asked.", "Results|Yes."});
        expect("no structure",
               "Methods matter. The results: none of the methods did.",
               {"Methods matter. The results: none of the methods did."});
        expect("one label is none", "Results: one thing only.", {"Results: one thing only."});
        expect("words within sentences are none",
               "Background: The methods: many. Results: few.",
               {"Background|The methods: many.", "Results|few."});
        expect("rights after",
               "Background: Old. Results: New. \xC2\xA9 2020 Elsevier Ltd. All rights reserved.",
               {"Background|Old.", "Results|New.", "(c)\xC2\xA9 2020 Elsevier Ltd. All rights reserved."});
        expect("rights before",
               "\xC2\xA9 2020 IEEE. The craft is old.",
               {"(c)\xC2\xA9 2020 IEEE.", "The craft is old."});
        expect("lines of prose", "One.\nTwo.", {"One.", "Two."});
        expect("nothing", "", {});
    }

    void losesNoWordOfAnAbstract()
    {
        const char *text =
            "\xC2\xA9 2020 IEEE. AIMS: One (two). METHODS\nThree; RESULTS Four. Copyright 2020.";
        QString words = partsOf(text).join(QLatin1Char(' '));
        words.remove(QStringLiteral("(c)"));
        for (const char *word :
             {"IEEE", "AIMS", "One", "two", "METHODS", "Three", "RESULTS", "Four", "Copyright"}) {
            QVERIFY2(words.contains(QLatin1String(word)), word);
        }
    }

    void marksWordsAsTheQueryLanguageComparesThem()
    {
        const Highlighter highlighter({group(HighlightKind::Include, {"woman craft", "market*", "colour"}),
                                       group(HighlightKind::Exclude, {"\"factory floor\"", "na?ve"})},
                                      nullptr);
        QCOMPARE(marksOf(highlighter, "The woman crafts for Marketing, in color; woman of craft."),
                 list({"woman crafts/0", "Marketing/0", "color/0"}));
        QCOMPARE(marksOf(highlighter, "A factory floor; the floor. Na\xC3\xAFve!"),
                 list({"factory floor/1", "Na\xC3\xAFve/1"}));
    }

    void marksForTheLaterGroupWhereTwoWouldMark()
    {
        const auto parsed = query::parse("ABS(social AND media)");
        QVERIFY(parsed.isOk());
        const Highlighter highlighter(
            {group(HighlightKind::Include, {"social media"}), group(HighlightKind::Own, {"media"})},
            parsed.root);
        QCOMPARE(marksOf(highlighter, "Media. Social media; social."),
                 list({"Media/1", "Social /0", "media/1", "social/-1"}));
    }

    void lettersOwnGroupsInOrder()
    {
        const Highlighter highlighter({group(HighlightKind::Include, {"a"}),
                                       group(HighlightKind::Own, {"b"}),
                                       group(HighlightKind::Own, {"c"})},
                                      nullptr);
        QCOMPARE(highlighter.letterOf(0), QString());
        QCOMPARE(highlighter.letterOf(1), QStringLiteral("A"));
        QCOMPARE(highlighter.letterOf(2), QStringLiteral("B"));
        QVERIFY(legendHtml(highlighter, QStringLiteral("Search")).contains(QStringLiteral("<b>B</b>")));
        QCOMPARE(legendHtml(Highlighter(), {}), QString());
    }

    void tellsKindsApartWithoutColour()
    {
        std::set<QTextCharFormat::UnderlineStyle> lines;
        for (const HighlightKind kind :
             {HighlightKind::Query, HighlightKind::Include, HighlightKind::Exclude, HighlightKind::Own}) {
            lines.insert(markFormat(kind).underlineStyle());
        }
        QCOMPARE(lines.size(), std::size_t{4});
        QVERIFY(!lines.contains(QTextCharFormat::NoUnderline));
    }

    void keepsTheGroupsOfEachReview()
    {
        const test::TempFolder folder;
        QSettings store(QString::fromStdString((folder.path() / "s.ini").string()), QSettings::IniFormat);
        std::vector<HighlightGroup> groups = highlightsOf(&store, QStringLiteral("one"));
        QCOMPARE(groups.size(), std::size_t{2});
        groups[1].terms = list({"steel", "a, b"});
        groups.push_back({HighlightKind::Own, QStringLiteral("Places"), {QStringLiteral("bali")}});
        keepHighlights(&store, QStringLiteral("one"), groups);
        QVERIFY(highlightsOf(&store, QStringLiteral("one")) == groups);
        QVERIFY(highlightsOf(&store, QStringLiteral("two"))[1].terms.isEmpty());
        groups.pop_back();
        keepHighlights(&store, QStringLiteral("one"), groups);
        QVERIFY(highlightsOf(&store, QStringLiteral("one")) == groups);
        QVERIFY(highlightsOf(nullptr, QStringLiteral("one"))[1].terms.isEmpty());
    }

    void setsHostileTextAsText()
    {
        const auto document = recordDocument(hostileRecord(), {});
        const QString text = document->toPlainText();
        for (const char *part : {"<script>alert(1)</script> & <b>bold</b>",
                                 "<img src='file:///etc/passwd'> one.",
                                 "<i>Writer</i> W.",
                                 "Journal of <u>Things</u>",
                                 "<h1>key</h1>",
                                 "doi 10.1/<a>\"x",
                                 "<s>Scopus</s>",
                                 "<em>label</em>",
                                 "<p>two"}) {
            QVERIFY2(text.contains(QLatin1String(part)), part);
        }
        QStringList links;
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                QVERIFY(!at.fragment().charFormat().isImageFormat());
                if (at.fragment().charFormat().isAnchor()) {
                    links << at.fragment().charFormat().anchorHref();
                }
            }
        }
        QCOMPARE(links, QStringList(QStringLiteral("https://doi.org/10.1/%3Ca%3E%22x")));
    }

    void marksWordsInTheirPlace()
    {
        ShownRecord record;
        record.view.record.title = "Craft";
        record.view.record.abstractText = "Aim: a craft. Results: none.";
        RecordLook look;
        look.highlighter = Highlighter({group(HighlightKind::Include, {"craft"})}, nullptr);
        const auto document = recordDocument(record, look);
        QStringList marked;
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                if (at.fragment().charFormat().underlineStyle() == QTextCharFormat::DashUnderline) {
                    marked << at.fragment().text();
                }
            }
        }
        QCOMPARE(marked, (QStringList{QStringLiteral("Craft"), QStringLiteral("craft")}));
    }

    void saysThatAnAbstractIsMissing()
    {
        ShownRecord record;
        record.view.record.title = "Title";
        QVERIFY(recordDocument(record, {})->toPlainText().contains(QStringLiteral("has no abstract")));
        RecordLook look;
        look.isTitleAlone = true;
        QVERIFY(!recordDocument(record, look)->toPlainText().contains(QStringLiteral("abstract")));
    }

    void masksWhoWroteItAndWhere()
    {
        RecordLook look;
        look.masksOrigin = true;
        look.showsMarks = false;
        const QString text = recordDocument(hostileRecord(), look)->toPlainText();
        QVERIFY(!text.contains(QStringLiteral("Writer")));
        QVERIFY(!text.contains(QStringLiteral("Things")));
        QVERIFY(!text.contains(QStringLiteral("Scopus")));
        QVERIFY(!text.contains(QStringLiteral("label")));
    }

    void setsTextFromRightToLeftAtTheRight()
    {
        ShownRecord record;
        record.view.record.title = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
        record.view.record.abstractText = "Latin.";
        const auto document = recordDocument(record, {});
        QCOMPARE(document->firstBlock().textDirection(), Qt::RightToLeft);
        QCOMPARE(document->lastBlock().textDirection(), Qt::LeftToRight);
        document->setTextWidth(600);
        QVERIFY(document->size().height() > 0); // lays it out
        const QTextLine line = document->firstBlock().layout()->lineAt(0);
        QVERIFY(line.naturalTextRect().left() > 300);
    }

    void keepsLinesToSeventyLetters()
    {
        ReadingPane pane;
        pane.resize(1400, 600);
        pane.show();
        ShownRecord record;
        record.view.record.title = "T";
        for (int i = 0; i < 60; ++i) {
            record.view.record.abstractText +=
                "the traditional craft of small enterprises in a digital market ";
        }
        pane.showRecord(record.view, record.marks, nullptr);
        const QTextBlock block = pane.document()->findBlockByNumber(2);
        QVERIFY(block.layout()->lineCount() > 10);
        int letters = 0;
        for (int line = 0; line < 10; ++line) {
            letters += block.layout()->lineAt(line).textLength();
        }
        QVERIFY2(letters >= 600 && letters <= 760, qPrintable(QString::number(letters)));
    }

    void beginsEachRecordAtItsTop()
    {
        ReadingPane pane;
        pane.resize(600, 200);
        pane.show();
        ShownRecord record;
        record.view.record.title = "T";
        record.view.record.abstractText = std::string(5000, 'a') + " " + std::string(5000, 'b');
        pane.showDocument(recordDocument(record, {}));
        pane.verticalScrollBar()->setValue(100);
        pane.showDocument(recordDocument(record, {}));
        QCOMPARE(pane.verticalScrollBar()->value(), 0);
    }
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::ReadingTest)

#include "reading_test.moc"
