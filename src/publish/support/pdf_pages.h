#pragma once

#include "base/result.h"
#include "flow/diagram.h"
#include "publish/support/pdf_file.h"
#include "publish/support/pdf_text.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace winnow::publish {

struct PlacedLine
{
    PdfLine line;
    double x = 0;
    double y = 0; ///< of the upper edge
};

struct Filling
{
    flow::Rect area;
    std::uint32_t colour = 0;
};

struct PlacedDrawing
{
    const flow::Diagram *diagram = nullptr;
    double x = 0;
    double y = 0;
    double scale = 1;
};

/// Where an element of the document's structure begins or ends. A place to which links lead is one as well.
struct Tag
{
    std::string name;
    std::string attributes{};
    bool isEnd = false;
};

using PageItem = std::variant<PlacedLine, Filling, PlacedDrawing, Tag>;

struct PdfPage
{
    bool isLandscape = false;
    std::vector<PageItem> items;
};

struct OutlineEntry
{
    int level = 1;
    std::string text;
    std::string place;
};

/// Pages of A4 that are filled from the top. Nothing is drawn before all are full, so that pages know how
/// many there are and where things stand.
class PdfPages
{
public:
    PdfPages();

    [[nodiscard]] double left() const;
    [[nodiscard]] double width() const; ///< between the margins

    [[nodiscard]] double y() const { return m_y; }

    [[nodiscard]] double room() const; ///< to the lower margin

    [[nodiscard]] double height() const; ///< of the room of an empty page

    [[nodiscard]] bool isAtTop() const;

    [[nodiscard]] std::size_t page() const { return m_pages.size() - 1; }

    /// Pages from here on are turned, or no longer.
    void turn(bool isLandscape);

    void newPage();

    /// Goes to a new page where there is less room, unless the page is empty.
    void need(double height);

    /// White space; none at the top of a page.
    void space(double height);

    /// Moves on without regard to the margin.
    void advance(double height) { m_y += height; }

    /// One line, on the next page where it has no room.
    void line(const PdfLine &line, double x);

    /// Lines of a paragraph: none stands alone on a page where it has neighbours.
    void lines(const std::vector<PdfLine> &lines, double x);

    void add(PageItem item) { m_pages.back().items.push_back(std::move(item)); }

    /// Before all else of the page, such as a ground of colour.
    void addBehind(std::size_t page, PageItem item);

    void addTo(std::size_t page, PageItem item) { m_pages[page].items.push_back(std::move(item)); }

    /// Elements that are open when a page ends go on as new ones on the next.
    void begin(const std::string &tag);
    void end();

    /// Names this place, to be linked to and, where it has a text, listed in the outline.
    void place(const std::string &name, int level = 0, const std::string &text = {});

    [[nodiscard]] const std::map<std::string, std::size_t> &places() const { return m_places; }

    /// Draws all; every page has `title` and its number at the foot.
    [[nodiscard]] Result<std::string>
    draw(const PdfFacts &facts, const std::string &title, const TextSetter &setter) const;

private:
    void drawPage(cairo_t *cairo, const PdfPage &page) const;

    std::vector<PdfPage> m_pages;
    double m_y = 0;
    bool m_isLandscape = false;
    std::vector<std::string> m_open;
    std::vector<OutlineEntry> m_outline;
    std::map<std::string, std::size_t> m_places;
};

} // namespace winnow::publish
