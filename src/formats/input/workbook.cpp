#include "formats/input/workbook.h"

#include "formats/support/csv_rows.h"
#include "formats/support/strings.h"
#include "formats/support/xml_records.h"
#include "formats/support/xml_tree.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>
#include <map>
#include <set>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxPartBytes = std::size_t{16} << 20U;
constexpr std::size_t kMaxSharedBytes = std::size_t{1} << 30U;
constexpr std::size_t kMaxColumns = 1000;

constexpr std::array<std::string_view, 2> kRows{"row", "x:row"};
constexpr std::array<std::string_view, 2> kSharedItems{"si", "x:si"};

/// The element names without their prefix: some programs write x:row for row.
std::string_view plainName(pugi::xml_node node)
{
    const std::string_view name = node.name();
    return name.substr(name.rfind(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    return node.find_child([&](pugi::xml_node candidate) { return plainName(candidate) == name; });
}

Result<void> parsePart(const ZipArchive &archive, const std::string &member, pugi::xml_document &document)
{
    auto bytes = archive.bytes(member, kMaxPartBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    if (const auto parsed = document.load_buffer(bytes->data(), bytes->size()); !parsed) {
        return Error{ErrorCode::WrongFormat,
                     "The workbook is damaged (" + member + ": " + parsed.description() +
                         "); save it again, or save the sheet as CSV.",
                     {},
                     {}};
    }
    return {};
}

/// "B12" -> 1; nothing for text that is no cell, or beyond kMaxColumns.
std::optional<std::size_t> columnOf(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (!isLetter(c)) {
            break;
        }
        column = column * 26 + static_cast<std::size_t>((c & ~0x20) - 'A') + 1;
        if (column > kMaxColumns) {
            return std::nullopt;
        }
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// The text of a shared or inline string: its runs one after another, without phonetic hints.
std::string runsOf(pugi::xml_node item)
{
    std::string text;
    for (const pugi::xml_node part : item.children()) {
        if (plainName(part) == "t") {
            text += xmlText(part);
        } else if (plainName(part) == "r") {
            text += xmlText(child(part, "t"));
        }
    }
    return text;
}

Result<std::vector<std::string>> sharedTexts(const ZipArchive &archive)
{
    std::vector<std::string> texts;
    constexpr std::string_view kMember = "xl/sharedStrings.xml";
    if (!archive.has(kMember)) {
        return texts;
    }
    auto source = archive.source(std::string(kMember));
    if (!source) {
        return std::move(source).error();
    }
    auto input = TextInput::from(*std::move(source));
    if (!input) {
        return std::move(input).error();
    }
    XmlRecords items(*input, kSharedItems);
    XmlElement element;
    std::size_t bytes = 0;
    while (items.next(element) && bytes < kMaxSharedBytes) {
        XmlTree tree;
        texts.push_back(tree.parse(element) ? runsOf(tree.root()) : std::string());
        bytes += texts.back().size();
    }
    if (auto status = input->status(); !status) {
        return std::move(status).error();
    }
    return texts;
}

/// Numbers of the cell formats that show a date, by the built-in numbers 14 to 17 and 22 and by formats of
/// the workbook's own that name the year.
Result<std::set<std::size_t>> dateStyles(const ZipArchive &archive)
{
    std::set<std::size_t> styles;
    constexpr std::string_view kMember = "xl/styles.xml";
    if (!archive.has(kMember)) {
        return styles;
    }
    pugi::xml_document document;
    if (auto parsed = parsePart(archive, std::string(kMember), document); !parsed) {
        return std::move(parsed).error();
    }
    std::set<int> dates{14, 15, 16, 17, 22};
    for (const pugi::xml_node format : child(document.document_element(), "numFmts").children()) {
        if (std::string_view(format.attribute("formatCode").value()).find("yy") != std::string_view::npos) {
            dates.insert(format.attribute("numFmtId").as_int());
        }
    }
    std::size_t number = 0;
    for (const pugi::xml_node style : child(document.document_element(), "cellXfs").children()) {
        if (dates.contains(style.attribute("numFmtId").as_int())) {
            styles.insert(number);
        }
        ++number;
    }
    return styles;
}

/// A number as people write it: 2024, not 2.024E3.
std::string plainNumber(const std::string &text)
{
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr double kLargestWhole = 9e15;
    if (failure != std::errc() || end != text.data() + text.size() || std::abs(number) > kLargestWhole ||
        number != std::floor(number)) {
        return text;
    }
    return std::to_string(static_cast<std::int64_t>(number));
}

/// Days since 1899-12-30, as Excel counts them.
std::string dateText(const std::string &text)
{
    using std::chrono::days;
    using std::chrono::sys_days;
    using std::chrono::year;
    using std::chrono::year_month_day;
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr double kYear9999 = 2'958'465;
    if (failure != std::errc() || number < 61 || number > kYear9999) {
        return text;
    }
    const year_month_day date(sys_days(year{1899} / std::chrono::December / 30) +
                              days(static_cast<int>(number)));
    const auto two = [](unsigned part) { return (part < 10 ? "-0" : "-") + std::to_string(part); };
    return std::to_string(static_cast<int>(date.year())) + two(static_cast<unsigned>(date.month())) +
           two(static_cast<unsigned>(date.day()));
}

/// Writes a sheet as CSV, one row at a time.
class SheetSource final : public ByteSource
{
public:
    SheetSource(TextInput input, std::vector<std::string> texts, std::set<std::size_t> dates)
        : m_input(std::move(input))
        , m_texts(std::move(texts))
        , m_dates(std::move(dates))
        , m_rows(m_input, kRows)
    {}

    Result<std::size_t> read(char *to, std::size_t size) override
    {
        while (m_at == m_csv.size()) {
            m_csv.clear();
            m_at = 0;
            XmlElement element;
            if (!m_rows.next(element)) {
                if (auto status = m_input.status(); !status) {
                    return std::move(status).error();
                }
                return std::size_t{0};
            }
            appendRow(element);
        }
        const std::size_t count = std::min(size, m_csv.size() - m_at);
        std::memcpy(to, m_csv.data() + m_at, count);
        m_at += count;
        return count;
    }

    [[nodiscard]] std::int64_t consumed() const override { return m_input.bytesRead(); }

    [[nodiscard]] std::int64_t total() const override { return m_input.bytesTotal(); }

private:
    void appendRow(const XmlElement &element)
    {
        XmlTree tree;
        if (!tree.parse(element)) {
            m_csv = "\n";
            return;
        }
        std::size_t next = 0;
        std::size_t written = 0;
        for (const pugi::xml_node cell : tree.root().children()) {
            const std::string_view reference = cell.attribute("r").value();
            const auto column = reference.empty() ? std::optional(next) : columnOf(reference);
            if (plainName(cell) != "c" || !column || *column < next || *column >= kMaxColumns) {
                continue;
            }
            m_csv.append(*column - written, ',');
            written = *column;
            next = *column + 1;
            appendCsvField(m_csv, textOf(cell));
        }
        // Programs leave out the empty cells at the end of a row.
        m_columns = m_columns == 0 ? next : m_columns;
        if (next > 0 && next < m_columns) {
            m_csv.append(m_columns - written - 1, ',');
        }
        m_csv += '\n';
    }

    [[nodiscard]] std::string textOf(pugi::xml_node cell) const
    {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr") {
            return runsOf(child(cell, "is"));
        }
        std::string value = xmlText(child(cell, "v"));
        if (type == "s") {
            std::size_t number = 0;
            std::from_chars(value.data(), value.data() + value.size(), number);
            return number < m_texts.size() ? m_texts[number] : std::string();
        }
        if (type.empty() || type == "n") {
            const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
            return m_dates.contains(style) ? dateText(value) : plainNumber(value);
        }
        return type == "e" ? std::string() : value; // an error such as #N/A says nothing
    }

    TextInput m_input;
    std::vector<std::string> m_texts;
    std::set<std::size_t> m_dates;
    XmlRecords m_rows;
    std::string m_csv;
    std::size_t m_at = 0;
    std::size_t m_columns = 0; ///< of the first row that has any
};

} // namespace

bool isWorkbook(const ZipArchive &archive)
{
    return archive.has("xl/workbook.xml");
}

Result<std::vector<Sheet>> sheetsOf(const ZipArchive &archive)
{
    pugi::xml_document workbook;
    pugi::xml_document relations;
    for (const auto &[member, document] :
         {std::pair{"xl/workbook.xml", &workbook}, std::pair{"xl/_rels/workbook.xml.rels", &relations}}) {
        if (auto parsed = parsePart(archive, member, *document); !parsed) {
            return std::move(parsed).error();
        }
    }
    std::map<std::string, std::string> targets;
    for (const pugi::xml_node relation : relations.document_element().children()) {
        const std::string target = relation.attribute("Target").value();
        targets[relation.attribute("Id").value()] =
            target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    std::vector<Sheet> sheets;
    for (const pugi::xml_node sheet : child(workbook.document_element(), "sheets").children()) {
        const std::string member = targets[sheet.attribute("r:id").value()];
        if (archive.has(member)) {
            sheets.push_back({sheet.attribute("name").value(), member});
        }
    }
    return sheets;
}

Result<std::unique_ptr<ByteSource>> sheetAsCsv(const ZipArchive &archive, const Sheet &sheet)
{
    auto source = archive.source(sheet.member);
    auto texts = sharedTexts(archive);
    auto dates = dateStyles(archive);
    if (!source || !texts || !dates) {
        return !source  ? std::move(source).error()
               : !texts ? std::move(texts).error()
                        : std::move(dates).error();
    }
    auto input = TextInput::from(*std::move(source));
    if (!input) {
        return std::move(input).error();
    }
    return std::unique_ptr<ByteSource>(
        std::make_unique<SheetSource>(*std::move(input), *std::move(texts), *std::move(dates)));
}

} // namespace winnow::formats
