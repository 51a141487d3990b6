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
    Style{"Caption", "caption", 10, 0, 8, true, true, kNoOutline},
    Style{"Note", "Note", 8, 4, 0, false, false, kNoOutline},
    Style{"ListNumber", "List Number", 10, 0, 2, false, false, kNoOutline},
    Style{"TableText", "Table Text", 9, 1, 1, false, false, kNoOutline},
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

Result<std::string> DocxPackage::bytes(const DocxPage &page)
{
    pugi::xml_node section = m_body.append_child("w:sectPr");
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
    std::vector<ZipMember> members{{"[Content_Types].xml", kContentTypes},
                                   {"_rels/.rels", kPackageRelationships},
                                   {"docProps/app.xml", kAppProperties},
                                   {"docProps/core.xml", coreProperties(m_properties)},
                                   {"word/document.xml", serialise(m_document, false)},
                                   {"word/_rels/document.xml.rels", relationships()},
                                   {"word/settings.xml", kSettings},
                                   {"word/styles.xml", stylesPart(m_properties.language)}};
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        members.push_back({"word/media/image" + std::to_string(i + 1) + ".png", m_pictures[i], false});
    }
    return zipped(members);
}

} // namespace winnow::publish
