#include "filled_review.h"
#include "gui/file_dialog.h"
#include "gui/frame/steps.h"
#include "gui/log/log_model.h"
#include "gui/settings/settings_dialog.h"
#include "support/temp_folder.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <mutex>
#include <set>

namespace winnow::gui {

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one, or several by number
};

/// The forms of a <translation>, at whose beginning the reader stands.
QStringList readForms(QXmlStreamReader &xml)
{
    QStringList forms;
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            forms << xml.readElementText();
        } else if (xml.isCharacters()) {
            text += xml.text();
        } else if (xml.isEndElement()) {
            break;
        }
    }
    return forms.isEmpty() ? QStringList(text) : forms;
}

std::vector<Message> messagesOf(const char *name)
{
    QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/forms/translations/%1.ts").arg(QLatin1String(name)));
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            message.context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.forms = readForms(xml);
            messages.push_back(message);
        }
    }
    return messages;
}

/// The places for numbers and names, and the tags, in alphabetical order.
QStringList partsOf(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("%L?(?:\\d+|n)|</?[a-z]+[^>]*>"));
    QStringList parts;
    for (auto found = part.globalMatch(text); found.hasNext();) {
        parts << found.next().captured();
    }
    parts.sort();
    return parts;
}

/// Notes what is asked for in the contexts of Winnow and is not in the file of translations.
class Listener : public QTranslator
{
public:
    explicit Listener(const std::vector<Message> &messages)
    {
        for (const Message &message : messages) {
            m_known.insert({message.context, message.source});
            m_contexts.insert(message.context);
        }
    }

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString
    translate(const char *context, const char *source, const char * /*comment*/, int /*count*/) const override
    {
        const QString where = QString::fromUtf8(context);
        const QString text = QString::fromUtf8(source);
        const bool isOurs = where.startsWith(QLatin1String("winnow")) || m_contexts.contains(where);
        if (isOurs && !text.isEmpty() && !m_known.contains({where, text})) {
            const std::scoped_lock lock(m_lock); // workers ask, too
            m_unknown << where + QStringLiteral(": ") + text;
        }
        return {};
    }

    [[nodiscard]] QStringList unknown() const
    {
        const std::scoped_lock lock(m_lock);
        return m_unknown;
    }

private:
    std::set<std::pair<QString, QString>> m_known;
    std::set<QString> m_contexts;
    mutable std::mutex m_lock;
    mutable QStringList m_unknown;
};

} // namespace

