#include "gui/records/record_list_pane.h"

#include "gui/file_dialog.h"
#include "gui/records/facet_words.h"
#include "gui/row_parts.h"
#include "gui/theme.h"
#include "query/parse.h"
#include "ui_record_list_pane.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

namespace winnow::gui {

namespace {

constexpr int kRowPadding = 10; ///< 28 px at the usual size of letters

// By RecordModel::Column.
constexpr std::array kOrders{app::OrderBy::Verdict,
                             app::OrderBy::Title,
                             app::OrderBy::Year,
                             app::OrderBy::Key,
                             app::OrderBy::Authors,
                             app::OrderBy::SourceTitle,
                             app::OrderBy::Type,
                             app::OrderBy::Language,
                             app::OrderBy::Sources,
                             app::OrderBy::Labels,
                             app::OrderBy::Note,
                             app::OrderBy::Doi};

// Widths in letters of the font.
constexpr std::array kWidths{4, 44, 6, 12, 22, 24, 12, 10, 14, 14, 18, 22};

constexpr std::array kHiddenAtFirst{
    RecordModel::Key, RecordModel::Language, RecordModel::Sources, RecordModel::Note, RecordModel::Doi};

const QString &headerKey()
{
    static const QString key = QStringLiteral("records/header");
    return key;
}

QString firstLine(const std::string &text)
{
    return shown(text).section(QLatin1Char('\n'), 0, 0);
}

} // namespace

RecordListPane::RecordListPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::RecordListPane>())
    , m_model(new RecordModel(this, RecordModel::Shape::Table))
    , m_lists(session.workspace().info().uuid)
{
    m_ui->setupUi(this);
    setQuiet(m_ui->noteLabel);
    setQuiet(m_ui->emptyLabel);
    setUpTable();
    setUpColumns();
    setUpActions();
    m_ui->facetTree->setLists(m_lists.all());
    connect(m_ui->facetTree, &FacetPane::choiceChanged, this, [this](const app::FacetChoice &choice) {
        m_choice = choice;
        relist();
    });
    connect(m_ui->facetTree, &FacetPane::listWanted, this, &RecordListPane::openList);
    connect(m_ui->facetTree, &FacetPane::listRemoved, this, [this](const QString &name) {
        m_lists.remove(name);
        m_ui->facetTree->setLists(m_lists.all());
    });
    connect(m_ui->facetTree, &FacetPane::labelMenuWanted, this, &RecordListPane::showLabelMenu);
    connect(m_ui->chipBar, &ChipBar::removed, this, &RecordListPane::removeChip);
    connect(m_ui->searchesButton, &QPushButton::clicked, this, [this] {
        this->session().go({StepId::Searches});
    });
    connect(m_ui->importButton, &QPushButton::clicked, this, [this] {
        askForFiles(this, tr("Import records"), {}, [this](const QStringList &files) {
            Place place{StepId::Searches};
            place.part = QStringLiteral("import");
            place.files = files;
            this->session().go(place);
        });
    });
}

RecordListPane::~RecordListPane() = default;

void RecordListPane::setUpTable()
{
    QTableView *table = m_ui->recordTable;
    table->setModel(m_model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table, &QTableView::customContextMenuRequested, this, &RecordListPane::showRecordMenu);
    connect(table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &RecordListPane::showCurrentRecord);
    connect(
        table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordListPane::showCount);
    m_ui->recordText->follow(session().appearance());
    connect(m_ui->recordText, &ReadingPane::readingChanged, this, &RecordListPane::showCurrentRecord);
    const int letter = fontMetrics().averageCharWidth();
    for (QWidget *part : std::initializer_list<QWidget *>{m_ui->facetTree, table}) {
        part->setMinimumWidth(16 * letter);
    }
    m_ui->recordText->setMinimumWidth(24 * letter);
    m_ui->splitter->setSizes({28 * letter, 100 * letter, 60 * letter});
    m_ui->splitter->setStretchFactor(1, 1);
}

void RecordListPane::setUpColumns()
{
    QHeaderView *header = m_ui->recordTable->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(2 * fontMetrics().height());
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < RecordModel::ColumnCount; ++column) {
        header->resizeSection(
            column, kWidths.at(static_cast<std::size_t>(column)) * fontMetrics().averageCharWidth());
    }
    for (const int column : kHiddenAtFirst) {
        header->hideSection(column);
    }
    header->moveSection(header->visualIndex(RecordModel::Authors), RecordModel::Year);
    const QSettings kept(QStringLiteral("winnow"), QStringLiteral("winnow"));
    header->restoreState(kept.value(headerKey()).toByteArray());
    header->setSortIndicatorShown(false);
    connect(header, &QHeaderView::sectionClicked, this, &RecordListPane::sortBy);
    connect(header, &QHeaderView::customContextMenuRequested, this, &RecordListPane::showColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, &RecordListPane::keepHeader);
    connect(header, &QHeaderView::sectionResized, this, &RecordListPane::keepHeader);
}

