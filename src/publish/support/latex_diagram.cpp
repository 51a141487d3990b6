#include "publish/support/latex_diagram.h"

#include "publish/support/colour.h"
#include "publish/support/drawing.h"
#include "publish/support/latex_text.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <algorithm>
#include <optional>
#include <set>

namespace winnow::publish {

namespace {

std::string point(double x, double y)
{
    return "(" + decimal(x) + "," + decimal(y) + ")";
}

std::string colourDefinition(const std::string &name, std::uint32_t rgb)
{
    return "\\definecolor{" + name + "}{HTML}{" + hexColour(rgb) + "}\n";
}

/// Of a colour that is a box's own.
std::string ownName(std::uint32_t rgb)
{
    return "flowown" + hexColour(rgb);
}

/// Definitions of the colours that boxes have beside those of the theme.
std::string ownColours(const flow::Diagram &diagram)
{
    std::set<std::uint32_t> colours;
    for (const flow::Box &box : diagram.boxes) {
        for (const auto &own : {box.fill, box.ink}) {
            if (own) {
                colours.insert(*own);
            }
        }
    }
    std::string definitions;
    for (const std::uint32_t colour : colours) {
        definitions += colourDefinition(ownName(colour), colour);
    }
    return definitions;
}

std::string colourName(const flow::Box &box)
{
    if (box.fill) {
        return ownName(*box.fill);
    }
    switch (box.kind) {
    case flow::BoxKind::Header:
        return "flowheader";
    case flow::BoxKind::OptionalHeader:
        return "flowoptionalheader";
    case flow::BoxKind::SideLabel:
        return "flowlabel";
    case flow::BoxKind::OptionalMain:
        return "flowoptionalbox";
    case flow::BoxKind::Strip:
        return "flowpaper";
    case flow::BoxKind::Disc:
    case flow::BoxKind::Panel:
    case flow::BoxKind::Main:
        break;
    }
    return "flowbox";
}

std::string styled(const flow::TextLine &piece)
{
    std::string text = asLatexText(piece.text);
    if (piece.size > 0) {
        text = "\\fontsize{" + decimal(piece.size) + "bp}{" + decimal(piece.size * 1.25) +
               "bp}\\selectfont " + text;
    }
    text = piece.isItalic ? "\\textit{" + text + "}" : text;
    if (!piece.isBold) {
        return text;
    }
    constexpr std::string_view kMinus = "\\ensuremath{-}"; // which bold text leaves thin
    for (std::size_t at = text.find(kMinus); at != std::string::npos; at = text.find(kMinus, at)) {
        text.replace(at, kMinus.size(), "\\mbox{\\boldmath$-$}");
    }
    return "\\textbf{" + text + "}";
}

/// A node at the beginning (or the middle) of the baseline; in a side label it is turned about the box's
/// centre.
std::string nodeOf(TextRun line, const flow::Rect *turnedIn, std::optional<std::uint32_t> ink = {})
{
    double x = line.front().x;
    double y = line.front().baseline;
    std::string options = line.front().anchor == flow::Anchor::Middle ? "anchor=base" : "anchor=base west";
    if (turnedIn != nullptr) {
        const double centreX = turnedIn->x + turnedIn->width / 2;
        const double centreY = turnedIn->y + turnedIn->height / 2;
        const double fromCentre = x - centreX;
        x = centreX + (y - centreY);
        y = centreY - fromCentre;
        options += ",rotate=90";
    }
    if (ink) {
        options += ",text=" + ownName(*ink);
    }
    std::string text;
    for (const flow::TextLine &piece : line) {
        text += styled(piece);
    }

    return "\\node[" + options + "] at " + point(x, y) + " {" + text + "};\n";
}

std::string boxOf(const flow::Box &box, const flow::Diagram &diagram)
{
    const flow::Rect &rect = box.rect;
    std::string out =
        box.description.empty() ? std::string() : "% " + text::printableLine(box.description) + "\n";
    out += flow::isFramed(box, diagram.theme) ? "\\filldraw[draw=flowink,fill=" : "\\fill[fill=";
    out += colourName(box);
    if (flow::isRound(box)) {
        out += ",rounded corners=" + decimal(diagram.theme.cornerRadius) + "bp";
    }
    if (box.kind == flow::BoxKind::Disc) {
        out += "] " + point(rect.x + rect.width / 2, rect.y + rect.height / 2) +
               " ellipse [x radius=" + decimal(rect.width / 2) + "bp,y radius=" + decimal(rect.height / 2) +
               "bp];\n";
    } else {
        out += "] " + point(rect.x, rect.y) + " rectangle " +
               point(rect.x + rect.width, rect.y + rect.height) + ";\n";
    }
    if (box.lines.size() == 1 && (box.kind == flow::BoxKind::Disc || box.kind == flow::BoxKind::Panel)) {
        // A lone sign stands in the middle, wherever the font at hand has it above the baseline.
        return out + "\\node[anchor=center" + (box.ink ? ",text=" + ownName(*box.ink) : "") + "] at " +
               point(rect.x + rect.width / 2, rect.y + rect.height / 2) + " {" + styled(box.lines.front()) +
               "};\n";
    }
    for (const TextRun line : linesOf(box.lines, diagram.fontSize)) {
        out += nodeOf(line, box.kind == flow::BoxKind::SideLabel ? &rect : nullptr, box.ink);
    }
    return out;
}

std::string arrowOf(const flow::Arrow &arrow, const flow::Theme &theme)
{
    const ArrowShape shape = shapeOf(arrow, theme);
    if (shape.line.empty()) {
        return {};
    }
    std::string line;
    for (const auto &[x, y] : shape.line) {
        line += (line.empty() ? "" : " -- ") + point(x, y);
    }
    std::string head;
    for (const auto &[x, y] : shape.head) {
        head += point(x, y) + " -- ";
    }
    return "\\draw[draw=flowink] " + line + ";\n\\fill[fill=flowink] " + head + "cycle;\n";
}

bool needsUnicode(const flow::Diagram &diagram)
{
    const auto isForeign = [](const flow::TextLine &piece) {
        return needsUnicodeEngine(text::printableLine(piece.text));
    };
    return std::ranges::any_of(diagram.footnotes, isForeign) ||
           std::ranges::any_of(diagram.boxes, [&](const flow::Box &box) {
               return std::ranges::any_of(box.lines, isForeign);
           });
}

/// Alone the file is a document; inside another one (\input) it is the picture. Only conditionals of TeX
/// itself stand here: others would not nest where they are passed over.
std::string preamble(const flow::Diagram &diagram)
{
    std::string out = "% " + text::printableLine(diagram.title) + "\n";
    out +=
        R"(% Compile this file as it is, or \input it into a document that says \usepackage[T1]{fontenc} and
% \usepackage{tikz}: there it is the picture alone.
\ifdefined\directlua\def\flowunicode{}\fi
\ifdefined\XeTeXversion\def\flowunicode{}\fi
)";
    if (needsUnicode(diagram)) {
        out += R"(% It holds letters that pdfLaTeX lacks. Set a font that has them with \setsansfont.
\ifdefined\flowunicode\else
\errmessage{This diagram holds letters that pdfLaTeX cannot set. Use lualatex or xelatex}
\fi
)";
    }
    out += R"(\expandafter\ifx\csname @nodocument\endcsname\relax\else
\def\flowalone{}
\documentclass{article}
\ifdefined\flowunicode
\usepackage{fontspec}
\IfFontExistsTF{Arial}{\setsansfont{Arial}}{\IfFontExistsTF{Liberation Sans}{\setsansfont{Liberation Sans}}{}}
\else
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\fi
\usepackage{tikz}
)";
    out += "\\usepackage[paperwidth=" + decimal(diagram.width) + "bp,paperheight=" + decimal(diagram.height) +
           "bp,margin=0bp,noheadfoot]{geometry}\n";
    out += "\\pagestyle{empty}\n\\setlength{\\parindent}{0pt}\n\\setlength{\\topskip}{0pt}\n\\begin{document}"
           "\n\\fi\n";
    return out;
}

} // namespace

