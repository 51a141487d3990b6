#include "publish/support/latex_table.h"

#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/display_width.h"
#include "publish/support/latex_text.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "publish/support/xml.h"
#include "text/encoding.h"
#include "text/printable_text.h"

#include <algorithm>
#include <cstdio>

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;

constexpr double kUprightWidth = 482; ///< points between the margins
constexpr double kAcrossWidth = 728;
constexpr double kCharacterWidth = 4.1; ///< points, of the type of tables
constexpr int kLongestWhole = 24;       ///< lines of a row that stays in one piece
constexpr int kPiece = 8;               ///< lines of the pieces of longer ones
constexpr std::size_t kFewColumns = 8;
constexpr std::size_t kLongWord = 30; ///< characters; longer ones may be broken anywhere

bool isWordBreak(char32_t c)
{
    return c == '/' || c == '.' || c == '_' || c == '-' || c == '?' || c == '=' || c == '&' || c == ':';
}

/// A word with places to break it, where it is long.
void appendWord(std::string &out, std::string_view word)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < word.size(); ++characters) {
        static_cast<void>(text::nextCodePoint(word, at));
    }
    if (characters <= kLongWord) {
        out += asLatexText(word);
        return;
    }
    constexpr std::size_t kLongestPart = 12;
    std::size_t begin = 0;
    std::size_t length = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = text::nextCodePoint(word, at);
        ++length;
        if (isWordBreak(c) || length >= kLongestPart || at == word.size()) {
            out += asLatexText(word.substr(begin, at - begin));
            out += at == word.size() ? "" : "\\allowbreak{}";
            begin = at;
            length = 0;
        }
    }
}

std::string wordsOf(std::string_view line)
{
    std::string out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        appendWord(out, line.substr(at, end - at));
        out += end < line.size() ? " " : "";
        at = end + 1;
    }
    return out;
}

bool runsFromLeft(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x590);
}

/// A line from right to left in which what runs from the left is set apart, with brackets around it.
std::string lineFromRight(std::string_view line)
{
    std::string out;
    std::size_t begin = 0;                // of what is not yet written
    std::size_t from = std::string::npos; // of a stretch from left to right
    std::size_t to = 0;                   // its end as yet
    const auto flush = [&](std::size_t end) {
        if (from != std::string::npos) {
            if (from > begin && line[from - 1] == '(') {
                const bool isClosedBehind = to < end && line[to] == ')';
                const bool isClosedInside = line.substr(from, to - from).find(')') != std::string_view::npos;
                from -= isClosedBehind || isClosedInside ? 1 : 0;
                to += isClosedBehind ? 1 : 0;
            }
            out += wordsOf(line.substr(begin, from - begin));
            out += "\\winnowlr{" + wordsOf(line.substr(from, to - from)) + "}";
            begin = to;
            from = std::string::npos;
        }
    };
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t start = at;
        const char32_t c = text::nextCodePoint(line, at);
        if (runsFromLeft(c)) {
            from = from == std::string::npos ? start : from;
            to = at;
        } else if (runsFromRight(c)) {
            flush(start);
        }
    }
    flush(line.size());
    return "\\winnowrl{" + out + wordsOf(line.substr(begin)) + "}";
}

std::string lineOf(std::string_view line)
{
    return isRightToLeft(line) ? lineFromRight(line) : wordsOf(line);
}

/// Parts of a text of about `lines` lines each, at the end of a sentence where there is one.
std::vector<std::string> pieces(std::string_view text, double charactersPerLine)
{
    const auto most = static_cast<std::size_t>(std::max(20.0, charactersPerLine * kPiece));
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t end = text.size();
        std::size_t sentence = 0;
        std::size_t space = 0;
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t before = at;
            const char32_t c = text::nextCodePoint(text, at);
            if (c == '\n' || (c == ' ' && before > 0 &&
                              std::string_view(".;!?").find(text[before - 1]) != std::string_view::npos)) {
                sentence = at;
            }
            space = c == ' ' ? at : space;
            if (++count >= most) {
                end = sentence > most / 2 ? sentence : space > most / 2 ? space : at;
                break;
            }
        }
        end = count < most ? text.size() : end;
        std::string_view part = text.substr(0, end);
        while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) {
            part.remove_suffix(1);
        }
        parts.emplace_back(part);
        text.remove_prefix(end);
    }
    return parts;
}

