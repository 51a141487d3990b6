#include "query/faults.h"

#include "query/operators.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::query {

namespace {

/// A field of another database and the field of Scopus that is nearest to it; empty where there is none.
struct ForeignField
{
    std::string_view name;
    std::string_view code;
};

/// PubMed's field tags: cancer[tiab], "heart attack"[MeSH Terms].
constexpr std::array kPubMedTags{
    ForeignField{"ti", "TITLE"},
    ForeignField{"title", "TITLE"},
    ForeignField{"ab", "ABS"},
    ForeignField{"tiab", "TITLE-ABS"},
    ForeignField{"title/abstract", "TITLE-ABS"},
    ForeignField{"tw", "TITLE-ABS-KEY"},
    ForeignField{"text", "TITLE-ABS-KEY"},
    ForeignField{"text word", "TITLE-ABS-KEY"},
    ForeignField{"all", "ALL"},
    ForeignField{"all fields", "ALL"},
    ForeignField{"mh", "INDEXTERMS"},
    ForeignField{"mesh", "INDEXTERMS"},
    ForeignField{"mesh terms", "INDEXTERMS"},
    ForeignField{"mesh:noexp", "INDEXTERMS"},
    ForeignField{"majr", "INDEXTERMS"},
    ForeignField{"ot", "AUTHKEY"},
    ForeignField{"au", "AUTH"},
    ForeignField{"author", "AUTH"},
    ForeignField{"ta", "SRCTITLE"},
    ForeignField{"journal", "SRCTITLE"},
    ForeignField{"la", "LANGUAGE"},
    ForeignField{"dp", {}},
    ForeignField{"pdat", {}},
    ForeignField{"pt", {}},
    ForeignField{"publication type", {}},
    ForeignField{"sb", {}},
};

/// Ovid's field suffixes: cancer.tw.
constexpr std::array kOvidFields{
    ForeignField{"ti", "TITLE"},
    ForeignField{"ab", "ABS"},
    ForeignField{"ti,ab", "TITLE-ABS"},
    ForeignField{"tw", "TITLE-ABS-KEY"},
    ForeignField{"mp", "TITLE-ABS-KEY"},
    ForeignField{"kw", "AUTHKEY"},
    ForeignField{"kf", "AUTHKEY"},
    ForeignField{"sh", "INDEXTERMS"},
    ForeignField{"jn", "SRCTITLE"},
    ForeignField{"fs", {}},
    ForeignField{"pt", {}},
};

/// Fields before = in the Web of Science and at EBSCO.
constexpr std::array kEqualsFields{
    ForeignField{"ts", "TITLE-ABS-KEY"},
    ForeignField{"ti", "TITLE"},
    ForeignField{"ab", "ABS"},
    ForeignField{"ak", "AUTHKEY"},
    ForeignField{"au", "AUTH"},
    ForeignField{"so", "SRCTITLE"},
    ForeignField{"do", "DOI"},
    ForeignField{"la", "LANGUAGE"},
    ForeignField{"all", "ALL"},
};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

template <std::size_t N>
const ForeignField *find(const std::array<ForeignField, N> &fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, std::string_view(lower(name)), &ForeignField::name);
    return found == fields.end() ? nullptr : &*found;
}

class Finder
{
public:
    Finder(std::string_view query, std::span<const Token> tokens)
        : m_query(query)
        , m_tokens(tokens)
    {}

    std::vector<Problem> run()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &token = m_tokens[i];
            if (!token.isClosed) {
                unclosed(token);
            } else if (token.isTypographic) {
                typographic(token);
            } else if (token.kind == TokenKind::Quoted) {
                markup(token);
            } else if (token.kind == TokenKind::Comparator) {
                htmlTag(i);
            } else if (token.kind == TokenKind::Word) {
                const bool isFound = markup(token) || pasted(i) || pubMedTag(i) || equalsField(i) ||
                                     nearOperator(token) || ovidSuffix(i);
                static_cast<void>(isFound);
            }
        }
        addMarkup();
        wholeInQuotes();
        return std::move(m_problems);
    }

