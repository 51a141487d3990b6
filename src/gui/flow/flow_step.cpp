#include "gui/flow/flow_step.h"

#include "app/appraisal_file.h"
#include "app/appraisals.h"
#include "app/flow_diagram.h"
#include "app/flow_notes.h"
#include "app/flow_records.h"
#include "app/reporting.h"
#include "flow/check.h"
#include "gui/file_dialog.h"
#include "gui/flow/flow_view.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "ui_flow_step.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::gui {

namespace {

using Choices = std::pair<const char *, const char *>;

constexpr std::array<Choices, 5> kTemplates{
    {{"new-db", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "New review, databases and registers")},
     {"new-other", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "New review, other methods too")},
     {"updated-db", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Updated review, databases and registers")},
     {"updated-other", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Updated review, other methods too")},
     {"2009", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "PRISMA 2009")}}};

constexpr std::array<Choices, 3> kColours{
    {{"colour", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Of PRISMA")},
     {"grey", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Grey")},
     {"bw", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Black and white")}}};

// In the order of flow::ZeroLines.
constexpr std::array<Choices, 3> kZeros{
    {{"kept", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "All shown")},
     {"optional", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Left out where optional")},
     {"hidden", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Left out")}}};

constexpr std::array<Choices, 11> kFormats{
    {{"svg", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "SVG")},
     {"pdf", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "PDF")},
     {"eps", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "EPS")},
     {"png", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "PNG")},
     {"tif", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "TIFF")},
     {"docx", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Word")},
     {"html", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Page with the records")},
     {"tex", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "TikZ")},
     {"txt", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Description")},
     {"json", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Numbers, JSON")},
     {"csv", QT_TRANSLATE_NOOP("winnow::gui::FlowStep", "Numbers, CSV")}}};

/// Check boxes that are one choice of the options each.
struct OptionBox
{
    const char *name;
    bool flow::DiagramOptions::*option;
};

constexpr std::array<OptionBox, 9> kOptionBoxes{
    {{"sourcesBox", &flow::DiagramOptions::listsSources},
     {"abstractReasonsBox", &flow::DiagramOptions::listsTitleAbstractReasons},
     {"totalsBox", &flow::DiagramOptions::totalsReasons},
     {"toolsBox", &flow::DiagramOptions::splitsTools},
     {"awaitingBox", &flow::DiagramOptions::showsAwaiting},
     {"metaBox", &flow::DiagramOptions::showsMetaAnalysis},
     {"notesBox", &flow::DiagramOptions::withOfficialNotes},
     {"remarksBox", &flow::DiagramOptions::withRemarks},
     {"attributionBox", &flow::DiagramOptions::withAttribution}}};

constexpr int kPanelLetters = 52; ///< of the width at the right
constexpr int kFormatColumns = 2;

/// "4, was 3"
QString numberText(const flow::Number &number)
{
    return number.value ? grouped(*number.value) : QStringLiteral("\u2013");
}

} // namespace

FlowStep::FlowStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::FlowStep>())
    , m_view(new FlowView(this))
{
    m_ui->setupUi(this);
    m_view->setObjectName(QStringLiteral("flowView"));
    m_view->setScale(FlowView::Scale::Real);
    m_ui->paper->setWidget(m_view);
    m_ui->tabs->setMinimumWidth(fontMetrics().averageCharWidth() * kPanelLetters / 2);
    m_ui->tabs->setMaximumWidth(fontMetrics().averageCharWidth() * kPanelLetters);
    for (QLabel *label : {m_ui->tipLabel, m_ui->numbersHelp, m_ui->exportLabel}) {
        setQuiet(label);
    }
    fillBoxes();
    connectStyle();
    connectExport();
    connectNumbers();
    connectSnapshots();
    connect(m_view, &FlowView::boxChosen, this, &FlowStep::openBox);
    connect(m_view, &FlowView::tipChanged, m_ui->tipLabel, &QLabel::setText);
    connect(m_ui->checkLabel, &QLabel::linkActivated, this, &FlowStep::openBox);
    connect(m_ui->checkLabel, &QLabel::linkHovered, m_view, &FlowView::mark);
    restore();
}

FlowStep::~FlowStep() = default;

void FlowStep::fillBoxes()
{
    const auto fill = [](QComboBox *box, std::span<const Choices> choices) {
        for (const auto &[id, words] : choices) {
            box->addItem(tr(words), QString::fromLatin1(id));
        }
        scrollOver(box);
    };
    m_ui->templateBox->addItem(tr("As the review needs"), QString());
    fill(m_ui->templateBox, kTemplates);
    fill(m_ui->coloursBox, kColours);
    fill(m_ui->zerosBox, kZeros);
    m_ui->zerosBox->setCurrentIndex(1);
    m_ui->publisherBox->addItem(tr("None"), QString());
    for (const flow::Publisher &publisher : flow::publishers()) {
        m_ui->publisherBox->addItem(shown(publisher.name), shown(publisher.id));
    }
    for (const ShippedFile &file : flow::shippedTexts()) {
        const auto texts = flow::Texts::named(file.name);
        m_ui->textsBox->addItem(texts ? shown((*texts)["name"]) : shown(file.name), shown(file.name));
    }
    m_ui->textsBox->setCurrentIndex(std::max(0, m_ui->textsBox->findData(QStringLiteral("en"))));
    for (const auto &[ending, words] : kFormats) {
        auto *box = new QCheckBox(tr(words), m_ui->exportTab);
        box->setObjectName(QString::fromLatin1(ending) + QStringLiteral("Format"));
        box->setProperty("ending", QString::fromLatin1(ending));
        const int place = static_cast<int>(m_formats.size());
        m_ui->formatGrid->addWidget(box, place / kFormatColumns, place % kFormatColumns);
        m_formats.push_back(box);
    }
    for (std::size_t i = 0; i < flow::kLineCount; ++i) {
        const auto line = static_cast<flow::LineId>(i);
        const bool isTotal = line == flow::LineId::TotalStudies || line == flow::LineId::TotalReports;
        if (!isTotal && !flow::isPart(line)) {
            m_ui->lineBox->addItem(shown(flow::inWords(line)), static_cast<int>(i));
        }
    }
}

void FlowStep::connectStyle()
{
    connect(m_ui->publisherBox, &QComboBox::currentIndexChanged, this, &FlowStep::takePublisher);
    for (const QComboBox *const box : {m_ui->templateBox, m_ui->coloursBox, m_ui->textsBox, m_ui->zerosBox}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FlowStep::draw);
    }
    for (const QDoubleSpinBox *const box : {m_ui->widthBox, m_ui->typeBox}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &FlowStep::draw);
    }
    for (const OptionBox &entry : kOptionBoxes) {
        connect(findChild<QCheckBox *>(QString::fromLatin1(entry.name)),
                &QCheckBox::toggled,
                this,
                &FlowStep::draw);
    }
}

/// The width and type of the publisher, and the kinds of file that it takes; all can be changed again.
void FlowStep::takePublisher()
{
    const app::FlowStyle chosen = style();
    if (chosen.publisher != nullptr && !m_isRestoring) {
        m_ui->widthBox->setValue(chosen.publisher->wideMm);
        m_ui->typeBox->setValue(std::max(m_ui->typeBox->value(), chosen.publisher->smallestTypePt));
        const QStringList taken = shown(chosen.publisher->fileTypes).split(QLatin1Char(' '));
        for (QCheckBox *box : m_formats) {
            box->setChecked(taken.front() == box->property("ending").toString());
        }
    }
    draw();
}

app::FlowStyle FlowStep::style() const
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
    options.zeroLines = static_cast<flow::ZeroLines>(m_ui->zerosBox->currentIndex());
    if (auto texts = flow::Texts::named(m_ui->textsBox->currentData().toString().toStdString())) {
        options.texts = *std::move(texts);
    }
    for (const OptionBox &entry : kOptionBoxes) {
        options.*entry.option = findChild<QCheckBox *>(QString::fromLatin1(entry.name))->isChecked();
    }
    options.isDraft = !flow::isFinished(m_reading.numbers);
    return style;
}

void FlowStep::reload(Changes changes)
{
    const Changes counted = Change::Records | Change::Duplicates | Change::Decisions | Change::Stages |
                            Change::Searches | Change::Studies | Change::Tables | Change::Flow;
    if (changes & counted) {
        inBackground(
            QStringLiteral("flow"),
            [](app::Workspace &review, Task & /*task*/) { return readFlow(review); },
            [this](Result<FlowReading> reading) {
                if (!reading) {
                    say(shown(reading.error().message));
                    return;
                }
                m_reading = *std::move(reading);
                draw();
                showOutside();
                Q_EMIT read();
            });
        readSnapshots();
    }
}

void FlowStep::goTo(const Place &place)
{
    if (auto *tab = m_ui->tabs->findChild<QWidget *>(place.part); tab != nullptr && !place.part.isEmpty()) {
        m_ui->tabs->setCurrentWidget(tab);
    }
}

void FlowStep::takeFocus()
{
    m_view->setFocus();
}

void FlowStep::draw()
{
    if (m_isRestoring) {
        return;
    }
    remember();
    const app::FlowStyle chosen = style();
    const auto numbers =
        flow::asVariant(m_reading.numbers, chosen.variant.value_or(m_reading.numbers.variant));
    if (!numbers) {
        m_ui->objectionLabel->setText(shown(numbers.error().message));
        return;
    }
    flow::Diagram diagram = flow::layOut(*numbers, chosen.options);
    QStringList told;
    if (chosen.publisher != nullptr) {
        QStringList endings = chosenFormats();
        if (endings.isEmpty()) { // the first that is taken has no objections itself
            endings << shown(chosen.publisher->fileTypes).section(QLatin1Char(' '), 0, 0);
        }
        for (const QString &ending : endings) {
            for (const std::string &objection :
                 flow::objections(*chosen.publisher, diagram, ending.toStdString(), chosen.dpi)) {
                told << shown(objection);
            }
        }
        told.removeDuplicates();
    }
    m_ui->objectionLabel->setText(told.join(QLatin1Char('\n')));
    m_view->setDiagram(std::move(diagram));
    m_view->setTips(boxTips(m_reading));
    showChecks(*numbers);
}

/// In green that all adds up, or what does not, each with the box whose records to look at.
void FlowStep::showChecks(const flow::Numbers &numbers)
{
    const Theme &theme = currentTheme();
    const auto found = flow::check(numbers);
    QStringList lines;
    if (std::ranges::count(found, flow::Severity::Error, &flow::Finding::severity) == 0) {
        lines << QStringLiteral("<span style='color:%1'>\u2713 %2</span>")
                     .arg(theme.include.name(), tr("The numbers add up.").toHtmlEscaped());
    }
    for (const flow::Finding &finding : found) {
        const bool isError = finding.severity == flow::Severity::Error;
        QString line = QStringLiteral("<span style='color:%1'>%2 %3</span>")
                           .arg((isError ? theme.exclude : theme.secondaryText).name(),
                                isError ? QStringLiteral("\u2717") : QStringLiteral("\u2013"),
                                shown(finding.message).toHtmlEscaped());
        for (const std::string &box : finding.boxes) {
            if (m_reading.boxes.contains(box)) {
                line += QStringLiteral(" <a href='%1' style='color:%2'>%3</a>")
                            .arg(shown(box), theme.accent.name(), tr("Records").toHtmlEscaped());
                break;
            }
        }
        lines << line;
    }
    m_ui->checkLabel->setText(lines.join(QStringLiteral("<br>")));
}

void FlowStep::openBox(const QString &box)
{
    const auto found = m_reading.boxes.find(box.toStdString());
    if (found == m_reading.boxes.end()) {
        return;
    }
    const BoxRecords &behind = found->second;
    if (behind.records.empty()) {
        say(tr("The %1 of this box were counted outside Winnow.").arg(grouped(behind.outside)));
        return;
    }
    const auto drawn = std::ranges::find(m_view->diagram().boxes, found->first, &flow::Box::id);
    Place place{StepId::Records};
    place.listTitle = drawn == m_view->diagram().boxes.end() ? box : shown(drawn->description);
    place.list = behind.records;
    session().go(place);
}

QStringList FlowStep::chosenFormats() const
{
    QStringList endings;
    for (const QCheckBox *box : m_formats) {
        if (box->isChecked()) {
            endings << box->property("ending").toString();
        }
    }
    return endings;
}

void FlowStep::connectExport()
{
    addStepAction(
        "exportFlowAction",
        tr("Export the flow diagram"),
        {Qt::CTRL | Qt::Key_E},
        [this] { exportFiles(); },
        m_ui->exportButton);
    connect(m_ui->folderButton, &QPushButton::clicked, this, [this] {
        askForFolder(this, tr("Folder for the files"), [this](const QString &folder) {
            m_ui->folderEdit->setText(folder);
            remember();
        });
    });
    for (QCheckBox *box : m_formats) {
        connect(box, &QCheckBox::toggled, this, &FlowStep::draw);
    }
    for (const QLineEdit *edit : {m_ui->nameEdit, m_ui->folderEdit}) {
        connect(edit, &QLineEdit::editingFinished, this, &FlowStep::remember);
    }

    const QString documents = tr("Word (*.docx);;HTML (*.html);;Markdown (*.md)");
    const QString plots =
        tr("PDF (*.pdf);;SVG (*.svg);;EPS (*.eps);;PNG (*.png);;TIFF (*.tif);;Word (*.docx)");

    struct Report
    {
        const char *name;
        QString title;
        QPushButton *button;
        QString file;
        QString kinds;
        QStringList command;
        std::function<Result<void>(app::Workspace &, const std::string &)> write;
    };

    const Report reports[]{
        {"checklistAction",
         tr("PRISMA 2020 checklist"),
         m_ui->checklistButton,
         QStringLiteral("prisma-checklist.docx"),
         documents,
         {QStringLiteral("checklist"), QStringLiteral("{}"), QStringLiteral("-o")},
         [](app::Workspace &review, const std::string &file) {
             return app::publishChecklist(review, "prisma-2020", file);
         }},
        {"appendixAction",
         tr("Appendix on searches"),
         m_ui->appendixButton,
         QStringLiteral("searches.docx"),
         documents,
         {QStringLiteral("appendix"), QStringLiteral("{}"), QStringLiteral("-o")},
         app::publishSearchAppendix},
        {"biasAction",
         tr("Risk of bias"),
         m_ui->biasButton,
         QStringLiteral("risk-of-bias.pdf"),
         plots,
         {QStringLiteral("bias"), QStringLiteral("{}"), QStringLiteral("-o")},
         [](app::Workspace &review, const std::string &file) -> Result<void> {
             const auto all = app::appraisalsOf(review, nullptr);
             return all ? app::publishAppraisals(all->appraisals, file, {}) : all.error();
         }},
    };
    for (const Report &report : reports) {
        addStepAction(
            report.name,
            report.title,
            {},
            [this, report] {
                askForReport(report.title, report.file, report.kinds, report.command, report.write);
            },
            report.button);
    }
}

void FlowStep::exportFiles()
{
    const QStringList endings = chosenFormats();
    if (endings.isEmpty()) {
        m_ui->tabs->setCurrentWidget(m_ui->exportTab);
        m_ui->exportLabel->setText(tr("Choose one kind of file or several."));
        return;
    }
    const QDir folder(m_ui->folderEdit->text());
    const QString name = m_ui->nameEdit->text().trimmed();
    if (name.isEmpty() || !folder.exists()) {
        m_ui->exportLabel->setText(name.isEmpty() ? tr("Give the files a name.")
                                                  : tr("There is no folder %1.").arg(folder.path()));
        return;
    }
    std::vector<std::string> files;
    QStringList there;
    for (const QString &ending : endings) {
        const QString file = folder.filePath(name + QLatin1Char('.') + ending);
        files.push_back(file.toStdString());
        if (QFileInfo::exists(file)) {
            there << QFileInfo(file).fileName();
        }
    }
    if (!there.isEmpty() && there != m_toldReplaced) {
        m_toldReplaced = there;
        m_ui->tabs->setCurrentWidget(m_ui->exportTab);
        m_ui->exportLabel->setText(
            tr("There already: %1. Export again to replace.").arg(there.join(QStringLiteral(", "))));
        return;
    }
    m_toldReplaced.clear();
    m_ui->exportLabel->setText(tr("Writing ..."));
    writeFiles(files);
}

void FlowStep::writeFiles(const std::vector<std::string> &files)
{
    doInBackground(
        [files, style = style()](app::Workspace &review, Task & /*task*/) {
            std::vector<Result<app::FlowFile>> written;
            written.reserve(files.size());
            for (const std::string &file : files) {
                written.push_back(app::publishFlow(review, file, style));
            }
            return written;
        },
        [this](const std::vector<Result<app::FlowFile>> &written) {
            QStringList names;
            QStringList told;
            QStringList command{QStringLiteral("flow"), QStringLiteral("{}")};
            for (const auto &file : written) {
                if (!file) {
                    told << shown(file.error().message);
                    continue;
                }
                names << shown(file->file.filename().string());
                command << QStringLiteral("-o") << shown(file->file.string());
                for (const std::string &objection : file->objections) {
                    told << shown(objection);
                }
            }
            told.removeDuplicates();
            m_ui->exportLabel->setText(told.join(QLatin1Char('\n')));
            if (!names.isEmpty()) {
                tellDone({tr("Wrote %1.").arg(names.join(QStringLiteral(", "))), {}, command, false});
            }
            Q_EMIT exported();
        });
}

/// Asks where to write a report and has it written.
void FlowStep::askForReport(const QString &title,
                            const QString &name,
                            const QString &kinds,
                            const QStringList &command,
                            const std::function<Result<void>(app::Workspace &, const std::string &)> &write)
{
    const auto writeTo = [this, command, write](const QString &file) {
        doInBackground([file, write](app::Workspace &review,
                                     Task & /*task*/) { return write(review, file.toStdString()); },
                       [this, file, command](const Result<void> &written) {
                           if (written) {
                               tellDone({tr("Wrote %1.").arg(file), {}, command + QStringList{file}, false});
                           } else {
                               say(shown(written.error().message));
                           }
                       });
    };
    askWhereToSave(this, title, QDir(m_ui->folderEdit->text()).filePath(name), kinds, writeTo);
}

void FlowStep::connectNumbers()
{
    const bool isOpen = !session().isReadOnly();
    m_ui->noteNumberButton->setEnabled(isOpen);
    m_ui->takeBackButton->setEnabled(isOpen);
    const auto fitEntry = [this] {
        const auto line = static_cast<flow::LineId>(m_ui->lineBox->currentData().toInt());
        m_ui->entryEdit->setEnabled(flow::isList(line));
        m_ui->entryLabel->setEnabled(flow::isList(line));
    };
    connect(m_ui->lineBox, &QComboBox::currentIndexChanged, this, fitEntry);
    fitEntry();
    connect(m_ui->noteNumberButton, &QPushButton::clicked, this, &FlowStep::noteNumber);
    addActionTo(
        m_ui->outsideList,
        "takeNumberBackAction",
        tr("Take back a number from outside"),
        {Qt::Key_Delete},
        [this] { takeNumberBack(); },
        m_ui->takeBackButton);
    for (QLineEdit *edit : {m_ui->entryEdit, m_ui->noteEdit, m_ui->snapshotEdit}) {
        shareUndo(edit);
    }
}

void FlowStep::noteNumber()
{
    const auto line = static_cast<flow::LineId>(m_ui->lineBox->currentData().toInt());
    const app::FlowNumberRequest request{std::string(flow::toString(line)),
                                         flow::isList(line) ? m_ui->entryEdit->text().trimmed().toStdString()
                                                            : std::string(),
                                         m_ui->countBox->value(),
                                         m_ui->noteEdit->text().trimmed().toStdString()};
    if (auto done = app::noteFlowNumber(review(), request); !done) {
        say(shown(done.error().message));
        return;
    }
    QStringList command{QStringLiteral("flow"),
                        QStringLiteral("number"),
                        QStringLiteral("{}"),
                        QStringLiteral("--line"),
                        shown(request.line)};
    if (!request.name.empty()) {
        command << QStringLiteral("--name") << shown(request.name);
    }
    command << QStringLiteral("--count") << QString::number(m_ui->countBox->value())
            << QStringLiteral("--note") << shown(request.note);
    m_ui->noteEdit->clear();
    reload(Change::Flow);
    tellDone({tr("Noted: %1 %2.").arg(grouped(*request.count), shown(flow::inWords(line))),
              Change::Flow,
              command});
}

void FlowStep::showOutside()
{
    const int row = m_ui->outsideList->currentRow();
    m_ui->outsideList->clear();
    for (const flow::OutsideNumber &number : m_reading.numbers.outside) {
        const QString name =
            number.name.empty() ? QString() : QStringLiteral(" (%1)").arg(shown(number.name));
        m_ui->outsideList->addItem(
            QStringLiteral("%1 %2%3: %4")
                .arg(grouped(number.count), shown(flow::inWords(number.line)), name, shown(number.note)));
    }
    m_ui->outsideList->setCurrentRow(std::min(row, m_ui->outsideList->count() - 1));
}

void FlowStep::takeNumberBack()
{
    const auto &numbers = m_reading.numbers.outside;
    const int row = m_ui->outsideList->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= numbers.size()) {
        say(tr("Choose the number to take back."));
        return;
    }
    const flow::OutsideNumber &number = numbers[static_cast<std::size_t>(row)];
    const std::string line(flow::toString(number.line));
    if (auto done = app::noteFlowNumber(review(), {line, number.name, std::nullopt, {}}); !done) {
        say(shown(done.error().message));
        return;
    }
    QStringList command{QStringLiteral("flow"),
                        QStringLiteral("number"),
                        QStringLiteral("{}"),
                        QStringLiteral("--line"),
                        shown(line),
                        QStringLiteral("--none")};
    if (!number.name.empty()) {
        command << QStringLiteral("--name") << shown(number.name);
    }
    reload(Change::Flow);
    tellDone({tr("Taken back: %1.").arg(shown(flow::inWords(number.line))), Change::Flow, command});
}

