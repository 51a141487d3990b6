#include "gui/screening/stage_words.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Stage", text);
}

} // namespace

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return tr("Title");
    case Stage::TitleAbstract:
        return tr("Title and abstract");
    case Stage::FullText:
        break;
    }
    return tr("Full text");
}

QString stageInSentence(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return tr("title");
    case Stage::TitleAbstract:
        return tr("title and abstract");
    case Stage::FullText:
        break;
    }
    return tr("full text");
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include:
        return tr("Include");
    case Verdict::Exclude:
        return tr("Exclude");
    case Verdict::Maybe:
        break;
    }
    return tr("Maybe");
}

} // namespace winnow::gui
