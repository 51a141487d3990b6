#pragma once

#include "rank/features.h"

#include <memory>
#include <span>
#include <vector>

namespace winnow::rank {

/// The inner products of rows that are added one by one, in the terms that are kept.
class Gram
{
public:
    explicit Gram(std::shared_ptr<const Features> features);

    void add(Row row);

    /// The products of the i-th row added with all of them.
    [[nodiscard]] std::span<const float> products(std::size_t i) const { return m_products[i]; }

    [[nodiscard]] std::size_t size() const { return m_products.size(); }

    /// Gives all memory back.
    void clear();

private:
    struct Posting
    {
        std::uint32_t index = 0; ///< of a row added
        float weight = 0;
    };

    std::shared_ptr<const Features> m_features;
    std::vector<std::vector<Posting>> m_postings; ///< of each term, which rows have it
    std::vector<std::vector<float>> m_products;
};

} // namespace winnow::rank
