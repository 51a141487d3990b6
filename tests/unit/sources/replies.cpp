#include "replies.h"

#include "formats/support/record_json.h"
#include "support/real_data.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace winnow::sources {

namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

/// "Suparlan | Andi", "2024-3-9": short enough to be written by hand.
json shown(const formats::ReadRecord &read)
{
    json record = formats::toJson(read.record);
    if (record.contains("authors")) {
        json names = json::array();
        for (const PersonName &name : read.record.authors) {
            names.push_back(name.given.empty() ? name.family : name.family + " | " + name.given);
        }
        record["authors"] = std::move(names);
    }
    if (record.contains("date")) {
        const PartialDate &date = read.record.date;
        std::string text = std::to_string(date.year.value_or(0));
        for (const auto &part : {date.month, date.day}) {
            text += part ? '-' + std::to_string(*part) : "";
        }
        record["date"] = text;
    }
    for (const RawField &extra : read.extras) {
        record["extras"].push_back(extra.name + " = " + extra.value);
    }
    if (!read.decisions.empty()) {
        record["decisions"] = read.decisions.size();
    }
    return record;
}

json shown(const Quota &quota)
{
    json object = json::object();
    if (quota.limit) {
        object["limit"] = *quota.limit;
    }
    if (quota.left) {
        object["left"] = *quota.left;
    }
    if (!quota.reset.empty()) {
        object["reset"] = quota.reset;
    }
    return object;
}

} // namespace

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

net::Reply replyOf(std::string body, int status)
{
    net::Reply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

fs::path realReply(const std::string &name)
{
    return test::realData("api-samples/" + name);
}

std::vector<RecordedReply> recordedReplies()
{
    std::vector<RecordedReply> replies;
    for (const auto &entry : fs::recursive_directory_iterator(fs::path(WINNOW_TEST_DATA) / "sources")) {
        if (entry.path().extension() != ".in") {
            continue;
        }
        const std::string id = entry.path().parent_path().filename().string();
        RecordedReply recorded{id + '/' + entry.path().stem().string(),
                               findSource(id),
                               replyOf(contentOf(entry.path())),
                               {},
                               {}};
        fs::path expected = entry.path();
        expected.replace_extension(".expected.json");
        recorded.expected = json::parse(contentOf(expected));
        recorded.reply.status = recorded.expected.value("status", 200);
        recorded.at = recorded.expected.value("at", "");
        const json headers = recorded.expected.value("headers", json::object());
        for (const auto &[name, value] : headers.items()) {
            recorded.reply.headers.push_back({name, value.get<std::string>(), false});
        }
        replies.push_back(std::move(recorded));
    }
    std::ranges::sort(replies, {}, &RecordedReply::name);
    return replies;
}

json shown(const Result<Page> &page)
{
    json object = json::object();
    if (!page) {
        object["error"] = {{"code", static_cast<int>(page.error().code)},
                           {"message", page.error().message},
                           {"where", page.error().where}};
        return object;
    }
    if (page->hits) {
        object["hits"] = *page->hits;
    }
    if (page->next) {
        object["next"] = *page->next;
    }
    if (page->quota != Quota()) {
        object["quota"] = shown(page->quota);
    }
    for (const auto &record : page->records) {
        object["records"].push_back(shown(record));
    }
    for (const auto &rejected : page->rejected) {
        object["rejected"].push_back(std::to_string(rejected.line) + ": " + rejected.reason);
    }
    for (const auto &diagnostic : page->diagnostics) {
        object["diagnostics"].push_back(diagnostic.text);
    }
    return object;
}

} // namespace winnow::sources
