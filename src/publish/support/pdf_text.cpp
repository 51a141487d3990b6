#include "publish/support/pdf_text.h"

#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace winnow::publish {

namespace {

constexpr double kRaised = 0.33; ///< parts of the size by which superscripts stand higher
constexpr double kSmall = 0.68;  ///< and that they are set in

struct Free
{
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }

    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }

    void operator()(PangoGlyphItem *item) const { pango_glyph_item_free(item); }

    void operator()(PangoLayoutIter *iter) const { pango_layout_iter_free(iter); }

    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }
};

const char *familyOf(Family family)
{
    switch (family) {
    case Family::Serif:
        return "Liberation Serif, Noto Serif, serif";
    case Family::Sans:
        return "Liberation Sans, Noto Sans, sans-serif";
    case Family::Mono:
        break;
    }
    return "Liberation Mono, Noto Sans Mono, monospace";
}

double points(int units)
{
    return static_cast<double>(units) / PANGO_SCALE;
}

int units(double points)
{
    return static_cast<int>(points * PANGO_SCALE);
}

/// Clean, and with plain spaces: cairo would write no-break spaces as marked content of its own, at which
/// readers of tagged PDF stop.
std::string prepared(std::string_view text)
{
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    std::string clean = text::printableText(text);
    std::erase(clean, '\r');
    for (std::size_t at = clean.find(kNoBreakSpace); at != std::string::npos;
         at = clean.find(kNoBreakSpace, at)) {
        clean.replace(at, kNoBreakSpace.size(), " ");
    }
    return clean;
}

/// An address as the attribute of a link: cairo copies it into a string of PDF as it is.
std::string asUri(std::string_view address)
{
    std::string uri;
    for (const char c : address) {
        const bool isPlain =
            c > ' ' && c < 0x7F && std::string_view("()<>\\'\"[]{}").find(c) == std::string::npos;
        if (isPlain) {
            uri += c;
        } else {
            std::array<char, 4> code{};
            std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned char>(c));
            uri += code.data();
        }
    }
    return uri;
}

void insert(PangoAttrList *list, PangoAttribute *attribute, std::size_t from, std::size_t to)
{
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

const TextPiece &pieceAt(const SetText &text, int offset)
{
    const auto end = std::ranges::upper_bound(text.ends, static_cast<std::size_t>(offset));
    const auto index =
        std::min<std::size_t>(static_cast<std::size_t>(end - text.ends.begin()), text.pieces.size() - 1);
    return text.pieces[index];
}

/// A copy of a run in which the space at which a line was broken is a space again. Pango empties it, and
/// cairo would then write the text as marked content of its own, at which readers of tagged PDF stop.
std::unique_ptr<PangoGlyphItem, Free> withSpaces(PangoLayoutRun *run)
{
    std::unique_ptr<PangoGlyphItem, Free> copy(pango_glyph_item_copy(run));
    hb_font_t *font = pango_font_get_hb_font(copy->item->analysis.font);
    hb_codepoint_t space = 0;
    if (font == nullptr || hb_font_get_nominal_glyph(font, ' ', &space) == 0) {
        return copy;
    }
    const std::span glyphs(copy->glyphs->glyphs, static_cast<std::size_t>(copy->glyphs->num_glyphs));
    for (PangoGlyphInfo &glyph : glyphs) {
        if (glyph.glyph == PANGO_GLYPH_EMPTY) {
            glyph.glyph = space;
        }
    }
    return copy;
}

bool isLink(const TextPiece &piece)
{
    return !piece.target.empty() || !piece.address.empty();
}

void drawPart(cairo_t *cairo, const TextPart &part, double x, double y, const PdfLine &line, bool hasLinks)
{
    const SetText &text = *part.text;
    PangoLayoutLine *set = pango_layout_get_line_readonly(text.layout.get(), part.line);
    const char *characters = pango_layout_get_text(text.layout.get());
    double at = x + part.x;
    for (GSList *run = set->runs; run != nullptr; run = run->next) {
        const auto glyphs = withSpaces(static_cast<PangoLayoutRun *>(run->data));
        const TextPiece &piece = pieceAt(text, glyphs->item->offset);
        const double width = points(pango_glyph_string_get_width(glyphs->glyphs));
        // Beside links, text must be an element of its own to be read.
        const char *tag = isLink(piece) ? CAIRO_TAG_LINK : hasLinks ? "Span" : nullptr;
        if (isLink(piece)) {
            const std::string area = "rect=[" + decimal(at) + " " + decimal(y) + " " + decimal(width) + " " +
                                     decimal(line.height) + "] ";
            const std::string link =
                piece.target.empty() ? "uri='" + asUri(piece.address) + "'" : "dest='" + piece.target + "'";
            cairo_tag_begin(cairo, CAIRO_TAG_LINK, (area + link).c_str());
        } else if (hasLinks) {
            cairo_tag_begin(cairo, tag, nullptr);
        }
        setInk(cairo, isLink(piece) ? kPdfLink : text.style.ink);
        cairo_move_to(cairo, at, y + line.baseline - (piece.isSuperscript ? kRaised * text.style.size : 0.0));
        pango_cairo_show_glyph_item(cairo, characters, glyphs.get());
        cairo_new_path(cairo);
        if (tag != nullptr) {
            cairo_tag_end(cairo, tag);
        }
        at += width;
    }
}

} // namespace

