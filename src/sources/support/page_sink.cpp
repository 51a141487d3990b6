#include "sources/support/page_sink.h"

#include <utility>

namespace winnow::sources {

bool PageSink::record(formats::ReadRecord &&record)
{
    m_page.records.push_back(std::move(record));
    return true;
}

bool PageSink::rejected(formats::RejectedRecord &&record)
{
    m_page.rejected.push_back(std::move(record));
    return true;
}

void PageSink::diagnostic(Diagnostic &&diagnostic)
{
    m_page.diagnostics.push_back(std::move(diagnostic));
}

} // namespace winnow::sources
