#include "publish/support/docx_package.h"

#include "publish/support/docx_text.h"
#include "publish/support/xml.h"
#include "publish/support/zip_writer.h"

#include <array>

namespace winnow::publish {

namespace {

struct Namespace
{
    const char *attribute;
    const char *address;
};

constexpr std::array kNamespaces{
    Namespace{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    Namespace{"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    Namespace{"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    Namespace{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    Namespace{"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
    Namespace{"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    Namespace{"xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
    Namespace{"xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
};

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

constexpr const char *kContentTypes = R"(<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
 <Default Extension="xml" ContentType="application/xml"/>
 <Default Extension="png" ContentType="image/png"/>
 <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
 <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
 <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
 <Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
 <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
 <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
 <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>
)";

constexpr const char *kPackageRelationships = R"(<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
 <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
 <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
</Relationships>
)";

constexpr const char *kAppProperties = R"(<?xml version="1.0" encoding="UTF-8"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Winnow</Application></Properties>
)";

/// Mode 15 is that of Word 2013 and later; without it Word opens the document in compatibility mode.
constexpr const char *kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
 <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
</w:settings>
)";

/// The number of the page, in the middle.
constexpr const char *kFooter = R"(<?xml version="1.0" encoding="UTF-8"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
 <w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>
</w:ftr>
)";

struct Style
{
    const char *id;
    const char *name;
    double size; ///< points
    double before;
    double after;
    bool isBold;
    bool keepsNext;
    int outlineLevel; ///< of a heading, from 0; -1: none
};

constexpr int kNoOutline = -1;

constexpr std::array kStyles{
    Style{"Title", "Title", 16, 0, 12, true, true, kNoOutline},
    Style{"Heading1", "heading 1", 14, 18, 6, true, true, 0},
    Style{"Heading2", "heading 2", 12, 14, 4, true, true, 1},
    Style{"Heading3", "heading 3", 10.5, 12, 3, true, true, 2},
    Style{"BodyText", "Body Text", 10, 0, 5, false, false, kNoOutline},
    Style{"Subtitle", "Subtitle", 11, 0, 14, false, true, kNoOutline},
    Style{"Caption", "caption", 10, 12, 6, true, true, kNoOutline},
    Style{"Note", "Note", 8, 4, 0, false, false, kNoOutline},
    Style{"List", "List Paragraph", 10, 0, 3, false, false, kNoOutline},
    Style{"Reference", "Bibliography", 9, 0, 4, false, false, kNoOutline},
    Style{"TableText", "Table Text", 9, 2, 2, false, false, kNoOutline},
    Style{"Contents", "toc 1", 10, 0, 3, false, false, kNoOutline},
    Style{"Footer", "footer", 8, 0, 0, false, false, kNoOutline},
};

void addStyle(pugi::xml_node styles, const Style &style)
{
    pugi::xml_node node = styles.append_child("w:style");
    setAttribute(node, "w:type", "paragraph");
    setAttribute(node, "w:styleId", style.id);
    setAttribute(node.append_child("w:name"), "w:val", style.name);
    setAttribute(node.append_child("w:basedOn"), "w:val", "Normal");
    setAttribute(node.append_child("w:next"), "w:val", "Normal");
    node.append_child("w:qFormat");
    pugi::xml_node paragraph = node.append_child("w:pPr");
    if (style.keepsNext) {
        paragraph.append_child("w:keepNext");
    }
    pugi::xml_node spacing = paragraph.append_child("w:spacing");
    setAttribute(spacing, "w:before", docxTwips(style.before));
    setAttribute(spacing, "w:after", docxTwips(style.after));
    const std::string_view id = style.id;
    if (id == "BodyText" || id == "List" || id == "Reference") {
        setAttribute(spacing, "w:line", "264"); // 1.1 lines
        setAttribute(spacing, "w:lineRule", "auto");
    }
    if (style.outlineLevel != kNoOutline) {
        setAttribute(paragraph.append_child("w:outlineLvl"), "w:val", std::to_string(style.outlineLevel));
    }
    addDocxRunStyle(node, {.isBold = style.isBold, .size = style.size});
}

std::string stylesPart(const std::string &language)
{
    pugi::xml_document document;
    pugi::xml_node styles = document.append_child("w:styles");
    setAttribute(styles, kNamespaces[0].attribute, kNamespaces[0].address);
    pugi::xml_node defaults = styles.append_child("w:docDefaults");
    pugi::xml_node run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
    pugi::xml_node fonts = run.append_child("w:rFonts");
    for (const char *script : {"w:ascii", "w:hAnsi", "w:cs"}) {
        setAttribute(fonts, script, "Arial");
    }
    setAttribute(run.append_child("w:sz"), "w:val", "20");
    setAttribute(run.append_child("w:szCs"), "w:val", "20");
    setAttribute(run.append_child("w:lang"), "w:val", language);
    defaults.append_child("w:pPrDefault").append_child("w:pPr");
    pugi::xml_node normal = styles.append_child("w:style");
    setAttribute(normal, "w:type", "paragraph");
    setAttribute(normal, "w:default", "1");
    setAttribute(normal, "w:styleId", "Normal");
    setAttribute(normal.append_child("w:name"), "w:val", "Normal");
    normal.append_child("w:qFormat");
    for (const Style &style : kStyles) {
        addStyle(styles, style);
    }
    pugi::xml_node link = styles.append_child("w:style");
    setAttribute(link, "w:type", "character");
    setAttribute(link, "w:styleId", "Hyperlink");
    setAttribute(link.append_child("w:name"), "w:val", "Hyperlink");
    pugi::xml_node linkRun = link.append_child("w:rPr");
    setAttribute(linkRun.append_child("w:color"), "w:val", "0B57A4");
    setAttribute(linkRun.append_child("w:u"), "w:val", "single");
    return serialise(document, false);
}

std::string coreProperties(const DocxProperties &properties)
{
    pugi::xml_document document;
    pugi::xml_node core = document.append_child("cp:coreProperties");
    setAttribute(core, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    setAttribute(core, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    addElement(core, "dc:title", properties.title);
    addElement(core, "dc:subject", properties.subject);
    addElement(core, "dc:description", properties.description);
    addElement(core, "dc:language", properties.language);
    return serialise(document, false);
}

} // namespace

DocxPackage::DocxPackage(DocxProperties properties)
    : m_properties(std::move(properties))
{
    pugi::xml_node root = m_document.append_child("w:document");
    for (const Namespace &space : kNamespaces) {
        setAttribute(root, space.attribute, space.address);
    }
    m_body = root.append_child("w:body");
    addRelationship({"styles", "styles.xml"});
    addRelationship({"settings", "settings.xml"});
    addRelationship({"numbering", "numbering.xml"});
}

std::string DocxPackage::addRelationship(Relationship relationship)
{
    m_relationships.push_back(std::move(relationship));
    return "rId" + std::to_string(m_relationships.size());
}

std::string DocxPackage::addPng(std::string bytes)
{
    m_pictures.push_back(std::move(bytes));
    return addRelationship({"image", "media/image" + std::to_string(m_pictures.size()) + ".png"});
}

std::string DocxPackage::addHyperlink(std::string_view address)
{
    return addRelationship({"hyperlink", std::string(address), true});
}

std::string DocxPackage::relationships() const
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("Relationships");
    setAttribute(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    for (std::size_t i = 0; i < m_relationships.size(); ++i) {
        const Relationship &relationship = m_relationships[i];
        pugi::xml_node node = root.append_child("Relationship");
        setAttribute(node, "Id", "rId" + std::to_string(i + 1));
        setAttribute(node, "Type", std::string(kOffice) + std::string(relationship.type));
        setAttribute(node, "Target", relationship.target);
        if (relationship.isExternal) {
            setAttribute(node, "TargetMode", "External");
        }
    }
    return serialise(document, false);
}

int DocxPackage::bullets()
{
    return 1;
}

int DocxPackage::beginBookmark(pugi::xml_node paragraph, std::string_view name)
{
    const int id = ++m_lastBookmark;
    pugi::xml_node begin = paragraph.append_child("w:bookmarkStart");
    setAttribute(begin, "w:id", std::to_string(id));
    setAttribute(begin, "w:name", name);
    return id;
}

void DocxPackage::endBookmark(pugi::xml_node paragraph, int id)
{
    setAttribute(paragraph.append_child("w:bookmarkEnd"), "w:id", std::to_string(id));
}

void DocxPackage::addSection(pugi::xml_node parent, const DocxPage &page)
{
    pugi::xml_node section = parent.append_child("w:sectPr");
    if (m_hasFooter) {
        if (m_footer.empty()) {
            m_footer = addRelationship({"footer", "footer1.xml"});
        }
        pugi::xml_node footer = section.append_child("w:footerReference");
        setAttribute(footer, "w:type", "default");
        setAttribute(footer, "r:id", m_footer);
    }
    pugi::xml_node size = section.append_child("w:pgSz");
    setAttribute(size, "w:w", docxTwips(page.width));
    setAttribute(size, "w:h", docxTwips(page.height));
    if (page.width > page.height) {
        setAttribute(size, "w:orient", "landscape");
    }
    pugi::xml_node margins = section.append_child("w:pgMar");
    for (const char *side : {"w:top", "w:right", "w:bottom", "w:left"}) {
        setAttribute(margins, side, docxTwips(page.margin));
    }
    for (const char *other : {"w:header", "w:footer"}) {
        setAttribute(margins, other, docxTwips(page.margin / 2));
    }
    setAttribute(margins, "w:gutter", "0");
}

void DocxPackage::endSection(const DocxPage &page)
{
    pugi::xml_node last = m_body.last_child();
    if (std::string_view(last.name()) != "w:p" || last.child("w:pPr").child("w:sectPr")) {
        last = addDocxParagraph(m_body);
    }
    pugi::xml_node properties = last.child("w:pPr");
    addSection(properties ? properties : last.prepend_child("w:pPr"), page);
}

/// Each list is an instance of its own that begins with 1 again: without the override Word would go on
/// counting from the list before.
std::string DocxPackage::numbering() const
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("w:numbering");
    setAttribute(root, kNamespaces[0].attribute, kNamespaces[0].address);
    const auto addKind = [&](const char *id, const char *format, const char *sign) {
        pugi::xml_node kind = root.append_child("w:abstractNum");
        setAttribute(kind, "w:abstractNumId", id);
        setAttribute(kind.append_child("w:multiLevelType"), "w:val", "singleLevel");
        pugi::xml_node level = kind.append_child("w:lvl");
        setAttribute(level, "w:ilvl", "0");
        setAttribute(level.append_child("w:start"), "w:val", "1");
        setAttribute(level.append_child("w:numFmt"), "w:val", format);
        setAttribute(level.append_child("w:lvlText"), "w:val", sign);
        setAttribute(level.append_child("w:lvlJc"), "w:val", "left");
        pugi::xml_node indent = level.append_child("w:pPr").append_child("w:ind");
        setAttribute(indent, "w:left", "300");
        setAttribute(indent, "w:hanging", "300");
    };
    addKind("0", "bullet", "\u2022");
    addKind("1", "decimal", "%1.");
    for (int i = 1; i <= m_numberings; ++i) {
        pugi::xml_node list = root.append_child("w:num");
        setAttribute(list, "w:numId", std::to_string(i));
        setAttribute(list.append_child("w:abstractNumId"), "w:val", i == bullets() ? "0" : "1");
        if (i != bullets()) {
            pugi::xml_node override = list.append_child("w:lvlOverride");
            setAttribute(override, "w:ilvl", "0");
            setAttribute(override.append_child("w:startOverride"), "w:val", "1");
        }
    }
    return serialise(document, false);
}

Result<std::string> DocxPackage::bytes(const DocxPage &page)
{
    addSection(m_body, page);
    std::vector<ZipMember> members{{"[Content_Types].xml", kContentTypes},
                                   {"_rels/.rels", kPackageRelationships},
                                   {"docProps/app.xml", kAppProperties},
                                   {"docProps/core.xml", coreProperties(m_properties)},
                                   {"word/document.xml", serialise(m_document, false)},
                                   {"word/_rels/document.xml.rels", relationships()},
                                   {"word/footer1.xml", kFooter},
                                   {"word/numbering.xml", numbering()},
                                   {"word/settings.xml", kSettings},
                                   {"word/styles.xml", stylesPart(m_properties.language)}};
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        members.push_back({"word/media/image" + std::to_string(i + 1) + ".png", m_pictures[i], false});
    }
    return zipped(members);
}

} // namespace winnow::publish
