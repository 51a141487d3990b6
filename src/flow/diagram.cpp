#include "flow/diagram.h"

namespace winnow::flow {

std::uint32_t fillOf(const Box &box, const Theme &theme)
{
    switch (box.kind) {
    case BoxKind::Header:
        return theme.header;
    case BoxKind::OptionalHeader:
        return theme.optionalHeader;
    case BoxKind::SideLabel:
        return theme.sideLabel;
    case BoxKind::OptionalMain:
        return theme.optionalBox;
    case BoxKind::Main:
        break;
    }
    return theme.box;
}

bool isRound(const Box &box)
{
    return box.kind == BoxKind::Header || box.kind == BoxKind::OptionalHeader ||
           box.kind == BoxKind::SideLabel;
}

bool isFramed(const Box &box, const Theme &theme)
{
    return theme.framesAll || !isRound(box);
}

} // namespace winnow::flow
