#include "publish/support/page_words.h"

#include "publish/support/direction.h"

namespace winnow::publish {

namespace {

constexpr PageWords kEnglish{.skip = "Skip to the text",
                             .contents = "Contents",
                             .table = "Table",
                             .figure = "Figure",
                             .figureInWords = "The figure in words",
                             .filter = "Filter the rows",
                             .rowsShown = "{0} of {1} rows",
                             .record = "Record",
                             .citedIn = "Cited in",
                             .back = "Back to where you were",
                             .quote = "1 quote",
                             .quotes = "{0} quotes",
                             .page = "p. {0}"};

constexpr PageWords kIndonesian{.skip = "Langsung ke isi",
                                .contents = "Daftar isi",
                                .table = "Tabel",
                                .figure = "Gambar",
                                .figureInWords = "Gambar dalam kata-kata",
                                .filter = "Saring baris",
                                .rowsShown = "{0} dari {1} baris",
                                .record = "Rekaman",
                                .citedIn = "Dikutip dalam",
                                .back = "Kembali ke tempat semula",
                                .quote = "1 kutipan",
                                .quotes = "{0} kutipan",
                                .page = "hlm. {0}"};

} // namespace

const PageWords &pageWords(std::string_view language)
{
    return primaryLanguage(language) == "id" ? kIndonesian : kEnglish;
}

std::string filled(std::string_view pattern, std::string_view value)
{
    std::string text(pattern);
    if (const std::size_t at = text.find("{0}"); at != std::string::npos) {
        text.replace(at, 3, value);
    }
    return text;
}

std::string captionOf(std::string_view word, int number, std::string_view caption)
{
    std::string text = number > 0 ? std::string(word) + " " + std::to_string(number) : std::string();
    if (!caption.empty()) {
        text += (text.empty() ? "" : ". ") + std::string(caption);
    }
    return text;
}

std::string tableCaption(const evidence::PrintedTable &table)
{
    return captionOf(pageWords(table.language).table, table.number, table.caption);
}

} // namespace winnow::publish
