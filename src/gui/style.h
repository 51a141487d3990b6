#pragma once

#include <QProxyStyle>

#include <memory>

namespace winnow::gui {

/// Fusion with flat boxes: what a style sheet can only colour by images of its own is drawn here from the
/// colours of the theme.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    [[nodiscard]] static std::unique_ptr<Style> make();

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control,
                         const QStyleOptionComplex *option,
                         SubControl part,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type,
                           const QStyleOption *option,
                           const QSize &size,
                           const QWidget *widget = nullptr) const override;
};

} // namespace winnow::gui
