#include "app/history.h"
#include "filled_review.h"
#include "gui/frame/side_bar.h"
#include "gui/frame/step.h"
#include "gui/frame/steps.h"
#include "gui/reading/reading_pane.h"
#include "gui/settings/settings_dialog.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <algorithm>

namespace winnow::gui {

/// What a person sets holds at once and at the next start.
class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_store = std::make_unique<QSettings>(
            QString::fromStdString((m_folder->path() / "winnow.ini").string()), QSettings::IniFormat);
        m_appearance = std::make_unique<Appearance>(m_store.get());
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"}, *m_appearance);
        QVERIFY(fillReview(
            *m_window, *m_folder, "TY  - JOUR\nTI  - Paper\nER  - \nTY  - JOUR\nTI  - Book\nER  - \n"));
    }

    void cleanup()
    {
        m_window.reset();
        applyTheme(*qApp);
    }

    void keepsAllThatWasSet()
    {
        Preferences all;
        all.look = {Colours::ContrastDark, 15};
        all.readingFamily = QStringLiteral("Serif");
        all.readingSize = 19;
        all.lineLength = 62;
        all.language = Language::Indonesian;
        all.keyPreset = KeyPreset::Own;
        all.ownKeys.set(Act::Maybe, QKeySequence(Qt::Key_Q));
        all.reviewer = QStringLiteral("Dr. Sari");
        all.foldsSideBar = true;
        m_appearance->setPreferences(all);
        QVERIFY(Appearance(m_store.get()).preferences() == all);
        QCOMPARE(Appearance(m_store.get()).keys().of(Act::Maybe), QKeySequence(Qt::Key_Q));
    }

    void keepsNumbersWithinBounds()
    {
        m_store->setValue(QStringLiteral("reading/size"), 400);
        m_store->setValue(QStringLiteral("reading/lineLength"), QStringLiteral("wide"));
        m_store->setValue(QStringLiteral("look/colours"), QStringLiteral("pink"));
        const Appearance appearance(m_store.get());
        QCOMPARE(appearance.readingFont().pointSize(), kMostReadingSize);
        QCOMPARE(appearance.lineLength(), Preferences().lineLength);
        QVERIFY(appearance.look().colours == Colours::System);
    }

    void changesColoursAndLettersOfTheWholeProgramAtOnce()
    {
        SettingsDialog *dialog = open();
        dialog->findChild<QComboBox *>(QStringLiteral("coloursBox"))
            ->setCurrentIndex(static_cast<int>(Colours::Dark));
        QVERIFY(currentTheme().window.lightness() < currentTheme().text.lightness());
        QCOMPARE(m_window->palette().color(QPalette::Window), currentTheme().window);
        auto *title = m_window->findChild<QLabel *>(QStringLiteral("stepTitle"));
        const int before = title->fontMetrics().height();
        dialog->findChild<QSpinBox *>(QStringLiteral("fontSizeSpin"))->setValue(22);
        QCOMPARE(QApplication::font().pointSize(), 22);
        QCOMPARE(m_window->findChild<SideBar *>()->font().pointSize(), 22);
        QVERIFY(title->fontMetrics().height() > before);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("beforeButton")), Qt::LeftButton);
        QVERIFY(m_appearance->preferences() == Preferences());
        QCOMPARE(title->fontMetrics().height(), before);
    }

    void readsRecordsInTheSameLettersEverywhere()
    {
        Preferences all;
        all.readingSize = 30;
        for (const auto &[step, name] : {std::pair(StepId::Records, "recordText"),
                                         {StepId::Extraction, "reportText"},
                                         {StepId::Team, "recordView"}}) {
            const auto *pane = m_window->step(step)->findChild<ReadingPane *>(QString::fromLatin1(name));
            QVERIFY(pane != nullptr);
            m_appearance->setPreferences({});
            QCOMPARE(pane->readingFont(), m_appearance->readingFont());
            m_appearance->setPreferences(all);
            QCOMPARE(pane->readingFont().pointSize(), 30);
        }
        m_window->goTo({StepId::Records});
        auto *pane = m_window->step(StepId::Records)->findChild<ReadingPane *>(QStringLiteral("recordText"));
        QTRY_VERIFY(pane->toPlainText().contains(QStringLiteral("Paper")));
        QCOMPARE(pane->document()->defaultFont().pointSize(), 30);
    }

    void tellsKeysThatContradictEachOtherAndWaits()
    {
        SettingsDialog *dialog = open();
        auto *maybe = dialog->findChild<QKeySequenceEdit *>(QStringLiteral("key-maybe"));
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("conflictLabel"));
        maybe->setKeySequence(QKeySequence(Qt::Key_I));
        QVERIFY(problem->text().contains(QStringLiteral("both \u201cInclude\u201d and \u201cMaybe\u201d")));
        QCOMPARE(m_appearance->keys().of(Act::Maybe), QKeySequence(Qt::Key_M));
        maybe->setKeySequence(QKeySequence(Qt::Key_3));
        QVERIFY(problem->text().contains(QStringLiteral("reason of that number")));
        maybe->setKeySequence(QKeySequence(Qt::Key_F3)); // finds the next place in a PDF
        QVERIFY(problem->text().contains(QStringLiteral("in the whole window")));
        maybe->setKeySequence(QKeySequence(Qt::Key_U));
        QVERIFY(problem->text().isEmpty());
        QCOMPARE(m_appearance->keys().of(Act::Maybe), QKeySequence(Qt::Key_U));
        QVERIFY(m_appearance->preferences().keyPreset == KeyPreset::Own);
    }

    void hasTheKeysOfOtherProgramsWithoutContradictions()
    {
        for (const KeyPreset preset : {KeyPreset::Winnow, KeyPreset::Rayyan, KeyPreset::AsReview}) {
            QCOMPARE(ScreeningKeys::preset(preset).conflicts(), QStringList());
        }
        QCOMPARE(ScreeningKeys::preset(KeyPreset::Rayyan).of(Act::Maybe), QKeySequence(Qt::Key_U));
        QCOMPARE(ScreeningKeys::preset(KeyPreset::AsReview).of(Act::Include), QKeySequence(Qt::Key_R));
        QVERIFY(ScreeningKeys::preset(KeyPreset::AsReview).actOf(QKeySequence(Qt::Key_I)) == Act::Exclude);
    }

    void foldsTheSideBarAndKeepsItSo()
    {
        auto *pane = m_window->findChild<QWidget *>(QStringLiteral("sidePane"));
        const int before = pane->width();
        m_window->findChild<QAction *>(QStringLiteral("foldAction"))->trigger();
        QVERIFY(pane->maximumWidth() < before / 2);
        QVERIFY(Appearance(m_store.get()).preferences().foldsSideBar);
        QCOMPARE(m_window->findChild<SideBar *>()->item(0)->toolTip(), QStringLiteral("Overview"));
        m_window->findChild<QAction *>(QStringLiteral("foldAction"))->trigger();
        QCOMPARE(pane->maximumWidth(), before);
    }

    void foldsTheSideBarOfANarrowWindowUntilItIsWideAgain()
    {
        const auto *pane = m_window->findChild<QWidget *>(QStringLiteral("sidePane"));
        auto *fold = m_window->findChild<QAction *>(QStringLiteral("foldAction"));
        m_window->resize(1360, 860);
        m_window->show();
        const int wide = pane->width();
        QVERIFY(!fold->isChecked());
        Preferences all;
        all.look.fontSize = 20;
        m_appearance->setPreferences(all);
        QTRY_VERIFY(fold->isChecked());
        QVERIFY(pane->width() < wide);
        fold->trigger(); // the names are wanted all the same
        QVERIFY(!fold->isChecked());
        QTRY_VERIFY(pane->width() > wide);
        QVERIFY(!m_appearance->preferences().foldsSideBar);
        m_appearance->setPreferences({});
        QTRY_COMPARE(pane->width(), wide);
        m_appearance->setPreferences(all);
        QTRY_VERIFY(fold->isChecked());
    }

    void scrollsToTheSideInNoStepWithLettersTwiceAsLarge()
    {
        Preferences all;
        all.look.fontSize = 20;
        m_appearance->setPreferences(all);
        m_window->resize(1360, 860);
        m_window->show();
        QStringList wide;
        for (const StepEntry &entry : allSteps()) {
            m_window->goTo({entry.id});
            auto *parts = m_window->step(entry.id)->findChild<QTabBar *>(QStringLiteral("partTabs"));
            for (int part = 0; part == 0 || (parts != nullptr && part < parts->count()); ++part) {
                if (parts != nullptr) {
                    parts->setCurrentIndex(part);
                }
                QTest::qWait(1);
                for (const auto *area : m_window->findChildren<QScrollArea *>()) {
                    const int needed = area->isVisible() && area->widget() != nullptr
                                           ? area->widget()->minimumSizeHint().width()
                                           : 0;
                    if (needed > area->viewport()->width()) {
                        wide << QStringLiteral("%1 %2: %3 needs %4 of %5")
                                    .arg(QString::fromLatin1(entry.name))
                                    .arg(part + 1)
                                    .arg(area->objectName())
                                    .arg(needed)
                                    .arg(area->viewport()->width());
                    }
                }
            }
        }
        QVERIFY2(wide.isEmpty(), qPrintable(wide.join(QStringLiteral("; "))));
    }

    void decidesUnderTheNameThatWasSetAndLeavesWhatWasSaidToOthers()
    {
        const auto decisionsOf = [this](const std::string &reviewer) {
            const auto log = app::history(m_window->session()->workspace());
            return std::ranges::count_if(*log, [&](const app::LogEntry &entry) {
                return entry.event.kind == EventKind::Decision && entry.event.reviewer == reviewer;
            });
        };
        const auto include = [this] {
            m_window->goTo({StepId::TitleAbstract});
            auto *action =
                m_window->step(StepId::TitleAbstract)->findChild<QAction *>(QStringLiteral("includeAction"));
            QTRY_VERIFY(action->isEnabled());
            action->trigger();
        };
        include();
        QTRY_COMPARE(decisionsOf("anna"), 1);
        auto *edit = open()->findChild<QLineEdit *>(QStringLiteral("reviewerEdit"));
        edit->setText(QStringLiteral(" ben "));
        Q_EMIT edit->editingFinished();
        QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("reviewerLabel"))->text(),
                 QStringLiteral("Reviewer: ben"));
        QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("stepTitle"))->text(),
                 QStringLiteral("Title and abstract"));
        include();
        QTRY_COMPARE(decisionsOf("ben"), 1);
        QCOMPARE(decisionsOf("anna"), 1);
        edit->clear();
        Q_EMIT edit->editingFinished();
        QCOMPARE(m_window->session()->workspace().reviewer(), std::string("anna"));
    }

private:
    SettingsDialog *open()
    {
        m_window->findChild<QAction *>(QStringLiteral("settingsAction"))->trigger();
        return m_window->findChild<SettingsDialog *>();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

// Not watched: other letters lay out the whole program anew, for which a debug build needs 100 ms.
QTEST_MAIN(winnow::gui::SettingsTest)
#include "settings_test.moc"
