#include "query/checks/checks.h"
#include "query/checks/or_group.h"
#include "query/operators.h"
#include "query/parse.h"

#include <algorithm>
#include <array>

namespace winnow::query {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::string_view, 3> kSingleQuotes{"'", "\u2018", "\u2019"};

std::size_t singleQuoteAtStart(std::string_view text)
{
    for (const std::string_view quote : kSingleQuotes) {
        if (text.starts_with(quote)) {
            return quote.size();
        }
    }
    return 0;
}

std::size_t singleQuoteAtEnd(std::string_view text)
{
    for (const std::string_view quote : kSingleQuotes) {
        if (text.size() > quote.size() && text.ends_with(quote)) {
            return quote.size();
        }
    }
    return 0;
}

bool isOperatorWord(const Token &token)
{
    return isWord(token, "AND") || isWord(token, "OR") || isWord(token, "NOT") || proximityFrom(token);
}

/// A bare word that is an operand by itself, without parentheses.
bool isBareWord(const Node &node)
{
    return node.kind == NodeKind::Term && node.form == TermForm::Word;
}

/// Whether nothing but words that are ignored stands between two operands.
bool standSideBySide(const CheckedQuery &query, const Node &left, const Node &right)
{
    const auto &tokens = query.tokens();
    const std::size_t end = query.tokenAt(right.from);
    for (std::size_t at = query.tokenAt(left.to); at < end; ++at) {
        if (tokens[at].kind != TokenKind::Word || isOperatorWord(tokens[at])) {
            return false;
        }
    }
    return true;
}

const Node &firstChild(const Node &node)
{
    return *node.children.front();
}

const Node &lastChild(const Node &node)
{
    return *node.children.back();
}

/// The outermost operand on one side of an OR: in digital trends OR craft, trends is the one beside digital.
const Node &edgeOf(const Node &node, const Node &(*child)(const Node &))
{
    const Node *edge = &node;
    while (edge->kind == NodeKind::Or) {
        edge = &child(*edge);
    }
    return *edge;
}

/// W03 of a run of words, unless single quotation marks tell what is meant.
void reportRun(const CheckedQuery &query, Findings &findings, Extent run)
{
    if (run.to == 0 || singleQuoteAtStart(query.textOf(run)) > 0) {
        return;
    }
    const std::string phrase(query.textOf(run));
    findings.warn(
        "W03",
        run,
        "Words side by side mean AND, so these may stand far apart; as a phrase they are written \"" +
            phrase.substr(0, 100) + "\".",
        Fix{"Make it a phrase", {{run.from, run.from, "\""}, {run.to, run.to, "\""}}});
}

/// "e-commerce" without its hyphen, where it has just one, between letters; else empty.
std::string withoutHyphen(std::string_view text)
{
    const std::size_t at = text.find('-');
    const bool isOne = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                       text.find('-', at + 1) == std::string_view::npos;
    if (!isOne || !isLetterOrDigit(text[at - 1]) || !isLetterOrDigit(text[at + 1])) {
        return {};
    }
    std::string joined = std::string(text.substr(0, at)) + std::string(text.substr(at + 1));
    // ADJ-3 would become ADJ3, which is an operator elsewhere; curly quotation marks would become plain ones.
    const Token word{TokenKind::Word, 0, joined.size(), joined};
    const bool isLanguage = isOperatorWord(word) || findFieldCode(joined) != nullptr ||
                            comparisonFrom(word) || !parse("x " + joined + " x").isOk() ||
                            !parse(joined).isOk();
    return isLanguage ? std::string() : joined;
}

/// Capitals and digits alone, two to five of them: AI, CKD, COVID.
bool isAcronym(const Node &node)
{
    constexpr std::size_t kLongest = 5;
    if (node.kind != NodeKind::Term || node.text.size() < 2 || node.text.size() > kLongest) {
        return false;
    }
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::ranges::count_if(node.text, isCapital) >= 2 &&
           std::ranges::all_of(node.text, [&](char c) { return isCapital(c) || (c >= '0' && c <= '9'); });
}

bool hasSmallLetter(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether some term below asks for words of a text.
bool asksForText(const Node &node, const FieldCode *field)
{
    const FieldCode *inner = node.kind == NodeKind::Fielded ? node.code : field;
    if (node.kind == NodeKind::Term) {
        return holdsWords(inner);
    }
    return std::ranges::any_of(node.children,
                               [&](const NodePtr &child) { return asksForText(*child, inner); });
}

} // namespace

/// W05: 'social media'. The marks are no part of a value or of a word in the middle of one.
void checkSingleQuotes(const CheckedQuery &query, Findings &findings)
{
    constexpr std::size_t kMostWords = 12;
    const auto &tokens = query.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t open = tokens[i].kind == TokenKind::Word ? singleQuoteAtStart(tokens[i].text) : 0;
        if (open == 0 || tokens[i].text.size() == open) {
            continue;
        }
        std::size_t last = i;
        while (last < tokens.size() && last - i < kMostWords && tokens[last].kind == TokenKind::Word &&
               singleQuoteAtEnd(tokens[last].text) == 0) {
            ++last;
        }
        const std::size_t close = last < tokens.size() && tokens[last].kind == TokenKind::Word
                                      ? singleQuoteAtEnd(tokens[last].text)
                                      : 0;
        if (close == 0) {
            continue;
        }
        const Extent where{tokens[i].from, tokens[last].to};
        findings.warn("W05",
                      where,
                      "Single quotation marks make no phrase in this language; write \".",
                      Fix{"Write plain quotation marks",
                          {{where.from, where.from + open, "\""}, {where.to - close, where.to, "\""}}});
        i = last;
    }
}

