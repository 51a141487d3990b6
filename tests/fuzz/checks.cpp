#include "fuzz/checks.h"

#include "formats/format.h"
#include "fuzz/check_bias.h"
#include "fuzz/check_flow.h"
#include "fuzz/check_form.h"
#include "fuzz/check_pdf.h"
#include "fuzz/check_query.h"
#include "fuzz/check_reader.h"
#include "fuzz/check_tables.h"
#include "fuzz/check_text.h"
#include "fuzz/check_tool.h"

namespace winnow::fuzz {

std::vector<Target> targets()
{
    std::vector<Target> all;
    for (const formats::Format *format : formats::allFormats()) {
        if (format->read != nullptr) {
            all.push_back({std::string(format->id),
                           [format](std::string_view bytes) { return checkReader(*format, bytes); }});
        }
    }
    all.push_back({"detect", checkDetection});
    all.push_back({"text", checkTextInput});
    all.push_back({"markup", checkMarkup});
    all.push_back({"query", checkQuery});
    all.push_back({"flow", checkFlowNumbers});
    all.push_back({"bias", checkAppraisals});
    all.push_back({"form", checkForm});
    all.push_back({"value", checkValue});
    all.push_back({"tool", checkTool});
    all.push_back({"tables", checkTables});
    all.push_back({"pdf_message", checkPdfMessage});
    all.push_back({"pdf_words", checkPdfWords});
    return all;
}

} // namespace winnow::fuzz
