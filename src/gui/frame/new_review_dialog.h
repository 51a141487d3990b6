#pragma once

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class NewReviewDialog;
}

namespace winnow::gui {

/// Asks for the title of a new review; where it is kept follows from it, unless a place is chosen.
class NewReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder`: where reviews are kept unless told otherwise.
    explicit NewReviewDialog(QString folder, QWidget *parent = nullptr);
    ~NewReviewDialog() override;

    [[nodiscard]] QString title() const;

    [[nodiscard]] QString path() const { return m_path; }

    /// A place of the person's choice.
    void setPath(const QString &path);

private:
    void choosePlace();
    void showPlace();

    std::unique_ptr<Ui::NewReviewDialog> m_ui;
    QString m_folder;
    QString m_path;
    bool m_isChosen = false; ///< the path, by the person
};

} // namespace winnow::gui
