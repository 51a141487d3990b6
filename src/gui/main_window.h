#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/backup.h"
#include "app/find_records.h"
#include "app/flow_publish.h"
#include "app/import_files.h"
#include "app/search_online.h"
#include "app/workspace.h"
#include "gui/screening/work_queue.h"
#include "gui/worker.h"
#include "model/decision.h"
#include "model/stage_settings.h"
#include "query/tree.h"
#endif

#include <QList>
#include <QMainWindow>
#include <QPointer>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

class QAction;
class QKeyEvent;
class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class MainWindow;
}

namespace winnow::app {
struct RankingPool;
} // namespace winnow::app

namespace winnow::gui {

class BackupsDialog;
class DuplicatesDialog;
class FlowView;
class QueryLinesDialog;
class RecordModel;
class ReviewDialog;
class ScreeningDialog;
class SearchDialog;

/// The one window: the records of a review, the record that is read, and the flow diagram as it stands.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(app::Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a review; tells in the message line when it cannot.
    bool openReview(const std::filesystem::path &path);

    /// Makes a review and shows it.
    bool createReview(const std::filesystem::path &path, const QString &title);

    void importFiles(const app::ImportRequest &request);

    /// Asks where to search and what for.
    void askForSearch();

    /// What each import stored and rejected, with what can be done about it.
    void showImports();

    /// The copies of a review, also of one that cannot be opened, and the way back to one.
    void showBackups(const std::filesystem::path &review);

    /// What each line of the query in the search box finds, adds and loses.
    void showQueryLines();

    /// Takes over what a screening tool decided on the records of the review.
    void takeDecisions(const QString &file);

    /// Writes the records that a query finds, or all; the name of the file tells the format.
    void exportRecords(const QString &file, const QString &query);

    /// `isTyped`: the query is still being typed, so that what is wrong with it is only said in the message
    /// line.
    void search(const QString &query, bool isTyped = false);
    void findDuplicates();

    /// Shows the pairs that may be the same, for a person to judge.
    void judgeDuplicates();

    /// Decides on the record that is read and goes on; an exclusion asks for its reason first where the stage
    /// wants one or lists some.
    void decide(Verdict verdict);

    /// Excludes the record that is read, for a reason that is asked for.
    void excludeWithReason();

    /// Puts the record that is read off and goes on.
    void skip();
    void askForLabel();
    void askForNote();

    /// One verdict for all that the search box finds.
    void askForBulk();

    /// Settings of the stages, conflicts, agreement and progress, and the exchange with other reviewers.
    void showScreening();
    void undo();
    void redo();
    void exportFlow(const QString &file, const app::FlowStyle &style = {});

