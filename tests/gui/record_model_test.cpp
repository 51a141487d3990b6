#include "gui/models/record_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

namespace winnow::gui {

class RecordModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_reads = 0;
        std::vector<RecordId> ids(100000);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            ids[i] = {static_cast<std::int64_t>(i) * 2 + 1};
        }
        m_model.setRecords(std::move(ids), [this](std::span<const RecordId> page) {
            m_reads += static_cast<int>(page.size());
            std::vector<app::ListRow> rows;
            for (const RecordId id : page) {
                app::ListRow row;
                row.id = id;
                row.title = "Title " + std::to_string(id.value);
                row.year = 2000 + static_cast<int>(id.value % 20);
                row.titleAbstract.state = m_state;
                rows.push_back(std::move(row));
            }
            return rows;
        });
    }

    void keepsTheRulesOfItemModels()
    {
        QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_model.rowCount(), 100000);
    }

    void readsOnlyThePagesThatAreShown()
    {
        QCOMPARE(m_model.data(m_model.index(50000, RecordModel::Title)).toString(),
                 QStringLiteral("Title 100001"));
        QVERIFY2(m_reads <= 100, "one page");
        for (int row = 50000; row < 50040; ++row) {
            QVERIFY(m_model.data(m_model.index(row, RecordModel::Year)).isValid());
        }
        QVERIFY(m_reads <= 100);
    }

    void forgetsPagesThatWereLongNotShown()
    {
        for (int row = 0; row < 100000; row += 50) {
            QVERIFY(m_model.data(m_model.index(row, RecordModel::Title)).isValid());
        }
        QVERIFY2(m_model.pagesInMemory() <= 12, "however far one scrolls");
    }

    void findsTheRowOfARecord()
    {
        QCOMPARE(m_model.rowOf({1}), 0);
        QCOMPARE(m_model.rowOf({199999}), 99999);
        QCOMPARE(m_model.rowOf({2}), -1);
        QCOMPARE(m_model.recordAt(-1).value, std::int64_t{0});
    }

    void showsANewDecisionAfterRefresh()
    {
        const QModelIndex verdict = m_model.index(3, RecordModel::Verdict);
        QVERIFY(m_model.data(verdict).toString().isEmpty());
        m_state = screening::State::Include;
        QSignalSpy changed(&m_model, &RecordModel::dataChanged);
        m_model.refresh(m_model.recordAt(3));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_model.data(verdict).toString(), QStringLiteral("\u2713"));
        m_state = screening::State::Undecided;
    }

    void marksWhatWasSaidAtTheLastStage()
    {
        const auto markOf = [](screening::State alone, screening::State withAbstract) {
            RecordModel model;
            model.setRecords({{1}}, [=](std::span<const RecordId> /*page*/) {
                app::ListRow row;
                row.id = {1};
                row.titleAlone.state = alone;
                row.titleAbstract.state = withAbstract;
                return std::vector{row};
            });
            return model.data(model.index(0, RecordModel::Verdict)).toString();
        };
        using screening::State;
        QCOMPARE(markOf(State::Include, State::Undecided), QStringLiteral("\u2713"));
        QCOMPARE(markOf(State::Include, State::Exclude), QStringLiteral("\u2717"));
        QCOMPARE(markOf(State::Undecided, State::Undecided), QString());
    }

private:
    RecordModel m_model;
    int m_reads = 0;
    screening::State m_state = screening::State::Undecided;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::RecordModelTest)
#include "record_model_test.moc"
