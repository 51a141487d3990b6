#include "gui/records/saved_lists.h"

#include "gui/shown.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace winnow::gui {

namespace {

QStringList toStrings(const std::set<std::string> &values)
{
    QStringList strings;
    for (const std::string &value : values) {
        strings << shown(value);
    }
    return strings;
}

} // namespace

SavedLists::SavedLists(const std::string &reviewUuid)
    : m_group(QStringLiteral("lists/") + shown(reviewUuid))
{
    QSettings kept(QStringLiteral("winnow"), QStringLiteral("winnow"));
    const int count = kept.beginReadArray(m_group);
    for (int i = 0; i < count; ++i) {
        kept.setArrayIndex(i);
        SavedList list{kept.value(QStringLiteral("name")).toString(),
                       kept.value(QStringLiteral("query")).toString(),
                       {}};
        for (const app::Facet facet : app::kFacets) {
            const QString key = shown(app::toString(facet));
            for (const QString &value : kept.value(key).toStringList()) {
                list.choice[facet].insert(value.toStdString());
            }
        }
        m_lists.push_back(std::move(list));
    }
}

void SavedLists::put(SavedList list)
{
    std::erase_if(m_lists, [&](const SavedList &other) { return other.name == list.name; });
    m_lists.push_back(std::move(list));
    std::ranges::sort(m_lists, [](const SavedList &a, const SavedList &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    write();
}

void SavedLists::remove(const QString &name)
{
    std::erase_if(m_lists, [&](const SavedList &list) { return list.name == name; });
    write();
}

void SavedLists::write() const
{
    QSettings kept(QStringLiteral("winnow"), QStringLiteral("winnow"));
    kept.remove(m_group);
    kept.beginWriteArray(m_group, static_cast<int>(m_lists.size()));
    for (int i = 0; i < static_cast<int>(m_lists.size()); ++i) {
        const SavedList &list = m_lists[static_cast<std::size_t>(i)];
        kept.setArrayIndex(i);
        kept.setValue(QStringLiteral("name"), list.name);
        kept.setValue(QStringLiteral("query"), list.query);
        for (const auto &[facet, values] : list.choice) {
            kept.setValue(shown(app::toString(facet)), toStrings(values));
        }
    }
    kept.endArray();
}

} // namespace winnow::gui
