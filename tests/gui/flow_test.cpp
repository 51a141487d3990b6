#include "app/flow_snapshots.h"
#include "filled_review.h"
#include "gui/flow/flow_step.h"
#include "gui/flow/flow_view.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

namespace winnow::gui {

class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settingsFolder());
    }

    void init()
    {
        QSettings().clear(); // all reviews of these tests have the same id
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        QVERIFY(fillReview(*m_window,
                           *m_folder,
                           "TY  - JOUR\nID  - A\nTI  - Salt\nAU  - Tan, B.\nPY  - 2020\nER  - \n\n"
                           "TY  - JOUR\nID  - B\nTI  - Tin\nAU  - Ma, L.\nPY  - 2018\nER  - \n"));
        m_window->goTo({StepId::Flow});
        m_step = qobject_cast<FlowStep *>(m_window->step(StepId::Flow));
        QTRY_VERIFY(boxText("box2").contains(QStringLiteral("Scopus")));
    }

    void cleanup() { m_window.reset(); }

    void showsTheDiagramAsItWillBe()
    {
        QVERIFY(hasBox("box4"));
        QVERIFY(!hasBox("box16"));
        choose("templateBox", QStringLiteral("updated-other"));
        QVERIFY(hasBox("box16"));
        choose("templateBox", QStringLiteral("2009"));
        QVERIFY(hasBox("qualitative"));
        choose("textsBox", QStringLiteral("id"));
        QCOMPARE(diagram().language, std::string("id"));
        choose("coloursBox", QStringLiteral("bw"));
        QCOMPARE(diagram().theme.header, 0xFFFFFFU);
    }

    void takesThePageOfAPublisherAndSaysWhatItWillSendBack()
    {
        choose("publisherBox", QStringLiteral("plos"));
        QCOMPARE(child<QDoubleSpinBox>("widthBox")->value(), 190.5);
        QVERIFY(text("objectionLabel").isEmpty());
        child<QDoubleSpinBox>("typeBox")->setValue(6);
        QVERIFY(text("objectionLabel").contains(QStringLiteral("PLOS asks for type of at least 8 pt")));
        QCOMPARE(m_step->style().publisher, flow::publisherCalled("plos"));
        QCOMPARE(m_step->style().options.fontSizePt, 6.0);
    }

    void leavesOutWhatIsNotWanted()
    {
        child<QCheckBox>("sourcesBox")->setChecked(false);
        QVERIFY(!boxText("box2").contains(QStringLiteral("Scopus")));
        QVERIFY(boxText("box5").contains(QStringLiteral("**")));
        child<QCheckBox>("notesBox")->setChecked(false);
        QVERIFY(!boxText("box5").contains(QStringLiteral("**")));
    }

    void remembersTheChoicesOfTheReview()
    {
        choose("coloursBox", QStringLiteral("grey"));
        child<QCheckBox>("totalsBox")->setChecked(true);
        const FlowStep again(*m_window->session());
        QVERIFY(again.style().options.colours == flow::Colours::Grey);
        QVERIFY(again.style().options.totalsReasons);
    }

    void saysThatTheNumbersAddUp()
    {
        QVERIFY(text("checkLabel").contains(QStringLiteral("The numbers add up.")));
    }

    void opensTheRecordsBehindABoxByTheKeyboard()
    {
        const QSignalSpy wanted(m_window->session(), &Session::wanted);
        auto *view = child<FlowView>("flowView");
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QCOMPARE(view->marked(), QStringLiteral("box2"));
        QCOMPARE(text("tipLabel"), QStringLiteral("2 records: open"));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        const auto place = wanted.front().front().value<Place>();
        QCOMPARE(place.step, StepId::Records);
        QCOMPARE(place.list->size(), std::size_t{2});
    }

    void writesSeveralKindsOfFileAtOnce()
    {
        const QString folder = QString::fromStdString(m_folder->path().string());
        child<QLineEdit>("folderEdit")->setText(folder);
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("figure"));
        for (const char *format : {"svgFormat", "csvFormat"}) {
            child<QCheckBox>(format)->setChecked(true);
        }
        child<QCheckBox>("pdfFormat")->setChecked(false);
        const QSignalSpy exported(m_step, &FlowStep::exported);
        child<QPushButton>("exportButton")->click();
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(QFile::exists(folder + QStringLiteral("/figure.svg")));
        QVERIFY(QFile::exists(folder + QStringLiteral("/figure.csv")));
        child<QPushButton>("exportButton")->click(); // does not replace what is there unasked
        QVERIFY(text("exportLabel").contains(QStringLiteral("figure.svg")));
        child<QPushButton>("exportButton")->click();
        QTRY_COMPARE(exported.count(), 2);
    }

    void addsNumbersFromOutsideAndTakesThemBack()
    {
        auto *line = child<QComboBox>("lineBox");
        line->setCurrentIndex(line->findData(static_cast<int>(flow::LineId::PreviousStudies)));
        child<QSpinBox>("countBox")->setValue(12);
        child<QPushButton>("noteNumberButton")->click(); // without a note
        QCOMPARE(child<QListWidget>("outsideList")->count(), 0);
        child<QLineEdit>("noteEdit")->setText(QStringLiteral("Tan 2015"));
        child<QPushButton>("noteNumberButton")->click();
        QTRY_COMPARE(child<QListWidget>("outsideList")->count(), 1);
        child<QListWidget>("outsideList")->setCurrentRow(0);
        child<QPushButton>("takeBackButton")->click();
        QTRY_COMPARE(child<QListWidget>("outsideList")->count(), 0);
    }

    void keepsNumbersAndComparesThem()
    {
        child<QLineEdit>("snapshotEdit")->setText(QStringLiteral("submitted"));
        child<QPushButton>("snapshotButton")->click();
        QTRY_COMPARE(child<QListWidget>("snapshotList")->count(), 1);
        child<QListWidget>("snapshotList")->setCurrentRow(0);
        auto *view = child<QTextBrowser>("differenceView");
        QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("Nothing differs")));
    }

private:
    [[nodiscard]] static QString settingsFolder()
    {
        return QDir::tempPath() + QStringLiteral("/winnow-flow-test");
    }

    template <typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return m_step->findChild<Widget *>(QString::fromLatin1(name));
    }

    [[nodiscard]] const flow::Diagram &diagram() const { return child<FlowView>("flowView")->diagram(); }

    [[nodiscard]] const flow::Box *box(const char *id) const
    {
        const auto found = std::ranges::find(diagram().boxes, id, &flow::Box::id);
        return found == diagram().boxes.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool hasBox(const char *id) const { return box(id) != nullptr; }

    [[nodiscard]] QString boxText(const char *id) const
    {
        return hasBox(id) ? QString::fromStdString(box(id)->description) : QString();
    }

    [[nodiscard]] QString text(const char *name) const { return child<QLabel>(name)->text(); }

    void choose(const char *name, const QString &data)
    {
        auto *chosen = child<QComboBox>(name);
        chosen->setCurrentIndex(chosen->findData(data));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
    FlowStep *m_step = nullptr;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::FlowTest)
#include "flow_test.moc"