void FlowStep::connectSnapshots()
{
    m_ui->snapshotButton->setEnabled(!session().isReadOnly());
    connect(m_ui->snapshotButton, &QPushButton::clicked, this, &FlowStep::keepSnapshot);
    connect(m_ui->snapshotEdit, &QLineEdit::returnPressed, m_ui->snapshotButton, &QPushButton::click);
    connect(m_ui->snapshotList, &QListWidget::currentRowChanged, this, &FlowStep::compare);
    connect(m_ui->differenceView, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const QStringList parts = link.toString().split(QLatin1Char(':'));
        const auto place = static_cast<std::size_t>(parts.back().toUInt());
        if (place < m_differences.size()) {
            const app::FlowDifference &difference = m_differences[place];
            Place records{StepId::Records};
            records.list = parts.front() == QStringLiteral("came") ? difference.came : difference.gone;
            records.listTitle = shown(flow::inWords(difference.place.line));
            session().go(records);
        }
    });
}

void FlowStep::keepSnapshot()
{
    const std::string name = m_ui->snapshotEdit->text().trimmed().toStdString();
    doInBackground(
        [name](app::Workspace &review, Task & /*task*/) { return app::takeFlowSnapshot(review, name); },
        [this](const Result<app::FlowSnapshot> &kept) {
            if (!kept) {
                say(shown(kept.error().message));
                return;
            }
            m_ui->snapshotEdit->clear();
            readSnapshots();
            tellDone({tr("Kept the numbers as %1.").arg(shown(kept->name)),
                      Change::Flow,
                      {QStringLiteral("flow"),
                       QStringLiteral("snapshot"),
                       QStringLiteral("{}"),
                       QStringLiteral("--name"),
                       shown(kept->name)}});
        });
}

