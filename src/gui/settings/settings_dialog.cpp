#include "gui/settings/settings_dialog.h"

#include "gui/row_parts.h"
#include "ui_settings_dialog.h"

#include <QApplication>
#include <QKeySequenceEdit>

namespace winnow::gui {

namespace {

/// Makes the entries of a box from words in the order of an enumeration.
void fill(QComboBox *box, std::initializer_list<QString> words)
{
    for (const QString &word : words) {
        box->addItem(word);
    }
    scrollOver(box);
}

int placeOf(auto kind)
{
    return static_cast<int>(kind);
}

} // namespace

SettingsDialog::SettingsDialog(Appearance &appearance, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_appearance(appearance)
    , m_before(appearance.preferences())
{
    m_ui->setupUi(this);
    m_isShowing = true;
    setUpLook();
    setUpReading();
    setUpKeys();
    setUpYou();
    m_isShowing = false;
    show(m_before);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->beforeButton, &QPushButton::clicked, this, [this] {
        m_appearance.setPreferences(m_before);
        show(m_before);
    });
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::setUpLook()
{
    fill(m_ui->coloursBox,
         {tr("As the system has them"),
          tr("Light"),
          tr("Dark"),
          tr("High contrast, light"),
          tr("High contrast, dark")});
    m_ui->fontSizeSpin->setRange(kLeastInterfaceSize - 1, kMostInterfaceSize);
    m_ui->fontSizeSpin->setSpecialValueText(tr("As the system has it"));
    scrollOver(m_ui->fontSizeSpin);
    setQuiet(m_ui->lookLabel);
    connect(m_ui->coloursBox, &QComboBox::currentIndexChanged, this, &SettingsDialog::take);
    connect(m_ui->fontSizeSpin, &QSpinBox::valueChanged, this, &SettingsDialog::take);
    connect(m_ui->foldCheck, &QCheckBox::toggled, this, &SettingsDialog::take);
}

void SettingsDialog::setUpReading()
{
    m_ui->readingSizeSpin->setRange(kLeastReadingSize - 1, kMostReadingSize);
    m_ui->readingSizeSpin->setSpecialValueText(tr("Fitting the letters of the program"));
    m_ui->lineLengthSpin->setRange(kLeastLineLength, kMostLineLength);
    for (QWidget *box :
         std::initializer_list<QWidget *>{m_ui->familyBox, m_ui->readingSizeSpin, m_ui->lineLengthSpin}) {
        scrollOver(box);
    }
    connect(m_ui->ownFamilyCheck, &QCheckBox::toggled, m_ui->familyBox, &QWidget::setEnabled);
    connect(m_ui->ownFamilyCheck, &QCheckBox::toggled, this, &SettingsDialog::take);
    connect(m_ui->familyBox, &QFontComboBox::currentFontChanged, this, &SettingsDialog::take);
    connect(m_ui->readingSizeSpin, &QSpinBox::valueChanged, this, &SettingsDialog::take);
    connect(m_ui->lineLengthSpin, &QSpinBox::valueChanged, this, &SettingsDialog::take);
}

void SettingsDialog::setUpKeys()
{
    fill(m_ui->presetBox, {tr("Winnow"), tr("Rayyan: I, E and U"), tr("ASReview: R and I"), tr("Your own")});
    connect(m_ui->presetBox, &QComboBox::currentIndexChanged, this, &SettingsDialog::takePreset);
    QWidget *last = m_ui->presetBox;
    for (const ActEntry &entry : allActs()) {
        auto *edit = new QKeySequenceEdit(m_ui->keysPane);
        edit->setObjectName(QStringLiteral("key-") + QString::fromLatin1(entry.name));
        edit->setAccessibleName(titleOf(entry.act));
        m_ui->keysLayout->addRow(titleOf(entry.act), edit);
        connect(edit,
                &QKeySequenceEdit::keySequenceChanged,
                this,
                [this, act = entry.act](const QKeySequence &key) { takeKey(act, key); });
        m_keyEdits.at(static_cast<std::size_t>(entry.act)) = edit;
        QWidget::setTabOrder(last, edit);
        last = edit;
    }
    setQuiet(m_ui->digitsLabel);
    setProblem(m_ui->conflictLabel, {});
    m_ui->conflictLabel->setProperty("ink", QStringLiteral("problem"));
}

void SettingsDialog::setUpYou()
{
    setQuiet(m_ui->reviewerNoteLabel);
    connect(m_ui->reviewerEdit, &QLineEdit::editingFinished, this, &SettingsDialog::take);
    for (const LanguageEntry &entry : allLanguages()) {
        m_ui->languageBox->addItem(titleOf(entry.language));
    }
    setQuiet(m_ui->languageLabel);
    connect(m_ui->languageBox, &QComboBox::currentIndexChanged, this, &SettingsDialog::take);
}

void SettingsDialog::show(const Preferences &preferences)
{
    m_isShowing = true;
    m_ui->coloursBox->setCurrentIndex(placeOf(preferences.look.colours));
    m_ui->fontSizeSpin->setValue(preferences.look.fontSize.value_or(kLeastInterfaceSize - 1));
    m_ui->foldCheck->setChecked(preferences.foldsSideBar);
    const bool hasFamily = !preferences.readingFamily.isEmpty();
    m_ui->ownFamilyCheck->setChecked(hasFamily);
    m_ui->familyBox->setEnabled(hasFamily);
    m_ui->familyBox->setCurrentFont(hasFamily ? QFont(preferences.readingFamily) : QApplication::font());
    m_ui->readingSizeSpin->setValue(preferences.readingSize.value_or(kLeastReadingSize - 1));
    m_ui->lineLengthSpin->setValue(preferences.lineLength);
    m_ui->presetBox->setCurrentIndex(placeOf(preferences.keyPreset));
    m_ui->languageBox->setCurrentIndex(placeOf(preferences.language));
    m_ui->reviewerEdit->setText(preferences.reviewer);
    m_isShowing = false;
    showKeys(m_appearance.keys());
    showSample();
}

void SettingsDialog::showKeys(const ScreeningKeys &keys)
{
    m_isShowing = true;
    m_keys = keys;
    for (const ActEntry &entry : allActs()) {
        m_keyEdits.at(static_cast<std::size_t>(entry.act))->setKeySequence(keys.of(entry.act));
    }
    setProblem(m_ui->conflictLabel, {});
    m_isShowing = false;
}

/// A text as the reading place will have it.
void SettingsDialog::showSample()
{
    const QFont font = m_appearance.readingFont();
    m_ui->sampleLabel->setFont(font);
    m_ui->sampleLabel->setMaximumWidth(QFontMetrics(font).averageCharWidth() * m_appearance.lineLength());
}

void SettingsDialog::take()
{
    if (m_isShowing) {
        return;
    }
    Preferences all = m_appearance.preferences();
    all.look.colours = static_cast<Colours>(m_ui->coloursBox->currentIndex());
    const int size = m_ui->fontSizeSpin->value();
    all.look.fontSize = size < kLeastInterfaceSize ? std::nullopt : std::optional(size);
    all.foldsSideBar = m_ui->foldCheck->isChecked();
    all.readingFamily =
        m_ui->ownFamilyCheck->isChecked() ? m_ui->familyBox->currentFont().family() : QString();
    const int readingSize = m_ui->readingSizeSpin->value();
    all.readingSize = readingSize < kLeastReadingSize ? std::nullopt : std::optional(readingSize);
    all.lineLength = m_ui->lineLengthSpin->value();
    all.language = static_cast<Language>(m_ui->languageBox->currentIndex());
    all.reviewer = m_ui->reviewerEdit->text();
    m_appearance.setPreferences(all);
    showSample();
}

void SettingsDialog::takePreset()
{
    if (m_isShowing) {
        return;
    }
    Preferences all = m_appearance.preferences();
    all.keyPreset = static_cast<KeyPreset>(m_ui->presetBox->currentIndex());
    m_appearance.setPreferences(all);
    showKeys(m_appearance.keys());
}

/// A key of one's own makes all keys one's own, beginning with those that are shown.
void SettingsDialog::takeKey(Act act, const QKeySequence &key)
{
    if (m_isShowing) {
        return;
    }
    const QKeySequence first = key.isEmpty() ? key : QKeySequence(key[0]); // one key, not several in a row
    if (first != key) {
        m_isShowing = true;
        m_keyEdits.at(static_cast<std::size_t>(act))->setKeySequence(first);
        m_isShowing = false;
    }
    m_keys.set(act, first);
    m_isShowing = true;
    m_ui->presetBox->setCurrentIndex(placeOf(KeyPreset::Own));
    m_isShowing = false;
    const QStringList conflicts = m_keys.conflicts();
    setProblem(m_ui->conflictLabel,
               conflicts.isEmpty() ? QString()
                                   : conflicts.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                                         tr("Until then the keys stay what they were."));
    if (conflicts.isEmpty()) {
        Preferences all = m_appearance.preferences();
        all.keyPreset = KeyPreset::Own;
        all.ownKeys = m_keys;
        m_appearance.setPreferences(all);
    }
}

} // namespace winnow::gui
