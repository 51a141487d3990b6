#include "publish/support/cairo_painter.h"

#include "text/printable_text.h"

#include <hb-ot.h>

#include <algorithm>
#include <numbers>

#if defined(__SANITIZE_ADDRESS__)
/// Fontconfig and Pango keep what they know of the system's fonts until the process ends; cairo 1.16 loses a
/// buffer for each CFF font that it embeds.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): its name

extern "C" const char *__lsan_default_suppressions() // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n";
}
#endif

namespace winnow::publish {

namespace {

/// Liberation Sans has the widths of Arial and Helvetica, in which diagrams are measured, and may be
/// embedded.
constexpr const char *kFamilies = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif";

/// No ligatures: fi is two letters to those who search or copy.
constexpr const char *kFeatures = "liga=0, clig=0";

struct FreeOptions
{
    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }

    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }

    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }
};

/// Lines are broken already, and who searches for "(n = 5)" types plain spaces. cairo would also write
/// no-break spaces as marked content of its own, at which readers of tagged PDF stop.
std::string withPlainSpaces(std::string_view text)
{
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    std::string plain;
    while (!text.empty()) {
        const bool isNoBreak = text.starts_with(kNoBreakSpace);
        plain += isNoBreak ? ' ' : text.front();
        text.remove_prefix(isNoBreak ? kNoBreakSpace.size() : 1);
    }
    return plain;
}

void setColour(cairo_t *cairo, std::uint32_t rgb)
{
    const auto part = [rgb](unsigned shift) { return static_cast<double>(rgb >> shift & 0xFFU) / 255; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

void insert(PangoAttrList *list, PangoAttribute *attribute, std::size_t from, std::size_t to)
{
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

/// Whether glyphs of a line are pictures (emoji), which have no outline.
bool hasPictures(PangoLayoutLine *line)
{
    for (GSList *run = line->runs; run != nullptr; run = run->next) {
        const auto *item = static_cast<const PangoLayoutRun *>(run->data)->item;
        hb_font_t *font = pango_font_get_hb_font(item->analysis.font);
        hb_face_t *face = font == nullptr ? nullptr : hb_font_get_face(font);
        if (face != nullptr && (hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0)) {
            return true;
        }
    }
    return false;
}

void tracePath(cairo_t *cairo, const flow::Rect &rect, double radius)
{
    using std::numbers::pi;
    if (radius <= 0) {
        cairo_rectangle(cairo, rect.x, rect.y, rect.width, rect.height);
        return;
    }
    const double r = std::min({radius, rect.width / 2, rect.height / 2});
    const double right = rect.x + rect.width;
    const double bottom = rect.y + rect.height;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - r, rect.y + r, r, -pi / 2, 0);
    cairo_arc(cairo, right - r, bottom - r, r, 0, pi / 2);
    cairo_arc(cairo, rect.x + r, bottom - r, r, pi / 2, pi);
    cairo_arc(cairo, rect.x + r, rect.y + r, r, pi, 3 * pi / 2);
    cairo_close_path(cairo);
}

void traceEllipse(cairo_t *cairo, const flow::Rect &rect)
{
    cairo_save(cairo);
    cairo_translate(cairo, rect.x + rect.width / 2, rect.y + rect.height / 2);
    cairo_scale(cairo, rect.width / 2, rect.height / 2);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_close_path(cairo);
    cairo_restore(cairo);
}

const char *tagOf(const flow::Box &box)
{
    return box.kind == flow::BoxKind::Header || box.kind == flow::BoxKind::OptionalHeader ? "H1" : "P";
}

} // namespace

CairoPainter::CairoPainter(const flow::Diagram &diagram, Glyphs glyphs)
    : m_diagram(diagram)
    , m_glyphs(glyphs)
    , m_context(pango_font_map_create_context(pango_cairo_font_map_get_default()))
{
    PangoContext *context = m_context.get();
    pango_cairo_context_set_resolution(context, 72); // one point is one unit
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(diagram.language.c_str()));
    const std::unique_ptr<PangoFontDescription, FreeOptions> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFamilies);
    pango_font_description_set_absolute_size(font.get(), diagram.fontSize * PANGO_SCALE);
    pango_context_set_font_description(context, font.get());
    for (const flow::Box &box : diagram.boxes) {
        m_boxes.push_back(setLines(box.lines));
    }
    m_footnotes = setLines(diagram.footnotes);
}

