#include "gui/searches/search_dialog.h"

#include "gui/searches/key_store.h"
#include "query/parse.h"
#include "ui_search_dialog.h"

#include <QFontDatabase>
#include <QLocale>

#include <algorithm>

namespace winnow::gui {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString previewText(const app::OnlinePreview &preview)
{
    QStringList lines;
    const QLocale locale;
    QString count = preview.hits ? QObject::tr("%1 hits; %2 requests fetch them.")
                                       .arg(locale.toString(static_cast<qlonglong>(*preview.hits)),
                                            locale.toString(static_cast<qlonglong>(preview.requests)))
                                 : QObject::tr("The source does not tell how many hits there are.");
    if (preview.quotaLeft) {
        count += QObject::tr(" %1 requests are left.")
                     .arg(locale.toString(static_cast<qlonglong>(*preview.quotaLeft)));
    }
    lines << count << QString();
    for (const std::string &notice : preview.notices) {
        lines << text(notice);
    }
    for (const app::OnlineLoss &loss : preview.losses) {
        lines << QObject::tr("Not as written: %1").arg(text(loss.message));
    }
    lines << QObject::tr("%1 is asked:").arg(text(preview.label));
    for (const std::string &sent : preview.sent) {
        lines << text(sent);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SearchDialog::SearchDialog(app::OnlineAccess access, bool hasUnfinished, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SearchDialog>())
    , m_access(std::move(access))
    , m_keys(new KeyStore(this))
{
    m_ui->setupUi(this);
    m_ui->queryEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->resumeButton->setVisible(hasUnfinished);
    for (const app::OnlineSourceInfo &source : app::onlineSources()) {
        m_ui->sourceBox->addItem(text(source.label), text(source.id));
    }
    m_ui->sourceBox->setCurrentIndex(std::max(m_ui->sourceBox->findData(QStringLiteral("scopus")), 0));
    connect(m_ui->sourceBox, &QComboBox::currentIndexChanged, this, &SearchDialog::showSource);
    connect(m_ui->queryEdit, &QPlainTextEdit::textChanged, this, &SearchDialog::checkQuery);
    connect(m_ui->countButton, &QPushButton::clicked, this, [this] {
        m_ui->previewText->setPlainText(tr("Counting \u2026"));
        Q_EMIT countAsked();
    });
    connect(m_ui->searchButton, &QPushButton::clicked, this, [this] {
        if (m_ui->keyEdit->isModified()) {
            m_keys->write(sourceId(), m_ui->keyEdit->text());
        }
        Q_EMIT searchAsked();
    });
    connect(m_ui->resumeButton, &QPushButton::clicked, this, &SearchDialog::resumeAsked);
    showSource();
    checkQuery();
    m_ui->queryEdit->setFocus();
}

SearchDialog::~SearchDialog() = default;

QString SearchDialog::sourceId() const
{
    return m_ui->sourceBox->currentData().toString();
}

app::OnlineRequest SearchDialog::request() const
{
    app::OnlineRequest request;
    request.source = sourceId().toStdString();
    request.query = m_ui->queryEdit->toPlainText().toStdString();
    return request;
}

app::OnlineAccess SearchDialog::access() const
{
    app::OnlineAccess access = m_access;
    if (!m_ui->keyEdit->text().isEmpty()) {
        access.sources[sourceId().toStdString()].key = m_ui->keyEdit->text().toStdString();
    }
    return access;
}

/// A key is asked for where the source takes one; the keychain and the environment may know it.
void SearchDialog::showSource()
{
    const std::vector<app::OnlineSourceInfo> sources = app::onlineSources();
    const QString id = sourceId();
    const auto source = std::ranges::find(sources, id.toStdString(), &app::OnlineSourceInfo::id);
    const bool takesKey = source != sources.end() && !source->keyVariable.empty();
    m_ui->keyLabel->setVisible(takesKey);
    m_ui->keyEdit->setVisible(takesKey);
    m_ui->keyEdit->clear();
    if (takesKey) {
        m_keys->read(id, [this, id](const QString &key) {
            if (id == sourceId() && m_ui->keyEdit->text().isEmpty()) {
                m_ui->keyEdit->setText(key);
            }
        });
    }
}

void SearchDialog::checkQuery()
{
    const std::string query = m_ui->queryEdit->toPlainText().toStdString();
    const bool isEmpty = query.find_first_not_of(" \t\r\n") == std::string::npos;
    const query::Parsed parsed = query::parse(query);
    const auto problem = std::ranges::min_element(
        parsed.problems, {}, [](const query::Problem &one) { return static_cast<int>(one.severity); });
    const bool hasProblem = !isEmpty && problem != parsed.problems.end();
    m_ui->problemLabel->setVisible(hasProblem);
    m_ui->problemLabel->setText(hasProblem ? text(problem->message) : QString());
    m_ui->countButton->setEnabled(!isEmpty && parsed.isOk());
    m_ui->searchButton->setEnabled(!isEmpty && parsed.isOk());
}

void SearchDialog::showPreview(const Result<app::OnlinePreview> &preview)
{
    m_ui->previewText->setPlainText(preview ? previewText(*preview) : text(preview.error().message));
}

} // namespace winnow::gui
