#pragma once

#include "gui/frame/step.h"
#include "gui/models/record_model.h"
#include "gui/records/chip_bar.h"
#include "gui/records/saved_lists.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/find_records.h"
#include "app/record_order.h"
#endif

#include <map>
#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class RecordListPane;
}

class QMenu;

namespace winnow::gui {

/// The table of records with facets on its left and the record that is read on its right. What is listed is
/// found, narrowed and put in order in the background; until then the list stays as it is.
class RecordListPane : public Step
{
    Q_OBJECT

public:
    explicit RecordListPane(Session &session, QWidget *parent = nullptr);
    ~RecordListPane() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;

    /// Writes the chosen records, or all that are listed, to a file whose name tells the format.
    void exportTo(const QString &file);

Q_SIGNALS:
    void listed(); ///< what was asked for last is shown

private:
    using Table = std::shared_ptr<const app::FacetTable>;
    using Order = std::shared_ptr<const app::RecordOrder>;
    using Ids = std::shared_ptr<const std::vector<RecordId>>;
    using Found = std::shared_ptr<const app::FoundRecords>;

    /// What is to be listed, and what is known already.
    struct Wanted
    {
        std::string query;
        bool isTyped = false;
        Ids list; ///< nullptr: all
        app::FacetChoice choice;
        app::OrderBy by = app::OrderBy::Import;
        bool isDescending = false;
        Table table;
        Order order;
        Found found;
    };

    /// The same as found, narrowed and in order.
    struct Listing
    {
        std::vector<RecordId> records;
        app::FacetCounts counts;
        std::size_t total = 0;
        Table table;
        Order order;
        Found found;
    };

    [[nodiscard]] static Result<Listing> list(app::Workspace &workspace, Task &task, const Wanted &wanted);
    [[nodiscard]] static Result<std::vector<RecordId>>
    candidates(app::Workspace &workspace, Task &task, const Wanted &wanted, Listing &listing);

    void setUpTable();
    void setUpColumns();
    void setUpActions();
    void readFacets(app::FacetTable::Stale stale);
    void relist(bool isTyped = false);
    void show(const Wanted &wanted, Result<Listing> listing);
    void showRecords(std::vector<RecordId> records);
    void restoreSelection(const std::vector<RecordId> &selected, RecordId current, int offset);
    void showCount();
    void showNote(const app::FoundRecords &found);
    void showChips();
    void showCurrentRecord();
    void removeChip(const QString &id);
    void clearAll();
    void sortBy(int column);
    [[nodiscard]] QString nameOf(int column) const;
    void showColumnMenu(const QPoint &at);
    void showRecordMenu(const QPoint &at);
    void fillColumnMenu(QMenu *menu);
    void askForList();
    void openList(const QString &name);
    void showLabelMenu(const QString &label, const QPoint &at);
    void askForLabelName(const QString &label);
    void removeLabel(const QString &label);
    void askForLabel();
    void askForDecision();
    void askForExport();
    void copyKeys();
    void keepHeader();
    [[nodiscard]] RecordId current() const;
    [[nodiscard]] std::vector<RecordId> selected() const;
    [[nodiscard]] bool isNarrowed() const;

    std::unique_ptr<Ui::RecordListPane> m_ui;
    RecordModel *m_model;
    SavedLists m_lists;
    QString m_query;
    QString m_listTitle;
    Ids m_list;
    app::FacetChoice m_choice;
    app::OrderBy m_by = app::OrderBy::Import;
    bool m_isDescending = false;
    Table m_table;
    std::map<app::OrderBy, Order> m_orders;
    Found m_found;            ///< of m_foundQuery
    std::string m_foundQuery; ///< whose records are in m_found
    query::NodePtr m_tree;    ///< of the query that is shown
    std::size_t m_total = 0;  ///< all records
    RecordId m_goTo;          ///< once it is listed; 0: none
};

} // namespace winnow::gui