std::vector<CairoPainter::SetLine> CairoPainter::setLines(TextRun pieces) const
{
    std::vector<SetLine> lines;
    for (const TextRun line : linesOf(pieces, m_diagram.fontSize)) {
        std::string text;
        const std::unique_ptr<PangoAttrList, FreeOptions> styles(pango_attr_list_new());
        for (const flow::TextLine &piece : line) {
            const std::size_t from = text.size();
            text += withPlainSpaces(text::printableLine(piece.text));
            if (piece.isBold) {
                insert(styles.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
            }
            if (piece.size > 0) {
                insert(styles.get(),
                       pango_attr_size_new_absolute(static_cast<int>(piece.size * PANGO_SCALE)),
                       from,
                       text.size());
            }
            if (piece.isItalic) {
                insert(styles.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
            }
        }
        insert(styles.get(), pango_attr_font_features_new(kFeatures), 0, text.size());
        SetLine set{std::unique_ptr<PangoLayout, UnrefObject>(pango_layout_new(m_context.get())),
                    line.front().x,
                    line.front().baseline};
        pango_layout_set_single_paragraph_mode(set.layout.get(), TRUE);
        pango_layout_set_attributes(set.layout.get(), styles.get());
        pango_layout_set_text(set.layout.get(), text.c_str(), static_cast<int>(text.size()));
        if (line.front().anchor == flow::Anchor::Middle) {
            PangoRectangle extents{};
            pango_layout_get_extents(set.layout.get(), nullptr, &extents);
            set.x -= static_cast<double>(extents.width) / PANGO_SCALE / 2;
        }
        lines.push_back(std::move(set));
    }
    return lines;
}

void CairoPainter::drawLines(cairo_t *cairo, const std::vector<SetLine> &lines, std::uint32_t ink) const
{
    setColour(cairo, ink);
    for (const SetLine &line : lines) {
        PangoLayoutLine *set = pango_layout_get_line_readonly(line.layout.get(), 0);
        cairo_move_to(cairo, line.x, line.baseline);
        if (m_glyphs == Glyphs::Outlines && !hasPictures(set)) {
            pango_cairo_layout_line_path(cairo, set);
            cairo_fill(cairo);
        } else {
            pango_cairo_show_layout_line(cairo, set);
        }
        cairo_new_path(cairo);
    }
}

void CairoPainter::drawBox(cairo_t *cairo, const flow::Box &box, const std::vector<SetLine> &lines) const
{
    const flow::Theme &theme = m_diagram.theme;
    const flow::Rect &rect = box.rect;
    if (box.kind == flow::BoxKind::Disc) {
        traceEllipse(cairo, rect);
    } else {
        tracePath(cairo, rect, flow::isRound(box) ? theme.cornerRadius : 0);
    }
    setColour(cairo, flow::fillOf(box, theme));
    if (flow::isFramed(box, theme)) {
        cairo_fill_preserve(cairo);
        setColour(cairo, theme.ink);
        cairo_set_line_width(cairo, theme.lineWidth);
        cairo_stroke(cairo);
    } else {
        cairo_fill(cairo);
    }
    cairo_save(cairo);
    if (box.kind == flow::BoxKind::SideLabel) {
        cairo_translate(cairo, rect.x + rect.width / 2, rect.y + rect.height / 2);
        cairo_rotate(cairo, -std::numbers::pi / 2);
        cairo_translate(cairo, -rect.x - rect.width / 2, -rect.y - rect.height / 2);
    }
    drawLines(cairo, lines, flow::inkOf(box, theme));
    cairo_restore(cairo);
}

void CairoPainter::drawArrow(cairo_t *cairo, const flow::Arrow &arrow) const
{
    const ArrowShape shape = shapeOf(arrow, m_diagram.theme);
    if (shape.line.empty()) {
        return;
    }
    setColour(cairo, m_diagram.theme.ink);
    cairo_set_line_width(cairo, m_diagram.theme.lineWidth);
    for (const auto &[x, y] : shape.line) {
        cairo_line_to(cairo, x, y);
    }
    cairo_stroke(cairo);
    for (const auto &[x, y] : shape.head) {
        cairo_line_to(cairo, x, y);
    }
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void CairoPainter::draw(cairo_t *cairo, bool withTags) const
{
    setColour(cairo, m_diagram.theme.paper);
    cairo_rectangle(cairo, 0, 0, m_diagram.width, m_diagram.height);
    cairo_fill(cairo);
    for (const flow::Arrow &arrow : m_diagram.arrows) {
        drawArrow(cairo, arrow);
    }
    const auto tagged = [&](const char *tag, const auto &paint) {
        if (withTags) {
            cairo_tag_begin(cairo, tag, nullptr);
        }
        paint();
        if (withTags) {
            cairo_tag_end(cairo, tag);
        }
    };
    tagged("Document", [&] {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const flow::Box &box = m_diagram.boxes[i];
            if (box.lines.empty() && box.description.empty()) {
                drawBox(cairo, box, {}); // a decoration is not content
            } else {
                tagged(tagOf(box), [&] { drawBox(cairo, box, m_boxes[i]); });
            }
        }
        if (!m_footnotes.empty()) {
            tagged("P", [&] { drawLines(cairo, m_footnotes, m_diagram.theme.ink); });
        }
    });
}

} // namespace winnow::publish
