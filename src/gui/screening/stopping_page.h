#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/stopping.h"
#endif

#include <QWidget>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StoppingPage;
}

namespace winnow::gui {

class Worker;
struct StoppingAnswers;

/// Says whether screening can stop, by three rules with what they rest on; draws the random sample that one
/// of them needs, and writes down what a rule said or that screening ends. The workers must outlive it.
class StoppingPage : public QWidget
{
    Q_OBJECT

public:
    StoppingPage(Worker &reader, Worker &writer, Stage stage, QWidget *parent = nullptr);
    ~StoppingPage() override;

    void reload();

Q_SIGNALS:
    void told(const QString &text);                             ///< what cannot be done
    void done(const QString &told, const QStringList &command); ///< something was written down

private:
    void show(const StoppingAnswers &answers);
    void draw();
    void record(bool stops);
    void setBusy(bool isBusy);
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] QStringList command(const QStringList &more) const;
    [[nodiscard]] QStringList recordCommand(app::StoppingRule rule, bool stops) const;
    [[nodiscard]] app::StoppingRequest request(app::StoppingRule rule) const;

    std::unique_ptr<Ui::StoppingPage> m_ui;
    Worker &m_reader;
    Worker &m_writer;
    int m_run = 0;            ///< number of the latest reading
    bool m_isSizeOwn = false; ///< a person chose the size of the sample
    bool m_hasEnded = false;  ///< screening at the stage
    bool m_hasRest = false;   ///< there are records to draw from
    bool m_isBusy = false;    ///< writing
};

} // namespace winnow::gui
