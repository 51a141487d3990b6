#include "gui/screening/stage_words.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

} // namespace

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return Texts::tr("Title");
    case Stage::TitleAbstract:
        return Texts::tr("Title and abstract");
    case Stage::FullText:
        break;
    }
    return Texts::tr("Full text");
}

QString stageInSentence(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return Texts::tr("title");
    case Stage::TitleAbstract:
        return Texts::tr("title and abstract");
    case Stage::FullText:
        break;
    }
    return Texts::tr("full text");
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include:
        return Texts::tr("Include");
    case Verdict::Exclude:
        return Texts::tr("Exclude");
    case Verdict::Maybe:
        break;
    }
    return Texts::tr("Maybe");
}

} // namespace winnow::gui
