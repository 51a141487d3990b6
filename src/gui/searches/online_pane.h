#pragma once

#include "gui/frame/step.h"
#include "gui/queries/query_reading.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/search_online.h"
#include "app/search_runs.h"
#include "base/result.h"
#endif

#include <memory>
#include <optional>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class OnlinePane;
}

namespace winnow::gui {

class KeyStore;

/// The online sources: what each cannot be asked, how many hits it has and what they cost, and the search
/// there. It asks in a thread of its own, since sources are slow, so that nothing else waits for them.
class OnlinePane : public Step
{
    Q_OBJECT

public:
    /// `access` is what the environment says; a key that is typed goes before it. `keys` must outlive the
    /// pane.
    OnlinePane(Session &session,
               app::OnlineAccess access,
               std::vector<app::OnlineSourceInfo> sources,
               KeyStore &keys,
               QWidget *parent = nullptr);
    ~OnlinePane() override;

    void reload(Changes changes) override;
    void takeFocus() override;

    /// What is to be asked from now on.
    void setReading(const QueryReading &reading);

    /// The query is being changed: nothing can be asked until it was read.
    void waitForReading();

    /// Chooses a source by its id.
    void choose(const std::string &source);

    /// How the chosen source is reached.
    [[nodiscard]] app::OnlineAccess access() const;

    void showPreview(const std::string &source, const Result<app::OnlinePreview> &preview);

    /// Whether an answer is waited for.
    [[nodiscard]] bool isRunning() const { return m_running > 0; }

Q_SIGNALS:
    /// A search is gone on with: it was begun with this query.
    void resumed(const QString &query, winnow::query::Precedence precedence);

private:
    /// A source with what is known of it.
    struct Row
    {
        app::OnlineSourceInfo info;
        std::string key; ///< of the keychain, or typed; likewise
        std::string token;
        bool wasAsked = false; ///< the keychain was asked for its key
        bool canBeAsked = false;
        QString report; ///< HTML: the translation, the count, or what was fetched
    };

    void connectWidgets();
    void addActions();
    void fillTree();
    void showSource();
    void showKeys();
    void readSecrets(std::size_t row);
    void keepSecrets();
    void forgetSecrets();
    void tellKeychain(const QString &why);
    void showTranslation(std::size_t row);
    void showReport(std::size_t row, const QString &html);
    void count(std::size_t row);
    void countAll();
    void fetch();
    void resume();
    void showOutcome(std::size_t row, const Result<app::OnlineOutcome> &outcome, const QString &query);
    void offerToResume(std::optional<app::SearchRun> unfinished);
    void begin(const QString &what);
    void end();
    void stop();
    void showProgress(const QString &what, qint64 done, qint64 total);
    void enableButtons();
    [[nodiscard]] std::size_t current() const;
    [[nodiscard]] std::size_t rowOf(const std::string &source) const;
    [[nodiscard]] app::OnlineAccess accessTo(std::size_t row) const;
    [[nodiscard]] bool hasKey(std::size_t row) const;
    [[nodiscard]] app::OnlineRequest request(std::size_t row) const;

    std::unique_ptr<Ui::OnlinePane> m_ui;
    app::OnlineAccess m_access;
    std::vector<Row> m_rows;
    KeyStore &m_keys;
    QueryReading m_reading;
    bool m_isRead = false; ///< m_reading is that of the text as it stands
    std::optional<app::SearchRun> m_unfinished;
    QString m_keychainTrouble;        ///< why a key could not be kept; empty where none was refused
    int m_running = 0;                ///< answers that are waited for
    std::unique_ptr<Worker> m_worker; ///< the last member: it ends before the others go
};

} // namespace winnow::gui
