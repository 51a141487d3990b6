#include "gui/frame/review_window.h"
#include "gui/frame/watchdog.h"
#include "gui/program_icon.h"
#include "gui/settings/appearance.h"
#include "gui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

int main(int argc, char **argv)
{
#ifdef NDEBUG
    QApplication application(argc, argv);
#else
    winnow::gui::WatchedApplication application(argc, argv);
#endif
    QApplication::setApplicationName(QStringLiteral("Winnow"));
    QApplication::setApplicationVersion(QStringLiteral(WINNOW_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("winnow-desktop"));
    QGuiApplication::setWindowIcon(winnow::gui::programIcon());
    QApplication::setOrganizationName(QStringLiteral("winnow"));
    QSettings settings;
    winnow::gui::Appearance appearance(&settings);
    winnow::gui::installLanguage(application, appearance.preferences().language);
    winnow::gui::applyTheme(application, appearance.look());

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Systematic literature reviews on one machine"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("review"), QStringLiteral("Review to open"), QStringLiteral("[REVIEW]"));
    parser.process(application);

    const winnow::SystemClock clock;
    winnow::RandomUuidSource uuids;
    winnow::gui::ReviewWindow window(
        {&clock, &uuids, winnow::app::defaultReviewer(), winnow::app::defaultCacheFolder()}, appearance);
    if (!parser.positionalArguments().isEmpty()) {
        window.openReview(parser.positionalArguments().front().toStdString());
    }
    window.show();
    return QApplication::exec();
}
