#pragma once

#include "model/event.h"

#include <string>

namespace winnow::crash {

/// What an event says, in one line, so that an altered one is noticed.
[[nodiscard]] inline std::string fingerprint(const Event &event)
{
    const std::string retracts = event.retracts ? std::to_string(event.retracts->value) : "-";
    std::string text = std::to_string(event.id.value) + '|' + std::to_string(event.op) + '|' + event.atUtc;
    for (const std::string &part : {event.reviewer,
                                    std::string(toString(event.kind)),
                                    event.stage,
                                    event.subjectKind,
                                    std::to_string(event.subject),
                                    event.verdict,
                                    event.reason,
                                    event.detail,
                                    retracts}) {
        text += '|' + part;
    }
    return text;
}

} // namespace winnow::crash
