#include "searching.h"

#include "app/online_sources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace winnow::cli::test {

using nlohmann::json;
using replay::Answer;

Searching::Searching()
{
    for (const app::OnlineSourceInfo &source : app::onlineSources()) {
        pointHere(source.id);
    }
    for (const app::LocatorInfo &source : app::fullTextSources()) {
        pointHere(source.id);
    }
    set("WINNOW_EMAIL", "");
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, 0);
}

Searching::~Searching()
{
    for (const std::string &variable : m_variables) {
        unsetenv(variable.c_str()); // NOLINT(concurrency-mt-unsafe): no thread of ours reads it
    }
}

void Searching::pointHere(const std::string &source)
{
    std::string upper = source;
    std::ranges::transform(
        upper, upper.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
    set("WINNOW_" + upper + "_URL", server.url("/" + source));
    set("WINNOW_" + upper + "_KEY", source == "scopus" ? kKey : "");
    set("WINNOW_" + upper + "_TOKEN", "");
}

void Searching::set(const std::string &variable, const std::string &value)
{
    m_variables.push_back(variable);
    if (value.empty()) {
        unsetenv(variable.c_str()); // NOLINT(concurrency-mt-unsafe): likewise
    } else {
        setenv(variable.c_str(), value.c_str(), 1); // NOLINT(concurrency-mt-unsafe): likewise
    }
}

Output Searching::search(std::vector<std::string> arguments)
{
    Task task;
    return search(std::move(arguments), task);
}

Output Searching::search(std::vector<std::string> arguments, Task &task)
{
    arguments.insert(arguments.begin(), {"search", "@/r.winnow"});
    return session.run(std::move(arguments), task);
}

std::string Searching::found(const std::string &query)
{
    const std::string out = session.run({"find", "@/r.winnow", query, "--count"}).out;
    return out.substr(0, out.find('\n'));
}

std::string Searching::allBytes() const
{
    std::string bytes;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(session.path("."))) {
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(in), {});
        }
    }
    return bytes;
}

Answer scopusPage(int hits, int from, int to)
{
    json entries = json::array();
    for (int i = from; i < to; ++i) {
        const std::string number = std::to_string(i);
        entries.push_back({{"dc:identifier", "SCOPUS_ID:8500000000" + number},
                           {"eid", "2-s2.0-8500000000" + number},
                           {"dc:title", "Handicraft study " + number},
                           {"dc:creator", "Kuo N."},
                           {"prism:publicationName", "Journal of Craft"},
                           {"prism:coverDate", "2021-03-22"},
                           {"prism:doi", "10.5555/" + number},
                           {"subtype", "ar"}});
    }
    const json body{{"search-results",
                     {{"opensearch:totalResults", std::to_string(hits)},
                      {"opensearch:startIndex", std::to_string(from)},
                      {"opensearch:itemsPerPage", std::to_string(to - from)},
                      {"entry", entries}}}};
    return {.headers = {{"X-RateLimit-Limit", "20000"}, {"X-RateLimit-Remaining", "19990"}},
            .body = body.dump()};
}

Answer scopusCount(int hits)
{
    return scopusPage(hits, 0, std::min(hits, 1));
}

Answer refused(int status, const std::string &code, const std::string &text)
{
    const json body{{"service-error", {{"status", {{"statusCode", code}, {"statusText", text}}}}}};
    return {.status = status, .body = body.dump()};
}

} // namespace winnow::cli::test