class TableWriter
{
public:
    TableWriter(const evidence::PrintedTable &table, const LatexTargets &targets)
        : m_table(table)
        , m_targets(targets)
        , m_grid(gridOf(table))
        , m_shares(columnShares(table))
    {}

    std::string write()
    {
        const std::string columns = std::to_string(m_grid.columns);
        m_out += "\\begingroup\\footnotesize\n";
        m_out += m_grid.columns > kFewColumns ? "\\setlength{\\tabcolsep}{2.5pt}\n"
                                              : "\\setlength{\\tabcolsep}{5pt}\n";
        m_out += "\\def\\winnowwidth{\\dimexpr\\linewidth-" + std::to_string(2 * (m_grid.columns - 1)) +
                 "\\tabcolsep\\relax}\n";
        if (m_table.number > 0) {
            m_out += "\\setcounter{table}{" + std::to_string(m_table.number - 1) +
                     "}\\renewcommand{\\tablename}{" + std::string(pageWords(m_table.language).table) + "}\n";
        }
        m_out += "\\begin{longtable}{@{}";
        for (std::size_t i = 0; i < m_grid.columns; ++i) {
            const std::size_t column = logical(i);
            m_out += columnType(m_table.columns[column].alignment, width(column, 1));
        }
        m_out += "@{}}\n";
        addCaption();
        m_out += "\\toprule\n" + head() + "\\midrule\n\\endfirsthead\n";
        m_out += "\\toprule\n" + head() + "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n";
        m_out += "\\bottomrule\n\\endlastfoot\n";
        for (std::size_t row = m_grid.headRows; row < m_grid.rows.size(); ++row) {
            addRow(row);
            if (row + 1 < m_grid.rows.size()) {
                addRule(row, "winnowrule");
            }
        }
        m_out += "\\end{longtable}\n\\endgroup\n";
        return std::move(m_out);
    }

private:
    /// A table from right to left is printed with its columns in turn.
    [[nodiscard]] std::size_t logical(std::size_t i) const
    {
        return m_table.isRightToLeft ? m_grid.columns - 1 - i : i;
    }

    [[nodiscard]] std::string width(std::size_t column, int span) const
    {
        double share = 0;
        for (std::size_t i = column; i < column + static_cast<std::size_t>(span); ++i) {
            share += m_shares[i];
        }
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.4f", share);
        std::string out = std::string(text.data()) + "\\winnowwidth";
        if (span > 1) {
            out = "\\dimexpr" + out + "+" + std::to_string(2 * (span - 1)) + "\\tabcolsep\\relax";
        }
        return out;
    }

    [[nodiscard]] double charactersIn(std::size_t column, int span) const
    {
        double share = 0;
        for (std::size_t i = column; i < column + static_cast<std::size_t>(span); ++i) {
            share += m_shares[i];
        }
        const double room = (m_table.isLandscape ? kAcrossWidth : kUprightWidth) -
                            10 * static_cast<double>(m_grid.columns - 1);
        return std::max(1.0, share * std::max(room, 50.0) / kCharacterWidth);
    }

    [[nodiscard]] const char *setting(Alignment alignment) const
    {
        if (alignment == Alignment::Centre) {
            return "\\centering";
        }
        return (alignment == Alignment::End) != m_table.isRightToLeft ? "\\raggedleft" : "\\raggedright";
    }

    [[nodiscard]] std::string columnType(Alignment alignment, const std::string &width) const
    {
        return std::string(">{") + setting(alignment) + "\\arraybackslash}p{" + width + "}";
    }

    void addCaption()
    {
        if (m_table.number > 0) {
            m_out += "\\caption{" + lineOf(text::printableLine(m_table.caption)) + "}\\\\\n";
        } else if (!m_table.caption.empty()) {
            m_out += "\\caption*{" + lineOf(text::printableLine(m_table.caption)) + "}\\\\\n";
        }
        if (!m_table.head.empty()) {
            m_out += "\\multicolumn{" + std::to_string(m_grid.columns) +
                     "}{@{}>{\\raggedright\\arraybackslash}p{\\linewidth}@{}}{" + latexLines(m_table.head) +
                     "}\\\\\n";
        }
    }

