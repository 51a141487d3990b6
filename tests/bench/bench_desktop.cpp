// What the desktop program costs on a large review: winnow_bench_desktop REVIEW [DECISIONS]. The review is
// copied first; the window is drawn without a screen. Times are those of a wall clock.
#include "gui/frame/review_window.h"
#include "gui/frame/step.h"
#include "gui/screening/screening_step.h"
#include "gui/theme.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace winnow::gui {

namespace {

constexpr int kUsualDecisions = 500;
constexpr int kScrolls = 300;
constexpr int kPatienceMs = 600'000;

/// Waits until something holds, handling events meanwhile. Ends the program where it never does.
template <typename Holds>
void waitUntil(const char *what, Holds holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        QApplication::processEvents(QEventLoop::AllEvents, 1);
        if (timer.elapsed() > kPatienceMs) {
            std::fprintf(stderr, "waited in vain: %s\n", what);
            std::exit(1);
        }
    }
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-44s median %8.2f ms   95 %% %8.2f ms   worst %8.2f ms   of %zu\n",
                what,
                at(0.5),
                at(0.95),
                times.back(),
                times.size());
    std::fflush(stdout);
}

/// "VmRSS" or "VmHWM" of this process in MB.
double memoryMb(const std::string &line)
{
    std::ifstream status("/proc/self/status");
    std::string text;
    while (std::getline(status, text)) {
        if (text.starts_with(line + ":")) {
            return std::stod(text.substr(line.size() + 1)) / 1024;
        }
    }
    return 0;
}

/// Counts the paints of a widget.
class Paints : public QObject
{
public:
    explicit Paints(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int count = 0;
};

/// Sends a key and waits until another record was painted.
double decide(ScreeningStep &step, Qt::Key key)
{
    auto *view =
        step.readingPlace()->currentWidget()->findChild<QWidget *>(QStringLiteral("qt_scrollarea_viewport"));
    Paints paints(view != nullptr ? view : step.readingPlace()->currentWidget());
    const RecordId before = step.record();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &step, key);
    waitUntil("the next record", [&] { return step.record() != before && paints.count > 0; });
    return milliseconds(timer);
}

void benchDecisions(ReviewWindow &window, int decisions, const char *what)
{
    auto &step = *qobject_cast<ScreeningStep *>(window.step(StepId::TitleAbstract));
    std::vector<double> times;
    for (int i = 0; i < decisions; ++i) {
        // A person reads; meanwhile the next record is set and the ranking learns.
        QTest::qWait(20);
        times.push_back(decide(step, i % 5 == 0 ? Qt::Key_I : Qt::Key_E));
    }
    print(what, std::move(times));
}

void benchScrolling(ReviewWindow &window)
{
    window.goTo({StepId::Records});
    auto *table = window.step(StepId::Records)->findChild<QTableView *>(QStringLiteral("recordTable"));
    waitUntil("the table", [&] { return table->model()->rowCount() > 0; });
    std::vector<double> frames;
    QScrollBar *bar = table->verticalScrollBar();
    for (int i = 0; i < kScrolls; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(i % 10 == 9 ? (bar->maximum() / kScrolls) * i : bar->value() + bar->pageStep());
        table->viewport()->repaint();
        QApplication::processEvents();
        frames.push_back(milliseconds(timer));
    }
    print("scroll by a page or a leap, painted", std::move(frames));
}

/// Types a word as somebody who is quick does, and gives the time from its last letter until `isShown` and
/// the table is painted.
template <typename IsShown>
double typeWord(QLineEdit &edit, QTableView &table, const char *word, IsShown isShown)
{
    constexpr int kBetweenKeysMs = 60;
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QElapsedTimer timer;
    for (const char *letter = word; *letter != '\0'; ++letter) {
        QTest::qWait(kBetweenKeysMs);
        timer.start();
        QTest::keyClick(&edit, *letter);
    }
    waitUntil("what was found", isShown);
    table.viewport()->repaint();
    return milliseconds(timer);
}

void benchTyping(ReviewWindow &window)
{
    constexpr int kUntilAllIsFoundMs = 1'000;
    auto *table = window.step(StepId::Records)->findChild<QTableView *>(QStringLiteral("recordTable"));
    auto *edit = window.findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    std::vector<double> times;
    for (const char *word : {"handicraft", "social", "learning", "health", "model", "patients"}) {
        QTest::qWait(kUntilAllIsFoundMs);
        typeWord(*edit, *table, word, [] { return true; });
        QTest::qWait(kUntilAllIsFoundMs);
        const int found = table->model()->rowCount();
        times.push_back(typeWord(*edit, *table, word, [&] { return table->model()->rowCount() == found; }));
    }
    print("last letter of a word to its first page painted", std::move(times));
}

/// The copy is on the disk, so that no decision waits for it.
void sync(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
}

int run(const std::filesystem::path &review, int decisions, const QElapsedTimer &start)
{
    const SystemClock clock;
    RandomUuidSource uuids{7};
    ReviewWindow window({&clock, &uuids, "bench"});
    window.show();
    if (!window.openReview(review)) {
        std::fputs("The review cannot be opened.\n", stderr);
        return 1;
    }
    window.goTo({StepId::TitleAbstract});
    auto &step = *qobject_cast<ScreeningStep *>(window.step(StepId::TitleAbstract));
    waitUntil("the first record", [&] { return step.record().value != 0; });
    window.repaint();
    std::printf("%-44s %8.2f ms\n", "start to the first record shown", milliseconds(start));
    std::printf("%-44s %8.0f MB\n", "memory then", memoryMb("VmRSS"));
    QApplication::setActiveWindow(&window);
    step.takeFocus();
    benchDecisions(window, decisions / 5, "key to the next record painted, as imported");
    if (auto *action = step.findChild<QAction *>(QStringLiteral("orderRankAction"))) {
        QElapsedTimer ranking;
        ranking.start();
        const RecordId before = step.record();
        action->trigger();
        waitUntil("the ranking", [&] { return step.record() != before; });
        std::printf("%-44s %8.2f ms\n", "ranking, once", milliseconds(ranking));
    }
    benchDecisions(window, decisions, "key to the next record painted, ranked");
    std::printf("%-44s %8.0f MB\n", "memory with ranking", memoryMb("VmRSS"));
    benchScrolling(window);
    benchTyping(window);
    std::printf(
        "%-44s %8.0f MB (most: %.0f MB)\n", "memory at the end", memoryMb("VmRSS"), memoryMb("VmHWM"));
    return 0;
}

} // namespace

} // namespace winnow::gui

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::span<char *> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 2) {
        std::fputs("usage: winnow_bench_desktop REVIEW [DECISIONS]\n", stderr);
        return 2;
    }
    const QTemporaryDir folder;
    const std::filesystem::path review = arguments[1];
    const std::filesystem::path copy = std::filesystem::path(folder.path().toStdString()) / "bench.winnow";
    std::filesystem::copy_file(review, copy);
    winnow::gui::sync(copy);
    auto index = review;
    index.replace_extension(".index");
    if (std::filesystem::exists(index)) {
        std::filesystem::copy(index,
                              std::filesystem::path(copy).replace_extension(".index"),
                              std::filesystem::copy_options::recursive);
    }
    QElapsedTimer start;
    start.start();
    const QApplication application(argc, argv);
    winnow::gui::applyTheme(*qApp);
    return winnow::gui::run(
        copy, arguments.size() > 2 ? std::stoi(arguments[2]) : winnow::gui::kUsualDecisions, start);
}
