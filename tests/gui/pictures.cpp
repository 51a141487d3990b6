// Pictures of the steps of a review: gui_pictures REVIEW FOLDER [dark].
#include "gui/frame/review_window.h"
#include "gui/frame/step.h"
#include "gui/frame/steps.h"
#include "gui/theme.h"

#include <QApplication>
#include <QPalette>
#include <QTabBar>
#include <QTest>

#include <cstdio>

namespace {

/// Until what is read in the background is shown.
constexpr int kReadMs = 2000;

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
    winnow::gui::ReviewWindow window({&clock, &uuids, "example"});
    window.show();
    if (!window.openReview(arguments[1].toStdString())) {
        std::fputs("The review cannot be opened.\n", stderr);
        return 1;
    }
    bool isSaved = true;
    for (const winnow::gui::StepEntry &entry : winnow::gui::allSteps()) {
        window.goTo({entry.id});
        QTest::qWait(kReadMs);
        const QString name =
            QString::fromLatin1(entry.name) + (isDark ? QStringLiteral("-dark.png") : QStringLiteral(".png"));
        isSaved = isSaved && window.grab().save(arguments[2] + QLatin1Char('/') + name);
        auto *parts = window.step(entry.id)->findChild<QTabBar *>(QStringLiteral("partTabs"));
        for (int part = 1; parts != nullptr && part < parts->count(); ++part) {
            parts->setCurrentIndex(part);
            QTest::qWait(kReadMs);
            const QString of = QString::fromLatin1(entry.name) + QStringLiteral("-%1").arg(part + 1) +
                               (isDark ? QStringLiteral("-dark.png") : QStringLiteral(".png"));
            isSaved = isSaved && window.grab().save(arguments[2] + QLatin1Char('/') + of);
        }
    }
    return isSaved ? 0 : 1;
}
