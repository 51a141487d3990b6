#include "publish/support/odt_package.h"

#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/xml.h"
#include "publish/support/zip_writer.h"
#include "text/printable_text.h"

#include <algorithm>
#include <array>

namespace winnow::publish {

namespace {

constexpr const char *kMimeType = "application/vnd.oasis.opendocument.text";
constexpr double kShortSide = 595.3; ///< points, A4
constexpr double kLongSide = 841.9;
constexpr double kMargin = 56.7;     ///< 20 mm
constexpr double kFooterHeight = 28; ///< with the space above it

struct Namespace
{
    const char *attribute;
    const char *address;
};

constexpr std::array kNamespaces{
    Namespace{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    Namespace{"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    Namespace{"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    Namespace{"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    Namespace{"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    Namespace{"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    Namespace{"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
    Namespace{"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    Namespace{"xmlns:xlink", "http://www.w3.org/1999/xlink"},
    Namespace{"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    Namespace{"xmlns:ooow", "http://openoffice.org/2004/writer"},
};

pugi::xml_node addRoot(pugi::xml_document &document, const char *name)
{
    pugi::xml_node root = document.append_child(name);
    for (const Namespace &space : kNamespaces) {
        setAttribute(root, space.attribute, space.address);
    }
    setAttribute(root, "office:version", "1.3");
    return root;
}

pugi::xml_node
addStyle(pugi::xml_node parent, std::string_view name, const char *family, std::string_view base)
{
    pugi::xml_node style = parent.append_child("style:style");
    setAttribute(style, "style:name", name);
    setAttribute(style, "style:family", family);
    if (!base.empty()) {
        setAttribute(style, "style:parent-style-name", base);
    }
    return style;
}

struct Style
{
    const char *id;
    const char *name;
    double size; ///< points
    double before;
    double after;
    bool isBold;
    bool keepsNext;
    int outlineLevel; ///< of a heading; 0: none
};

constexpr std::array kStyles{
    Style{"Title", "Title", 16, 0, 10, true, true, 0},
    Style{"Subtitle", "Subtitle", 11, 0, 14, false, true, 0},
    Style{"Heading_20_1", "Heading 1", 14, 18, 6, true, true, 1},
    Style{"Heading_20_2", "Heading 2", 12, 14, 4, true, true, 2},
    Style{"Heading_20_3", "Heading 3", 10.5, 12, 3, true, true, 3},
    Style{"Table", "Table", 10, 12, 6, true, true, 0}, // caption of a table, as LibreOffice names it
    Style{"Figure", "Figure", 10, 6, 12, true, false, 0},
    Style{"Note", "Note", 8, 4, 0, false, false, 0},
    Style{"List", "List", 10, 0, 3, false, false, 0},
    Style{"Bibliography_20_1", "Bibliography 1", 9, 0, 4, false, false, 0},
    Style{"Table_20_Contents", "Table Contents", 9, 0, 0, false, false, 0},
    Style{"Table_20_Heading", "Table Heading", 9, 0, 0, true, false, 0},
    Style{"Contents_20_1", "Contents 1", 10, 0, 3, false, false, 0},
    Style{"Listing", "Listing", 9, 4, 8, false, false, 0},
    Style{"Footer", "Footer", 8, 0, 0, false, false, 0},
};

void addTextProperties(pugi::xml_node style, double size, bool isBold)
{
    pugi::xml_node text = style.append_child("style:text-properties");
    setAttribute(text, "fo:font-size", decimal(size) + "pt");
    setAttribute(text, "style:font-size-asian", decimal(size) + "pt");
    setAttribute(text, "style:font-size-complex", decimal(size) + "pt");
    if (isBold) {
        for (const char *script :
             {"fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"}) {
            setAttribute(text, script, "bold");
        }
    }
}

void addNamedStyle(pugi::xml_node styles, const Style &source)
{
    pugi::xml_node style = addStyle(styles, source.id, "paragraph", "Standard");
    setAttribute(style, "style:display-name", source.name);
    setAttribute(style, "style:class", "text");
    if (source.outlineLevel > 0) {
        setAttribute(style, "style:default-outline-level", std::to_string(source.outlineLevel));
        setAttribute(style, "style:next-style-name", "Standard");
    }
    pugi::xml_node paragraph = style.append_child("style:paragraph-properties");
    setAttribute(paragraph, "fo:margin-top", odtPoints(source.before));
    setAttribute(paragraph, "fo:margin-bottom", odtPoints(source.after));
    if (source.keepsNext) {
        setAttribute(paragraph, "fo:keep-with-next", "always");
    }
    const std::string_view id = source.id;
    if (id == "Bibliography_20_1") {
        setAttribute(paragraph, "fo:margin-left", "28pt");
        setAttribute(paragraph, "fo:text-indent", "-28pt");
    } else if (id == "Listing") {
        setAttribute(paragraph, "fo:background-color", "#f2f2f0");
        setAttribute(paragraph, "fo:padding", "4pt");
    } else if (id == "Footer") {
        setAttribute(paragraph, "fo:text-align", "center");
    }
    addTextProperties(style, source.size, source.isBold);
}

void addDefaults(pugi::xml_node styles, const std::string &language)
{
    pugi::xml_node defaults = styles.append_child("style:default-style");
    setAttribute(defaults, "style:family", "paragraph");
    pugi::xml_node paragraph = defaults.append_child("style:paragraph-properties");
    setAttribute(paragraph, "fo:orphans", "2");
    setAttribute(paragraph, "fo:widows", "2");
    setAttribute(paragraph, "style:writing-mode", "page");
    pugi::xml_node text = defaults.append_child("style:text-properties");
    for (const char *script : {"style:font-name", "style:font-name-asian", "style:font-name-complex"}) {
        setAttribute(text, script, "Arial");
    }
    const std::size_t dash = language.find_first_of("-_");
    setAttribute(text, "fo:language", language.substr(0, dash));
    setAttribute(text, "fo:country", dash == std::string::npos ? "none" : language.substr(dash + 1));
    pugi::xml_node standard = addStyle(styles, "Standard", "paragraph", {});
    setAttribute(standard, "style:class", "text");
    pugi::xml_node spacing = standard.append_child("style:paragraph-properties");
    setAttribute(spacing, "fo:margin-bottom", "5pt");
    setAttribute(spacing, "fo:line-height", "110%");
    addTextProperties(standard, 10, false);
}

void addListStyle(pugi::xml_node styles, const char *name, bool isNumbered)
{
    pugi::xml_node list = styles.append_child("text:list-style");
    setAttribute(list, "style:name", name);
    pugi::xml_node level =
        list.append_child(isNumbered ? "text:list-level-style-number" : "text:list-level-style-bullet");
    setAttribute(level, "text:level", "1");
    if (isNumbered) {
        setAttribute(level, "style:num-format", "1");
        setAttribute(level, "style:num-suffix", ".");
    } else {
        setAttribute(level, "text:bullet-char", "\u2022");
    }
    pugi::xml_node place = level.append_child("style:list-level-properties");
    setAttribute(place, "text:list-level-position-and-space-mode", "label-alignment");
    pugi::xml_node label = place.append_child("style:list-level-label-alignment");
    setAttribute(label, "text:label-followed-by", "listtab");
    setAttribute(label, "text:list-tab-stop-position", "15pt");
    setAttribute(label, "fo:text-indent", "-15pt");
    setAttribute(label, "fo:margin-left", "15pt");
}

void addPageLayout(pugi::xml_node automatic, const char *name, bool isAcross)
{
    pugi::xml_node layout = automatic.append_child("style:page-layout");
    setAttribute(layout, "style:name", name);
    pugi::xml_node page = layout.append_child("style:page-layout-properties");
    setAttribute(page, "fo:page-width", odtPoints(isAcross ? kLongSide : kShortSide));
    setAttribute(page, "fo:page-height", odtPoints(isAcross ? kShortSide : kLongSide));
    setAttribute(page, "style:print-orientation", isAcross ? "landscape" : "portrait");
    for (const char *side : {"fo:margin-top", "fo:margin-left", "fo:margin-right"}) {
        setAttribute(page, side, odtPoints(kMargin));
    }
    setAttribute(page, "fo:margin-bottom", odtPoints(kMargin - kFooterHeight));
    pugi::xml_node footer =
        layout.append_child("style:footer-style").append_child("style:header-footer-properties");
    setAttribute(footer, "fo:min-height", odtPoints(kFooterHeight));
    setAttribute(footer, "fo:margin-top", odtPoints(kFooterHeight / 2));
}

void addMasterPage(pugi::xml_node masters, const char *name, const char *layout)
{
    pugi::xml_node master = masters.append_child("style:master-page");
    setAttribute(master, "style:name", name);
    setAttribute(master, "style:page-layout-name", layout);
    pugi::xml_node paragraph = master.append_child("style:footer").append_child("text:p");
    setAttribute(paragraph, "text:style-name", "Footer");
    setAttribute(paragraph.append_child("text:page-number"), "text:select-page", "current");
}

std::string stylesPart(const std::string &language)
{
    pugi::xml_document document;
    pugi::xml_node root = addRoot(document, "office:document-styles");
    pugi::xml_node font = root.append_child("office:font-face-decls").append_child("style:font-face");
    setAttribute(font, "style:name", "Arial");
    setAttribute(font, "svg:font-family", "Arial");
    setAttribute(font, "style:font-family-generic", "swiss");
    pugi::xml_node styles = root.append_child("office:styles");
    addDefaults(styles, language);
    for (const Style &style : kStyles) {
        addNamedStyle(styles, style);
    }
    pugi::xml_node link = addStyle(styles, "Internet_20_link", "text", {});
    pugi::xml_node ink = link.append_child("style:text-properties");
    setAttribute(ink, "fo:color", "#0b57a4");
    setAttribute(ink, "style:text-underline-style", "solid");
    addStyle(styles, "Reference", "text", {}).append_child("style:text-properties");
    addListStyle(styles, "Numbered", true);
    addListStyle(styles, "Dotted", false);
    pugi::xml_node automatic = root.append_child("office:automatic-styles");
    addPageLayout(automatic, "upright", false);
    addPageLayout(automatic, "across", true);
    pugi::xml_node masters = root.append_child("office:master-styles");
    addMasterPage(masters, "Standard", "upright");
    addMasterPage(masters, "Landscape", "across");
    return serialiseTight(document);
}

std::string metaPart(const OdtProperties &properties)
{
    pugi::xml_document document;
    pugi::xml_node meta = addRoot(document, "office:document-meta").append_child("office:meta");
    addElement(meta, "meta:generator", "Winnow");
    addElement(meta, "dc:title", properties.title);
    addElement(meta, "dc:subject", properties.subject);
    addElement(meta, "dc:language", properties.language);
    return serialiseTight(document);
}

std::string manifest(std::size_t pictures)
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("manifest:manifest");
    setAttribute(root, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
    setAttribute(root, "manifest:version", "1.3");
    const auto add = [&root](std::string_view path, std::string_view type) {
        pugi::xml_node entry = root.append_child("manifest:file-entry");
        setAttribute(entry, "manifest:full-path", path);
        setAttribute(entry, "manifest:media-type", type);
        return entry;
    };
    setAttribute(add("/", kMimeType), "manifest:version", "1.3");
    for (const char *part : {"content.xml", "styles.xml", "meta.xml"}) {
        add(part, "text/xml");
    }
    for (std::size_t i = 1; i <= pictures; ++i) {
        add("Pictures/image" + std::to_string(i) + ".png", "image/png");
    }
    return serialiseTight(document);
}

} // namespace

OdtPackage::OdtPackage(OdtProperties properties, bool isAcross)
    : m_properties(std::move(properties))
    , m_isAcross(isAcross)
    , m_isTurning(isAcross) // the first paragraph names the page
{
    pugi::xml_node root = addRoot(m_document, "office:document-content");
    m_styles = root.append_child("office:automatic-styles");
    m_body = root.append_child("office:body").append_child("office:text");
    pugi::xml_node sequences = m_body.append_child("text:sequence-decls");
    for (const char *name : {"Table", "Figure"}) {
        pugi::xml_node sequence = sequences.append_child("text:sequence-decl");
        setAttribute(sequence, "text:display-outline-level", "0");
        setAttribute(sequence, "text:name", name);
    }
}

void OdtPackage::turn(bool isAcross)
{
    m_isTurning = m_isTurning || m_isAcross != isAcross;
    m_isAcross = isAcross;
}

OdtPage OdtPackage::page() const
{
    return m_isAcross ? OdtPage{kLongSide - 2 * kMargin, kShortSide - 2 * kMargin}
                      : OdtPage{kShortSide - 2 * kMargin, kLongSide - 2 * kMargin};
}

std::string OdtPackage::takeTurn()
{
    if (!m_isTurning) {
        return {};
    }
    m_isTurning = false;
    return m_isAcross ? "Landscape" : "Standard";
}

std::string OdtPackage::newName(std::string_view kind)
{
    return std::string(kind) + std::to_string(++m_lastName);
}

std::string OdtPackage::paragraphStyle(const OdtParagraph &paragraph)
{
    const std::string master = takeTurn();
    if (master.empty() && paragraph.alignment.empty() && !paragraph.isRightToLeft && !paragraph.keepsNext) {
        return paragraph.style;
    }
    std::string once;
    std::string &name = master.empty() ? m_paragraphs[paragraph.key()] : once;
    if (!name.empty()) {
        return name;
    }
    name = newName("P");
    pugi::xml_node style = addStyle(m_styles, name, "paragraph", paragraph.style);
    if (!master.empty()) {
        setAttribute(style, "style:master-page-name", master);
    }
    pugi::xml_node properties = style.append_child("style:paragraph-properties");
    // LibreOffice takes "start" for the left, whatever the direction of the text is.
    if (paragraph.alignment == "center") {
        setAttribute(properties, "fo:text-align", paragraph.alignment);
    } else if (!paragraph.alignment.empty() || paragraph.isRightToLeft) {
        setAttribute(properties,
                     "fo:text-align",
                     paragraph.alignment.empty() == paragraph.isRightToLeft ? "right" : "left");
    }
    if (paragraph.isRightToLeft) {
        setAttribute(properties, "style:writing-mode", "rl-tb");
    }
    if (paragraph.keepsNext) {
        setAttribute(properties, "fo:keep-with-next", "always");
    }
    return name;
}

pugi::xml_node OdtPackage::addParagraph(pugi::xml_node parent, const OdtParagraph &paragraph)
{
    pugi::xml_node element = parent.append_child("text:p");
    setAttribute(element, "text:style-name", paragraphStyle(paragraph));
    return element;
}

pugi::xml_node OdtPackage::addHeading(int level, std::string_view text)
{
    pugi::xml_node element = m_body.append_child("text:h");
    const std::string style = "Heading_20_" + std::to_string(level);
    setAttribute(element, "text:style-name", paragraphStyle({style, {}, isRightToLeft(text)}));
    setAttribute(element, "text:outline-level", std::to_string(level));
    return element;
}

std::string OdtPackage::spanStyle(const OdtSpan &span)
{
    std::string &name = m_spans[span.key()];
    if (!name.empty()) {
        return name;
    }
    name = newName("T");
    pugi::xml_node properties = addStyle(m_styles, name, "text", {}).append_child("style:text-properties");
    if (span.isBold) {
        for (const char *script :
             {"fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"}) {
            setAttribute(properties, script, "bold");
        }
    }
    if (span.isItalic) {
        for (const char *script : {"fo:font-style", "style:font-style-asian", "style:font-style-complex"}) {
            setAttribute(properties, script, "italic");
        }
    }
    if (span.isSuperscript) {
        setAttribute(properties, "style:text-position", "super 65%");
    }
    if (span.ink) {
        setAttribute(properties, "fo:color", "#" + hexColour(*span.ink));
    }
    return name;
}

void OdtPackage::addText(pugi::xml_node parent, std::string_view text, const OdtSpan &span)
{
    if (text.empty()) {
        return;
    }
    pugi::xml_node target = parent;
    if (span.isBold || span.isItalic || span.isSuperscript || span.ink) {
        target = parent.append_child("text:span");
        setAttribute(target, "text:style-name", spanStyle(span));
    }
    const std::string clean = text::printableText(text);
    std::string piece;
    const auto flush = [&] {
        if (!piece.empty()) {
            target.append_child(pugi::node_pcdata).set_value(piece.c_str());
            piece.clear();
        }
    };
    char previous = ' '; // a space at the beginning would be dropped
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        if (c == '\t' || c == '\n' || c == '\r') {
            flush();
            if (c == '\t') {
                target.append_child("text:tab");
            } else if (c == '\n' || i + 1 == clean.size() || clean[i + 1] != '\n') {
                target.append_child("text:line-break");
            }
        } else if (c == ' ' && (previous == ' ' || previous == '\t' || previous == '\n')) {
            flush();
            target.append_child("text:s");
        } else {
            piece += c;
        }
        previous = c;
    }
    flush();
}

std::string OdtPackage::addPng(std::string bytes)
{
    m_pictures.push_back(std::move(bytes));
    return "Pictures/image" + std::to_string(m_pictures.size()) + ".png";
}

Result<std::string> OdtPackage::bytes()
{
    std::vector<ZipMember> members{{"mimetype", kMimeType, false}, // first and as it is (part 2, 3.3)
                                   {"META-INF/manifest.xml", manifest(m_pictures.size())},
                                   {"content.xml", serialiseTight(m_document)},
                                   {"meta.xml", metaPart(m_properties)},
                                   {"styles.xml", stylesPart(m_properties.language)}};
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        members.push_back({"Pictures/image" + std::to_string(i + 1) + ".png", m_pictures[i], false});
    }
    return zipped(members);
}

std::string odtPoints(double points)
{
    return decimal(points) + "pt";
}

} // namespace winnow::publish
