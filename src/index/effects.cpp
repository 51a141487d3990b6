#include "index/effects.h"

#include "index/searcher.h"

#include <algorithm>
#include <memory>

namespace winnow::index {

using query::FieldCode;
using query::Missing;
using query::Node;
using query::NodeKind;
using query::NodePtr;

namespace {

/// A set that takes no more memory than its records, so that thousands of rare terms can be kept.
class Packed
{
public:
    Packed(const Bitset &set, std::size_t highest)
    {
        if (const std::size_t count = set.count(); count > highest / 32) {
            m_set = std::make_unique<Bitset>(set);
        } else {
            m_numbers.reserve(count);
            set.forEach(
                [this](std::size_t number) { m_numbers.push_back(static_cast<std::uint32_t>(number)); });
        }
    }

    template <class Visit>
    void forEach(const Visit &visit) const
    {
        if (m_set) {
            m_set->forEach(visit);
        } else {
            std::ranges::for_each(m_numbers, visit);
        }
    }

    [[nodiscard]] bool contains(std::size_t number) const
    {
        return m_set ? m_set->contains(number)
                     : std::ranges::binary_search(m_numbers, static_cast<std::uint32_t>(number));
    }

private:
    std::unique_ptr<Bitset> m_set;
    std::vector<std::uint32_t> m_numbers;
};

/// A node of the query with its records; below Fielded the same line goes on.
struct Line
{
    const Node *outer = nullptr; ///< as it is written, with its field
    const Node *inner = nullptr; ///< the operator, or the leaf
    std::unique_ptr<Packed> surely;
    std::unique_ptr<Packed> possibly; ///< nullptr where it is the same
    std::vector<Line> children;

    [[nodiscard]] const Packed &records(bool isExcluded) const
    {
        return isExcluded && possibly ? *possibly : *surely;
    }
};

/// Words that just stand side by side are one line.
bool isOneLine(const Node &node)
{
    return node.kind == NodeKind::And && node.isImplicit &&
           std::ranges::all_of(node.children,
                               [](const NodePtr &child) { return child->kind == NodeKind::Term; });
}

bool hasLines(const Node &node)
{
    return (node.kind == NodeKind::And || node.kind == NodeKind::Or || node.kind == NodeKind::AndNot) &&
           !isOneLine(node);
}

LineEffect effectOf(const Line &line, LineRole role, const Line &parent)
{
    LineEffect effect;
    effect.from = line.outer->from;
    effect.to = line.outer->to;
    effect.role = role;
    effect.parent = parent.inner->from;
    return effect;
}

class EffectFinder
{
public:
    EffectFinder(const Parts &parts, const Node &root, const std::vector<RecordId> &leftOut)
        : m_highest(parts.lastRecord)
        , m_searcher(parts, root)
        , m_counted(*m_searcher.leaves().all())
    {
        for (const RecordId id : leftOut) {
            if (isRecord(id)) {
                m_counted.remove(static_cast<std::size_t>(id.value));
            }
        }
    }

    Effects find(const Node &root, const std::vector<RecordId> &seeds)
    {
        const auto [line, sets] = build(root, *query::findFieldCode("ALL"));
        const Bitset answer = sets.surely(Missing::No);
        m_effects.matching = static_cast<std::int64_t>(answer.count());
        for (const RecordId seed : seeds) {
            if (isRecord(seed) && m_counted.contains(static_cast<std::size_t>(seed.value)) &&
                !answer.contains(static_cast<std::size_t>(seed.value))) {
                m_effects.missedSeeds.push_back(seed);
            }
        }
        Bitset rest = m_counted;
        rest -= answer;
        walk(line, {answer, rest, m_effects.missedSeeds, false});
        return std::move(m_effects);
    }

private:
    /// What follows from a node for the answer.
    struct Context
    {
        Bitset needs;                ///< records that would leave its side if the node did not find them
        Bitset gains;                ///< records that would come to it if the node found them
        std::vector<RecordId> seeds; ///< that it misses
        bool isExcluded = false;     ///< under AND NOT, where what possibly holds counts
    };

    [[nodiscard]] bool isRecord(RecordId id) const
    {
        return id.value > 0 && static_cast<std::size_t>(id.value) <= m_highest;
    }

