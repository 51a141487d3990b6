#include "sources/support/refusal.h"

#include "formats/support/markup.h"
#include "formats/support/strings.h"
#include "formats/support/xml_tree.h"
#include "sources/support/json_values.h"
#include "sources/support/quota.h"
#include "sources/support/xml_reply.h"

#include <algorithm>
#include <array>

namespace winnow::sources {

namespace {

/// Where replies say what is wrong. Scopus; Elsevier's gateway; Crossref; OpenAlex, Semantic Scholar, NCBI;
/// Europe PMC; DOAJ; E-utilities; arXiv.
constexpr std::array<std::string_view, 19> kPaths{"service-error/status/statusCode",
                                                  "service-error/status/statusText",
                                                  "error-response/error-code",
                                                  "error-response/error-message",
                                                  "fault/faultstring",
                                                  "message/message",
                                                  "error/message",
                                                  "error",
                                                  "message",
                                                  "errMsg",
                                                  "responseWrapper/errMsg",
                                                  "detail",
                                                  "eSearchResult/ERROR",
                                                  "eFetchResult/ERROR",
                                                  "ERROR",
                                                  "esearchresult/ERROR",
                                                  "feed/entry/summary",
                                                  "errors/error",
                                                  "status/status_message"};

constexpr std::size_t kMostBody = std::size_t{64} << 10U;
constexpr std::size_t kMostQuoted = 300;

/// What a status means where the source's own rules do not know better. RFC 9110, section 15.
constexpr std::array kCommonRules{
    RefusalRule{400, "", ErrorCode::InvalidArgument, "query", "does not accept the query."},
    RefusalRule{401, "", ErrorCode::Denied, "key", "does not accept the key, or asks for one."},
    RefusalRule{403, "", ErrorCode::Denied, "key", "does not allow this with that key or from this place."},
    RefusalRule{404, "", ErrorCode::Unreachable, "", "does not know the address that was asked."},
    RefusalRule{413,
                "",
                ErrorCode::InvalidArgument,
                "length",
                "finds the query too long. Divide it into several searches."},
    RefusalRule{414,
                "",
                ErrorCode::InvalidArgument,
                "length",
                "finds the query too long. Divide it into several searches."},
    RefusalRule{422, "", ErrorCode::InvalidArgument, "query", "does not accept the query."},
    RefusalRule{429, "", ErrorCode::Busy, "pace", "asks to wait: it was asked too often."},
    RefusalRule{503, "", ErrorCode::Busy, "pace", "is too busy to answer. Try again later."},
};

constexpr RefusalRule kSpent{429, "", ErrorCode::Busy, "quota", "gives no more: the quota is spent."};

std::string lines(const Json &value)
{
    std::string said;
    for (const std::string_view path : kPaths) {
        for (const Json *part : valuesAt(value, path)) {
            const std::string text = formats::squeezed(textOf(*part));
            if (!text.empty() && said.size() < kMostBody && said.find(text) == std::string::npos) {
                said += (said.empty() ? "" : ": ") + text;
            }
        }
    }
    return said;
}

std::string saidInXml(const std::string &body)
{
    formats::XmlTree tree;
    const std::string_view root = xmlRootName(body);
    if (formats::lowered(root) == "html" || !tree.parse({body, 1, formats::XmlElement::End::Closed})) {
        return {};
    }
    Json wrapped = Json::object();
    wrapped[tree.root().name()] = jsonOf(tree.root());
    return lines(wrapped);
}

bool isWordCharacter(char c)
{
    return formats::isDigit(c) || formats::isLetter(c) || c == '-' || c == '_';
}

/// A long word of letters and digits, or what stands behind "key=".
bool isSecret(std::string_view word, std::string_view before)
{
    constexpr std::size_t kShortestKey = 12;
    const bool isMixed = std::ranges::any_of(word, formats::isDigit) &&
                         (std::ranges::any_of(word, formats::isLetter) || word.size() >= 20);
    if (word.size() >= kShortestKey && isMixed) {
        return true;
    }
    const std::string tail =
        formats::lowered(before.substr(before.size() - std::min<std::size_t>(before.size(), 16)));
    const std::string_view name = formats::trimmed(tail);
    return std::ranges::any_of(
               std::array<std::string_view, 6>{"key=", "key:", "key\":\"", "token=", "token:", "api key"},
               [&](std::string_view end) { return name.ends_with(end); }) &&
           std::ranges::any_of(word, formats::isDigit);
}

const RefusalRule &ruleFor(const net::Reply &reply,
                           std::string_view said,
                           std::span<const RefusalRule> rules,
                           const Quota &quota)
{
    static constexpr RefusalRule kUnknown{
        0, "", ErrorCode::Unreachable, "", "did not answer as it should. Try again later."};
    const std::string lower = formats::lowered(said);
    const auto fits = [&](const RefusalRule &rule) {
        return (rule.status == 0 || rule.status == reply.status) &&
               lower.find(rule.said) != std::string::npos;
    };
    if (const auto own = std::ranges::find_if(rules, fits); own != rules.end()) {
        return *own;
    }
    if (reply.status == kSpent.status && quota.left == 0) {
        return kSpent;
    }
    const auto *const common = std::ranges::find_if(kCommonRules, fits);
    return common == kCommonRules.end() ? kUnknown : *common;
}

/// Cut so that no character is divided.
std::string shortened(std::string text)
{
    if (text.size() > kMostQuoted) {
        std::size_t end = kMostQuoted;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
        text += "...";
    }
    return text;
}

} // namespace

std::string saidBy(const net::Reply &reply)
{
    const std::string body = mended(reply.body.substr(0, kMostBody));
    const std::string_view text = formats::trimmed(body);
    if (text.starts_with('{') || text.starts_with('[')) {
        const auto value = isFlat(text) ? parsedJson(text) : std::nullopt;
        return value ? lines(*value) : std::string();
    }
    if (text.starts_with('<')) {
        return saidInXml(std::string(text));
    }
    return text.size() <= kMostQuoted ? formats::squeezed(formats::withoutControls(std::string(text)))
                                      : std::string();
}

std::string withoutSecrets(std::string_view text)
{
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWordCharacter(text[end])) {
            ++end;
        }
        if (end > at) {
            const std::string_view word = text.substr(at, end - at);
            safe += isSecret(word, text.substr(0, at)) ? std::string_view("...") : word;
            at = end;
            continue;
        }
        const bool isAddress = text[at] == '?' && text.substr(0, at).rfind("://") != std::string_view::npos;
        if (isAddress) {
            safe += "?...";
            at = std::min(text.find_first_of(" \"'<>", at), text.size());
            continue;
        }
        safe += text[at++];
    }
    return safe;
}

Error refusal(const Label &source, const net::Reply &reply, std::span<const RefusalRule> rules)
{
    const Quota quota = quotaOf(reply);
    std::string said = formats::withoutMarkup(saidBy(reply));
    said = shortened(withoutSecrets(said));
    const std::string state(reply.header("X-ELS-Status").substr(0, kMostQuoted));
    const RefusalRule &rule = ruleFor(reply, said + ' ' + state, rules, quota);
    std::string message = std::string(source.label) + ' ' + std::string(rule.words);
    std::string again = quota.reset;
    if (const std::string_view after = reply.header("Retry-After"); again.empty() && !after.empty()) {
        again = resetText(after);
    }
    if (rule.code == ErrorCode::Busy && !again.empty()) {
        message += " It can be asked again " + again + '.';
    }
    if (!said.empty()) {
        message += " It says: \"" + said + "\".";
    }
    return {rule.code,
            std::move(message),
            "HTTP " + std::to_string(reply.status) +
                (state.empty() ? "" : ", " + withoutSecrets(formats::withoutControls(state))),
            std::string(rule.where)};
}

bool isSuccess(const net::Reply &reply)
{
    return reply.status >= 200 && reply.status < 300;
}

} // namespace winnow::sources
