#include "index/effects.h"

#include "index/phrase_pass.h"
#include "index/searcher.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

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
    const Node *outer = nullptr;   ///< as it is written, with its field
    const Node *inner = nullptr;   ///< the operator, or the leaf
    const FieldCode *in = nullptr; ///< around `outer`
    std::unique_ptr<Packed> surely;
    std::unique_ptr<Packed> possibly; ///< nullptr where it is the same
    std::vector<Line> children;
    std::size_t required = 0; ///< And, AndNot: how many children must be; the others must not

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

/// What is joined, as a reader of the query sees it: in a AND b AND NOT c three groups, though the tree has
/// a AND b for one.
struct Joined
{
    std::vector<const Node *> children;
    std::size_t required = 0;
};

Joined joinedBy(const Node &node)
{
    Joined joined;
    const Node &first = *node.children.front();
    const bool isOneList = node.kind == NodeKind::AndNot && first.kind == NodeKind::And && hasLines(first) &&
                           first.from == node.from;
    for (const NodePtr &child : isOneList ? first.children : std::vector{node.children.front()}) {
        joined.children.push_back(child.get());
    }
    joined.required = node.kind == NodeKind::AndNot ? joined.children.size() : node.children.size();
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        joined.children.push_back(node.children[i].get());
    }
    return joined;
}

/// The node below its fields, and the field in which it stands.
std::pair<const Node *, const FieldCode *> withoutFields(const Node &node, const FieldCode &code)
{
    const Node *inner = &node;
    const FieldCode *inside = &code;
    while (inner->kind == NodeKind::Fielded && !(inner->code->isElement && hasFieldInside(*inner))) {
        inside = inner->code;
        inner = inner->children.front().get();
    }
    return {inner, inside};
}

std::size_t numberOf(RecordId id)
{
    return static_cast<std::size_t>(id.value);
}

/// Groups of merged records, each of which counts as one.
class Groups
{
public:
    Groups(const std::vector<std::pair<RecordId, RecordId>> &standIns, const Bitset &counted)
        : m_merged(counted)
    {
        m_merged -= counted;
        for (const auto &[record, kept] : standIns) {
            for (const RecordId member : {kept, record}) {
                if (counted.holds(member.value) && !m_merged.contains(numberOf(member))) {
                    m_merged.insert(numberOf(member));
                    m_keptOf.emplace(numberOf(member), kept);
                    m_members[kept].push_back(numberOf(member));
                }
            }
        }
    }

    /// All that count as one with a record that counts.
    [[nodiscard]] std::vector<std::size_t> membersOf(std::size_t number) const
    {
        return m_merged.contains(number) ? m_members.at(m_keptOf.at(number))
                                         : std::vector<std::size_t>{number};
    }

    /// How many groups have a record of `set` that is `wanted`, and none that `isStill` there.
    template <class Set, class IsWanted, class IsStill>
    [[nodiscard]] std::int64_t count(const Set &set, const IsWanted &isWanted, const IsStill &isStill) const
    {
        std::int64_t count = 0;
        std::vector<RecordId> merged;
        set.forEach([&](std::size_t number) {
            if (!isWanted(number)) {
                return;
            }
            if (m_merged.contains(number)) {
                merged.push_back(m_keptOf.at(number));
            } else {
                count += isStill(number) ? 0 : 1;
            }
        });
        std::ranges::sort(merged);
        const auto last = std::unique(merged.begin(), merged.end());
        return count + std::count_if(merged.begin(), last, [&](RecordId kept) {
                   return std::ranges::none_of(m_members.at(kept), isStill);
               });
    }

    template <class Set>
    [[nodiscard]] std::int64_t count(const Set &set) const
    {
        return count(
            set, [](std::size_t) { return true; }, [](std::size_t) { return false; });
    }

private:
    struct Hash
    {
        std::size_t operator()(RecordId id) const { return std::hash<std::int64_t>()(id.value); }
    };

    Bitset m_merged;
    std::unordered_map<std::size_t, RecordId> m_keptOf;
    std::unordered_map<RecordId, std::vector<std::size_t>, Hash> m_members;
};

class EffectFinder
{
public:
    EffectFinder(const Parts &parts, const Node &root, const Counting &counting, Task &task)
        : m_highest(parts.lastRecord)
        , m_searcher(parts, root)
        , m_phrases(parts, m_searcher.leaves())
        , m_counted(counted(counting))
        , m_groups(counting.standIns, m_counted)
        , m_task(task)
        , m_answer(m_highest)
    {}

