#include "gui/screening/bulk_dialog.h"

#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/worker.h"
#include "ui_bulk_dialog.h"

#include <QPointer>

namespace winnow::gui {

namespace {

QString bulkGroup()
{
    return QStringLiteral("bulk");
}

} // namespace

BulkDialog::BulkDialog(
    Worker &reader, Worker &writer, StageSettings settings, const QString &query, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BulkDialog>())
    , m_reader(reader)
    , m_writer(writer)
    , m_settings(std::move(settings))
    , m_query(query)
{
    m_ui->setupUi(this);
    m_ui->queryLabel->setText(query);
    m_ui->countLabel->setText(tr("Looking for what it finds ..."));
    for (const Verdict verdict : {Verdict::Exclude, Verdict::Include, Verdict::Maybe}) {
        m_ui->verdictBox->addItem(verdictName(verdict), static_cast<int>(verdict));
    }
    if (!m_settings.needsReason) {
        m_ui->reasonBox->addItem(QString());
    }
    for (const std::string &reason : m_settings.reasons) {
        m_ui->reasonBox->addItem(QString::fromStdString(reason));
    }
    m_ui->reasonBox->setEditable(m_settings.reasons.empty());
    connect(m_ui->verdictBox, &QComboBox::currentIndexChanged, this, &BulkDialog::showChoice);
    connect(m_ui->decideButton, &QPushButton::clicked, this, &BulkDialog::decide);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    showChoice();
    preview();
}

BulkDialog::~BulkDialog() = default;

Verdict BulkDialog::verdict() const
{
    return static_cast<Verdict>(m_ui->verdictBox->currentData().toInt());
}

app::BulkRequest BulkDialog::request() const
{
    const bool excludes = verdict() == Verdict::Exclude;
    return {m_query.toStdString(),
            m_settings.stage,
            verdict(),
            excludes ? m_ui->reasonBox->currentText().simplified().toStdString() : std::string(),
            m_ui->noteEdit->text().trimmed().toStdString()};
}

QStringList BulkDialog::command() const
{
    const app::BulkRequest asked = request();
    QStringList command{QStringLiteral("decide"),
                        QStringLiteral("{}"),
                        QStringLiteral("--query"),
                        m_query,
                        QStringLiteral("--stage"),
                        shown(toString(asked.stage)),
                        QStringLiteral("--verdict"),
                        shown(toString(asked.verdict))};
    if (!asked.reason.empty()) {
        command << QStringLiteral("--reason") << shown(asked.reason);
    }
    if (!asked.note.empty()) {
        command << QStringLiteral("--note") << shown(asked.note);
    }
    return command;
}

void BulkDialog::preview()
{
    const QPointer<BulkDialog> dialog(this);
    m_reader.start(bulkGroup(),
                   [dialog, asked = request()](app::Workspace &workspace, Task &task) -> Worker::Done {
                       auto found = app::previewBulk(workspace, asked, task);
                       return [dialog, found = std::move(found)] {
                           if (dialog) {
                               dialog->showPreview(found);
                           }
                       };
                   });
}

void BulkDialog::showPreview(const Result<app::BulkPreview> &preview)
{
    if (!preview) {
        m_ui->countLabel->clear();
        m_ui->stateLabel->setText(QString::fromStdString(preview.error().message));
        return;
    }
    m_records = preview->records;
    const auto found = static_cast<std::size_t>(preview->found);
    QString told =
        tr("Finds %Ln record(s). You can still decide on %1 of them at %2.", nullptr, static_cast<int>(found))
            .arg(grouped(m_records.size()), stageInSentence(m_settings.stage));
    if (m_records.size() < found) {
        told += QLatin1Char(' ') + tr("The others you have decided, or they are not yours to decide now.");
    }
    m_ui->countLabel->setText(told);
    showChoice();
}

void BulkDialog::showChoice()
{
    const bool excludes = verdict() == Verdict::Exclude;
    m_ui->reasonBox->setEnabled(excludes);
    m_ui->reasonLabel->setEnabled(excludes);
    m_ui->decideButton->setText(
        tr("%1 %Ln record(s)", nullptr, static_cast<int>(m_records.size())).arg(verdictName(verdict())));
    m_ui->decideButton->setEnabled(!m_records.empty() && !m_isDeciding);
}

void BulkDialog::decide()
{
    m_isDeciding = true;
    showChoice();
    m_ui->stateLabel->setText(tr("Writing the decisions ..."));
    const QPointer<BulkDialog> dialog(this);
    m_writer.start({},
                   [dialog, asked = request(), command = command(), records = m_records](
                       app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
                       auto done = app::decideBulk(workspace, asked, records);
                       return [dialog, command, done = std::move(done), count = records.size()] {
                           if (!dialog) {
                               return;
                           }
                           dialog->m_isDeciding = false;
                           if (!done) {
                               dialog->m_ui->stateLabel->setText(
                                   QString::fromStdString(done.error().message));
                               dialog->showChoice();
                               return;
                           }
                           Q_EMIT dialog->decided(static_cast<qint64>(count), command);
                           dialog->accept();
                       };
                   });
}

} // namespace winnow::gui