    [[nodiscard]] std::string head()
    {
        std::string body = std::exchange(m_out, {});
        for (std::size_t row = 0; row < m_grid.headRows; ++row) {
            addRow(row);
            if (row + 1 < m_grid.headRows) {
                addGroupRules(row);
            }
        }
        return std::exchange(m_out, std::move(body));
    }

    /// A line below each group of the head.
    void addGroupRules(std::size_t row)
    {
        for (std::size_t i = 0; i < m_grid.columns; ++i) {
            const GridCell &cell = m_grid.rows[row].cells[i];
            if (!cell.isCovered && cell.rowSpan == 1 && cell.columnSpan > 1) {
                const std::size_t end = i + static_cast<std::size_t>(cell.columnSpan) - 1;
                m_out += "\\cmidrule(lr){" + std::to_string(1 + std::min(logical(i), logical(end))) + "-" +
                         std::to_string(1 + std::max(logical(i), logical(end))) + "}";
            }
        }
        m_out += '\n';
    }

    /// A light line below a row, but not through merged cells.
    void addRule(std::size_t row, const std::string &command)
    {
        std::string parts;
        bool isWhole = true;
        for (std::size_t i = 0; i < m_grid.columns;) {
            const auto isMergedWithNext = [&](std::size_t place) {
                const GridCell &below = m_grid.rows[row + 1].cells[logical(place)];
                return below.isCovered && below.ownerRow <= row;
            };
            std::size_t end = i;
            while (end < m_grid.columns && !isMergedWithNext(end)) {
                ++end;
            }
            if (end > i) {
                parts += "\\cmidrule{" + std::to_string(i + 1) + "-" + std::to_string(end) + "}";
            }
            isWhole = isWhole && end == m_grid.columns;
            i = end + 1;
        }
        m_out += isWhole ? "\\" + command + "\n" : "\\winnowgrey " + parts + "\\winnowblack\n";
    }

    void addRow(std::size_t index)
    {
        const GridRow &row = m_grid.rows[index];
        std::vector<std::vector<std::string>> parts(m_grid.columns);
        const bool isLong = isLongRow(row);
        std::size_t height = 1;
        for (std::size_t column = 0; column < m_grid.columns; ++column) {
            if (!row.cells[column].isCovered) {
                parts[column] = content(row.cells[column], column, isLong);
                height = std::max(height, parts[column].size());
            }
        }
        for (std::size_t part = 0; part < height; ++part) {
            addPart(index, parts, part);
            m_out += "\\tabularnewline";
            m_out += part + 1 < height ? "[-2pt]\n" : keysOf(row) + "\n";
        }
    }

