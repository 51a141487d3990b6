#include "query/dialects/support/relax.h"

#include "query/dialects/support/relax_terms.h"
#include "query/dialects/support/target_fields.h"
#include "query/record_fields.h"

#include <algorithm>
#include <utility>

namespace winnow::query {

namespace {

/// How far below the whole query a node stands, for filters.
enum class Level {
    Whole, ///< it is joined to the whole query by AND
    InOr,  ///< by AND and one OR
    Inside
};

class Relaxation
{
public:
    explicit Relaxation(const Capabilities &target)
        : m_target(target)
    {}

    Relaxed run(const Node &root)
    {
        m_root = &root;
        m_all = findFieldCode("ALL");
        TermPlace place{m_all, pickField(m_all->fields, m_target, Direction::Wider), Direction::Wider, true};
        std::optional<Ask> ask = relax(root, place, Level::Whole);
        if (ask && m_target.asksOneField) {
            askOneField(*ask);
        }
        return finished(std::move(ask));
    }

private:
    using Result = std::optional<Ask>;

    /// A node; where it cannot be asked, nothing is missed in it either.
    Result relax(const Node &node, const TermPlace &place, Level level)
    {
        const auto before = static_cast<std::ptrdiff_t>(m_losses.size());
        const bool hadToldOfAll = m_hasToldOfAll;
        Result ask = relaxKind(node, place, level);
        if (!ask) {
            m_losses.erase(std::remove_if(m_losses.begin() + before,
                                          m_losses.end(),
                                          [](const Loss &loss) { return loss.mayMiss; }),
                           m_losses.end());
            m_hasToldOfAll = hadToldOfAll;
        }
        return ask;
    }

    Result relaxKind(const Node &node, const TermPlace &place, Level level)
    {
        switch (node.kind) {
        case NodeKind::And:
            return relaxAnd(node, place, level == Level::Whole ? level : Level::Inside);
        case NodeKind::Or:
            return relaxOr(node, place, level);
        case NodeKind::AndNot:
            return relaxAndNot(node, place, level == Level::Whole ? level : Level::Inside);
        case NodeKind::Proximity:
            return relaxProximity(node, place);
        case NodeKind::Fielded:
            return relaxField(node, place, level);
        case NodeKind::Compare:
            return relaxComparison(node, place, level);
        case NodeKind::Term:
            break;
        }
        return place.code->syntax == FieldSyntax::Words ? relaxWords(node, place)
                                                        : relaxValue(node, place, level);
    }

    static bool isWider(const TermPlace &place) { return place.direction == Direction::Wider; }

    /// The operands that can be asked.
    std::vector<Ask> operands(const Node &node, const TermPlace &place, Level level)
    {
        std::vector<Ask> parts;
        for (const NodePtr &child : node.children) {
            if (Result part = relax(*child, place, level)) {
                parts.push_back(std::move(*part));
            }
        }
        return parts;
    }

    Result relaxAnd(const Node &node, const TermPlace &place, Level level)
    {
        std::vector<Ask> parts = operands(node, place, level);
        const bool isWhole = parts.size() == node.children.size();
        if (parts.empty() || (!isWider(place) && !isWhole)) {
            return std::nullopt;
        }
        return andOf(std::move(parts));
    }

    Result relaxOr(const Node &node, const TermPlace &place, Level level)
    {
        std::vector<Ask> parts = operands(node, place, level == Level::Inside ? level : Level::InOr);
        const bool isWhole = parts.size() == node.children.size();
        if (parts.empty() || (isWider(place) && !isWhole)) {
            if (!parts.empty()) {
                tell(node, "Where one part of an OR is not asked, none of it can be asked.");
            }
            return std::nullopt;
        }
        Ask ask = orOf(std::move(parts));
        if (m_target.hasFilters && ask.kind == AskKind::Or) {
            return withoutFilters(node, std::move(ask));
        }
        return ask;
    }

    /// An OR for a target in which filters stand over the whole query.
    Result withoutFilters(const Node &node, Ask ask)
    {
        const auto isYears = [](const Ask &part) { return part.kind == AskKind::Years; };
        if (std::ranges::all_of(ask.children, isYears)) {
            Ask years = ask.children.front();
            years.years.to = ask.children.back().years.to;
            tell(node, "The years between these are asked for too: " + name() + " takes one range.");
            return years;
        }
        const auto isFilter = [&](const Ask &part) { return isYears(part) || part.kind == AskKind::Values; };
        if (std::ranges::any_of(ask.children, isFilter)) {
            tell(node, name() + " cannot join a filter to words with OR; this is not asked.");
            return std::nullopt;
        }
        return ask;
    }

