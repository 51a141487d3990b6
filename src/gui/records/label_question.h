#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/facets.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class LabelQuestion;
}

namespace winnow::gui {

/// Asks for a label to give to records, or to take from them, and says how many have it.
class LabelQuestion : public QDialog
{
    Q_OBJECT

public:
    LabelQuestion(std::vector<RecordId> records,
                  std::shared_ptr<const app::FacetTable> facets,
                  QWidget *parent = nullptr);
    ~LabelQuestion() override;

Q_SIGNALS:
    void answered(const QString &label, bool isAdded);

private:
    void preview();
    void answer(bool isAdded);
    [[nodiscard]] QString label() const;

    std::unique_ptr<Ui::LabelQuestion> m_ui;
    std::vector<RecordId> m_records;
    std::shared_ptr<const app::FacetTable> m_facets;
};

} // namespace winnow::gui
