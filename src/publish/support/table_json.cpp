#include "publish/table_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <limits>

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;
using evidence::PrintedTable;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::array kAlignments{std::pair{Alignment::Start, "start"},
                                 std::pair{Alignment::Centre, "centre"},
                                 std::pair{Alignment::End, "end"}};
constexpr int kMostSpanned = 1'000'000;
constexpr std::size_t kMostColumns = 1'000;

const char *nameOf(Alignment alignment)
{
    for (const auto &[value, name] : kAlignments) {
        if (value == alignment) {
            return name;
        }
    }
    return kAlignments.front().second;
}

/// Adds a member, unless it is what stands for it when it is missing.
template <class Value>
void add(ordered_json &object, const char *name, const Value &value, const Value &usual)
{
    if (value != usual) {
        object[name] = value;
    }
}

ordered_json toJson(const PrintedCell &cell)
{
    ordered_json object = ordered_json::object();
    add(object, "text", cell.text, {});
    add(object, "items", cell.items, {});
    for (const evidence::CitedText &piece : cell.cited) {
        ordered_json part{{"text", piece.text}};
        add(part, "key", piece.key, {});
        object["cited"].push_back(std::move(part));
    }
    for (const evidence::CellQuote &quote : cell.quotes) {
        ordered_json part{{"text", quote.text}};
        add(part, "page", quote.page, {});
        add(part, "source", quote.source, {});
        add(part, "place", quote.place, {});
        object["quotes"].push_back(std::move(part));
    }
    if (cell.number && std::isfinite(*cell.number)) {
        object["number"] = *cell.number;
    }
    add(object, "rowSpan", cell.rowSpan, 1);
    add(object, "columnSpan", cell.columnSpan, 1);
    add(object, "isCovered", cell.isCovered, false);
    add(object, "isHead", cell.isHead, false);
    add(object, "isSuperscript", cell.isSuperscript, false);
    if (cell.fill) {
        object["fill"] = *cell.fill;
    }
    if (cell.alignment != Alignment::Start) {
        object["alignment"] = nameOf(cell.alignment);
    }
    return object;
}

ordered_json toJson(const std::vector<PrintedCell> &cells)
{
    ordered_json list = ordered_json::array();
    for (const PrintedCell &cell : cells) {
        list.push_back(toJson(cell));
    }
    return list;
}

/// What is wrong, and where.
struct Fault
{
    std::string sentence;
};

class Reader
{
public:
    PrintedTable table(const json &root)
    {
        requireObject(root, "The file");
        PrintedTable table;
        table.id = text(root, "id");
        table.caption = text(root, "caption");
        table.number = whole(root, "number", 0, 0);
        table.language = root.contains("language") ? text(root, "language") : "en";
        table.isLandscape = flag(root, "isLandscape");
        table.isRightToLeft = flag(root, "isRightToLeft");
        table.head = text(root, "head");
        for (const json &column : list(root, "columns")) {
            table.columns.push_back(readColumn(column));
            if (table.columns.size() > kMostColumns) {
                throw Fault{"The table has more than " + std::to_string(kMostColumns) + " columns."};
            }
        }
        for (const json &group : list(root, "groups")) {
            m_where = "Head row " + std::to_string(table.groups.size() + 1);
            table.groups.push_back(readCells(group));
        }
        for (const json &row : list(root, "rows")) {
            m_where = "Row " + std::to_string(table.rows.size() + 1);
            requireObject(row, m_where);
            table.rows.push_back({readCells(member(row, "cells")), text(row, "note")});
        }
        m_where = "The table";
        table.notes = texts(root, "notes");
        return table;
    }

private:
    static void requireObject(const json &value, const std::string &where)
    {
        if (!value.is_object()) {
            throw Fault{where + " must be an object."};
        }
    }

    [[nodiscard]] static const json &member(const json &object, const char *name)
    {
        static const json kNone;
        const auto found = object.find(name);
        return found == object.end() ? kNone : *found;
    }

    [[nodiscard]] std::string text(const json &object, const char *name) const
    {
        const json &value = member(object, name);
        if (!value.is_null() && !value.is_string()) {
            throw Fault{m_where + ": \"" + name + "\" must be a text."};
        }
        return value.is_null() ? std::string() : value.get<std::string>();
    }

    [[nodiscard]] bool flag(const json &object, const char *name) const
    {
        const json &value = member(object, name);
        if (!value.is_null() && !value.is_boolean()) {
            throw Fault{m_where + ": \"" + name + "\" must be true or false."};
        }
        return !value.is_null() && value.get<bool>();
    }

    [[nodiscard]] int whole(const json &object, const char *name, int usual, int least) const
    {
        const json &value = member(object, name);
        if (value.is_null()) {
            return usual;
        }
        if (!value.is_number_integer() || value < least || value > kMostSpanned) {
            throw Fault{m_where + ": \"" + name + "\" must be a whole number from " + std::to_string(least) +
                        " to " + std::to_string(kMostSpanned) + "."};
        }
        return value.get<int>();
    }

