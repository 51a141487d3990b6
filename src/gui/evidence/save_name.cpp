#include "gui/evidence/save_name.h"

#include <QFileInfo>

namespace winnow::gui {

QString withSuffix(const QString &file, const QString &kind)
{
    const QString ending = kind.section(QStringLiteral("(*"), 1).section(QLatin1Char(')'), 0, 0);
    const bool hasOne = !QFileInfo(file).suffix().isEmpty();
    return ending.isEmpty() || hasOne ? file : file + ending;
}

} // namespace winnow::gui
