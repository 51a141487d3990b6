#include "gui/evidence/study_chooser.h"

#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

StudyChooser::StudyChooser(const std::vector<evidence::StudyData> &studies,
                           const std::vector<std::size_t> &chosen,
                           QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Studies of this row"));
    resize(560, 520);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(12);
    QLineEdit *words =
        textLine(this, "filterEdit", tr("Words of a study"), tr("Show only studies with these words"));
    rows->addWidget(words);
    m_list->setObjectName(QStringLiteral("studyList"));
    m_list->setAccessibleName(tr("Studies and evidence from outside"));
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const evidence::StudyData &study = studies[i];
        QString text = shown(study.label);
        if (study.isOutside) {
            text = tr("%1 (%2)").arg(text, shown(study.kind));
        } else if (const auto title = study.facts.find("title"); title != study.facts.end()) {
            text += QStringLiteral("  \u00b7  ") + shown(title->second);
        }
        text = study.isIncluded || study.isOutside ? text : tr("%1 (not included any more)").arg(text);
        auto *item = new QListWidgetItem(text, m_list);
        item->setToolTip(text);
        item->setCheckState(std::ranges::find(chosen, i) == chosen.end() ? Qt::Unchecked : Qt::Checked);
    }
    m_list->setCurrentRow(0);
    rows->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Link"));
    rows->addWidget(buttons);
    connect(words, &QLineEdit::textChanged, this, &StudyChooser::filter);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void StudyChooser::filter(const QString &words)
{
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!std::ranges::all_of(
            all, [item](const QString &word) { return item->text().contains(word, Qt::CaseInsensitive); }));
    }
}

std::set<std::size_t> StudyChooser::chosen() const
{
    std::set<std::size_t> places;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            places.insert(static_cast<std::size_t>(row));
        }
    }
    return places;
}

} // namespace winnow::gui
