#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/query_effects.h"
#include "base/result.h"
#endif

#include <QDialog>

#include <memory>

class QTreeWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class QueryLinesDialog;
}

namespace winnow::gui {

/// Shows what each line of a query finds, adds and loses among the records of the review. Runs nothing
/// itself: it says what is wanted, and is told how far that is and what came of it.
class QueryLinesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit QueryLinesDialog(QWidget *parent = nullptr);
    ~QueryLinesDialog() override;

    /// Takes a query over and runs it, unless it is empty.
    void setQuery(const QString &query);

    [[nodiscard]] app::EffectsRequest request() const;

    void showProgress(qint64 done, qint64 total);
    void showEffects(const Result<app::QueryEffects> &effects);

Q_SIGNALS:
    void runWanted();
    void stopWanted();

    /// The records of a line are to be listed; `query` finds them under both precedences.
    void lineChosen(const QString &query);

private:
    void run();
    void showRunning(bool isRunning);
    void fill(const app::QueryEffects &effects);
    void showSeeds(const app::QueryEffects &effects);
    [[nodiscard]] QTreeWidgetItem *itemOf(const app::QueryEffects &effects, std::size_t line) const;

    std::unique_ptr<Ui::QueryLinesDialog> m_ui;
};

} // namespace winnow::gui
