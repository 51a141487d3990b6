#include "gui/file_icons.h"

#include <QApplication>
#include <QFileInfo>
#include <QStyle>

namespace winnow::gui {

FileIcons::FileIcons()
    : m_file(QApplication::style()->standardIcon(QStyle::SP_FileIcon))
    , m_folder(QApplication::style()->standardIcon(QStyle::SP_DirIcon))
    , m_drive(QApplication::style()->standardIcon(QStyle::SP_DriveHDIcon))
{}

QIcon FileIcons::icon(IconType type) const
{
    return type == File ? m_file : type == Drive ? m_drive : m_folder;
}

QIcon FileIcons::icon(const QFileInfo &info) const
{
    return info.isRoot() ? m_drive : info.isDir() ? m_folder : m_file;
}

QString FileIcons::type(const QFileInfo &info) const
{
    if (info.isDir()) {
        return QApplication::translate("FileDialog", "Folder");
    }
    const QString ending = info.suffix();
    return ending.isEmpty() ? QApplication::translate("FileDialog", "File")
                            : QApplication::translate("FileDialog", "%1 file").arg(ending);
}

} // namespace winnow::gui
