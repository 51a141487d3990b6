#include "net/backoff.h"

#include <algorithm>

namespace winnow::net {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, std::uint64_t seed)
    : m_first(first)
    , m_most(most)
    , m_engine(seed)
{}

std::chrono::milliseconds Backoff::afterTry(int tried)
{
    auto whole = std::min(m_first, m_most);
    for (int i = 1; i < tried && whole < m_most; ++i) {
        whole = std::min(whole * 2, m_most);
    }
    const auto half = whole.count() / 2;
    return std::chrono::milliseconds(
        std::uniform_int_distribution<std::int64_t>(whole.count() - half, whole.count())(m_engine));
}

} // namespace winnow::net