    Result<Effects> find(const Node &root, const std::vector<RecordId> &seeds)
    {
        const FieldCode &all = *query::findFieldCode("ALL");
        collect(root, all);
        findPhrases();
        const auto [line, sets] = build(root, all);
        m_answer = sets.surely(Missing::No);
        m_effects.matching = m_groups.count(m_answer);
        LineEffect whole = effectOf(line, LineRole::Whole, 0, 0, false);
        m_effects.lines.push_back(std::move(whole));
        std::vector<Seed> missed;
        for (const RecordId seed : seeds) {
            if (m_counted.holds(seed.value)) {
                addIfMissed(missed, seed);
            }
        }
        Bitset rest = m_counted;
        rest -= m_answer;
        walk(line, 0, {m_answer, std::move(rest), missed, missed, false});
        if (m_task.isStopped()) {
            return Task::stoppedError();
        }
        return std::move(m_effects);
    }

private:
    /// A seed that was missed.
    struct Seed
    {
        std::size_t number = 0;           ///< in the list of the missed
        std::vector<std::size_t> records; ///< that count as it and have come so far
    };

    /// What follows from a node for the answer.
    struct Context
    {
        Bitset needs;              ///< records that would leave its side if the node did not find them
        Bitset gains;              ///< records that would come to it if the node found them
        std::vector<Seed> seeds;   ///< that it misses
        std::vector<Seed> waiting; ///< those that no group before it keeps out
        bool isExcluded = false;   ///< under AND NOT, where what possibly holds counts
    };

    [[nodiscard]] Bitset counted(const Counting &counting)
    {
        Bitset counted = *m_searcher.leaves().all();
        for (const RecordId id : counting.leftOut) {
            if (counted.holds(id.value)) {
                counted.remove(numberOf(id));
            }
        }
        return counted;
    }

    void addIfMissed(std::vector<Seed> &missed, RecordId seed)
    {
        std::vector<std::size_t> members = m_groups.membersOf(numberOf(seed));
        if (std::ranges::none_of(members, [this](std::size_t member) { return m_answer.contains(member); })) {
            missed.push_back({missed.size(), std::move(members)});
            m_effects.missed.push_back({seed, 0});
        }
    }

    /// Counts the lines and takes in the phrases among them.
    void collect(const Node &node, const FieldCode &code)
    {
        ++m_total;
        const auto [inner, inside] = withoutFields(node, code);
        if (hasLines(*inner)) {
            for (const Node *child : joinedBy(*inner).children) {
                collect(*child, *inside);
            }
        } else if (m_phrases.add(*inner, *inside)) {
            m_together.emplace(inner, inside);
        }
    }

    /// Few phrases are quicker found one by one, on the records that hold all their words.
    void findPhrases()
    {
        constexpr std::size_t kFewPhrases = 4;
        if (m_phrases.size() < kFewPhrases) {
            m_together.clear();
        } else {
            m_phrases.run(m_counted, m_task);
        }
    }

    /// The records of a line that has none below it.
    Sets leafSets(const Node &leaf, const FieldCode &code)
    {
        if (!m_together.contains({&leaf, &code})) {
            Sets sets = m_searcher.search(leaf, code, nullptr);
            sets &= Sets(std::make_shared<Bitset>(m_counted));
            return sets;
        }
        const SharedSet found = m_searcher.leaves().none();
        for (const std::uint32_t record : m_phrases.of(leaf, code)) {
            found->insert(record);
        }
        return Sets(found);
    }

