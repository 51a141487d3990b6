#pragma once

#include <string>
#include <string_view>

namespace winnow::pdf {

/// What XMP metadata say of the identifiers and addresses of the text, with a space between each two: the
/// properties "doi", "identifier" and "url" of whatever namespace, as Dublin Core, PRISM and CrossMark name
/// them. Empty where it is no XML; of XML that breaks off, what stands before.
[[nodiscard]] std::string identifiersOf(std::string_view xmp);

} // namespace winnow::pdf
