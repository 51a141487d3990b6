#pragma once

#include "gui/reading/record_document.h"

#include <QSize>

#include <list>
#include <memory>

namespace winnow::gui {

/// Records that are ready to be shown: read, set and laid out before somebody asks for them. Keeps those that
/// were asked for latest.
class RecordDocuments
{
public:
    struct Entry
    {
        RecordId record;
        ShownRecord shown;
        std::shared_ptr<QTextDocument> document;
    };

    RecordDocuments();
    ~RecordDocuments();

    /// How records are set from now on, and how wide; forgets those that were set otherwise.
    void setLook(RecordLook look);
    void setWidth(int width);

    [[nodiscard]] const RecordLook &look() const { return m_look; }

    /// The record, read and laid out now where it is not ready.
    [[nodiscard]] Result<std::shared_ptr<const Entry>> at(app::Workspace &workspace, RecordId record);

    [[nodiscard]] bool isReady(RecordId record) const;

    void forget(RecordId record);
    void forgetAll();

private:
    std::list<std::shared_ptr<const Entry>> m_entries; ///< the latest asked for first
    RecordLook m_look;
    int m_width = 0;
};

} // namespace winnow::gui
