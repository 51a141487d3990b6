#pragma once

#include "gui/frame/watchdog.h"
#include "gui/settings/language.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace winnow::gui {

/// What an event may take in these tests: sanitizers make all slower.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr double kWatchedMs = 10 * WatchedApplication::kMostMs;
#else
inline constexpr double kWatchedMs = WatchedApplication::kMostMs;
#endif

/// Runs the tests of a class in English, and fails where an event kept the GUI thread too long.
template <typename Test>
int runWatched(int argc, char **argv)
{
    const QTemporaryDir settings; // nothing of the user's is read or written
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat}) {
        QSettings::setPath(format, QSettings::UserScope, settings.path());
    }
    WatchedApplication application(argc, argv, kWatchedMs);
    QApplication::setOrganizationName(QStringLiteral("winnow"));
    installLanguage(application, Language::English);
    QTEST_SET_MAIN_SOURCE_PATH
    Test test;
    const int failures = QTest::qExec(&test, argc, argv);
    for (const Block &block : application.blocks()) {
        std::fprintf(
            stderr, "FAIL!  : kept the GUI thread for %.0f ms: %s\n", block.cpuMs, qPrintable(block.what));
    }
    return failures + static_cast<int>(application.blocks().size());
}

} // namespace winnow::gui

/// Instead of QTEST_MAIN.
#define WINNOW_TEST_MAIN(Test)                                                                               \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        return winnow::gui::runWatched<Test>(argc, argv);                                                    \
    }
