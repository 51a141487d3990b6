#include "gui/wrap_layout.h"
#include "watched.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <array>
#include <memory>

namespace winnow::gui {

/// A row of four buttons with a space before the last one, as forms make them.
class WrapLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_page = std::make_unique<QWidget>();
        auto *rows = new QVBoxLayout(m_page.get());
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        for (QPushButton *&button : m_buttons) {
            if (&button == &m_buttons.back()) {
                row->addStretch();
            }
            button = new QPushButton(QStringLiteral("A button"), m_page.get());
            row->addWidget(button);
        }
        rows->addWidget(new QLabel(QStringLiteral("Above"), m_page.get()));
        rows->addLayout(row);
        rows->addWidget(m_below = new QLabel(QStringLiteral("Below"), m_page.get()), 1);
        wrap({row});
        m_page->show();
    }

    void cleanup() { m_page.reset(); }

    void staysOneRowWhereThereIsRoom()
    {
        resize(4 * width() + 200);
        QCOMPARE(lines(), 1);
        QCOMPARE(m_buttons[1]->x() - m_buttons[0]->geometry().right() - 1, 8);
        QCOMPARE(m_buttons[3]->geometry().right(), m_page->width() - right() - 1);
    }

    void goesOnInFurtherRowsWhereItDoesNotFit()
    {
        resize(2 * width() + 60);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(m_buttons[2]->x(), m_buttons[0]->x());
        QVERIFY(m_buttons[3]->x() > m_buttons[2]->x());
        QVERIFY(m_below->y() > m_buttons[3]->geometry().bottom());
        resize(width() + 40);
        QTRY_COMPARE(lines(), 4);
        resize(4 * width() + 200);
        QTRY_COMPARE(lines(), 1);
        QCOMPARE(m_buttons[3]->geometry().right(), m_page->width() - right() - 1);
    }

    void needsNoMoreRoomThanItsWidestThing()
    {
        QVERIFY(m_page->minimumSizeHint().width() < 2 * width());
        QVERIFY(m_page->minimumSizeHint().width() >= m_buttons[0]->minimumSizeHint().width());
    }

    void leavesOutWhatIsHidden()
    {
        m_buttons[1]->hide();
        resize(2 * width() + 60);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(m_buttons[2]->y(), m_buttons[0]->y());
        m_buttons[2]->hide();
        QTRY_COMPARE(lines(), 1);
    }

    void keepsALabelWithWhatItIsTheLabelOf()
    {
        auto *row = new QHBoxLayout;
        auto *label = new QLabel(QStringLiteral("A label"), m_page.get());
        auto *field = new QPushButton(QStringLiteral("What it is the label of"), m_page.get());
        label->setBuddy(field);
        auto *first = new QPushButton(QStringLiteral("First"), m_page.get());
        for (QWidget *widget : std::initializer_list<QWidget *>{first, label, field}) {
            row->addWidget(widget);
            widget->show();
        }
        static_cast<QVBoxLayout *>(m_page->layout())->addLayout(row);
        wrap({row});
        resize(first->sizeHint().width() + label->sizeHint().width() + field->sizeHint().width());
        QTRY_VERIFY(label->y() > first->y());
        QVERIFY(qAbs(field->geometry().center().y() - label->geometry().center().y()) <= 1);
    }

    void beginsAtTheRightInArabic()
    {
        m_page->setLayoutDirection(Qt::RightToLeft);
        resize(2 * width() + 60);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(m_buttons[0]->geometry().right(), m_page->width() - right() - 1);
        QCOMPARE(m_buttons[2]->geometry().right(), m_buttons[0]->geometry().right());
    }

private:
    [[nodiscard]] int width() const { return m_buttons[0]->sizeHint().width(); }

    [[nodiscard]] int right() const { return m_page->layout()->contentsMargins().right(); }

    void resize(int width) { m_page->resize(width, 400); }

    /// How many rows the buttons that are shown stand in.
    [[nodiscard]] int lines() const
    {
        QSet<int> heights;
        for (const QPushButton *button : m_buttons) {
            if (button->isVisible()) {
                heights.insert(button->y());
            }
        }
        return static_cast<int>(heights.size());
    }

    std::unique_ptr<QWidget> m_page;
    std::array<QPushButton *, 4> m_buttons{};
    QLabel *m_below = nullptr;
};

} // namespace winnow::gui

WINNOW_TEST_MAIN(winnow::gui::WrapLayoutTest)
#include "wrap_layout_test.moc"
