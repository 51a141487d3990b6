#pragma once

#include "gui/frame/step.h"

#ifndef Q_MOC_RUN
#include "app/compare_records.h"
#include "app/duplicates.h"
#endif

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QUrl;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class DuplicatesStep;
}

namespace winnow::gui {

class DuplicatesList;

/// Finding and judging duplicates: what may be the same, the likeliest first; what surely is, as one line;
/// and what is linked already.
class DuplicatesStep : public Step
{
    Q_OBJECT

public:
    explicit DuplicatesStep(Session &session, QWidget *parent = nullptr);
    ~DuplicatesStep() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;

    [[nodiscard]] QString searchHint() const override { return tr("Words of a title in this list"); }

    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;

Q_SIGNALS:
    void looked(); ///< all records were compared, or the look was stopped

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Listed { Pairs, Safe, Merged };

    struct Found
    {
        app::DuplicateProposal proposal;
        std::vector<QString> titles; ///< of the safe groups
    };

    [[nodiscard]] static Result<Found> findIn(app::Workspace &review, Task &task);
    void makeActions();
    void look();
    void stopLooking();
    void showFound(Result<Found> found);
    void checkPairs();
    void readMerged();
    void list(Listed what);
    void fill();
    void showCurrent();
    void showNothing();
    void showComparison(const app::RecordComparison &comparison);
    void prepareNext(int row);
    void showState();
    void merge();
    void keepApart();
    void move(int by);
    void applySafe();
    void follow(const QUrl &link);
    void choose(const std::string &field, std::size_t column);
    void takeOut(std::size_t column);
    void judged(const Done &done);
    void countPairs();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QStringList keysOf(const app::RecordComparison &comparison) const;

    std::unique_ptr<Ui::DuplicatesStep> m_ui;
    DuplicatesList *m_list;
    Listed m_listed = Listed::Pairs;
    std::vector<app::LikelyDuplicate> m_pairs; ///< found since the review was opened, judged ones too
    std::vector<app::LikelyDuplicate> m_left;  ///< of them, those that are not judged
    std::vector<app::DuplicateGroup> m_safe;
    std::vector<QString> m_safeTitles; ///< of their kept records, as many
    std::vector<app::DuplicateGroup> m_merged;
    std::vector<QString> m_mergedTitles;
    std::optional<app::RecordComparison> m_shown;
    std::vector<RecordId> m_shownRecords;
    std::vector<app::FieldChoice> m_chosen; ///< for the pair that is shown, until it is merged
    std::vector<RecordId> m_preparedRecords;
    std::optional<app::RecordComparison> m_prepared; ///< of the next row
    bool m_hasLooked = false;
    bool m_isLooking = false;
    bool m_hasApplied = false; ///< safe merges, which an undo may bring back
    bool m_isUndone = false;   ///< the next change is that of an undo
    QString m_wanted;
    QAction *m_mergeAction = nullptr;
    QAction *m_apartAction = nullptr;
    QAction *m_nextAction = nullptr;
    QAction *m_backAction = nullptr;
    QAction *m_applyAction = nullptr;
};

} // namespace winnow::gui
