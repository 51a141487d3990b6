#include "index/leaves.h"

#include "index/schema.h"
#include "index/text_leaves.h"
#include "query/asked_value.h"

#include <algorithm>

namespace winnow::index {

using query::FieldCode;
using query::Node;
using query::NodeKind;
using query::NodePtr;

namespace {

/// Reading a posting is so much cheaper than checking a record (measured: 12 against 250 ns).
constexpr std::size_t kPostingsPerCheck = 20;

bool isSeveral(const Node &node)
{
    return node.kind == NodeKind::And || node.kind == NodeKind::Or || node.kind == NodeKind::AndNot;
}

/// What a leaf asks for, so that equal leaves have equal keys.
std::string keyOf(const Node &node)
{
    std::string key;
    if (node.kind == NodeKind::Term) {
        key = node.form == query::TermForm::Exact ? '{' : '"';
        for (const std::string &word : node.words) {
            key += word + ' ';
        }
        for (const std::string &gap : node.gaps) {
            key += '\n' + gap;
        }
        return key;
    }
    key = (node.kind == NodeKind::Or ? "OR("
           : node.isOrdered          ? "PRE("
                                     : "W(") +
          std::to_string(node.distance);
    for (const NodePtr &child : node.children) {
        key += '(' + keyOf(*child) + ')';
    }
    return key;
}

std::string keyOf(const Node &node, const FieldCode &code)
{
    return std::to_string(code.fields) + (code.takesVariants ? "v" : "w") + keyOf(node);
}

} // namespace

Leaves::Leaves(const Parts &parts, const Node &root)
    : m_lastRecord(parts.lastRecord)
    , m_wordPostings(parts.database, parts.vocabulary, parts.frequencies)
    , m_words(parts.vocabulary, m_wordPostings)
    , m_postings(parts.database, m_wordPostings, parts.lastRecord, parts.recordCount)
    , m_checker(m_words, parts.gaps)
    , m_forward(parts.forward)
{
    countLeaves(root, *query::findFieldCode("ALL"));
    if (parts.texts != nullptr) {
        m_texts = std::make_unique<TextLeaves>(*parts.texts, root, parts.lastRecord);
    }
}

Leaves::~Leaves() = default;

void Leaves::countLeaves(const Node &node, const FieldCode &code)
{
    if (node.kind == NodeKind::Fielded) {
        countLeaves(*node.children.front(), *node.code);
    } else if (isSeveral(node)) {
        for (const NodePtr &child : node.children) {
            countLeaves(*child, code);
        }
    } else if (node.kind != NodeKind::Compare && code.fields != 0 && needsCheck(node, code)) {
        ++m_known[keyOf(node, code)].times;
    }
}

bool Leaves::needsCheck(const Node &leaf, const FieldCode &code)
{
    if (leaf.kind == NodeKind::Compare || code.value != query::ValueField::None) {
        return false;
    }
    return leaf.kind == NodeKind::Proximity || leaf.words.size() != 1 || Checker::asksForBorders(leaf);
}

SharedSet Leaves::find(const Node &leaf, const FieldCode &code, const Bitset *within)
{
    if (leaf.kind == NodeKind::Compare) {
        return findYear(leaf);
    }
    if (code.value != query::ValueField::None) {
        return findValue(leaf, code);
    }
    if (m_texts && code.isOfFullText()) {
        return m_texts->find(leaf, code, within);
    }
    if (!needsCheck(leaf, code)) {
        const WordForms &forms = m_words.formsOf(leaf.words.front(), leaf.form == query::TermForm::Exact);
        return m_postings.ofForms(forms, code.fields, code.takesVariants);
    }
    Known &known = m_known[keyOf(leaf, code)];
    if (known.times < 2) {
        return check(leaf, code, *candidates(leaf, code, within));
    }
    Bitset open = within == nullptr ? *all() : *within;
    if (!known.found) {
        known.checked = none();
        known.found = none();
    }
    open -= *known.checked;
    if (!open.isEmpty()) {
        const SharedSet found = check(leaf, code, *candidates(leaf, code, &open));
        *found |= *known.found;
        known.found = found;
        *known.checked |= open;
    }
    return known.found;
}

SharedSet Leaves::findValue(const Node &leaf, const FieldCode &code)
{
    const query::AskedValue asked(code.value, leaf);
    if (!asked.isPattern()) {
        return m_postings.ofTerm(valueTerm(code.value, asked.text()));
    }
    const std::string prefix = valueTerm(code.value, {});
    const std::string_view beginning =
        std::string_view(asked.text()).substr(0, asked.text().find_first_of("*?"));
    return m_postings.ofTerms(valueTerm(code.value, beginning), [&](const std::string &term) {
        return asked.fits(std::string_view(term).substr(prefix.size()));
    });
}

SharedSet Leaves::findYear(const Node &leaf)
{
    const std::string asked = yearTerm(leaf.number);
    return m_postings.ofTerms(std::string(kYearPrefix), [&](const std::string &term) {
        const int order = term.compare(asked);
        return leaf.comparison == query::Comparison::Less    ? order < 0
               : leaf.comparison == query::Comparison::Equal ? order == 0
                                                             : order > 0;
    });
}

SharedSet Leaves::check(const Node &leaf, const FieldCode &code, const Bitset &candidates)
{
    SharedSet found = m_postings.none();
    const bool withGaps = Checker::needsGaps(leaf);
    candidates.forEach([&](std::size_t number) {
        if (m_checker.isIn(leaf, code, m_forward.read(number, code.fields, withGaps))) {
            found->insert(number);
        }
    });
    return found;
}

std::pair<SharedSet, SharedSet> Leaves::findAuthors(const Node &fielded, const Bitset *within)
{
    const Node &asked = *fielded.children.front();
    std::pair<SharedSet, SharedSet> found{m_postings.none(), m_postings.none()};
    const bool withGaps = Checker::needsGaps(asked);
    candidates(asked, *fielded.code, within)->forEach([&](std::size_t number) {
        const auto segments = m_forward.read(number, query::kNameFields, withGaps);
        const query::Truth truth = m_checker.judgeAuthors(asked, *fielded.code, segments);
        if (truth == query::Truth::Yes) {
            found.first->insert(number);
        }
        if (truth != query::Truth::No) {
            found.second->insert(number);
        }
    });
    return found;
}

SharedSet Leaves::lacking(const FieldCode &code)
{
    if (code.isOfFullText()) {
        SharedSet lacking = std::make_shared<Bitset>(*all());
        if (m_texts) {
            *lacking -= m_texts->complete();
        }
        return lacking;
    }
    const std::string_view lacked = lackCode(code);
    return lacked.empty() ? nullptr : m_postings.ofTerm(lackTerm(lacked));
}

/// About how many records hold all words that a match needs, or more.
std::size_t Leaves::mostHolders(const Node &node)
{
    if (node.kind == NodeKind::Term) {
        std::size_t least = m_lastRecord;
        for (const std::string &word : node.words) {
            least = std::min(least, m_words.formsOf(word, node.form == query::TermForm::Exact).frequency);
        }
        return least;
    }
    if (node.kind == NodeKind::Or) {
        std::size_t sum = 0;
        for (const NodePtr &child : node.children) {
            sum += mostHolders(*child);
        }
        return sum;
    }
    if (node.kind == NodeKind::Compare) {
        return m_lastRecord;
    }
    std::size_t least = mostHolders(*node.children.front());
    for (std::size_t i = 1; i < node.children.size() && node.kind != NodeKind::AndNot; ++i) {
        least = std::min(least, mostHolders(*node.children[i]));
    }
    return least;
}

/// Records of `within` among which all are that could match, as few as is cheap to tell.
SharedSet Leaves::candidates(const Node &node, const FieldCode &code, const Bitset *within)
{
    switch (node.kind) {
    case NodeKind::Term:
        return termCandidates(node, code, within);
    case NodeKind::Fielded:
        return candidates(*node.children.front(), *node.code, within);
    case NodeKind::AndNot:
        return candidates(*node.children.front(), code, within);
    case NodeKind::Compare:
        return asGiven(within);
    case NodeKind::Or: {
        SharedSet any = m_postings.none();
        for (const NodePtr &child : node.children) {
            *any |= *candidates(*child, code, within);
        }
        return any;
    }
    case NodeKind::And:
    case NodeKind::Proximity:
        break;
    }
    std::vector<std::pair<std::size_t, const Node *>> rarest;
    for (const NodePtr &child : node.children) {
        rarest.emplace_back(mostHolders(*child), child.get());
    }
    std::ranges::stable_sort(rarest, {}, &std::pair<std::size_t, const Node *>::first);
    SharedSet set = candidates(*rarest.front().second, code, within);
    for (std::size_t i = 1; i < rarest.size(); ++i) {
        if (rarest[i].first / kPostingsPerCheck > set->count()) {
            break;
        }
        set = candidates(*rarest[i].second, code, set.get());
    }
    return set;
}

SharedSet Leaves::termCandidates(const Node &term, const FieldCode &code, const Bitset *within)
{
    if (!code.isHere()) {
        return asGiven(within);
    }
    std::vector<const WordForms *> words;
    for (const std::string &word : term.words) {
        words.push_back(&m_words.formsOf(word, term.form == query::TermForm::Exact));
    }
    std::ranges::stable_sort(words, {}, &WordForms::frequency);
    SharedSet set;
    for (const WordForms *forms : words) {
        const Bitset *soFar = set ? set.get() : within;
        if (soFar != nullptr && forms->frequency / kPostingsPerCheck > soFar->count()) {
            break;
        }
        auto both = std::make_shared<Bitset>(*m_postings.ofForms(*forms, code.fields, code.takesVariants));
        if (soFar != nullptr) {
            *both &= *soFar;
        }
        set = std::move(both);
    }
    return set ? set : term.words.empty() ? none() : asGiven(within);
}

SharedSet Leaves::asGiven(const Bitset *within)
{
    return within == nullptr ? all() : std::make_shared<Bitset>(*within);
}

} // namespace winnow::index
