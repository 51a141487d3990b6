#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "gui/reading/record_document.h"
#endif

#include <QTextBrowser>

#include <memory>

namespace winnow::gui {

class Appearance;

/// The record that is read, wherever records are read: a column of 60 to 75 characters.
class ReadingPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReadingPane(QWidget *parent = nullptr);
    ~ReadingPane() override;

    /// Shows a record with the words that `query` finds marked; it may be nullptr.
    void showRecord(const app::RecordView &view, const app::RecordMarks &marks, const query::Node *query);

    /// Shows what is set already, from its beginning.
    void showDocument(std::shared_ptr<QTextDocument> document);

    /// Shows a sentence instead of a record.
    void showSentence(const QString &sentence);

    /// The letters of records, and how many stand in a line. Documents that are set already keep theirs.
    void setReading(const QFont &font, int lineLength);

    /// From now on the letters are those of the settings, which outlive this; readingChanged() tells of
    /// others.
    void follow(const Appearance &appearance);

    [[nodiscard]] const QFont &readingFont() const { return m_font; }

    /// How wide documents are laid out.
    [[nodiscard]] int columnWidth() const { return viewport()->width(); }

Q_SIGNALS:
    void columnWidthChanged(int width);
    void readingChanged(); ///< what is shown has to be set anew

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumn();

    std::shared_ptr<QTextDocument> m_document; ///< what is shown
    QFont m_font;
    int m_lineLength = 68;
};

} // namespace winnow::gui
