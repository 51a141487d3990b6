#include "gui/flow/flow_dialog.h"

#include "gui/flow/flow_view.h"
#include "gui/shown.h"
#include "ui_flow_dialog.h"

#include <array>
#include <utility>

namespace winnow::gui {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 5> kTemplates{
    {{"new-db", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "New review, databases and registers")},
     {"new-other", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "New review, other methods too")},
     {"updated-db", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "Updated review, databases and registers")},
     {"updated-other", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "Updated review, other methods too")},
     {"2009", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "PRISMA 2009")}}};

constexpr std::array<std::pair<const char *, const char *>, 3> kColours{
    {{"colour", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "Of PRISMA")},
     {"grey", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "Grey")},
     {"bw", QT_TRANSLATE_NOOP("winnow::gui::FlowDialog", "Black and white")}}};

} // namespace

FlowDialog::FlowDialog(flow::Numbers numbers, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FlowDialog>())
    , m_numbers(std::move(numbers))
    , m_view(new FlowView(this))
{
    m_ui->setupUi(this);
    m_ui->preview->setWidget(m_view);
    fillBoxes();
    connect(m_ui->publisherBox, &QComboBox::currentIndexChanged, this, &FlowDialog::takePublisher);
    for (const QComboBox *const box : {m_ui->templateBox, m_ui->coloursBox, m_ui->textsBox}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FlowDialog::refresh);
    }
    for (const QDoubleSpinBox *const box : {m_ui->widthBox, m_ui->typeBox}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &FlowDialog::refresh);
    }
    for (const QCheckBox *const box : {m_ui->sourcesBox, m_ui->totalsBox, m_ui->notesBox}) {
        connect(box, &QCheckBox::toggled, this, &FlowDialog::refresh);
    }
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &FlowDialog::saveWanted);
    refresh();
}

FlowDialog::~FlowDialog() = default;

void FlowDialog::fillBoxes()
{
    for (const auto &[id, words] : kTemplates) {
        m_ui->templateBox->addItem(tr(words), QString::fromLatin1(id));
    }
    m_ui->templateBox->setCurrentIndex(m_ui->templateBox->findData(shown(flow::toString(m_numbers.variant))));
    m_ui->publisherBox->addItem(tr("None"), QString());
    for (const flow::Publisher &publisher : flow::publishers()) {
        m_ui->publisherBox->addItem(shown(publisher.name), shown(publisher.id));
    }
    for (const auto &[id, words] : kColours) {
        m_ui->coloursBox->addItem(tr(words), QString::fromLatin1(id));
    }
    for (const ShippedFile &file : flow::shippedTexts()) {
        const auto texts = flow::Texts::named(file.name);
        m_ui->textsBox->addItem(texts ? shown((*texts)["name"]) : shown(file.name), shown(file.name));
    }
}

/// The width and type of the publisher; both can be changed again.
void FlowDialog::takePublisher()
{
    const app::FlowStyle chosen = style();
    if (chosen.publisher != nullptr) {
        m_ui->widthBox->setValue(chosen.publisher->wideMm);
        m_ui->typeBox->setValue(std::max(m_ui->typeBox->value(), chosen.publisher->smallestTypePt));
    }
    refresh();
}

app::FlowStyle FlowDialog::style() const
{
    app::FlowStyle style;
    style.variant = flow::variantFromString(m_ui->templateBox->currentData().toString().toStdString());
    style.publisher = flow::publisherCalled(m_ui->publisherBox->currentData().toString().toStdString());
    style.dpi = style.publisher == nullptr ? style.dpi : style.publisher->dpi;
    flow::DiagramOptions &options = style.options;
    options.widthMm = m_ui->widthBox->value();
    options.fontSizePt = m_ui->typeBox->value();
    options.colours = flow::coloursFromString(m_ui->coloursBox->currentData().toString().toStdString())
                          .value_or(options.colours);
    if (auto texts = flow::Texts::named(m_ui->textsBox->currentData().toString().toStdString())) {
        options.texts = *std::move(texts);
    }
    options.listsSources = m_ui->sourcesBox->isChecked();
    options.totalsReasons = m_ui->totalsBox->isChecked();
    options.withOfficialNotes = m_ui->notesBox->isChecked();
    options.isDraft = !flow::isFinished(m_numbers);
    return style;
}

void FlowDialog::refresh()
{
    const app::FlowStyle chosen = style();
    const auto numbers = flow::asVariant(m_numbers, chosen.variant.value_or(m_numbers.variant));
    if (!numbers) {
        m_ui->stateLabel->setText(shown(numbers.error().message));
        return;
    }
    flow::Diagram diagram = flow::layOut(*numbers, chosen.options);
    QStringList told;
    if (chosen.publisher != nullptr) {
        // Which kind of file it will be is not known yet; the first that is taken has no objections itself.
        const std::string_view first =
            chosen.publisher->fileTypes.substr(0, chosen.publisher->fileTypes.find(' '));
        for (const std::string &objection : flow::objections(*chosen.publisher, diagram, first, chosen.dpi)) {
            told << shown(objection);
        }
    }
    m_ui->stateLabel->setText(told.join(QLatin1Char('\n')));
    m_view->setDiagram(std::move(diagram));
}

} // namespace winnow::gui
