#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/duplicates.h"
#include "app/show_record.h"
#endif

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class DuplicatesDialog;
}

namespace winnow::gui {

/// Shows the pairs that may be the same, the likeliest first and side by side, and says what a person judged
/// of each. Changes nothing itself.
class DuplicatesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads the record that stands for the group of another.
    using Reader = std::function<Result<app::RecordView>(RecordId)>;

    explicit DuplicatesDialog(Reader reader, QWidget *parent = nullptr);
    ~DuplicatesDialog() override;

    void showProgress(const QString &what, qint64 done, qint64 total);
    void showPairs(const Result<std::vector<app::LikelyDuplicate>> &pairs);

    /// What became of the pair that was judged last; an error leaves it in the list.
    void showJudged(const Result<void> &judged);

Q_SIGNALS:
    void mergeWanted(qint64 a, qint64 b);
    void keepApartWanted(qint64 a, qint64 b);
    void undoWanted();

private:
    void showCurrent();
    void showCount();
    [[nodiscard]] const app::LikelyDuplicate *current() const;

    std::unique_ptr<Ui::DuplicatesDialog> m_ui;
    Reader m_reader;
    std::vector<app::LikelyDuplicate> m_pairs; ///< in the order of the list
};

} // namespace winnow::gui