/// W03: words side by side mean AND.
void checkWordsSideBySide(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::And || !node.isImplicit || !holdsWords(place.field)) {
            continue;
        }
        const auto &children = node.children;
        Extent run;
        const Node *last = nullptr; // the word that ends the run
        for (std::size_t i = 0; i + 1 < children.size(); ++i) {
            const Node &left = edgeOf(*children[i], &lastChild);
            const Node &right = edgeOf(*children[i + 1], &firstChild);
            if (!isBareWord(left) || !isBareWord(right) || right.text.front() == '-' ||
                !standSideBySide(query, left, right)) {
                continue;
            }
            if (last != &left) {
                reportRun(query, findings, run);
                run.from = left.from;
            }
            run.to = right.to;
            last = &right;
        }
        reportRun(query, findings, run);
    }
}

/// W06: what braces do.
void checkBraces(const CheckedQuery &query, Findings &findings)
{
    bool isExplained = false;
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        const bool isBraced = node.kind == NodeKind::Term && node.form == TermForm::Exact &&
                              query.text().substr(node.from).starts_with('{');
        if (!isBraced || !holdsWords(place.field)) {
            continue;
        }
        const Extent where{node.from, node.to};
        if (hasWildcard(node.text)) {
            findings.warn("W06",
                          where,
                          "In braces * and ? stand for themselves; in quotation marks they are wildcards.",
                          Fix{"Write quotation marks",
                              {{node.from, node.from + 1, "\""}, {node.to - 1, node.to, "\""}}});
        } else if (!isExplained) {
            isExplained = true;
            findings.inform("W06",
                            where,
                            "Braces find this exact string alone, without plural and spelling variants; "
                            "quotation marks find those too.");
        }
    }
}

/// W07: a hyphen is a space, so the joined form is another word.
void checkHyphens(const CheckedQuery &query, Findings &findings)
{
    const OrGroups groups(query);
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::Term || node.form == TermForm::Exact || !holdsWords(place.field)) {
            continue;
        }
        const std::string joined = withoutHyphen(node.text);
        if (joined.empty() || groups.hasBeside(place, joined)) {
            continue;
        }
        std::string other = node.form == TermForm::Loose ? "\"" : "";
        other.append(joined).append(node.form == TermForm::Loose ? "\"" : "");
        const bool isPlain = query.text()[node.from] != '{' && singleQuoteAtStart(node.text) == 0;
        findings.warn("W07",
                      {node.from, node.to},
                      "The hyphen is read as a space, so this does not find " + joined + ".",
                      isPlain ? std::optional(query.alternative(place, other)) : std::nullopt);
    }
}

/// W22: what is ignored in a bare word.
void checkPunctuation(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (!isBareWord(node) || !holdsWords(place.field) || singleQuoteAtStart(node.text) > 0 ||
            singleQuoteAtEnd(node.text) > 0) {
            continue;
        }
        const Extent where{node.from, node.to};
        if (node.text.front() == '-') {
            findings.warn("W22", where, "A minus excludes nothing in this language; write AND NOT.");
            continue;
        }
        const bool isIgnored = std::ranges::any_of(node.text, [](char c) {
            return !isLetterOrDigit(c) && std::string_view("*?-'").find(c) == std::string_view::npos;
        });
        if (isIgnored) {
            const bool canBeBraced = !hasWildcard(node.text) && query.text()[node.from] != '"' &&
                                     node.text.find_first_of("{}") == std::string::npos;
            std::string message = "The punctuation in this is ignored";
            std::optional<Fix> fix;
            if (canBeBraced) {
                message += "; braces keep it: {" + node.text + "}";
                fix = Fix{"Write braces", {{node.from, node.from, "{"}, {node.to, node.to, "}"}}};
            }
            findings.warn("W22", where, message + ".", std::move(fix));
        }
    }
}

/// W28: an acronym that nothing joined by AND tells apart from others of the same letters.
void checkAcronyms(const CheckedQuery &query, Findings &findings)
{
    const auto isTerm = [](const Place &place) { return place.node->kind == NodeKind::Term; };
    const bool isAllCapitals = std::ranges::count_if(query.places(), isTerm) > 1 &&
                               std::ranges::none_of(query.places(), [&](const Place &place) {
                                   return isTerm(place) && hasSmallLetter(place.node->text);
                               });
    const Node *root = &query.root();
    const Node &wanted = root->kind == NodeKind::AndNot ? *root->children.front() : *root;
    const auto concepts =
        wanted.kind != NodeKind::And ? 1 : std::ranges::count_if(wanted.children, [](const NodePtr &child) {
            return asksForText(*child, nullptr);
        });
    if (concepts > 1) {
        return;
    }
    for (const Place &place : query.places()) {
        const bool isJoined = place.parent != nullptr && (place.parent->kind == NodeKind::And ||
                                                          place.parent->kind == NodeKind::Proximity);
        if (isAcronym(*place.node) && holdsWords(place.field) && !isJoined && !isAllCapitals) {
            findings.warn("W28",
                          {place.node->from, place.node->to},
                          place.node->text +
                              " stands for many things; join it by AND with words of its context.");
        }
    }
}

} // namespace winnow::query