void FlowStep::readSnapshots()
{
    inBackground(
        QStringLiteral("snapshots"),
        [](app::Workspace &review, Task & /*task*/) { return app::flowSnapshots(review); },
        [this](Result<std::vector<app::FlowSnapshot>> snapshots) {
            if (!snapshots) {
                say(shown(snapshots.error().message));
                return;
            }
            const int row = m_ui->snapshotList->currentRow();
            m_snapshots = *std::move(snapshots);
            const QSignalBlocker blocker(m_ui->snapshotList);
            m_ui->snapshotList->clear();
            for (const app::FlowSnapshot &snapshot : m_snapshots) {
                m_ui->snapshotList->addItem(
                    tr("%1, %2, by %3")
                        .arg(shown(snapshot.name), shown(snapshot.atUtc).left(10), shown(snapshot.reviewer)));
            }
            m_ui->snapshotList->setCurrentRow(std::min(row, m_ui->snapshotList->count() - 1));
            compare();
        });
}

void FlowStep::compare()
{
    const int row = m_ui->snapshotList->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_snapshots.size()) {
        m_ui->differenceView->clear();
        return;
    }
    inBackground(
        QStringLiteral("compare"),
        [name = m_snapshots[static_cast<std::size_t>(row)].name](app::Workspace &review, Task & /*task*/) {
            return app::flowDifferences(review, name);
        },
        [this](const Result<app::FlowDifferences> &differences) { showDifferences(differences); });
}

