#pragma once

#include "gui/frame/review_window.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QUrl>

namespace winnow::gui {

/// Somebody before the window, who has a keyboard and a mouse and nothing else. What cannot be seen cannot be
/// clicked: the test fails there.
class Person
{
public:
    explicit Person(QWidget &window)
        : m_window(window)
    {}

    /// The one of that name that is seen; nullptr: none is.
    template <typename Widget>
    Widget *seen(const char *name)
    {
        for (auto *each : m_window.findChildren<Widget *>(QString::fromLatin1(name))) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }

    QString read(const char *label)
    {
        const auto *seenLabel = seen<QLabel>(label);
        return seenLabel == nullptr ? QString() : seenLabel->text();
    }

    /// The window is in front of the others; without a screen none comes there by itself.
    void lookAt()
    {
        QApplication::setActiveWindow(&m_window);
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
    }

    /// The same with the dialog that asks something.
    void lookAtDialog()
    {
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        QApplication::setActiveWindow(QApplication::activeModalWidget());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(holder() != nullptr);
        QTest::keyClick(holder(), key, modifiers);
        QCoreApplication::processEvents(); // nobody is so quick that the program has no time for a key
    }

    void type(const QString &text)
    {
        QVERIFY(holder() != nullptr);
        QTest::keyClicks(holder(), text);
    }

    void click(const char *button)
    {
        auto *seenButton = seen<QPushButton>(button);
        QVERIFY2(seenButton != nullptr && seenButton->isEnabled(), button);
        QTest::mouseClick(seenButton, Qt::LeftButton);
        QCoreApplication::processEvents();
    }

    /// A field, a list or the box of a choice: where its own things begin.
    void clickInto(const char *widget)
    {
        auto *seenWidget = seen<QWidget>(widget);
        QVERIFY2(seenWidget != nullptr && seenWidget->isEnabled(), widget);
        QTest::mouseClick(seenWidget, Qt::LeftButton, {}, QPoint(8, seenWidget->height() / 2));
    }

    void clickTab(const QString &title)
    {
        for (auto *tabs : m_window.findChildren<QTabBar *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                if (tabs->tabText(tab).remove(QLatin1Char('&')) == title) {
                    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
                    return;
                }
            }
        }
        QFAIL(qPrintable(QStringLiteral("there is no tab ") + title));
    }

    /// Clicks on a step in the side bar.
    void clickStep(const QString &title)
    {
        auto *bar = seen<QListWidget>("sideBar");
        QVERIFY(bar != nullptr);
        const auto items = bar->findItems(title, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, bar->visualItemRect(items.front()).center());
        QCOMPARE(read("stepTitle"), title);
    }

    /// Puts the name of a file into the dialog that `ask` brings up.
    template <typename Ask>
    void choose(const QString &file, Ask ask)
    {
        QPointer<QFileDialog> chosen;
        bool isChosen = false;
        QTimer wait;
        QObject::connect(&wait, &QTimer::timeout, &wait, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (dialog == nullptr || !dialog->isVisible()) {
                return;
            }
            wait.stop();
            chosen = dialog;
            auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            QApplication::setActiveWindow(dialog);
            name->setFocus();    // only then does the dialog let go of a name of its own
            name->setText(file); // as pasted: what completes it would take the key that follows
            QTest::keyClick(name, Qt::Key_Return);
            isChosen = true;
        });
        wait.start(10);
        ask(); // a dialog may keep it until something was chosen
        QTRY_VERIFY(isChosen);
        QTRY_VERIFY(chosen == nullptr);
        QCoreApplication::processEvents(); // what was chosen is taken once the dialog is gone
    }

    /// Drags files from elsewhere onto the window.
    void drop(const QStringList &files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &file : files) {
            urls << QUrl::fromLocalFile(file);
        }
        data.setUrls(urls);
        const QPoint middle = m_window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&m_window, &drop);
    }

private:
    /// What has the keyboard.
    static QWidget *holder()
    {
        QWidget *popup = QApplication::activePopupWidget();
        if (popup == nullptr) {
            return QApplication::focusWidget();
        }
        return popup->focusWidget() != nullptr ? popup->focusWidget() : popup;
    }

    QWidget &m_window;
};

} // namespace winnow::gui
