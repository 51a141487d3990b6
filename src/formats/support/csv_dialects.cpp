#include "formats/support/csv_dialects.h"

#include "formats/support/strings.h"
#include "formats/support/wos_fields.h"
#include "text/encoding.h"
#include "text/fold.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

using enum FieldKind;

/// What columns mean, whoever wrote the file; reduced to letters and digits.
constexpr std::array kColumns{
    FieldRule{"title", Title, 0},
    FieldRule{"titles", Title, 1},
    FieldRule{"primarytitle", Title, 1},
    FieldRule{"titleprimary", Title, 1},
    FieldRule{"articletitle", Title, 1},
    FieldRule{"documenttitle", Title, 1},
    FieldRule{"itemtitle", Title, 1},
    FieldRule{"displayname", Title, 3},
    FieldRule{"originaltitle", Title, 4},
    FieldRule{"authorfullnames", Authors, 0},
    FieldRule{"authors", Authors, 1},
    FieldRule{"author", Authors, 1},
    FieldRule{"authornames", Authors, 1},
    FieldRule{"authorsprimary", Authors, 1},
    FieldRule{"firstauthors", Authors, 1},
    FieldRule{"firstauthor", Authors, 3},
    FieldRule{"abstract", Abstract, 0},
    FieldRule{"abstractnote", Abstract, 1},
    FieldRule{"notesabstract", Abstract, 1},
    FieldRule{"originalabstract", Abstract, 2},
    FieldRule{"sourcetitle", SourceTitle, 0},
    FieldRule{"journal", SourceTitle, 1},
    FieldRule{"journaltitle", SourceTitle, 1},
    FieldRule{"journalbook", SourceTitle, 1},
    FieldRule{"publicationtitle", SourceTitle, 1},
    FieldRule{"pubtitle", SourceTitle, 1},
    FieldRule{"periodicalfull", SourceTitle, 1},
    FieldRule{"containertitle", SourceTitle, 1},
    FieldRule{"secondarytitle", SourceTitle, 2},
    FieldRule{"publication", SourceTitle, 3},
    FieldRule{"journalabbreviation", SourceTitle, 5},
    FieldRule{"periodicalabbrev", SourceTitle, 5},
    FieldRule{"abbreviatedsourcetitle", SourceTitle, 5},
    FieldRule{"volume", Volume, 0},
    FieldRule{"journalvolume", Volume, 1},
    FieldRule{"issue", Issue, 0},
    FieldRule{"issuenumber", Issue, 1},
    FieldRule{"journalissue", Issue, 1},
    FieldRule{"number", Issue, 2},
    FieldRule{"artno", ArticleNumber, 0},
    FieldRule{"articlenumber", ArticleNumber, 0},
    FieldRule{"pagestart", PageFirst, 0},
    FieldRule{"startpage", PageFirst, 0},
    FieldRule{"pagefirst", PageFirst, 0},
    FieldRule{"firstpage", PageFirst, 0},
    FieldRule{"pageend", PageLast, 0},
    FieldRule{"endpage", PageLast, 0},
    FieldRule{"pagelast", PageLast, 0},
    FieldRule{"pages", Pages, 0},
    FieldRule{"date", Date, 1},
    FieldRule{"publicationdate", Date, 1},
    FieldRule{"datepublished", Date, 1},
    FieldRule{"pubdate", Date, 1},
    FieldRule{"year", Date, 0},
    FieldRule{"publicationyear", Date, 0},
    FieldRule{"publishedyear", Date, 0},
    FieldRule{"pubyear", Date, 0},
    FieldRule{"month", Month, 2},
    FieldRule{"publishedmonth", Month, 2},
    FieldRule{"day", Day, 3},
    FieldRule{"doi", Doi, 0},
    FieldRule{"itemdoi", Doi, 1},
    FieldRule{"digitalobjectidentifier", Doi, 1},
    FieldRule{"pmid", Pmid, 0},
    FieldRule{"pubmedid", Pmid, 0},
    FieldRule{"medlinepmid", Pmid, 0},
    FieldRule{"pmcid", Pmcid, 0},
    FieldRule{"eid", Eid, 0},
    FieldRule{"issn", Issns, 0},
    FieldRule{"issns", Issns, 0},
    FieldRule{"eissn", Issns, 1},
    FieldRule{"isbnissn", SerialNumbers, 0},
    FieldRule{"isbn", SerialNumbers, 0},
    FieldRule{"isbns", SerialNumbers, 0},
    FieldRule{"publisher", Publisher, 0},
    FieldRule{"language", Language, 0},
    FieldRule{"languageoforiginaldocument", Language, 0},
    FieldRule{"articlelanguage", Language, 0},
    FieldRule{"url", Url, 0},
    FieldRule{"link", Url, 0},
    FieldRule{"urls", Url, 1},
    FieldRule{"articleurl", Url, 1},
    FieldRule{"documenturl", Url, 1},
    FieldRule{"plink", Url, 2},
    FieldRule{"externalurl", Url, 3},
    FieldRule{"authorkeywords", Keywords, 0},
    FieldRule{"keywords", Keywords, 0},
    FieldRule{"keyword", Keywords, 0},
    FieldRule{"manualtags", Keywords, 0},
    FieldRule{"identifierkeywords", Keywords, 0},
    FieldRule{"indexkeywords", IndexTerms, 0},
    FieldRule{"indexedkeywords", IndexTerms, 0},
    FieldRule{"indexterms", IndexTerms, 0},
    FieldRule{"keywordsplus", IndexTerms, 0},
    FieldRule{"mesh", IndexTerms, 0},
    FieldRule{"meshterms", IndexTerms, 0},
    FieldRule{"meshheading", IndexTerms, 0},
    FieldRule{"ieeeterms", IndexTerms, 0},
    FieldRule{"emtreemedicalindextermsmajorfocus", IndexTerms, 0},
    FieldRule{"emtreemedicalindexterms", IndexTerms, 0},
    FieldRule{"emtreedrugindextermsmajorfocus", IndexTerms, 0},
    FieldRule{"emtreedrugindexterms", IndexTerms, 0},
    FieldRule{"subjects", IndexTerms, 0},
    FieldRule{"notes", Note, 0},
    FieldRule{"documenttype", TypeLabel, 0},
    FieldRule{"type", TypeLabel, 1},
    FieldRule{"itemtype", TypeLabel, 1},
    FieldRule{"contenttype", TypeLabel, 1},
    FieldRule{"publicationtype", TypeLabel, 2},
    FieldRule{"doctype", TypeLabel, 2},
    FieldRule{"typeofreference", TypeLabel, 3},
    FieldRule{"referencetype", TypeLabel, 3},
    // German, French, Spanish, Portuguese, Italian
    FieldRule{"titel", Title, 1},
    FieldRule{"titre", Title, 1},
    FieldRule{"titulo", Title, 1},
    FieldRule{"titolo", Title, 1},
    FieldRule{"autoren", Authors, 1},
    FieldRule{"autor", Authors, 1},
    FieldRule{"auteurs", Authors, 1},
    FieldRule{"auteur", Authors, 1},
    FieldRule{"autores", Authors, 1},
    FieldRule{"autori", Authors, 1},
    FieldRule{"autore", Authors, 1},
    FieldRule{"jahr", Date, 1},
    FieldRule{"annee", Date, 1},
    FieldRule{"ano", Date, 1},
    FieldRule{"anno", Date, 1},
    FieldRule{"erscheinungsjahr", Date, 1},
    FieldRule{"zusammenfassung", Abstract, 1},
    FieldRule{"kurzfassung", Abstract, 1},
    FieldRule{"resume", Abstract, 1},
    FieldRule{"resumen", Abstract, 1},
    FieldRule{"resumo", Abstract, 1},
    FieldRule{"riassunto", Abstract, 1},
    FieldRule{"summary", Abstract, 1},
    FieldRule{"zeitschrift", SourceTitle, 1},
    FieldRule{"revue", SourceTitle, 1},
    FieldRule{"revista", SourceTitle, 1},
    FieldRule{"rivista", SourceTitle, 1},
    FieldRule{"schlagworter", Keywords, 1},
    FieldRule{"schlagworte", Keywords, 1},
    FieldRule{"motscles", Keywords, 1},
    FieldRule{"palabrasclave", Keywords, 1},
    FieldRule{"palavraschave", Keywords, 1},
    FieldRule{"parolechiave", Keywords, 1},
    FieldRule{"band", Volume, 1},
    FieldRule{"jahrgang", Volume, 1},
    FieldRule{"volumen", Volume, 1},
    FieldRule{"heft", Issue, 1},
    FieldRule{"numero", Issue, 1},
    FieldRule{"seiten", Pages, 1},
    FieldRule{"paginas", Pages, 1},
    FieldRule{"pagine", Pages, 1},
    FieldRule{"verlag", Publisher, 1},
    FieldRule{"editorial", Publisher, 1},
    FieldRule{"editora", Publisher, 1},
    FieldRule{"editeur", Publisher, 1},
    FieldRule{"sprache", Language, 1},
    FieldRule{"langue", Language, 1},
    FieldRule{"idioma", Language, 1},
    FieldRule{"lingua", Language, 1},
};

