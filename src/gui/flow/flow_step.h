#pragma once

#include "gui/flow/flow_reading.h"
#include "gui/frame/step.h"

#ifndef Q_MOC_RUN
#include "app/flow_publish.h"
#include "app/flow_snapshots.h"
#endif

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class FlowStep;
}

namespace winnow::gui {

class FlowView;

/// The PRISMA flow diagram as it will be printed, how it is drawn, whether its numbers add up, and all files
/// that are made of it.
class FlowStep : public Step
{
    Q_OBJECT

public:
    explicit FlowStep(Session &session, QWidget *parent = nullptr);
    ~FlowStep() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    void takeFocus() override;

    /// How the diagram is drawn, as it was chosen.
    [[nodiscard]] app::FlowStyle style() const;

Q_SIGNALS:
    void read();     ///< the diagram is that of the review
    void exported(); ///< all files that were asked for are written, or could not be

private:
    void fillBoxes();
    void connectStyle();
    void connectExport();
    void connectNumbers();
    void connectSnapshots();
    void takePublisher();
    void draw();
    void showChecks(const flow::Numbers &numbers);
    void openBox(const QString &box);
    void exportFiles();
    void writeFiles(const std::vector<std::string> &files);
    void askForReport(const QString &title,
                      const QString &name,
                      const QString &kinds,
                      const QStringList &command,
                      const std::function<Result<void>(app::Workspace &, const std::string &)> &write);
    void noteNumber();
    void takeNumberBack();
    void showOutside();
    void keepSnapshot();
    void readSnapshots();
    void compare();
    void showDifferences(const Result<app::FlowDifferences> &differences);
    void restore();
    void remember() const;
    [[nodiscard]] QString settingsGroup() const;
    [[nodiscard]] QStringList chosenFormats() const;

    std::unique_ptr<Ui::FlowStep> m_ui;
    FlowView *m_view;
    FlowReading m_reading;
    std::vector<QCheckBox *> m_formats;
    std::vector<app::FlowSnapshot> m_snapshots;
    std::vector<app::FlowDifference> m_differences; ///< that are shown
    QStringList m_toldReplaced;                     ///< files that the next export replaces, as was said
    bool m_isRestoring = false;
};

} // namespace winnow::gui
