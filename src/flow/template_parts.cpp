#include "flow/template_parts.h"

#include <algorithm>

namespace winnow::flow {

namespace {

constexpr std::string_view kItalic = "<i>";
constexpr std::string_view kUpright = "</i>";

void replaceAll(std::string &text, std::string_view mark, std::string_view by)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
        text.replace(at, mark.size(), by);
    }
}

/// The name of a line by that of its entries: "database_results" by "database_specific_results".
std::string lineOf(std::string_view name)
{
    std::string line(name);
    if (const std::size_t at = line.find("_specific"); at != std::string::npos) {
        line.erase(at, std::string_view("_specific").size());
    }
    return line;
}

/// Of a total and the entries below it, the entries alone are to be marked.
void unmarkTotals(std::vector<TemplateLine> &lines)
{
    for (std::size_t i = 1; i < lines.size(); ++i) {
        TemplateLine &total = lines[i - 1];
        for (std::size_t entry = i; total.indent == 0 && entry < lines.size() && lines[entry].indent > 0;
             ++entry) {
            total.isOutside = total.isOutside && !lines[entry].isOutside;
        }
    }
}

bool contains(const std::vector<std::string> &notes, std::string_view note)
{
    return std::ranges::find(notes, note) != notes.end();
}

} // namespace

Filler::Filler(const Numbers &numbers, const DiagramOptions &options)
    : m_numbers(numbers)
    , m_options(options)
    , m_isBlank(flow::isBlank(numbers))
{}

bool Filler::isLeftOut(const Number &number, std::string_view name, Need need) const
{
    if (m_options.hidden.contains(name)) {
        return true;
    }
    const bool isZero = number.value == 0;
    if (isZero && m_options.zeroLines == ZeroLines::Hidden && need != Need::Always) {
        return true;
    }
    if (isZero && m_options.zeroLines == ZeroLines::OptionalHidden && need == Need::NotZero) {
        return true;
    }
    return need != Need::Always && !number.isDrawn() && !m_isBlank;
}

void Filler::addLine(TemplateBox &box,
                     std::string_view words,
                     const Number &number,
                     std::string_view name,
                     Need need,
                     int indent,
                     std::string_view entry) const
{
    if (!isLeftOut(number, name, need)) {
        const std::string_view space = words.empty() ? "" : " ";
        box.lines.push_back({std::string(words).append(space) + m_options.texts.number(number),
                             std::string(name),
                             indent,
                             {},
                             isOutside(name, entry)});
    }
}

bool Filler::isOutside(std::string_view name, std::string_view entry) const
{
    const std::string line = lineOf(name);
    return std::ranges::any_of(m_numbers.outside, [&](const OutsideNumber &number) {
        return toString(number.line) == line && (entry.empty() || number.name == entry);
    });
}

void Filler::addPair(
    TemplateBox &box, std::string_view words, const Number &number, std::string_view name, Need need) const
{
    if (!isLeftOut(number, name, need)) {
        box.lines.push_back({std::string(words), std::string(name), 0, {}});
        box.lines.push_back({m_options.texts.number(number), std::string(name), 0, {}, isOutside(name, {})});
    }
}

void Filler::addWords(TemplateBox &box, std::string words) const
{
    TemplateLine line;
    const std::size_t begin = words.find(kItalic);
    const std::size_t end = words.find(kUpright);
    if (begin != std::string::npos && end != std::string::npos && begin < end) {
        std::string italic = words.substr(begin + kItalic.size(), end - begin - kItalic.size());
        replaceAll(italic, " ", "\u00A0"); // so that it stays one piece
        words.replace(begin, end + kUpright.size() - begin, italic);
        line.italic = std::move(italic);
    }
    line.text = std::move(words);
    box.lines.push_back(std::move(line));
}

void Filler::addList(TemplateBox &box,
                     const std::vector<Line> &lines,
                     std::string_view name,
                     int indent) const
{
    for (const Line &line : lines) {
        addLine(box, m_options.texts.source(line.name), line.number, name, Need::Known, indent, line.name);
    }
}

TemplateBox Filler::pairBox(
    std::string id, std::string_view words, const Number &number, std::string_view name, BoxKind kind) const
{
    TemplateBox box{std::move(id), kind, {}};
    addPair(box, words, number, name);
    return box;
}

void Filler::finish(Template &result) const
{
    addExtras(result);
    hide(result);
    if (m_options.withRemarks) {
        markOutside(result);
        for (const std::string &remark : m_numbers.remarks) {
            result.footnotes.push_back(remark);
        }
    }
    result.language = text("language");
    result.isCentred = m_options.texts.isCentred();
    for (const std::string &note : m_options.notes) {
        if (!note.empty() && !contains(result.footnotes, note)) {
            result.footnotes.push_back(note);
        }
    }
    if (m_options.withAttribution && m_options.texts.hasOfficialNotes()) {
        result.footnotes.push_back(result.attribution);
    }
    if (m_options.isDraft) {
        result.draft = draftSentence();
    }
}

