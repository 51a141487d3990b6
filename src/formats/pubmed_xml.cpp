#include "formats/format.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "formats/support/xml_reader.h"
#include "formats/support/xml_tree.h"

#include <algorithm>
#include <array>
#include <deque>

namespace winnow::formats {

// NOLINTNEXTLINE(readability-identifier-naming): the table of formats goes by the names of the files
extern const Format pubmed_xml;

namespace {

using enum FieldKind;

constexpr std::array<std::string_view, 2> kRecords{"PubmedArticle", "PubmedBookArticle"};

struct PathRule
{
    std::string_view path; ///< below the element of the record
    FieldKind kind;
    int rank = 0;
};

/// Elements whose text is a field as it stands. "PubMed DTD", National Library of Medicine, 2019 to 2025.
constexpr std::array kArticleRules{
    PathRule{"MedlineCitation/Article/ArticleTitle", Title, 0},
    PathRule{"MedlineCitation/Article/VernacularTitle", Title, 1},
    PathRule{"MedlineCitation/Article/Journal/Title", SourceTitle, 0},
    PathRule{"MedlineCitation/Article/Journal/ISOAbbreviation", SourceTitle, 1},
    PathRule{"MedlineCitation/MedlineJournalInfo/MedlineTA", SourceTitle, 2},
    PathRule{"MedlineCitation/Article/Journal/ISSN", SerialNumbers},
    PathRule{"MedlineCitation/MedlineJournalInfo/ISSNLinking", SerialNumbers},
    PathRule{"MedlineCitation/Article/Journal/JournalIssue/Volume", Volume},
    PathRule{"MedlineCitation/Article/Journal/JournalIssue/Issue", Issue},
    PathRule{"MedlineCitation/Article/Pagination/MedlinePgn", Pages},
    PathRule{"MedlineCitation/Article/Language", Language},
    PathRule{"MedlineCitation/KeywordList/Keyword", Keywords},
    PathRule{"MedlineCitation/Article/Abstract/CopyrightInformation", Extra},
    PathRule{"MedlineCitation/CoiStatement", Extra},
    PathRule{"MedlineCitation/MedlineJournalInfo/NlmUniqueID", Extra},
    PathRule{"PubmedData/PublicationStatus", Extra},
};

constexpr std::array kBookRules{
    PathRule{"BookDocument/ArticleTitle", Title, 0},
    PathRule{"BookDocument/VernacularTitle", Title, 1},
    PathRule{"BookDocument/Book/CollectionTitle", Extra},
    PathRule{"BookDocument/Book/Edition", Extra},
    PathRule{"BookDocument/Book/Volume", Volume},
    PathRule{"BookDocument/Book/Isbn", SerialNumbers},
    PathRule{"BookDocument/Book/Publisher/PublisherName", Publisher},
    PathRule{"BookDocument/Pagination/MedlinePgn", Pages},
    PathRule{"BookDocument/Language", Language},
    PathRule{"BookDocument/KeywordList/Keyword", Keywords},
    PathRule{"BookDocument/Abstract/CopyrightInformation", Extra},
};

/// Where the two kinds of records keep what takes more than a rule.
struct Layout
{
    std::span<const PathRule> rules;
    std::string_view document; ///< has PMID and ELocationID's parent
    std::string_view article;  ///< has the abstract, the authors and the types
    std::string_view authors;
    std::string_view types;
    std::string_view date;
    std::string_view ids;
};

constexpr Layout kArticle{kArticleRules,
                          "MedlineCitation",
                          "MedlineCitation/Article",
                          "MedlineCitation/Article/AuthorList/Author",
                          "MedlineCitation/Article/PublicationTypeList/PublicationType",
                          "MedlineCitation/Article/Journal/JournalIssue/PubDate",
                          "PubmedData/ArticleIdList/ArticleId"};

constexpr Layout kBook{kBookRules,
                       "BookDocument",
                       "BookDocument",
                       "BookDocument/AuthorList/Author",
                       "BookDocument/PublicationType",
                       "BookDocument/Book/PubDate",
                       "BookDocument/ArticleIdList/ArticleId"};

/// Reads one record; the fields come out as NBIB prints them.
class Article
{
public:
    Article(pugi::xml_node root, const Layout &layout)
        : m_root(root)
        , m_layout(layout)
    {}

