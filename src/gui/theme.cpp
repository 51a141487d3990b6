#include "gui/theme.h"

#include "gui/paper_theme.h"
#include "gui/style.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QWidget>

#include <array>
#include <utility>

namespace winnow::gui {

namespace {

const Theme &lightTheme()
{
    static const Theme kTheme{QColor(0xF7F7F5),
                              QColor(0xFFFFFF),
                              QColor(0x1F2328),
                              QColor(0x57606A),
                              QColor(0xDDDDD8),
                              QColor(0x2F5D8A),
                              QColor(0x1A7F4B),
                              QColor(0xB3423A),
                              QColor(0x8A6A00),
                              QColor(0x7A4BA3),
                              QColor(0xDCE9F6)};
    return kTheme;
}

const Theme &darkTheme()
{
    static const Theme kTheme{QColor(0x1B1D1F),
                              QColor(0x232629),
                              QColor(0xE6E6E3),
                              QColor(0x9BA3AA),
                              QColor(0x34383C),
                              QColor(0x7FB2E5),
                              QColor(0x5BCB8E),
                              QColor(0xF0877E),
                              QColor(0xE3BE55),
                              QColor(0xC39BE8),
                              QColor(0x2C3F54)};
    return kTheme;
}

/// Black on white, every colour at least 7:1 on its ground.
const Theme &lightContrastTheme()
{
    static const Theme kTheme{QColor(0xFFFFFF),
                              QColor(0xFFFFFF),
                              QColor(Qt::black),
                              QColor(0x2B2B2B),
                              QColor(0x6B6B6B),
                              QColor(0x00418A),
                              QColor(0x00542B),
                              QColor(0x8C0F0A),
                              QColor(0x5C4300),
                              QColor(0x55207F),
                              QColor(0xCCE4FF)};
    return kTheme;
}

const Theme &darkContrastTheme()
{
    static const Theme kTheme{QColor(Qt::black),
                              QColor(Qt::black),
                              QColor(0xFFFFFF),
                              QColor(0xDADADA),
                              QColor(0x8F8F8F),
                              QColor(0x8CCBFF),
                              QColor(0x7CE8AC),
                              QColor(0xFFA39C),
                              QColor(0xFFD970),
                              QColor(0xDDBBFF),
                              QColor(0x123E66)};
    return kTheme;
}

bool isSystemDark()
{
    // Qt 6.4 tells no colour scheme; the system's palette does.
    static const bool kIsDark = QApplication::palette().color(QPalette::Window).lightness() <
                                QApplication::palette().color(QPalette::WindowText).lightness();
    return kIsDark;
}

const Theme &themeOf(Colours colours)
{
    switch (colours) {
    case Colours::Light:
        return lightTheme();
    case Colours::Dark:
        return darkTheme();
    case Colours::ContrastLight:
        return lightContrastTheme();
    case Colours::ContrastDark:
        return darkContrastTheme();
    case Colours::System:
        break;
    }
    return isSystemDark() ? darkTheme() : lightTheme();
}

/// Painting asks for it everywhere, so the program keeps the one that is applied.
const Theme *&applied()
{
    static const Theme *theme = nullptr;
    return theme;
}

/// As the system tells it, before anything was applied.
const QFont &systemFont()
{
    static const QFont kFont = QApplication::font();
    return kFont;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondaryText);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.surface);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    return palette;
}

