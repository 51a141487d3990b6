#include "model/decision.h"

namespace winnow {

std::string_view toString(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return "title";
    case Stage::TitleAbstract:
        return "title-abstract";
    case Stage::FullText:
        return "full-text";
    }
    return {};
}

std::string_view toString(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include:
        return "include";
    case Verdict::Exclude:
        return "exclude";
    case Verdict::Maybe:
        return "maybe";
    }
    return {};
}

std::optional<Stage> stageFromString(std::string_view name)
{
    for (const Stage stage : kStages) {
        if (toString(stage) == name) {
            return stage;
        }
    }
    return std::nullopt;
}

std::optional<Verdict> verdictFromString(std::string_view name)
{
    for (const Verdict verdict : {Verdict::Include, Verdict::Exclude, Verdict::Maybe}) {
        if (toString(verdict) == name) {
            return verdict;
        }
    }
    return std::nullopt;
}

} // namespace winnow