    std::pair<Line, Sets> build(const Node &node, const FieldCode &code)
    {
        const FieldCode *inside = &code;
        const Node *inner = &node;
        while (inner->kind == NodeKind::Fielded && !(inner->code->isElement && hasFieldInside(*inner))) {
            inside = inner->code;
            inner = inner->children.front().get();
        }
        Line line{&node, inner, nullptr, nullptr, {}};
        if (!hasLines(*inner)) {
            Sets sets = m_searcher.search(*inner, *inside, nullptr);
            sets &= Sets(std::make_shared<Bitset>(m_counted));
            pack(line, sets);
            return {std::move(line), std::move(sets)};
        }
        auto [first, sets] = build(*inner->children.front(), *inside);
        line.children.push_back(std::move(first));
        for (std::size_t i = 1; i < inner->children.size(); ++i) {
            auto [next, others] = build(*inner->children[i], *inside);
            line.children.push_back(std::move(next));
            switch (inner->kind) {
            case NodeKind::And:
                sets &= others;
                break;
            case NodeKind::Or:
                sets |= others;
                break;
            default:
                sets -= others;
                break;
            }
        }
        pack(line, sets);
        return {std::move(line), std::move(sets)};
    }

    void pack(Line &line, const Sets &sets) const
    {
        const Bitset &surely = sets.surely(Missing::No);
        const Bitset &possibly = sets.possibly(Missing::No);
        line.surely = std::make_unique<Packed>(surely, m_highest);
        if (&surely != &possibly) {
            line.possibly = std::make_unique<Packed>(possibly, m_highest);
        }
    }

    void walk(const Line &line, const Context &context)
    {
        if (line.children.empty()) {
            return;
        }
        if (line.inner->kind == NodeKind::Or) {
            walkOr(line, context);
        } else {
            walkAnd(line, context);
        }
    }

    /// A record leaves the group with an operand when no other operand finds it.
    void walkOr(const Line &line, const Context &context)
    {
        Bitset once(m_highest);
        Bitset twice(m_highest);
        for (const Line &child : line.children) {
            child.records(context.isExcluded).forEach([&](std::size_t number) {
                (once.contains(number) ? twice : once).insert(number);
            });
        }
        for (const Line &child : line.children) {
            LineEffect effect = effectOf(child, LineRole::Operand, line);
            child.records(context.isExcluded).forEach([&](std::size_t number) {
                const bool isAlone = !twice.contains(number);
                ++effect.hits;
                effect.adds += isAlone ? 1 : 0;
                effect.only += isAlone && context.needs.contains(number) ? 1 : 0;
            });
            m_effects.lines.push_back(std::move(effect));
            if (!child.children.empty()) {
                Context inner{context.needs, context.gains, {}, context.isExcluded};
                inner.needs &= unpacked(child, context.isExcluded);
                inner.needs -= twice;
                walk(child, inner);
            }
        }
    }

    /// A record comes into the answer without a group when all others let it pass.
    void walkAnd(const Line &line, const Context &context)
    {
        const bool isAndNot = line.inner->kind == NodeKind::AndNot;
        Bitset once(m_highest);
        Bitset twice(m_highest);
        std::vector<Bitset> stopped; // by each of the children, which are few
        for (const Line &child : line.children) {
            const bool isExclusion = isAndNot && !stopped.empty();
            const Bitset records = unpacked(child, context.isExcluded != isExclusion);
            Bitset stops = isExclusion ? records : m_counted;
            if (!isExclusion) {
                stops -= records;
            }
            Bitset both = once;
            both &= stops;
            twice |= both;
            once |= stops;
            stopped.push_back(std::move(stops));
        }
        for (std::size_t i = 0; i < line.children.size(); ++i) {
            const Line &child = line.children[i];
            const bool isExclusion = isAndNot && i > 0;
            LineEffect effect = effectOf(child, isExclusion ? LineRole::Excluded : LineRole::Group, line);
            Bitset lost = std::move(stopped[i]);
            for (const RecordId seed : context.seeds) {
                if (lost.contains(static_cast<std::size_t>(seed.value))) {
                    effect.lostSeeds.push_back(seed);
                }
            }
            lost &= context.gains;
            lost -= twice;
            effect.loses = static_cast<std::int64_t>(lost.count());
            child.records(context.isExcluded != isExclusion).forEach([&](std::size_t) { ++effect.hits; });
            const auto seeds = isExclusion ? std::vector<RecordId>() : effect.lostSeeds;
            m_effects.lines.push_back(std::move(effect));
            // Behind AND NOT the sides change places.
            walk(child,
                 isExclusion ? Context{std::move(lost), context.needs, seeds, !context.isExcluded}
                             : Context{context.needs, std::move(lost), seeds, context.isExcluded});
        }
    }

    [[nodiscard]] Bitset unpacked(const Line &line, bool isExcluded) const
    {
        Bitset set(m_highest);
        line.records(isExcluded).forEach([&](std::size_t number) { set.insert(number); });
        return set;
    }

    std::size_t m_highest;
    Searcher m_searcher;
    Bitset m_counted;
    Effects m_effects;
};

} // namespace

Effects effectsOf(const Parts &parts,
                  const Node &root,
                  const std::vector<RecordId> &seeds,
                  const std::vector<RecordId> &leftOut)
{
    return EffectFinder(parts, root, leftOut).find(root, seeds);
}

} // namespace winnow::index