    Result relaxAndNot(const Node &node, const TermPlace &place, Level level)
    {
        Result wanted = relax(*node.children.front(), place, level);
        TermPlace opposite = place;
        opposite.direction = isWider(place) ? Direction::Narrower : Direction::Wider;
        opposite.field = pickField(place.code->fields, m_target, opposite.direction);
        opposite.mayMiss = false;
        std::vector<Ask> parts;
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const std::size_t lostBefore = m_silenced;
            ++m_silence;
            Result part = relax(*node.children[i], opposite, Level::Inside);
            --m_silence;
            if (!part || m_silenced > lostBefore) {
                tell(*node.children[i],
                     part
                         ? name() + " is asked to leave out only some of these; Winnow leaves out the others."
                         : name() + " is not asked to leave these out; Winnow leaves them out.");
            }
            if (!part && !isWider(place)) {
                return std::nullopt;
            }
            if (part && !isImpossible(*part)) {
                parts.push_back(std::move(*part));
            }
        }
        if (!wanted || isImpossible(*wanted) || parts.empty()) {
            return wanted;
        }
        parts.insert(parts.begin(), std::move(*wanted));
        Ask ask;
        ask.kind = AskKind::AndNot;
        ask.children = std::move(parts);
        return ask;
    }

    Result relaxProximity(const Node &node, const TermPlace &place)
    {
        if (!isWider(place)) {
            tell(node, "Nearness cannot be taken away.");
            return std::nullopt;
        }
        std::vector<Ask> parts = operands(node, place, Level::Inside);
        if (parts.empty()) {
            return std::nullopt;
        }
        tell(node, name() + " is asked for these words without their nearness.");
        return andOf(std::move(parts));
    }

    Result relaxField(const Node &node, const TermPlace &outer, Level level)
    {
        const FieldCode &code = *node.code;
        TermPlace place = outer;
        place.code = &code;
        const bool isNested = code.isElement && hasFieldInside(node);
        if (!code.isHere()) {
            tell(node, "Only Scopus can be asked for " + std::string(code.code) + ".");
            return std::nullopt;
        }
        if (isNested) {
            if (!isWider(place)) {
                tell(node, "One and the same element cannot be taken away.");
                return std::nullopt;
            }
            tell(node, name() + " cannot ask this of one and the same author.");
        }
        if (code.syntax == FieldSyntax::Words) {
            place.field = pickField(code.fields, m_target, place.direction);
            if (place.field == nullptr && !isNested) {
                tell(node, name() + " has no field for " + std::string(code.code) + "; it is not asked.");
                return std::nullopt;
            }
        }
        Result ask = relax(*node.children.front(), place, level);
        if (ask && code.syntax == FieldSyntax::Words && place.field != nullptr) {
            tellOfField(node, place);
        }
        return ask;
    }

    /// Tells where a field of the target is another than the one asked.
    void tellOfField(const Node &node, const TermPlace &place)
    {
        if (!isWider(place)) {
            if (place.field->covers != place.code->fields) {
                tell(node, "Other fields are looked in.");
            }
            return;
        }
        for (const auto &[message, mayMiss] : fieldNotes(*place.code, *place.field, m_target)) {
            tell(node, message, mayMiss);
        }
    }

    Result relaxWords(const Node &node, const TermPlace &place)
    {
        m_hasWords = true;
        if (place.code == m_all && !m_hasToldOfAll && m_silence == 0 && place.field != nullptr) {
            m_hasToldOfAll = true;
            tellOfField(*m_root, place);
        }
        const bool missesTooMuch = place.field != nullptr && isWider(place) && !place.mayMiss &&
                                   mayMissIn(*place.code, *place.field);
        if (place.field == nullptr || missesTooMuch || (!isWider(place) && !m_target.subtracts)) {
            tell(node, name() + " has no field for " + std::string(place.code->code) + ".");
            return std::nullopt;
        }
        std::vector<TermNote> notes;
        Result ask = relaxTerm(node, place, m_target, notes);
        for (TermNote &note : notes) {
            tell(node, std::move(note.message), note.mayMiss);
        }
        return ask;
    }

    Result relaxValue(const Node &node, const TermPlace &place, Level level)
    {
        const auto field = std::ranges::find(m_target.values, place.code->value, &TargetValues::field);
        const bool isPattern = node.form != TermForm::Exact && hasWildcard(node.text);
        const std::string asked = comparableValue(place.code->value, node.text);
        std::optional<std::string> spelling;
        if (field != m_target.values.end() && !isPattern && isWider(place)) {
            spelling = field->spell(asked);
        }
        if (!spelling || (m_target.hasFilters && level == Level::Inside)) {
            const std::string what = std::string(place.code->code) + "(" + node.text + ")";
            tell(node,
                 spelling ? name() + " cannot be asked for " + what + " in this place."
                          : name() + " has no search for " + what + "; it is not asked.");
            return std::nullopt;
        }
        Ask ask;
        ask.kind = AskKind::Values;
        ask.valueField = &*field;
        ask.values.push_back({asked, std::move(*spelling)});
        return ask;
    }

