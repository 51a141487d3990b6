#include "gui/records/label_question.h"

#include "gui/shown.h"
#include "ui_label_question.h"

#include <algorithm>

namespace winnow::gui {

LabelQuestion::LabelQuestion(std::vector<RecordId> records,
                             std::shared_ptr<const app::FacetTable> facets,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LabelQuestion>())
    , m_records(std::move(records))
    , m_facets(std::move(facets))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("labelQuestion"));
    app::Narrowed all = m_facets->narrow(m_facets->records(), {});
    for (const app::FacetCount &count : all.counts[app::Facet::Label]) {
        m_ui->labelBox->addItem(shown(count.value));
    }
    m_ui->labelBox->setCurrentIndex(-1);
    connect(m_ui->labelBox, &QComboBox::editTextChanged, this, &LabelQuestion::preview);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { answer(false); });
    preview();
}

LabelQuestion::~LabelQuestion() = default;

QString LabelQuestion::label() const
{
    return m_ui->labelBox->currentText().simplified();
}

void LabelQuestion::preview()
{
    const std::string wanted = label().toStdString();
    const auto having = std::ranges::count_if(m_records, [&](RecordId record) {
        const auto labels = m_facets->valuesOf(record, app::Facet::Label);
        return std::ranges::find(labels, wanted) != labels.end();
    });
    QString text = tr("%Ln record(s) chosen.", nullptr, static_cast<int>(m_records.size()));
    if (!wanted.empty()) {
        text +=
            QLatin1Char(' ') + tr("%Ln of them have this label already.", nullptr, static_cast<int>(having));
    }
    m_ui->previewLabel->setText(text);
    m_ui->addButton->setEnabled(!wanted.empty() && having < static_cast<std::ptrdiff_t>(m_records.size()));
    m_ui->removeButton->setEnabled(having > 0);
}

void LabelQuestion::answer(bool isAdded)
{
    Q_EMIT answered(label(), isAdded);
    accept();
}

} // namespace winnow::gui