void RecordListPane::keepHeader()
{
    QSettings kept(QStringLiteral("winnow"), QStringLiteral("winnow"));
    kept.setValue(headerKey(), m_ui->recordTable->horizontalHeader()->saveState());
}

QString RecordListPane::searchHint() const
{
    return tr("Search in Scopus syntax: TITLE-ABS-KEY(craft*) AND PUBYEAR > 2015");
}

void RecordListPane::takeFocus()
{
    m_ui->recordTable->setFocus();
}

void RecordListPane::reload(Changes changes)
{
    const Changes ofRecords = Change::Records | Change::Duplicates;
    const Changes ofRows = ofRecords | Change::Decisions | Change::Marks | Change::Stages;
    if (!(changes & ofRows)) {
        return;
    }
    if (changes & ofRecords) {
        m_found.reset();
        m_table.reset(); // its records are not those of the review any more
        m_orders.clear();
        relist();
        readFacets(app::FacetTable::Stale::All);
        return;
    }
    m_model->refreshAll();
    showCurrentRecord();
    readFacets(changes & (Change::Decisions | Change::Stages) ? app::FacetTable::Stale::Verdicts
                                                              : app::FacetTable::Stale::Marks);
}

void RecordListPane::readFacets(app::FacetTable::Stale stale)
{
    inBackground(
        QStringLiteral("facets"),
        [before = m_table, stale](app::Workspace &workspace, Task & /*task*/) {
            return app::FacetTable::read(workspace, before.get(), stale);
        },
        [this](Result<Table> table) {
            if (!table) {
                say(shown(table.error().message));
                return;
            }
            m_table = *std::move(table);
            m_orders.clear();
            m_model->setFacets(m_table);
            relist();
        });
}

void RecordListPane::goTo(const Place &place)
{
    if (place.list) {
        std::vector<RecordId> list = *place.list;
        std::ranges::sort(list);
        m_list = std::make_shared<const std::vector<RecordId>>(std::move(list));
        m_listTitle = place.listTitle;
    }
    if (place.list || place.query) {
        m_choice.clear();
        m_query = place.query.value_or(QString()).trimmed();
        if (!place.query) {
            Q_EMIT searchReplaced(m_query);
        }
    }
    if (place.query && !place.list) {
        m_list.reset();
    }
    m_goTo = place.record;
    if (auto view = app::showRecord(review(), place.record); view && place.record.value != 0) {
        m_goTo = view->id; // a duplicate is listed as its group
    }
    if (m_goTo.value != 0 && m_model->rowOf(m_goTo) < 0 && !place.list && !place.query) {
        clearAll(); // it may be left out by what the list is kept to
    } else if (place.list || place.query || m_goTo.value != 0) {
        relist();
    }
}

void RecordListPane::search(const QString &query, bool isTyped)
{
    m_query = query.trimmed();
    relist(isTyped);
}

void RecordListPane::relist(bool isTyped)
{
    showChips();
    Wanted wanted{m_query.toStdString(), isTyped, m_list, m_choice, m_by, m_isDescending, m_table, {}, {}};
    std::erase_if(wanted.choice, [](const auto &facet) { return facet.second.empty(); });
    if (const auto order = m_orders.find(m_by); order != m_orders.end()) {
        wanted.order = order->second;
    }
    if (m_found && m_foundQuery == wanted.query) {
        wanted.found = m_found;
    }
    inBackground(
        QStringLiteral("list"),
        [wanted](app::Workspace &workspace, Task &task) { return list(workspace, task, wanted); },
        [this, wanted](Result<Listing> listing) { show(wanted, std::move(listing)); });
}

/// All records, those that were found, or those of a list; ascending.
Result<std::vector<RecordId>>
RecordListPane::candidates(app::Workspace &workspace, Task &task, const Wanted &wanted, Listing &listing)
{
    std::vector<RecordId> records;
    if (wanted.query.empty()) {
        auto all = app::allRecords(workspace);
        if (!all) {
            return all;
        }
        listing.total = all->size();
        records = *std::move(all);
    } else {
        if (!listing.found) {
            auto found = app::searchRecords(workspace, {wanted.query}, task);
            if (!found) {
                return std::move(found).error();
            }
            listing.found = std::make_shared<const app::FoundRecords>(*std::move(found));
        }
        records = listing.found->records;
    }
    if (!wanted.list) {
        return records;
    }
    std::vector<RecordId> both;
    std::ranges::set_intersection(records, *wanted.list, std::back_inserter(both));
    return both;
}

