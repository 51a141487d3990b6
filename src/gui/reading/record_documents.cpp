#include "gui/reading/record_documents.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr std::size_t kMostEntries = 8;

} // namespace

RecordDocuments::RecordDocuments() = default;
RecordDocuments::~RecordDocuments() = default;

void RecordDocuments::setLook(RecordLook look)
{
    m_look = std::move(look);
    forgetAll();
}

void RecordDocuments::setWidth(int width)
{
    if (width != m_width) {
        m_width = width;
        forgetAll();
    }
}

Result<std::shared_ptr<const RecordDocuments::Entry>> RecordDocuments::at(app::Workspace &workspace,
                                                                          RecordId record)
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const auto &entry) { return entry->record == record; });
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
        return m_entries.front();
    }
    auto view = app::showRecord(workspace, record);
    auto marks = app::marksOf(workspace, record);
    if (!view || !marks) {
        return !view ? std::move(view).error() : std::move(marks).error();
    }
    ShownRecord shown{*std::move(view), *std::move(marks)};
    std::shared_ptr<QTextDocument> document = recordDocument(shown, m_look);
    if (m_width > 0) {
        document->setPageSize(QSizeF(m_width, -1));
        (void)document->documentLayout()->documentSize(); // lays it out
    }
    m_entries.push_front(std::make_shared<const Entry>(Entry{record, std::move(shown), std::move(document)}));
    if (m_entries.size() > kMostEntries) {
        m_entries.pop_back();
    }
    return m_entries.front();
}

bool RecordDocuments::isReady(RecordId record) const
{
    return std::any_of(
        m_entries.begin(), m_entries.end(), [&](const auto &entry) { return entry->record == record; });
}

void RecordDocuments::forget(RecordId record)
{
    m_entries.remove_if([&](const auto &entry) { return entry->record == record; });
}

void RecordDocuments::forgetAll()
{
    m_entries.clear();
}

} // namespace winnow::gui
