#include "app/decide.h"
#include "crash/faults.h"
#include "screening_fixture.h"

#include <array>
#include <filesystem>

namespace winnow::gui {

namespace fs = std::filesystem;

/// A review that may be read, but not written.
class ReadOnlyTest : public ScreeningFixture
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        setUp();
        m_window.reset();
        fs::permissions(m_folder->path() / "r.winnow", fs::perms(0444));
        fs::permissions(m_folder->path(), fs::perms(0755));
        m_unprivileged = std::make_unique<crash::Unprivileged>();
        openAs("anna");
    }

    void cleanup()
    {
        tearDown();
        m_unprivileged.reset();
    }

    void saysThatItCanOnlyBeRead()
    {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("A review (read only) \u2013 Winnow"));
        QVERIFY(child<QLabel>("readOnlyLabel")->isVisible());
        QVERIFY(message().contains(QStringLiteral("can only be read")));
        QVERIFY(text().contains(QStringLiteral("Paper 0")));
    }

    void offersNothingThatWouldWrite()
    {
        for (const char *name : {"includeAction", "undoAction", "importAction", "labelAction"}) {
            QVERIFY2(!child<QAction>(name)->isEnabled(), name);
        }
        QVERIFY(!child<QPushButton>("excludeButton")->isEnabled());
        table()->selectRow(2);
        QVERIFY(!child<QPushButton>("excludeButton")->isEnabled());
        QTest::keyClick(table(), Qt::Key_I);
        QCOMPARE(table()->currentIndex().row(), 2);
        QVERIFY(decisions(2, Stage::TitleAbstract).empty());
        QVERIFY(child<QAction>("screeningAction")->isEnabled());
        QVERIFY(child<QAction>("exportRecordsAction")->isEnabled());
    }

    void listsRecordsInTheOrderOfARanking()
    {
        m_unprivileged.reset();
        fs::permissions(m_folder->path() / "r.winnow", fs::perms(0644));
        {
            auto workspace = app::Workspace::open(m_folder->path() / "r.winnow", services("anna"));
            const auto records = app::allRecords(**workspace);
            const std::array seeds{
                app::DecideRequest{records->at(0), Stage::TitleAbstract, Verdict::Include, {}, {}},
                app::DecideRequest{records->at(1), Stage::TitleAbstract, Verdict::Exclude, {}, {}}};
            QVERIFY(app::decide(**workspace, seeds));
        }
        m_window.reset();
        fs::permissions(m_folder->path() / "r.winnow", fs::perms(0444));
        m_unprivileged = std::make_unique<crash::Unprivileged>();
        openAs("anna");
        QTRY_COMPARE(left(), QStringLiteral("10 left"));
        child<QAction>("orderRankAction")->trigger();
        QTRY_COMPARE(table()->currentIndex().row(), 3); // like the first one about handicraft
    }

    void offersAllAgainForAReviewThatCanBeWritten()
    {
        const fs::path own = m_folder->path() / "own.winnow";
        m_unprivileged.reset();
        fs::copy_file(m_folder->path() / "r.winnow", own);
        fs::permissions(own, fs::perms(0644));
        QVERIFY(m_window->openReview(own));
        QVERIFY(!child<QLabel>("readOnlyLabel")->isVisible());
        QVERIFY(child<QAction>("includeAction")->isEnabled());
        QVERIFY(child<QPushButton>("excludeButton")->isEnabled());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("A review \u2013 Winnow"));
    }

private:
    std::unique_ptr<crash::Unprivileged> m_unprivileged;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::ReadOnlyTest)

#include "read_only_test.moc"