Result<RecordListPane::Listing>
RecordListPane::list(app::Workspace &workspace, Task &task, const Wanted &wanted)
{
    Listing listing{{}, {}, 0, wanted.table, wanted.order, wanted.found};
    auto records = candidates(workspace, task, wanted, listing);
    if (!records) {
        return std::move(records).error();
    }
    const bool needsTable = !wanted.choice.empty() || wanted.by != app::OrderBy::Import;
    if (!listing.table && needsTable) {
        auto table = app::FacetTable::read(workspace);
        if (!table) {
            return std::move(table).error();
        }
        listing.table = *std::move(table);
    }
    listing.records = *std::move(records);
    if (listing.table) {
        app::Narrowed narrowed = listing.table->narrow(listing.records, wanted.choice);
        listing.records = std::move(narrowed.records);
        listing.counts = std::move(narrowed.counts);
        listing.total = listing.table->records().size();
    }
    if (wanted.by != app::OrderBy::Import) {
        if (!listing.order) {
            auto order = app::recordOrder(workspace, *listing.table, wanted.by);
            if (!order) {
                return std::move(order).error();
            }
            listing.order = std::make_shared<const app::RecordOrder>(*std::move(order));
        }
        listing.records = app::inOrder(*listing.order, listing.records, wanted.isDescending);
    } else if (wanted.isDescending) {
        std::ranges::reverse(listing.records);
    }
    return listing;
}

void RecordListPane::show(const Wanted &wanted, Result<Listing> listing)
{
    if (!listing) {
        const Error &error = listing.error();
        if (error.code == ErrorCode::Cancelled) {
            return;
        }
        if (wanted.isTyped && error.code == ErrorCode::Unsupported) {
            m_ui->noteLabel->setText(firstLine(error.message)); // it is not written to its end yet
        } else {
            Q_EMIT searchProblem(shown(error.message));
        }
        Q_EMIT listed();
        return;
    }
    Q_EMIT searchProblem({});
    m_found = listing->found;
    m_foundQuery = wanted.query;
    m_tree = wanted.query.empty() ? nullptr : query::parse(wanted.query).root;
    if (listing->table) {
        m_table = listing->table;
        m_ui->facetTree->setCounts(listing->counts, m_choice);
        if (listing->order) {
            m_orders[wanted.by] = listing->order;
        }
    }
    m_total = std::max(listing->total, listing->records.size());
    showNote(m_found ? *m_found : app::FoundRecords());
    showRecords(std::move(listing->records));
    Q_EMIT listed();
}

/// What was chosen, read and scrolled to stays where it is still listed.
void RecordListPane::showRecords(std::vector<RecordId> records)
{
    const std::vector<RecordId> before = selected();
    const RecordId read = m_goTo.value != 0 ? m_goTo : current();
    const int offset = m_ui->recordTable->rowViewportPosition(m_model->rowOf(read));
    const bool isSame = records == m_model->records();
    m_model->setRecords(std::move(records), [this](std::span<const RecordId> page) {
        auto rows = app::listRows(review(), page);
        return rows ? *std::move(rows) : std::vector<app::ListRow>();
    });
    m_model->setFacets(m_table);
    if (!isSame || m_goTo.value != 0) {
        restoreSelection(m_goTo.value != 0 ? std::vector{m_goTo} : before, read, offset);
    }
    if (m_model->rowOf(m_goTo) >= 0) {
        m_goTo = {};
    }
    const bool isEmpty = m_model->rowCount() == 0 && !isNarrowed();
    m_ui->pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->emptyPage) : m_ui->splitter);
    showCount();
    showCurrentRecord();
}

void RecordListPane::restoreSelection(const std::vector<RecordId> &selected, RecordId current, int offset)
{
    if (m_model->rowCount() == 0) {
        return;
    }
    QTableView *table = m_ui->recordTable;
    const int found = m_model->rowOf(current);
    const int row = std::max(found, 0);
    const int last = RecordModel::ColumnCount - 1;
    QItemSelection selection;
    const std::unordered_set<RecordId> wanted(selected.begin(), selected.end());
    for (int i = 0; i < m_model->rowCount() && !wanted.empty(); ++i) {
        if (wanted.contains(m_model->recordAt(i))) {
            selection.append(QItemSelectionRange(m_model->index(i, 0), m_model->index(i, last)));
        }
    }
    if (selection.isEmpty()) {
        selection.append(QItemSelectionRange(m_model->index(row, 0), m_model->index(row, last)));
    }
    table->selectionModel()->setCurrentIndex(m_model->index(row, RecordModel::Title),
                                             QItemSelectionModel::NoUpdate);
    table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (found >= 0 && m_goTo.value == 0 && offset >= 0) {
        table->verticalScrollBar()->setValue(
            std::max(0, row - offset / std::max(1, table->verticalHeader()->defaultSectionSize())));
    } else {
        table->scrollTo(m_model->index(row, RecordModel::Title));
    }
}

