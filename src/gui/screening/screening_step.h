#pragma once

#include "gui/frame/step.h"
#include "gui/queries/query_draft.h"
#include "gui/screening/screening_actions.h"
#include "gui/screening/work_queue.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "gui/reading/record_documents.h"
#include "gui/screening/progress_numbers.h"
#include "gui/screening/stage_records.h"
#endif

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace winnow::app {
struct RankingPool;
} // namespace winnow::app

namespace winnow::gui {

class AsidePane;
class DecisionBar;
class LabelsDialog;
class ProgressStrip;
class ReadingPane;
class ScreeningModel;
class StagePage;
class StoppingPage;

/// One record after another, to decide on: a key decides, and the next record is there at once, since it was
/// read and set before. With the list beside it or without, at one stage of those that it is made for.
class ScreeningStep : public Step
{
    Q_OBJECT

public:
    /// The stages that are screened here.
    enum class Screens { TitleAbstract, FullText };

    ScreeningStep(Session &session, Screens screens, QWidget *parent = nullptr);
    explicit ScreeningStep(Session &session, QWidget *parent = nullptr);
    ~ScreeningStep() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &query, bool isTyped) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

    [[nodiscard]] Stage stage() const;

    /// The record that is read; 0: none.
    [[nodiscard]] RecordId record() const { return m_record; }

    /// Whether the record that comes next is set already.
    [[nodiscard]] bool isNextReady();

    /// Decides on the record that is read and goes on; an exclusion asks for its reason first where the stage
    /// wants one or lists some.
    void decide(Verdict verdict);

    /// Where records are read: the abstract, and what else a stage reads.
    [[nodiscard]] QStackedWidget *readingPlace() const { return m_places; }

Q_SIGNALS:
    void recordShown(winnow::RecordId record); ///< 0: there is none
    void highlightsChanged();

protected:
    [[nodiscard]] ScreeningActions &actions() { return *m_actions; }

    /// What is marked in records.
    [[nodiscard]] const Highlighter &highlighter() const { return m_documents.look().highlighter; }

    /// Puts the focus where the record is read.
    virtual void focusReading();

    /// One more part beside reading, settings and stopping; places name it by its object name.
    void addPart(Step *part, const QString &name, const QString &title);

private:
    // The widgets, made once.
    void makeParts();
    [[nodiscard]] QWidget *toolRow();
    [[nodiscard]] QPushButton *ordersButton(QWidget *parent);
    [[nodiscard]] QPushButton *moreButton(QWidget *parent);
    [[nodiscard]] QWidget *readPart();
    [[nodiscard]] QWidget *recordPart(QWidget *parent);
    void makeList();
    void connectActs();
    void connectLists();
    void connectAsks();
    void connectPages();
    void fitActions();
    void fitStages();
    void fitLook();
    [[nodiscard]] QueryDraft highlightedQuery();
    void showPart(int part);
    void showKeys();

    // The record that is read.
    void show(RecordId record);
    void showAgain();
    void select(RecordId record);
    void showNothing();
    void settle();
    void prefetch();
    void explainPlace();
    void showNext();
    void goBack();
    void goForward();
    [[nodiscard]] QString titleOf(RecordId record);
    [[nodiscard]] std::vector<RecordId> ahead(std::size_t count);
    [[nodiscard]] bool goesRowByRow() const;

    [[nodiscard]] const StageSettings &settings() const { return session().settings(stage()); }

    // What is done with it.
    void decide(RecordId record, Verdict verdict, const QString &reason);
    void excludeWithReason();
    void excludeFor(std::size_t place);
    void skip();
    void askForLabel();
    void askForNote();
    void askForHighlights();
    void askForBulk();
    void showLabels();
    void remember(RecordId record);
    void goToUndone();
    void goToRedone(const Event &event);
    [[nodiscard]] QStringList commandFor(const char *command, RecordId record) const;

    // Which records there are.
    void openWork(bool goesToIt);
    void openQueue(app::WorkOrder order);
    void readList();
    void showList(const std::shared_ptr<const RecordOrder> &order, const StageListing &listing);
    void endList();
    void tellList();
    void readNumbers();
    void showNumbers();
    [[nodiscard]] app::WorkOrder order() const;
    [[nodiscard]] StageListing listing() const;

    Screens m_screens;
    ScreeningActions *m_actions;
    RecordDocuments m_documents;
    WorkQueue *m_queue;
    ScreeningModel *m_model;
    QTabBar *m_tabs = nullptr;
    QComboBox *m_stageBox = nullptr;
    QWidget *m_readTools = nullptr; ///< of no use but while records are read
    QPushButton *m_workThrough = nullptr;
    QPushButton *m_listButton = nullptr; ///< ends a label or a list that was brought here
    QStackedWidget *m_parts = nullptr;
    QStackedWidget *m_places = nullptr;
    ProgressStrip *m_strip = nullptr;
    QSplitter *m_splitter = nullptr;
    QListView *m_list = nullptr;
    ReadingPane *m_pane = nullptr;
    QLabel *m_legend = nullptr;
    AsidePane *m_aside = nullptr;
    DecisionBar *m_bar = nullptr;
    StagePage *m_stagePage = nullptr;
    StoppingPage *m_stoppingPage = nullptr;
    QPointer<LabelsDialog> m_labelsDialog;
    QTimer *m_settleTimer;
    QTimer *m_whyTimer;
    QTimer *m_numbersTimer;

    RecordId m_record;
    std::vector<RecordId> m_trail;    ///< what was decided or put off in this window, the latest last
    std::size_t m_trailPlace = 0;     ///< of the record that is read; the end: it is none of the trail
    std::vector<RecordId> m_toSettle; ///< whose rows are to be read again
    std::optional<RecordId> m_undone; ///< to be shown when the review is read again
    bool m_goesToWork = true;         ///< when the work list is there
    bool m_ranksNext = false;         ///< the list in order of import is only for the time being
    bool m_isSelecting = false;       ///< the row of the record that is shown
    bool m_isPrefetchedTwice = false;
    QString m_query;       ///< that records are found by; empty: all
    QString m_highlighted; ///< the query whose words are marked
    QString m_label;
    QString m_listTitle;
    std::optional<std::vector<RecordId>> m_wanted; ///< exactly these
    ProgressNumbers m_numbers;
    QStringList m_reasonsGiven; ///< in this window, where the stage lists none
    std::shared_ptr<const app::RankingPool> m_whyPool;
};

} // namespace winnow::gui