/// Each name of each line that may be the header is looked up.
constexpr auto kColumnsByName = [] {
    auto sorted = kColumns;
    std::ranges::sort(sorted, {}, &FieldRule::name);
    return sorted;
}();
static_assert(std::ranges::adjacent_find(kColumnsByName, {}, &FieldRule::name) == kColumnsByName.end());

constexpr std::array<std::string_view, 2> kOwn{"titleabstractverdict", "fulltextverdict"};
constexpr std::array<std::string_view, 2> kScopus{"eid", "sourcetitle"};
constexpr std::array<std::string_view, 3> kScopusLink{"link", "sourcetitle", "citedby"};
constexpr std::array<std::string_view, 1> kScopusKey{"eid"};
constexpr std::array<std::string_view, 3> kPubMed{"pmid", "citation", "createdate"};
constexpr std::array<std::string_view, 1> kPubMedKey{"pmid"};
constexpr std::array<std::string_view, 2> kEmbase{"emtreemedicalindextermsmajorfocus", "authornames"};
constexpr std::array<std::string_view, 2> kEmbaseKey{"embaseaccessionid", "pui"};
constexpr std::array<std::string_view, 2> kCinahl{"accessionnumber", "plink"};
constexpr std::array<std::string_view, 1> kAccessionKey{"accessionnumber"};
constexpr std::array<std::string_view, 1> kCochrane{"centralid"};
constexpr std::array<std::string_view, 2> kIeee{"documenttitle", "pdflink"};
constexpr std::array<std::string_view, 3> kSpringer{"itemtitle", "itemdoi", "bookseriestitle"};
constexpr std::array<std::string_view, 1> kLens{"lensid"};
constexpr std::array<std::string_view, 2> kZotero{"key", "itemtype"};
constexpr std::array<std::string_view, 1> kZoteroKey{"key"};
constexpr std::array<std::string_view, 1> kCovidence{"covidence"};
constexpr std::array<std::string_view, 3> kRayyan{"key", "pubmedid", "pmcid"};
constexpr std::array<std::string_view, 2> kPublishOrPerish{"gsrank", "querydate"};
constexpr std::array<std::string_view, 2> kOpenAlex{"displayname", "publicationyear"};
constexpr std::array<std::string_view, 3> kOpenAlexWeb{"id", "doi", "displayname"};
constexpr std::array<std::string_view, 3> kProQuest{"sourcetype", "alphadate", "documenturl"};
constexpr std::array<std::string_view, 4> kWosTags{"pt", "au", "so", "ut"};
constexpr std::array<std::string_view, 1> kWosTagsKey{"ut"};
constexpr std::array<std::string_view, 2> kWosNames{"articletitle", "utuniquewosid"};
constexpr std::array<std::string_view, 1> kWosNamesKey{"utuniquewosid"};
constexpr std::array<std::string_view, 2> kAbstrackr{"internalid", "sourceid"};
constexpr std::array<std::string_view, 2> kAbstrackrKey{"sourceid", "internalid"};
constexpr std::array<std::string_view, 4> kAnyKey{"id", "recordid", "key", "internalid"};

