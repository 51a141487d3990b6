#include "query/dialects/support/relax_terms.h"

#include "query/term_words.h"
#include "text/fold.h"
#include "text/tokens.h"
#include "text/variants.h"

#include <algorithm>

namespace winnow::query {

namespace {

using Forms = std::vector<std::string>;

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

std::string_view stemOf(std::string_view word)
{
    if (word.size() > 4 && word.ends_with("ies")) {
        word.remove_suffix(3);
        return word;
    }
    if (word.size() > 4 && word.ends_with("es")) {
        word.remove_suffix(2);
    } else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
        word.remove_suffix(1);
    }
    if (word.size() > 3 && (word.ends_with('y') || word.ends_with('e'))) {
        word.remove_suffix(1);
    }
    return word;
}

bool isIgnored(std::string_view word, const Capabilities &target)
{
    return isStopWord(word) || std::ranges::binary_search(target.stopWords, word);
}

std::string quoted(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

/// One term on its way to a target.
class TermRelaxation
{
public:
    TermRelaxation(const Node &term,
                   const TermPlace &place,
                   const Capabilities &target,
                   std::vector<TermNote> &notes)
        : m_term(term)
        , m_place(place)
        , m_target(target)
        , m_notes(notes)
    {
        noteWrittenWords();
    }

    [[nodiscard]] std::optional<Ask> relaxed() const
    {
        if (std::ranges::all_of(m_term.words,
                                [&](const std::string &word) { return isIgnored(word, m_target); })) {
            note(name() + " ignores words as frequent as " + quoted(m_term.text) + "; they are not asked.");
            return std::nullopt;
        }
        if (std::ranges::any_of(m_term.words, isCut)) {
            note("A word of " + std::to_string(kLongestWord) + " letters or more cannot be asked.");
            return std::nullopt;
        }
        return isWider() ? wider() : narrower();
    }

private:
    /// Longer words may have been cut when texts were divided, so that they are no words of the target.
    static constexpr std::size_t kLongestWord = 60;

    static bool isCut(const std::string &word) { return word.size() >= kLongestWord; }

    [[nodiscard]] bool isWider() const { return m_place.direction == Direction::Wider; }

    [[nodiscard]] std::string name() const { return std::string(m_target.name); }

    void note(std::string message, bool mayMiss = false) const
    {
        m_notes.push_back({std::move(message), mayMiss});
    }

    /// Words as written, where folding changed them: not every target takes accents off.
    void noteWrittenWords()
    {
        m_written.resize(m_term.words.size());
        if (isAscii(m_term.text)) {
            return;
        }
        const std::vector<text::Token> tokens = text::tokens(m_term.text);
        if (tokens.size() != m_term.words.size()) {
            return;
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const text::Token &token = tokens[i];
            const std::string_view written =
                std::string_view(m_term.text).substr(token.from, token.to - token.from);
            if (token.word == m_term.words[i] && !isAscii(written)) {
                m_written[i] = text::composed(written);
            }
        }
    }

    [[nodiscard]] bool isPattern(std::string_view word) const
    {
        return m_term.form != TermForm::Exact && hasWildcard(word);
    }

    [[nodiscard]] bool takesVariants() const
    {
        return m_term.form != TermForm::Exact && m_place.code->takesVariants &&
               (m_place.code->fields & ~kNameFields) != 0 &&
               (isWider() || (m_place.field->covers & kNameFields) == 0);
    }

    /// The pattern as a beginning and *; nothing where too little stands before its first wildcard.
    [[nodiscard]] std::optional<std::string> beginning(std::string_view pattern) const
    {
        const std::string_view begin = pattern.substr(0, pattern.find_first_of("*?"));
        if (m_target.minPrefix == 0 || begin.size() < m_target.minPrefix || !isAscii(begin)) {
            return std::nullopt;
        }
        return std::string(begin) + "*";
    }

    /// A pattern with one ? as all words with a letter or digit in its place; none where they would still
    /// hold a wildcard that cannot be asked.
    [[nodiscard]] Forms spelledOut(const std::string &pattern) const
    {
        const std::size_t at = pattern.find('?');
        if (at == std::string::npos || pattern.find('?', at + 1) != std::string::npos) {
            return {};
        }
        Forms forms;
        for (const char letter : kAlphabet) {
            std::string form = pattern;
            form[at] = letter;
            if (hasWildcard(form) && beginning(form) != form) {
                return {};
            }
            forms.push_back(std::move(form));
        }
        return forms;
    }

    /// What a pattern is asked as; none where it cannot be.
    [[nodiscard]] Forms formsOfPattern(const std::string &pattern) const
    {
        const auto begin = beginning(pattern);
        return begin ? Forms{*begin} : spelledOut(pattern);
    }

    /// The words that stand for a word that is no pattern.
    [[nodiscard]] Forms formsOfWord(std::size_t at) const
    {
        const std::string &word = m_term.words[at];
        Forms forms{text::composed(word)};
        const auto add = [&](const std::string &form) {
            const bool isKnown = std::ranges::any_of(forms, [&](const std::string &known) {
                return known == form || (m_target.stems && haveOneStem(known, form));
            });
            if (!isKnown) {
                forms.push_back(form);
            }
        };
        if (!m_written[at].empty()) {
            add(m_written[at]);
        }
        if (takesVariants() && !isStopWord(word)) {
            std::ranges::for_each(text::variants(word), add);
        }
        return forms;
    }

    /// Tells what becomes of a pattern; whether it can be asked.
    [[nodiscard]] bool judgePattern(const std::string &pattern, const Forms &forms) const
    {
        if (forms.empty()) {
            note(m_target.minPrefix == 0
                     ? name() + " takes no wildcards; " + quoted(pattern) + " is not asked."
                     : name() + " takes a wildcard only behind " + std::to_string(m_target.minPrefix) +
                           " letters or more; " + quoted(pattern) + " is not asked.");
            return false;
        }
        if (forms.size() > 1) {
            note(quoted(pattern) + " is asked with each letter and digit in the place of its ?.");
        } else if (forms.front() != pattern) {
            note(name() + " takes a wildcard only at the end of a word; " + quoted(pattern) +
                 " is asked as " + quoted(forms.front()) + ".");
        }
        if (m_target.stems && hasWildcard(forms.front())) {
            note(name() + " reduces words to their stems, so that some that fit " + quoted(pattern) +
                     " may be missed.",
                 true);
            return m_place.mayMiss;
        }
        return true;
    }

    [[nodiscard]] Ask wordsAsk(std::vector<std::string> words) const
    {
        Ask ask;
        ask.field = m_place.field;
        ask.words = std::move(words);
        return ask;
    }

    [[nodiscard]] Ask anyOf(const Forms &forms) const
    {
        std::vector<Ask> parts;
        parts.reserve(forms.size());
        for (const std::string &form : forms) {
            parts.push_back(wordsAsk({form}));
        }
        return orOf(std::move(parts));
    }

    /// Each word for itself, side by side or not.
    [[nodiscard]] std::optional<Ask> apart(const std::vector<Forms> &forms) const
    {
        std::vector<Ask> parts;
        for (std::size_t i = 0; i < forms.size(); ++i) {
            if (!isIgnored(m_term.words[i], m_target) && !forms[i].empty()) {
                parts.push_back(anyOf(forms[i]));
            }
        }
        return parts.empty() ? std::nullopt : std::optional(andOf(std::move(parts)));
    }

    /// Phrases of every form of the first word with every form of the second ...
    [[nodiscard]] Ask phrases(const std::vector<Forms> &forms) const
    {
        std::vector<std::vector<std::string>> phrases{{}};
        for (const Forms &next : forms) {
            std::vector<std::vector<std::string>> longer;
            longer.reserve(phrases.size() * next.size());
            for (const std::vector<std::string> &phrase : phrases) {
                for (const std::string &form : next) {
                    longer.push_back(phrase);
                    longer.back().push_back(form);
                }
            }
            phrases = std::move(longer);
        }
        std::vector<Ask> parts;
        parts.reserve(phrases.size());
        for (std::vector<std::string> &phrase : phrases) {
            parts.push_back(wordsAsk(std::move(phrase)));
        }
        return orOf(std::move(parts));
    }

    [[nodiscard]] bool isTooMuch(const std::vector<Forms> &forms) const
    {
        std::size_t product = 1;
        return std::ranges::any_of(forms, [&](const Forms &some) {
            product *= std::max<std::size_t>(some.size(), 1);
            return product > m_target.maxForms;
        });
    }

    [[nodiscard]] std::optional<Ask> wider() const
    {
        std::vector<Forms> forms;
        bool isPhrase = true;
        for (std::size_t i = 0; i < m_term.words.size(); ++i) {
            if (!isPattern(m_term.words[i])) {
                forms.push_back(formsOfWord(i));
                continue;
            }
            Forms some = formsOfPattern(m_term.words[i]);
            if (!judgePattern(m_term.words[i], some)) {
                some.clear();
            }
            const bool isAtEnd = i + 1 == m_term.words.size() && m_target.takesPrefixEnd;
            isPhrase = isPhrase && !some.empty() && (!hasWildcard(some.front()) || isAtEnd);
            forms.push_back(std::move(some));
        }
        if (forms.size() > 1 && !isPhrase) {
            note("In " + name() + " a phrase cannot hold this wildcard; the words of " + quoted(m_term.text) +
                 " are asked for side by side or not.");
            return apart(forms);
        }
        if (forms.size() > 1 && isTooMuch(forms)) {
            note(quoted(m_term.text) +
                 " stands for too many phrases; its words are asked for side by side or "
                 "not.");
            return apart(forms);
        }
        if (forms.front().empty()) {
            return std::nullopt;
        }
        noteExactness();
        return phrases(forms);
    }

    void noteExactness() const
    {
        if (m_term.form != TermForm::Exact) {
            return;
        }
        const bool hasPunctuation = std::ranges::any_of(
            m_term.gaps, [](const std::string &gap) { return gap.find_first_not_of(' ') != gap.npos; });
        if (m_target.stems) {
            note(name() + " finds other forms of {" + m_term.text + "} too.");
        } else if (hasPunctuation) {
            note(name() + " does not compare the punctuation of {" + m_term.text + "}.");
        }
    }

    /// Only single words can be taken away: a phrase that a target does not know it may ask as its words.
    [[nodiscard]] std::optional<Ask> narrower() const
    {
        const bool isWord =
            m_term.words.size() == 1 && isAscii(m_term.text) &&
            std::ranges::all_of(m_term.gaps, [](const std::string &gap) { return gap.empty(); });
        if (!isWord) {
            note("Only a single word can be taken away.");
            return std::nullopt;
        }
        const std::string &word = m_term.words.front();
        if (!isPattern(word)) {
            return anyOf(formsOfWord(0));
        }
        if (beginning(word) != word) {
            note("This wildcard cannot be taken away.");
            return std::nullopt;
        }
        return anyOf({word});
    }

    const Node &m_term;
    const TermPlace &m_place;
    const Capabilities &m_target;
    std::vector<TermNote> &m_notes;
    std::vector<std::string> m_written; ///< empty where folding changed nothing
};

} // namespace

std::optional<Ask>
relaxTerm(const Node &term, const TermPlace &place, const Capabilities &target, std::vector<TermNote> &notes)
{
    return TermRelaxation(term, place, target, notes).relaxed();
}

bool haveOneStem(std::string_view word, std::string_view other)
{
    return isAscii(word) && isAscii(other) && stemOf(word) == stemOf(other);
}

} // namespace winnow::query
