#pragma once

#include "formats/format.h"
#include "sources/source.h"

namespace winnow::sources {

/// Puts what a reader finds on a page.
class PageSink final : public formats::RecordSink
{
public:
    explicit PageSink(Page &page)
        : m_page(page)
    {}

    bool record(formats::ReadRecord &&record) override;
    bool rejected(formats::RejectedRecord &&record) override;
    void diagnostic(Diagnostic &&diagnostic) override;

private:
    Page &m_page;
};

} // namespace winnow::sources
