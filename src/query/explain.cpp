#include "query/explain.h"

#include "query/printed_parts.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace winnow::query {

namespace {

/// A field in the words of people.
struct FieldWords
{
    std::string_view code;
    std::string_view words;
    bool isPlural = false;
};

constexpr std::array kFieldWords{
    FieldWords{"TITLE-ABS-KEY", "title, abstract or keywords", true},
    FieldWords{"TITLE-ABS", "title or abstract"},
    FieldWords{"TITLE-ABS-KEY-AUTH", "title, abstract, keywords or authors", true},
    FieldWords{"TITLE", "title"},
    FieldWords{"ABS", "abstract"},
    FieldWords{"KEY", "keywords or index terms", true},
    FieldWords{"AUTHKEY", "keywords of the authors", true},
    FieldWords{"INDEXTERMS", "index terms", true},
    FieldWords{"ALL", "whole record with its references"},
    FieldWords{"AUTH", "authors", true},
    FieldWords{"AUTHOR-NAME", "one author"},
    FieldWords{"AUTHLASTNAME", "family name of an author"},
    FieldWords{"AUTHFIRST", "given name of an author"},
    FieldWords{"FIRSTAUTH", "first author"},
    FieldWords{"AFFIL", "one affiliation"},
    FieldWords{"AFFILCITY", "city of an affiliation"},
    FieldWords{"AFFILCOUNTRY", "country of an affiliation"},
    FieldWords{"AFFILORG", "organisation of an affiliation"},
    FieldWords{"SRCTITLE", "title of the source"},
    FieldWords{"EXACTSRCTITLE", "title of the source, to the letter,"},
    FieldWords{"PUBLISHER", "publisher"},
    FieldWords{"CONF", "conference"},
    FieldWords{"CONFNAME", "name of the conference"},
    FieldWords{"CONFLOC", "place of the conference"},
    FieldWords{"REF", "one of the references"},
    FieldWords{"REFTITLE", "title of a reference"},
    FieldWords{"REFAUTH", "author of a reference"},
    FieldWords{"REFSRCTITLE", "source of a reference"},
    FieldWords{"FUND-ALL", "funding"},
    FieldWords{"FUND-SPONSOR", "funder"},
    FieldWords{"DOCTYPE", "document type"},
    FieldWords{"SRCTYPE", "type of source"},
    FieldWords{"SUBJAREA", "subject area"},
    FieldWords{"LANGUAGE", "language"},
    FieldWords{"OPENACCESS", "open access"},
    FieldWords{"OA", "kind of open access"},
    FieldWords{"PUBSTAGE", "stage of publication"},
    FieldWords{"DOI", "DOI"},
    FieldWords{"PMID", "PubMed number"},
    FieldWords{"EID", "Scopus number (EID)"},
    FieldWords{"ISSN", "ISSN"},
    FieldWords{"ISBN", "ISBN"},
    FieldWords{"AU-ID", "Scopus number of an author"},
    FieldWords{"AF-ID", "Scopus number of an affiliation"},
    FieldWords{"FULLTEXT", "full text of the report"},
};

/// Words of the language for values that are single letters or two.
struct ValueWords
{
    std::string_view code;
    std::string_view value;
    std::string_view words;
};

constexpr std::array kValueWords{
    ValueWords{"DOCTYPE", "ar", "article"},
    ValueWords{"DOCTYPE", "ip", "article in press"},
    ValueWords{"DOCTYPE", "bk", "book"},
    ValueWords{"DOCTYPE", "ch", "chapter"},
    ValueWords{"DOCTYPE", "cp", "conference paper"},
    ValueWords{"DOCTYPE", "cr", "conference review"},
    ValueWords{"DOCTYPE", "dp", "data paper"},
    ValueWords{"DOCTYPE", "ed", "editorial"},
    ValueWords{"DOCTYPE", "er", "erratum"},
    ValueWords{"DOCTYPE", "le", "letter"},
    ValueWords{"DOCTYPE", "no", "note"},
    ValueWords{"DOCTYPE", "re", "review"},
    ValueWords{"DOCTYPE", "sh", "short survey"},
    ValueWords{"DOCTYPE", "tb", "retracted"},
    ValueWords{"SRCTYPE", "j", "journal"},
    ValueWords{"SRCTYPE", "b", "book"},
    ValueWords{"SRCTYPE", "k", "book series"},
    ValueWords{"SRCTYPE", "p", "proceedings"},
    ValueWords{"SRCTYPE", "r", "report"},
    ValueWords{"SRCTYPE", "d", "trade publication"},
};

const FieldWords &wordsOf(const FieldCode *field)
{
    static constexpr FieldWords kAnywhere{"", "whole record with its references"};
    if (field == nullptr) {
        return kAnywhere;
    }
    const auto *const found = std::ranges::find(kFieldWords, field->code, &FieldWords::code);
    return found == kFieldWords.end() ? kAnywhere : *found;
}

std::string nameOf(const FieldCode *field)
{
    const FieldWords &words = wordsOf(field);
    return field != nullptr && words.code.empty() ? std::string(field->code) : std::string(words.words);
}

bool isValues(const FieldCode *field)
{
    return field != nullptr && field->syntax != FieldSyntax::Words;
}

std::string termText(const Node &term, const FieldCode *field)
{
    std::string text;
    appendTerm(text, term);
    const std::string value = [&] {
        std::string lowered(term.text);
        std::ranges::transform(lowered, lowered.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        });
        return lowered;
    }();
    if (isValues(field)) {
        const auto *const known = std::ranges::find_if(kValueWords, [&](const ValueWords &words) {
            return words.code == field->code && words.value == value;
        });
        return known == kValueWords.end() ? term.text : std::string(known->words);
    }
    return text;
}

