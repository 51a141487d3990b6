#pragma once

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cstddef>
#include <optional>
#include <vector>

namespace winnow::gui {

/// A row that goes on in further rows where its place is too narrow for it, so that large letters or a small
/// window need no scrolling to the side. In further rows spaces are left out, and each begins at the side
/// where reading begins. A label stays with what it is the label of (its buddy). What is in it lives as long
/// as it does.
class WrapLayout : public QVBoxLayout
{
    Q_OBJECT

public:
    /// Takes all that is in `row`.
    explicit WrapLayout(QHBoxLayout &row);

    /// As wide as one row, and as high as its rows of now.
    [[nodiscard]] QSize sizeHint() const override;

    /// As wide as the widest thing in it, and as high as its rows of now.
    [[nodiscard]] QSize minimumSize() const override;

    void setGeometry(const QRect &place) override;

private:
    /// A thing of the row: a space, or what the rows hold.
    struct Part
    {
        QLayoutItem *item;
        std::optional<QSpacerItem> space;
        int stretch;

        [[nodiscard]] bool isShown() const { return !space && !item->isEmpty(); }
    };

    struct Row
    {
        std::vector<std::size_t> parts{};
        bool isFilled = false; ///< by a part that takes the room that is left

        bool operator==(const Row &) const = default;
    };

    [[nodiscard]] Row wholeRow() const;
    [[nodiscard]] std::vector<Row> rowsFor(int width) const;
    [[nodiscard]] int wantedWidth(std::size_t part) const;
    [[nodiscard]] bool isLabelOfNext(std::size_t part) const;
    void clear();
    void arrange(const std::vector<Row> &rows);

    std::vector<Part> m_parts;
    std::vector<Row> m_rows;
};

/// Lets rows that were made in a form wrap. They are no more: what was in them is in a WrapLayout, in the
/// same place of the layout or the widget that they were in.
void wrap(std::initializer_list<QHBoxLayout *> rows);

} // namespace winnow::gui
