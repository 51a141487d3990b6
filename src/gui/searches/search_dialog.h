#pragma once

#ifndef Q_MOC_RUN // moc cannot read the concepts of the library
#include "app/search_online.h"
#include "base/result.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class SearchDialog;
}

namespace winnow::gui {

class KeyStore;

/// Asks where to search and what for, and shows what that would bring before it is fetched.
class SearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// `access` is what the environment says; a key that is typed goes before it.
    SearchDialog(app::OnlineAccess access, bool hasUnfinished, QWidget *parent = nullptr);
    ~SearchDialog() override;

    [[nodiscard]] app::OnlineRequest request() const;
    [[nodiscard]] app::OnlineAccess access() const;

    void showPreview(const Result<app::OnlinePreview> &preview);

Q_SIGNALS:
    void countAsked();
    void searchAsked();
    void resumeAsked();

private:
    void showSource();
    void checkQuery();
    [[nodiscard]] QString sourceId() const;

    std::unique_ptr<Ui::SearchDialog> m_ui;
    app::OnlineAccess m_access;
    KeyStore *m_keys;
};

} // namespace winnow::gui
