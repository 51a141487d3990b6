#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/backup.h"
#endif

#include <QObject>
#include <QPointer>

#include <optional>

namespace winnow::gui {

class BackupsDialog;
class ReviewWindow;

/// Copies the review of a window and goes back to a copy, also of a review that cannot be opened.
class Restorer : public QObject
{
    Q_OBJECT

public:
    explicit Restorer(ReviewWindow &window);

    /// Shows the backups of a review, which is the one that is open or none.
    void show(const std::filesystem::path &review);

Q_SIGNALS:
    void said(const QString &text);
    void ended(); ///< a backup was restored, or why not is known

private:
    void backUp();
    void restore(const std::filesystem::path &backup);
    void finish();

    ReviewWindow &m_window;
    QPointer<BackupsDialog> m_dialog;
    std::filesystem::path m_review;
    std::optional<Result<app::RestoreOutcome>> m_outcome;
};

} // namespace winnow::gui
