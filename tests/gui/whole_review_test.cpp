#include "app/conflicts.h"
#include "app/duplicates.h"
#include "app/flow_diagram.h"
#include "app/history.h"
#include "app/record_list.h"
#include "app/stages.h"
#include "gui/settings/appearance.h"
#include "gui/settings/language.h"
#include "person.h"
#include "support/temp_folder.h"
#include "watched.h"

#include <QCheckBox>
#include <QFile>
#include <QListView>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kFromScopus = 50;
constexpr int kFromWos = 30;
constexpr int kSame = 8;   ///< of Web of Science, as Scopus has them
constexpr int kMerged = 1; ///< pairs that a person says are one
constexpr int kIdentified = kFromScopus + kFromWos;
constexpr int kDuplicates = kSame + kMerged;
constexpr int kScreened = 50;
constexpr int kToScreen = kIdentified - kDuplicates;

/// What a reviewer does with a record.
enum class Deed { Include, Maybe, ExcludeByDigit1, ExcludeByDigit2, ExcludeByMenu, ExcludeWithoutReason };

constexpr std::array kPlan{Deed::ExcludeByDigit1,
                           Deed::Include,
                           Deed::ExcludeByMenu,
                           Deed::ExcludeByDigit2,
                           Deed::Maybe,
                           Deed::ExcludeWithoutReason,
                           Deed::ExcludeByDigit1,
                           Deed::ExcludeByDigit2,
                           Deed::Include,
                           Deed::ExcludeByMenu};

/// Where the second reviewer thinks otherwise: three that the first would include, one that she would not,
/// and one that she would leave out for another reason, which is no conflict before full text.
constexpr std::array<std::pair<std::size_t, Deed>, 5> kOtherwise{{{1, Deed::ExcludeByDigit1},
                                                                  {11, Deed::ExcludeWithoutReason},
                                                                  {13, Deed::Include},
                                                                  {18, Deed::ExcludeByMenu},
                                                                  {23, Deed::ExcludeByDigit1}}};
constexpr int kConflicts = 4;

struct Meant
{
    Verdict verdict;
    const char *word;
    const char *reason;
};

constexpr const char *kTopic = "Wrong topic";
constexpr const char *kDesign = "R&D <only>";

/// In the order of Deed.
constexpr std::array<Meant, 6> kMeant{{{Verdict::Include, "Included", ""},
                                       {Verdict::Maybe, "Maybe", ""},
                                       {Verdict::Exclude, "Excluded", kTopic},
                                       {Verdict::Exclude, "Excluded", kDesign},
                                       {Verdict::Exclude, "Excluded", kDesign},
                                       {Verdict::Exclude, "Excluded", ""}}};

const Meant &meant(Deed deed)
{
    return kMeant.at(static_cast<std::size_t>(deed));
}

Deed planned(std::size_t number, bool isSecond)
{
    const auto *other = std::ranges::find(kOtherwise, number, &std::pair<std::size_t, Deed>::first);
    return isSecond && other != kOtherwise.end() ? other->second : kPlan.at(number % kPlan.size());
}

/// Of titles that nobody takes for one another.
std::string titleOf(int number)
{
    constexpr std::array kThings{"Bamboo weaving",
                                 "Tin mining",
                                 "Salt farming",
                                 "Batik dyeing",
                                 "Pepper trade",
                                 "Coral restoration",
                                 "Boat building",
                                 "Clay pottery",
                                 "Village tourism",
                                 "Rattan furniture"};
    constexpr std::array kOutcomes{"household income",
                                   "the schooling of girls",
                                   "child nutrition",
                                   "coastal erosion",
                                   "migration to towns",
                                   "the use of telephones",
                                   "access to bank loans",
                                   "customary law"};
    const auto at = static_cast<std::size_t>(number);
    return std::string(kThings.at(at % kThings.size())) + " and " + kOutcomes.at(at / kThings.size());
}

