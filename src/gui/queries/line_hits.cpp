#include "gui/queries/line_hits.h"

#include "gui/shown.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace winnow::gui {

namespace {

using index::LineRole;

constexpr qsizetype kShownParts = 3;
constexpr qsizetype kShownText = 60;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LineHits)
};

/// The widest parts that stand on the line with all they have; else the narrowest that begins there.
std::vector<const app::QueryLine *>
partsOn(std::size_t from, std::size_t to, const std::vector<app::QueryLine> &lines)
{
    std::vector<const app::QueryLine *> inside;
    const app::QueryLine *beginning = nullptr;
    for (const app::QueryLine &line : lines) {
        const index::LineEffect &effect = line.effect;
        if (effect.from < from || effect.from >= to) {
            continue;
        }
        if (effect.to > to) {
            beginning = beginning == nullptr || effect.depth >= beginning->effect.depth ? &line : beginning;
        } else if (inside.empty() || effect.depth < inside.front()->effect.depth) {
            inside = {&line};
        } else if (effect.depth == inside.front()->effect.depth) {
            inside.push_back(&line);
        }
    }
    return !inside.empty() || beginning == nullptr ? inside : std::vector{beginning};
}

QString told(const app::QueryLine &line)
{
    const index::LineEffect &effect = line.effect;
    QString text = shown(line.text);
    if (text.size() > kShownText) {
        text = text.left(kShownText) + QChar(0x2026);
    }
    text = Texts::tr("%1: %2 found").arg(text, grouped(effect.hits));
    switch (effect.role) {
    case LineRole::Operand:
        return text + Texts::tr(", %1 by nothing else of its group, %2 would leave the answer without it")
                          .arg(grouped(effect.adds), grouped(effect.only));
    case LineRole::Group:
        return text + Texts::tr(", %1 more would be in the answer without it").arg(grouped(effect.loses));
    case LineRole::Excluded:
        return text + Texts::tr(", %1 of them left out of the answer").arg(grouped(effect.loses));
    case LineRole::Whole:
        break;
    }
    return text;
}

LineHits hitsOf(const std::vector<const app::QueryLine *> &parts)
{
    LineHits hits;
    QStringList numbers;
    QStringList tips;
    for (const app::QueryLine *part : parts) {
        const bool isExcluded = part->effect.role == LineRole::Excluded;
        numbers << (isExcluded ? QStringLiteral("\u2212") : QString()) + grouped(part->effect.hits);
        tips << told(*part);
        hits.isEmpty = hits.isEmpty || part->effect.hits == 0;
    }
    if (numbers.size() > kShownParts) {
        numbers = numbers.mid(0, kShownParts - 1) << QString(QChar(0x2026));
    }
    hits.text = numbers.join(QStringLiteral(" \u00B7 "));
    hits.toolTip = tips.join(QLatin1Char('\n'));
    return hits;
}

} // namespace

std::vector<LineHits> lineHits(const std::string &query, const app::QueryEffects &effects)
{
    std::vector<LineHits> hits;
    for (std::size_t from = 0; from <= query.size();) {
        const std::size_t to = std::min(query.find('\n', from), query.size());
        hits.push_back(hitsOf(partsOn(from, to, effects.lines)));
        from = to + 1;
    }
    return hits;
}

} // namespace winnow::gui