    /// Years of a source are not always those of a record, so that they are never taken away.
    Result relaxComparison(const Node &node, const TermPlace &place, Level level)
    {
        const bool isYear = node.code->code == "PUBYEAR";
        if (!isYear || !m_target.takesYears || !isWider(place) ||
            (m_target.hasFilters && level == Level::Inside)) {
            tell(node,
                 name() + " cannot be asked for " + std::string(node.code->code) +
                     (isYear ? " in this place." : "."));
            return std::nullopt;
        }
        Ask ask;
        ask.kind = AskKind::Years;
        if (node.comparison != Comparison::Less) {
            ask.years.from = node.number + static_cast<int>(node.comparison == Comparison::Greater);
        }
        if (node.comparison != Comparison::Greater) {
            ask.years.to = node.number - static_cast<int>(node.comparison == Comparison::Less);
        }
        return ask;
    }

    /// Makes each part of the whole query ask one field only.
    void askOneField(Ask &ask)
    {
        if (ask.kind == AskKind::And) {
            std::ranges::for_each(ask.children, [&](Ask &part) { askOneField(part); });
            return;
        }
        const TargetField *joint = nullptr;
        bool isOne = true;
        FieldSet covers = 0;
        forEachAsk(ask, [&](const Ask &part) {
            if (part.field != nullptr) {
                isOne = isOne && (joint == nullptr || joint == part.field);
                joint = part.field > joint || joint == nullptr ? part.field : joint;
                covers |= part.field->covers;
            }
        });
        if (isOne) {
            return;
        }
        if ((joint->covers & covers) != covers) {
            joint = pickField(covers, m_target, Direction::Wider);
        }
        setField(ask, joint);
        tell(*m_root,
             name() + " joins by OR only what is looked for in the same field; it looks for some words in "
                      "more fields than asked.");
    }

    static void setField(Ask &ask, const TargetField *field)
    {
        if (ask.kind == AskKind::Words) {
            ask.field = field;
        }
        std::ranges::for_each(ask.children, [&](Ask &child) { setField(child, field); });
    }

    /// What is taken away has one loss for all that is lost in it, see relaxAndNot().
    void tell(const Node &node, std::string message, bool mayMiss = false)
    {
        if (m_silence > 0) {
            ++m_silenced;
        } else {
            m_losses.push_back({node.from, node.to, std::move(message), mayMiss});
        }
    }

    Relaxed finished(Result ask)
    {
        const bool isEmpty = ask && isImpossible(*ask);
        Relaxed relaxed;
        std::ranges::sort(m_losses);
        m_losses.erase(std::unique(m_losses.begin(), m_losses.end()), m_losses.end());
        relaxed.losses = std::move(m_losses);
        if (!ask || isEmpty) {
            relaxed.losses.push_back(
                {m_root->from,
                 m_root->to,
                 isEmpty
                     ? "The years of this query exclude one another; it finds nothing."
                     : name() + " cannot be asked: nothing is left that all records must hold that match.",
                 true,
                 true});
            return relaxed;
        }
        bool hasWords = !m_hasWords;
        forEachAsk(*ask, [&](const Ask &part) { hasWords = hasWords || part.kind == AskKind::Words; });
        if (!hasWords) {
            relaxed.losses.push_back({m_root->from,
                                      m_root->to,
                                      "No word of this query is left: " + name() +
                                          " is asked for all records that fit the rest."});
        }
        relaxed.isSuperset = std::ranges::none_of(relaxed.losses, &Loss::mayMiss);
        relaxed.root = std::move(ask);
        return relaxed;
    }

    [[nodiscard]] std::string name() const { return std::string(m_target.name); }

    const Capabilities &m_target;
    const Node *m_root = nullptr;
    const FieldCode *m_all = nullptr;
    bool m_hasToldOfAll = false;
    bool m_hasWords = false;    ///< the query asks for words
    int m_silence = 0;          ///< how many AND NOT the node at hand stands behind
    std::size_t m_silenced = 0; ///< losses that were not told
    std::vector<Loss> m_losses;
};

} // namespace

Relaxed relax(const Node &root, const Capabilities &target)
{
    return Relaxation(target).run(root);
}

} // namespace winnow::query
