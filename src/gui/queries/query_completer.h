#pragma once

#include <QCompleter>

namespace winnow::gui {

/// What may follow in a query: field codes with what they stand for, and operators.
class QueryCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit QueryCompleter(QObject *parent);

    /// What choosing an entry writes; the cursor goes in front of a ")" at its end.
    [[nodiscard]] static QString writtenBy(const QModelIndex &index);

    /// Whether the popup may come up by itself for what stands before the cursor: "TI", "TITLE-".
    [[nodiscard]] static bool isOffered(const QString &prefix);
};

/// The part of a field code or operator that ends at `position`.
[[nodiscard]] QString codeBefore(const QString &text, int position);

} // namespace winnow::gui