    void read(ReadRecord &read)
    {
        identifiers();
        for (const PathRule &rule : m_layout.rules) {
            for (const pugi::xml_node node : xmlNodes(m_root, rule.path)) {
                const std::string text = xmlText(node);
                if (rule.kind != Title || !isNoTitle(text)) {
                    add(rule.kind, rule.rank, nameAt(rule.path), text);
                }
            }
        }
        if (&m_layout == &kBook) {
            book(read.record);
        }
        abstract();
        authors();
        date();
        types();
        subjectHeadings();
        if (&m_layout != &kBook) {
            read.record.type = RecordType::Article; // unless a type says more
        }
        m_builder.finish(read);
        dropMajorTopicMarks(read.record.indexTerms);
    }

private:
    [[nodiscard]] static std::string_view nameAt(std::string_view path)
    {
        return path.substr(path.rfind('/') + 1);
    }

    void add(FieldKind kind, int rank, std::string_view name, std::string_view value)
    {
        m_builder.add(kind, rank, name, m_values.emplace_back(squeezed(value)));
    }

    [[nodiscard]] std::string textAt(std::string_view path) const { return xmlTextAt(m_root, path); }

    void identifiers()
    {
        const pugi::xml_node document = m_root.child(std::string(m_layout.document).c_str());
        const std::string pmid = xmlTextAt(document, "PMID");
        add(Pmid, 0, "PMID", pmid);
        add(Key, 0, "PMID", pmid);
        for (const pugi::xml_node node : xmlNodes(m_root, std::string(m_layout.article) + "/ELocationID")) {
            identifier(node, node.attribute("EIdType").value());
        }
        for (const pugi::xml_node node : xmlNodes(m_root, m_layout.ids)) {
            identifier(node, node.attribute("IdType").value());
        }
    }

    void identifier(pugi::xml_node node, std::string_view type)
    {
        if (type == "doi") {
            add(Doi, 0, node.name(), xmlText(node));
        } else if (type == "pmc") {
            add(Pmcid, 0, node.name(), xmlText(node));
        } else if (type == "pubmed") {
            add(Pmid, 1, node.name(), xmlText(node));
        } else {
            add(Extra, 0, node.name(), xmlText(node) + " [" + std::string(type) + ']');
        }
    }

    /// A record of a chapter has a title of its own.
    void book(Record &record)
    {
        const bool isChapter = !trimmed(textAt("BookDocument/ArticleTitle")).empty();
        record.type = isChapter ? RecordType::Chapter : RecordType::Book;
        add(isChapter ? SourceTitle : Title, 2, "BookTitle", textAt("BookDocument/Book/BookTitle"));
    }

    /// "BACKGROUND: ... METHODS: ..."
    [[nodiscard]] static std::string abstractOf(pugi::xml_node element)
    {
        std::string text;
        for (const pugi::xml_node part : element.children("AbstractText")) {
            const std::string_view label = part.attribute("Label").value();
            const bool isTelling = !label.empty() && label != "UNLABELLED";
            text += text.empty() ? "" : " ";
            text += isTelling ? std::string(label) + ": " : std::string();
            text += xmlText(part);
        }
        return text;
    }

    void abstract()
    {
        for (const pugi::xml_node node : xmlNodes(m_root, std::string(m_layout.article) + "/Abstract")) {
            add(Abstract, 0, "Abstract", abstractOf(node));
        }
        for (const pugi::xml_node node :
             xmlNodes(m_root, std::string(m_layout.document) + "/OtherAbstract")) {
            add(Abstract, 1, "OtherAbstract", abstractOf(node));
        }
    }

