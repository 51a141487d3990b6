#include "gui/pages/pdf_pane.h"

#include "gui/pages/fitting_row.h"
#include "gui/pages/page_side.h"
#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace winnow::gui {

namespace {

constexpr int kSideWidth = 220;
constexpr int kViewWidth = 600;
constexpr int kFindLetters = 12;
constexpr int kFindPauseMs = 200;
constexpr int kPercent = 100;
constexpr std::array kZooms{50, 75, 100, 125, 150, 200, 400};

// Entries of the zoom box before the numbers.
// How sizes are kept, beside per cent.
const QString kWidth = QStringLiteral("width");
const QString kPage = QStringLiteral("page");
const QString kTwo = QStringLiteral(" two");

constexpr int kWidthEntry = 0;
constexpr int kPageEntry = 1;

// What is left out first where there is little room has the highest rank.
enum Rank { Stays, LabelRank, FileRank, ZoomRank, ContentsRank };

QString keyOf(const QAction *action)
{
    return action->shortcut().toString(QKeySequence::NativeText);
}

/// In its field Return goes to the next place, and Escape back to the pages.
class FindKeys : public QObject
{
public:
    FindKeys(QLineEdit *edit, std::function<void(int)> step, std::function<void()> end)
        : QObject(edit)
        , m_step(std::move(step))
        , m_end(std::move(end))
    {
        edit->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress) {
            const auto &key = *static_cast<QKeyEvent *>(event);
            if (key.key() == Qt::Key_Escape) {
                m_end();
                return true;
            }
            if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
                m_step(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void(int)> m_step;
    std::function<void()> m_end;
};

} // namespace

PdfPane::PdfPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new PageView(this))
    , m_side(new PageSide(this))
    , m_splitter(new QSplitter(this))
    , m_row(new FittingRow(this))
    , m_fileBox(new QComboBox(m_row))
    , m_contentsButton(new QPushButton(tr("Contents"), m_row))
    , m_pageEdit(textLine(m_row, "pageEdit", {}, tr("Page")))
    , m_pageLabel(new QLabel(m_row))
    , m_zoomBox(new QComboBox(m_row))
    , m_findEdit(textLine(m_row, "findEdit", {}, tr("Find in the PDF")))
    , m_findLabel(new QLabel(m_row))
    , m_moreButton(new QPushButton(tr("PDF"), m_row))
{
    m_view->setObjectName(QStringLiteral("pageView"));
    m_side->setObjectName(QStringLiteral("pageSide"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kSideWidth, kViewWidth});
    m_side->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_row);
    rows->addWidget(m_splitter, 1);
    makeActions();
    makeTools();
    makeFind();
    makeMenu();
    connectView();
    fitActions();
}

PdfPane::~PdfPane() = default;

// The tools.

