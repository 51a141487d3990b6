#include "replies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace winnow::sources {

namespace {

/// What the file says of the circumstances, and not of the result.
constexpr std::array<const char *, 4> kCircumstances{"why", "status", "at", "headers"};

TEST(RecordedReplies, readAsExpected)
{
    for (const RecordedReply &recorded : recordedReplies()) {
        ASSERT_NE(recorded.source, nullptr) << recorded.name;
        nlohmann::ordered_json expected = recorded.expected;
        EXPECT_TRUE(expected.contains("why")) << recorded.name;
        for (const char *name : kCircumstances) {
            expected.erase(name);
        }
        const auto found = shown(recorded.source->read(recorded.reply, {}, recorded.at));
        EXPECT_EQ(found, expected) << recorded.name << ": " << found.dump(2);
    }
}

TEST(RecordedReplies, keepWhatCameForEachRecord)
{
    for (const RecordedReply &recorded : recordedReplies()) {
        const auto page = recorded.source->read(recorded.reply, {}, recorded.at);
        if (!page) {
            continue;
        }
        for (const auto &read : page->records) {
            EXPECT_FALSE(read.raw.empty()) << recorded.name;
            EXPECT_NE(recorded.reply.body.find(read.raw), std::string::npos) << recorded.name;
            EXPECT_GT(read.line, 0) << recorded.name;
        }
    }
}

TEST(RecordedReplies, coverEverySource)
{
    const auto replies = recordedReplies();
    for (const Source *source : allSources()) {
        EXPECT_TRUE(std::ranges::any_of(replies, [&](const RecordedReply &reply) {
            return reply.source == source;
        })) << source->id;
    }
}

} // namespace

} // namespace winnow::sources