    [[nodiscard]] const json &list(const json &object, const char *name) const
    {
        static const json kEmpty = json::array();
        const json &value = member(object, name);
        if (!value.is_null() && !value.is_array()) {
            throw Fault{m_where + ": \"" + name + "\" must be a list."};
        }
        return value.is_null() ? kEmpty : value;
    }

    [[nodiscard]] std::vector<std::string> texts(const json &object, const char *name) const
    {
        std::vector<std::string> all;
        for (const json &entry : list(object, name)) {
            if (!entry.is_string()) {
                throw Fault{m_where + ": \"" + name + "\" must be a list of texts."};
            }
            all.push_back(entry.get<std::string>());
        }
        return all;
    }

    [[nodiscard]] Alignment alignment(const json &object) const
    {
        const std::string name = text(object, "alignment");
        for (const auto &[value, known] : kAlignments) {
            if (name == known) {
                return value;
            }
        }
        if (!name.empty()) {
            throw Fault{m_where + ": \"alignment\" must be start, centre or end, not \"" + name + "\"."};
        }
        return Alignment::Start;
    }

    [[nodiscard]] double number(const json &value, const char *name) const
    {
        if (!value.is_number()) {
            throw Fault{m_where + ": \"" + name + "\" must be a number."};
        }
        return value.get<double>();
    }

    [[nodiscard]] evidence::PrintedColumn readColumn(const json &value) const
    {
        requireObject(value, "Each of \"columns\"");
        evidence::PrintedColumn column;
        column.name = text(value, "name");
        if (value.contains("share")) {
            column.share = number(value["share"], "share");
        }
        column.alignment = alignment(value);
        column.isReferences = flag(value, "isReferences");
        return column;
    }

    [[nodiscard]] std::vector<PrintedCell> readCells(const json &value) const
    {
        if (!value.is_array()) {
            throw Fault{m_where + " must have a list of cells."};
        }
        std::vector<PrintedCell> cells;
        for (const json &cell : value) {
            requireObject(cell, m_where + ": each cell");
            cells.push_back(readCell(cell));
        }
        return cells;
    }

    [[nodiscard]] PrintedCell readCell(const json &value) const
    {
        PrintedCell cell;
        cell.text = text(value, "text");
        cell.items = texts(value, "items");
        for (const json &piece : list(value, "cited")) {
            requireObject(piece, m_where + ": each of \"cited\"");
            cell.cited.push_back({text(piece, "text"), text(piece, "key")});
        }
        for (const json &quote : list(value, "quotes")) {
            requireObject(quote, m_where + ": each of \"quotes\"");
            cell.quotes.push_back(
                {text(quote, "text"), text(quote, "page"), text(quote, "source"), text(quote, "place")});
        }
        if (value.contains("number")) {
            cell.number = number(value["number"], "number");
        }
        cell.rowSpan = whole(value, "rowSpan", 1, 1);
        cell.columnSpan = whole(value, "columnSpan", 1, 1);
        cell.isCovered = flag(value, "isCovered");
        cell.isHead = flag(value, "isHead");
        cell.isSuperscript = flag(value, "isSuperscript");
        if (const json &fill = member(value, "fill"); !fill.is_null()) {
            if (!fill.is_number_integer() || fill < 0 || fill > 0xFFFFFF) {
                throw Fault{m_where + ": \"fill\" must be a whole number from 0 to 16777215."};
            }
            cell.fill = fill.get<std::uint32_t>();
        }
        cell.alignment = alignment(value);
        return cell;
    }

    std::string m_where = "The table";
};

} // namespace

std::string tableToJson(const PrintedTable &table)
{
    ordered_json root{{"id", table.id}, {"caption", table.caption}};
    add(root, "number", table.number, 0);
    root["language"] = table.language;
    add(root, "isLandscape", table.isLandscape, false);
    add(root, "isRightToLeft", table.isRightToLeft, false);
    add(root, "head", table.head, {});
    root["columns"] = ordered_json::array();
    for (const evidence::PrintedColumn &column : table.columns) {
        ordered_json object{{"name", column.name}};
        if (std::isfinite(column.share)) {
            add(object, "share", column.share, 1.0);
        }
        if (column.alignment != Alignment::Start) {
            object["alignment"] = nameOf(column.alignment);
        }
        add(object, "isReferences", column.isReferences, false);
        root["columns"].push_back(std::move(object));
    }
    for (const auto &group : table.groups) {
        root["groups"].push_back(toJson(group));
    }
    root["rows"] = ordered_json::array();
    for (const evidence::PrintedRow &row : table.rows) {
        ordered_json object{{"cells", toJson(row.cells)}};
        add(object, "note", row.note, {});
        root["rows"].push_back(std::move(object));
    }
    add(root, "notes", table.notes, {});
    return root.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<PrintedTable> tableFromJson(std::string_view text)
{
    try {
        return Reader().table(json::parse(text.begin(), text.end()));
    } catch (const Fault &fault) {
        return Error{ErrorCode::WrongFormat, fault.sentence, {}, {}};
    } catch (const json::exception &failure) {
        return Error{ErrorCode::WrongFormat,
                     "This is no JSON file, or it is damaged; check it with an editor that knows JSON.",
                     failure.what(),
                     {}};
    }
}

} // namespace winnow::publish