QAction *PdfPane::add(const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void PdfPane::makeActions()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    m_find = add("findInPdfAction", tr("Find in the PDF"), {{Qt::CTRL | Qt::SHIFT | Qt::Key_F}});
    on(m_find, [this] {
        m_findEdit->setFocus();
        m_findEdit->selectAll();
    });
    m_next = add("nextPlaceAction", tr("Next place"), {{Qt::Key_F3}});
    on(m_next, [this] { m_view->finding().words.isEmpty() ? m_find->trigger() : m_view->showNextPlace(1); });
    m_previous = add("previousPlaceAction", tr("Place before"), {{Qt::SHIFT | Qt::Key_F3}});
    on(m_previous, [this] { m_view->showNextPlace(-1); });
    m_contents = add("contentsAction", tr("Contents beside the pages"), {{Qt::CTRL | Qt::SHIFT | Qt::Key_O}});
    m_contents->setCheckable(true);
    connect(m_contents, &QAction::toggled, this, &PdfPane::showSide);
    m_goToPage = add("goToPageAction", tr("Go to a page"), {{Qt::CTRL | Qt::Key_G}});
    on(m_goToPage, [this] {
        m_pageEdit->setFocus();
        m_pageEdit->selectAll();
    });
    m_zoomIn = add("zoomInAction", tr("Larger"), {{Qt::CTRL | Qt::Key_Plus}, {Qt::CTRL | Qt::Key_Equal}});
    on(m_zoomIn, [this] { m_view->zoomIn(); });
    m_zoomOut = add("zoomOutAction", tr("Smaller"), {{Qt::CTRL | Qt::Key_Minus}});
    on(m_zoomOut, [this] { m_view->zoomOut(); });
    m_fitWidth = add("fitWidthAction", tr("As wide as the place"), {{Qt::CTRL | Qt::ALT | Qt::Key_0}});
    on(m_fitWidth, [this] { m_view->setFit(PageFit::Width); });
    m_fitPage = add("fitPageAction", tr("Whole pages"), {{Qt::CTRL | Qt::ALT | Qt::Key_1}});
    on(m_fitPage, [this] { m_view->setFit(PageFit::Page); });
    m_twoPages = add("twoPagesAction", tr("Two pages side by side"), {{Qt::CTRL | Qt::ALT | Qt::Key_2}});
    m_twoPages->setCheckable(true);
    connect(m_twoPages, &QAction::toggled, m_view, &PageView::setTwoPages);
    m_chooseWords = add("chooseWordsAction", tr("Select words by keys"), {{Qt::Key_F7}});
    on(m_chooseWords, [this] {
        takeFocus();
        m_view->chooseWords();
    });
    m_chooseRegion =
        add("chooseRegionAction", tr("Select a part of a page by keys"), {{Qt::SHIFT | Qt::Key_F7}});
    on(m_chooseRegion, [this] {
        takeFocus();
        m_view->chooseRegion();
    });
    m_region = add("regionAction", tr("Select a part of a page (or drag with Alt)"), {});
    m_region->setCheckable(true);
    connect(m_region, &QAction::toggled, m_view, &PageView::setSelectsRegions);
    m_copy = add("copyFromPdfAction", tr("Copy"), {QKeySequence(QKeySequence::Copy)});
    on(m_copy, [this] { m_view->copySelection(); });
    m_quote = add("quoteAction", tr("Quote what is selected"), {{Qt::CTRL | Qt::Key_Return}});
    on(m_quote, [this] { m_view->quoteSelection(); });
    m_quote->setVisible(false);
}

void PdfPane::makeTools()
{
    m_fileBox->setObjectName(QStringLiteral("pdfBox"));
    m_fileBox->setAccessibleName(tr("Which PDF"));
    m_fileBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fileBox->setMinimumContentsLength(kFindLetters);
    m_contentsButton->setObjectName(QStringLiteral("contentsButton"));
    m_contentsButton->setCheckable(true);
    m_contentsButton->setToolTip(m_contents->text() + QStringLiteral("  ") + keyOf(m_contents));
    letTrigger(m_contentsButton, m_contents);
    connect(m_contents, &QAction::toggled, m_contentsButton, &QPushButton::setChecked);
    m_pageEdit->setToolTip(tr("Page") + QStringLiteral("  ") + keyOf(m_goToPage));
    m_pageEdit->setAlignment(Qt::AlignRight);
    m_pageEdit->setValidator(new QIntValidator(1, std::numeric_limits<int>::max(), m_pageEdit));
    m_pageEdit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pageLabel->setObjectName(QStringLiteral("pageLabel"));
    m_pageLabel->setTextFormat(Qt::PlainText);
    setQuiet(m_pageLabel);
    m_zoomBox->setObjectName(QStringLiteral("zoomBox"));
    m_zoomBox->setAccessibleName(tr("Size of the pages"));
    m_zoomBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_zoomBox->addItems({tr("Width"), tr("Whole page")});
    for (const int zoom : kZooms) {
        m_zoomBox->addItem(tr("%1 %").arg(zoom), zoom);
    }
    m_zoomBox->setPlaceholderText(tr("%1 %").arg(kPercent));
    for (QWidget *tool :
         std::initializer_list<QWidget *>{m_fileBox, m_contentsButton, m_zoomBox, m_moreButton}) {
        tool->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the pages
    }
    m_row->add(m_fileBox, FileRank);
    m_row->add(m_contentsButton, ContentsRank);
    m_row->add(m_pageEdit, Stays);
    m_row->add(m_pageLabel, LabelRank);
    m_row->add(m_zoomBox, ZoomRank);
    m_row->addStretch();
    connect(m_fileBox, &QComboBox::activated, this, [this](int place) {
        showFile(place);
        takeFocus();
    });
    connect(m_pageEdit, &QLineEdit::returnPressed, this, &PdfPane::goToTypedPage);
    connect(m_zoomBox, &QComboBox::activated, this, &PdfPane::chooseZoom);
}

