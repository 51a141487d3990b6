#include "publish/support/contents.h"
#include "publish/support/document_writers.h"
#include "publish/support/latex_diagram.h"
#include "publish/support/latex_table.h"
#include "publish/support/latex_text.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "publish/support/web_address.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace winnow::publish {

namespace {

constexpr double kTextWidth = 482; ///< points between the margins
constexpr double kTextHeight = 640;

/// A web address as an argument of \href.
std::string escapedAddress(std::string_view address)
{
    std::string out;
    for (const char c : text::printableLine(address)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '#' || c == '&' || c == '_' || c == '~') {
            out += '\\';
            out += c;
        } else if (byte <= ' ' || byte >= 0x7F ||
                   std::string_view("\\{}^\"<>$`|").find(c) != std::string_view::npos) {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            out += "\\%";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out;
}

class Writer
{
public:
    explicit Writer(const Document &document)
        : m_document(document)
    {
        for (const Block &block : document.blocks) {
            if (const auto *references = std::get_if<References>(&block)) {
                for (const ReferenceEntry &entry : references->entries) {
                    m_targets.try_emplace(entry.key, "ref-" + std::to_string(m_targets.size() + 1));
                }
            }
        }
        out = "\\setcounter{secnumdepth}{0}\\setcounter{tocdepth}{1}\n";
        out += "{\\LARGE\\bfseries\\raggedright " + latexLines(document.title) + "\\par}\n";
        if (!document.subtitle.empty()) {
            out += "{\\large " + latexLines(document.subtitle) + "\\par}\n";
        }
        out += "\\medskip\n";
    }

    std::string out;

    void addContents()
    {
        if (m_document.hasContents) {
            out += "\\renewcommand{\\contentsname}{" + std::string(pageWords(m_document.language).contents) +
                   "}\n\\tableofcontents\n";
        }
    }

    void add(std::size_t index)
    {
        turn(isPrintedAcross(m_document, index));
        std::visit(*this, m_document.blocks[index]);
    }

    /// Across or upright from here on.
    void turn(bool isAcross)
    {
        if (isAcross != m_isAcross && !m_document.isLandscape) {
            out += isAcross ? "\\begin{landscape}\n" : "\\end{landscape}\n";
            m_isAcross = isAcross;
        }
    }

    void operator()(const Heading &heading)
    {
        constexpr std::array kCommands{"\\section{", "\\subsection{", "\\subsubsection{"};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3)) - 1;
        out += kCommands[level] + asLatexText(heading.text) + "}\n";
    }

    void operator()(const Paragraph &paragraph)
    {
        out += (paragraph.runs.empty() ? latexLines(paragraph.text) : runs(paragraph.runs)) + "\\par\n";
    }

    void operator()(const Verbatim &verbatim)
    {
        std::string text;
        bool isIndent = true;
        for (const char c : verbatim.text) { // spaces at the beginning of a line stay
            isIndent = c == '\n' || (isIndent && c == ' ');
            text += isIndent && c == ' ' ? "\u00A0" : std::string(1, c);
        }
        out += "{\\ttfamily\\small\\raggedright " + latexLines(text) + "\\par}\n";
    }

    void operator()(const TextTable &table) { out += tableInLatex(printedFrom(table), m_targets); }

    void operator()(const ItemList &list) { addItems(list.items, list.isNumbered); }

    void operator()(const TableBlock &block) { out += tableInLatex(block.table, m_targets); }

    void operator()(const Figure &figure)
    {
        const flow::Diagram &diagram = figure.diagram;
        const double scale = std::min({1.0, kTextWidth / diagram.width, kTextHeight / diagram.height});
        out += "\\begin{center}\n\\scalebox{" + decimal(std::max(scale, 0.01)) + "}{" +
               diagramAsTikz(diagram) + "}\n";
        if (figure.number > 0) {
            out += "\\renewcommand{\\figurename}{" + std::string(pageWords(m_document.language).figure) +
                   "}\\setcounter{figure}{" + std::to_string(figure.number - 1) +
                   "}\\makeatletter\\def\\@captype{figure}\\makeatother\\caption{" +
                   asLatexText(figure.caption) + "}\n";
        } else if (!figure.caption.empty()) {
            out += "\\par " + latexLines(figure.caption) + "\n";
        }
        out += "\\end{center}\n";
    }

