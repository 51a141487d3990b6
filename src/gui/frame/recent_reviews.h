#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

class QSettings;

namespace winnow::gui {

/// A review that was open some time.
struct RecentReview
{
    QString path;
    QString title;
    QDateTime opened;
};

/// The reviews that were open last, kept in the settings of the program.
class RecentReviews
{
public:
    /// Without a store they are kept as long as this lives.
    explicit RecentReviews(QSettings *store);

    /// The latest first.
    [[nodiscard]] const std::vector<RecentReview> &all() const { return m_all; }

    void add(const QString &path, const QString &title, const QDateTime &opened);
    void remove(const QString &path);

private:
    void write();

    QSettings *m_store;
    std::vector<RecentReview> m_all;
};

} // namespace winnow::gui