void FlowStep::showDifferences(const Result<app::FlowDifferences> &differences)
{
    if (!differences) {
        m_ui->differenceView->setPlainText(shown(differences.error().message));
        return;
    }
    m_differences = differences->lines;
    if (m_differences.empty()) {
        m_ui->differenceView->setPlainText(tr("Nothing differs from now."));
        return;
    }
    const QString accent = currentTheme().accent.name();
    QString html;
    for (std::size_t i = 0; i < m_differences.size(); ++i) {
        const app::FlowDifference &difference = m_differences[i];
        const QString name = difference.place.name.empty()
                                 ? QString()
                                 : QStringLiteral(" (%1)").arg(shown(difference.place.name).toHtmlEscaped());
        html += QStringLiteral("<p>%1%2: %3 \u2192 <b>%4</b>")
                    .arg(shown(flow::inWords(difference.place.line)).toHtmlEscaped(),
                         name,
                         numberText(difference.before),
                         numberText(difference.after));
        const auto link = [&](const char *kind, const QString &text, std::size_t count) {
            return count == 0 ? QString()
                              : QStringLiteral("<br><a href='%1:%2' style='color:%3'>%4</a>")
                                    .arg(QString::fromLatin1(kind))
                                    .arg(i)
                                    .arg(accent, text.arg(count));
        };
        html += link("came", tr("%1 came"), difference.came.size()) +
                link("gone", tr("%1 left"), difference.gone.size()) + QStringLiteral("</p>");
    }
    m_ui->differenceView->setHtml(html);
}

