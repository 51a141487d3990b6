#include "app/attachments.h"
#include "app/decide.h"
#include "app/record_list.h"
#include "filled_review.h"
#include "gui/fulltext/report_model.h"
#include "gui/fulltext/retrieval_pane.h"
#include "gui/searches/key_store.h"
#include "replay/replay_server.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace winnow::gui {

namespace {

constexpr int kPatienceMs = 30'000;
constexpr const char *kKey = "k3y-that-nobody-may-see";

constexpr const char *kReports =
    "TY  - JOUR\nID  - K0\nTI  - Bamboo weaving in the villages of northern Malaysia\n"
    "AU  - Weber, Anna\nPY  - 2020\nDO  - 10.5555/k0\nER  - \n\n"
    "TY  - JOUR\nID  - K1\nTI  - Glass blowing cooperatives of eastern Bohemia\n"
    "AU  - Novak, Petr\nPY  - 2019\nDO  - 10.5555/k1\nER  - \n\n";

class MemoryKeys final : public KeyStore
{
public:
    void read(const QString &name, std::function<void(const QString &)> found) override
    {
        found(secrets[name]);
    }

    void write(const QString &name, const QString &secret, std::function<void(const QString &)> done) override
    {
        secrets[name] = secret;
        done({});
    }

    std::map<QString, QString> secrets;
};

std::string paper()
{
    return test::makePdf(
        {.pages = {
             {test::pdfLine(72, 760, "Bamboo weaving in the villages of northern Malaysia", "F1", 18) +
              test::pdfLine(72, 730, "Anna Weber", "F2", 12) +
              test::pdfLine(72, 710, "Journal of Craft 12 (2020). https://doi.org/10.5555/k0", "F2", 9) +
              test::pdfLine(72, 680, "Abstract. Villages weave bamboo.", "F2", 11)}}});
}

} // namespace

/// The window of anna, who included two reports.
class RetrievalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<test::TempFolder>();
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        QVERIFY(fillReview(*m_window, *m_folder, kReports));
        for (const RecordId record : app::allRecords(review()).value()) {
            const app::DecideRequest request{record, Stage::TitleAbstract, Verdict::Include, {}, {}, {}, {}};
            QVERIFY(app::decide(review(), std::span(&request, 1)));
        }
        m_server = std::make_unique<replay::ReplayServer>();
        app::OnlineAccess access;
        for (const app::LocatorInfo &source : app::fullTextSources()) {
            access.sources[source.id].baseUrl = m_server->url("/" + source.id);
        }
        access.email = "anna@example.edu";
        m_keys = std::make_unique<MemoryKeys>();
        m_pane = std::make_unique<RetrievalPane>(*m_window->session(), access, *m_keys);
        m_pane->resize(900, 600);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup()
    {
        m_pane.reset();
        m_window.reset();
    }

    void saysForHowManyReportsThereIsSomethingToLookFor()
    {
        QTRY_VERIFY2(label("outcomeLabel").startsWith(QStringLiteral("2 report")),
                     qPrintable(label("outcomeLabel")));
    }

    void looksForOpenCopiesAndShowsHowEachReportStands()
    {
        m_server->answer("/files/0.pdf", replay::Answer{.body = paper(), .type = "application/pdf"});
        m_server->answer(
            "/unpaywall/v2/10.5555%2Fk0",
            {.body = work("10.5555/k0", m_server->url("/files/0.pdf"), "https://example.org/k0")});
        m_server->answer("/unpaywall/v2/10.5555%2Fk1",
                         {.body = work("10.5555/k1", {}, "https://example.org/k1")});
        m_server->answer("/openalex/works", {.body = R"({"meta":{"count":0},"results":[]})"});
        m_server->answer("/europepmc/searchPOST", {.body = R"({"hitCount":0,"resultList":{"result":[]}})"});
        m_server->answer("/arxiv/api/query",
                         replay::Answer{.body = "<feed><opensearch:totalResults xmlns:opensearch=\"o\">0"
                                                "</opensearch:totalResults></feed>",
                                        .type = "application/atom+xml"});
        edit("resolverEdit")->setText(QStringLiteral("https://library.example.edu/?doi={doi}"));
        click("findButton");
        QTRY_COMPARE_WITH_TIMEOUT(
            states(), (QStringList{QStringLiteral("Page only"), QStringLiteral("Found")}), kPatienceMs);
        QCOMPARE(files(0), 1);
        QCOMPARE(files(1), 0);
        QVERIFY(label("outcomeLabel").contains(QStringLiteral("\nCORE wants a key")));
        tree()->setCurrentItem(tree()->topLevelItem(0));
        QVERIFY(button("openButton")->isEnabled());
        m_window->session()->refresh(Change::Decisions);
        m_window->goTo({.step = StepId::FullText, .part = QStringLiteral("reports")});
        auto *board = m_window->findChild<QTableView *>(QStringLiteral("reportTable"));
        const auto lookedFor = [&](int row) {
            return board->model()->index(row, ReportModel::LookedFor).data().toString();
        };
        QTRY_COMPARE(lookedFor(1), QStringLiteral("Page only at Unpaywall"));
        board->selectRow(1);
        const auto *detail = m_window->findChild<QPlainTextEdit *>(QStringLiteral("detailEdit"));
        QVERIFY2(detail->toPlainText().contains(QStringLiteral("OpenAlex")) &&
                     detail->toPlainText().contains(QStringLiteral("https://example.org/k1")),
                 qPrintable(detail->toPlainText()));
        QVERIFY(button("resolverButton")->isEnabled());
        QVERIFY(!button("attachButton")->isEnabled());
    }

    void refusesAPatternOfALinkResolverThatIsNone()
    {
        edit("resolverEdit")->setText(QStringLiteral("https://library.example.edu/{isbn}"));
        click("findButton");
        QVERIFY(!button("stopButton")->isVisible());
        QVERIFY(m_server->asked().empty());
    }

    void keepsTheKeyInTheKeychainAndShowsItNowhere()
    {
        edit("keyEdit")->setText(QString::fromLatin1(kKey));
        click("findButton");
        QCOMPARE(m_keys->secrets[QStringLiteral("core")], QString::fromLatin1(kKey));
        QVERIFY(edit("keyEdit")->text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT((click("stopButton"), !button("stopButton")->isVisible()), kPatienceMs);
        QVERIFY(!label("outcomeLabel").contains(QLatin1String(kKey)));
    }

    void matchesAFolderAndAsksAboutWhatIsNotSure()
    {
        makeFolder();
        m_pane->matchFolder(folder());
        QTRY_COMPARE_WITH_TIMEOUT(states(),
                                  (QStringList{QStringLiteral("To confirm"),
                                               QStringLiteral("Unreadable"),
                                               QStringLiteral("Attached")}),
                                  kPatienceMs);
        QCOMPARE(files(0), 1);
        QCOMPARE(files(1), 0);
        QTreeWidgetItem *candidate = tree()->topLevelItem(0)->child(0);
        QVERIFY(candidate->text(1).startsWith(QStringLiteral("Glass blowing")));
        tree()->setCurrentItem(candidate);
        click("attachButton");
        QTRY_COMPARE_WITH_TIMEOUT(tree()->topLevelItem(0)->text(0), QStringLiteral("Attached"), kPatienceMs);
        QCOMPARE(files(1), 1);
        m_window->session()->undo();
        QCOMPARE(files(1), 0);
        QCOMPARE(files(0), 1);
        m_window->session()->undo();
        QCOMPARE(files(0), 0);
    }

    void takesAFolderThatIsDropped()
    {
        makeFolder();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_pane.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_pane.get(), &drop);
        QTRY_COMPARE_WITH_TIMEOUT(tree()->topLevelItemCount(), 3, kPatienceMs);
    }

