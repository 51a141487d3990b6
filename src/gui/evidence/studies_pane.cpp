#include "gui/evidence/studies_pane.h"

#include "app/record_list.h"
#include "gui/row_parts.h"
#include "ui_studies_pane.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <map>

namespace winnow::gui {

namespace {

enum Column { Name, Year, Title };

constexpr int kStudyRole = Qt::UserRole;
constexpr int kReportRole = Qt::UserRole + 1;

} // namespace

struct StudiesPane::Content
{
    std::vector<app::Study> studies;
    std::vector<app::StudySuggestion> suggestions;
    std::map<RecordId, app::ListRow> reports;
};

StudiesPane::StudiesPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::StudiesPane>())
{
    m_ui->setupUi(this);
    m_ui->studyTree->header()->setStretchLastSection(true);
    m_ui->studyTree->header()->resizeSection(Name, 240);
    m_ui->studyTree->header()->resizeSection(Year, 64);
    connect(m_ui->studyTree, &QTreeWidget::itemSelectionChanged, this, &StudiesPane::fitButtons);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &StudiesPane::fitButtons);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->groupButton->isEnabled()) {
            group();
        }
    });
    connect(m_ui->groupButton, &QPushButton::clicked, this, &StudiesPane::group);
    connect(m_ui->apartButton, &QPushButton::clicked, this, &StudiesPane::takeApart);
    shareUndo(m_ui->nameEdit);
    m_ui->nameEdit->setEnabled(!review().isReadOnly());
    connect(m_ui->studyTree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const auto record = item->data(Name, kReportRole).toLongLong();
        if (record != 0) {
            this->session().go({.step = StepId::Records, .record = {record}});
        }
    });
    setUpActions();
}

StudiesPane::~StudiesPane() = default;

void StudiesPane::setUpActions()
{
    const auto add = [this](const char *name, QPushButton *button, const QKeySequence &key) {
        addStepAction(name, button->text().remove(QLatin1Char('&')), {key}, [button] { button->click(); });
        button->setProperty(kHasAction, true);
    };
    add("groupReportsAction", m_ui->groupButton, {Qt::CTRL | Qt::Key_G});
    add("takeApartAction", m_ui->apartButton, {Qt::CTRL | Qt::SHIFT | Qt::Key_G});
}

void StudiesPane::goTo(const Place &place)
{
    m_wanted = place.record;
    choose();
}

/// Goes to the report that is wanted, once it is there.
void StudiesPane::choose()
{
    for (QTreeWidgetItemIterator line(m_ui->studyTree); m_wanted.value != 0 && *line != nullptr; ++line) {
        if ((*line)->data(Name, kReportRole).toLongLong() == m_wanted.value) {
            m_ui->studyTree->setCurrentItem(*line);
            m_wanted = {};
        }
    }
}

void StudiesPane::takeFocus()
{
    m_ui->studyTree->setFocus();
}

void StudiesPane::reload(Changes changes)
{
    if (!(changes & (Changes(Change::Studies) | Change::Records | Change::Duplicates | Change::Decisions |
                     Change::Stages | Change::Flow))) {
        return;
    }
    read();
}

void StudiesPane::read()
{
    inBackground(
        QStringLiteral("studies"),
        [](app::Workspace &workspace, Task & /*task*/) -> Result<Content> {
            auto studies = app::studiesOf(workspace);
            if (!studies) {
                return std::move(studies).error();
            }
            auto suggestions = app::suggestStudies(workspace);
            if (!suggestions) {
                return std::move(suggestions).error();
            }
            Content content{*std::move(studies), *std::move(suggestions), {}};
            std::erase_if(content.studies, [](const app::Study &study) { return !study.isIncluded; });
            std::vector<RecordId> ids;
            for (const app::Study &study : content.studies) {
                ids.insert(ids.end(), study.reports.begin(), study.reports.end());
            }
            auto rows = app::listRows(workspace, ids);
            if (!rows) {
                return std::move(rows).error();
            }
            for (app::ListRow &row : *rows) {
                content.reports.insert_or_assign(row.id, std::move(row));
            }
            return content;
        },
        [this](const Result<Content> &content) {
            if (content) {
                show(*content);
            } else {
                say(shown(content.error().message));
            }
            Q_EMIT loaded();
        });
}

