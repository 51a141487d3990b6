#include "app/record_list.h"
#include "gui/frame/review_window.h"
#include "gui/frame/step.h"
#include "gui/queries/query_editor.h"
#include "gui/searches/key_store.h"
#include "gui/searches/online_pane.h"
#include "replay/replay_server.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include <algorithm>
#include <fstream>
#include <map>

namespace winnow::gui {

namespace {

constexpr const char *kKey = "k3y-that-nobody-may-see";
constexpr const char *kScopus = "/content/search/scopus";

class FakeKeyStore final : public KeyStore
{
public:
    void read(const QString &name, std::function<void(const QString &)> found) override
    {
        found(secrets[name]);
    }

    void write(const QString &name, const QString &secret, std::function<void(const QString &)> done) override
    {
        if (refusal.isEmpty()) {
            secrets[name] = secret;
        }
        done(refusal);
    }

    std::map<QString, QString> secrets;
    QString refusal;
};

/// With ' for ", since moc loses its way in raw strings.
replay::Answer page(int hits, int from, int to)
{
    std::string body = "{'search-results':{'opensearch:totalResults':'";
    body.append(std::to_string(hits)).append("','entry':[");
    for (int i = from; i < to; ++i) {
        const std::string number = std::to_string(i);
        body.append(i == from ? "" : ",").append("{'eid':'2-s2.0-").append(number);
        body.append("','dc:title':'Handicraft ").append(number);
        body.append("','dc:description':'About it.','prism:coverDate':'2021-03-22'}");
    }
    body.append("]}}");
    std::ranges::replace(body, '\'', '"');
    return {.headers = {{"X-RateLimit-Remaining", "19990"}}, .body = body};
}

} // namespace

class OnlineSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<test::TempFolder>();
        auto session = Session::create(
            m_folder->path() / "s.winnow", QStringLiteral("A review"), {&m_clock, &m_uuids, "anna"});
        QVERIFY(session);
        m_session = *std::move(session);
        m_keys = std::make_unique<FakeKeyStore>();
        makePane();
    }

    void cleanup()
    {
        m_pane.reset();
        m_keys.reset();
        m_session.reset();
    }

    void asksNothingThatIsWrongOrIsBeingWritten()
    {
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
        write("TITLE(a");
        QVERIFY(!child<QPushButton>("countButton")->isEnabled());
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
        write("TITLE(a)");
        QVERIFY(child<QPushButton>("searchButton")->isEnabled());
        m_pane->waitForReading();
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
    }

    void saysWhatEachSourceCannotBeAskedBeforeAnythingIsSent()
    {
        write("TITLE(craft* W/3 digital)");
        QVERIFY(losses("openalex").contains(QStringLiteral("OpenAlex takes no wildcards")));
        m_pane->choose("openalex");
        QVERIFY(report().contains(QStringLiteral("OpenAlex takes no wildcards")));
        QVERIFY(report().contains(QStringLiteral("without their nearness")));
        QVERIFY(losses("scopus").startsWith(QStringLiteral("nothing")));
        m_pane->choose("scopus");
        QVERIFY(report().contains(QStringLiteral("Scopus can be asked all of the query")));
        write("AFFIL(london)");
        m_pane->choose("doaj");
        QVERIFY(report().contains(QStringLiteral("cannot be asked this query")));
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
    }

    void keepsKeysInTheKeychainAndNeverShowsThemAgain()
    {
        write("TITLE(a)");
        m_pane->choose("scopus");
        auto *key = child<QLineEdit>("keyEdit");
        key->setFocus();
        QTest::keyClicks(key, QString::fromLatin1(kKey));
        QTest::keyClicks(child<QLineEdit>("tokenEdit"), QStringLiteral("t0ken"));
        QVERIFY2(m_keys->secrets[QStringLiteral("scopus")].isEmpty(), "not before it is used");
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        QTest::mouseClick(child<QPushButton>("countButton"), Qt::LeftButton);
        QCOMPARE(m_keys->secrets[QStringLiteral("scopus")], QString::fromLatin1(kKey));
        QCOMPARE(m_keys->secrets[QStringLiteral("scopus token")], QStringLiteral("t0ken"));
        QCOMPARE(QString::fromStdString(m_pane->access().sources["scopus"].key), QString::fromLatin1(kKey));
        QVERIFY(key->text().isEmpty());
        QVERIFY(key->placeholderText().contains(QStringLiteral("kept in the keychain")));
        m_pane->choose("arxiv");
        QVERIFY(!key->isEnabled());
        QVERIFY2(m_pane->access().sources["arxiv"].key.empty(), "no source sees the key of another");
    }

    void usesAKeyOfTheKeychainAndForgetsIt()
    {
        m_keys->secrets[QStringLiteral("scopus")] = QString::fromLatin1(kKey);
        makePane();
        QCOMPARE(QString::fromStdString(m_pane->access().sources["scopus"].key), QString::fromLatin1(kKey));
        QVERIFY(child<QLineEdit>("keyEdit")->text().isEmpty());
        QTest::mouseClick(child<QPushButton>("forgetButton"), Qt::LeftButton);
        QVERIFY(m_keys->secrets[QStringLiteral("scopus")].isEmpty());
        QVERIFY(m_pane->access().sources["scopus"].key.empty());
    }

    void saysWhereTheKeychainKeepsNoKey()
    {
        m_keys->refusal = QStringLiteral("no keychain is running");
        write("TITLE(a)");
        QTest::keyClicks(child<QLineEdit>("keyEdit"), QStringLiteral("x"));
        QTest::mouseClick(child<QPushButton>("countButton"), Qt::LeftButton);
        QVERIFY(report().contains(QStringLiteral("kept nowhere")));
        QVERIFY(report().contains(QStringLiteral("no keychain is running")));
    }

    void showsTextOfSourcesAsTextAndNotAsMarkup()
    {
        write("TITLE(a)");
        app::OnlinePreview preview;
        preview.notices = {"<img src='http://example.org/x.png'> & so on"};
        m_pane->showPreview("scopus", preview);
        QVERIFY(report().contains(QStringLiteral("<img src='http://example.org/x.png'> & so on")));
    }

    void countsOnlyForTheQueryAsItStands()
    {
        write("TITLE(a)");
        app::OnlinePreview preview;
        preview.hits = 12345;
        m_pane->showPreview("scopus", preview);
        QCOMPARE(itemOf("scopus")->text(2), QStringLiteral("12,345"));
        write("TITLE(b)");
        QCOMPARE(itemOf("scopus")->text(2), QString());
    }

    void runsASearchStopsItAndGoesOn()
    {
        replay::ReplayServer server;
        qputenv("WINNOW_SCOPUS_URL", QByteArray::fromStdString(server.url()));
        qputenv("WINNOW_SCOPUS_KEY", kKey);
        replay::Answer slow = page(4, 2, 4);
        slow.delay = std::chrono::seconds(60);
        server.answer(kScopus, {page(4, 0, 1), page(4, 0, 1), page(4, 0, 2), slow, page(4, 2, 4)});
        m_pane.reset();
        ReviewWindow window({&m_clock, &m_uuids, "anna"});
        window.show();
        QVERIFY(window.createReview(m_folder->path() / "r.winnow", QStringLiteral("A review")));
        Step *step = window.step(StepId::Searches);
        const auto button = [&](const char *name) {
            return step->findChild<QPushButton *>(QString::fromLatin1(name));
        };
        const auto said = [&] {
            return step->findChild<QTextBrowser *>(QStringLiteral("reportView"))->toPlainText();
        };
        step->findChild<QueryEditor *>()->setPlainText(QStringLiteral("TITLE(handicraft)"));
        QTRY_VERIFY(button("countButton")->isEnabled());
        button("countButton")->click();
        QTRY_VERIFY(said().contains(QStringLiteral("4 hits at Scopus")));
        QVERIFY(said().contains(QStringLiteral("1 request fetches them")));
        QVERIFY(said().contains(QStringLiteral("19,990 requests are left")));

        button("searchButton")->click();
        QVERIFY(!button("stopButton")->isHidden());
        QVERIFY(!button("searchButton")->isEnabled());
        QTRY_COMPARE(server.asked().size(), std::size_t{4});
        QTRY_VERIFY(step->findChild<QLabel *>(QStringLiteral("progressLabel"))
                        ->text()
                        .contains(QStringLiteral("fetching")));
        button("stopButton")->click();
        QTRY_VERIFY(said().contains(QStringLiteral("can be resumed")));
        auto *interrupted = step->findChild<QLabel *>(QStringLiteral("interruptedLabel"));
        QVERIFY(interrupted->isVisible());
        QVERIFY(interrupted->text().contains(QStringLiteral("2 of 4 records have come")));
        QVERIFY(button("stopButton")->isHidden());

        button("resumeButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("4 records from Scopus")), 20000);
        QVERIFY(!interrupted->isVisible());
        QCOMPARE(app::allRecords(window.session()->workspace())->size(), std::size_t{4});
        QCOMPARE(server.asked().size(), std::size_t{5});
        auto *history = step->findChild<QTreeWidget *>(QStringLiteral("historyTree"));
        QTRY_COMPARE(history->topLevelItemCount(), 1);
        QTRY_COMPARE(history->topLevelItem(0)->text(4), QStringLiteral("4"));
        QCOMPARE(history->topLevelItem(0)->text(2), QStringLiteral("TITLE(handicraft)"));
        std::ifstream review(m_folder->path() / "r.winnow", std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(review)), {});
        QVERIFY(bytes.find(kKey) == std::string::npos);
        qunsetenv("WINNOW_SCOPUS_URL");
        qunsetenv("WINNOW_SCOPUS_KEY");
    }

