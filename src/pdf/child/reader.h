#pragma once

#include "pdf/protocol.h"

#include <memory>
#include <string>
#include <variant>

namespace winnow::pdf {

/// A file, read by poppler. Never throws but for want of memory.
class Reader
{
public:
    explicit Reader(const std::string &path);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// The answer, as a message.
    [[nodiscard]] std::string answer(const Request &request);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::pdf
