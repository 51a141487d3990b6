#pragma once

#include "gui/frame/step.h"

class QTabWidget;

namespace winnow::gui {

class HistoryPane;
class ImportPane;
class LinesPane;
class OnlinePane;
class QueryPane;
class WordsPane;

/// Query, sources, runs and imports.
class SearchesStep : public Step
{
    Q_OBJECT

public:
    explicit SearchesStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

private:
    void lay();
    void connectPanes();
    void addActions();
    void showReading();
    void offerNewestQuery();

    QueryPane *m_query;
    QTabWidget *m_tabs; ///< beside the query
    ImportPane *m_import;
    WordsPane *m_words;
    LinesPane *m_lines;
    OnlinePane *m_online;
    HistoryPane *m_history;
    bool m_hadRecords = false;
    bool m_isFirst = true; ///< nothing was shown yet
};

} // namespace winnow::gui
