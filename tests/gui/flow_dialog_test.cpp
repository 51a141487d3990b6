#include "gui/flow/flow_dialog.h"
#include "gui/flow/flow_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace winnow::gui {

class FlowDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        flow::Numbers numbers;
        numbers.databases = {1234, {}};
        numbers.databaseList = {{"Scopus", {1234, {}}}};
        numbers.screened = {1234, {}};
        m_dialog = std::make_unique<FlowDialog>(numbers);
    }

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
        QCOMPARE(m_dialog->findChild<QDoubleSpinBox *>(QStringLiteral("widthBox"))->value(), 190.5);
        QVERIFY(state().isEmpty());
        m_dialog->findChild<QDoubleSpinBox *>(QStringLiteral("typeBox"))->setValue(6);
        QVERIFY(state().contains(QStringLiteral("PLOS asks for type of at least 8 pt")));
        QCOMPARE(m_dialog->style().publisher, flow::publisherCalled("plos"));
        QCOMPARE(m_dialog->style().options.fontSizePt, 6.0);
    }

    void leavesOutWhatIsNotWanted()
    {
        QVERIFY(boxText("box2").contains(QStringLiteral("Scopus")));
        m_dialog->findChild<QCheckBox *>(QStringLiteral("sourcesBox"))->setChecked(false);
        QVERIFY(!boxText("box2").contains(QStringLiteral("Scopus")));
        QVERIFY(boxText("box5").contains(QStringLiteral("**")));
        m_dialog->findChild<QCheckBox *>(QStringLiteral("notesBox"))->setChecked(false);
        QVERIFY(!boxText("box5").contains(QStringLiteral("**")));
    }

    void asksToSave()
    {
        const QSignalSpy saved(m_dialog.get(), &FlowDialog::saveWanted);
        m_dialog->findChild<QPushButton *>(QStringLiteral("saveButton"))->click();
        QCOMPARE(saved.count(), 1);
    }

private:
    [[nodiscard]] const flow::Diagram &diagram() const
    {
        return m_dialog->findChild<FlowView *>()->diagram();
    }

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

    [[nodiscard]] QString state() const
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    void choose(const char *name, const QString &data)
    {
        auto *chosen = m_dialog->findChild<QComboBox *>(QString::fromLatin1(name));
        chosen->setCurrentIndex(chosen->findData(data));
    }

    std::unique_ptr<FlowDialog> m_dialog;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::FlowDialogTest)
#include "flow_dialog_test.moc"
