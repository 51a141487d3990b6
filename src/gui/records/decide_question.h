#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/bulk_decisions.h"
#endif

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class DecideQuestion;
}

namespace winnow::gui {

class Session;

/// Asks for one verdict on chosen records, and says what it would come to before it is given.
class DecideQuestion : public QDialog
{
    Q_OBJECT

public:
    DecideQuestion(Session &session, std::vector<RecordId> records, QWidget *parent = nullptr);
    ~DecideQuestion() override;

Q_SIGNALS:
    void answered(const winnow::app::BulkRequest &request, const std::vector<winnow::RecordId> &records);

private:
    void showReasons();
    void preview();
    void showPreview(const Result<app::ChosenPreview> &preview);
    void showChoice();
    void answer();
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] Verdict verdict() const;

    std::unique_ptr<Ui::DecideQuestion> m_ui;
    Session &m_session;
    std::vector<RecordId> m_records;
    app::ChosenPreview m_preview;
};

} // namespace winnow::gui
