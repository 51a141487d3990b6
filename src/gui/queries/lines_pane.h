#pragma once

#include "gui/frame/step.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/query_effects.h"
#include "base/result.h"
#endif

#include <memory>
#include <optional>

class QTreeWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class LinesPane;
}

namespace winnow::gui {

/// Shows what each line of a query finds, adds and loses among the records of the review, and which records
/// that it should find it does not.
class LinesPane : public Step
{
    Q_OBJECT

public:
    explicit LinesPane(Session &session, QWidget *parent = nullptr);
    ~LinesPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;

    /// What the lines of a query do; read anew here where there are seeds. Nothing: no query can be run.
    void setEffects(const std::string &query,
                    query::Precedence precedence,
                    const std::optional<app::QueryEffects> &effects);

private:
    void readSeeds();
    void showEffects(const Result<app::QueryEffects> &effects);
    void fill(const app::QueryEffects &effects);
    void showSeeds(const app::QueryEffects &effects);
    [[nodiscard]] QTreeWidgetItem *itemOf(const app::QueryEffects &effects, std::size_t line) const;

    std::unique_ptr<Ui::LinesPane> m_ui;
    app::EffectsRequest m_request; ///< without its seeds
    std::optional<app::QueryEffects> m_effects;
};

} // namespace winnow::gui
