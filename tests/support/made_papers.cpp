#include "support/made_papers.h"

#include "support/pdf_file.h"

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string_view>

namespace winnow::test {

namespace {

/// Chance that is the same everywhere.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_engine() % count); }

    bool percent(std::size_t share) { return below(100) < share; }

    template <class T>
    const T &oneOf(const T *first, std::size_t count)
    {
        return first[below(count)];
    }

    template <class Values>
    const auto &of(const Values &values)
    {
        return values[below(std::size(values))];
    }

private:
    std::mt19937_64 m_engine;
};

constexpr std::array kSubjects{"mindfulness training",
                               "high-dose vitamin D",
                               "low-dose vitamin D",
                               "aerobic exercise",
                               "resistance exercise",
                               "telephone follow-up",
                               "peer support",
                               "cognitive behavioural therapy",
                               "early mobilisation",
                               "nurse-led education",
                               "financial incentives",
                               "mobile health applications",
                               "probiotic supplementation",
                               "music therapy",
                               "shared decision making",
                               "community health workers",
                               "intermittent fasting",
                               "school meals"};
constexpr std::array kOutcomes{"blood pressure",
                               "glycaemic control",
                               "quality of life",
                               "sleep quality",
                               "depressive symptoms",
                               "anxiety symptoms",
                               "medication adherence",
                               "hospital readmission",
                               "body weight",
                               "physical fitness",
                               "school attendance",
                               "cognitive performance",
                               "self-efficacy",
                               "inflammatory markers"};
constexpr std::array kPeople{"boys",
                             "girls",
                             "older men",
                             "older women",
                             "adults with type 1 diabetes",
                             "adults with type 2 diabetes",
                             "pregnant women",
                             "stroke survivors",
                             "patients with heart failure",
                             "office workers",
                             "adolescents in rural areas",
                             "adolescents in urban areas",
                             "people with chronic hepatitis B",
                             "people with chronic hepatitis C",
                             "children with asthma",
                             "adults with obesity"};
constexpr std::array kDesigns{"",
                              "",
                              ": a randomised controlled trial",
                              ": a pilot study",
                              ": a cohort study",
                              ": a systematic review and meta-analysis",
                              ": findings from a national survey"};
constexpr std::array kFamilies{"Smith",
                               "Wang",
                               "Li",
                               "Garc\xC3\xAD"
                               "a",
                               "M\xC3\xBCller",
                               "Jones",
                               "Okafor",
                               "Nguyen",
                               "Kim",
                               "Tanaka",
                               "De Vries",
                               "O'Brien",
                               "Rossi",
                               "Kowalski",
                               "Andersen",
                               "Hassan",
                               "Van Dijk",
                               "Silva",
                               "Ivanov",
                               "Cohen",
                               "Dubois",
                               "Johansson",
                               "Patel",
                               "Chen",
                               "Brown",
                               "Martin",
                               "Yilmaz",
                               "Haddad",
                               "Fischer",
                               "Santos"};
constexpr std::array kGiven{
    "John", "Mary", "Wei", "Ana", "Peter", "Lucia", "Ahmed", "Ingrid", "Paul", "Sofia", "Ivan", "Keiko"};
constexpr std::array kJournals{"Journal of Behavioral Medicine",
                               "Preventive Medicine Reports",
                               "BMJ Open",
                               "PLOS ONE",
                               "The Lancet Public Health",
                               "Scandinavian Journal of Primary Health Care"};
constexpr std::array kBody{
    "the",      "of",        "participants", "were",      "and",      "in",       "intervention",
    "control",  "group",     "significant",  "baseline",  "weeks",    "measured", "with",
    "outcome",  "effect",    "confidence",   "interval",  "we",       "analysis", "patients",
    "efficacy", "different", "findings",     "influence", "reported", "health",   "study"};

std::string capitals(std::string_view text)
{
    std::string all(text);
    std::ranges::transform(
        all, all.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return all;
}

std::string shortened(std::string_view text, std::size_t most)
{
    return std::string(text.substr(0, text.find(' ', std::min(most, text.size() - 1))));
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

/// Titles, authors and years of one field.
class RecordMaker
{
public:
    explicit RecordMaker(Dice &dice)
        : m_dice(dice)
    {}

    std::vector<Record> make(std::size_t count)
    {
        std::vector<Record> records;
        std::vector<std::string> titles;
        while (records.size() < count) {
            Record record = next(records.size());
            if (std::ranges::find(titles, record.title) == titles.end()) {
                titles.push_back(record.title);
                records.push_back(std::move(record));
                makeSequel(records, titles, count);
            }
        }
        return records;
    }

    std::string title()
    {
        std::string text = m_dice.percent(50) ? "Effects of " : "The influence of ";
        text.append(m_dice.of(kSubjects)).append(" on ").append(m_dice.of(kOutcomes)).append(" in ");
        return text.append(m_dice.of(kPeople)).append(m_dice.of(kDesigns));
    }

private:
    Record next(std::size_t number)
    {
        Record record;
        record.type = RecordType::Article;
        record.title = title();
        for (std::size_t author = 0; author < 1 + m_dice.below(6); ++author) {
            std::string given = m_dice.of(kGiven);
            given += m_dice.percent(40)
                         ? " " + std::string(1, static_cast<char>('A' + m_dice.below(26))) + "."
                         : "";
            record.authors.push_back({m_dice.of(kFamilies), given});
        }
        record.date.year = 2010 + static_cast<int>(m_dice.below(12));
        record.sourceTitle = m_dice.of(kJournals);
        record.volume = std::to_string(1 + m_dice.below(60));
        record.pageFirst = std::to_string(1 + m_dice.below(900));
        if (!m_dice.percent(10)) {
            record.doi = "10.1016/j.jmed." + std::to_string(*record.date.year) + ".01." +
                         std::to_string(1000 + number);
        }
        return record;
    }

    /// One in twenty has a second part, or a trial of its own protocol, by the same authors in the same year.
    void makeSequel(std::vector<Record> &records, std::vector<std::string> &titles, std::size_t count)
    {
        if (!m_dice.percent(5) || records.size() >= count) {
            return;
        }
        Record sequel = records.back();
        if (m_dice.percent(60)) {
            records.back().title += ". Part I";
            titles.back() = records.back().title;
            sequel.title += ". Part II";
        } else {
            sequel.title += ": study protocol";
        }
        if (!sequel.doi.empty()) {
            sequel.doi.replace(sequel.doi.size() - 4, 4, std::to_string(1000 + records.size()));
        }
        titles.push_back(sequel.title);
        records.push_back(std::move(sequel));
    }

    Dice &m_dice;
};

std::string authorList(Dice &dice, const Record &record, bool isByInitials)
{
    std::string all;
    for (const PersonName &author : record.authors) {
        const std::string given =
            isByInitials && !author.given.empty() ? author.given.substr(0, 1) + "." : author.given;
        all += (all.empty() ? "" : ", ") + given + ' ' + author.family;
        all += dice.percent(50) ? std::to_string(1 + dice.below(3)) : "";
    }
    return all;
}

std::string yearOf(const Record &record)
{
    return std::to_string(record.date.year.value_or(2000));
}

std::string citationOf(const Record &record)
{
    std::string all;
    for (const PersonName &author : record.authors) {
        all += author.family + ' ' + author.given.substr(0, 1) + ", ";
    }
    all += record.title + ". " + record.sourceTitle + ". " + yearOf(record) + ";" + record.volume + ":" +
           record.pageFirst + ".";
    return all + (record.doi.empty() ? "" : " doi:" + record.doi);
}

/// What kind of paper beside the report itself.
enum class About { Itself, OtherWord, OtherPart, Erratum, Comment, Unrelated };

/// Prints one paper.
class PaperMaker
{
public:
    PaperMaker(Dice &dice, std::span<const Record> all)
        : m_dice(dice)
        , m_all(all)
    {}

    MadePaper make(const Record &record, About about)
    {
        m_paper = {};
        m_record = record;
        m_hasDoi = m_dice.percent(60) && !record.doi.empty();
        m_isMisread = m_dice.percent(30);
        changeFor(about);
        m_paper.name = fileName();
        addInfo();
        if (m_dice.percent(5)) {
            m_paper.isScanned = true;
            m_paper.pages.resize(2);
            return m_paper;
        }
        if (m_dice.percent(10)) {
            addCover();
        }
        addFirstPage(about == About::Erratum || about == About::Comment ? &record : nullptr);
        addRest();
        return m_paper;
    }

private:
    void changeFor(About about)
    {
        const std::string old = m_record.title;
        switch (about) {
        case About::Itself:
            return;
        case About::OtherWord:
            m_record.title = otherWord(old);
            break;
        case About::OtherPart:
            m_record.title =
                old.ends_with(". Part II") ? old.substr(0, old.size() - 1) + "II" : old + ". Part III";
            break;
        case About::Erratum:
            m_record.title = (m_dice.percent(50) ? "Erratum to: " : "Correction to: ") + old;
            break;
        case About::Comment:
            m_record.title = (m_dice.percent(50) ? "Comment on: " : "Reply to ") + old;
            break;
        case About::Unrelated:
            m_record.title = RecordMaker(m_dice).title() + " revisited";
            break;
        }
        if (!m_record.doi.empty()) {
            m_record.doi =
                "10.1016/j.jmed." + yearOf(m_record) + ".01." + std::to_string(5000 + m_dice.below(4000));
        }
    }

    std::string otherWord(const std::string &title)
    {
        constexpr std::array kOthers{std::pair("boys", "girls"),
                                     std::pair("girls", "boys"),
                                     std::pair("older men", "older women"),
                                     std::pair("older women", "older men"),
                                     std::pair("type 1", "type 2"),
                                     std::pair("type 2", "type 1"),
                                     std::pair("rural", "urban"),
                                     std::pair("urban", "rural"),
                                     std::pair("hepatitis B", "hepatitis C"),
                                     std::pair("hepatitis C", "hepatitis B"),
                                     std::pair("high-dose", "low-dose"),
                                     std::pair("low-dose", "high-dose")};
        for (const auto &[word, other] : kOthers) {
            if (title.find(word) != std::string::npos) {
                return replaced(title, word, other);
            }
        }
        const std::size_t at = title.rfind(" in ");
        return at == std::string::npos ? title + " in mice" : title.substr(0, at) + " in mice";
    }

    std::string fileName()
    {
        const std::string number = std::to_string(m_dice.below(1'000'000));
        const std::string family = m_record.authors.empty() ? "anon" : m_record.authors.front().family;
        switch (m_dice.below(6)) {
        case 0:
            return family + "_" + yearOf(m_record) + "_" + shortened(m_record.title, 30) + ".pdf";
        case 1:
            return m_record.doi.empty() ? "article" + number + ".pdf"
                                        : replaced(m_record.doi, "/", "_") + ".pdf";
        case 2:
            return "1-s2.0-S0140673" + number + "-main.pdf";
        case 3:
            return family + " et al. - " + yearOf(m_record) + ".PDF";
        case 4:
            return "download (" + number + ").pdf";
        default:
            return "paper" + number + ".pdf";
        }
    }

    void addInfo()
    {
        const std::size_t kind = m_dice.below(100);
        constexpr std::array kUseless{
            "Microsoft Word - final3.doc", "untitled", "PII: S0140-6736(19)30041-8", "main.dvi"};
        const std::string title = kind < 30   ? m_record.title
                                  : kind < 50 ? std::string(m_dice.of(kUseless))
                                  : kind < 53 ? m_dice.of(m_all).title // of the file that served as template
                                              : std::string();
        if (!title.empty()) {
            m_paper.info.emplace_back("Title", title);
        }
        if (m_dice.percent(30) && !m_record.authors.empty()) {
            m_paper.info.emplace_back("Author",
                                      m_dice.percent(70) ? m_record.authors.front().family : "user");
        }
        if (m_hasDoi && m_dice.percent(25)) {
            m_paper.info.emplace_back(
                "Subject", m_record.sourceTitle + ", " + m_record.volume + ". doi:" + m_record.doi);
        }
    }

    void addCover()
    {
        auto &page = m_paper.pages.emplace_back();
        page.push_back({14, "University Repository"});
        page.push_back(
            {10, misread("This is the author's version of a work that was accepted for publication.")});
        if (m_dice.percent(50)) {
            page.push_back({10, misread("Citation for published version: " + citationOf(m_record))});
        }
        page.push_back(
            {10, "General rights: you may download one copy for private study. Terms of use apply."});
    }

    void addFirstPage(const Record *discussed)
    {
        auto &page = m_paper.pages.emplace_back();
        if (m_dice.percent(20)) {
            page.push_back({8, "Contents lists available at ScienceDirect"});
        }
        if (m_dice.percent(75)) {
            page.push_back({m_dice.percent(15) ? 20.0 : 9.0, m_record.sourceTitle});
        }
        const bool isOnTop = m_dice.percent(50);
        const std::string doi =
            m_hasDoi ? (m_dice.percent(50) ? "https://doi.org/" : "doi: ") + m_record.doi : "";
        page.push_back(
            {8, misread("Vol. " + m_record.volume + " (" + yearOf(m_record) + ") " + m_record.pageFirst)});
        if (isOnTop && m_hasDoi) {
            page.push_back({8, misread(doi)});
        }
        addHeading(page);
        if (discussed != nullptr) {
            page.push_back({9, misread("This refers to: " + citationOf(*discussed))});
        }
        page.push_back({8, misread("Department of Public Health, University of Somewhere")});
        page.push_back({10, misread("Abstract " + body(150))});
        if (!isOnTop && m_hasDoi) {
            page.push_back(
                {8, misread(doi + " \xC2\xA9 " + yearOf(m_record) + " The Authors. Published by Elsevier.")});
        }
    }

    /// Title and authors, in lines.
    void addHeading(std::vector<PrintedLine> &page)
    {
        const double size = m_dice.percent(85) ? 16 : 10;
        const std::string title = m_dice.percent(15) ? capitals(m_record.title) : m_record.title;
        const PrintedLine authors{size == 10 ? 10.0 : 11.0,
                                  misread(authorList(m_dice, m_record, m_dice.percent(40)))};
        const bool isAuthorFirst = m_dice.percent(3);
        if (isAuthorFirst) {
            page.push_back(authors);
        }
        for (std::string_view rest = title; !rest.empty();) {
            constexpr std::size_t kLine = 44;
            std::size_t end = rest.size() <= kLine ? rest.size() : rest.rfind(' ', kLine);
            std::string line(rest.substr(0, end));
            if (end < rest.size() && m_dice.percent(30)) { // the next word begins on this line
                const std::size_t stop = std::min(rest.find(' ', end + 1), rest.size());
                constexpr std::size_t kLeastPart = 4;
                const std::string_view word = rest.substr(end, stop - end);
                const bool isAscii = std::ranges::all_of(word, [](char c) { return c > 0; });
                if (word.size() > 2 * kLeastPart && isAscii && word.find('-') == std::string_view::npos) {
                    line += std::string(word.substr(0, kLeastPart + 1)) + "-";
                    end += kLeastPart;
                }
            }
            page.push_back({size, misread(line)});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (!isAuthorFirst) {
            page.push_back(authors);
        }
    }

    void addRest()
    {
        m_paper.pages.emplace_back().push_back({10, misread(body(300))});
        const bool isShort = m_dice.percent(20); // references on the second page
        auto &page = isShort ? m_paper.pages.back() : m_paper.pages.emplace_back();
        if (m_dice.percent(85)) {
            page.push_back({11, "References"});
        }
        for (std::size_t number = 1; number <= 8; ++number) {
            page.push_back({9, misread(std::to_string(number) + ". " + citationOf(m_dice.of(m_all)))});
        }
    }

    std::string body(std::size_t words)
    {
        std::string all;
        for (std::size_t word = 0; word < words; ++word) {
            all.append(all.empty() ? "" : " ").append(m_dice.of(kBody));
            if (m_dice.percent(2)) {
                const Record &other = m_dice.of(m_all);
                all += other.authors.empty()
                           ? ""
                           : " (" + other.authors.front().family + ", " + yearOf(other) + ")";
            }
        }
        return all;
    }

    /// With the ligatures of print, and where the paper was scanned with letters that were taken for others:
    /// one or two of a hundred.
    std::string misread(const std::string &text)
    {
        constexpr std::array kMisread{std::pair('e', "c"),
                                      std::pair('c', "e"),
                                      std::pair('l', "1"),
                                      std::pair('i', "l"),
                                      std::pair('o', "0"),
                                      std::pair('m', "rn"),
                                      std::pair('h', "b"),
                                      std::pair('t', "f"),
                                      std::pair('a', "o"),
                                      std::pair('n', "u"),
                                      std::pair('1', "l"),
                                      std::pair('0', "O")};
        if (!m_isMisread) {
            return replaced(replaced(text, "fi", "\xEF\xAC\x81"), "fl", "\xEF\xAC\x82");
        }
        std::string all;
        for (const char c : text) {
            const auto *const found =
                std::ranges::find(kMisread, c, [](const auto &pair) { return pair.first; });
            if (found != kMisread.end() && m_dice.below(1000) < 20) {
                all += found->second;
            } else {
                all += c;
            }
        }
        return all;
    }

    Dice &m_dice;
    std::span<const Record> m_all;
    Record m_record;
    MadePaper m_paper;
    bool m_hasDoi = false;
    bool m_isMisread = false;
};

/// In the encoding of the fonts of pdf_file.h.
std::string encoded(const std::string &text)
{
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            all += text[at];
        } else if (byte == 0xEF) {
            all += text[at + 2] == '\x81' ? '\x01' : '\x02';
            at += 2;
        } else if (byte == 0xC2 || byte == 0xC3) {
            all += static_cast<char>((byte & 3U) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU));
            at += 1;
        } else {
            all += '?';
            at += byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        }
    }
    return all;
}

} // namespace