void PdfPane::makeFind()
{
    m_findEdit->setPlaceholderText(tr("Find  %1").arg(keyOf(m_find)));
    m_findEdit->setClearButtonEnabled(true);
    m_findEdit->setMinimumWidth(fontMetrics().averageCharWidth() * kFindLetters);
    m_findLabel->setObjectName(QStringLiteral("findLabel"));
    m_findLabel->setTextFormat(Qt::PlainText);
    setQuiet(m_findLabel);
    m_row->add(m_findLabel, LabelRank);
    m_row->add(m_findEdit, Stays);
    m_row->add(m_moreButton, Stays);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kFindPauseMs);
    connect(m_findEdit, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &PdfPane::askForWords);
    const auto step = [this, pause](int steps) {
        pause->stop();
        if (m_findEdit->text().simplified() != m_view->finding().words) {
            askForWords();
        } else {
            m_view->showNextPlace(steps);
        }
    };
    new FindKeys(m_findEdit, step, [this] { endFind(); });
    connect(m_findEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) { // also by the button in the field
            askForWords();
        }
    });
}

void PdfPane::makeMenu()
{
    m_moreButton->setObjectName(QStringLiteral("pdfButton"));
    QMenu *menu = newMenu(m_moreButton);
    const auto addAll = [menu](std::initializer_list<QAction *> actions) {
        for (QAction *action : actions) {
            menu->addAction(action);
        }
        menu->addSeparator();
    };
    addAll({m_find, m_next, m_previous});
    addAll({m_goToPage, m_contents});
    addAll({m_zoomIn, m_zoomOut, m_fitWidth, m_fitPage, m_twoPages});
    addAll({m_chooseWords, m_chooseRegion, m_region, m_copy, m_quote});
    m_fileMenu = newMenu(menu);
    m_fileMenu->setObjectName(QStringLiteral("pdfFileMenu"));
    m_fileMenu->setTitle(tr("Which PDF"));
    menu->addMenu(m_fileMenu);
    m_moreButton->setMenu(menu);
    m_moreButton->setToolTip(tr("What can be done with the PDF"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        QMenu *offered = newMenu(m_view);
        offered->setAttribute(Qt::WA_DeleteOnClose);
        offered->addActions({m_copy, m_quote, m_chooseWords, m_chooseRegion, m_region});
        offered->addSeparator();
        offered->addActions(m_acts);
        offered->popup(m_view->mapToGlobal(place));
    });
}

void PdfPane::connectView()
{
    connect(m_view, &PageView::pageChanged, this, &PdfPane::showPage);
    connect(m_view, &PageView::layoutChanged, this, &PdfPane::showZoom);
    connect(m_view, &PageView::findingChanged, this, &PdfPane::showFinding);
    connect(m_view, &PageView::selectionChanged, this, &PdfPane::fitActions);
    connect(m_view, &PageView::told, this, &PdfPane::told);
    connect(m_view, &PageView::quoted, this, &PdfPane::quoted);
    connect(m_view, &PageView::sentenceShown, this, &PdfPane::fitActions);
    connect(m_view, &PageView::opened, this, [this] {
        fitActions();
        showPage();
        if (!m_findEdit->text().isEmpty()) {
            m_view->find(m_findEdit->text(), false); // the same as in the file before
        }
    });
    connect(m_view, &PageView::outlined, this, [this](const std::vector<app::OutlineLine> &lines) {
        m_side->setOutline(lines);
        fitActions();
        showSide();
    });
    connect(m_side, &PageSide::pageWanted, m_view, &PageView::goToPage);
    connect(m_side, &PageSide::placeWanted, m_view, &PageView::showPlace);
    connect(m_side, &PageSide::closed, this, [this] {
        if (m_side->isOutlineShown()) {
            m_contents->setChecked(false);
        } else {
            endFind();
        }
    });
}