    /// Lists the records behind a box of the flow diagram.
    void showBox(const QString &box);

Q_SIGNALS:
    void searchFinished();
    void importFinished();
    void flowRefreshed();
    void boxShown();
    void restoreEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QList<QAction *> reviewActions() const;
    [[nodiscard]] QList<QAction *> writingActions() const;
    void tellReadOnly();
    void listLikely(const QPointer<DuplicatesDialog> &dialog);
    void connectActions();
    void connectWorker();
    void setUpPanels();
    void setUpStatusBar();
    void closeReview();
    void leaveReview();
    void showStart();
    void adopt(std::unique_ptr<app::Workspace> workspace);
    void askForNew();
    void askForOpen();
    void askForImport(const QStringList &chosen);
    void askForExport();
    void askForReport(const QString &title,
                      const QString &name,
                      const QString &kinds,
                      const std::function<Result<void>(app::Workspace &, const std::string &)> &write);
    void connectReports(QAction *checklist, QAction *appendix, QAction *bias);
    void askForDecisions();
    void askForRecordExport();
    void tellImport(const app::ImportOutcome &outcome);
    void tellSearch(const Result<app::OnlineOutcome> &outcome);
    void countHits(SearchDialog &dialog);
    void fetchRecords(SearchDialog &dialog, bool isResumed);
    void runQueryLines();
    void closeQueryLines();
    void showUndecided(const app::FoundRecords &found);
    void undoImport(qint64 import);
    void setUpBackups();
    void backUpNow(const QPointer<BackupsDialog> &dialog);
    void restore(const std::filesystem::path &review, const std::filesystem::path &backup);
    void tellRestored();
    void saveRejected(qint64 import, const QString &file);
    void showRecords(std::vector<RecordId> ids);
    void showCurrentRecord();
    void showProblem(const QString &text);
    void setUpEvidence();
    template <typename Dialog>
    [[nodiscard]] ReviewDialog *beside();
    void showBeside(ReviewDialog *dialog);
    void showExtraction();
    void showAppraisal();
    void reloadBeside(const ReviewDialog *changed = nullptr);
    void reloadDue();
    void closeBeside();
    void refreshAll();
    void refreshFlow();
    void say(const QString &text);
    void showProgress(const QString &what, qint64 done, qint64 total);
    void setUpScreening();
    void setUpAside();
    void setUpLists();
    void tellSearched(const QString &query);
    void showLabels();
    void showLabelled(const QString &label);
    [[nodiscard]] std::vector<RecordId> onlyLabelled(std::vector<RecordId> ids);
    [[nodiscard]] std::string workQuery() const;
    [[nodiscard]] bool goesRowByRow() const;
    void showCriteria();
    void explainPlace();
    void fitAside();
    void refreshStages();
    void openWorkList();
    void decide(RecordId record, Verdict verdict, const QString &reason);
    void askForFreeReason(RecordId record);
    bool excludeByDigit(int digit);
    bool takeKey(const QKeyEvent &key);
    void showLeft();
    [[nodiscard]] QString titleOf(RecordId record) const;
    void goTo(RecordId record);
    void goToNext();
    [[nodiscard]] std::vector<Decision> lastDecisions();
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const StageSettings &settings() const;
    [[nodiscard]] RecordId currentRecord() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    app::Services m_services;
    app::OnlineAccess m_access;                                    ///< of the environment
    std::unique_ptr<app::Workspace> m_workspace;                   ///< for short reads and decisions
    std::unique_ptr<Worker> m_worker;                              ///< for everything longer
    std::shared_ptr<const query::Node> m_query;                    ///< of the records shown; nullptr: all
    std::filesystem::path m_restored;                              ///< the review that was to be restored
    Result<app::RestoreOutcome> m_outcome = app::RestoreOutcome{}; ///< of that
    QString m_searched;                                            ///< what m_query was made of
    QString m_label;                       ///< that all records shown have; empty: any or none
    QPointer<QueryLinesDialog> m_lines;    ///< while it is open
    int m_linesRun = 0;                    ///< number of the latest
    QPointer<ScreeningDialog> m_screening; ///< while it is open
    std::vector<StageSettings> m_stages;   ///< all, by Stage
    bool m_hasEnded = false;               ///< screening, by a stopping rule
    WorkQueue m_queue;
    bool m_goesToWork = false;       ///< when the work list is there
    std::vector<RecordId> m_decided; ///< one by one in this window, the latest last
    QStringList m_reasonsGiven;      ///< in this window, where the stage lists none
    RecordModel *m_model;
    FlowView *m_flow;
    QLabel *m_message;
    QLabel *m_readOnlyLabel;
    QLabel *m_progressLabel;
    QProgressBar *m_progress;
    QPushButton *m_stopButton;
    QTimer *m_searchTimer;
    QTimer *m_whyTimer;
    QTimer *m_besideTimer;                ///< until the windows beside this one show what changed
    QPointer<ReviewDialog> m_besideFirst; ///< in which somebody works
    bool m_isFlowDue = false;
    int m_whyRun = 0;                                  ///< number of the latest explanation
    std::shared_ptr<const app::RankingPool> m_whyPool; ///< of the latest explanation; may be nullptr
    bool m_isAsideOwn = false;                         ///< a person divided the side
};

} // namespace winnow::gui
