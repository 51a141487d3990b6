#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/page_reader.h"
#endif

#include <QImage>
#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace winnow::gui {

/// A PDF that is being read, as the GUI thread has it: what its reader tells comes as signals.
class PageFile : public QObject
{
    Q_OBJECT

public:
    PageFile(const std::filesystem::path &file, const QString &name, QObject *parent);
    ~PageFile() override;

    [[nodiscard]] app::PageReader &reader() { return *m_reader; }

    /// Says nothing from now on, and goes when its threads have ended, for which nobody waits.
    void retire();

Q_SIGNALS:
    void opened(const winnow::pdf::About &about);
    void failed(const QString &why);
    void drawn(const winnow::app::PagePart &part, const QImage &picture);
    void notDrawn(const winnow::app::PagePart &part, const QString &why);
    void read(int page, const winnow::app::SharedText &text);
    void notRead(int page, const QString &why);
    void found(const winnow::app::FoundPlaces &places);
    void outlined(const std::vector<winnow::app::OutlineLine> &lines);
    void copied(const QString &text);
    void notCopied(const QString &why);

    void toldLater(const std::function<void()> &tell); ///< from a thread of the reader to this one

private:
    [[nodiscard]] app::PageListener listener();

    std::unique_ptr<app::PageReader> m_reader;
};

} // namespace winnow::gui
