#include "dedupe/traits.h"

#include "dedupe/hash.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace winnow::dedupe {

namespace {

/// Letters of an abstract that tell it from others.
constexpr std::size_t kAbstractEnd = 80;

/// Bytes of text that hold so many bytes of letters, with a label before them.
constexpr std::size_t kAbstractBytes = 200;

std::uint64_t hashOfEnd(std::string_view letters)
{
    return letters.size() < kAbstractEnd ? 0 : hashOf(letters);
}

/// Abstracts begin with labels and end with notes on copyright in one source and not in another, so that the
/// two ends tell more than the whole.
std::array<std::uint64_t, 2> endsOf(std::string_view abstractText)
{
    if (abstractText.size() < 2 * kAbstractEnd) {
        return {};
    }
    constexpr std::string_view kLabels[]{"abstract",
                                         "background",
                                         "objectives",
                                         "objective",
                                         "purpose",
                                         "aims",
                                         "aim",
                                         "introduction",
                                         "summary",
                                         "context"};
    std::string head = bare(abstractText.substr(0, kAbstractBytes));
    for (const std::string_view label : kLabels) {
        if (std::string_view(head).starts_with(label)) {
            head.erase(0, label.size());
            break;
        }
    }
    const std::string tail =
        bare(abstractText.substr(abstractText.size() - std::min(abstractText.size(), kAbstractBytes)));
    return {hashOfEnd(std::string_view(head).substr(0, kAbstractEnd)),
            hashOfEnd(std::string_view(tail).substr(tail.size() - std::min(tail.size(), kAbstractEnd)))};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The first number: "12 Suppl 1" is volume 12. Nothing where there is none.
std::string numberOf(std::string_view text)
{
    const auto *const begin = std::ranges::find_if(text, isDigit);
    const auto *const end = std::find_if_not(begin, text.end(), isDigit);
    std::string number(begin, end);
    number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

/// Its first part: of "532, 534-536" page 532, of "A175.E1638" page A175.
std::string pageOf(std::string_view text)
{
    return bare(text.substr(0, text.find_first_of(",;. -")));
}

/// Servers of preprints, by the prefix of their DOIs and by their names as journals.
constexpr std::array<std::string_view, 10> kPreprintDois{"10.1101/",
                                                         "10.2139/ssrn",
                                                         "10.20944/",
                                                         "10.21203/rs",
                                                         "10.26434/",
                                                         "10.31219/",
                                                         "10.31234/",
                                                         "10.31235/",
                                                         "10.48550/",
                                                         "10.36227/"};
constexpr std::array<std::string_view, 12> kPreprintServers{"arxiv",
                                                            "biorxiv",
                                                            "chemrxiv",
                                                            "medrxiv",
                                                            "osf preprints",
                                                            "preprints",
                                                            "preprints org",
                                                            "psyarxiv",
                                                            "research square",
                                                            "socarxiv",
                                                            "ssrn",
                                                            "techrxiv"};

bool isPreprint(const Traits &traits)
{
    const std::string &journal = traits.journal.words;
    return traits.type == RecordType::Preprint ||
           std::ranges::any_of(kPreprintDois,
                               [&](std::string_view prefix) { return traits.doi.starts_with(prefix); }) ||
           std::ranges::any_of(kPreprintServers, [&](std::string_view name) {
               return journal == name || (journal.starts_with(name) && journal[name.size()] == ' ');
           });
}

/// All that compare() looks at.
auto contentOf(const Traits &traits)
{
    return std::tie(traits.title.letters,
                    traits.year,
                    traits.firstFamily,
                    traits.firstGiven,
                    traits.pageFirst,
                    traits.pageLast,
                    traits.volume,
                    traits.issue,
                    traits.journal.words,
                    traits.journal.meeting,
                    traits.issn,
                    traits.doi,
                    traits.pmid,
                    traits.eid,
                    traits.title.numbers,
                    traits.title.kind,
                    traits.families,
                    traits.abstractEnds,
                    traits.type);
}

int filledOf(const Record &record)
{
    const bool filled[]{!record.title.empty(),
                        !record.abstractText.empty(),
                        !record.authors.empty(),
                        !record.keywords.empty(),
                        !record.indexTerms.empty(),
                        !record.sourceTitle.empty(),
                        !record.volume.empty(),
                        !record.issue.empty(),
                        !record.pageFirst.empty() || !record.articleNumber.empty(),
                        record.date.year.has_value(),
                        !record.doi.empty(),
                        !record.pmid.empty()};
    return static_cast<int>(std::ranges::count(filled, true));
}

} // namespace

Traits traitsOf(RecordId id, const Record &record, int rank)
{
    Traits traits;
    traits.id = id;
    traits.rank = rank;
    traits.filled = filledOf(record);
    traits.type = record.type;
    traits.title = bareTitle(record.title);
    traits.year = record.date.year.value_or(0);
    traits.doi = record.doi;
    traits.pmid = record.pmid;
    traits.eid = record.eid;
    if (!record.authors.empty()) {
        traits.firstFamily = bare(record.authors.front().family);
        traits.firstGiven = bare(record.authors.front().given);
    }
    traits.families.reserve(record.authors.size());
    for (const PersonName &author : record.authors) {
        traits.families.push_back(static_cast<std::uint32_t>(hashOf(bare(author.family))));
    }
    std::ranges::sort(traits.families);
    traits.journal = journalName(record.sourceTitle);
    traits.isPreprint = isPreprint(traits);
    traits.issn = record.issn;
    traits.volume = numberOf(record.volume);
    traits.issue = numberOf(record.issue);
    traits.pageFirst = pageOf(record.pageFirst.empty() ? record.articleNumber : record.pageFirst);
    traits.pageLast = pageOf(record.pageLast);
    traits.hasAbstract = !record.abstractText.empty();
    traits.abstractEnds = endsOf(record.abstractText);
    return traits;
}

bool comesBefore(const Traits &a, const Traits &b)
{
    const auto key = [](const Traits &traits) {
        return std::tuple_cat(contentOf(traits), std::tie(traits.rank, traits.id));
    };
    return key(a) < key(b);
}

bool saysTheSame(const Traits &a, const Traits &b)
{
    return contentOf(a) == contentOf(b);
}

} // namespace winnow::dedupe