private:
    static std::string work(const std::string &doi, const std::string &pdf, const std::string &page)
    {
        const std::string location = "{\"url_for_pdf\":" + (pdf.empty() ? "null" : "\"" + pdf + "\"") +
                                     ",\"url_for_landing_page\":\"" + page + "\",\"url\":\"" + page +
                                     "\",\"license\":\"cc-by\",\"version\":\"publishedVersion\"}";
        return "{\"doi\":\"" + doi + "\",\"is_oa\":true,\"best_oa_location\":" + location +
               ",\"oa_locations\":[" + location + "]}";
    }

    void makeFolder()
    {
        std::filesystem::create_directory(m_folder->path() / "papers");
        std::ignore = m_folder->file("papers/a.pdf", paper());
        std::ignore = m_folder->file("papers/Novak_2019_Glass blowing cooperatives of eastern Bohemia.pdf",
                                     test::makePdf({.pages = {{"0 0 300 300 re f"}}}));
        std::ignore = m_folder->file("papers/cut.pdf", "%PDF-1.4\n1 0 obj << /Type /Catalog >>");
    }

    [[nodiscard]] QString folder() const
    {
        return QString::fromStdString((m_folder->path() / "papers").string());
    }

    [[nodiscard]] app::Workspace &review() const { return m_window->session()->workspace(); }

    [[nodiscard]] int files(std::size_t report) const
    {
        const auto records = app::allRecords(review()).value();
        return static_cast<int>(app::attachmentsOf(review(), records.at(report)).value().size());
    }

    [[nodiscard]] QTreeWidget *tree() const
    {
        return m_pane->findChild<QTreeWidget *>(QStringLiteral("resultTree"));
    }

    [[nodiscard]] QStringList states() const
    {
        QStringList all;
        for (int i = 0; i < tree()->topLevelItemCount(); ++i) {
            all << tree()->topLevelItem(i)->text(0);
        }
        return all;
    }

    [[nodiscard]] QString label(const char *name) const
    {
        return m_pane->findChild<QLabel *>(QLatin1String(name))->text();
    }

    [[nodiscard]] QLineEdit *edit(const char *name) const
    {
        return m_pane->findChild<QLineEdit *>(QLatin1String(name));
    }

    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_pane->findChild<QPushButton *>(QLatin1String(name));
    }

    void click(const char *name) const { button(name)->click(); }

    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<replay::ReplayServer> m_server;
    std::unique_ptr<MemoryKeys> m_keys;
    std::unique_ptr<ReviewWindow> m_window;
    std::unique_ptr<RetrievalPane> m_pane;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::RetrievalTest)
#include "retrieval_test.moc"
