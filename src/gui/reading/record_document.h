#pragma once

#include "app/labels.h"
#include "app/show_record.h"
#include "gui/reading/highlights.h"

#include <QFont>

#include <memory>

class QTextDocument;

namespace winnow::gui {

/// A record with all that is shown of it.
struct ShownRecord
{
    app::RecordView view;
    app::RecordMarks marks;
};

/// How records are set.
struct RecordLook
{
    QFont font;                   ///< of the abstract
    bool masksOrigin = false;     ///< authors, journal and sources are left out, so that they have no say
    bool isTitleAlone = false;    ///< the abstract is left out, where titles are screened alone
    bool showsMarks = true;       ///< labels and notes; otherwise they are shown elsewhere
    Highlighter highlighter = {}; ///< of title, abstract and keywords
};

/// A record to read: title, authors, where and when, the abstract in its paragraphs, keywords, DOI, sources,
/// decisions, labels and notes. Its texts are set as text, never as markup, whatever they hold.
[[nodiscard]] std::unique_ptr<QTextDocument> recordDocument(const ShownRecord &record,
                                                            const RecordLook &look);

} // namespace winnow::gui