/// A day as 2024-01-31.
std::string dayText(int day)
{
    const std::string digits = std::to_string(day);
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
}

std::string comparisonText(const Node &node)
{
    if (node.code->syntax == FieldSyntax::Date) {
        const char *when = node.comparison == Comparison::Less      ? "before "
                           : node.comparison == Comparison::Greater ? "after "
                                                                    : "on ";
        return std::string("that came into Scopus ") + when + dayText(node.number);
    }
    const std::string what =
        node.code->code == "PUBYEAR" ? "published " : "with a reference that was published ";
    switch (node.comparison) {
    case Comparison::Less:
        return what + std::to_string(node.number - 1) + " or earlier";
    case Comparison::Greater:
        return what + std::to_string(node.number + 1) + " or later";
    case Comparison::Equal:
        break;
    }
    return what + "in " + std::to_string(node.number);
}

bool areTerms(const Node &node)
{
    return std::ranges::all_of(node.children,
                               [](const NodePtr &child) { return child->kind == NodeKind::Term; });
}

std::string listed(const Node &node, const FieldCode *field, std::string_view lastJoiner)
{
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        text += i == 0 ? "" : i + 1 == node.children.size() ? std::string(lastJoiner) : ", ";
        text += termText(*node.children[i], field);
    }
    return text;
}

/// "a, b or c" of an OR, else the one term.
std::string alternatives(const Node &node, const FieldCode *field)
{
    if (node.kind == NodeKind::Term) {
        return termText(node, field);
    }
    std::string text = "(";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        text += (i == 0 ? "" : " or ") + alternatives(*node.children[i], field);
    }
    return text + ")";
}

std::string nearText(const Node &node, const FieldCode *field)
{
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == node.children.size() ? " and " : ", ");
        text += node.children[i]->kind == NodeKind::Proximity ? "(" + nearText(*node.children[i], field) + ")"
                                                              : alternatives(*node.children[i], field);
    }
    if (node.distance == 0) {
        return text + (node.isOrdered ? " side by side in this order" : " side by side");
    }
    return text + " with at most " + std::to_string(node.distance) +
           (node.distance == 1 ? " word" : " words") + " between" + (node.isOrdered ? ", in this order" : "");
}

/// Whether a node can be told on one line.
bool isLine(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Term:
    case NodeKind::Compare:
        return true;
    case NodeKind::Proximity:
        return std::ranges::all_of(node.children, [](const NodePtr &child) {
            return child->kind == NodeKind::Term || child->kind == NodeKind::Proximity ||
                   (child->kind == NodeKind::Or && areTerms(*child));
        });
    case NodeKind::And:
    case NodeKind::Or:
        return areTerms(node);
    case NodeKind::Fielded:
        return isLine(*node.children.front());
    case NodeKind::AndNot:
        break;
    }
    return false;
}