std::string diagramAsLatex(const flow::Diagram &diagram)
{
    return preamble(diagram) + diagramAsTikz(diagram) + "\\ifdefined\\flowalone\n\\end{document}\n\\fi\n";
}

std::string diagramAsTikz(const flow::Diagram &diagram)
{
    const flow::Theme &theme = diagram.theme;
    std::string out = "\\begingroup\n";
    out += "\\ifdefined\\flowunicode\\sffamily\\else\\fontfamily{phv}\\fi\n"; // Helvetica
    out += "\\fontsize{" + decimal(diagram.fontSize) + "bp}{" + decimal(diagram.fontSize * 1.25) +
           "bp}\\selectfont\n";
    out += colourDefinition("flowpaper", theme.paper) + colourDefinition("flowink", theme.ink) +
           colourDefinition("flowbox", theme.box) + colourDefinition("flowoptionalbox", theme.optionalBox) +
           colourDefinition("flowheader", theme.header) +
           colourDefinition("flowoptionalheader", theme.optionalHeader) +
           colourDefinition("flowlabel", theme.sideLabel) + ownColours(diagram);
    out += "% From here on: the picture.\n";
    out += "\\begin{tikzpicture}[x=1bp,y=-1bp,line width=" + decimal(theme.lineWidth) +
           "bp,every node/.style={inner sep=0pt,outer sep=0pt,text=flowink}]\n";
    out += "\\useasboundingbox (0,0) rectangle " + point(diagram.width, diagram.height) + ";\n";
    out += "\\fill[fill=flowpaper] (0,0) rectangle " + point(diagram.width, diagram.height) + ";\n";
    for (const flow::Arrow &arrow : diagram.arrows) {
        out += arrowOf(arrow, theme);
    }
    for (const flow::Box &box : diagram.boxes) {
        out += boxOf(box, diagram);
    }
    for (const TextRun line : linesOf(diagram.footnotes, diagram.fontSize)) {
        out += nodeOf(line, nullptr);
    }
    out += "\\end{tikzpicture}%\n\\endgroup\n";
    return out;
}

} // namespace winnow::publish
