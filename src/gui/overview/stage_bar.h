#pragma once

#ifndef Q_MOC_RUN
#include "app/screening_progress.h"
#endif

#include <QWidget>

class QLabel;

namespace winnow::gui {

/// How far a stage is: a bar in the colours of the verdicts, and beneath it what each part is, with its
/// number as a link.
class StageBar : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(Stage stage, QWidget *parent = nullptr);

    void show(const app::StageProgress &progress);

Q_SIGNALS:
    /// Somebody wants to see the records that stand so.
    void wanted(winnow::Stage stage, winnow::screening::State state);

private:
    class Bar;

    Stage m_stage;
    QLabel *m_title;
    Bar *m_bar;
    QLabel *m_parts;
};

} // namespace winnow::gui
