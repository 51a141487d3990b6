#include "query/dialects/dialect.h"
#include "query/dialects/support/print_ask.h"
#include "query/dialects/support/relax.h"
#include "query/term_words.h"
#include "text/fold.h"

#include <unordered_set>

namespace winnow::query {

extern const Dialect crossref;

namespace {

constexpr Capabilities kCrossref{
    .name = "Crossref",
    .fields = {},
    .values = {},
    .stopWords = {},
    .hasFilters = true,
    .maxAddressBytes = 4000,
};

/// Gathers what the ranking of Crossref takes: the words that are wanted, each once.
class WordList
{
public:
    void gather(const Node &node, const FieldCode &code)
    {
        const FieldCode &inner = node.kind == NodeKind::Fielded ? *node.code : code;
        if (node.kind == NodeKind::Term && inner.syntax == FieldSyntax::Words && inner.isHere()) {
            take(node);
        }
        for (const NodePtr &child : node.children) {
            gather(*child, inner);
            if (node.kind == NodeKind::AndNot) {
                return;
            }
        }
    }

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    void take(const Node &term)
    {
        for (const std::string &word : term.words) {
            const bool isPattern = term.form != TermForm::Exact && hasWildcard(word);
            if (!isPattern && !isStopWord(word) && m_known.insert(word).second) {
                m_text.append(m_text.empty() ? "" : " ").append(text::composed(word));
            }
        }
    }

    std::string m_text;
    std::unordered_set<std::string> m_known;
};

/// The years that the whole query is limited to.
YearRange yearsOf(const Node &node)
{
    const std::optional<Ask> ask = relax(node, kCrossref).root;
    const Ask *years = ask ? dividedAsk(*ask).years : nullptr;
    return years == nullptr ? YearRange() : years->years;
}

std::string yearFilter(YearRange years)
{
    std::string text;
    if (years.hasFrom()) {
        text = "from-pub-date:" + std::to_string(years.from);
    }
    if (years.hasTo()) {
        text.append(text.empty() ? "" : ",").append("until-pub-date:" + std::to_string(years.to));
    }
    return text;
}

/// Words for its parameter "query.bibliographic" and, in a line of its own, its parameter "filter".
Translation translate(const Node &root)
{
    WordList words;
    words.gather(root, *findFieldCode("ALL"));
    Translation translation{words.text(), {}, false};
    if (translation.text.empty()) {
        translation.losses.push_back({root.from,
                                      root.to,
                                      "Crossref cannot be asked: this query holds no whole word to look for.",
                                      true,
                                      true});
        return translation;
    }
    translation.losses.push_back(
        {root.from,
         root.to,
         "Crossref knows no AND, OR, AND NOT, phrases, wildcards or fields: it ranks by the words, and what "
         "matches the query may stand anywhere in its list or be missed.",
         true,
         false});
    const std::string years = yearFilter(yearsOf(root));
    if (!years.empty()) {
        translation.text += "\nfilter=" + years;
    }
    tellOfLength(translation, root, kCrossref);
    return translation;
}

} // namespace

const Dialect crossref{"crossref", "Crossref", translate};

} // namespace winnow::query
