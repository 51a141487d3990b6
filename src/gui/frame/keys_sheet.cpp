#include "gui/frame/keys_sheet.h"

#include "gui/row_parts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kMargin = 24;
constexpr int kGap = 8;
constexpr double kHeading = 1.15;

/// The groups stand below each other in the order in which the actions name them.
QWidget *sheetOf(const std::vector<FoundAction> &actions, QWidget *parent)
{
    auto *sheet = new QWidget(parent);
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, kGap, 0);
    grid->setHorizontalSpacing(kMargin);
    grid->setVerticalSpacing(kGap);
    grid->setColumnStretch(1, 1);
    QString group;
    int row = 0;
    for (const FoundAction &found : actions) {
        if (found.key.isEmpty()) {
            continue;
        }
        if (found.where != group) {
            group = found.where;
            QLabel *heading = headingText(sheet, group, kHeading);
            heading->setContentsMargins(0, row == 0 ? 0 : kGap * 2, 0, 0);
            grid->addWidget(heading, row++, 0, 1, 2);
        }
        QLabel *key = plainText(sheet, found.key);
        key->setWordWrap(false);
        grid->addWidget(key, row, 0);
        grid->addWidget(quietText(sheet, found.text), row++, 1);
    }
    grid->setRowStretch(row, 1);
    return sheet;
}

} // namespace

KeysSheet::KeysSheet(const std::vector<FoundAction> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keysSheet"));
    setWindowTitle(tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, 2 * kGap);
    layout->setSpacing(kGap * 2);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Keys and what they do"));
    scroll->setWidget(sheetOf(actions, scroll));
    layout->addWidget(scroll);
    auto *close = new QPushButton(tr("Close  Esc"), this);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 70, std::min(fontMetrics().height() * 34, parent->height()));
}

} // namespace winnow::gui
