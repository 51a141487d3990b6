#pragma once

#include "app/record_list.h"
#include "app/show_record.h"
#include "filled_review.h"
#include "gui/main_window.h"
#include "gui/screening/screening_dialog.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

namespace winnow::gui {

/// The window of anna with twelve records to screen, every third of which is on handicraft; each test has its
/// own.
class ScreeningFixture : public QObject
{
protected:
    /// To be called before each test, as tearDown() is afterwards.
    void setUp()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<MainWindow>(services("anna"));
        std::string ris;
        for (int i = 0; i < 12; ++i) {
            ris += "TY  - JOUR\nID  - K" + std::to_string(i) + "\nTI  - Paper " + std::to_string(i) +
                   (i % 3 == 0 ? " on handicraft" : " on steel") + "\nAB  - Text.\nPY  - 2020\nER  - \n";
        }
        QVERIFY(fillReview(*m_window, *m_folder, ris));
        QTRY_COMPARE(left(), QStringLiteral("12 left"));
        table()->setFocus();
    }

    void tearDown() { m_window.reset(); }

    app::Services services(const char *reviewer) { return {&m_clock, &m_uuids, reviewer}; }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    QTableView *table() { return child<QTableView>("recordTable"); }

    QString text() { return child<QTextBrowser>("recordText")->toPlainText(); }

    QString left() { return child<QLabel>("leftLabel")->text(); }

    QString message() { return child<QLabel>("messageLabel")->text(); }

    QString state(QDialog *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
    }

    Stage stage() { return static_cast<Stage>(child<QComboBox>("stageBox")->currentData().toInt()); }

    void click(QDialog *dialog, const char *button)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    void chooseStage(Stage stage)
    {
        auto *box = child<QComboBox>("stageBox");
        box->setCurrentIndex(box->findData(static_cast<int>(stage)));
        Q_EMIT box->activated(box->currentIndex());
    }

    void answer(const char *name, const QString &answer)
    {
        auto *dialog = m_window->findChild<QInputDialog *>(QString::fromLatin1(name));
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(answer);
        dialog->accept();
        QTRY_VERIFY(m_window->findChild<QInputDialog *>(QString::fromLatin1(name)) == nullptr);
    }

    ScreeningDialog *screening(int tab)
    {
        child<QAction>("screeningAction")->trigger();
        auto *dialog = m_window->findChild<ScreeningDialog *>();
        dialog->findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(tab);
        return dialog;
    }

    void openAs(const char *reviewer)
    {
        m_window = std::make_unique<MainWindow>(services(reviewer));
        m_window->show();
        QVERIFY(m_window->openReview(m_folder->path() / "r.winnow"));
        QTRY_VERIFY(!left().isEmpty());
        table()->setFocus();
    }

    /// What anna, ben and all others said of the record in a row.
    std::vector<Decision> decisions(int row, Stage stage)
    {
        auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
        const auto records = app::allRecords(**workspace);
        auto view = app::showRecord(**workspace, records->at(static_cast<std::size_t>(row)));
        return screening::atStage(view->standing.said, stage);
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::gui