QString FlowStep::settingsGroup() const
{
    return QStringLiteral("reviews/%1/flow").arg(shown(review().info().uuid));
}

/// Brings back how the diagram of this review was drawn last.
void FlowStep::restore()
{
    m_isRestoring = true;
    QSettings settings;
    settings.beginGroup(settingsGroup());
    for (QComboBox *box :
         {m_ui->templateBox, m_ui->publisherBox, m_ui->coloursBox, m_ui->textsBox, m_ui->zerosBox}) {
        const int index = box->findData(settings.value(box->objectName(), box->currentData()));
        box->setCurrentIndex(std::max(index, 0));
    }
    for (QDoubleSpinBox *box : {m_ui->widthBox, m_ui->typeBox}) {
        box->setValue(settings.value(box->objectName(), box->value()).toDouble());
    }
    for (const OptionBox &entry : kOptionBoxes) {
        auto *box = findChild<QCheckBox *>(QString::fromLatin1(entry.name));
        box->setChecked(settings.value(box->objectName(), box->isChecked()).toBool());
    }
    const QStringList formats =
        settings.value(QStringLiteral("formats"), QStringList{QStringLiteral("pdf")}).toStringList();
    for (QCheckBox *box : m_formats) {
        box->setChecked(formats.contains(box->property("ending").toString()));
    }
    m_ui->nameEdit->setText(settings.value(QStringLiteral("name"), m_ui->nameEdit->text()).toString());
    const QString beside = shown(review().path().parent_path().string());
    m_ui->folderEdit->setText(settings.value(QStringLiteral("folder"), beside).toString());
    m_isRestoring = false;
}

void FlowStep::remember() const
{
    if (m_isRestoring) {
        return;
    }
    QSettings settings;
    settings.beginGroup(settingsGroup());
    for (const QComboBox *box :
         {m_ui->templateBox, m_ui->publisherBox, m_ui->coloursBox, m_ui->textsBox, m_ui->zerosBox}) {
        settings.setValue(box->objectName(), box->currentData());
    }
    for (const QDoubleSpinBox *box : {m_ui->widthBox, m_ui->typeBox}) {
        settings.setValue(box->objectName(), box->value());
    }
    for (const OptionBox &entry : kOptionBoxes) {
        const auto *box = findChild<QCheckBox *>(QString::fromLatin1(entry.name));
        settings.setValue(box->objectName(), box->isChecked());
    }
    settings.setValue(QStringLiteral("formats"), chosenFormats());
    settings.setValue(QStringLiteral("name"), m_ui->nameEdit->text());
    settings.setValue(QStringLiteral("folder"), m_ui->folderEdit->text());
}

} // namespace winnow::gui
