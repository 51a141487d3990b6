#include "extraction/shipped_forms.h"

#include <algorithm>
#include <string>

namespace winnow::extraction {

Result<Form> shippedForm(std::string_view id)
{
    const auto files = shippedForms();
    const auto found = std::ranges::find(files, id, &ShippedFile::name);
    if (found != files.end()) {
        return parseForm(found->content);
    }
    std::string names;
    for (const ShippedFile &file : files) {
        names += (names.empty() ? "" : ", ") + std::string(file.name);
    }
    return Error{ErrorCode::NotFound,
                 "No form called " + std::string(id) + " comes with Winnow. There are " + names +
                     "; or name a file of your own, as those of forms/extraction are written.",
                 {},
                 {}};
}

} // namespace winnow::extraction
