#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/attachments.h"
#include "app/find_full_texts.h"
#include "app/match_full_texts.h"
#endif

#include <memory>

class QTreeWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class RetrievalPane;
}

namespace winnow::gui {

class KeyStore;

/// Where the full texts of sought reports come from: copies that everybody may read, looked for at several
/// sources, and a folder of PDFs, each matched to its report. It works in a thread of its own, since sources
/// are slow, so that nothing else waits for them.
class RetrievalPane : public Step
{
    Q_OBJECT

public:
    /// `access` is what the environment says; what is typed goes before it. `keys` must outlive the pane.
    RetrievalPane(Session &session, app::OnlineAccess access, KeyStore &keys, QWidget *parent = nullptr);
    ~RetrievalPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;

    /// Matches the PDFs of a folder.
    void matchFolder(const QString &folder);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpTree();
    void connectWidgets();
    void showKept();
    void readKey();
    void keepTyped();
    [[nodiscard]] app::OnlineAccess access() const;
    void readCount();
    void find(bool asksAgain);
    void askForFolder();
    void begin(const QString &what);
    void end();
    void showFound(const Result<app::FullTextOutcome> &outcome, bool asksAgain);
    void showMatched(const Result<app::MatchOutcome> &outcome, const QString &folder);
    void showFile(const app::MatchedFile &file);
    void fitButtons();
    void openAddress(int role);
    void attachChosen();
    void showAttached(RecordId record, const QString &file, const Result<app::AttachOutcome> &done);
    void readChosen();

    std::unique_ptr<Ui::RetrievalPane> m_ui;
    app::OnlineAccess m_access;
    KeyStore &m_keys;
    std::unique_ptr<Worker> m_worker;
    bool m_isRunning = false;
    bool m_wasKeyRead = false; ///< from the keychain
};

} // namespace winnow::gui