    void authors()
    {
        std::vector<pugi::xml_node> nodes = xmlNodes(m_root, m_layout.authors);
        if (nodes.empty()) {
            nodes = xmlNodes(m_root, "BookDocument/Book/AuthorList/Author");
        }
        for (const pugi::xml_node node : nodes) {
            author(node);
            for (const pugi::xml_node place : xmlNodes(node, "AffiliationInfo/Affiliation")) {
                add(Extra, 0, "Affiliation", xmlText(place));
            }
        }
    }

    void author(pugi::xml_node node)
    {
        if (const std::string group = xmlTextAt(node, "CollectiveName"); !trimmed(group).empty()) {
            add(Organisation, 0, "CollectiveName", group);
            return;
        }
        std::string name = xmlTextAt(node, "LastName");
        std::string given;
        for (const char *const part : {"ForeName", "FirstName", "Initials"}) {
            given = given.empty() ? xmlTextAt(node, part) : given;
        }
        if (const std::string suffix = xmlTextAt(node, "Suffix"); !suffix.empty()) {
            given += ' ' + suffix;
        }
        add(Authors, 0, "Author", trimmed(given).empty() ? name : name + ", " + given);
    }

    /// As DP of NBIB: "2017 Nov 15", "2019 Winter", "2020 Jan-Feb".
    [[nodiscard]] static std::string dateOf(pugi::xml_node element)
    {
        std::string text;
        for (const char *const part : {"MedlineDate", "Year", "Season", "Month", "Day"}) {
            if (const std::string value = xmlTextAt(element, part); !value.empty()) {
                text += value + ' ';
            }
        }
        return text;
    }

    void date()
    {
        std::string text;
        for (const pugi::xml_node node : xmlNodes(m_root, m_layout.date)) {
            text = text.empty() ? dateOf(node) : text;
        }
        for (const pugi::xml_node node : xmlNodes(m_root, "MedlineCitation/Article/ArticleDate")) {
            text = text.empty() ? dateOf(node) : text;
        }
        add(Date, 0, "PubDate", text);
    }

    void types()
    {
        for (const pugi::xml_node node : xmlNodes(m_root, m_layout.types)) {
            const std::string label = squeezed(xmlText(node));
            add(TypeLabel, publicationTypeRank(label), "PublicationType", label);
        }
    }

    /// "Dog Diseases/diagnosis/genetics".
    void subjectHeadings()
    {
        for (const pugi::xml_node node : xmlNodes(m_root, "MedlineCitation/MeshHeadingList/MeshHeading")) {
            std::string heading = xmlTextAt(node, "DescriptorName");
            for (const pugi::xml_node qualifier : node.children("QualifierName")) {
                heading += '/' + xmlText(qualifier);
            }
            add(IndexTerms, 0, "MeshHeading", heading);
        }
    }

    pugi::xml_node m_root;
    const Layout &m_layout;
    std::deque<std::string> m_values; ///< what the builder has views of
    RecordBuilder m_builder{{addAuthor, false, true}};
};

void build(pugi::xml_node root, ReadRecord &read)
{
    const bool isBook = std::string_view(root.name()) == kRecords[1];
    Article(root, isBook ? kBook : kArticle).read(read);
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    return readXmlRecords(input, kRecords, sink, build);
}

std::int64_t count(TextInput &input)
{
    return countXmlTags(input, kRecords);
}

Detection detect(std::string_view head)
{
    for (const std::string_view name : {"<PubmedArticle", "<PubmedBookArticle"}) {
        if (const std::size_t at = head.find(name); at != std::string_view::npos) {
            const auto line = 1 + std::ranges::count(head.substr(0, at), '\n');
            return {95, "line " + std::to_string(line) + " has the tag " + std::string(name) + '>', "PubMed"};
        }
    }
    return {};
}

} // namespace

const Format pubmed_xml{"pubmed_xml", "PubMed XML", "xml", detect, read, count, nullptr};

} // namespace winnow::formats