std::vector<MadePaper> papersOf(const std::vector<Record> &reports, std::uint64_t seed)
{
    Dice dice(seed);
    PaperMaker maker(dice, reports);
    std::vector<MadePaper> papers;
    for (std::size_t report = 0; report < reports.size(); ++report) {
        constexpr std::array kOthers{About::OtherWord,
                                     About::OtherWord,
                                     About::OtherPart,
                                     About::Erratum,
                                     About::Comment,
                                     About::Unrelated};
        const bool isOther = dice.percent(5);
        papers.push_back(maker.make(reports[report], isOther ? dice.of(kOthers) : About::Itself));
        papers.back().report = isOther ? std::nullopt : std::optional(report);
    }
    return papers;
}

MadePapers makePapers(std::size_t count, std::uint64_t seed)
{
    Dice dice(seed);
    MadePapers made{.reports = RecordMaker(dice).make(count), .papers = {}};
    made.papers = papersOf(made.reports, seed + 1);
    return made;
}

std::string pdfOf(const MadePaper &paper)
{
    PdfFile file;
    for (const auto &lines : paper.pages) {
        std::string content = paper.isScanned ? "0.9 g 50 50 400 600 re f\n" : "";
        double y = 800;
        for (const PrintedLine &line : lines) {
            constexpr double kWidth = 480;
            const auto most = static_cast<std::size_t>(kWidth / line.size * 2.1);
            const std::string text = encoded(line.text);
            for (std::string_view rest = text; !rest.empty() && y > 20;) {
                std::size_t end = rest.size() <= most ? rest.size() : rest.rfind(' ', most);
                end = end == std::string_view::npos || end == 0 ? std::min(most, rest.size()) : end;
                y -= line.size * 1.3;
                content += pdfLine(50, y, rest.substr(0, end), "F2", line.size);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            y -= line.size * 0.4;
        }
        file.pages.push_back({.content = std::move(content)});
    }
    for (const auto &[key, value] : paper.info) {
        file.info.emplace_back(key, encoded(value));
    }
    return makePdf(file);
}

} // namespace winnow::test