QString styleSheetOf(const Theme &theme)
{
    return QStringLiteral(R"(
        QMainWindow, QDialog { background: %1; }
        QLabel[ink="quiet"] { color: %6; }
        QLabel[ink="problem"] { color: %8; }
        QScrollArea { background: transparent; }
        QScrollArea > QWidget > QWidget { background: transparent; }
        QToolBar { background: %1; border: 0; border-bottom: 1px solid %4; padding: 4px 8px; spacing: 4px; }
        QToolButton { padding: 4px 8px; border-radius: 6px; color: %3; }
        QToolButton:hover { background: %4; }
        QLineEdit { background: %2; border: 1px solid %4; border-radius: 6px; padding: 5px 8px; color: %3; }
        QLineEdit:focus { border: 1px solid %5; }
        QPushButton { background: %2; border: 1px solid %4; border-radius: 6px; padding: 6px 14px; color: %3; }
        QPushButton:hover { border-color: %5; }
        QPushButton:focus { border: 2px solid %5; padding: 5px 13px; }
        QPushButton:checked { background: %7; border-color: %5; }
        QPushButton:disabled { color: %6; }
        QPushButton[primary="true"]:enabled { background: %5; border-color: %5; color: %2; }
        QPlainTextEdit, QListWidget { background: %2; border: 1px solid %4; border-radius: 6px; color: %3; }
        QDialog QTextBrowser { border: 1px solid %4; border-radius: 6px; }
        QTreeView { background: %2; border: 1px solid %4; border-radius: 6px; outline: 0; }
        QTreeView::item { padding: 4px; border: 0; }
        QTreeView::item:selected { background: %7; color: %3; }
        QPlainTextEdit:focus, QListWidget:focus, QTreeView:focus { border-color: %5; }
        QTableView:focus, QListView:focus, QTextBrowser:focus { border-color: %5; }
        QPlainTextEdit { padding: 4px; }
        QListWidget { padding: 4px 8px; outline: 0; }
        #sidePane { border: 0; border-right: 1px solid %4; }
        #sideBar { background: transparent; border: 0; border-radius: 0; padding: 0; }
        #commandPalette { background: %2; border: 1px solid %4; border-radius: 6px; }
        #paletteList { border: 0; padding: 0; }
        QListWidget::item { padding: 2px 0; border: 0; }
        QListWidget::item:selected { background: %7; color: %3; }
        QLineEdit:disabled { background: %1; }
        QTabWidget::pane { border: 0; border-top: 1px solid %4; }
        QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent;
                       padding: 6px 0; margin-right: 24px; color: %6; }
        QTabBar::tab:selected { border-bottom-color: %5; color: %3; }
        QTabBar::tab:hover { color: %3; }
        QTabBar::tab:selected:focus { border-bottom-color: %3; }
        QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
        QProgressBar { background: %4; border: 0; border-radius: 4px; max-height: 8px; }
        QProgressBar::chunk { background: %5; border-radius: 4px; }
        QListView, QTextBrowser { border: 1px solid transparent; }
        QTableView { background: %2; border: 1px solid transparent; gridline-color: transparent; outline: 0;
                     selection-background-color: %7; selection-color: %3; }
        QTableView::item { padding: 0 6px; border: 0; }
        QHeaderView::section { background: %1; border: 0; border-bottom: 1px solid %4; padding: 4px 8px; color: %6; }
        QTextBrowser { background: %2; border: 0; }
        QSplitter::handle { background: %4; }
        QScrollBar:vertical { background: transparent; border: 0; width: 12px; margin: 0; }
        QScrollBar:horizontal { background: transparent; border: 0; height: 12px; margin: 0; }
        QScrollBar::handle { background: %4; border-radius: 4px; margin: 2px; }
        QScrollBar::handle:vertical { min-height: 32px; }
        QScrollBar::handle:horizontal { min-width: 32px; }
        QScrollBar::handle:hover { background: %6; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
        QStatusBar { background: %1; border-top: 1px solid %4; }
        QStatusBar::item { border: 0; }
    )")
        .arg(theme.window.name(),
             theme.surface.name(),
             theme.text.name(),
             theme.hairline.name(),
             theme.accent.name(),
             theme.secondaryText.name(),
             theme.highlight.name(),
             theme.exclude.name());
}

/// A font of one's own does not follow that of the program; see setHeading().
void fitHeadings()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (const double scale = widget->property("headingScale").toDouble(); scale > 0) {
            QFont font = widget->font();
            font.setPointSizeF(QApplication::font().pointSizeF() * scale);
            widget->setFont(font);
        }
    }
}

struct StateLook
{
    const char *mark;
    const char *word;
    QColor Theme::*colour;
};

const StateLook &lookOf(screening::State state)
{
    // In the order of screening::State.
    static const std::array kLooks{
        StateLook{"", QT_TRANSLATE_NOOP("State", "Undecided"), &Theme::secondaryText},
        StateLook{"\u2713", QT_TRANSLATE_NOOP("State", "Included"), &Theme::include},
        StateLook{"\u2717", QT_TRANSLATE_NOOP("State", "Excluded"), &Theme::exclude},
        StateLook{"~", QT_TRANSLATE_NOOP("State", "Maybe"), &Theme::maybe},
        StateLook{"!", QT_TRANSLATE_NOOP("State", "Conflict"), &Theme::conflict},
        StateLook{"\u2026", QT_TRANSLATE_NOOP("State", "Waits for a second reviewer"), &Theme::secondaryText},
    };
    return kLooks.at(static_cast<std::size_t>(state));
}

} // namespace

const Theme &currentTheme()
{
    return applied() != nullptr ? *applied() : themeOf(Colours::System);
}

const Theme &paperTheme()
{
    const bool isContrast =
        &currentTheme() == &lightContrastTheme() || &currentTheme() == &darkContrastTheme();
    return isContrast ? lightContrastTheme() : lightTheme();
}

QFont fontOf(const Look &look)
{
    QFont font = systemFont();
    if (look.fontSize) {
        font.setPointSize(*look.fontSize);
    }
    return font;
}

void applyTheme(QApplication &application, const Look &look)
{
    (void)isSystemDark(); // asked before the palette is ours
    const Theme &theme = themeOf(look.colours);
    if (std::exchange(applied(), &theme) == nullptr) {
        QApplication::setStyle(Style::make().release()); // the application takes it
    }
    QApplication::setFont(fontOf(look));
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
    fitHeadings();
}

QString markOf(screening::State state)
{
    return QString::fromUtf8(lookOf(state).mark);
}

QColor colourOf(screening::State state)
{
    return currentTheme().*lookOf(state).colour;
}

QString wordOf(screening::State state)
{
    return QApplication::translate("State", lookOf(state).word);
}

} // namespace winnow::gui
