#include "gui/records/facet_words.h"

#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

#include <array>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

QString verdictWord(const std::string &value)
{
    using screening::State;
    for (const State state :
         {State::Include, State::Exclude, State::Maybe, State::Conflict, State::Pending}) {
        if (value == screening::toString(state)) {
            return markOf(state) + QLatin1Char(' ') + wordOf(state);
        }
    }
    return wordOf(State::Undecided);
}

} // namespace

QString facetName(app::Facet facet)
{
    constexpr std::array kNames{QT_TRANSLATE_NOOP("Facets", "Source"),
                                QT_TRANSLATE_NOOP("Facets", "Year"),
                                QT_TRANSLATE_NOOP("Facets", "Type"),
                                QT_TRANSLATE_NOOP("Facets", "Language")};
    switch (facet) {
    case app::Facet::Title:
        return stageName(Stage::Title);
    case app::Facet::TitleAbstract:
        return stageName(Stage::TitleAbstract);
    case app::Facet::FullText:
        return stageName(Stage::FullText);
    case app::Facet::Label:
        return Texts::tr("Label");
    default:
        return Texts::tr(kNames.at(static_cast<std::size_t>(facet)));
    }
}

QString facetValueName(app::Facet facet, const std::string &value)
{
    switch (facet) {
    case app::Facet::Title:
    case app::Facet::TitleAbstract:
    case app::Facet::FullText:
        return verdictWord(value);
    case app::Facet::Type: {
        const auto type = recordTypeFromId(value);
        return shown(type ? namesOf(*type).label : std::string_view(value));
    }
    case app::Facet::Year:
        return value.empty() ? Texts::tr("No year") : shown(value).replace(QLatin1Char('-'), QChar(0x2013));
    default:
        return value.empty() ? Texts::tr("Not said") : shown(value);
    }
}

} // namespace winnow::gui