    void operator()(const References &references)
    {
        for (const ReferenceEntry &entry : references.entries) {
            const auto target = m_targets.find(entry.key);
            const bool isFirst = target != m_targets.end() && m_printed.insert(entry.key).second;
            const std::string label = asLatexText(entry.label);
            out += "\\hangindent=2.4em\\hangafter=1\\noindent " +
                   (isFirst ? "\\hypertarget{" + target->second + "}{" + label + "}" : label) +
                   (label.empty() ? "" : "\\enspace ") + runs(entry.runs) + "\\par\n";
        }
    }

    /// Between two rules; a box could not go on on the next page.
    void operator()(const Highlight &highlight)
    {
        constexpr const char *kRule = "{\\color[HTML]{0B57A4}\\hrule height 1.5pt\\relax}";
        out += "\\par\\bigskip" + std::string(kRule) + "\\nobreak\\medskip\n";
        out += "{\\raggedright\\leftskip=1em\\rightskip=1em plus 1fil\\relax\n";
        if (!highlight.title.empty()) {
            const std::string title = latexLines(highlight.title);
            out += "\\providecommand{\\phantomsection}{}\\phantomsection\\addcontentsline{toc}{section}{" +
                   asLatexText(text::printableLine(highlight.title)) + "}{\\bfseries " + title +
                   "\\par}\\nobreak\n";
        }
        addItems(highlight.items, true);
        out += "}\\nobreak\\medskip" + std::string(kRule) + "\\bigskip\n";
    }

private:
    void addItems(const std::vector<std::vector<Run>> &items, bool isNumbered)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            out += "\\winnowitem{" + (isNumbered ? std::to_string(i + 1) + "." : "\\textbullet") + "}{" +
                   runs(items[i]) + "}\n";
        }
        out += "\\par\n";
    }

    [[nodiscard]] std::string runs(const std::vector<Run> &pieces) const
    {
        std::string text;
        for (const Run &run : pieces) {
            std::string piece = latexLines(run.text);
            const auto wrap = [&piece](const std::string &command) {
                piece.insert(0, command + "{").append("}");
            };
            if (run.isItalic) {
                wrap("\\textit");
            }
            if (run.isBold) {
                wrap("\\textbf");
            }
            if (run.isSuperscript) {
                wrap("\\textsuperscript");
            }
            const auto target = m_targets.find(run.reference);
            if (!run.reference.empty() && target != m_targets.end()) {
                wrap("\\hyperlink{" + target->second + "}");
            } else if (isWebAddress(run.address)) {
                wrap("\\href{" + escapedAddress(run.address) + "}");
            }
            text += piece;
        }
        return text;
    }

    const Document &m_document;
    bool m_isAcross = false;
    LatexTargets m_targets;
    std::set<std::string, std::less<>> m_printed;
};

} // namespace

Result<std::string> documentAsLatex(const Document &document)
{
    Writer writer(document);
    LatexFrame frame{document.title, document.language, document.isLandscape};
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (i == blocksBeforeContents(document)) {
            writer.addContents();
        }
        writer.add(i);
        frame.hasDiagrams = frame.hasDiagrams || std::holds_alternative<Figure>(document.blocks[i]);
    }
    writer.turn(false);
    frame.needsUnicode = needsUnicodeEngine(writer.out);
    return latexFile(frame, writer.out);
}

Result<std::string> tableAsLatex(const evidence::PrintedTable &table)
{
    std::string body = tableInLatex(table, {});
    if (table.isLandscape) {
        body = "\\begin{landscape}\n" + body + "\\end{landscape}\n";
    }
    return latexFile({tableCaption(table), table.language, false, needsUnicodeEngine(body), false}, body);
}

} // namespace winnow::publish
