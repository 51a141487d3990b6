#pragma once

#include "gui/frame/step.h"
#include "gui/queries/query_reading.h"

#include <array>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace winnow::gui {

/// What a query finds, in plain words, and both readings where they differ.
class WordsPane : public Step
{
    Q_OBJECT

public:
    explicit WordsPane(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
    void setReading(const QueryReading &reading);

Q_SIGNALS:
    void bracketsWanted(winnow::query::Precedence precedence);

private:
    /// One of the two readings.
    struct ReadingRow
    {
        QLabel *hits = nullptr;
        QLabel *text = nullptr;
        QPushButton *button = nullptr;
    };

    void addRow(query::Precedence precedence);
    void showWords();
    void showReadings();
    void countReadings();

    QueryReading m_reading;
    QWidget *m_readings;
    std::array<ReadingRow, 2> m_rows; ///< by query::Precedence
    QTextBrowser *m_words;
};

} // namespace winnow::gui
