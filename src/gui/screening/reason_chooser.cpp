#include "gui/screening/reason_chooser.h"

#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>

namespace winnow::gui {

namespace {

constexpr int kReasonsByDigit = 9;
constexpr int kDialogWidth = 420;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReasonChooser)
};

/// Text of a menu entry, in which "&" would mark a key.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

QInputDialog *
askForLine(QWidget *parent, const QString &title, const QString &label, const QStringList &offered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    if (!offered.isEmpty()) {
        dialog->setComboBoxItems(offered);
        dialog->setComboBoxEditable(true);
        dialog->setTextValue({});
    }
    dialog->resize(kDialogWidth, dialog->sizeHint().height());
    return dialog;
}

void chooseReason(QWidget *button, const StageSettings &settings, const TakeReason &take)
{
    auto *menu = newMenu(button);
    menu->setObjectName(QStringLiteral("reasonMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(Texts::tr("Excluded because"));
    int digit = 0;
    for (const std::string &reason : settings.reasons) {
        ++digit;
        const QString item = menuText(shown(reason));
        const QAction *chosen = menu->addAction(
            digit <= kReasonsByDigit ? QStringLiteral("&%1   %2").arg(digit).arg(item) : item);
        QObject::connect(
            chosen, &QAction::triggered, button, [take, reason = shown(reason)] { take(reason); });
    }
    if (!settings.needsReason) {
        menu->addSeparator();
        QObject::connect(
            menu->addAction(Texts::tr("&0   No reason")), &QAction::triggered, button, [take] { take({}); });
    }
    const QPoint corner = button->mapToGlobal(QPoint(0, 0));
    menu->popup(corner - QPoint(0, menu->sizeHint().height() + 4));
}

void askForReason(QWidget *parent, const QStringList &givenBefore, const TakeReason &take)
{
    QInputDialog *dialog =
        askForLine(parent, Texts::tr("Exclude"), Texts::tr("Why is it excluded?"), givenBefore);
    dialog->setObjectName(QStringLiteral("reasonDialog"));
    dialog->setOkButtonText(Texts::tr("Exclude"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [take](const QString &typed) {
        take(typed.simplified());
    });
    dialog->open();
}

} // namespace winnow::gui
