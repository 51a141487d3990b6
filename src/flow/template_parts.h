#pragma once

#include "flow/template.h"

#include <string_view>

namespace winnow::flow {

/// Puts boxes and lines together as the options ask; what every template needs.
class Filler
{
public:
    Filler(const Numbers &numbers, const DiagramOptions &options);

    [[nodiscard]] const Numbers &numbers() const { return m_numbers; }

    [[nodiscard]] const DiagramOptions &options() const { return m_options; }

    [[nodiscard]] const std::string &text(std::string_view key) const { return m_options.texts[key]; }

    /// No number is known: the template is to be filled in by hand.
    [[nodiscard]] bool isBlank() const { return m_isBlank; }

    enum class Need { Always, Known, NotZero };

    /// Words and number in one line; where it need not be and is not known (or is 0), nothing.
    void addLine(TemplateBox &box,
                 std::string_view words,
                 const Number &number,
                 std::string_view name,
                 Need need = Need::Known,
                 int indent = 0,
                 std::string_view entry = {}) const; ///< of a list: which one the line is

    /// The words in one line and the number in the next.
    void addPair(TemplateBox &box,
                 std::string_view words,
                 const Number &number,
                 std::string_view name,
                 Need need = Need::Always) const;

    /// Words alone, of which a part may be between <i> and </i>.
    void addWords(TemplateBox &box, std::string words) const;

    void addList(TemplateBox &box, const std::vector<Line> &lines, std::string_view name, int indent) const;

    /// A box of words and a number.
    [[nodiscard]] TemplateBox pairBox(std::string id,
                                      std::string_view words,
                                      const Number &number,
                                      std::string_view name,
                                      BoxKind kind = BoxKind::Main) const;

    /// What the options say of hidden and further lines and rows, and of footnotes.
    void finish(Template &result) const;

private:
    [[nodiscard]] bool isLeftOut(const Number &number, std::string_view name, Need need) const;
    [[nodiscard]] bool isOutside(std::string_view name, std::string_view entry) const;
    void hide(Template &result) const;
    void markOutside(Template &result) const;
    void addExtras(Template &result) const;
    [[nodiscard]] std::string draftSentence() const;

    const Numbers &m_numbers;
    const DiagramOptions &m_options;
    bool m_isBlank;
};

[[nodiscard]] Template fill2020(const Filler &filler);
[[nodiscard]] Template fill2009(const Filler &filler);

} // namespace winnow::flow
