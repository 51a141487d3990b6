#include "gui/main_window.h"
#include "gui/searches/key_store.h"
#include "gui/searches/search_dialog.h"
#include "gui/theme.h"
#include "replay/replay_server.h"
#include "support/temp_folder.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

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

class SearchDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_keys = std::make_unique<FakeKeyStore>();
        m_dialog = std::make_unique<SearchDialog>(app::OnlineAccess(), app::onlineSources(), *m_keys);
        m_dialog->show();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_keys.reset();
    }

    void showsProblemsWithTheirPlaceAndMendsThemOneAtATime()
    {
        write(QStringLiteral("TITLE(craft)\nAND TITLE(\u201Csocial media\u201D)"));
        auto *list = child<QListWidget>("problemList");
        QTRY_VERIFY(list->count() > 0 && list->item(0)->text().contains(QStringLiteral("line 2, column 11")));
        auto *fix = child<QPushButton>("fixButton");
        QVERIFY(fix->isEnabled());
        QVERIFY2(!fix->text().isEmpty() && fix->text() != QStringLiteral("Fix"),
                 "the button says what it does");
        QVERIFY(!query()->extraSelections().isEmpty());
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY(!query()->toPlainText().contains(QChar(0x201C)));
        QVERIFY(child<QPushButton>("searchButton")->isEnabled());
        query()->undo();
        QVERIFY2(query()->toPlainText().contains(QChar(0x201C)), "a fix is one step to undo");
    }

    void mendsAllAtOnce()
    {
        write(QStringLiteral("TITLE(\u201Ca\u201D) AND TITLE(\u201Cb\u201D)"));
        QTRY_VERIFY(child<QPushButton>("fixAllButton")->isEnabled());
        QTest::mouseClick(child<QPushButton>("fixAllButton"), Qt::LeftButton);
        QCOMPARE(query()->toPlainText().count(QChar(0x201C)) + query()->toPlainText().count(QChar(0x201D)),
                 0);
    }

    void selectsInTheQueryWhatAProblemIsAbout()
    {
        write(QStringLiteral("\u00C4hre AND TITLE(a"));
        auto *list = child<QListWidget>("problemList");
        QTRY_VERIFY(list->count() > 0 && list->item(0)->text().contains(QStringLiteral("never closed")));
        list->setCurrentRow(-1);
        list->setCurrentRow(0);
        QVERIFY2(query()->textCursor().position() > 9, "counted in characters, not in bytes");
    }

    void asksNothingThatIsWrong()
    {
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
        write(QStringLiteral("TITLE(a"));
        QTest::qWait(400);
        QVERIFY(!child<QPushButton>("countButton")->isEnabled());
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
    }

    void showsTheOtherReadingWhereItDiffers()
    {
        write(QStringLiteral("TITLE(a) OR TITLE(b) AND TITLE(c)"));
        auto *reading = child<QLabel>("readingLabel");
        QTRY_VERIFY(reading->isVisible());
        const QString classic = QStringLiteral("(TITLE(a) OR TITLE(b)) AND TITLE(c)");
        const QString standard = QStringLiteral("TITLE(a) OR (TITLE(b) AND TITLE(c))");
        QVERIFY(reading->text().indexOf(classic) < reading->text().indexOf(standard));
        QVERIFY(reading->text().contains(classic));
        child<QComboBox>("precedenceBox")->setCurrentIndex(1);
        QVERIFY(reading->text().indexOf(standard) < reading->text().indexOf(classic));
        QVERIFY(m_dialog->request().precedence == query::Precedence::Standard);
        write(QStringLiteral("(TITLE(a) OR TITLE(b)) AND TITLE(c)"));
        QTRY_VERIFY(!reading->isVisible());
    }

    void saysWhatASourceCannotBeAskedBeforeAnythingIsSent()
    {
        write(QStringLiteral("TITLE(craft* W/3 digital)"));
        choose(QStringLiteral("openalex"));
        QTRY_VERIFY(report().contains(QStringLiteral("OpenAlex takes no wildcards")));
        QVERIFY(report().contains(QStringLiteral("without their nearness")));
        choose(QStringLiteral("scopus"));
        QVERIFY(report().contains(QStringLiteral("Scopus can be asked all of the query")));
        write(QStringLiteral("AFFIL(london)"));
        choose(QStringLiteral("doaj"));
        QTRY_VERIFY(report().contains(QStringLiteral("cannot be asked this query")));
        QVERIFY(!child<QPushButton>("searchButton")->isEnabled());
    }

    void keepsKeysInTheKeychain()
    {
        write(QStringLiteral("TITLE(a)"));
        choose(QStringLiteral("scopus"));
        QTRY_VERIFY(child<QPushButton>("countButton")->isEnabled());
        child<QLineEdit>("keyEdit")->setFocus();
        QTest::keyClicks(child<QLineEdit>("keyEdit"), QString::fromLatin1(kKey));
        QTest::keyClicks(child<QLineEdit>("tokenEdit"), QStringLiteral("t0ken"));
        QVERIFY2(m_keys->secrets[QStringLiteral("scopus")].isEmpty(), "not before it is used");
        QTest::mouseClick(child<QPushButton>("countButton"), Qt::LeftButton);
        QCOMPARE(m_keys->secrets[QStringLiteral("scopus")], QString::fromLatin1(kKey));
        QCOMPARE(m_keys->secrets[QStringLiteral("scopus token")], QStringLiteral("t0ken"));
        QCOMPARE(QString::fromStdString(m_dialog->access().sources["scopus"].key), QString::fromLatin1(kKey));
        QCOMPARE(child<QLineEdit>("keyEdit")->echoMode(), QLineEdit::Password);
        m_dialog->showPreview(app::OnlinePreview());
        choose(QStringLiteral("arxiv"));
        QVERIFY(!child<QLineEdit>("keyEdit")->isEnabled());
        QVERIFY2(child<QLineEdit>("keyEdit")->text().isEmpty(), "no source sees the key of another");
        choose(QStringLiteral("scopus"));
        QCOMPARE(child<QLineEdit>("keyEdit")->text(), QString::fromLatin1(kKey));
    }

    void saysWhereTheKeychainKeepsNoKey()
    {
        m_keys->refusal = QStringLiteral("no keychain is running");
        write(QStringLiteral("TITLE(a)"));
        QTRY_VERIFY(child<QPushButton>("countButton")->isEnabled());
        QTest::keyClicks(child<QLineEdit>("keyEdit"), QStringLiteral("x"));
        QTest::mouseClick(child<QPushButton>("countButton"), Qt::LeftButton);
        m_dialog->showPreview(app::OnlinePreview());
        QVERIFY(report().contains(QStringLiteral("kept nowhere")));
        QVERIFY(report().contains(QStringLiteral("no keychain is running")));
    }

    void showsTextOfSourcesAsTextAndNotAsMarkup()
    {
        write(QStringLiteral("TITLE(a)"));
        app::OnlinePreview preview;
        preview.notices = {"<img src='http://example.org/x.png'> & so on"};
        m_dialog->showPreview(preview);
        QVERIFY(report().contains(QStringLiteral("<img src='http://example.org/x.png'> & so on")));
    }

    void runsASearchStopsItAndGoesOn()
    {
        replay::ReplayServer server;
        qputenv("WINNOW_SCOPUS_URL", QByteArray::fromStdString(server.url()));
        qputenv("WINNOW_SCOPUS_KEY", kKey);
        replay::Answer slow = page(4, 2, 4);
        slow.delay = std::chrono::seconds(60);
        server.answer(kScopus, {page(4, 0, 1), page(4, 0, 1), page(4, 0, 2), slow, page(4, 2, 4)});
        const test::TempFolder folder;
        MainWindow window({&m_clock, &m_uuids, "anna"});
        window.show();
        QVERIFY(window.createReview(folder.path() / "r.winnow", QStringLiteral("A review")));
        window.askForSearch();
        m_dialog.reset();
        auto *dialog = window.findChild<SearchDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const auto button = [&](const char *name) {
            return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
        };
        const auto said = [&] {
            return dialog->findChild<QTextBrowser *>(QStringLiteral("reportView"))->toPlainText();
        };
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("queryEdit"))
            ->setPlainText(QStringLiteral("TITLE(handicraft)"));
        QTRY_VERIFY(button("countButton")->isEnabled());
        QTest::mouseClick(button("countButton"), Qt::LeftButton);
        QTRY_VERIFY(said().contains(QStringLiteral("4 hits at Scopus")));
        QVERIFY(said().contains(QStringLiteral("1 request fetches them")));
        QVERIFY(said().contains(QStringLiteral("19,990 requests are left")));

        QTest::mouseClick(button("searchButton"), Qt::LeftButton);
        QVERIFY(button("stopButton")->isVisible());
        QVERIFY(!button("searchButton")->isEnabled());
        QTRY_COMPARE(server.asked().size(), std::size_t{4});
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("progressLabel"))
                        ->text()
                        .contains(QStringLiteral("fetching")));
        QTest::mouseClick(button("stopButton"), Qt::LeftButton);
        QTRY_VERIFY(said().contains(QStringLiteral("can be resumed")));
        auto *interrupted = dialog->findChild<QLabel *>(QStringLiteral("interruptedLabel"));
        QVERIFY(interrupted->isVisible());
        QVERIFY(interrupted->text().contains(QStringLiteral("2 of 4 records have come")));
        QVERIFY(!button("stopButton")->isVisible());

        QTest::mouseClick(button("resumeButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("4 records from Scopus")), 20000);
        QVERIFY(!interrupted->isVisible());
        QCOMPARE(window.findChild<QTableView *>(QStringLiteral("recordTable"))->model()->rowCount(), 4);
        QCOMPARE(server.asked().size(), std::size_t{5});
        std::ifstream review(folder.path() / "r.winnow", std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(review)), {});
        QVERIFY(bytes.find(kKey) == std::string::npos);
        qunsetenv("WINNOW_SCOPUS_URL");
        qunsetenv("WINNOW_SCOPUS_KEY");
    }

private:
    template <class Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }

    [[nodiscard]] QPlainTextEdit *query() const { return child<QPlainTextEdit>("queryEdit"); }

    [[nodiscard]] QString report() const { return child<QTextBrowser>("reportView")->toPlainText(); }

    void write(const QString &text) const { query()->setPlainText(text); }

    void choose(const QString &source) const
    {
        auto *box = child<QComboBox>("sourceBox");
        box->setCurrentIndex(box->findData(source));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<FakeKeyStore> m_keys;
    std::unique_ptr<SearchDialog> m_dialog;
};

} // namespace winnow::gui

QTEST_MAIN(winnow::gui::SearchDialogTest)
#include "search_dialog_test.moc"
