#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/bulk_decisions.h"
#include "model/stage_settings.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class BulkDialog;
}

namespace winnow::gui {

class Worker;

/// Says how many records one verdict would fall on, and gives it. The workers must outlive it.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    BulkDialog(Worker &reader,
               Worker &writer,
               StageSettings settings,
               const QString &query,
               QWidget *parent = nullptr);
    ~BulkDialog() override;

Q_SIGNALS:
    /// `command`: arguments of `winnow` that do the same.
    void decided(qint64 records, const QStringList &command);

private:
    void preview();
    void showPreview(const Result<app::BulkPreview> &preview);
    void showChoice();
    void decide();
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] app::BulkRequest request() const;
    [[nodiscard]] QStringList command() const;

    std::unique_ptr<Ui::BulkDialog> m_ui;
    Worker &m_reader;
    Worker &m_writer;
    StageSettings m_settings;
    QString m_query;
    std::vector<RecordId> m_records; ///< that would be decided
    bool m_isDeciding = false;
};

} // namespace winnow::gui