private:
    void makePane()
    {
        // Nobody is there, so that no test asks the network.
        app::OnlineAccess access;
        for (const app::OnlineSourceInfo &source : app::onlineSources()) {
            access.sources[source.id].baseUrl = "http://127.0.0.1:1";
        }
        m_pane = std::make_unique<OnlinePane>(*m_session, access, app::onlineSources(), *m_keys);
        m_pane->show();
    }

    template <class Widget>
    Widget *child(const char *name) const
    {
        return m_pane->findChild<Widget *>(QString::fromLatin1(name));
    }

    [[nodiscard]] QString report() const { return child<QTextBrowser>("reportView")->toPlainText(); }

    void write(const std::string &query) const
    {
        std::vector<std::string> ids;
        for (const app::OnlineSourceInfo &source : app::onlineSources()) {
            ids.push_back(source.id);
        }
        m_pane->setReading(readQuery(query, query::Precedence::Classic, ids));
    }

    [[nodiscard]] QTreeWidgetItem *itemOf(const char *source) const
    {
        int row = 0;
        for (const app::OnlineSourceInfo &one : app::onlineSources()) {
            if (one.id == source) {
                break;
            }
            ++row;
        }
        return child<QTreeWidget>("sourceTree")->topLevelItem(row);
    }

    [[nodiscard]] QString losses(const char *source) const { return itemOf(source)->text(1); }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<FakeKeyStore> m_keys;
    std::unique_ptr<OnlinePane> m_pane;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::OnlineSearchTest)
#include "online_search_test.moc"