struct Paper
{
    std::string title;
    std::string id;
    std::string doi;
    int year = 2020;
    std::string journal;
    int volume = 1;
    std::string author;
};

Paper paper(int number)
{
    const std::string text = std::to_string(number);
    return {titleOf(number),
            "K" + text,
            "10.1000/p." + text,
            1990 + number % 30,
            "Journal " + text,
            1 + number,
            std::string("Writer") + static_cast<char>('a' + number % 26) +
                static_cast<char>('a' + number / 26) + ", A."};
}

std::string risOf(const Paper &paper)
{
    return "TY  - JOUR\nID  - " + paper.id + "\nTI  - " + paper.title + "\nAU  - " + paper.author +
           "\nPY  - " + std::to_string(paper.year) + "\nT2  - " + paper.journal + "\nVL  - " +
           std::to_string(paper.volume) + "\nSP  - " + std::to_string(10 * paper.volume) + "\nDO  - " +
           paper.doi + "\nAB  - What was found.\nER  - \n\n";
}

std::string scopus()
{
    std::string ris;
    for (int i = 0; i < kFromScopus; ++i) {
        ris += risOf(paper(i));
    }
    return ris;
}

/// Eight as Scopus has them, a preprint of one of Scopus, a paper of the same title as another one, and what
/// Scopus has not.
std::string wos()
{
    std::string ris;
    for (int i = 0; i < kSame; ++i) {
        Paper same = paper(10 + i);
        same.id = "W" + same.id;
        ris += risOf(same);
    }
    for (const int number : {20, 31}) {
        Paper alike = paper(number);
        alike.id = "L" + alike.id;
        alike.doi.clear();
        if (number == 20) {
            alike.year -= 1;
            alike.journal = "SocArXiv";
        } else {
            alike.year -= 3; // so far apart that the title and the pages are not enough
        }
        ris += risOf(alike);
    }
    for (int i = kFromScopus; i < kIdentified - kSame - 2; ++i) {
        ris += risOf(paper(i));
    }
    return ris;
}

QString text(const fs::path &path)
{
    return QString::fromStdString(path.string());
}

} // namespace