/// The program speaks the language that was chosen.
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<test::TempFolder>(); }

    void cleanup()
    {
        m_window.reset();
        installLanguage(*qApp, Language::English);
    }

    void keepsPlacesAndTagsInEachTranslation()
    {
        std::vector<Message> messages = messagesOf("winnow_id");
        QVERIFY(messages.size() > 1000);
        const std::vector<Message> ofQt = messagesOf("qt_id");
        QVERIFY(!ofQt.empty());
        messages.insert(messages.end(), ofQt.begin(), ofQt.end());
        for (const Message &message : messages) {
            const QByteArray name = (message.context + QStringLiteral(": ") + message.source).toUtf8();
            QVERIFY2(!message.forms.isEmpty(), name.constData());
            for (const QString &form : message.forms) {
                QVERIFY2(!form.isEmpty(), name.constData());
                QVERIFY2(partsOf(form) == partsOf(message.source), name.constData());
            }
        }
    }

    void takesTheFirstLanguageOfTheSystemThatItHas()
    {
        const std::vector<std::pair<QStringList, Language>> rows{
            {{QStringLiteral("id-ID"), QStringLiteral("id")}, Language::Indonesian},
            {{QStringLiteral("en-GB")}, Language::English},
            {{QStringLiteral("de-DE"), QStringLiteral("id")}, Language::Indonesian},
            {{QStringLiteral("de-DE"), QStringLiteral("fr")}, Language::English}, // none that it has
            {{}, Language::English},
        };
        for (const auto &[wanted, language] : rows) {
            const QByteArray name = wanted.join(QLatin1Char(' ')).toUtf8();
            QVERIFY2(languageFor(Language::System, wanted) == language, name.constData());
            QVERIFY2(languageFor(Language::English, wanted) == Language::English, name.constData());
        }
    }

    void tellsOneRecordInTheSingular()
    {
        open(Language::English);
        m_window->goTo({StepId::Records});
        auto *count = m_window->findChild<QLabel *>(QStringLiteral("countLabel"));
        QVERIFY(count != nullptr);
        QTRY_COMPARE(count->text(), QStringLiteral("1 record"));
    }

    void showsStepsActionsAndNumbersInIndonesian()
    {
        open(Language::Indonesian);
        QCOMPARE(titleOf(StepId::Overview), translationOf("Steps", "Overview"));
        QVERIFY(titleOf(StepId::Overview) != QStringLiteral("Overview"));
        QCOMPARE(QLocale().toString(12345), QStringLiteral("12.345"));
        const std::vector<Message> messages = messagesOf("winnow_id");
        QStringList english;
        for (const Message &message : messages) {
            if (message.forms.front() != message.source) {
                english << message.source;
            }
        }
        const QList<QAction *> actions = m_window->findChildren<QAction *>();
        QVERIFY(actions.size() > 10);
        for (const QAction *action : actions) {
            QVERIFY2(!english.contains(action->text()), qPrintable(action->text()));
        }
    }

    void saysWhatWasDoneInIndonesian()
    {
        open(Language::Indonesian);
        m_window->goTo({StepId::Log});
        const auto *log = m_window->findChild<LogModel *>();
        QTRY_VERIFY(log->rowCount() > 0);
        const app::LogEntry &import = log->entryAt(log->rowCount() - 1);
        QVERIFY2(import.text.starts_with("impor "), import.text.c_str());
        QCOMPARE(kindName(import.event.kind), QStringLiteral("Impor"));
    }

    void showsButtonsMenusAndFileDialogsOfQtInIndonesian()
    {
        installLanguage(*qApp, Language::Indonesian);
        const QDialogButtonBox buttons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
        QCOMPARE(buttons.button(QDialogButtonBox::Save)->text(), QStringLiteral("Simpan"));
        QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text(), QStringLiteral("Batal"));

        QLineEdit line;
        const std::unique_ptr<QMenu> ofLine(line.createStandardContextMenu());
        QVERIFY(wordsOf(*ofLine).contains(QStringLiteral("Salin")));
        QPlainTextEdit text;
        const std::unique_ptr<QMenu> ofText(text.createStandardContextMenu());
        QVERIFY(wordsOf(*ofText).contains(QStringLiteral("Salin")));

        const auto dialog = fileDialog(nullptr, {}, {});
        QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("lookInLabel"))->text(),
                 QStringLiteral("Cari di:"));
    }

    void findsEveryTextInItsContext()
    {
        Listener listener(messagesOf("winnow_id"));
        installLanguage(*qApp, Language::English);
        QCoreApplication::installTranslator(&listener); // the last is asked first
        open();
        for (const StepEntry &entry : allSteps()) {
            m_window->goTo({entry.id});
            QTest::qWait(100);
        }
        m_window->findChild<QAction *>(QStringLiteral("settingsAction"))->trigger();
        m_window->findChild<QAction *>(QStringLiteral("keysAction"))->trigger();
        QCoreApplication::removeTranslator(&listener);
        QVERIFY2(listener.unknown().isEmpty(), qPrintable(listener.unknown().join(QLatin1Char('\n'))));
    }

    void keepsTheChoiceForTheNextStart()
    {
        QSettings store(QString::fromStdString((m_folder->path() / "winnow.ini").string()),
                        QSettings::IniFormat);
        Appearance appearance(&store);
        SettingsDialog dialog(appearance, nullptr);
        auto *box = dialog.findChild<QComboBox *>(QStringLiteral("languageBox"));
        box->setCurrentIndex(box->findText(QStringLiteral("Bahasa Indonesia")));
        QVERIFY(Appearance(&store).preferences().language == Language::Indonesian);
    }

private:
    /// A window that is made in the language.
    void open(Language language)
    {
        installLanguage(*qApp, language);
        open();
    }

    void open()
    {
        m_window = std::make_unique<ReviewWindow>(app::Services{&m_clock, &m_uuids, "anna"});
        QVERIFY(fillReview(*m_window, *m_folder, "TY  - JOUR\nTI  - Paper\nER  - \n"));
        m_window->show();
    }

    /// What the entries of a menu say, without their keys.
    static QStringList wordsOf(const QMenu &menu)
    {
        QStringList words;
        for (const QAction *action : menu.actions()) {
            words << action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
        }
        return words;
    }

    static QString translationOf(const char *context, const char *source)
    {
        for (const Message &message : messagesOf("winnow_id")) {
            if (message.context == QLatin1String(context) && message.source == QLatin1String(source)) {
                return message.forms.front();
            }
        }
        return {};
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace winnow::gui

// Not watched: all steps are made at once here.
QTEST_MAIN(winnow::gui::LanguageTest)
#include "language_test.moc"