/// A dagger at each number that is not all Winnow's own, and where they come from.
void Filler::markOutside(Template &result) const
{
    bool isMarked = false;
    for (Lane &lane : result.lanes) {
        for (Rung &rung : lane.rungs) {
            for (TemplateBox *const box : {&rung.main, &rung.side}) {
                unmarkTotals(box->lines);
                for (TemplateLine &line : box->lines) {
                    line.text += line.isOutside ? "\u2020" : "";
                    isMarked = isMarked || line.isOutside;
                }
            }
        }
    }
    if (!isMarked) {
        return;
    }
    std::vector<std::string> sources;
    for (const OutsideNumber &number : m_numbers.outside) {
        if (!number.note.empty() && !contains(sources, number.note)) {
            sources.push_back(number.note);
        }
    }
    std::string note = text("note.outside");
    for (std::size_t i = 0; i < sources.size(); ++i) {
        note += (i == 0 ? ": " : "; ") + sources[i];
    }
    result.footnotes.push_back(note + ".");
}

void Filler::addExtras(Template &result) const
{
    const auto rungOf = [&](const std::string &id) -> std::pair<Lane *, std::size_t> {
        for (Lane &lane : result.lanes) {
            for (std::size_t i = 0; i < lane.rungs.size(); ++i) {
                if (lane.rungs[i].main.id == id || lane.rungs[i].side.id == id) {
                    return {&lane, i};
                }
            }
        }
        return {nullptr, 0};
    };
    for (const ExtraLine &extra : m_options.extraLines) {
        if (const auto [lane, i] = rungOf(extra.box); lane != nullptr) {
            TemplateBox &box =
                lane->rungs[i].main.id == extra.box ? lane->rungs[i].main : lane->rungs[i].side;
            addLine(box, extra.line.name, extra.line.number, "extra", Need::Always);
        }
    }
    int count = 0;
    for (const ExtraRow &extra : m_options.extraRows) {
        const auto [lane, found] = rungOf(extra.after);
        if (lane == nullptr) {
            continue;
        }
        std::size_t before = found; // behind what leaves from the same box
        while (before + 1 < lane->rungs.size() && !lane->rungs[before + 1].main.isDrawn()) {
            ++before;
        }
        const std::string id = "extra" + std::to_string(++count);
        const std::size_t step = lane->rungs[before].step + 1;
        const BoxKind kind = lane->rungs[found].main.kind;
        const Step same = result.steps[step - 1];
        result.steps.insert(result.steps.begin() + static_cast<std::ptrdiff_t>(step), same);
        for (Lane &other : result.lanes) {
            for (Rung &rung : other.rungs) {
                rung.step += rung.step >= step ? 1 : 0;
            }
        }
        Rung rung{step, pairBox(id, extra.main.name, extra.main.number, "extra", kind)};
        if (!extra.side.name.empty()) {
            rung.side = pairBox(id + "_side", extra.side.name, extra.side.number, "extra", kind);
        }
        lane->rungs.insert(lane->rungs.begin() + static_cast<std::ptrdiff_t>(before) + 1, std::move(rung));
    }
}

void Filler::hide(Template &result) const
{
    for (Lane &lane : result.lanes) {
        for (Rung &rung : lane.rungs) {
            for (TemplateBox *const box : {&rung.main, &rung.side}) {
                if (m_options.hidden.contains(box->id)) {
                    box->lines.clear();
                }
            }
            if (!rung.main.isDrawn() && m_options.hidden.contains(rung.main.id)) {
                rung.side.lines.clear(); // the whole row
            }
        }
        std::erase_if(lane.rungs,
                      [](const Rung &rung) { return !rung.main.isDrawn() && !rung.side.isDrawn(); });
    }
    std::erase_if(result.lanes, [](const Lane &lane) { return lane.rungs.empty(); });
}

std::string Filler::draftSentence() const
{
    const std::int64_t records = m_numbers.awaitingScreening.value.value_or(0);
    const std::int64_t reports = m_numbers.reports.notAssessedYet.value.value_or(0) +
                                 m_numbers.otherReports.notAssessedYet.value.value_or(0);
    const std::string_view key = records > 0 && reports > 0 ? "draft.both"
                                 : records > 0              ? "draft.screening"
                                 : reports > 0              ? "draft.assessment"
                                                            : "draft.draft";
    std::string sentence = text(key);
    replaceAll(sentence, "{n}", m_options.texts.number({records > 0 ? records : reports, {}}));
    replaceAll(sentence, "{m}", m_options.texts.number({reports, {}}));
    return sentence;
}

bool Lane::hasSide() const
{
    return std::ranges::any_of(rungs, [](const Rung &rung) { return rung.side.isDrawn() || rung.isWide; });
}

Template fill(const Numbers &numbers, const DiagramOptions &options)
{
    const Filler filler(numbers, options);
    Template result = numbers.variant == Variant::Prisma2009 ? fill2009(filler) : fill2020(filler);
    result.title = filler.text("title." + std::string(toString(numbers.variant)));
    filler.finish(result);
    return result;
}

} // namespace winnow::flow
