#include "formats/support/bibtex_parents.h"

#include "formats/support/bibtex_vocabulary.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxParentBytes = std::size_t{32} << 10U;
constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxTextBytes = std::size_t{128} << 10U;
constexpr std::size_t kMaxWanted = 10'000;
constexpr std::size_t kMaxReferences = 8;
constexpr std::size_t kMaxFields = 100;

constexpr std::array<std::string_view, 11> kParentTypes{"proceedings",
                                                        "mvproceedings",
                                                        "book",
                                                        "mvbook",
                                                        "collection",
                                                        "mvcollection",
                                                        "periodical",
                                                        "reference",
                                                        "mvreference",
                                                        "conference",
                                                        "xdata"};

/// What is true of a whole and of its parts.
constexpr std::array<std::string_view, 21> kInherited{
    "year",    "date",      "month",        "publisher", "volume", "isbn",   "issn",
    "journal", "booktitle", "journaltitle", "series",    "editor", "number", "organization",
    "address", "location",  "institution",  "language",  "langid", "venue",  "eventtitle"};

bool isName(const RawField &field, std::string_view name)
{
    return equalsIgnoringCase(field.name, name);
}

bool hasField(const BibtexEntry &entry, std::string_view name)
{
    return std::ranges::any_of(entry.fields, [&](const RawField &field) { return isName(field, name); });
}

/// The name that a field of a whole has in its part, empty where it is not inherited.
std::string nameInPart(std::string_view name, std::string_view partType)
{
    std::string lower = lowered(name);
    if (lower == "title") {
        const bool isWhole = typeOfBibtexEntry(partType) == RecordType::Book;
        return partType == "article" ? "journaltitle" : isWhole ? "maintitle" : "booktitle";
    }
    const bool isAuthor = lower == "author" && partType == "inbook";
    return isAuthor || std::ranges::find(kInherited, std::string_view(lower)) != kInherited.end()
               ? lower
               : std::string();
}

/// Hands each reference of an entry to `take`: the key and whether it is one to data.
template <class Take>
void forEachReference(const std::vector<RawField> &fields, Take take)
{
    std::size_t count = 0;
    for (const RawField &field : fields) {
        if (count == kMaxReferences) {
            return;
        }
        const bool isData = isName(field, "xdata");
        if (!isData && !isName(field, "crossref")) {
            continue;
        }
        for (const std::string_view key : pieces(std::string_view(field.value).substr(0, 1000), ",")) {
            if (count < kMaxReferences) {
                take(key, isData);
                ++count;
            }
        }
    }
}

} // namespace

bool isBibtexContainer(std::string_view type)
{
    return type == "xdata";
}

void BibtexParents::keep(const BibtexEntry &entry)
{
    const bool isParentType = std::ranges::find(kParentTypes, entry.type) != kParentTypes.end();
    std::string key = lowered(entry.key);
    if (key.empty() || !(isParentType || m_wanted.contains(key))) {
        return;
    }
    std::size_t bytes = entry.raw.size();
    for (const RawField &field : entry.fields) {
        bytes += field.value.size(); // macros may have made more of it
    }
    if (bytes > kMaxParentBytes || m_bytes + bytes > kMaxBytes || entry.fields.size() > kMaxFields) {
        return;
    }
    const auto [place, isNew] = m_parents.try_emplace(std::move(key));
    if (isNew) {
        place->second = {entry.fields, entry.raw, false};
        m_bytes += bytes;
    }
}

/// What an entry refers to, near before far: its parents, then theirs.
std::vector<BibtexParents::Step> BibtexParents::steps(const BibtexEntry &entry)
{
    std::vector<Step> steps;
    const auto add = [&](std::string_view key, bool isData) {
        std::string lower = lowered(key);
        const bool isNew = std::ranges::none_of(steps, [&](const Step &step) { return step.key == lower; });
        if (isNew && steps.size() < kMaxReferences) {
            steps.push_back({std::move(lower), isData, nullptr});
        }
    };
    forEachReference(entry.fields, add);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto found = m_parents.find(steps[i].key);
        if (found != m_parents.end()) {
            steps[i].parent = &found->second;
            const bool isWithinData = steps[i].isData;
            forEachReference(found->second.fields,
                             [&](std::string_view key, bool isData) { add(key, isWithinData && isData); });
        }
    }
    return steps;
}

std::string BibtexParents::missing(const BibtexEntry &entry)
{
    for (Step &step : steps(entry)) {
        if (step.parent == nullptr) {
            if (m_wanted.size() < kMaxWanted) {
                m_wanted.insert(step.key);
            }
            return std::move(step.key);
        }
    }
    return {};
}

void BibtexParents::inheritFrom(const Parent &parent, bool isData, BibtexEntry &entry)
{
    // The title last: where the whole tells its book title, that is the one for its parts.
    for (const bool isTitleTurn : {false, true}) {
        for (const RawField &field : parent.fields) {
            const bool isReference = isName(field, "crossref") || isName(field, "xdata");
            if (isReference || isName(field, "title") != isTitleTurn) {
                continue;
            }
            std::string name = isData ? field.name : nameInPart(field.name, entry.type);
            if (!name.empty() && !hasField(entry, name)) {
                entry.fields.push_back({std::move(name), field.value});
            }
        }
    }
}

void BibtexParents::inherit(BibtexEntry &entry)
{
    if (entry.fields.size() > kMaxFields) {
        return;
    }
    for (const Step &step : steps(entry)) {
        if (step.parent != nullptr) {
            show(*step.parent);
            inheritFrom(*step.parent, step.isData, entry);
        }
    }
}

void BibtexParents::show(Parent &parent)
{
    const std::size_t open = parent.raw.find_first_of("{(");
    if (!parent.isShown && open != std::string::npos && m_text.size() + parent.raw.size() <= kMaxTextBytes) {
        m_text.append("@xdata").append(parent.raw, open);
        parent.isShown = true;
    }
}

} // namespace winnow::formats