void StudiesPane::show(const Content &content)
{
    m_studies = content.studies;
    m_suggestions = content.suggestions;
    QStringList selected;
    for (const QTreeWidgetItem *item : m_ui->studyTree->selectedItems()) {
        selected << item->text(Name);
    }
    const int scrolled = m_ui->studyTree->verticalScrollBar()->value();
    m_ui->studyTree->clear();
    std::size_t reports = 0;
    for (std::size_t at = 0; at < m_studies.size(); ++at) {
        const app::Study &study = m_studies[at];
        auto *item = new QTreeWidgetItem(m_ui->studyTree, QStringList(shown(study.label)));
        item->setData(Name, kStudyRole, static_cast<qulonglong>(at));
        const auto tellReport = [&](QTreeWidgetItem *line, RecordId report) {
            line->setData(Name, kReportRole, static_cast<qlonglong>(report.value));
            if (const auto row = content.reports.find(report); row != content.reports.end()) {
                line->setText(Year, row->second.year ? QString::number(*row->second.year) : QString());
                line->setText(Title, shown(row->second.title));
                line->setToolTip(Title, shown(row->second.title));
            }
        };
        reports += study.reports.size();
        if (study.reports.size() == 1) {
            tellReport(item, study.reports.front());
            continue;
        }
        item->setText(Title, tr("%Ln report(s)", nullptr, static_cast<int>(study.reports.size())));
        for (std::size_t i = 0; i < study.reports.size(); ++i) {
            auto *line = new QTreeWidgetItem(item, QStringList(shown(study.keys[i])));
            line->setData(Name, kStudyRole, static_cast<qulonglong>(at));
            tellReport(line, study.reports[i]);
        }
        item->setExpanded(true);
    }
    m_ui->countLabel->setText(m_studies.empty()
                                  ? tr("No study is included yet; full texts that are included come here.")
                                  : tr("%Ln study(s) in %1", nullptr, static_cast<int>(m_studies.size()))
                                        .arg(tr("%Ln report(s)", nullptr, static_cast<int>(reports))));
    for (QTreeWidgetItemIterator line(m_ui->studyTree); *line != nullptr; ++line) {
        (*line)->setSelected(selected.contains((*line)->text(Name)));
    }
    m_ui->studyTree->verticalScrollBar()->setValue(scrolled);
    choose();
    showSuggestions();
    fitButtons();
}

void StudiesPane::showSuggestions()
{
    while (QLayoutItem *item = m_ui->suggestionLayout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // its button may have led here
        }
        delete item;
    }
    m_ui->suggestionHead->setVisible(!m_suggestions.empty());
    m_ui->suggestionArea->setVisible(!m_suggestions.empty());
    for (std::size_t at = 0; at < m_suggestions.size(); ++at) {
        const app::StudySuggestion &one = m_suggestions[at];
        QStringList keys;
        for (const std::string &key : one.keys) {
            keys << shown(key);
        }
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 12, 0);
        row->setSpacing(12);
        row->addWidget(plainText(line, tr("%1: %2").arg(keys.join(QStringLiteral(", ")), shown(one.why))), 1);
        auto *button = new QPushButton(tr("Accept"), line);
        button->setObjectName(QStringLiteral("acceptButton"));
        button->setAutoDefault(false);
        button->setEnabled(!review().isReadOnly());
        button->setToolTip(tr("Makes them one study, %1").arg(shown(one.name)));
        button->setAccessibleName(
            tr("Make %1 one study, %2").arg(keys.join(QStringLiteral(", ")), shown(one.name)));
        connect(button, &QPushButton::clicked, this, [this, at] { take(at); });
        row->addWidget(button);
        m_ui->suggestionLayout->addWidget(line);
    }
    m_ui->suggestionLayout->addStretch(1);
    chainTabs(m_ui->apartButton, m_ui->suggestionPane, m_ui->studyTree);
}

