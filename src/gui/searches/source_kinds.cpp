#include "gui/searches/source_kinds.h"

#include "gui/row_parts.h"

#include <QComboBox>
#include <QCoreApplication>

#include <array>

namespace winnow::gui {

namespace {

struct KindWords
{
    SourceKind kind;
    const char *words;
};

constexpr std::array kKinds{
    KindWords{SourceKind::Database, QT_TRANSLATE_NOOP("SourceKind", "Database")},
    KindWords{SourceKind::Register, QT_TRANSLATE_NOOP("SourceKind", "Register")},
    KindWords{SourceKind::Website, QT_TRANSLATE_NOOP("SourceKind", "Website")},
    KindWords{SourceKind::Organisation, QT_TRANSLATE_NOOP("SourceKind", "Organisation")},
    KindWords{SourceKind::Citation, QT_TRANSLATE_NOOP("SourceKind", "Citation searching")},
    KindWords{SourceKind::Other, QT_TRANSLATE_NOOP("SourceKind", "Other")},
};

} // namespace

void fillKinds(QComboBox &box)
{
    for (const KindWords &kind : kKinds) {
        box.addItem(QCoreApplication::translate("SourceKind", kind.words), static_cast<int>(kind.kind));
    }
    scrollOver(&box);
}

SourceKind kindIn(const QComboBox &box)
{
    return static_cast<SourceKind>(box.currentData().toInt());
}

} // namespace winnow::gui
