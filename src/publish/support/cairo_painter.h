#pragma once

#include "flow/diagram.h"
#include "publish/support/drawing.h"

#include <pango/pangocairo.h>

#include <memory>
#include <vector>

namespace winnow::publish {

struct UnrefObject
{
    void operator()(void *object) const { g_object_unref(object); }
};

struct DestroyCairo
{
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }

    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};

using Cairo = std::unique_ptr<cairo_t, DestroyCairo>;
using CairoSurface = std::unique_ptr<cairo_surface_t, DestroyCairo>;

enum class Glyphs {
    Text,     ///< as text, in vector files
    Outlines, ///< as filled paths: cairo moves glyphs to whole pixels
};

/// Draws a diagram, which must outlive it, on a context of cairo in the diagram's own units. Text is set
/// once, so that it may be drawn many times.
class CairoPainter
{
public:
    CairoPainter(const flow::Diagram &diagram, Glyphs glyphs);

    void draw(cairo_t *cairo, bool withTags) const;

private:
    struct SetLine
    {
        std::unique_ptr<PangoLayout, UnrefObject> layout;
        double x; ///< of the left edge
        double baseline;
    };

    [[nodiscard]] std::vector<SetLine> setLines(TextRun pieces) const;
    void drawBox(cairo_t *cairo, const flow::Box &box, const std::vector<SetLine> &lines) const;
    void drawArrow(cairo_t *cairo, const flow::Arrow &arrow) const;
    void drawLines(cairo_t *cairo, const std::vector<SetLine> &lines, std::uint32_t ink) const;

    const flow::Diagram &m_diagram;
    Glyphs m_glyphs;
    std::unique_ptr<PangoContext, UnrefObject> m_context;
    std::vector<std::vector<SetLine>> m_boxes;
    std::vector<SetLine> m_footnotes;
};

} // namespace winnow::publish
