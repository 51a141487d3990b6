#include "gui/reading/highlights.h"

#include "query/term_words.h"

#include <QCoreApplication>
#include <QSettings>

#include <utility>

namespace winnow::gui {

namespace {

/// A line of a group: words side by side, quoted or not.
query::NodePtr termOf(const QString &line)
{
    query::Node node;
    node.kind = query::NodeKind::Term;
    node.form = query::TermForm::Loose;
    node.text = line.toStdString();
    node.words = query::termWords(node.text, true);
    return node.words.empty() ? nullptr : std::make_shared<const query::Node>(std::move(node));
}

query::NodePtr anyOf(const QStringList &lines)
{
    query::Node any;
    any.kind = query::NodeKind::Or;
    for (const QString &line : lines) {
        if (query::NodePtr term = termOf(line)) {
            any.children.push_back(std::move(term));
        }
    }
    return any.children.empty() ? nullptr : std::make_shared<const query::Node>(std::move(any));
}

QString groupsKey(const QString &review)
{
    return QStringLiteral("highlights/") + review;
}

} // namespace

Highlighter::Highlighter(std::vector<HighlightGroup> groups, query::NodePtr query)
    : m_groups(std::move(groups))
    , m_query(std::move(query))
{
    m_terms.reserve(m_groups.size());
    for (const HighlightGroup &group : m_groups) {
        m_terms.push_back(anyOf(group.terms));
    }
}

std::vector<MarkedSpan> Highlighter::spans(query::Field field, std::string_view text) const
{
    constexpr std::size_t kNone = kQuery - 1;
    std::vector<std::size_t> owners(text.size(), kNone); // by byte
    const auto mark = [&](const query::NodePtr &words, std::size_t group) {
        if (words) {
            for (const query::TextSpan &span : query::matchedSpans(*words, field, text)) {
                std::fill(owners.begin() + static_cast<std::ptrdiff_t>(span.from),
                          owners.begin() + static_cast<std::ptrdiff_t>(span.to),
                          group);
            }
        }
    };
    mark(m_query, kQuery);
    for (std::size_t group = 0; group < m_terms.size(); ++group) {
        mark(m_terms[group], group);
    }
    std::vector<MarkedSpan> spans;
    for (std::size_t at = 0; at < owners.size(); ++at) {
        const bool goesOn = !spans.empty() && spans.back().span.to == at && spans.back().group == owners[at];
        if (goesOn) {
            ++spans.back().span.to;
        } else if (owners[at] != kNone) {
            spans.push_back({{at, at + 1}, owners[at]});
        }
    }
    return spans;
}

HighlightKind Highlighter::kindOf(std::size_t group) const
{
    return group == kQuery ? HighlightKind::Query : m_groups.at(group).kind;
}

QString Highlighter::letterOf(std::size_t group) const
{
    if (kindOf(group) != HighlightKind::Own) {
        return {};
    }
    char16_t letter = u'A';
    for (std::size_t before = 0; before < group; ++before) {
        letter = static_cast<char16_t>(letter + (m_groups[before].kind == HighlightKind::Own ? 1 : 0));
    }
    return QString(QChar(letter));
}

std::vector<HighlightGroup> highlightsOf(QSettings *store, const QString &review)
{
    std::vector<HighlightGroup> groups{
        {HighlightKind::Include, QCoreApplication::translate("Highlights", "Words for including"), {}},
        {HighlightKind::Exclude, QCoreApplication::translate("Highlights", "Words for excluding"), {}}};
    if (store == nullptr) {
        return groups;
    }
    const int count = store->beginReadArray(groupsKey(review));
    for (int i = 0; i < count; ++i) {
        store->setArrayIndex(i);
        const auto kind = static_cast<HighlightKind>(store->value(QStringLiteral("kind")).toInt());
        const QStringList terms = store->value(QStringLiteral("terms")).toStringList();
        if (kind == HighlightKind::Include || kind == HighlightKind::Exclude) {
            groups[kind == HighlightKind::Include ? 0 : 1].terms = terms;
        } else {
            groups.push_back({HighlightKind::Own, store->value(QStringLiteral("name")).toString(), terms});
        }
    }
    store->endArray();
    return groups;
}

void keepHighlights(QSettings *store, const QString &review, const std::vector<HighlightGroup> &groups)
{
    if (store == nullptr) {
        return;
    }
    store->remove(groupsKey(review));
    store->beginWriteArray(groupsKey(review), static_cast<int>(groups.size()));
    int place = 0;
    for (const HighlightGroup &group : groups) {
        store->setArrayIndex(place);
        store->setValue(QStringLiteral("kind"), static_cast<int>(group.kind));
        store->setValue(QStringLiteral("name"), group.name);
        store->setValue(QStringLiteral("terms"), group.terms);
        ++place;
    }
    store->endArray();
}

} // namespace winnow::gui
