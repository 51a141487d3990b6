#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// What the source line of Ovid says, as far as it is understood; empty parts otherwise.
struct OvidSource
{
    std::string title;
    std::string volume;
    std::string issue;
    std::string pages;
    std::string date;
};

/// "Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.", "Acta X August 2011;43(8):647-653",
/// "Hydrobiologia. 2007 15 June; 433-441."
[[nodiscard]] OvidSource ovidSource(std::string_view text);

/// A name without what Ovid puts behind it: roles and addresses in square brackets, the numbers of
/// affiliations, academic degrees.
[[nodiscard]] std::string ovidAuthor(std::string_view text);

/// A title without the full stop and the kind of document behind it: "Title.  [Article]".
[[nodiscard]] std::string ovidTitle(std::string_view text);

} // namespace winnow::formats