constexpr std::string_view kNoAbstracts =
    "The CSV files of PubMed hold no abstracts; save the search as PubMed (.nbib) to screen with them.";

constexpr std::array kDialects{
    CsvDialect{{}, kOwn, kZoteroKey, false, false, {}},
    CsvDialect{"Scopus", kScopus, kScopusKey, true, true, {}},
    CsvDialect{"Scopus", kScopusLink, kScopusKey, true, true, {}},
    CsvDialect{"PubMed", kPubMed, kPubMedKey, true, false, kNoAbstracts},
    CsvDialect{"Embase", kEmbase, kEmbaseKey, true, false, {}},
    CsvDialect{"CINAHL", kCinahl, kAccessionKey, true, false, {}},
    CsvDialect{"Cochrane Library", kCochrane, kCochrane, true, false, {}},
    CsvDialect{"IEEE Xplore", kIeee, {}, true, false, {}},
    CsvDialect{"SpringerLink", kSpringer, {}, true, false, {}, nullptr, gluedNames},
    CsvDialect{"Lens", kLens, kLens, true, false, {}},
    CsvDialect{"Zotero", kZotero, kZoteroKey, false, false, {}},
    CsvDialect{"Covidence", kCovidence, kCovidence, false, false, {}},
    CsvDialect{"Rayyan", kRayyan, kZoteroKey, false, false, {}},
    CsvDialect{"Publish or Perish", kPublishOrPerish, {}, false, false, {}, nullptr, initialsFirstNames},
    CsvDialect{"OpenAlex", kOpenAlexWeb, kAnyKey, true, false, {}},
    CsvDialect{"OpenAlex", kOpenAlex, kAnyKey, true, false, {}},
    CsvDialect{"ProQuest", kProQuest, {}, true, false, {}},
    CsvDialect{"Web of Science", kWosTags, kWosTagsKey, true, false, {}, wosFields},
    CsvDialect{"Web of Science", kWosNames, kWosNamesKey, true, false, {}},
    CsvDialect{"Abstrackr", kAbstrackr, kAbstrackrKey, false, false, {}},
};