void setInk(cairo_t *cairo, std::uint32_t rgb)
{
    const auto part = [rgb](unsigned shift) { return static_cast<double>(rgb >> shift & 0xFFU) / 255; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

TextSetter::TextSetter(const std::string &language)
    : m_context(pango_font_map_create_context(pango_cairo_font_map_get_default()))
{
    PangoContext *context = m_context.get();
    pango_cairo_context_set_resolution(context, 72); // one point is one unit
    const std::unique_ptr<cairo_font_options_t, Free> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(text::printableLine(language).c_str()));
}

std::shared_ptr<SetText> TextSetter::set(std::span<const TextPiece> pieces, const TextStyle &style) const
{
    auto set = std::make_shared<SetText>();
    set->style = style;
    set->layout.reset(pango_layout_new(m_context.get()));
    const std::unique_ptr<PangoFontDescription, Free> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), familyOf(style.family));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(set->layout.get(), font.get());
    std::string text;
    const std::unique_ptr<PangoAttrList, Free> styles(pango_attr_list_new());
    for (const TextPiece &piece : pieces) {
        const std::size_t from = text.size();
        text += prepared(piece.text);
        set->pieces.push_back(piece);
        set->ends.push_back(text.size());
        if (piece.isBold) {
            insert(styles.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
        }
        if (piece.isItalic) {
            insert(styles.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
        }
        if (piece.isSuperscript) {
            insert(styles.get(), pango_attr_size_new_absolute(units(kSmall * style.size)), from, text.size());
        }
        // What leads elsewhere is drawn by itself, so it must not share a run with its neighbours.
        if (!piece.target.empty() || !piece.address.empty()) {
            insert(styles.get(), pango_attr_foreground_new(0, 0, 0), from, text.size());
        }
    }
    insert(styles.get(), pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    // No ligatures: fi is two letters to those who search or copy.
    insert(styles.get(), pango_attr_font_features_new("liga=0, clig=0"), 0, text.size());
    pango_layout_set_attributes(set->layout.get(), styles.get());
    pango_layout_set_wrap(set->layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(set->layout.get(), text.c_str(), static_cast<int>(text.size()));
    return set;
}

std::vector<PdfLine> TextSetter::lines(std::span<const TextPiece> pieces,
                                       const TextStyle &style,
                                       double width,
                                       evidence::Alignment alignment,
                                       bool isRightToLeft) const
{
    if (std::ranges::all_of(pieces, [](const TextPiece &piece) { return piece.text.empty(); })) {
        return {};
    }
    pango_context_set_base_dir(m_context.get(), isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    const std::shared_ptr<SetText> text = set(pieces, style);
    PangoLayout *layout = text->layout.get();
    pango_layout_set_width(layout, units(std::max(width, 1.0)));
    pango_layout_set_alignment(layout,
                               alignment == evidence::Alignment::Centre ? PANGO_ALIGN_CENTER
                               : alignment == evidence::Alignment::End  ? PANGO_ALIGN_RIGHT
                                                                        : PANGO_ALIGN_LEFT);
    std::vector<PdfLine> lines;
    const std::unique_ptr<PangoLayoutIter, Free> iter(pango_layout_get_iter(layout));
    do {
        PangoRectangle extents{};
        pango_layout_iter_get_line_extents(iter.get(), nullptr, &extents);
        const double height = points(extents.height);
        const double ascent = points(pango_layout_iter_get_baseline(iter.get()) - extents.y);
        PdfLine line;
        line.height = std::max(style.leading, height);
        line.baseline = (line.height - height) / 2 + ascent;
        double x = points(extents.x);
        if (isRightToLeft && alignment != evidence::Alignment::Centre) {
            // Where all runs from the right, a word in another script stands on the right as well.
            x = alignment == evidence::Alignment::Start ? width - points(extents.width) : 0;
        }
        line.parts.push_back({text, static_cast<int>(lines.size()), x});
        lines.push_back(std::move(line));
    } while (pango_layout_iter_next_line(iter.get()) != 0);
    return lines;
}

double TextSetter::longestWord(std::span<const TextPiece> pieces, const TextStyle &style) const
{
    const std::shared_ptr<SetText> text = set(pieces, style);
    pango_layout_set_wrap(text->layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(text->layout.get(), 0);
    PangoRectangle extents{};
    pango_layout_get_extents(text->layout.get(), nullptr, &extents);
    return points(extents.width);
}

double TextSetter::widthOf(const std::string &text, const TextStyle &style) const
{
    const std::vector<TextPiece> pieces{{.text = text}};
    PangoRectangle extents{};
    pango_layout_get_extents(set(pieces, style)->layout.get(), nullptr, &extents);
    return points(extents.width);
}

void indent(std::span<PdfLine> lines, double by)
{
    for (PdfLine &line : lines) {
        for (TextPart &part : line.parts) {
            part.x += by;
        }
    }
}

void drawLine(cairo_t *cairo, const PdfLine &line, double x, double y)
{
    const bool hasLinks = std::ranges::any_of(
        line.parts, [](const TextPart &part) { return std::ranges::any_of(part.text->pieces, isLink); });
    for (const TextPart &part : line.parts) {
        drawPart(cairo, part, x, y, line, hasLinks);
    }
}

} // namespace winnow::publish
