#pragma once

#ifndef Q_MOC_RUN // moc cannot read the concepts of the library
#include "app/check_query.h"
#include "app/search_online.h"
#include "app/search_runs.h"
#include "base/result.h"
#endif

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class SearchDialog;
}

namespace winnow::gui {

class KeyStore;

/// Asks where to search and what for, shows what that would bring before it is fetched, and what came of it.
/// It stays open, so that the same query can be run at the next source.
class SearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// `access` is what the environment says; a key that is typed goes before it. `keys` must outlive the
    /// dialog.
    SearchDialog(app::OnlineAccess access,
                 std::vector<app::OnlineSourceInfo> sources,
                 KeyStore &keys,
                 QWidget *parent = nullptr);
    ~SearchDialog() override;

    /// Offers to go on with a search; nothing takes the offer back.
    void offerToResume(std::optional<app::SearchRun> unfinished);

    [[nodiscard]] app::OnlineRequest request() const;
    [[nodiscard]] app::ResumeRequest resumeRequest() const;
    [[nodiscard]] app::OnlineAccess access() const;

    void showProgress(const QString &what, qint64 done, qint64 total);
    void showPreview(const Result<app::OnlinePreview> &preview);
    void showOutcome(const Result<app::OnlineOutcome> &outcome);

    void showFailure(const QString &message);

    /// Whether an answer is waited for.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void countAsked();
    void searchAsked();
    void resumeAsked();
    void stopAsked();

private:
    void connectWidgets();
    void showSource();
    void readSecrets(const app::OnlineSourceInfo &source, const std::function<void()> &then);
    void keepSecrets();
    void showReport(const QString &html);
    void checkLater();
    void check();
    void showProblems();
    void showReading();
    void showTranslation();
    void goToProblem();
    void mendOne();
    void mendAll();
    void replaceQuery(const std::string &text);
    void resume();
    void begin(const QString &what);
    void end();
    void enableButtons();
    [[nodiscard]] std::string query() const;
    [[nodiscard]] query::Precedence precedence() const;
    [[nodiscard]] const app::OnlineSourceInfo &source() const;
    [[nodiscard]] bool isEmpty() const;

    std::unique_ptr<Ui::SearchDialog> m_ui;
    app::OnlineAccess m_access;
    std::vector<app::OnlineSourceInfo> m_sources;
    KeyStore &m_keys;
    QTimer *m_checkTimer;
    app::CheckedText m_checked;
    std::optional<app::SearchRun> m_unfinished;
    QString m_report;          ///< what was shown last
    QString m_keychainTrouble; ///< why a key could not be kept; empty where none was refused
    bool m_canBeAsked = false; ///< the source can be asked the query
    bool m_isRunning = false;
};

} // namespace winnow::gui
