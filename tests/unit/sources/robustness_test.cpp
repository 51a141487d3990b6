#include "replies.h"
#include "sources/support/json_values.h"

#include <gtest/gtest.h>

#include <random>

namespace winnow::sources {

namespace {

namespace fs = std::filesystem;

struct Sample
{
    const Source *source = nullptr;
    net::Reply reply;
    std::string at;
    std::string name;
};

/// Which source sent a file of the real replies.
const Source *senderOf(const std::string &name)
{
    return findSource(name.substr(0, name.find('-')));
}

/// All replies that there are: our own, and the real ones where they are at hand.
std::vector<Sample> samples()
{
    std::vector<Sample> all;
    for (RecordedReply &recorded : recordedReplies()) {
        all.push_back({recorded.source, recorded.reply, recorded.at, recorded.name});
    }
    const fs::path folder = realReply("");
    if (fs::exists(folder)) {
        for (const auto &entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (const Source *source = senderOf(name); source != nullptr && !name.ends_with(".md")) {
                all.push_back({source, replyOf(contentOf(entry.path())), {}, name});
            }
        }
    }
    return all;
}

std::size_t entriesOf(const Result<Page> &page)
{
    return page ? page->records.size() + page->rejected.size() : 0;
}

TEST(Robustness, cutOffRepliesAreErrorsOrHaveNoMoreRecords)
{
    for (const Sample &sample : samples()) {
        const std::size_t whole = entriesOf(sample.source->read(sample.reply, {}, sample.at));
        const std::size_t size = sample.reply.body.size();
        const std::size_t step = std::max<std::size_t>(1, size / 60);
        for (std::size_t end = 0; end < size; end += step) {
            net::Reply cut = sample.reply;
            cut.body.resize(end);
            EXPECT_LE(entriesOf(sample.source->read(cut, {}, sample.at)), whole) << sample.name << ' ' << end;
        }
    }
}

TEST(Robustness, cutOffListsAreErrors)
{
    for (const Sample &sample : samples()) {
        const auto page = sample.source->read(sample.reply, {}, sample.at);
        if (!page || page->records.empty()) {
            continue;
        }
        net::Reply cut = sample.reply;
        cut.body.resize(cut.body.size() * 9 / 10);
        const auto found = sample.source->read(cut, {}, sample.at);
        ASSERT_FALSE(found) << sample.name;
        EXPECT_EQ(found.error().code, ErrorCode::Unreachable) << sample.name;
    }
}

/// Every value of `json`, in no particular order.
std::vector<nlohmann::ordered_json *> valuesOf(nlohmann::ordered_json &json)
{
    std::vector<nlohmann::ordered_json *> values{&json};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]->is_structured()) {
            for (auto &value : *values[i]) {
                values.push_back(&value);
            }
        }
    }
    return values;
}

nlohmann::ordered_json strangeValue(std::mt19937 &random)
{
    using json = nlohmann::ordered_json;
    const std::vector<json> strange{json(),
                                    json(true),
                                    json(-1),
                                    json(18446744073709551615ULL),
                                    json(1.5e300),
                                    json(""),
                                    json("12"),
                                    json("\u0001\u0000x; , | \u2028"),
                                    json(std::string(5000, 'x')),
                                    json::array(),
                                    json::object(),
                                    json::array({json::array({json::array()})}),
                                    json{{"$", json{{"$", "x"}}}},
                                    json{{"date-parts", json::array({json::array({"x", nullptr, 99999})})}}};
    return strange[random() % strange.size()];
}

TEST(Robustness, valuesOfOtherTypesDoNoHarm)
{
    std::mt19937 random(20261124);
    for (const Sample &sample : samples()) {
        const auto whole = nlohmann::ordered_json::parse(sample.reply.body, nullptr, false);
        if (whole.is_discarded()) {
            continue;
        }
        const int rounds = sample.reply.body.size() > 20'000 ? 6 : 60;
        for (int round = 0; round < rounds; ++round) {
            nlohmann::ordered_json changed = whole;
            for (int i = 0; i < 1 + round % 8; ++i) {
                const auto values = valuesOf(changed);
                *values[random() % values.size()] = strangeValue(random);
            }
            net::Reply reply = sample.reply;
            reply.body = changed.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
            const auto page = sample.source->read(reply, {}, sample.at);
            if (page && page->next) {
                const auto request =
                    sample.source->request({{}, "key", {}, {}}, {"x", true, true}, *page->next);
                EXPECT_TRUE(request || request.error().where == "length")
                    << sample.name << ": " << *page->next;
            }
        }
    }
}

TEST(Robustness, changedBytesDoNoHarm)
{
    std::mt19937 random(7);
    constexpr std::string_view kBytes = "\"{}[]<>/:,\\&;\n\0\xFF";
    for (const Sample &sample : samples()) {
        const int rounds = sample.reply.body.size() > 20'000 ? 6 : 60;
        for (int round = 0; round < rounds && !sample.reply.body.empty(); ++round) {
            net::Reply reply = sample.reply;
            for (int i = 0; i < 1 + round % 5; ++i) {
                reply.body[random() % reply.body.size()] = kBytes[random() % kBytes.size()];
            }
            static_cast<void>(sample.source->read(reply, {}, sample.at));
        }
    }
}

TEST(Robustness, everySourceMeetsRepliesOfTheOthers)
{
    for (const Sample &sample : samples()) {
        for (const Source *source : allSources()) {
            const auto page = source->read(sample.reply, {}, sample.at);
            EXPECT_TRUE(page || !page.error().message.empty());
        }
    }
}

TEST(Robustness, deepNestingIsRefused)
{
    const std::string deep(500'000, '[');
    std::string elements;
    for (int i = 0; i < 100'000; ++i) {
        elements += "<entry>";
    }
    for (const Source *source : allSources()) {
        for (const int status : {200, 400}) {
            EXPECT_FALSE(source->read(replyOf(deep, status), {}, {})) << source->id;
            EXPECT_FALSE(source->read(replyOf("{\"results\":" + deep, status), {}, {})) << source->id;
            EXPECT_FALSE(source->read(replyOf("<feed>" + elements, status), {}, {})) << source->id;
        }
    }
    // A whole document takes another way.
    std::string whole = "<feed><opensearch:totalResults>1</opensearch:totalResults>" + elements;
    for (int i = 0; i < 100'000; ++i) {
        whole += "</entry>";
    }
    static_cast<void>(findSource("arxiv")->read(replyOf(whole + "</feed>"), {}, {}));
}

TEST(Robustness, veryManyEntriesAndNamesTakeNoTimeToSpeakOf)
{
    std::string names;
    std::string entries;
    for (int i = 0; i < 200'000; ++i) {
        names += ",\"n" + std::to_string(i) + "\":1";
        entries += i == 0 ? "1" : ",1";
    }
    const auto many =
        findSource("openalex")
            ->read(replyOf(R"({"meta":{"count":1},"results":[{"title":"x")" + names + "}," + entries + "]}"),
                   {},
                   {});
    ASSERT_TRUE(many);
    EXPECT_EQ(many->records.size(), 1U);
    EXPECT_EQ(many->rejected.size(), 200'000U);
    const auto strange =
        findSource("crossref")
            ->read(
                replyOf(R"({"message":{"total-results":1,"items":[{"title":["x"])" + names + "}]}}"), {}, {});
    ASSERT_TRUE(strange);
    EXPECT_TRUE(strange->records.empty());
}

} // namespace

} // namespace winnow::sources
