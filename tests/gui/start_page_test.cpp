#include "app/record_list.h"
#include "gui/frame/new_review_dialog.h"
#include "gui/frame/review_window.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>

namespace winnow::gui {

namespace fs = std::filesystem;

/// How somebody begins, or begins again.
class StartPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        m_store = std::make_unique<QSettings>(path("winnow.ini"), QSettings::IniFormat);
        m_appearance = std::make_unique<Appearance>(m_store.get());
        start();
    }

    void cleanup() { m_window.reset(); }

    void listsReviewsOfBeforeTheLatestFirst()
    {
        QVERIFY(!child<QWidget>("recentPane")->isVisible());
        QVERIFY(m_window->createReview(m_folder->path() / "a.winnow", QStringLiteral("First")));
        QVERIFY(m_window->createReview(m_folder->path() / "b.winnow", QStringLiteral("Second")));
        start();
        QCOMPARE(recent(), (QStringList{QStringLiteral("Second"), QStringLiteral("First")}));
        list()->setCurrentRow(1);
        QTest::mouseClick(child<QPushButton>("openRecentButton"), Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("First"));
        QVERIFY(m_window->closeReview());
        QCOMPARE(recent(), (QStringList{QStringLiteral("First"), QStringLiteral("Second")}));
    }

    void takesAReviewOffTheListThatIsNotThereAnyMore()
    {
        QVERIFY(m_window->createReview(m_folder->path() / "a.winnow", QStringLiteral("First")));
        QVERIFY(m_window->closeReview());
        fs::remove(m_folder->path() / "a.winnow");
        start();
        QVERIFY(!child<QPushButton>("openRecentButton")->isEnabled());
        QVERIFY(
            list()->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not there")));
        QTest::mouseClick(child<QPushButton>("removeButton"), Qt::LeftButton);
        QCOMPARE(list()->count(), 0);
        start();
        QCOMPARE(list()->count(), 0);
    }

    void makesAReviewFromATitleAndLandsOnSearches()
    {
        NewReviewDialog *dialog = askForNew();
        auto *make = dialog->findChild<QPushButton *>(QStringLiteral("makeButton"));
        QVERIFY(!make->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("titleEdit")),
                         QStringLiteral("Bags: woven/sold"));
        QVERIFY(dialog->path().endsWith(QStringLiteral("/Bags woven sold.winnow")));
        dialog->setPath(path("bags"));
        QVERIFY(make->isEnabled());
        QTest::mouseClick(make, Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("Bags: woven/sold"));
        QVERIFY(fs::exists(m_folder->path() / "bags.winnow"));
        QCOMPARE(child<QStackedWidget>("steps")->currentWidget()->objectName(), QStringLiteral("searches"));
    }

    void replacesNoFileByANewReview()
    {
        (void)m_folder->file("bags.winnow", "mine");
        NewReviewDialog *dialog = askForNew();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("titleEdit")), QStringLiteral("Bags"));
        dialog->setPath(path("bags.winnow"));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("makeButton"))->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("placeLabel"))
                    ->text()
                    .contains(QStringLiteral("there already")));
    }

    void opensTheExampleAndKeepsWhatIsDoneWithIt()
    {
        m_window->openExample(m_folder->path() / "example");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session() != nullptr, 20000);
        QCOMPARE(title(), QStringLiteral("Digital innovation and the growth of handicraft MSMEs"));
        QCOMPARE(app::allRecords(m_window->session()->workspace())->size(), 26U);
        QVERIFY(message().contains(QStringLiteral("yours to change")));
        QVERIFY(m_window->closeReview());
        const auto written = fs::last_write_time(m_folder->path() / "example" / "belitung.winnow");
        m_window->openExample(m_folder->path() / "example");
        QVERIFY(m_window->session() != nullptr);
        QCOMPARE(fs::last_write_time(m_folder->path() / "example" / "belitung.winnow"), written);
    }

    void saysWhyAReviewCannotBeOpened()
    {
        QVERIFY(!m_window->openReview(m_folder->file("a.winnow", "no review")));
        QVERIFY(child<QWidget>("problemPane")->isVisible());
        QVERIFY(!child<QPushButton>("restoreButton")->isVisible()); // there is no backup
    }

private:
    void start()
    {
        m_window.reset();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"}, *m_appearance);
        m_window->show();
    }

    NewReviewDialog *askForNew()
    {
        QTest::mouseClick(child<QPushButton>("newButton"), Qt::LeftButton);
        return m_window->findChild<NewReviewDialog *>();
    }

    QString path(const char *name) { return QString::fromStdString((m_folder->path() / name).string()); }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    QListWidget *list() { return child<QListWidget>("recentList"); }

    QStringList recent()
    {
        QStringList titles;
        for (int row = 0; row < list()->count(); ++row) {
            titles << list()->item(row)->text();
        }
        return titles;
    }

    QString title() { return child<QLabel>("reviewTitle")->text(); }

    QString message() { return child<QLabel>("messageLabel")->text(); }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::StartPageTest)
#include "start_page_test.moc"