bool RecordListPane::isNarrowed() const
{
    return !m_query.isEmpty() || m_list != nullptr ||
           std::ranges::any_of(m_choice, [](const auto &facet) { return !facet.second.empty(); });
}

void RecordListPane::showCount()
{
    const auto count = static_cast<std::size_t>(m_model->rowCount());
    QString text = isNarrowed() && count < m_total
                       ? tr("%1 of %2 records").arg(grouped(count), grouped(m_total))
                       : tr("%Ln record(s)", nullptr, static_cast<int>(count));
    const std::size_t chosen = selected().size();
    if (chosen > 1) {
        text += QStringLiteral(" \u00B7 ") + tr("%1 selected").arg(grouped(chosen));
    }
    m_ui->countLabel->setText(text);
    m_ui->exportButton->setText(chosen > 1 ? tr("Export selected...") : tr("Export..."));
}

void RecordListPane::showNote(const app::FoundRecords &found)
{
    QStringList without;
    for (const std::string &code : found.undecidedWithout) {
        without << shown(code);
    }
    m_ui->noteLabel->setText(
        found.undecided == 0
            ? QString()
            : tr("%Ln record(s) could not be decided", nullptr, static_cast<int>(found.undecided)));
    m_ui->noteLabel->setToolTip(
        without.isEmpty() ? QString()
                          : tr("Records that may match, but do not say all that the query asks for: %1.")
                                .arg(without.join(QStringLiteral(", "))));
}

void RecordListPane::showChips()
{
    std::vector<Chip> chips;
    if (m_list) {
        chips.push_back(
            {QStringLiteral("list"),
             tr("List: %1 (%2)")
                 .arg(m_listTitle.isEmpty() ? tr("chosen records") : m_listTitle, grouped(m_list->size()))});
    }
    for (const auto &[facet, values] : m_choice) {
        for (const std::string &value : values) {
            chips.push_back({shown(app::toString(facet)) + QLatin1Char('\n') + shown(value),
                             facetName(facet) + QStringLiteral(": ") + facetValueName(facet, value)});
        }
    }
    m_ui->chipBar->setChips(chips);
}

void RecordListPane::removeChip(const QString &id)
{
    const QString name = id.section(QLatin1Char('\n'), 0, 0);
    if (const auto facet = app::facetFromString(name.toStdString())) {
        m_choice[*facet].erase(id.section(QLatin1Char('\n'), 1).toStdString());
    } else {
        m_list.reset();
    }
    relist();
}

void RecordListPane::clearAll()
{
    m_list.reset();
    m_choice.clear();
    m_query.clear();
    Q_EMIT searchReplaced({});
    Q_EMIT searchProblem({});
    relist();
}

void RecordListPane::showCurrentRecord()
{
    const RecordId id = current();
    if (id.value == 0) {
        m_ui->recordText->showSentence(isNarrowed() ? tr("No record matches.") : QString());
        return;
    }
    auto view = app::showRecord(review(), id);
    auto marks = app::marksOf(review(), id);
    if (view && marks) {
        m_ui->recordText->showRecord(*view, *marks, m_tree.get());
    } else {
        m_ui->recordText->showSentence(shown((view ? marks.error() : view.error()).message));
    }
}

/// Up, down, and back to the order in which the records came.
void RecordListPane::sortBy(int column)
{
    const app::OrderBy by = kOrders.at(static_cast<std::size_t>(column));
    if (m_by != by) {
        m_by = by;
        m_isDescending = false;
    } else if (!m_isDescending) {
        m_isDescending = true;
    } else {
        m_by = app::OrderBy::Import;
        m_isDescending = false;
    }
    QHeaderView *header = m_ui->recordTable->horizontalHeader();
    header->setSortIndicatorShown(m_by != app::OrderBy::Import);
    header->setSortIndicator(column, m_isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    relist();
}

RecordId RecordListPane::current() const
{
    return m_model->recordAt(m_ui->recordTable->currentIndex().row());
}

std::vector<RecordId> RecordListPane::selected() const
{
    std::vector<RecordId> records;
    for (const QItemSelectionRange &range : m_ui->recordTable->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            records.push_back(m_model->recordAt(row));
        }
    }
    return records;
}

} // namespace winnow::gui
