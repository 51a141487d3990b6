#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/flow_publish.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class FlowDialog;
}

namespace winnow::gui {

class FlowView;

/// How the flow diagram is to be written, with the diagram as it will be.
class FlowDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FlowDialog(flow::Numbers numbers, QWidget *parent = nullptr);
    ~FlowDialog() override;

    [[nodiscard]] app::FlowStyle style() const;

Q_SIGNALS:
    void saveWanted();

private:
    void fillBoxes();
    void takePublisher();
    void refresh();

    std::unique_ptr<Ui::FlowDialog> m_ui;
    flow::Numbers m_numbers;
    FlowView *m_view;
};

} // namespace winnow::gui
