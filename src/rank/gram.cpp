#include "rank/gram.h"

namespace winnow::rank {

Gram::Gram(std::shared_ptr<const Features> features)
    : m_features(std::move(features))
    , m_postings(m_features->termCount())
{}

void Gram::add(Row row)
{
    const auto index = static_cast<std::uint32_t>(m_products.size());
    std::vector<float> products(m_products.size() + 1);
    for (const TermWeight entry : m_features->row(row)) {
        std::vector<Posting> &postings = m_postings[entry.term];
        postings.push_back({index, entry.weight});
        for (const Posting &posting : postings) {
            products[posting.index] += entry.weight * posting.weight;
        }
    }
    for (std::size_t i = 0; i < m_products.size(); ++i) {
        m_products[i].push_back(products[i]);
    }
    m_products.push_back(std::move(products));
}

void Gram::clear()
{
    m_postings = {};
    m_products = {};
}

} // namespace winnow::rank
