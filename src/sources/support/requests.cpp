#include "sources/support/requests.h"

#include <algorithm>

namespace winnow::sources {

std::string addressOf(const Source &source, const Access &access, std::string_view path)
{
    return (access.baseUrl.empty() ? std::string(source.baseUrl) : access.baseUrl) + std::string(path);
}

std::string formText(std::span<const Parameter> parameters)
{
    std::string text;
    for (const Parameter &parameter : parameters) {
        text += text.empty() ? "" : "&";
        text += net::percentEncoded(parameter.name) + '=' + net::percentEncoded(parameter.value);
    }
    return text;
}

Result<net::Request> getRequest(const Label &source,
                                std::string_view address,
                                std::span<const Parameter> parameters,
                                std::size_t mostBytes)
{
    net::Request request;
    request.url = address;
    if (!parameters.empty()) {
        request.url += '?' + formText(parameters);
    }
    if (request.url.size() > mostBytes) {
        return Error{ErrorCode::InvalidArgument,
                     "The query is too long for " + std::string(source.label) + ": it makes an address of " +
                         std::to_string(request.url.size()) + " characters, and " +
                         std::to_string(mostBytes) +
                         " are the most. Divide it into several searches, by years or by terms.",
                     {},
                     "length"};
    }
    return request;
}

net::Request postRequest(std::string address, std::span<const Parameter> parameters)
{
    net::Request request;
    request.method = net::Method::Post;
    request.url = std::move(address);
    request.body = formText(parameters);
    return request;
}

Result<void> addSecret(net::Request &request, std::string_view name, std::string value)
{
    if (value.empty()) {
        return {};
    }
    if (!std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; })) {
        return Error{ErrorCode::InvalidArgument,
                     "The key has characters that no key can have. Was something else copied along with it?",
                     {},
                     "key"};
    }
    request.headers.push_back({std::string(name), std::move(value), true});
    return {};
}

Error keyMissing(const Source &source)
{
    return {ErrorCode::Denied,
            std::string(source.label) + " cannot be searched without a key. Give one in " +
                std::string(source.keyVariable) + '.',
            {},
            "key"};
}

Error nothingToLookUp(const Source &source, std::string_view what)
{
    return {ErrorCode::NotFound,
            "None of the records has a " + std::string(what) + " by which " + std::string(source.label) +
                " could be asked.",
            {},
            {}};
}

} // namespace winnow::sources
