// Pictures of the windows that work on what comes after screening: gui_pictures REVIEW FOLDER.
#include "gui/main_window.h"
#include "gui/review_dialog.h"
#include "gui/theme.h"

#include <QAction>
#include <QApplication>
#include <QTabWidget>
#include <QTest>

#include <array>
#include <cstdio>
#include <utility>

namespace {

/// Until what is read in the background is shown.
constexpr int kReadMs = 2000;

constexpr std::array<std::pair<const char *, const char *>, 6> kWindows{{{"extractAction", "extract"},
                                                                         {"appraiseAction", "appraise"},
                                                                         {"studiesAction", "studies"},
                                                                         {"outsideAction", "outside"},
                                                                         {"tablesAction", "tables"},
                                                                         {"reportAction", "report"}}};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    winnow::gui::applyTheme(application);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: gui_pictures REVIEW FOLDER\n", stderr);
        return 2;
    }
    const winnow::SystemClock clock;
    winnow::RandomUuidSource uuids{7};
    winnow::gui::MainWindow window({&clock, &uuids, "example"});
    window.show();
    if (!window.openReview(arguments[1].toStdString())) {
        std::fputs("The review cannot be opened.\n", stderr);
        return 1;
    }
    const auto save = [&](QWidget *widget, const QString &name) {
        return widget->grab().save(arguments[2] + QLatin1Char('/') + name + QStringLiteral(".png"));
    };
    bool isSaved = true;
    for (const auto &[action, name] : kWindows) {
        window.findChild<QAction *>(QString::fromLatin1(action))->trigger();
        QTest::qWait(kReadMs);
        auto *dialog = window.findChild<winnow::gui::ReviewDialog *>();
        isSaved = isSaved && save(dialog, QString::fromLatin1(name));
        if (auto *tabs = dialog->findChild<QTabWidget *>()) {
            tabs->setCurrentIndex(1);
            QTest::qWait(kReadMs / 4);
            isSaved = isSaved && save(dialog, QString::fromLatin1(name) + QStringLiteral("-write"));
        }
        dialog->close();
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    }
    return isSaved ? 0 : 1;
}
