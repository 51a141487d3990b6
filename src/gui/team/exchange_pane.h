#pragma once

#include "gui/frame/step.h"

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ExchangePane;
}

namespace winnow::gui {

/// Exchanges with other reviewers what each said: by bundles, or through a folder that all share.
class ExchangePane : public Step
{
    Q_OBJECT

public:
    explicit ExchangePane(Session &session, QWidget *parent = nullptr);
    ~ExchangePane() override;

    void reload(Changes /*changes*/) override {}

    /// Takes in the bundles of the place.
    void goTo(const Place &place) override;

    void exportTo(const QString &file);
    void merge(const QString &file);

    /// Meets the others in a folder, now and whenever something changes there or here.
    void meetIn(const QString &folder);

private:
    void makeActions();
    void askForExport();
    void askForBundle();
    void chooseFolder();
    void showFolder();
    void report(const QString &text);

    std::unique_ptr<Ui::ExchangePane> m_ui;
};

} // namespace winnow::gui
