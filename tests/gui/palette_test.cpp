#include "filled_review.h"
#include "gui/frame/command_palette.h"
#include "gui/frame/found_actions.h"
#include "gui/frame/keys_sheet.h"
#include "gui/frame/step.h"
#include "gui/frame/steps.h"
#include "gui/fulltext/reports_pane.h"
#include "gui/settings/screening_keys.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace winnow::gui {

/// Finding any action by what is typed.
class PaletteTest : public QObject
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
        QVERIFY(fillReview(*m_window, *m_folder, "TY  - JOUR\nTI  - Paper\nER  - \n"));
        QApplication::setActiveWindow(m_window.get());
        Step *flow = m_window->step(StepId::Flow);
        m_weigh = new QAction(QStringLiteral("&Weigh the boxes ..."), flow);
        m_weigh->setObjectName(QStringLiteral("weighAction"));
        m_weigh->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+W")));
        m_weigh->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        flow->addAction(m_weigh);
        connect(m_weigh, &QAction::triggered, this, [this] { m_weighed = shownStep(); });
        m_weighed.clear();
    }

    void cleanup() { m_window.reset(); }

    void doesWhatAHiddenStepCanDoWhereItIsSeen()
    {
        type(QStringLiteral("boxes wei"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Weigh the boxes"));
        press(Qt::Key_Return);
        QCOMPARE(m_weighed, QStringLiteral("flow"));
        QVERIFY(!m_window->findChild<CommandPalette *>()->isVisible());
    }

    void findsTheButtonsThatNoActionPresses()
    {
        type(QStringLiteral("pilot round"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Draw a pilot round"));
        press(Qt::Key_Escape);
        QStringList twice;
        for (const StepEntry &entry : allSteps()) {
            QStringList texts;
            for (const FoundAction &found : actionsOf(*m_window->step(entry.id), entry.id)) {
                const bool isButton = found.id.endsWith(QStringLiteral("Press"));
                twice << (isButton && texts.contains(found.text) ? found.id + QLatin1Char(' ') + found.text
                                                                 : QString());
                texts << found.text;
            }
        }
        twice.removeAll(QString());
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char(';'))));
    }

    void letsNoActOfScreeningHaveAKeyOfWhatIsAround()
    {
        const auto isOfAnAct = [](const QKeySequence &key) {
            return std::ranges::any_of(
                std::array{KeyPreset::Winnow, KeyPreset::Rayyan, KeyPreset::AsReview},
                [&](KeyPreset preset) { return ScreeningKeys::preset(preset).actOf(key).has_value(); });
        };
        const auto isOfReports = [](const QAction &action) { // a part of the step where nothing is decided
            const auto places = action.associatedObjects();
            return std::ranges::any_of(places, [](const QObject *place) {
                for (; place != nullptr; place = place->parent()) {
                    if (qobject_cast<const ReportsPane *>(place) != nullptr) {
                        return true;
                    }
                }
                return false;
            });
        };
        std::vector<FoundAction> around = actionsOf(*m_window->menuBar());
        for (const StepId step : {StepId::TitleAbstract, StepId::FullText}) {
            std::ranges::copy(actionsOf(*m_window->step(step), step), std::back_inserter(around));
        }
        QStringList free;
        for (const FoundAction &found : around) {
            for (const QKeySequence &key : found.action->shortcuts()) {
                ScreeningKeys own = ScreeningKeys::preset(KeyPreset::Winnow);
                own.set(Act::Include, key);
                free << (isOfAnAct(key) || isOfReports(*found.action) || !own.conflicts().isEmpty()
                             ? QString()
                             : key.toString(QKeySequence::PortableText) + QLatin1Char(' ') + found.text);
            }
        }
        free.removeAll(QString());
        QVERIFY2(free.isEmpty(), qPrintable(free.join(QLatin1Char(';'))));
    }

    void copiesTheCommandOfWhatWasDone()
    {
        auto *copy = m_window->findChild<QAction *>(QStringLiteral("copyCommandAction"));
        m_window->session()->tell(
            {QStringLiteral("Done"), {}, {QStringLiteral("dedupe"), QStringLiteral("{}")}});
        copy->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("winnow dedupe ")));
        m_window->session()->tell({QStringLiteral("Done"), {}});
        copy->trigger();
        QVERIFY(m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))
                    ->text()
                    .contains(QStringLiteral("no command")));
    }

    void findsByLettersInOrderAndByTheStep()
    {
        QVERIFY(fitOf(QStringLiteral("wgh"), QStringLiteral("Weigh the boxes")));
        QVERIFY(fitOf(QStringLiteral("flow box"), QStringLiteral("Weigh the boxes Flow")));
        QVERIFY(!fitOf(QStringLiteral("hgw"), QStringLiteral("Weigh the boxes")));
        QVERIFY(!fitOf(QStringLiteral("weigh nothing"), QStringLiteral("Weigh the boxes")));
        QVERIFY(fitOf(QStringLiteral("wei"), QStringLiteral("Weigh")) >
                fitOf(QStringLiteral("eig"), QStringLiteral("Weigh")));
    }

    void putsWhatWasUsedFirstAlsoAtTheNextStart()
    {
        type(QStringLiteral("weigh"));
        press(Qt::Key_Return);
        m_window->goTo({StepId::Overview});
        type({});
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Weigh the boxes"));
        press(Qt::Key_Escape);
        QCOMPARE(m_store->value(QStringLiteral("palette/used")).toStringList(),
                 QStringList{QStringLiteral("flow/weighAction")});
    }

    void goesBackToWhereOneWas()
    {
        m_window->goTo({StepId::Records});
        QWidget *before = QApplication::focusWidget();
        type(QStringLiteral("zzz"));
        QVERIFY(list()->item(0)->text().startsWith(QStringLiteral("Nothing")));
        press(Qt::Key_Return);
        QVERIFY(m_window->findChild<CommandPalette *>()->isVisible());
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void saysWhatCannotBeDoneNow()
    {
        m_weigh->setEnabled(false);
        type(QStringLiteral("weigh"));
        press(Qt::Key_Return);
        QVERIFY(m_weighed.isEmpty());
        QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("messageLabel"))->text(),
                 QStringLiteral("This cannot be done now: Weigh the boxes."));
    }

    void showsTheKeysOfTheStepAndOfTheWindow()
    {
        m_window->goTo({StepId::Flow});
        m_window->findChild<QAction *>(QStringLiteral("keysAction"))->trigger();
        auto *sheet = m_window->findChild<KeysSheet *>();
        QVERIFY(sheet != nullptr);
        QStringList texts;
        for (const QLabel *label : sheet->findChildren<QLabel *>()) {
            texts << label->text();
        }
        QCOMPARE(texts.front(), QStringLiteral("Flow"));
        const auto key = texts.indexOf(QStringLiteral("Ctrl+Alt+W"));
        QVERIFY(key > 0);
        QCOMPARE(texts.value(key + 1), QStringLiteral("Weigh the boxes"));
        QVERIFY(texts.contains(QStringLiteral("Ctrl+K")));
        QVERIFY(texts.contains(QStringLiteral("Review")));
    }

private:
    void type(const QString &text)
    {
        m_window->findChild<QAction *>(QStringLiteral("paletteAction"))->trigger();
        QTest::keyClicks(line(), text);
    }

    void press(Qt::Key key) { QTest::keyClick(line(), key); }

    QLineEdit *line() { return m_window->findChild<QLineEdit *>(QStringLiteral("paletteEdit")); }

    QListWidget *list() { return m_window->findChild<QListWidget *>(QStringLiteral("paletteList")); }

    QString shownStep()
    {
        return m_window->findChild<QStackedWidget *>(QStringLiteral("steps"))->currentWidget()->objectName();
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ReviewWindow> m_window;
    QAction *m_weigh = nullptr; ///< of the flow
    QString m_weighed;          ///< the step that was shown when it was done
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::PaletteTest)
#include "palette_test.moc"
