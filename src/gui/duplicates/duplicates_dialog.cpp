#include "gui/duplicates/duplicates_dialog.h"

#include "gui/duplicates/pair_html.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "ui_duplicates_dialog.h"

#include <QShortcut>

#include <cmath>

namespace winnow::gui {

DuplicatesDialog::DuplicatesDialog(Reader reader, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DuplicatesDialog>())
    , m_reader(std::move(reader))
{
    m_ui->setupUi(this);
    const QString surface =
        QStringLiteral("{ border: 1px solid %1; border-radius: 6px; }").arg(currentTheme().hairline.name());
    m_ui->pairList->setStyleSheet(
        QStringLiteral("QListWidget %1 QListWidget::item { padding: 6px 8px; }").arg(surface));
    m_ui->pairView->setStyleSheet(QStringLiteral("QTextBrowser %1").arg(surface));
    m_ui->splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({300, 700});
    connect(m_ui->pairList, &QListWidget::currentRowChanged, this, &DuplicatesDialog::showCurrent);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, [this] {
        if (const app::LikelyDuplicate *pair = current()) {
            Q_EMIT mergeWanted(pair->a.value, pair->b.value);
        }
    });
    connect(m_ui->apartButton, &QPushButton::clicked, this, [this] {
        if (const app::LikelyDuplicate *pair = current()) {
            Q_EMIT keepApartWanted(pair->a.value, pair->b.value);
        }
    });
    connect(m_ui->nextButton, &QPushButton::clicked, this, [this] {
        const int rows = m_ui->pairList->count();
        m_ui->pairList->setCurrentRow(rows == 0 ? -1 : (m_ui->pairList->currentRow() + 1) % rows);
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, &DuplicatesDialog::undoWanted);

    const struct
    {
        QKeySequence key;
        QPushButton *button;
    } keys[]{{Qt::Key_M, m_ui->mergeButton},
             {Qt::Key_K, m_ui->apartButton},
             {Qt::Key_N, m_ui->nextButton},
             {Qt::CTRL | Qt::Key_Z, m_ui->undoButton}};

    for (const auto &[key, button] : keys) {
        connect(new QShortcut(key, this), &QShortcut::activated, button, &QPushButton::click);
    }
    showCount();
}

DuplicatesDialog::~DuplicatesDialog() = default;

void DuplicatesDialog::showProgress(const QString &what, qint64 done, qint64 total)
{
    if (m_pairs.empty()) {
        m_ui->stateLabel->setText(total > 0 ? tr("%1: %2 of %3").arg(what).arg(done).arg(total) : what);
    }
}

void DuplicatesDialog::showPairs(const Result<std::vector<app::LikelyDuplicate>> &pairs)
{
    m_ui->pairList->clear();
    m_pairs.clear();
    if (!pairs) {
        m_ui->stateLabel->setText(shown(pairs.error().message));
        return;
    }
    m_pairs = *pairs;
    for (const app::LikelyDuplicate &pair : m_pairs) {
        const QString title = pair.title.empty() ? tr("(no title)") : shown(pair.title);
        auto *item = new QListWidgetItem(
            tr("%1 %   %2").arg(static_cast<int>(std::lround(pair.probability * 100)), 2).arg(title),
            m_ui->pairList);
        item->setToolTip(shown(pair.why));
    }
    m_ui->pairList->setCurrentRow(m_pairs.empty() ? -1 : 0);
    m_ui->pairList->setFocus();
    showCurrent();
    showCount();
}

void DuplicatesDialog::showJudged(const Result<void> &judged)
{
    if (!judged) {
        m_ui->stateLabel->setText(shown(judged.error().message));
        return;
    }
    const int row = m_ui->pairList->currentRow();
    if (row >= 0) {
        m_pairs.erase(m_pairs.begin() + row);
        delete m_ui->pairList->takeItem(row);
        showCurrent();
        showCount();
    }
}

const app::LikelyDuplicate *DuplicatesDialog::current() const
{
    const int row = m_ui->pairList->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < m_pairs.size()
               ? &m_pairs[static_cast<std::size_t>(row)]
               : nullptr;
}

void DuplicatesDialog::showCurrent()
{
    const app::LikelyDuplicate *pair = current();
    for (QPushButton *button : {m_ui->mergeButton, m_ui->apartButton, m_ui->nextButton}) {
        button->setEnabled(pair != nullptr);
    }
    m_ui->reasonLabel->setText(pair == nullptr ? QString() : shown(pair->why));
    if (pair == nullptr) {
        m_ui->pairView->clear();
        return;
    }
    auto a = m_reader(pair->a);
    auto b = m_reader(pair->b);
    if (a && b) {
        m_ui->pairView->setHtml(pairHtml(*a, *b));
    } else {
        m_ui->pairView->setPlainText(shown(a ? b.error().message : a.error().message));
    }
}

void DuplicatesDialog::showCount()
{
    const auto count = static_cast<int>(m_pairs.size());
    m_ui->stateLabel->setText(count == 0   ? tr("No pairs are left to judge.")
                              : count == 1 ? tr("1 pair to judge")
                                           : tr("%1 pairs to judge").arg(count));
}

} // namespace winnow::gui