private:
    Problem &
    add(std::string code, ProblemSeverity severity, std::size_t from, std::size_t to, std::string message)
    {
        m_problems.push_back({std::move(code), severity, from, to, std::move(message), {}});
        return m_problems.back();
    }

    Problem &addError(std::string code, std::size_t from, std::size_t to, std::string message)
    {
        return add(std::move(code), ProblemSeverity::Error, from, to, std::move(message));
    }

    void unclosed(const Token &token)
    {
        const std::size_t length = token.to - token.from - token.text.size();
        Problem &problem = addError("E02",
                                    token.from,
                                    token.from + length,
                                    token.kind == TokenKind::Braced
                                        ? "This brace is never closed; add }."
                                        : "This quotation mark is never closed; add the closing one.");
        // The likeliest end: before the next parenthesis or operator.
        std::size_t end = token.from + length;
        while (end < token.to && std::string_view("(),\n\r").find(m_query[end]) == std::string_view::npos) {
            ++end;
        }
        const std::string lowered = lower(m_query.substr(token.from, end - token.from));
        for (const std::string_view word : {" or ", " and "}) {
            if (const std::size_t at = lowered.find(word); at != std::string::npos) {
                end = std::min(end, token.from + at);
            }
        }
        while (end > token.from + length && m_query[end - 1] == ' ') {
            --end;
        }
        if (end > token.from + length) {
            const char *mark = token.kind == TokenKind::Braced ? "}" : "\"";
            problem.fix =
                Fix{"Close it",
                    {{token.from, token.from + length, token.kind == TokenKind::Braced ? "{" : "\""},
                     {end, end, mark}}};
        }
    }

    void typographic(const Token &token)
    {
        const std::size_t begin =
            token.from + static_cast<std::size_t>(token.text.data() - (m_query.data() + token.from));
        const std::size_t end = begin + token.text.size();
        Problem &problem =
            add("W04",
                ProblemSeverity::Warning,
                token.from,
                token.to,
                "These are typographic quotation marks, which Scopus does not read as a phrase; write \".");
        problem.fix = Fix{"Write plain quotation marks", {{token.from, begin, "\""}, {end, token.to, "\""}}};
    }

    /// Adds an error over [from, to) that a removal puts right.
    void addPasted(std::size_t from, std::size_t to, const std::string &what)
    {
        addError("E06", from, to, what + " is no part of the query; remove it.").fix =
            Fix{"Remove it", {{from, to, {}}}};
    }

    [[nodiscard]] std::size_t lineEnd(std::size_t from) const
    {
        return std::min(m_query.find_first_of("\r\n", from), m_query.size());
    }

    /// Marks of the text from which a query was copied: personali\* of Markdown, &quot; of HTML.
    bool markup(const Token &token)
    {
        struct Mark
        {
            std::string_view text;
            std::string_view meant;
        };

        constexpr std::array kMarks{Mark{"\\*", "*"},
                                    Mark{"\\?", "?"},
                                    Mark{"&quot;", "\""},
                                    Mark{"&amp;", "&"},
                                    Mark{"&lt;", "<"},
                                    Mark{"&gt;", ">"},
                                    Mark{"&nbsp;", " "}};
        const auto begin = static_cast<std::size_t>(token.text.data() - m_query.data());
        const std::size_t before = m_markup.edits.size();
        for (std::size_t at = token.text.find_first_of("\\&"); at < token.text.size(); ++at) {
            const auto mark = std::ranges::find_if(
                kMarks, [&](const Mark &known) { return token.text.substr(at).starts_with(known.text); });
            if (mark != kMarks.end()) {
                const std::size_t from = begin + at;
                m_markup.edits.push_back({from, from + mark->text.size(), std::string(mark->meant)});
                at += mark->text.size() - 1;
            }
        }
        return m_markup.edits.size() > before;
    }

    /// <span style="..."> and the like.
    void htmlTag(std::size_t at)
    {
        constexpr std::array<std::string_view, 18> kTags{"span",
                                                         "div",
                                                         "br",
                                                         "p",
                                                         "b",
                                                         "i",
                                                         "em",
                                                         "strong",
                                                         "a",
                                                         "font",
                                                         "sup",
                                                         "u",
                                                         "li",
                                                         "ul",
                                                         "table",
                                                         "tr",
                                                         "td",
                                                         "sub"};
        constexpr std::size_t kLongest = 400;
        const Token &token = m_tokens[at];
        const Token &next = m_tokens[at + 1];
        if (token.text != "<" || token.from < m_skipTo || next.kind != TokenKind::Word || !next.isGlued) {
            return;
        }
        const std::string name = lower(next.text.substr(next.text.starts_with('/') ? 1 : 0));
        const bool isTag = std::ranges::find(kTags, name.substr(0, name.find('/'))) != kTags.end();
        const std::size_t length = m_query.substr(token.from, kLongest).find('>');
        if (isTag && length != std::string_view::npos) {
            m_skipTo = token.from + length + 1;
            addPasted(token.from, m_skipTo, "This mark of HTML");
            m_problems.back().fix->edits.front().text = " ";
        }
    }

    /// One problem for all of them, at the first.
    void addMarkup()
    {
        if (m_markup.edits.empty()) {
            return;
        }
        const Edit first = m_markup.edits.front();
        addError("E06",
                 first.from,
                 first.to,
                 "The query holds marks of Markdown or HTML (" + std::to_string(m_markup.edits.size()) +
                     "), which came along when it was copied.")
            .fix = std::move(m_markup);
    }

    /// Text around a query that was pasted along: "Scopus:", "-> 16 results", "-- a comment", a full stop.
    bool pasted(std::size_t at)
    {
        const Token &token = m_tokens[at];
        if (token.from < m_skipTo) {
            return true;
        }
        const bool isArrow = (token.text == "-" || token.text == "--") && m_tokens[at + 1].isGlued &&
                             m_tokens[at + 1].text == ">";
        if (isArrow || token.text == "\u2192") {
            m_skipTo = lineEnd(token.from);
            addPasted(token.from, m_skipTo, "The number of hits");
            return true;
        }
        if (token.isLineStart && (token.text.starts_with("--") || token.text.starts_with("//") ||
                                  token.text == "#" || token.text.starts_with("##"))) {
            m_skipTo = lineEnd(token.from);
            addPasted(token.from, m_skipTo, "A comment");
            return true;
        }
        const bool isFirst = at == 0 || (at == 1 && m_tokens[0].kind == TokenKind::Word);
        if (isFirst && token.text.size() > 1 && token.text.ends_with(':') && !token.text.starts_with('#')) {
            addPasted(m_tokens[0].from,
                      token.to,
                      "\"" + std::string(m_query.substr(m_tokens[0].from, token.to - m_tokens[0].from)) +
                          "\"");
            return true;
        }
        const bool isLast = m_tokens[at + 1].kind == TokenKind::End;
        if (isLast && (token.text == "." || token.text == ";")) {
            addPasted(token.from, token.to, "This full stop");
            return true;
        }
        return false;
    }

    /// Words behind which another database names the field become words inside the field of Scopus.
    [[nodiscard]] Fix
    fieldBefore(std::size_t from, std::size_t wordsTo, std::size_t to, std::string_view code) const
    {
        return {"Write " + std::string(code) + "(...)",
                {{from, from, std::string(code) + "("}, {wordsTo, to, ")"}}};
    }

    /// A tag in brackets at the end of a word, or the first word of one that has several.
    bool pubMedTag(std::size_t at)
    {
        const Token &token = m_tokens[at];
        const std::size_t open = token.text.rfind('[');
        if (open == std::string_view::npos) {
            return false;
        }
        const std::size_t from = token.from + open;
        constexpr std::size_t kLongestTag = 40;
        const std::size_t length = m_query.substr(from, kLongestTag).find(']');
        if (length == std::string_view::npos) {
            return false;
        }
        const std::size_t close = from + length;
        const ForeignField *field = find(kPubMedTags, m_query.substr(from + 1, close - from - 1));
        if (field == nullptr) {
            return false;
        }
        Problem &problem =
            addError("E05",
                     from,
                     close + 1,
                     "Tags in brackets are the syntax of PubMed; write the field before the words, as in "
                     "TITLE-ABS(...).");
        const bool isBehindPhrase =
            open == 0 && at > 0 && token.isGlued && m_tokens[at - 1].kind == TokenKind::Quoted;
        if (!field->code.empty() && (open > 0 || isBehindPhrase)) {
            problem.fix =
                fieldBefore(open > 0 ? token.from : m_tokens[at - 1].from, from, close + 1, field->code);
        }
        m_skipTo = close + 1;
        return true;
    }

    /// TI=(...)
    bool equalsField(std::size_t at)
    {
        const Token &token = m_tokens[at];
        const Token &next = m_tokens[at + 1];
        if (next.kind != TokenKind::Comparator || next.text != "=" || isWord(token, "PUBYEAR")) {
            return false;
        }
        const ForeignField *field = find(kEqualsFields, token.text);
        if (field == nullptr) {
            return false;
        }
        Problem &problem = addError("E05",
                                    token.from,
                                    next.to,
                                    std::string(token.text) + "= is the syntax of another database; write " +
                                        std::string(field->code) + "(...).");
        const Token &behind = m_tokens[std::min(at + 2, m_tokens.size() - 1)];
        if (behind.kind == TokenKind::Open) {
            problem.fix = Fix{"Write " + std::string(field->code),
                              {{token.from, behind.from, std::string(field->code)}}};
        } else if (behind.kind == TokenKind::Quoted || behind.kind == TokenKind::Word) {
            problem.fix =
                Fix{"Write " + std::string(field->code) + "(...)",
                    {{token.from, behind.from, std::string(field->code) + "("}, {behind.to, behind.to, ")"}}};
        }
        return true;
    }

    /// NEAR/3 of the Web of Science and adj3 of Ovid, which counts one more.
    bool nearOperator(const Token &token)
    {
        const std::string word = lower(token.text);
        for (const std::string_view name : {"near/", "adj", "n/"}) {
            const auto number = word.starts_with(name)
                                    ? numberFrom(std::string_view(word).substr(name.size()))
                                    : std::nullopt;
            if (!number) {
                continue;
            }
            const int between = name == "adj" ? std::max(*number - 1, 0) : *number;
            const std::string ours =
                (name == "adj" && between == 0 ? "PRE/" : "W/") + std::to_string(between);
            addError("E05",
                     token.from,
                     token.to,
                     std::string(token.text) + " is the syntax of another database; write " + ours +
                         ", or PRE/n where the order counts.")
                .fix = Fix{"Write " + ours, {{token.from, token.to, ours}}};
            return true;
        }
        return false;
    }

    /// cancer.tw. and (a or b).ti,ab.
    bool ovidSuffix(std::size_t at)
    {
        const Token &token = m_tokens[at];
        if (token.text.size() < 4 || token.text.back() != '.') {
            // .ti,ab. is divided by its comma.
            return false;
        }
        const std::size_t dot = token.text.rfind('.', token.text.size() - 2);
        const ForeignField *field =
            dot == std::string_view::npos
                ? nullptr
                : find(kOvidFields, token.text.substr(dot + 1, token.text.size() - dot - 2));
        if (field == nullptr) {
            return false;
        }
        Problem &problem =
            addError("E05",
                     token.from + dot,
                     token.to,
                     "A field behind the word is the syntax of Ovid; write it before, as in TITLE-ABS(...).");
        if (dot > 0 && !field->code.empty()) {
            problem.fix = fieldBefore(token.from, token.from + dot, token.to, field->code);
        }
        return true;
    }

    /// "(a OR b) AND c": the marks around the whole query make one phrase of it.
    void wholeInQuotes()
    {
        if (m_tokens.size() != 2 || m_tokens[0].kind != TokenKind::Quoted) {
            return;
        }
        const Token &token = m_tokens[0];
        const std::string text = lower(token.text);
        const bool hasOperator =
            text.find(" and ") != std::string::npos || text.find(" or ") != std::string::npos;
        if (hasOperator && text.find('(') != std::string::npos) {
            const std::size_t begin = static_cast<std::size_t>(token.text.data() - m_query.data());
            addError("E07",
                     token.from,
                     token.to,
                     "The whole query stands in quotation marks, which makes one phrase of it; remove them.")
                .fix =
                Fix{"Remove the marks", {{token.from, begin, {}}, {begin + token.text.size(), token.to, {}}}};
        }
    }

    std::string_view m_query;
    std::span<const Token> m_tokens;
    Fix m_markup{"Write what is meant", {}};
    std::size_t m_skipTo = 0; ///< what comes before was reported already
    std::vector<Problem> m_problems;
};

} // namespace

std::vector<Problem> findTokenFaults(std::string_view query, std::span<const Token> tokens)
{
    return Finder(query, tokens).run();
}

} // namespace winnow::query
