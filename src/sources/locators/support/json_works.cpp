#include "sources/locators/support/json_works.h"

#include "sources/support/json_reply.h"

namespace winnow::locators {

Result<Copies> readWorks(const JsonWorks &how, const net::Reply &reply, std::span<const Record> records)
{
    if (!sources::isSuccess(reply)) {
        return sources::refusal(how.label, reply, how.refusals);
    }
    auto list = sources::jsonEntries(how.label, reply.body, how.path);
    if (!list) {
        return std::move(list).error();
    }
    if (!list->hasList) {
        return sources::notUnderstood(how.label, "its reply has no list of works");
    }
    Copies copies(records.size());
    for (const std::string &text : list->entries) {
        const auto work = list->parsed(text);
        for (std::size_t i = 0; work && work->is_object() && i < records.size(); ++i) {
            if (how.isOf(*work, records[i])) {
                how.addCopies(copies[i], *work);
            }
        }
    }
    return copies;
}

} // namespace winnow::locators
