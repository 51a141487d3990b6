#pragma once

#include <QAbstractFileIconProvider>
#include <QIcon>

namespace winnow::gui {

/// Icons and names of kinds for a list of files, by name and by what the folder says: Qt's own reads the
/// beginning of each file to tell its type. May be used by any thread once it is made.
class FileIcons final : public QAbstractFileIconProvider
{
public:
    FileIcons();

    [[nodiscard]] QIcon icon(IconType type) const override;
    [[nodiscard]] QIcon icon(const QFileInfo &info) const override;
    [[nodiscard]] QString type(const QFileInfo &info) const override;

private:
    QIcon m_file;
    QIcon m_folder;
    QIcon m_drive;
};

} // namespace winnow::gui
