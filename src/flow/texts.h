#pragma once

#include "base/result.h"
#include "flow/numbers.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::flow {

/// The words of a diagram in one language or wording. They come from the files exports/diagrams/NAME.json,
/// which are built into the program; a file of somebody's own is read in the same way.
/// exports/diagrams/en.json has all keys, with the texts that PRISMA publishes.
class Texts
{
public:
    /// The words of PRISMA.
    [[nodiscard]] static const Texts &english();

    /// Those that ship with the program, by the name of their file; NotFound tells which there are.
    [[nodiscard]] static Result<Texts> named(std::string_view name);

    /// From a file: an object of texts and of groups of texts. All keys of the English file must be there,
    /// unless "based-on" names the texts that it only changes; no others may.
    [[nodiscard]] static Result<Texts> fromJson(std::string_view bytes);

    /// A text by its key, as "box.screened". Every key of the English file exists.
    [[nodiscard]] const std::string &operator[](std::string_view key) const;

    /// "(n = 41,231)" with spaces that do not break; without digits where the number is not known.
    [[nodiscard]] std::string number(const Number &number) const;

    /// The words for a source that PRISMA names, such as "Websites"; any other name as it is.
    [[nodiscard]] const std::string &source(const std::string &name) const;

    [[nodiscard]] bool isCentred() const { return (*this)["alignment"] == "centre"; }

    [[nodiscard]] bool hasOfficialNotes() const { return (*this)["notes"] == "official"; }

private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

struct ShippedTexts
{
    std::string_view name; ///< of the file, without its extension
    std::string_view json;
};

/// Generated from exports/diagrams/, in order of their names.
[[nodiscard]] std::span<const ShippedTexts> shippedTexts();

} // namespace winnow::flow
