#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "evidence/review_data.h"
#endif

#include <QDialog>

#include <set>
#include <vector>

class QListWidget;

namespace winnow::gui {

/// Which studies, and which evidence from outside, a row of a table rests on.
class StudyChooser : public QDialog
{
    Q_OBJECT

public:
    StudyChooser(const std::vector<evidence::StudyData> &studies,
                 const std::vector<std::size_t> &chosen,
                 QWidget *parent);

    /// By their places among the studies.
    [[nodiscard]] std::set<std::size_t> chosen() const;

private:
    void filter(const QString &words);

    QListWidget *m_list;
};

} // namespace winnow::gui
