#include "gui/extraction/form_pane.h"

#include "extraction/conditions.h"
#include "extraction/values.h"
#include "gui/extraction/field_editor.h"
#include "gui/row_parts.h"
#include "gui/shown.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

using extraction::Field;
using extraction::FieldType;
using extraction::Values;

FieldEditor *editorOf(QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (auto *editor = qobject_cast<FieldEditor *>(widget)) {
            return editor;
        }
    }
    return nullptr;
}

QLabel *headingOf(QWidget *parent, const QString &text, double scale)
{
    QLabel *label = headingText(parent, text, scale);
    label->setContentsMargins(0, 12, 0, 4);
    return label;
}

bool isSame(const Field &one, const Field &other)
{
    const auto json = [](const Field &field) {
        extraction::Form form;
        form.sections = {{{}, {}, {field}}};
        return toJson(form);
    };
    return json(one) == json(other);
}

void removeLater(QWidget *widget)
{
    widget->hide();
    widget->deleteLater(); // it may be what led here
}

std::string pathOf(const Field &group, const std::string &instance, const Field &member)
{
    return extraction::toString({group.id, instance, member.id});
}

} // namespace

FormPane::FormPane(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 12, 0);
    m_rows->setSpacing(4);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        FieldEditor *left = before != nullptr && isAncestorOf(before) ? editorOf(before) : nullptr;
        if (left != nullptr && left != editorOf(now)) {
            Q_EMIT saveWanted(left);
        }
        if (FieldEditor *entered = now != nullptr && isAncestorOf(now) ? editorOf(now) : nullptr) {
            m_current = entered;
        }
    });
}

/// The focus leaves its fields as they go, which is nobody's leaving.
FormPane::~FormPane()
{
    disconnect(qApp, nullptr, this, nullptr);
}

bool FormPane::quote(const TypedQuote &quote)
{
    return m_current && std::ranges::find(m_editors, m_current.data()) != m_editors.end() && isEnabled() &&
           m_current->quote(quote);
}

void FormPane::setForm(const extraction::Form &form)
{
    if (form.id != m_form.id) {
        clear();
    }
    m_form = form;
    m_built.clear();
    m_isOtherForm = true;
}

void FormPane::clear()
{
    m_editors.clear();
    m_headings.clear();
    m_named.clear();
    m_built.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            removeLater(item->widget());
        }
        delete item;
    }
}

void FormPane::forgetNamed()
{
    m_named.clear();
    m_built.clear();
}

void FormPane::leave()
{
    for (FieldEditor *editor : m_editors) {
        Q_EMIT saveWanted(editor);
    }
}

std::vector<FieldEditor *> FormPane::unsaved() const
{
    std::vector<FieldEditor *> unsaved;
    std::ranges::copy_if(m_editors, std::back_inserter(unsaved), &FieldEditor::isTyped);
    return unsaved;
}

void FormPane::drop()
{
    std::ranges::for_each(m_editors, &FieldEditor::drop);
}

