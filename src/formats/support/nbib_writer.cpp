#include "formats/support/nbib_writer.h"

#include "formats/support/decision_text.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace winnow::formats {

namespace {

/// Where PubMed breaks lines; the lines behind the first are indented by as much as a tag takes.
constexpr std::size_t kLineWidth = 88;
constexpr std::size_t kIndent = 6;

struct PublicationType
{
    RecordType type;
    std::string_view label;
};

/// What MEDLINE calls types otherwise than Winnow does.
constexpr std::array kPublicationTypes{
    PublicationType{RecordType::Other, ""},
    PublicationType{RecordType::Article, "Journal Article"},
    PublicationType{RecordType::Erratum, "Published Erratum"},
    PublicationType{RecordType::Retracted, "Retracted Publication"},
};

/// The type that the reader finds in publication types.
std::optional<RecordType> typeOf(const std::vector<RawField> &extras)
{
    std::optional<RecordType> type;
    int best = std::numeric_limits<int>::max();
    for (const RawField &extra : extras) {
        const auto known = extra.name == "PT" ? typeFromLabel(extra.value) : std::nullopt;
        if (known && publicationTypeRank(extra.value) < best) {
            best = publicationTypeRank(extra.value);
            type = known;
        }
    }
    return type;
}

/// "Lauren N." -> "LN".
std::string initialsOf(std::string_view given)
{
    std::string initials;
    bool isStart = true;
    for (std::size_t at = 0; at < given.size();) {
        const std::size_t before = at;
        static_cast<void>(text::nextCodePoint(given, at));
        const bool isDivider = std::string_view(" .-").find(given[before]) != std::string_view::npos;
        if (isStart && !isDivider) {
            initials += given.substr(before, at - before);
        }
        isStart = isDivider;
    }
    return initials;
}

class NbibWriter final : public RecordWriter
{
public:
    void begin(std::string & /*out*/) override {}

    void record(const ExportRecord &exported, std::string &out) override
    {
        const Record &record = exported.record;
        m_out = &out;
        m_exported = &exported;
        field("PMID", record.pmid);
        owner(record);
        publication(record);
        field("TI", markedUp(record.title));
        pages(record);
        if (!record.doi.empty()) {
            field("LID", record.doi + " [doi]");
        }
        field("AB", markedUp(record.abstractText));
        authors(record);
        language(record.language);
        types(record.type);
        field("JT", markedUp(record.sourceTitle));
        terms(record);
        identifiers(record);
        remarks();
        citation(record);
        out += '\n';
    }

    Result<void> end(std::string & /*out*/) override { return {}; }

private:
    void field(std::string_view tag, std::string_view value)
    {
        constexpr std::size_t kTagWidth = 4;
        if (value.empty()) {
            return;
        }
        *m_out += tag;
        m_out->append(kTagWidth - std::min(kTagWidth, tag.size()), ' ');
        *m_out += "- ";
        // A line end stands for the blank that it replaces.
        while (value.size() > kLineWidth - kIndent) {
            std::size_t end = value.substr(0, kLineWidth - kIndent).rfind(' ');
            end = end == std::string_view::npos ? value.find(' ') : end;
            if (end == std::string_view::npos) {
                break;
            }
            *m_out += value.substr(0, end);
            *m_out += '\n';
            m_out->append(kIndent, ' ');
            value.remove_prefix(end + 1);
        }
        *m_out += value;
        *m_out += '\n';
    }

    [[nodiscard]] bool hasExtra(std::string_view tag) const
    {
        const auto &extras = m_exported->extras;
        return std::ranges::find(extras, tag, &RawField::name) != extras.end();
    }

    void extras(std::string_view tag)
    {
        for (const RawField &extra : m_exported->extras) {
            if (extra.name == tag) {
                field(tag, squeezed(extra.value));
            }
        }
    }

    /// Each record has an owner: a record without PMID begins with it.
    void owner(const Record &record)
    {
        const bool isOurs = !hasExtra("OWN") || record.key.empty();
        if (isOurs) {
            field("OWN", kNbibOwner);
        }
        extras("OWN");
        if (isOurs || record.key != record.pmid) {
            field("WKEY", record.key);
        }
    }

    void publication(const Record &record)
    {
        for (const std::string_view number : pieces(record.issn, " ")) {
            field("IS", number);
        }
        for (const std::string_view number : pieces(record.isbn, " ")) {
            field("ISBN", number);
        }
        field("VI", record.volume);
        field("IP", record.issue);
        field("DP", dateText(record.date));
        field("PB", markedUp(record.publisher));
    }