    [[nodiscard]] bool isLongRow(const GridRow &row) const
    {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const GridCell &cell = row.cells[column];
            if (!cell.isCovered &&
                estimatedLines(plainText(cell.cell), charactersIn(column, cell.columnSpan)) > kLongestWhole) {
                return true;
            }
        }
        return false;
    }

    void addPart(std::size_t index, const std::vector<std::vector<std::string>> &parts, std::size_t part)
    {
        const GridRow &row = m_grid.rows[index];
        bool isFirst = true;
        for (std::size_t i = 0; i < m_grid.columns;) {
            std::size_t column = logical(i);
            const GridCell &owner = m_grid.printedAt(index, column);
            column = row.cells[column].ownerColumn;
            const auto span = static_cast<std::size_t>(owner.columnSpan);
            m_out += isFirst ? "" : " & ";
            isFirst = false;
            const std::string text = part < parts[column].size() ? parts[column][part] : std::string();
            const std::string cell = ground(owner.cell) + text;
            if (span > 1) {
                m_out += "\\multicolumn{" + std::to_string(span) + "}{" + (i == 0 ? "@{}" : "") +
                         columnType(owner.cell.alignment, width(column, owner.columnSpan)) +
                         (i + span == m_grid.columns ? "@{}" : "") + "}{" + cell + "}";
            } else {
                m_out += cell;
            }
            i += span;
        }
    }

    static std::string ground(const PrintedCell &cell)
    {
        return cell.fill ? "\\cellcolor[HTML]{" + hexColour(*cell.fill) + "}" : std::string();
    }

    [[nodiscard]] std::vector<std::string>
    content(const GridCell &place, std::size_t column, bool isLong) const
    {
        const PrintedCell &cell = place.cell;
        const double room = charactersIn(column, place.columnSpan);
        std::vector<std::string> out;
        int lines = 0;
        const auto add = [&](const std::string &latex, int more) {
            if (out.empty() || (isLong && lines > 0 && lines + more > kPiece)) {
                out.push_back(latex);
                lines = 0;
            } else {
                out.back() += latex;
            }
            lines += more;
        };
        for (std::size_t i = 0; i < cell.items.size(); ++i) {
            const std::vector<std::string> item =
                isLong ? pieces(cell.items[i], room) : std::vector<std::string>{cell.items[i]};
            const std::string mark = std::to_string(i + 1) + ".";
            for (std::size_t j = 0; j < std::max<std::size_t>(1, item.size()); ++j) {
                const std::string text = j < item.size() ? item[j] : std::string();
                add("\\winnowitem{" + (j == 0 ? mark : std::string()) + "}{" +
                        styled(cell, latexLines(text)) + "}",
                    estimatedLines(text, room));
            }
        }
        if (!cell.items.empty()) {
            return out;
        }
        if (!cell.cited.empty()) {
            add(aligned(place, column, styled(cell, cited(cell))), 1);
            return out;
        }
        const std::vector<std::string> texts =
            isLong ? pieces(cell.text, room) : std::vector<std::string>{cell.text};
        for (const std::string &text : texts) {
            add(aligned(place, column, styled(cell, latexLines(text))), kPiece);
        }
        return out;
    }

    [[nodiscard]] std::string
    aligned(const GridCell &place, std::size_t column, const std::string &text) const
    {
        const bool isAsColumn =
            place.columnSpan > 1 || place.cell.alignment == m_table.columns[column].alignment;
        return isAsColumn ? text : std::string(setting(place.cell.alignment)) + "{}" + text;
    }

    [[nodiscard]] std::string cited(const PrintedCell &cell) const
    {
        std::string text;
        for (const evidence::CitedText &piece : cell.cited) {
            const auto target = m_targets.find(piece.key);
            const bool isLink = !piece.key.empty() && target != m_targets.end();
            const std::string latex = lineOf(text::printableLine(piece.text));
            text += isLink ? "\\hyperlink{" + target->second + "}{" + latex + "}" : latex;
        }
        return text;
    }

    static std::string styled(const PrintedCell &cell, std::string text)
    {
        if (text.empty()) {
            return text;
        }
        text = cell.isSuperscript ? "\\textsuperscript{" + text + "}" : text;
        if (cell.isHead) {
            text = "{\\bfseries " + text + "}"; // over several lines, unlike \textbf
        }
        return cell.fill && isDark(*cell.fill) ? "\\textcolor{white}{" + text + "}" : text;
    }

    /// The keys of references, for those who put \cite in their place.
    static std::string keysOf(const GridRow &row)
    {
        std::string keys;
        for (const GridCell &cell : row.cells) {
            for (const evidence::CitedText &piece : cell.cell.cited) {
                keys += piece.key.empty() || cell.isCovered
                            ? ""
                            : (keys.empty() ? "" : ",") + text::printableLine(piece.key);
            }
        }
        return keys.empty() ? std::string() : " % " + keys;
    }

    const evidence::PrintedTable &m_table;
    const LatexTargets &m_targets;
    TableGrid m_grid;
    std::vector<double> m_shares;
    std::string m_out;
};

} // namespace

std::string latexLines(std::string_view text)
{
    const std::string clean = text::printableText(text);
    std::string out;
    std::string line;
    bool isFirst = true;
    const auto end = [&] {
        out += isFirst ? (line.empty() ? "\\leavevmode " : "") : "\\newline ";
        out += lineOf(line);
        line.clear();
        isFirst = false;
    };
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        if (c == '\n' || (c == '\r' && (i + 1 == clean.size() || clean[i + 1] != '\n'))) {
            end();
        } else if (c != '\r') {
            line += c;
        }
    }
    if (!line.empty()) {
        end();
    }
    return out;
}

