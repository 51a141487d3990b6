#pragma once

#include "gui/frame/step.h"
#include "gui/queries/query_reading.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/query_effects.h"
#endif

#include <QThreadPool>

#include <memory>
#include <optional>

class QTimer;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class QueryPane;
}

namespace winnow::gui {

class QueryEditor;

/// What is searched for: the query, what is wrong with it, and what each of its lines finds in the review.
class QueryPane : public Step
{
    Q_OBJECT

public:
    /// `sources`: ids of those that may be asked the query.
    QueryPane(Session &session, std::vector<std::string> sources, QWidget *parent = nullptr);
    ~QueryPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

    [[nodiscard]] std::string query() const;
    [[nodiscard]] query::Precedence precedence() const;

    /// As one step for undo.
    void setQuery(const std::string &query);
    void setPrecedence(query::Precedence precedence);

    /// Puts the parentheses into the query that it needs to be read so under both precedences.
    void putBrackets(query::Precedence precedence);

    /// What was read last. It may be of an older text while wasRead() is still to come.
    [[nodiscard]] const QueryReading &reading() const { return m_reading; }

    /// Whether the reading is that of the text that stands there.
    [[nodiscard]] bool isRead() const { return m_reading.checked.text == query(); }

    /// What the lines find; nothing where that is not known.
    [[nodiscard]] const std::optional<app::QueryEffects> &effects() const { return m_effects; }

    /// A query was kept for this review before.
    [[nodiscard]] bool hadDraft() const { return m_hadDraft; }

    /// The query cannot be changed while it is run.
    void setReadOnly(bool isReadOnly);

Q_SIGNALS:
    void edited(); ///< the text or its precedence changed
    void wasRead();
    void effectsRead();

private:
    void connectWidgets();
    void addActions();
    void restoreDraft();
    void keepDraft();
    void readLater();
    void showReading(QueryReading reading);
    void readEffects();
    void goToProblem(std::size_t problem);
    void goToNextProblem(int by);
    void mend(std::size_t problem);
    void mendAtCursor();
    void mendAll();
    void askForQuery();
    void openQuery(const QString &file);
    void askForSave();
    void saveQuery(const QString &name);

    std::unique_ptr<Ui::QueryPane> m_ui;
    std::vector<std::string> m_sources;
    QTimer *m_draftTimer;
    QueryReading m_reading;
    std::string m_asked; ///< the text that is being read, or was
    std::optional<app::QueryEffects> m_effects;
    int m_runs = 0; ///< of readings
    bool m_hadDraft = false;
    QThreadPool m_pool; ///< the last member: what it does ends before the others go
};

} // namespace winnow::gui
