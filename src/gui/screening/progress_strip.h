#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace winnow::gui {

class ProgressNumbers;

/// How far the screening is, in one line over a hairline that fills.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void show(const ProgressNumbers &numbers);

Q_SIGNALS:
    void stoppingWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_position;
    QLabel *m_left;
    QLabel *m_pace;
    QPushButton *m_stopping;
    double m_share = 0;
};

} // namespace winnow::gui
