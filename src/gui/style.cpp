#include "gui/style.h"

#include "gui/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kFieldHeight = 30;
constexpr int kTextIndent = 4;
constexpr double kFieldRadius = 6;
constexpr double kCheckRadius = 3;
constexpr double kStroke = 1.5;

/// A rectangle whose line lies on whole pixels.
void drawBox(QPainter &painter, const QRect &rect, double radius, const QColor &line, const QColor &ground)
{
    painter.setPen(line);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void drawLine(QPainter &painter, const QColor &colour, std::initializer_list<QPointF> points)
{
    QPen pen(colour, kStroke);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(std::data(points), static_cast<int>(points.size()));
}

/// "v", or with `isUp` the other way round.
void drawArrow(QPainter &painter, const QRect &rect, bool isUp, bool isEnabled)
{
    constexpr double kHalf = 3.5;
    const double rise = isUp ? -kHalf / 2 : kHalf / 2;
    const QPointF middle = QRectF(rect).center();
    drawLine(painter,
             isEnabled ? currentTheme().secondaryText : currentTheme().hairline,
             {middle + QPointF(-kHalf, -rise), middle + QPointF(0, rise), middle + QPointF(kHalf, -rise)});
}

/// Of what can be switched on.
struct SwitchLook
{
    bool isOn = false;
    QColor accent;
    QColor line;
};

SwitchLook lookOf(const QStyleOption &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPointedAt = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
    const Theme &theme = currentTheme();
    const QColor accent = isEnabled ? theme.accent : theme.secondaryText;
    const QColor line = isOn || (isPointedAt && isEnabled) ? accent
                        : isEnabled                        ? theme.secondaryText
                                                           : theme.hairline;
    return {isOn, accent, line};
}

void drawCheck(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = currentTheme();
    const auto [isOn, accent, line] = lookOf(option);
    drawBox(painter, option.rect, kCheckRadius, line, isOn ? accent : theme.surface);
    if (isOn) {
        const QRectF rect(option.rect);
        const auto at = [&rect](double x, double y) {
            return rect.topLeft() + QPointF(x * rect.width(), y * rect.height());
        };
        drawLine(painter, theme.surface, {at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
    }
}

/// Fusion's is made from the palette, and is lost on a dark ground.
void drawRadio(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = currentTheme();
    const auto [isOn, accent, line] = lookOf(option);
    drawBox(painter, option.rect, option.rect.width() / 2.0, line, theme.surface);
    if (isOn) {
        const double inset = option.rect.width() / 4.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawEllipse(QRectF(option.rect).adjusted(inset, inset, -inset, -inset));
    }
}

void drawField(QPainter &painter, const QStyleOptionComplex &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const Theme &theme = currentTheme();
    drawBox(painter,
            option.rect,
            kFieldRadius,
            hasFocus && isEnabled ? theme.accent : theme.hairline,
            isEnabled ? theme.surface : theme.window);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void Style::drawPrimitive(PrimitiveElement element,
                          const QStyleOption *option,
                          QPainter *painter,
                          const QWidget *widget) const
{
    painter->save();
    switch (element) {
    case PE_PanelMenu:
        painter->setPen(currentTheme().hairline);
        painter->setBrush(currentTheme().surface);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        break;
    case PE_FrameTabBarBase:
        painter->setPen(currentTheme().hairline);
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        break;
    case PE_IndicatorCheckBox:
        painter->setRenderHint(QPainter::Antialiasing);
        drawCheck(*painter, *option);
        break;
    case PE_IndicatorRadioButton:
        painter->setRenderHint(QPainter::Antialiasing);
        drawRadio(*painter, *option);
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    }
    painter->restore();
}

std::unique_ptr<Style> Style::make()
{
    return std::make_unique<Style>();
}

void Style::drawComplexControl(ComplexControl control,
                               const QStyleOptionComplex *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control != CC_ComboBox && (control != CC_SpinBox || spin == nullptr)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawField(*painter, *option);
    const bool isEnabled = option->state.testFlag(State_Enabled);
    if (control == CC_ComboBox) {
        drawArrow(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), false, isEnabled);
    } else if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
        drawArrow(*painter,
                  subControlRect(control, option, SC_SpinBoxUp, widget),
                  true,
                  isEnabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
        drawArrow(*painter,
                  subControlRect(control, option, SC_SpinBoxDown, widget),
                  false,
                  isEnabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
    }
    painter->restore();
}

QRect Style::subControlRect(ComplexControl control,
                            const QStyleOptionComplex *option,
                            SubControl part,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                        (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return isText ? rect.adjusted(kTextIndent, 0, 0, 0) : rect;
}

/// As high as a button.
QSize Style::sizeFromContents(ContentsType type,
                              const QStyleOption *option,
                              const QSize &size,
                              const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox) {
        whole.setHeight(std::max(whole.height(), kFieldHeight));
        whole.rwidth() += kTextIndent;
    }
    return whole;
}

} // namespace winnow::gui
