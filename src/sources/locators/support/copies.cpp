#include "sources/locators/support/copies.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::locators {

namespace {

constexpr std::size_t kMostAddress = 2000;
constexpr std::size_t kMostWords = 200;

/// Of one record; nobody has more that are worth a try.
constexpr std::size_t kMostCopies = 50;

bool isForUrl(char c)
{
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
}

} // namespace

std::string webAddress(std::string_view text)
{
    const std::string_view address = formats::trimmed(text);
    const std::string lower = formats::lowered(address.substr(0, 8));
    const std::size_t scheme = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || address.size() > kMostAddress || !std::ranges::all_of(address, isForUrl)) {
        return {};
    }
    const std::string_view rest = address.substr(scheme);
    const std::string_view server = rest.substr(0, rest.find_first_of("/?#"));
    if (server.empty() || server.find('@') != std::string_view::npos) {
        return {};
    }
    return lower.substr(0, scheme) + std::string(rest);
}

void addCopy(std::vector<Copy> &copies, Copy copy)
{
    copy.pdf = webAddress(copy.pdf);
    copy.landingPage = webAddress(copy.landingPage);
    const auto tidied = [](const std::string &words) {
        return words.size() > kMostWords ? std::string() : formats::squeezed(formats::withoutControls(words));
    };
    copy.licence = tidied(copy.licence);
    copy.version = tidied(copy.version);
    const bool isSomewhere = !copy.pdf.empty() || !copy.landingPage.empty();
    if (isSomewhere && copies.size() < kMostCopies && std::ranges::find(copies, copy) == copies.end()) {
        copies.push_back(std::move(copy));
    }
}

} // namespace winnow::locators
