#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "model/stage_settings.h"
#endif

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StagePage;
}

namespace winnow::gui {

/// How each stage is screened, to be changed and saved. `workspace` must outlive it.
class StagePage : public QWidget
{
    Q_OBJECT

public:
    StagePage(app::Workspace &workspace, Stage stage, QWidget *parent = nullptr);
    ~StagePage() override;

    /// Reads the settings anew, but keeps what was changed and not saved.
    void reload();

    /// Whether something was changed and not saved.
    [[nodiscard]] bool hasChanges() const;

Q_SIGNALS:
    void told(const QString &text);                             ///< what cannot be saved
    void done(const QString &told, const QStringList &command); ///< the settings are saved

private:
    void show(const StageSettings &settings);
    void take();
    void save();
    void showChoice();

    std::unique_ptr<Ui::StagePage> m_ui;
    app::Workspace &m_workspace;
    std::vector<StageSettings> m_stored; ///< by Stage
    std::vector<StageSettings> m_edited;
    std::size_t m_shown = 0;
    bool m_isShowing = false;
};

} // namespace winnow::gui
