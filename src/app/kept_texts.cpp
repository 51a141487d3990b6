#include "app/kept_texts.h"

#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kMostWords = 300'000; ///< that are kept, about 32 MB
constexpr std::size_t kMostFailures = 20;   ///< then the file is given up

} // namespace

KeptTexts::KeptTexts(std::filesystem::path file, const pdf::Limits &limits, const Task &task)
    : m_file(std::move(file))
    , m_limits(limits)
    , m_task(task)
{}

pdf::Document *KeptTexts::document()
{
    if (!m_document && !m_failure) {
        auto opened = pdf::Document::open(m_file, m_limits, m_task);
        if (!opened) {
            m_failure = std::move(opened).error();
        } else if (opened->about().isLocked) {
            m_failure = std::move(opened->text(0, m_task)).error();
        } else {
            m_document = *std::move(opened);
        }
    }
    return m_document ? &*m_document : nullptr;
}

std::size_t KeptTexts::count()
{
    const pdf::Document *opened = document();
    return opened == nullptr ? 0 : opened->about().pages.size();
}

Result<pdf::Outline> KeptTexts::outline()
{
    pdf::Document *opened = document();
    return opened == nullptr ? Result<pdf::Outline>(*m_failure) : opened->outline(m_task);
}

Result<SharedText> KeptTexts::at(std::size_t page)
{
    if (const auto kept = m_texts.find(page); kept != m_texts.end()) {
        return kept->second;
    }
    if (const auto failed = m_failures.find(page); failed != m_failures.end()) {
        return failed->second;
    }
    if (m_failures.size() >= kMostFailures) {
        return m_failures.begin()->second;
    }
    pdf::Document *opened = document();
    if (opened == nullptr) {
        return *m_failure;
    }
    auto text = opened->text(page, m_task);
    if (!text) {
        if (text.error().code != ErrorCode::Cancelled) {
            m_failures.emplace(page, text.error());
        }
        return std::move(text).error();
    }
    auto shared = std::make_shared<const pdf::PageText>(*std::move(text));
    keep(page, shared);
    return SharedText(std::move(shared));
}

void KeptTexts::keep(std::size_t page, const SharedText &text)
{
    m_texts.emplace(page, text);
    m_order.push_back(page);
    m_words += text->words.size();
    while (m_words > kMostWords && m_order.size() > 1) {
        const auto oldest = m_texts.find(m_order.front());
        m_words -= oldest->second->words.size();
        m_texts.erase(oldest);
        m_order.pop_front();
    }
}

} // namespace winnow::app