std::string tableInLatex(const evidence::PrintedTable &table, const LatexTargets &targets)
{
    std::string out;
    if (!table.columns.empty()) {
        out += TableWriter(table, targets).write();
    } else if (const std::string caption = tableCaption(table); !caption.empty()) {
        out += "\\noindent " + latexLines(caption) + "\\par\n";
    }
    for (const std::string &note : table.notes) {
        out += "\\noindent{\\footnotesize " + latexLines(note) + "\\par}\n";
    }
    return out;
}

std::string latexCommands()
{
    return R"(\providecommand{\hyperlink}[2]{#2}
\providecommand{\hypertarget}[2]{#2}
\providecommand{\href}[2]{#2}
\providecommand{\winnowitem}[2]{\par\hangindent=1.7em\hangafter=1\noindent\makebox[1.7em][l]{#1}\ignorespaces#2}
\providecommand{\winnowgrey}{\arrayrulecolor{black!25}}
\providecommand{\winnowblack}{\arrayrulecolor{black}}
\providecommand{\winnowrule}{\arrayrulecolor{black!25}\midrule[0.3pt]\arrayrulecolor{black}}
\ifdefined\directlua
\providecommand{\winnowrl}[1]{{\textdir TRT #1}}
\providecommand{\winnowlr}[1]{{\textdir TLT #1}}
\else
\TeXXeTstate=1
\providecommand{\winnowrl}[1]{\leavevmode\beginR #1\endR{}}
\providecommand{\winnowlr}[1]{\beginL #1\endL{}}
\fi
)";
}

std::string latexFile(const LatexFrame &frame, const std::string &body)
{
    std::string out = "% " + text::printableLine(frame.title) + "\n";
    out += R"(% Compile this file as it is, or \input it into a document that says \usepackage[T1]{fontenc},
% \usepackage{array,booktabs,longtable,pdflscape} and \usepackage[table]{xcolor}.
)";
    if (frame.hasDiagrams) {
        out += "% It also needs \\usepackage{tikz}.\n";
    }
    out += R"(\ifdefined\directlua\def\flowunicode{}\fi
\ifdefined\XeTeXversion\def\flowunicode{}\fi
)";
    if (frame.needsUnicode) {
        out += R"(% It holds letters that pdfLaTeX lacks. Set a font that has them with \setmainfont.
\ifdefined\flowunicode\else
\errmessage{This file holds letters that pdfLaTeX cannot set. Use lualatex or xelatex}
\fi
)";
    }
    out += R"(\expandafter\ifx\csname @nodocument\endcsname\relax\else
\def\winnowalone{}
\documentclass[10pt]{article}
\ifdefined\flowunicode
\usepackage{fontspec}
)";
    // The first of them that is there; DejaVu has more scripts than Liberation.
    const char *const second = frame.needsUnicode ? "DejaVu Sans" : "Liberation Sans";
    const char *const third = frame.needsUnicode ? "Liberation Sans" : "DejaVu Sans";
    out += "\\IfFontExistsTF{Arial}{\\setmainfont{Arial}}{\\IfFontExistsTF{" + std::string(second) +
           "}{\\setmainfont{" + second + "}}{\\IfFontExistsTF{" + third + "}{\\setmainfont{" + third +
           "}}{}}}\n";
    out += R"(\else
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage[scaled=.92]{helvet}
\renewcommand{\familydefault}{\sfdefault}
\fi
)";
    out += std::string("\\usepackage[a4paper,margin=20mm") + (frame.isLandscape ? ",landscape" : "") +
           "]{geometry}\n";
    out += R"(\usepackage{array,booktabs,longtable,pdflscape}
\usepackage[table]{xcolor}
\usepackage[labelsep=period,labelfont=bf,font=small,singlelinecheck=false]{caption}
)";
    out += frame.hasDiagrams ? "\\usepackage{tikz}\n" : "";
    out += R"(\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt}
\setlength{\LTleft}{0pt}
\setlength{\emergencystretch}{3em}
\begin{document}
\fi
)";
    out += latexCommands();
    out += body;
    out += "\\ifdefined\\winnowalone\n\\end{document}\n\\fi\n";
    return out;
}

} // namespace winnow::publish