    [[nodiscard]] static std::string dateText(const PartialDate &date)
    {
        std::string text = date.year ? yearText(*date.year) : std::string();
        if (date.month) {
            text += text.empty() ? "" : " ";
            text += monthName(*date.month);
            text += date.day ? ' ' + std::to_string(*date.day) : "";
        }
        return text;
    }

    [[nodiscard]] static std::string pagesText(const Record &record)
    {
        return record.pageFirst + (record.pageLast.empty() ? "" : "-") + record.pageLast;
    }

    void pages(const Record &record)
    {
        Record read;
        setPages(read, pagesText(record));
        if (read.pageFirst == record.pageFirst && read.pageLast == record.pageLast) {
            field("PG", pagesText(record));
        } else {
            field("WPGF", record.pageFirst);
            field("WPGL", record.pageLast);
        }
    }

    void authors(const Record &record)
    {
        for (const PersonName &author : record.authors) {
            if (author.given.empty()) {
                field("CN", markedUp(author.family));
            } else {
                field("FAU", markedUp(printed(author)));
                field("AU", markedUp(author.family + ' ' + initialsOf(author.given)));
            }
        }
    }

    void language(const std::string &language) { field("LA", languageCode(language)); }

    /// Extras may have the publication type as it was read; those that would override it are left out.
    void types(RecordType type)
    {
        if (typeOf(m_exported->extras) == type) {
            extras("PT");
            return;
        }
        const auto *const known = std::ranges::find(kPublicationTypes, type, &PublicationType::type);
        const std::string_view own = known == kPublicationTypes.end() ? namesOf(type).label : known->label;
        field("PT", own);
        for (const RawField &extra : m_exported->extras) {
            const bool isLoser = !own.empty() && publicationTypeRank(extra.value) >= publicationTypeRank(own);
            if (extra.name == "PT" && (isLoser || !typeFromLabel(extra.value))) {
                field("PT", squeezed(extra.value));
            }
        }
    }

    void terms(const Record &record)
    {
        for (const std::string &term : record.indexTerms) {
            field("MH", markedUp(term));
        }
        for (const std::string &keyword : record.keywords) {
            field("OT", markedUp(keyword));
        }
    }

    void identifiers(const Record &record)
    {
        if (!record.doi.empty()) {
            field("AID", record.doi + " [doi]");
        }
        field("PMC", record.pmcid);
        field("WART", record.articleNumber);
        if (eidIn(record.url) != record.eid) {
            field("WEID", record.eid);
        }
        field("WURL", record.url);
    }

    void remarks()
    {
        // A second PMID, which is none, would begin a record; what lost against our own tags must not win.
        constexpr std::array<std::string_view, 7> kElsewhere{
            "OWN", "PT", "SO", "PMID", "WKEY", "WPGF", "WPGL"};
        for (const RawField &extra : m_exported->extras) {
            if (std::ranges::find(kElsewhere, extra.name) == kElsewhere.end()) {
                field(extra.name, squeezed(extra.value));
            }
        }
        for (const ReadDecision &decision : m_exported->decisions) {
            field("GN", squeezed(decisionLine(decision)));
        }
    }

    /// "J Reef Stud. 2020 Nov 2;12(3):188-197. doi: 10.1000/1." Each record of PubMed ends with it.
    void citation(const Record &record)
    {
        if (hasExtra("SO")) {
            extras("SO");
            return;
        }
        std::string text = record.sourceTitle.empty() ? record.title : record.sourceTitle;
        const auto add = [&](std::string_view before, const std::string &value, std::string_view after) {
            if (!value.empty()) {
                text += before.substr(text.ends_with('.') && before.starts_with('.') ? 1 : 0);
                text += value;
                text += after;
            }
        };
        add(". ", dateText(record.date), "");
        add(";", record.volume, "");
        add("(", record.issue, ")");
        add(":", pagesText(record), "");
        add(". doi: ", record.doi, "");
        field("SO", markedUp(squeezed(text.ends_with('.') ? text : text + '.')));
    }

    std::string *m_out = nullptr;
    const ExportRecord *m_exported = nullptr;
};

} // namespace

std::unique_ptr<RecordWriter> makeNbibWriter()
{
    return std::make_unique<NbibWriter>();
}

} // namespace winnow::formats
