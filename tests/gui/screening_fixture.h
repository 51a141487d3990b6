#pragma once

#include "app/record_list.h"
#include "app/show_record.h"
#include "filled_review.h"
#include "gui/frame/step.h"
#include "gui/screening/screening_step.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTextBrowser>

namespace winnow::gui {

/// The window of anna at title and abstract, with twelve records to screen, every third of which is on
/// handicraft; each test has its own.
class ScreeningFixture : public QObject
{
protected:
    /// To be called before each test, as tearDown() is afterwards.
    void setUp()
    {
        m_folder = std::make_unique<test::TempFolder>();
        QSettings::setPath(
            QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(m_folder->path().string()));
        m_window = std::make_unique<ReviewWindow>(services("anna"));
        std::string ris;
        for (int i = 0; i < 12; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   (i % 3 == 0 ? " on handicraft" : " on steel") +
                   "\nAU  - Writer, W.\nT2  - Journal of Things\nAB  - Text.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        begin();
    }

    void tearDown() { m_window.reset(); }

    app::Services services(const char *reviewer) { return {&m_clock, &m_uuids, reviewer}; }

    /// Of the step that is screened in.
    template <typename Widget>
    Widget *child(const char *name)
    {
        return step()->findChild<Widget *>(QString::fromLatin1(name));
    }

    ScreeningStep *step()
    {
        Step *step = m_window->step(m_step);
        auto *own = qobject_cast<ScreeningStep *>(step);
        return own != nullptr ? own : step->findChild<ScreeningStep *>(); // a part of it
    }

    QAction *action(const char *name) { return child<QAction>(name); }

    QTextBrowser *pane() { return child<QTextBrowser>("recordText"); }

    QString text() { return pane()->toPlainText(); }

    QString left() { return child<QLabel>("leftLabel")->text(); }

    QString message() { return m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(); }

    QString problem() { return m_window->findChild<QLabel *>(QStringLiteral("searchProblemLabel"))->text(); }

    Session &session() { return *m_window->session(); }

    void undo() { session().undo(); }

    /// The record that is read, by its place in the order of import; -1: none.
    int row()
    {
        const auto records = app::allRecords(session().workspace());
        const auto found = std::find(records->begin(), records->end(), step()->record());
        return found == records->end() ? -1 : static_cast<int>(found - records->begin());
    }

    void read(int row)
    {
        const auto records = app::allRecords(session().workspace());
        Place place{m_step};
        place.record = records->at(static_cast<std::size_t>(row));
        m_window->goTo(place);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(pane(), key, modifiers); }

    QString state(QDialog *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    template <typename Parent>
    void click(Parent *parent, const char *button)
    {
        QTest::mouseClick(parent->template findChild<QPushButton *>(QString::fromLatin1(button)),
                          Qt::LeftButton);
    }

    void searchFor(const char *query)
    {
        auto *edit = m_window->findChild<QLineEdit *>(QStringLiteral("searchEdit"));
        edit->setText(QString::fromLatin1(query));
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void answer(const char *name, const QString &answer)
    {
        auto *dialog = step()->findChild<QInputDialog *>(QString::fromLatin1(name));
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(answer);
        dialog->accept();
        QTRY_VERIFY(step()->findChild<QInputDialog *>(QString::fromLatin1(name)) == nullptr);
        activate();
    }

    void openAs(const char *reviewer)
    {
        m_window = std::make_unique<ReviewWindow>(services(reviewer));
        m_window->show();
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        begin();
    }

    /// The keys work in the active window only.
    void activate()
    {
        QApplication::setActiveWindow(m_window.get());
        step()->takeFocus();
    }

    /// Goes to the step and waits for its work list.
    void begin()
    {
        m_window->goTo({m_step});
        activate();
        QTRY_VERIFY(!left().isEmpty());
        QTRY_VERIFY(step()->record().value != 0 || left() == QStringLiteral("0 left"));
    }

    /// What anna, ben and all others said of the record in a row.
    std::vector<Decision> decisions(int row, Stage stage = Stage::TitleAbstract)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto records = app::allRecords(**workspace);
        auto view = app::showRecord(**workspace, records->at(static_cast<std::size_t>(row)));
        return screening::atStage(view->standing.said, stage);
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    StepId m_step = StepId::TitleAbstract;
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui
