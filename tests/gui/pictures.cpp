// Pictures of the start page, the settings and the steps of a review: gui_pictures REVIEW FOLDER [LOOK
// [POINTS]].
#include "app/attachments.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "gui/extraction/extraction_pane.h"
#include "gui/frame/command_palette.h"
#include "gui/frame/keys_sheet.h"
#include "gui/frame/review_window.h"
#include "gui/frame/step.h"
#include "gui/frame/steps.h"
#include "gui/fulltext/full_text_step.h"
#include "gui/pages/pdf_pane.h"
#include "gui/settings/settings_dialog.h"
#include "model/quote_place.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPageSize>
#include <QPdfWriter>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace {

/// Until what is painted is shown.
constexpr int kPaintMs = 200;

/// For all that is read in the background.
constexpr int kPatienceMs = 120'000;

/// Of what is read because something else was.
constexpr int kRounds = 3;

struct LookName
{
    const char *name;
    winnow::gui::Colours colours;
};

constexpr std::array kLooks{
    LookName{"light", winnow::gui::Colours::Light},
    LookName{"dark", winnow::gui::Colours::Dark},
    LookName{"contrast-light", winnow::gui::Colours::ContrastLight},
    LookName{"contrast-dark", winnow::gui::Colours::ContrastDark},
};

/// Saves pictures to a folder under names that tell the look.
class Album
{
public:
    Album(QString folder, QString ending)
        : m_folder(std::move(folder))
        , m_ending(std::move(ending))
    {}

    void add(QWidget &widget, const QString &name)
    {
        QTest::qWait(kPaintMs);
        const QString file = m_folder + QLatin1Char('/') + name + m_ending + QStringLiteral(".png");
        m_isSaved = widget.grab().save(file) && m_isSaved;
    }

    [[nodiscard]] bool isSaved() const { return m_isSaved; }

private:
    QString m_folder;
    QString m_ending;
    bool m_isSaved = true;
};

/// Waits until the workers have done all that they were asked for.
void settle(winnow::gui::Session &session)
{
    for (int round = 0; round < kRounds; ++round) {
        auto busy = std::make_shared<int>(0);
        for (winnow::gui::Worker *worker : {&session.reader(), &session.writer()}) {
            ++*busy;
            worker->start({}, [busy](winnow::app::Workspace & /*review*/, winnow::Task & /*task*/) {
                return [busy] { --*busy; };
            });
        }
        if (!QTest::qWaitFor([&] { return *busy == 0; }, kPatienceMs)) {
            std::fputs("Something is still being read.\n", stderr);
        }
        QTest::qWait(kPaintMs);
    }
}

/// Each step with each of its parts.
void addSteps(winnow::gui::ReviewWindow &window, Album &album)
{
    for (const winnow::gui::StepEntry &entry : winnow::gui::allSteps()) {
        window.goTo({entry.id});
        settle(*window.session());
        const QString name = QString::fromLatin1(entry.name);
        album.add(window, name);
        auto *parts = window.step(entry.id)->findChild<QTabBar *>(QStringLiteral("partTabs"));
        for (int part = 1; parts != nullptr && part < parts->count(); ++part) {
            parts->setCurrentIndex(part);
            settle(*window.session());
            album.add(window, QStringLiteral("%1-%2").arg(name).arg(part + 1));
        }
    }
}

/// Some pages of made text. It says of itself that it is that, since the record is a real one.
void writePaper(const QString &file)
{
    constexpr int kSections = 6;
    constexpr std::array kSentences{
        "Small enterprises that make handicraft by hand reach further markets where digital tools are "
        "learned "
        "together. ",
        "Weavers told us that a neighbour who sells online taught them more than any course. ",
        "Where the connection is slow, pictures are uploaded at night, and orders are answered in the "
        "morning. ",
        "None of the workshops kept its books digitally before, and half of them do so now. ",
        "Buyers ask for the story of a basket as often as for its price. ",
        "Costs of parcels decide whether an island takes part in the trade. ",
        "Women lead most of the groups, while men own most of the telephones. ",
        "Digital payment came late, and with it came the first customers from abroad. ",
        "Officials count the shops that are open online; nobody counts those that closed again. ",
        "What was learned stayed where somebody in the village could be asked. "};
    QString html = QStringLiteral("<h2>Made text, in the place of the paper</h2>");
    for (int section = 0; section < kSections; ++section) {
        QString text;
        for (std::size_t at = 0; at < 2 * kSentences.size(); ++at) {
            text += QString::fromLatin1(
                kSentences.at((at * 3 + static_cast<std::size_t>(section)) % kSentences.size()));
        }
        html += QStringLiteral("<h4>%1. What was found in village %1</h4><p align=\"justify\">%2</p>")
                    .arg(section + 1)
                    .arg(text);
    }
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("serif"), 10));
    document.setHtml(html);
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    document.print(&writer);
}

/// Values with a quote from the first page of the paper: beside the page, and in the tables.
void addQuote(winnow::gui::ReviewWindow &window,
              winnow::RecordId record,
              const std::string &sha256,
              Album &album)
{
    winnow::app::Workspace &review = window.session()->workspace();
    const auto forms = winnow::app::formsOf(review);
    if (!forms || forms->empty()) {
        return;
    }
    const winnow::extraction::Form &form = forms->front().form;
    const auto study = winnow::app::extractionOf(review, {record}, form);
    if (!study || study->byExtractor.empty()) {
        return;
    }
    const std::string place = winnow::toText({sha256, 0, {{72, 124, 523, 135}, {72, 135, 130, 146}}});
    winnow::extraction::Values values = study->byExtractor.begin()->second;
    for (auto &[path, value] : values) {
        value.quotes = {
            {"Small enterprises that make handicraft by hand reach further markets where digital tools are "
             "learned together.",
             "1",
             place}};
    }
    if (!winnow::app::extractValues(review, {record}, form.id, values)) {
        std::fputs("The quote is not kept.\n", stderr);
    }
    window.session()->refresh(winnow::gui::kAllChanges);
    window.goTo({.step = winnow::gui::StepId::Extraction,
                 .part = QStringLiteral("extraction"),
                 .record = record,
                 .quote = QString::fromStdString(place)});
    settle(*window.session());
    const auto *pages =
        window.findChild<winnow::gui::ExtractionPane *>()->findChild<winnow::gui::PageView *>();
    if (!QTest::qWaitFor([&] { return pages->isDrawn(0); }, kPatienceMs)) {
        std::fputs("The quote is not shown.\n", stderr);
    }
    album.add(window, QStringLiteral("extraction-pdf"));
    window.goTo({.step = winnow::gui::StepId::Evidence, .part = QStringLiteral("tables")});
    settle(*window.session());
    auto *step = window.step(winnow::gui::StepId::Evidence);
    auto *list = step->findChild<QListWidget *>(QStringLiteral("tableList"));
    auto *tabs = step->findChild<QTabWidget *>(QStringLiteral("tabs"));
    for (int table = 0; table < list->count(); ++table) {
        list->setCurrentRow(table);
        tabs->setCurrentWidget(step->findChild<QWidget *>(QStringLiteral("previewTab")));
        settle(*window.session());
        album.add(window, QStringLiteral("evidence-page-%1").arg(table + 1));
    }
}

/// The first report with a paper, and a word of it that is looked for. Nothing where none is sought.
void addPdf(winnow::gui::ReviewWindow &window, const QTemporaryDir &folder, Album &album)
{
    winnow::app::Workspace &review = window.session()->workspace();
    const auto texts = winnow::app::fullTexts(review);
    if (!texts || texts->sought.empty()) {
        return;
    }
    winnow::gui::Place place{winnow::gui::StepId::FullText};
    place.part = QStringLiteral("read");
    place.record = texts->sought.front().report.row.id;
    const QString file = folder.filePath(QStringLiteral("paper.pdf"));
    writePaper(file);
    winnow::Task task;
    const auto attached = winnow::app::attach(review, {place.record, file.toStdString()}, task);
    if (!attached) {
        std::fputs("The paper cannot be attached.\n", stderr);
        return;
    }
    window.session()->refresh(winnow::gui::Change::Decisions);
    window.goTo(place);
    settle(*window.session());
    const auto *step = qobject_cast<winnow::gui::FullTextStep *>(window.step(winnow::gui::StepId::FullText));
    const winnow::gui::PageView *pages = step->pdf()->view();
    if (!QTest::qWaitFor([&] { return pages->isDrawn(0); }, kPatienceMs)) {
        std::fputs("The paper is not shown.\n", stderr);
    }
    album.add(window, QStringLiteral("full-text-pdf"));
    auto *find = step->findChild<QLineEdit *>(QStringLiteral("findEdit"));
    find->setText(QStringLiteral("digital"));
    QTest::keyClick(find, Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return pages->finding().isAll; }, kPatienceMs)) {
        std::fputs("The paper is not searched.\n", stderr);
    }
    album.add(window, QStringLiteral("full-text-pdf-found"));
    QTest::keyClick(find, Qt::Key_Escape);
    step->findChild<QAction *>(QStringLiteral("fullTextAction"))->trigger();
    album.add(window, QStringLiteral("full-text-abstract"));
    if (texts->sought.size() > 1) {
        winnow::gui::Place next = place;
        next.record = texts->sought[1].report.row.id;
        window.goTo(next);
        album.add(window, QStringLiteral("full-text-no-pdf"));
    }
    addQuote(window, place.record, attached->file.sha256, album);
}

void trigger(const QWidget &window, const char *name)
{
    window.findChild<QAction *>(QString::fromLatin1(name))->trigger();
}

void addSettings(winnow::gui::ReviewWindow &window, Album &album)
{
    trigger(window, "settingsAction");
    auto *settings = window.findChild<winnow::gui::SettingsDialog *>();
    auto *tabs = settings->findChild<QTabWidget *>(QStringLiteral("tabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        album.add(*settings, QStringLiteral("settings-%1").arg(tab + 1));
    }
    settings->close();
}

void addOverlays(winnow::gui::ReviewWindow &window, Album &album)
{
    trigger(window, "paletteAction");
    album.add(window, QStringLiteral("palette"));
    window.findChild<winnow::gui::CommandPalette *>()->hide();
    trigger(window, "keysAction");
    album.add(*window.findChild<winnow::gui::KeysSheet *>(), QStringLiteral("keys"));
    window.findChild<winnow::gui::KeysSheet *>()->close();
    trigger(window, "foldAction");
    album.add(window, QStringLiteral("folded"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto *look = std::find_if(kLooks.begin(), kLooks.end(), [&](const LookName &known) {
        return arguments.value(3, QStringLiteral("light")) == QLatin1String(known.name);
    });
    if (arguments.size() < 3 || arguments.size() > 5 || look == kLooks.end()) {
        std::fputs("usage: gui_pictures REVIEW FOLDER [light|dark|contrast-light|contrast-dark [POINTS]]\n",
                   stderr);
        return 2;
    }
    winnow::gui::Appearance appearance;
    winnow::gui::installLanguage(application, winnow::gui::Language::System);
    winnow::gui::Preferences preferences;
    preferences.look.colours = look->colours;
    if (const int points = arguments.value(4).toInt(); points > 0) {
        preferences.look.fontSize = points;
    }
    appearance.setPreferences(preferences);
    winnow::gui::applyTheme(application, appearance.look());
    const winnow::SystemClock clock;
    winnow::RandomUuidSource uuids{7};
    winnow::gui::ReviewWindow window({&clock, &uuids, "example"}, appearance);
    window.show();
    const QTemporaryDir folder; // the review stays as it is
    const QString review = folder.filePath(QStringLiteral("review.winnow"));
    if (!QFile::copy(arguments[1], review) || !window.openReview(review.toStdString())) {
        std::fputs("The review cannot be opened.\n", stderr);
        return 1;
    }
    // The light pictures of the system's letters have the plain names.
    const QString points = arguments.value(4);
    Album album(arguments[2],
                (arguments.value(3, QStringLiteral("light")) == QStringLiteral("light")
                     ? QString()
                     : QLatin1Char('-') + arguments[3]) +
                    (points.isEmpty() ? QString() : QLatin1Char('-') + points));
    addSteps(window, album);
    addPdf(window, folder, album);
    addSettings(window, album);
    addOverlays(window, album);
    window.closeReview();
    album.add(window, QStringLiteral("start"));
    return album.isSaved() ? 0 : 1;
}