/// A review from the start page to the figure, by what a person presses and clicks alone. Each part goes on
/// where the one before ended.
class WholeReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        installLanguage(*qApp, Language::English);
        for (const auto format : {QSettings::NativeFormat, QSettings::IniFormat}) {
            QSettings::setPath(format, QSettings::UserScope, text(m_folder.path() / "settings"));
        }
        fs::create_directory(m_folder.path() / "ben");
        m_store = std::make_unique<QSettings>(text(m_folder.path() / "winnow.ini"), QSettings::IniFormat);
        m_appearance = std::make_unique<Appearance>(m_store.get());
        m_window = open("anna");
        m_anna = std::make_unique<Person>(*m_window);
    }

    void init()
    {
        if (m_hasFailed) {
            QSKIP("The part before failed.");
        }
    }

    void cleanup() { m_hasFailed = m_hasFailed || QTest::currentTestFailed(); }

    void cleanupTestCase() { m_window.reset(); }

    void makesAReviewFromTheStartPage()
    {
        m_anna->click("newButton");
        m_anna->lookAtDialog();
        m_anna->type(QStringLiteral("Crafts & islands"));
        m_anna->choose(file("crafts"), [this] { m_anna->click("placeButton"); });
        m_anna->lookAtDialog();
        m_anna->click("makeButton");
        m_anna->lookAt();
        QCOMPARE(m_anna->read("reviewTitle"), QStringLiteral("Crafts & islands"));
        QCOMPARE(m_anna->read("reviewerLabel"), QStringLiteral("Reviewer: anna"));
        QCOMPARE(m_anna->read("stepTitle"), QStringLiteral("Searches"));
        QVERIFY(QFile::exists(file("crafts.winnow")));
    }

    void setsTheRulesOfScreening()
    {
        m_anna->clickStep(QStringLiteral("Title and abstract"));
        m_anna->clickTab(QStringLiteral("Settings of the stage"));
        m_anna->clickInto("reviewersBox");
        m_anna->press(Qt::Key_Up);
        for (const char *reason : {kTopic, kDesign}) {
            auto *list = m_anna->seen<QWidget>("reasonsList");
            QVERIFY(list != nullptr);
            QTest::mouseClick(list->findChild<QPushButton *>(QStringLiteral("addButton")), Qt::LeftButton);
            m_anna->type(QString::fromLatin1(reason));
            m_anna->press(Qt::Key_Return);
        }
        m_anna->click("saveButton");
        QCOMPARE(message(), QStringLiteral("Settings saved."));
        const auto stored = app::stageSettings(review())->at(static_cast<std::size_t>(Stage::TitleAbstract));
        QCOMPARE(stored.reviewersPerRecord, 2);
        QCOMPARE(stored.reasons, (std::vector<std::string>{kTopic, kDesign}));
    }

    void importsWhatTwoSourcesFound()
    {
        const QString one = text(m_folder.file("scopus.ris", scopus()));
        const QString other = text(m_folder.file("wos.ris", wos()));
        m_anna->press(Qt::Key_2, Qt::ControlModifier);
        m_anna->choose(one, [this] { m_anna->press(Qt::Key_I, Qt::ControlModifier); });
        takeAs("Scopus", kFromScopus);
        m_anna->drop({other});
        takeAs("Web of Science", kFromWos);
        QCOMPARE(app::allRecords(review())->size(), std::size_t{kIdentified});
    }

    void mergesWhatIsTheSameAndKeepsApartWhatIsNot()
    {
        QTRY_VERIFY2_WITH_TIMEOUT(m_anna->seen<QPushButton>("duplicatesButton") != nullptr,
                                  qPrintable(m_anna->read("outcomeLabel") + message()),
                                  20'000);
        m_anna->click("duplicatesButton");
        QCOMPARE(m_anna->read("stepTitle"), QStringLiteral("Duplicates"));
        auto *list = m_anna->seen<QListView>("list");
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTRY_COMPARE(m_anna->read("safeLabel"), QStringLiteral("8 safe merges"));
        m_anna->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(message().startsWith(QStringLiteral("Made 8 groups of 16 records.")));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        for (int left = 2; left > 0; --left) {
            const bool isPreprint =
                m_anna->seen<QTextBrowser>("compareView")->toPlainText().contains(QStringLiteral("SocArXiv"));
            m_anna->press(isPreprint ? Qt::Key_Return : Qt::Key_Backspace);
            QVERIFY(message().startsWith(isPreprint ? QStringLiteral("Merged: ")
                                                    : QStringLiteral("Kept apart: ")));
            QTRY_COMPARE(list->model()->rowCount(), left - 1);
        }
        QCOMPARE(app::duplicateGroups(review())->size(), std::size_t{kDuplicates});
        QCOMPARE(app::allRecords(review())->size(), std::size_t{kToScreen});
    }

    /// As it is given to the second reviewer, who works on a machine of his own.
    void closesTheReviewAndOpensItAgain()
    {
        m_anna->press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(m_anna->seen<QListWidget>("recentList") != nullptr);
        fs::copy_file(m_folder.path() / "crafts.winnow", m_folder.path() / "ben" / "crafts.winnow");
        m_anna->click("openRecentButton");
        QCOMPARE(m_anna->read("reviewTitle"), QStringLiteral("Crafts & islands"));
        QCOMPARE(m_anna->read("stepTitle"), QStringLiteral("Overview"));
    }

    void screensByKeys()
    {
        m_anna->press(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(m_anna->read("leftLabel"), QStringLiteral("%1 left").arg(kToScreen));
        for (std::size_t number = 0; number < kScreened && !QTest::currentTestFailed(); ++number) {
            decide(*m_anna, *m_window, planned(number, false));
            if (number == 19) {
                takeBackAndBringBack(3);
            } else if (number == 33) {
                changeItsMind(planned(number, false));
            }
        }
        QTRY_COMPARE(m_anna->read("leftLabel"), QStringLiteral("%1 left").arg(kToScreen - kScreened));
        m_anna->press(Qt::Key_W, Qt::ControlModifier); // all is kept
        m_anna->click("openRecentButton");
        m_anna->press(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(m_anna->read("leftLabel"), QStringLiteral("%1 left").arg(kToScreen - kScreened));
    }

    void letsASecondReviewerDecideAndSendWhatHeSaid()
    {
        const auto window = open("ben");
        Person ben(*window);
        ben.drop({file("ben/crafts.winnow")});
        QCOMPARE(ben.read("reviewerLabel"), QStringLiteral("Reviewer: ben"));
        ben.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(ben.read("leftLabel"), QStringLiteral("%1 left").arg(kToScreen));
        for (std::size_t number = 0; number < kScreened && !QTest::currentTestFailed(); ++number) {
            decide(ben, *window, planned(number, true));
        }
        ben.clickStep(QStringLiteral("Team"));
        ben.clickTab(QStringLiteral("Exchange"));
        ben.choose(file("ben.winnow-bundle"), [&ben] { ben.click("exportButton"); });
        QTRY_VERIFY(ben.read("messageLabel").startsWith(QStringLiteral("Wrote what you said to ")));
        QVERIFY(QFile::exists(file("ben.winnow-bundle")));
    }

    void takesInWhatTheSecondReviewerSaid()
    {
        m_anna->lookAt();
        m_anna->clickStep(QStringLiteral("Team"));
        m_anna->clickTab(QStringLiteral("Exchange"));
        m_anna->choose(file("ben.winnow-bundle"), [this] { m_anna->click("mergeButton"); });
        QTRY_COMPARE(message(), QStringLiteral("The bundle was taken in."));
        QCOMPARE(app::conflicts(review(), {})->size(), std::size_t{kConflicts});
    }

    /// The first is open before it is settled; of the others it stays hidden who said what.
    void settlesTheConflictsByKeys()
    {
        m_anna->lookAt();
        m_anna->clickTab(QStringLiteral("Conflicts"));
        auto *tree = m_anna->seen<QTreeWidget>("conflictTree");
        QTRY_COMPARE(tree->topLevelItemCount(), kConflicts);
        QTRY_VERIFY(tree->currentItem() != nullptr);
        QVERIFY(!m_anna->read("votesLabel").contains(QStringLiteral("ben")));
        m_anna->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_anna->read("votesLabel").contains(QStringLiteral("ben")));
        settle(Qt::Key_I, "include");
        m_anna->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(tree->topLevelItemCount(), kConflicts);
        settle(Qt::Key_I, "include");
        settle(Qt::Key_E, "exclude");
        settle(Qt::Key_M, "maybe");
        m_anna->clickInto("reasonBox");
        m_anna->press(Qt::Key_Down);
        m_anna->press(Qt::Key_Return);
        settle(Qt::Key_E, "exclude");
        QCOMPARE(latest(*m_window).reason, std::string(kTopic));
        QTRY_COMPARE(m_anna->seen<QTextBrowser>("recordView")->toPlainText(),
                     QStringLiteral("There is no conflict for you to settle."));
    }

    void exportsTheFigureWithTheNumbersThatWerePressed()
    {
        m_anna->clickStep(QStringLiteral("Flow"));
        QTRY_VERIFY(m_anna->read("checkLabel").contains(QStringLiteral("The numbers add up.")));
        m_anna->clickTab(QStringLiteral("Export"));
        m_anna->clickInto("svgFormat");
        QVERIFY(m_anna->seen<QCheckBox>("svgFormat")->isChecked());
        QVERIFY(m_anna->seen<QCheckBox>("pdfFormat")->isChecked());
        m_anna->clickInto("nameEdit");
        m_anna->press(Qt::Key_A, Qt::ControlModifier);
        m_anna->type(QStringLiteral("figure"));
        m_anna->press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(message(), QStringLiteral("Wrote figure.svg, figure.pdf."));
        QVERIFY(bytes("figure.pdf").startsWith("%PDF-"));
        const QString drawn = svgText();
        for (const auto &[line, count] : {std::pair("Scopus", kFromScopus),
                                          {"Web of Science", kFromWos},
                                          {"Duplicate records removed", kDuplicates},
                                          {"Records screened", kScreened},
                                          {"Records excluded", excluded()}}) {
            const QRegularExpression wanted(
                QStringLiteral("%1[^=]*= ?%2\\b")
                    .arg(QRegularExpression::escape(QString::fromLatin1(line))
                             .replace(QStringLiteral("\\ "), QStringLiteral("\\s+")),
                         QString::number(count)));
            QVERIFY2(wanted.match(drawn).hasMatch(), qPrintable(wanted.pattern() + u'\n' + drawn));
        }
        const auto counts = app::flowCounts(review());
        QVERIFY(counts.isOk());
        QCOMPARE(counts->screened, kScreened);
        QCOMPARE(counts->awaitingScreening, kToScreen - kScreened);
        QCOMPARE(counts->excluded, excluded());
    }

private:
    std::unique_ptr<ReviewWindow> open(const char *reviewer)
    {
        auto window =
            std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, reviewer}, *m_appearance);
        window->resize(1400, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        return window;
    }

    [[nodiscard]] QString file(const char *name) const { return text(m_folder.path() / name); }

    [[nodiscard]] QByteArray bytes(const char *name) const
    {
        QFile read(file(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    /// What can be read in the figure, in the order in which it is drawn.
    [[nodiscard]] QString svgText() const
    {
        static const QRegularExpression kTags(QStringLiteral("<[^>]*>"));
        QString svg = QString::fromUtf8(bytes("figure.svg"));
        return svg.replace(kTags, QStringLiteral(" ")).simplified();
    }

    app::Workspace &review() { return m_window->session()->workspace(); }

    QString message() { return m_anna->read("messageLabel"); }

    void takeAs(const char *source, int records)
    {
        m_anna->lookAt();
        QTRY_VERIFY2(m_anna->read("filesLabel").contains(QStringLiteral("%1 records").arg(records)),
                     qPrintable(m_anna->read("filesLabel") + message()));
        QTRY_COMPARE(QApplication::focusWidget(), m_anna->seen<QLineEdit>("sourceEdit"));
        m_anna->press(Qt::Key_A, Qt::ControlModifier);
        m_anna->type(QString::fromLatin1(source));
        m_anna->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(message().startsWith(QStringLiteral("%1 records from").arg(records)));
        QTRY_COMPARE(QApplication::focusWidget(), m_anna->seen<QPushButton>("screenButton"));
    }

    /// The title of the record that is read.
    static QString title(Person &person)
    {
        return person.seen<QTextBrowser>("recordText")->toPlainText().section(u'\n', 0, 0).trimmed();
    }

    void press(Person &person, Deed deed)
    {
        const auto choose = [&person](Qt::Key digit) {
            person.press(Qt::Key_E);
            QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
            person.press(digit);
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        };
        switch (deed) {
        case Deed::Include:
            return person.press(Qt::Key_I);
        case Deed::Maybe:
            return person.press(Qt::Key_M);
        case Deed::ExcludeByDigit1:
            return person.press(Qt::Key_1);
        case Deed::ExcludeByDigit2:
            return person.press(Qt::Key_2);
        case Deed::ExcludeByMenu:
            return choose(Qt::Key_2);
        case Deed::ExcludeWithoutReason:
            return choose(Qt::Key_0);
        }
    }

    /// Both the message line and the log say what was pressed, of the record that was read.
    void decide(Person &person, ReviewWindow &window, Deed deed)
    {
        const QString before = title(person);
        QVERIFY(!before.isEmpty());
        press(person, deed);
        checkLast(person, window, deed, before);
        QVERIFY(title(person) != before);
    }

    void checkLast(Person &person, ReviewWindow &window, Deed deed, const QString &record)
    {
        const Meant &wanted = meant(deed);
        QString what = QString::fromLatin1(wanted.word);
        if (*wanted.reason != '\0') {
            what += QStringLiteral(", ") + QString::fromLatin1(wanted.reason);
        }
        QVERIFY2(person.read("messageLabel")
                     .contains(QStringLiteral("Last decision: %1 \u2013 %2").arg(what, record)),
                 qPrintable(person.read("messageLabel") + u'\n' + what + u'\n' + record));
        const Event event = latest(window);
        QVERIFY(event.kind == EventKind::Decision);
        QCOMPARE(event.verdict, std::string(toString(wanted.verdict)));
        QCOMPARE(event.reason, std::string(wanted.reason));
        QCOMPARE(titleIn(window, RecordId{event.subject}), record);
    }

    static Event latest(ReviewWindow &window)
    {
        return app::history(window.session()->workspace(), {}, 1)->back().event;
    }

    static QString titleIn(ReviewWindow &window, RecordId record)
    {
        const auto rows = app::listRows(window.session()->workspace(), std::span(&record, 1));
        return QString::fromStdString(rows->front().title);
    }

    /// The records come back in turn, the last one first, and go again.
    void takeBackAndBringBack(int times)
    {
        const QString next = title(*m_anna);
        for (int i = 0; i < times; ++i) {
            const Event before = latest(*m_window);
            m_anna->press(Qt::Key_Z);
            QVERIFY(message().startsWith(QStringLiteral("Undone: ")));
            QVERIFY(latest(*m_window).kind == EventKind::Retraction);
            if (i == 0) {
                QCOMPARE(latest(*m_window).retracts->value, before.id.value);
            }
            QCOMPARE(title(*m_anna), titleIn(*m_window, RecordId{latest(*m_window).subject}));
        }
        for (int i = 0; i < times; ++i) {
            const QString read = title(*m_anna);
            m_anna->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(message().startsWith(QStringLiteral("Done again: ")));
            QTRY_VERIFY(title(*m_anna) != read);
        }
        QCOMPARE(title(*m_anna), next);
    }

    /// What was said last is taken back and said otherwise, and that again.
    void changeItsMind(Deed said)
    {
        m_anna->press(Qt::Key_Z);
        decide(*m_anna, *m_window, said == Deed::Include ? Deed::Maybe : Deed::Include);
        m_anna->press(Qt::Key_Z);
        decide(*m_anna, *m_window, said);
    }

    void settle(Qt::Key key, const char *word)
    {
        auto *tree = m_anna->seen<QTreeWidget>("conflictTree");
        QVERIFY(tree->currentItem() != nullptr);
        const int before = tree->topLevelItemCount();
        const QString record = tree->currentItem()->text(0);
        m_anna->press(key);
        QCOMPARE(message(), QStringLiteral("Settled, %1: %2").arg(QString::fromLatin1(word), record));
        if (qstrcmp(word, "exclude") == 0) {
            ++m_settledExclusions;
        }
        QTRY_COMPARE(tree->topLevelItemCount(), before - 1);
    }

    /// Those that both would leave out, and those that were settled so.
    [[nodiscard]] int excluded() const
    {
        int count = m_settledExclusions;
        for (std::size_t number = 0; number < kScreened; ++number) {
            const bool isOut = meant(planned(number, false)).verdict == Verdict::Exclude &&
                               meant(planned(number, true)).verdict == Verdict::Exclude;
            count += isOut ? 1 : 0;
        }
        return count;
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    const test::TempFolder m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ReviewWindow> m_window;
    std::unique_ptr<Person> m_anna;
    int m_settledExclusions = 0;
    bool m_hasFailed = false;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::WholeReviewTest)
#include "whole_review_test.moc"
