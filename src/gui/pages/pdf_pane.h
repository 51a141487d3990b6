#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "gui/pages/page_view.h"
#endif

#include <QHash>
#include <QWidget>

#include <array>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;

namespace winnow::gui {

class FittingRow;
class PageSide;

/// A PDF that can be shown, or why it cannot.
struct PdfChoice
{
    PageFileName file;
    QString problem = {}; ///< empty: it is there
};

/// The PDFs of a report, one of which is shown: its pages, and a thin row of tools above them. It knows
/// nothing of reviews: whoever shows it says which files there are, and attaches and detaches them.
class PdfPane : public QWidget
{
    Q_OBJECT

public:
    explicit PdfPane(QWidget *parent = nullptr);
    ~PdfPane() override;

    /// Keeps how large pages are, and whether two stand side by side, from one start to the next. `place` is
    /// one for all panes that share it.
    void keepSize(const QString &place);

    /// The one that is shown stays so where it is among them, and is not read again; else the first is shown,
    /// at the place where it was left.
    void setFiles(const std::vector<PdfChoice> &files);

    [[nodiscard]] bool hasFiles() const { return !m_files.empty(); }

    /// The file that is shown; its hash is empty where there is none.
    [[nodiscard]] const PageFileName &shownFile() const;

    void setHighlighter(const Highlighter &highlighter);

    /// Shows the place of a quote, marked; false where none of the files has it.
    bool openAt(const QuotePlace &place);

    /// Whether a selection can be quoted from here; else nobody asks for quoted().
    void setQuotes(bool doesQuote);

    /// What else can be done with the file, for the menus.
    void addActs(const QList<QAction *> &acts);

    [[nodiscard]] PageView *view() const { return m_view; }

    /// Selecting words, or a part of a page, by keys; for those who want the keys to work from beside the
    /// pane.
    [[nodiscard]] std::array<QAction *, 2> choosingActions() const { return {m_chooseWords, m_chooseRegion}; }

    /// Another tool at the end of the row.
    void addTool(QWidget *tool);

    void takeFocus();

Q_SIGNALS:
    void quoted(const QString &text, const winnow::QuotePlace &place);
    void told(const QString &text); ///< a line that needs no answer

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QString sizeInWords() const; ///< as settings have it
    void makeTools();
    void makeFind();
    void makeActions();
    void makeMenu();
    void connectView();
    QAction *add(const char *name, const QString &text, const QList<QKeySequence> &keys);
    void showFile(int place);
    void leaveFile();
    void fitActions();
    void showPage();
    void showZoom();
    void showFinding();
    void askForWords();
    void endFind();
    void showSide();
    void goToTypedPage();
    void chooseZoom(int entry);

    std::vector<PdfChoice> m_files;
    int m_shown = -1;
    QHash<QString, double> m_left; ///< how far down files were when they were left, by hash
    QList<QAction *> m_acts;

    PageView *m_view;
    PageSide *m_side;
    QSplitter *m_splitter;
    FittingRow *m_row;
    QComboBox *m_fileBox;
    QMenu *m_fileMenu = nullptr; ///< the same where there is no room for the box
    QPushButton *m_contentsButton;
    QLineEdit *m_pageEdit;
    QLabel *m_pageLabel;
    QComboBox *m_zoomBox;
    QLineEdit *m_findEdit;
    QLabel *m_findLabel;
    QPushButton *m_moreButton;

    QAction *m_find = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_contents = nullptr;
    QAction *m_goToPage = nullptr;
    QAction *m_zoomIn = nullptr;
    QAction *m_zoomOut = nullptr;
    QAction *m_fitWidth = nullptr;
    QAction *m_fitPage = nullptr;
    QAction *m_twoPages = nullptr;
    QString m_sizeKey;  ///< in settings; empty: not kept
    QString m_keptSize; ///< as it was read or written last
    QAction *m_chooseWords = nullptr;
    QAction *m_chooseRegion = nullptr;
    QAction *m_region = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_quote = nullptr;
};

} // namespace winnow::gui