constexpr CsvDialect kGeneral{{}, {}, kAnyKey, false, false, {}};

} // namespace

const CsvDialect &csvDialectOf(std::span<const std::string> names)
{
    const auto isThere = [&](std::string_view wanted) {
        return std::ranges::find(names, wanted) != names.end();
    };
    const auto *const found = std::ranges::find_if(kDialects, [&](const CsvDialect &dialect) {
        return std::ranges::all_of(dialect.signature, isThere);
    });
    return found == kDialects.end() ? kGeneral : *found;
}

std::string nameOfColumn(std::string_view column)
{
    const std::string folded = text::isAscii(column) ? lowered(column) : text::fold(column);
    std::string name;
    std::ranges::copy_if(folded, std::back_inserter(name), [](char c) { return isLetter(c) || isDigit(c); });
    return name;
}

const FieldRule *csvColumnRule(const CsvDialect &dialect, std::string_view name)
{
    if (dialect.columns != nullptr) {
        const auto own = dialect.columns();
        const auto found = std::ranges::find(own, name, &FieldRule::name);
        return found == own.end() ? nullptr : &*found;
    }
    const auto *const found = std::ranges::lower_bound(kColumnsByName, name, {}, &FieldRule::name);
    return found == kColumnsByName.end() || found->name != name ? nullptr : found;
}

} // namespace winnow::formats