void StudiesPane::take(std::size_t suggestion)
{
    if (suggestion >= m_suggestions.size()) {
        return;
    }
    const app::StudySuggestion one = m_suggestions[suggestion];
    if (const auto grouped = app::groupReports(review(), one.reports, one.name); !grouped) {
        say(shown(grouped.error().message));
        return;
    }
    m_suggestions.clear(); // until they are read anew
    tellDone({tr("%Ln reports are one study now: %1.", nullptr, static_cast<int>(one.reports.size()))
                  .arg(shown(one.name)),
              Change::Studies,
              {QStringLiteral("studies"),
               QStringLiteral("{}"),
               QStringLiteral("--suggest"),
               QStringLiteral("--accept"),
               QString::number(suggestion + 1),
               QStringLiteral("--name"),
               shown(one.name)}});
    read();
}

std::vector<RecordId> StudiesPane::chosenReports() const
{
    std::vector<RecordId> reports;
    const auto add = [&reports](RecordId report) {
        if (std::ranges::find(reports, report) == reports.end()) {
            reports.push_back(report);
        }
    };
    for (const QTreeWidgetItem *item : m_ui->studyTree->selectedItems()) {
        if (item->childCount() > 0) {
            std::ranges::for_each(m_studies[item->data(Name, kStudyRole).toULongLong()].reports, add);
        } else {
            add(RecordId{item->data(Name, kReportRole).toLongLong()});
        }
    }
    return reports;
}

const app::Study *StudiesPane::chosenStudy() const
{
    const auto chosen = m_ui->studyTree->selectedItems();
    if (chosen.isEmpty()) {
        return nullptr;
    }
    const auto at = chosen.front()->data(Name, kStudyRole).toULongLong();
    const bool isOne = std::ranges::all_of(chosen, [at](const QTreeWidgetItem *item) {
        return item->data(Name, kStudyRole).toULongLong() == at;
    });
    return isOne && at < m_studies.size() ? &m_studies[at] : nullptr;
}

void StudiesPane::fitButtons()
{
    const bool mayWrite = !review().isReadOnly();
    const app::Study *study = chosenStudy();
    m_ui->groupButton->setEnabled(mayWrite && !m_ui->nameEdit->text().simplified().isEmpty() &&
                                  !m_ui->studyTree->selectedItems().isEmpty());
    m_ui->apartButton->setEnabled(mayWrite && study != nullptr && !study->name.empty());
}

void StudiesPane::group()
{
    const QString name = m_ui->nameEdit->text().simplified();
    const std::vector<RecordId> reports = chosenReports();
    if (const auto grouped = app::groupReports(review(), reports, name.toStdString()); !grouped) {
        say(shown(grouped.error().message));
        return;
    }
    m_ui->nameEdit->clear();
    QStringList command;
    if (reports.size() == 1) {
        command = {QStringLiteral("study"),
                   QStringLiteral("{}"),
                   QStringLiteral("#%1").arg(reports.front().value),
                   QStringLiteral("--of"),
                   name};
    }
    tellDone(
        {tr("%Ln report(s) are of the study %1 now.", nullptr, static_cast<int>(reports.size())).arg(name),
         Change::Studies,
         command});
    read();
}

void StudiesPane::takeApart()
{
    const app::Study *study = chosenStudy();
    if (study == nullptr) {
        return;
    }
    const QString label = shown(study->label);
    if (const auto done = app::takeApart(review(), *study); !done) {
        say(shown(done.error().message));
        return;
    }
    tellDone({tr("The reports of %1 are studies of their own now.").arg(label), Change::Studies});
    read();
}

} // namespace winnow::gui
