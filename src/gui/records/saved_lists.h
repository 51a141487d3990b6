#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/facets.h"
#endif

#include <QString>

#include <vector>

namespace winnow::gui {

/// A search and what was chosen of the facets, under a name.
struct SavedList
{
    QString name;
    QString query;
    app::FacetChoice choice;
};

/// The saved lists of one review, kept in the settings of the user: they say how somebody looks at the
/// review, and nothing about it.
class SavedLists
{
public:
    explicit SavedLists(const std::string &reviewUuid);

    [[nodiscard]] const std::vector<SavedList> &all() const { return m_lists; }

    /// In place of one of the same name.
    void put(SavedList list);
    void remove(const QString &name);

private:
    void write() const;

    QString m_group;
    std::vector<SavedList> m_lists; ///< in the order of their names
};

} // namespace winnow::gui
