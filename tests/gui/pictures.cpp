// Pictures of the windows that work on what comes after screening: gui_pictures REVIEW FOLDER [dark].
#include "gui/main_window.h"
#include "gui/review_dialog.h"
#include "gui/theme.h"

#include <QAction>
#include <QApplication>
#include <QPalette>
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
    const QStringList arguments = QApplication::arguments();
    const bool isDark = arguments.size() == 4 && arguments[3] == QStringLiteral("dark");
    if (arguments.size() != 3 && !isDark) {
        std::fputs("usage: gui_pictures REVIEW FOLDER [dark]\n", stderr);
        return 2;
    }
    if (isDark) { // as the system tells it
        QApplication::setPalette(QPalette(QColor(0x30, 0x30, 0x30)));
    }
    winnow::gui::applyTheme(application);
    const winnow::SystemClock clock;
    winnow::RandomUuidSource uuids{7};
    winnow::gui::MainWindow window({&clock, &uuids, "example"});
    window.show();
    if (!window.openReview(arguments[1].toStdString())) {
        std::fputs("The review cannot be opened.\n", stderr);
        return 1;
    }
    const auto save = [&](QWidget *widget, const QString &name) {
        const QString ending = isDark ? QStringLiteral("-dark.png") : QStringLiteral(".png");
        return widget->grab().save(arguments[2] + QLatin1Char('/') + name + ending);
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