// The files.

void PdfPane::setFiles(const std::vector<PdfChoice> &files)
{
    const QString before = shownFile().sha256;
    const bool wasThere = m_shown >= 0 && m_files[static_cast<std::size_t>(m_shown)].problem.isEmpty();
    leaveFile();
    m_files = files;
    m_shown = -1;
    const QSignalBlocker quiet(m_fileBox);
    m_fileBox->clear();
    m_fileMenu->clear();
    for (const PdfChoice &choice : m_files) {
        const int place = m_fileBox->count();
        m_fileBox->addItem(choice.file.name);
        QString name = choice.file.name;
        connect(m_fileMenu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&"))),
                &QAction::triggered,
                this,
                [this, place] { showFile(place); });
    }
    m_fileMenu->menuAction()->setVisible(m_files.size() > 1);
    m_row->setOfUse(m_fileBox, m_files.size() > 1);
    const auto same =
        std::ranges::find_if(m_files, [&](const PdfChoice &choice) { return choice.file.sha256 == before; });
    if (same != m_files.end() && wasThere && same->problem.isEmpty()) {
        m_shown = static_cast<int>(same - m_files.begin());
        m_fileBox->setCurrentIndex(m_shown);
        fitActions();
    } else {
        showFile(m_files.empty() ? -1 : 0);
    }
}

const PageFileName &PdfPane::shownFile() const
{
    static const PageFileName kNone;
    return m_shown < 0 ? kNone : m_files[static_cast<std::size_t>(m_shown)].file;
}

void PdfPane::leaveFile()
{
    if (m_shown >= 0 && m_view->pageCount() > 0) {
        m_left.insert(shownFile().sha256, m_view->position());
    }
}

void PdfPane::showFile(int place)
{
    leaveFile();
    m_shown = place;
    m_fileBox->setCurrentIndex(place);
    if (place < 0) {
        m_view->showSentence({});
    } else if (const PdfChoice &choice = m_files[static_cast<std::size_t>(place)]; choice.problem.isEmpty()) {
        m_view->open(choice.file);
        m_view->setPosition(m_left.value(choice.file.sha256));
    } else {
        m_view->showSentence(choice.problem);
    }
    fitActions();
    showPage();
}

bool PdfPane::openAt(const QuotePlace &place)
{
    const QString wanted = shown(place.file);
    for (std::size_t at = 0; at < m_files.size(); ++at) {
        if (m_files[at].file.sha256 == wanted) {
            if (static_cast<int>(at) != m_shown) {
                showFile(static_cast<int>(at));
            }
            m_view->openAt(place);
            return m_files[at].problem.isEmpty();
        }
    }
    return false;
}

void PdfPane::setHighlighter(const Highlighter &highlighter)
{
    m_view->setHighlighter(highlighter);
}

void PdfPane::setQuotes(bool doesQuote)
{
    m_quote->setVisible(doesQuote);
}

void PdfPane::addActs(const QList<QAction *> &acts)
{
    m_acts += acts;
    m_moreButton->menu()->addActions(acts);
}

void PdfPane::addTool(QWidget *tool)
{
    m_row->add(tool, Stays);
}

void PdfPane::takeFocus()
{
    m_view->setFocus();
}

// What is shown of the pages.

void PdfPane::fitActions()
{
    const bool hasPages = m_view->pageCount() > 0;
    for (QAction *action : {m_find,
                            m_next,
                            m_previous,
                            m_goToPage,
                            m_zoomIn,
                            m_zoomOut,
                            m_fitWidth,
                            m_fitPage,
                            m_twoPages,
                            m_chooseWords,
                            m_chooseRegion,
                            m_region}) {
        action->setEnabled(hasPages);
    }
    m_pageEdit->setEnabled(hasPages);
    m_zoomBox->setEnabled(hasPages);
    m_findEdit->setEnabled(hasPages);
    m_copy->setEnabled(m_view->hasSelection());
    m_quote->setEnabled(m_view->hasSelection());
    m_contents->setEnabled(m_side->hasOutline());
    m_row->setOfUse(m_contentsButton, m_side->hasOutline());
}

