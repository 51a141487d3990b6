#include "gui/models/record_model.h"
#include "watched.h"

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

    void findsTheRowsOfRecordsInAnyOrder()
    {
        RecordModel model;
        model.setRecords({{7}, {3}, {5}},
                         [](std::span<const RecordId> /*page*/) { return std::vector<app::ListRow>(); });
        QCOMPARE(model.rowOf({3}), 1);
        QCOMPARE(model.rowOf({5}), 2);
    }

    void readsThePagesBesideWhileNothingElseIsDone()
    {
        (void)m_model.data(m_model.index(50050, RecordModel::Title));
        QCOMPARE(m_model.pagesInMemory(), 1);
        QTRY_COMPARE(m_model.pagesInMemory(), 3);
        QCOMPARE(m_reads, 300);
        (void)m_model.data(m_model.index(50150, RecordModel::Title));
        QCOMPARE(m_reads, 300);
    }

    void keepsTheRulesOfItemModelsAsATableOfAllColumns()
    {
        RecordModel model(nullptr, RecordModel::Shape::Table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto reader = [](std::span<const RecordId> page) {
            std::vector<app::ListRow> rows(page.size());
            for (std::size_t i = 0; i < page.size(); ++i) {
                rows[i].id = page[i];
                rows[i].key = "K" + std::to_string(page[i].value);
                rows[i].title = "A\ntitle";
                rows[i].authors = {{"Hassan", "H."}, {"Sade", "A. B."}};
                rows[i].sourceTitle = "Craft Review";
                rows[i].type = RecordType::Book;
                rows[i].language = "english";
                rows[i].doi = "10.1/x";
            }
            return rows;
        };
        model.setRecords({{4}, {2}}, reader);
        const auto text = [&](int column) { return model.data(model.index(1, column)).toString(); };
        QCOMPARE(text(RecordModel::Key), QStringLiteral("K2"));
        QCOMPARE(text(RecordModel::Title), QStringLiteral("A title"));
        QCOMPARE(text(RecordModel::Authors), QStringLiteral("Hassan, Sade"));
        QCOMPARE(text(RecordModel::SourceTitle), QStringLiteral("Craft Review"));
        QCOMPARE(text(RecordModel::Type), QStringLiteral("Book"));
        QCOMPARE(text(RecordModel::Language), QStringLiteral("english"));
        QCOMPARE(text(RecordModel::Doi), QStringLiteral("10.1/x"));
        QCOMPARE(text(RecordModel::Labels), QString());
        for (int column = 1; column < RecordModel::ColumnCount; ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
    }

    void readsTheSameRecordsAgainWithoutAReset()
    {
        QSignalSpy reset(&m_model, &RecordModel::modelReset);
        QSignalSpy changed(&m_model, &RecordModel::dataChanged);
        m_model.setRecords(m_model.records(), [](std::span<const RecordId> page) {
            std::vector<app::ListRow> rows(page.size());
            rows.front().title = "another";
            return rows;
        });
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_model.data(m_model.index(0, RecordModel::Title))
                    .toString()
                    .startsWith(QStringLiteral("another")));
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

WINNOW_TEST_MAIN(winnow::gui::RecordModelTest)
#include "record_model_test.moc"