std::vector<std::string> FormPane::instances(const Field &group) const
{
    std::vector<std::string> names = extraction::instancesOf(group, m_all);
    if (const auto named = m_named.find(group.id); named != m_named.end()) {
        for (const std::string &name : named->second) {
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

void FormPane::show(const ExtractionState &state)
{
    m_state = state;
    const auto held = state.extraction.held(m_form);
    m_all.clear();
    for (const auto &[path, value] : held) {
        m_all.emplace(path, value.value);
    }
    const auto own = state.extraction.byExtractor.find(state.reviewer);
    const Values said = own == state.extraction.byExtractor.end() ? Values() : own->second;
    for (const auto &[path, value] : said) {
        m_all.insert_or_assign(path, value);
    }
    std::vector<std::string> paths;
    for (const Field *field : extraction::fieldsOf(m_form)) {
        paths.push_back(field->id);
        if (field->type != FieldType::Group) {
            continue;
        }
        for (const std::string &instance : instances(*field)) {
            for (const Field &member : field->fields) {
                paths.push_back(pathOf(*field, instance, member));
            }
        }
    }
    if (paths != m_built) {
        m_built = std::move(paths);
        rebuild();
    }
    for (FieldEditor *editor : m_editors) {
        editor->show(stateOf(*editor, held));
        editor->setVisible(m_all.contains(editor->path()) ||
                           extraction::isAsked(m_form, m_all, editor->path()));
    }
    for (const auto &[group, heading] : m_headings) {
        heading->setVisible(extraction::isAsked(m_form, m_all, group));
    }
    tellMissing(said);
}

FieldState FormPane::stateOf(const FieldEditor &editor,
                             const std::map<std::string, app::HeldValue> &held) const
{
    FieldState state;
    state.maySettle = m_state.maySettle;
    for (const auto &[extractor, values] : m_state.extraction.byExtractor) {
        const auto value = values.find(editor.path());
        if (value == values.end()) {
            continue;
        }
        if (extractor == m_state.reviewer) {
            state.own = value->second;
        } else {
            state.others.emplace_back(extractor, value->second);
        }
    }
    const auto &agreed = m_state.extraction.agreed;
    if (const auto value = agreed.find(editor.path()); value != agreed.end()) {
        state.agreed = value->second;
    }
    if (const auto value = held.find(editor.path()); value != held.end()) {
        state.computed = value->second.value;
    }
    const auto &notices = m_state.extraction.notices;
    if (const auto told = notices.find(editor.path()); told != notices.end()) {
        state.notices = told->second;
    }
    return state;
}

void FormPane::tellMissing(const Values &own)
{
    const extraction::Completeness completeness = extraction::completenessOf(m_form, own);
    QStringList names;
    for (const std::string &path : completeness.missing) {
        const Field *field = extraction::fieldAt(m_form, path);
        names << (field == nullptr ? shown(path) : shown(field->label));
    }
    m_missing = shown(completeness.text()) + QLatin1Char('.');
    if (!names.isEmpty()) {
        m_missing =
            tr("Still needed: %1.").arg(names.join(QStringLiteral(", "))) + QLatin1Char(' ') + m_missing;
    }
}

/// Fields that are shown already stay, with what is typed in them.
void FormPane::rebuild()
{
    m_editors.clear();
    m_headings.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            m_spare.push_back(item->widget());
        }
        delete item;
    }
    for (const extraction::Section &section : m_form.sections) {
        if (!section.title.empty()) {
            m_rows->addWidget(headingOf(this, shown(section.title), 1.25));
        }
        if (!section.help.empty()) {
            m_rows->addWidget(quietText(this, shown(section.help)));
        }
        for (const Field &field : section.fields) {
            if (field.type == FieldType::Group) {
                addGroup(field);
            } else {
                addEditor(field.id, field);
            }
        }
    }
    m_rows->addStretch(1);
    std::ranges::for_each(std::exchange(m_spare, {}), removeLater);
    m_isOtherForm = false;
    setFocusProxy(m_editors.empty() ? nullptr : m_editors.front());
    Q_EMIT rebuilt();
}

FieldEditor *FormPane::spareEditor(const std::string &path, const Field &field)
{
    const auto found = std::ranges::find_if(m_spare, [&](QWidget *one) {
        const auto *editor = qobject_cast<FieldEditor *>(one);
        return editor != nullptr && editor->path() == path &&
               (!m_isOtherForm || isSame(editor->field(), field));
    });
    if (found == m_spare.end()) {
        return nullptr;
    }
    auto *editor = qobject_cast<FieldEditor *>(*found);
    m_spare.erase(found);
    return editor;
}

void FormPane::addEditor(const std::string &path, const Field &field)
{
    if (FieldEditor *before = spareEditor(path, field)) {
        before->raise(); // Tab goes through the parts in their order
        m_rows->addWidget(before);
        m_editors.push_back(before);
        return;
    }
    auto *editor = new FieldEditor(path, field, this);
    connect(editor, &FieldEditor::saveWanted, this, [this, editor] { Q_EMIT saveWanted(editor); });
    connect(editor, &FieldEditor::placeWanted, this, &FormPane::placeWanted);
    connect(editor, &FieldEditor::agreeWanted, this, [this, editor](const extraction::Value &value) {
        Q_EMIT agreeWanted(editor, value);
    });
    connect(editor, &FieldEditor::lineAdded, this, &FormPane::lineAdded);
    m_rows->addWidget(editor);
    m_editors.push_back(editor);
}

void FormPane::addGroup(const Field &group)
{
    const QString headName = QStringLiteral("head of ") + shown(group.id);
    const auto before = std::ranges::find(m_spare, headName, &QWidget::objectName);
    QWidget *heading = nullptr;
    if (before != m_spare.end() && !m_isOtherForm) {
        heading = *before;
        heading->raise();
        m_spare.erase(before);
    } else {
        heading = headOf(group);
        heading->setObjectName(headName);
    }
    m_rows->addWidget(heading);
    m_headings.emplace(group.id, heading);
    for (const std::string &instance : instances(group)) {
        m_rows->addWidget(headingOf(this, shown(instance), 1.0));
        for (const Field &member : group.fields) {
            addEditor(pathOf(group, instance, member), member);
        }
    }
}

/// With the line in which the next instance is named.
QWidget *FormPane::headOf(const Field &group)
{
    auto *heading = new QWidget(this);
    auto *rows = new QVBoxLayout(heading);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(4);
    rows->addWidget(headingOf(heading, shown(group.label), 1.1));
    if (!group.help.empty()) {
        rows->addWidget(quietText(heading, shown(group.help)));
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *name = new QLineEdit(heading);
    name->setObjectName(shown(group.id) + QStringLiteral("NameEdit"));
    name->setPlaceholderText(tr("Name of the next one, such as \u201cintervention\u201d"));
    name->setAccessibleName(tr("Name of the next one of %1").arg(shown(group.label)));
    name->setMaxLength(static_cast<int>(extraction::kMostInstanceBytes) / 4);
    auto *add = new QPushButton(tr("Add"), heading);
    add->setObjectName(shown(group.id) + QStringLiteral("AddButton"));
    add->setAutoDefault(false);
    add->setAccessibleName(tr("Add one to %1").arg(shown(group.label)));
    line->addWidget(name, 1);
    line->addWidget(add);
    rows->addLayout(line);
    const auto take = [this, id = group.id, name] {
        const QString typed = name->text().simplified();
        name->clear();
        nameInstance(id, typed);
    };
    connect(add, &QPushButton::clicked, this, take);
    connect(name, &QLineEdit::returnPressed, this, take);
    return heading;
}

/// The arm is there once a value of it is saved.
void FormPane::nameInstance(const std::string &group, const QString &name)
{
    if (name.isEmpty()) {
        return;
    }
    leave();
    const std::string first = name.toStdString();
    std::vector<std::string> &named = m_named[group];
    if (std::ranges::find(named, first) == named.end()) {
        named.push_back(first);
    }
    show(ExtractionState(m_state));
    const std::string start = extraction::toString({group, first, {}});
    const auto editor = std::ranges::find_if(
        m_editors, [&](const FieldEditor *one) { return one->path().starts_with(start); });
    if (editor != m_editors.end()) {
        (*editor)->setFocus();
    }
}

} // namespace winnow::gui