    std::pair<Line, Sets> build(const Node &node, const FieldCode &code)
    {
        const auto [inner, inside] = withoutFields(node, code);
        Line line{&node, inner, &code, nullptr, nullptr, {}, 0};
        if (m_task.isStopped()) {
            pack(line, Sets(m_searcher.leaves().none()));
            return {std::move(line), Sets(m_searcher.leaves().none())};
        }
        m_task.report({"running the lines", ++m_done, m_total});
        if (!hasLines(*inner)) {
            Sets sets = leafSets(*inner, *inside);
            pack(line, sets);
            return {std::move(line), std::move(sets)};
        }
        const Joined joined = joinedBy(*inner);
        line.required = joined.required;
        auto [first, sets] = build(*joined.children.front(), *inside);
        line.children.push_back(std::move(first));
        for (std::size_t i = 1; i < joined.children.size(); ++i) {
            auto [next, others] = build(*joined.children[i], *inside);
            line.children.push_back(std::move(next));
            if (inner->kind == NodeKind::Or) {
                sets |= others;
            } else if (i < joined.required) {
                sets &= others;
            } else {
                sets -= others;
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

    LineEffect
    effectOf(const Line &line, LineRole role, std::size_t parent, std::size_t depth, bool isExcluded) const
    {
        LineEffect effect;
        effect.from = line.outer->from;
        effect.to = line.outer->to;
        effect.role = role;
        effect.parent = parent;
        effect.depth = depth;
        effect.node = line.outer;
        effect.in = line.in;
        effect.hits = m_groups.count(line.records(isExcluded));
        return effect;
    }

    void walk(const Line &line, std::size_t number, const Context &context)
    {
        if (line.children.empty() || m_task.isStopped()) {
            return;
        }
        if (line.inner->kind == NodeKind::Or) {
            walkOr(line, number, context);
        } else {
            walkAnd(line, number, context);
        }
    }

    /// By how many groups the answer changes when records of a set leave or, under AND NOT, come to it.
    template <class Set, class IsChanged>
    std::int64_t change(const Set &set, const IsChanged &isChanged, bool isComing) const
    {
        return m_groups.count(set, isChanged, [&](std::size_t record) {
            return m_answer.contains(record) && (isComing || !isChanged(record));
        });
    }

    /// A record leaves the group with an operand when no other operand finds it.
    void walkOr(const Line &line, std::size_t number, const Context &context)
    {
        Bitset once(m_highest);
        Bitset twice(m_highest);
        for (const Line &child : line.children) {
            child.records(context.isExcluded).forEach([&](std::size_t record) {
                (once.contains(record) ? twice : once).insert(record);
            });
        }
        const std::size_t depth = m_effects.lines[number].depth + 1;
        for (const Line &child : line.children) {
            const Packed &records = child.records(context.isExcluded);
            LineEffect effect = effectOf(child, LineRole::Operand, number, depth, context.isExcluded);
            effect.adds = m_groups.count(
                records,
                [&](std::size_t record) { return !twice.contains(record); },
                [&](std::size_t record) {
                    return twice.contains(record) || (once.contains(record) && !records.contains(record));
                });
            effect.only = change(
                records,
                [&](std::size_t record) {
                    return !twice.contains(record) && context.needs.contains(record) &&
                           records.contains(record);
                },
                context.isExcluded);
            m_effects.lines.push_back(std::move(effect));
            if (!child.children.empty()) {
                Context inner{context.needs, context.gains, {}, {}, context.isExcluded};
                inner.needs &= unpacked(child, context.isExcluded);
                inner.needs -= twice;
                walk(child, m_effects.lines.size() - 1, inner);
            }
        }
    }

    /// A record comes into the answer without a group when all others let it pass.
    void walkAnd(const Line &line, std::size_t number, const Context &context)
    {
        Bitset once(m_highest);
        Bitset twice(m_highest);
        std::vector<Bitset> stopped; // by each of the children, which are few
        for (const Line &child : line.children) {
            const bool isExclusion = stopped.size() >= line.required;
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
        const std::size_t depth = m_effects.lines[number].depth + 1;
        std::vector<Seed> waiting = context.waiting;
        for (std::size_t i = 0; i < line.children.size(); ++i) {
            const Line &child = line.children[i];
            const bool isExclusion = i >= line.required;
            LineEffect effect = effectOf(child,
                                         isExclusion ? LineRole::Excluded : LineRole::Group,
                                         number,
                                         depth,
                                         context.isExcluded != isExclusion);
            Bitset lost = std::move(stopped[i]);
            const auto isStopped = [&](std::size_t record) { return lost.contains(record); };
            std::vector<Seed> seeds;
            for (const Seed &seed : context.seeds) {
                if (std::ranges::all_of(seed.records, isStopped)) {
                    effect.lostSeeds.push_back(m_effects.missed[seed.number].seed);
                    seeds.push_back(seed);
                }
            }
            const std::size_t own = m_effects.lines.size();
            std::vector<Seed> first = takeStopped(waiting, lost, own);
            lost &= context.gains;
            lost -= twice;
            effect.loses = change(lost, isStopped, !context.isExcluded);
            m_effects.lines.push_back(std::move(effect));
            // Behind AND NOT the sides change places.
            walk(child,
                 own,
                 isExclusion ? Context{std::move(lost), context.needs, {}, {}, !context.isExcluded}
                             : Context{context.needs,
                                       std::move(lost),
                                       std::move(seeds),
                                       std::move(first),
                                       context.isExcluded});
        }
    }

    /// Takes those out of `waiting` of which no record is left behind a group, and notes its line.
    std::vector<Seed> takeStopped(std::vector<Seed> &waiting, const Bitset &stops, std::size_t line)
    {
        std::vector<Seed> taken;
        std::vector<Seed> left;
        for (Seed &seed : waiting) {
            Seed rest{seed.number, {}};
            std::ranges::copy_if(seed.records, std::back_inserter(rest.records), [&](std::size_t record) {
                return !stops.contains(record);
            });
            if (rest.records.empty()) {
                m_effects.missed[seed.number].line = line;
                taken.push_back(std::move(seed));
            } else {
                left.push_back(std::move(rest));
            }
        }
        waiting = std::move(left);
        return taken;
    }

    [[nodiscard]] Bitset unpacked(const Line &line, bool isExcluded) const
    {
        Bitset set(m_highest);
        line.records(isExcluded).forEach([&](std::size_t number) { set.insert(number); });
        return set;
    }

    std::size_t m_highest;
    Searcher m_searcher;
    PhrasePass m_phrases;
    std::set<std::pair<const Node *, const FieldCode *>> m_together; ///< those that the pass has found
    Bitset m_counted;
    Groups m_groups;
    Task &m_task;
    Bitset m_answer; ///< by record
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
    Effects m_effects;
};

} // namespace

Result<Effects> effectsOf(const Parts &parts,
                          const Node &root,
                          const std::vector<RecordId> &seeds,
                          const Counting &counting,
                          Task &task)
{
    return EffectFinder(parts, root, counting, task).find(root, seeds);
}

} // namespace winnow::index
