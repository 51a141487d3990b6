#include "query/dialects/support/print_ask.h"

#include "query/dialects/support/relax.h"

#include <algorithm>

namespace winnow::query {

namespace {

/// Calls `visit` for each part of a text divided by `divider`; once for an empty text.
template <class Visit>
void forEachPart(std::string_view text, char divider, const Visit &visit)
{
    for (;;) {
        const std::size_t end = std::min(text.find(divider), text.size());
        visit(text.substr(0, end));
        if (end == text.size()) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

/// Joins alternatives by OR, in parentheses where there are several.
class Alternatives
{
public:
    explicit Alternatives(std::string_view orSign)
        : m_orSign(orSign)
    {}

    void add(const std::string &text)
    {
        m_text.append(m_count == 0 ? std::string_view() : m_orSign).append(text);
        ++m_count;
    }

    [[nodiscard]] std::string text() const { return m_count > 1 ? "(" + m_text + ")" : m_text; }

private:
    std::string_view m_orSign;
    std::string m_text;
    std::size_t m_count = 0;
};

std::string phraseOf(const Ask &ask)
{
    std::string phrase;
    for (const std::string &word : ask.words) {
        phrase.append(phrase.empty() ? "" : " ").append(word);
    }
    return phrase;
}

class Printing
{
public:
    explicit Printing(const Notation &notation)
        : m_notation(notation)
    {}

    void print(const Ask &ask)
    {
        switch (ask.kind) {
        case AskKind::And:
            return join(ask, m_notation.andSign);
        case AskKind::Or:
            return join(ask, m_notation.orSign);
        case AskKind::AndNot:
            return join(ask, m_notation.notSign);
        case AskKind::Words:
            return words(ask);
        case AskKind::Years:
            text += m_notation.years(ask.years);
            return;
        case AskKind::Values:
            return values(ask);
        }
    }

    std::string text;

private:
    void join(const Ask &ask, std::string_view sign)
    {
        if (m_notation.groupsWords && isOrOfOneField(ask)) {
            return group(ask);
        }
        bool isFirst = true;
        for (const Ask &child : ask.children) {
            text += isFirst ? std::string_view() : sign;
            isFirst = false;
            const bool isGroup = !child.children.empty();
            text += isGroup ? "(" : "";
            print(child);
            text += isGroup ? ")" : "";
        }
    }

    static bool isOrOfOneField(const Ask &ask)
    {
        const TargetField *field = ask.children.front().field;
        return ask.kind == AskKind::Or && field != nullptr &&
               std::ranges::all_of(ask.children, [&](const Ask &child) { return child.field == field; });
    }

    /// key:(a OR "b c"), for each key of the field.
    void group(const Ask &ask)
    {
        std::string all;
        for (const Ask &child : ask.children) {
            all.append(all.empty() ? std::string_view() : m_notation.orSign)
                .append(m_notation.words(phraseOf(child), {}));
        }
        std::string_view sign;
        forEachPart(ask.children.front().field->keys, ' ', [&](std::string_view key) {
            text.append(sign).append(keyed(key, key.empty() ? all : "(" + all + ")"));
            sign = m_notation.orSign;
        });
    }

    void words(const Ask &ask)
    {
        const std::string phrase = phraseOf(ask);
        Alternatives all(m_notation.orSign);
        forEachPart(
            ask.field->keys, ' ', [&](std::string_view key) { all.add(m_notation.words(phrase, key)); });
        text += all.text();
    }

    void values(const Ask &ask)
    {
        Alternatives all(m_notation.orSign);
        for (const SpelledValue &value : ask.values) {
            forEachPart(value.spelling, '|', [&](std::string_view spelling) {
                all.add(m_notation.value(spelling, ask.valueField->key));
            });
        }
        text += all.text();
    }

    const Notation &m_notation;
};

/// In a web address, where all but letters, digits and - . _ ~ takes three bytes.
std::size_t addressBytes(std::string_view text)
{
    std::size_t bytes = 0;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             std::string_view("-._~").find(c) != std::string_view::npos;
        bytes += isPlain ? 1 : 3;
    }
    return bytes;
}

} // namespace

std::string printAsk(const Ask &ask, const Notation &notation)
{
    Printing printing(notation);
    printing.print(ask);
    return std::move(printing.text);
}

std::string keyed(std::string_view key, std::string_view text)
{
    return std::string(key) + (key.empty() ? "" : ":") + std::string(text);
}

std::string quotedPhrase(std::string_view phrase)
{
    const bool isPhrase = phrase.find(' ') != std::string_view::npos;
    return isPhrase ? "\"" + std::string(phrase) + "\"" : std::string(phrase);
}

Translation translateWith(const Node &root,
                          const Capabilities &target,
                          const std::function<std::string(const Ask &ask)> &print)
{
    Relaxed relaxed = relax(root, target);
    Translation translation;
    translation.isSuperset = relaxed.isSuperset;
    translation.losses = std::move(relaxed.losses);
    if (relaxed.root) {
        translation.text = print(*relaxed.root);
    }
    if (relaxed.root && translation.text.empty()) {
        translation.isSuperset = false;
        translation.losses.push_back(
            {root.from, root.to, std::string(target.name) + " cannot be asked without words.", true, true});
    }
    tellOfLength(translation, root, target);
    return translation;
}

Translation translateBy(const Node &root, const Capabilities &target, const Notation &notation)
{
    return translateWith(root, target, [&](const Ask &ask) { return printAsk(ask, notation); });
}

void tellOfLength(Translation &translation, const Node &root, const Capabilities &target)
{
    const std::size_t bytes = target.maxAddressBytes == 0 ? 0 : addressBytes(translation.text);
    if (bytes > target.maxAddressBytes) {
        translation.losses.push_back({root.from,
                                      root.to,
                                      "This takes " + std::to_string(bytes) +
                                          " bytes of a web address, and " + std::string(target.name) +
                                          " reads about " + std::to_string(target.maxAddressBytes) +
                                          "; divide the query at an OR."});
    }
}

FilteredAsk dividedAsk(const Ask &ask)
{
    FilteredAsk divided;
    const auto put = [&](const Ask &part) {
        if (part.kind == AskKind::Years) {
            divided.years = &part;
        } else {
            (part.kind == AskKind::Values ? divided.values : divided.parts).push_back(&part);
        }
    };
    if (ask.kind == AskKind::And) {
        std::ranges::for_each(ask.children, put);
    } else {
        put(ask);
    }
    return divided;
}

} // namespace winnow::query