/// "whose title holds digital"
std::string lineOf(const Node &node, const FieldCode *field)
{
    if (node.kind == NodeKind::Fielded) {
        return lineOf(*node.children.front(), node.code);
    }
    if (node.kind == NodeKind::Compare) {
        return comparisonText(node);
    }
    std::string what;
    switch (node.kind) {
    case NodeKind::And:
        what = (isValues(field) ? "" : "all of ") + listed(node, field, " and ");
        break;
    case NodeKind::Or:
        what = (isValues(field) ? "" : "at least one of ") + listed(node, field, " or ");
        break;
    case NodeKind::Proximity:
        what = nearText(node, field);
        break;
    default:
        what = termText(node, field);
    }
    const char *verb = isValues(field) ? " is " : wordsOf(field).isPlural ? " hold " : " holds ";
    return "whose " + nameOf(field) + verb + what;
}

class Explanation
{
public:
    std::string run(const Node &root)
    {
        m_out = "Records ";
        tell(root, nullptr, 0);
        return std::move(m_out);
    }

private:
    static constexpr std::size_t kStep = 2;

    void newLine(std::size_t indent, std::string_view lead)
    {
        m_out += '\n';
        m_out.append(std::min<std::size_t>(indent, 40), ' ').append("- ").append(lead);
    }

    void tell(const Node &node, const FieldCode *field, std::size_t indent)
    {
        if (isLine(node)) {
            m_out += lineOf(node, field);
            return;
        }
        switch (node.kind) {
        case NodeKind::Fielded:
            if (node.code->isElement) {
                m_out += "with, in " + nameOf(node.code) + ", all at once: ";
            }
            return tell(*node.children.front(), node.code, indent);
        case NodeKind::AndNot:
            tell(*node.children.front(), field, indent);
            newLine(indent, "but without these:");
            for (std::size_t i = 1; i < node.children.size(); ++i) {
                newLine(indent + kStep, "");
                tell(*node.children[i], field, indent + kStep);
            }
            return;
        case NodeKind::Or:
            m_out += "that meet at least one of these:";
            break;
        case NodeKind::Proximity:
            m_out += "that hold these near one another (at most " + std::to_string(node.distance) +
                     " words between" + (node.isOrdered ? ", in this order):" : "):");
            break;
        default:
            m_out += "that meet all of these:";
        }
        for (const NodePtr &child : node.children) {
            newLine(indent + kStep, "");
            tell(*child, field, indent + kStep);
        }
    }

    std::string m_out;
};

std::string labelOf(const Node &node)
{
    std::string label;
    switch (node.kind) {
    case NodeKind::And:
        return node.isImplicit ? "AND (not written)" : "AND";
    case NodeKind::Or:
        return "OR";
    case NodeKind::AndNot:
        return "AND NOT";
    case NodeKind::Proximity:
        return (node.isOrdered ? "PRE/" : "W/") + std::to_string(node.distance);
    case NodeKind::Fielded:
        return std::string(node.code->code);
    case NodeKind::Term:
        appendTerm(label, node);
        break;
    case NodeKind::Compare:
        appendComparison(label, node);
        break;
    }
    return label;
}

void draw(std::string &out, const Node &node, std::size_t depth)
{
    out.append(std::min<std::size_t>(2 * depth, 80), ' ').append(labelOf(node)) += '\n';
    for (const NodePtr &child : node.children) {
        draw(out, *child, depth + 1);
    }
}

void collectNotHere(const Node &node,
                    std::unordered_set<const Node *> &seen,
                    std::vector<std::string_view> &codes)
{
    if (!seen.insert(&node).second) {
        return;
    }
    if (node.code != nullptr && !node.code->isHere() &&
        std::ranges::find(codes, node.code->code) == codes.end()) {
        codes.push_back(node.code->code);
    }
    for (const NodePtr &child : node.children) {
        collectNotHere(*child, seen, codes);
    }
}

} // namespace

std::string explain(const Node &root)
{
    return Explanation().run(root);
}

std::string fieldInWords(const FieldCode &code)
{
    std::string words = nameOf(&code);
    if (words.ends_with(',')) { // "title of the source, to the letter," goes on in a sentence
        words.pop_back();
    }
    return words;
}

std::string drawTree(const Node &root)
{
    std::string out;
    draw(out, root, 0);
    return out;
}

std::vector<std::string_view> fieldsNotHere(const Node &root)
{
    std::unordered_set<const Node *> seen;
    std::vector<std::string_view> codes;
    collectNotHere(root, seen, codes);
    return codes;
}

std::string_view kindName(const Node &node)
{
    constexpr std::array<std::string_view, 7> kNames{
        "and", "or", "and_not", "near", "field", "term", "compare"};
    return kNames.at(static_cast<std::size_t>(node.kind));
}

} // namespace winnow::query