void PdfPane::showPage()
{
    const int count = m_view->pageCount();
    m_pageEdit->setText(count == 0 ? QString() : QString::number(m_view->currentPage() + 1));
    m_pageLabel->setText(count == 0 ? QString() : tr("of %1").arg(grouped(count)));
    const QString widest = QString(QString::number(std::max(count, kPercent)).size(), QLatin1Char('0'));
    constexpr int kPadding = 22; // of the style sheet, and the cursor
    m_pageEdit->setFixedWidth(m_pageEdit->fontMetrics().horizontalAdvance(widest) + kPadding);
}

void PdfPane::goToTypedPage()
{
    const int page = std::clamp(m_pageEdit->text().toInt(), 1, std::max(1, m_view->pageCount()));
    m_view->goToPage(page - 1);
    showPage();
    takeFocus();
}

void PdfPane::showZoom()
{
    const QSignalBlocker quiet(m_zoomBox);
    const PageFit fit = m_view->layoutOfPages().fit();
    const int percent = static_cast<int>(std::lround(m_view->zoom() * kPercent));
    m_zoomBox->setPlaceholderText(tr("%1 %").arg(percent));
    m_zoomBox->setCurrentIndex(fit == PageFit::Width  ? kWidthEntry
                               : fit == PageFit::Page ? kPageEntry
                                                      : m_zoomBox->findData(percent));
    m_zoomBox->setToolTip(tr("%1 % of the size on paper").arg(percent));
    m_twoPages->setChecked(m_view->layoutOfPages().hasTwoPages());
}

QString PdfPane::sizeInWords() const
{
    const PageLayout &layout = m_view->layoutOfPages();
    const QString size = layout.fit() == PageFit::Width ? kWidth
                         : layout.fit() == PageFit::Page
                             ? kPage
                             : QString::number(std::lround(m_view->zoom() * kPercent));
    return layout.hasTwoPages() ? size + kTwo : size;
}

void PdfPane::keepSize(const QString &place)
{
    QString kept = QSettings().value(QStringLiteral("pdf/") + place, kWidth).toString();
    m_twoPages->setChecked(kept.endsWith(kTwo));
    kept.remove(kTwo);
    if (kept == kWidth || kept == kPage) {
        m_view->setFit(kept == kWidth ? PageFit::Width : PageFit::Page);
    } else if (const int percent = kept.toInt(); percent > 0) {
        m_view->setZoom(static_cast<double>(percent) / kPercent);
    }
    m_sizeKey = QStringLiteral("pdf/") + place;
    m_keptSize = sizeInWords();
    showZoom();
}

/// Sizes are written once they are done with, not at each turn of the wheel.
void PdfPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!m_sizeKey.isEmpty() && sizeInWords() != m_keptSize) {
        m_keptSize = sizeInWords();
        QSettings().setValue(m_sizeKey, m_keptSize);
    }
}

void PdfPane::chooseZoom(int entry)
{
    if (entry == kWidthEntry || entry == kPageEntry) {
        m_view->setFit(entry == kWidthEntry ? PageFit::Width : PageFit::Page);
    } else {
        m_view->setZoom(m_zoomBox->itemData(entry).toDouble() / kPercent);
    }
    takeFocus();
}

/// The contents where they are wanted, else what was found where something is looked for.
void PdfPane::showSide()
{
    const bool isOutline = m_contents->isChecked() && m_side->hasOutline();
    const bool isFinding = !m_findEdit->text().trimmed().isEmpty() && m_view->sentence().isEmpty();
    if (isOutline) {
        m_side->showOutline();
    } else if (isFinding) {
        m_side->showPlaces();
    }
    m_side->setVisible(isOutline || isFinding);
}

// Search.

void PdfPane::askForWords()
{
    const QString words = m_findEdit->text().simplified();
    m_view->find(words);
    if (!words.isEmpty()) {
        m_contents->setChecked(false);
    }
    showSide();
}

void PdfPane::showFinding()
{
    const PageFinding &finding = m_view->finding();
    m_findLabel->setText(wordsOf(finding));
    m_side->showFinding(finding);
}

void PdfPane::endFind()
{
    m_findEdit->clear();
    takeFocus();
}

} // namespace winnow::gui
