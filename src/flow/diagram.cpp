#include "flow/diagram.h"

namespace winnow::flow {

std::uint32_t fillOf(const Box &box, const Theme &theme)
{
    if (box.fill) {
        return *box.fill;
    }
    switch (box.kind) {
    case BoxKind::Header:
        return theme.header;
    case BoxKind::OptionalHeader:
        return theme.optionalHeader;
    case BoxKind::SideLabel:
        return theme.sideLabel;
    case BoxKind::OptionalMain:
        return theme.optionalBox;
    case BoxKind::Strip:
        return theme.paper;
    case BoxKind::Disc:
    case BoxKind::Panel:
    case BoxKind::Main:
        break;
    }
    return theme.box;
}

std::uint32_t inkOf(const Box &box, const Theme &theme)
{
    return box.ink.value_or(theme.ink);
}

double sizeOf(const TextLine &line, double diagramSize)
{
    return line.size > 0 ? line.size : diagramSize;
}

bool isRound(const Box &box)
{
    return box.kind == BoxKind::Header || box.kind == BoxKind::OptionalHeader ||
           box.kind == BoxKind::SideLabel;
}

bool isFramed(const Box &box, const Theme &theme)
{
    return box.kind != BoxKind::Strip && (theme.framesAll || !isRound(box));
}

} // namespace winnow::flow
