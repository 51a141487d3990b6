#include "gui/frame/recent_reviews.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr std::size_t kMost = 12;

const QString &group()
{
    static const QString kGroup = QStringLiteral("recent");
    return kGroup;
}

} // namespace

RecentReviews::RecentReviews(QSettings *store)
    : m_store(store)
{
    if (m_store == nullptr) {
        return;
    }
    const int size = m_store->beginReadArray(group());
    for (int i = 0; i < size && m_all.size() < kMost; ++i) {
        m_store->setArrayIndex(i);
        const QString path = m_store->value(QStringLiteral("path")).toString();
        if (!path.isEmpty()) {
            m_all.push_back({path,
                             m_store->value(QStringLiteral("title")).toString(),
                             m_store->value(QStringLiteral("opened")).toDateTime()});
        }
    }
    m_store->endArray();
}

void RecentReviews::add(const QString &path, const QString &title, const QDateTime &opened)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    std::erase_if(m_all, [&whole](const RecentReview &review) { return review.path == whole; });
    m_all.insert(m_all.begin(), {whole, title, opened});
    m_all.resize(std::min(m_all.size(), kMost));
    write();
}

void RecentReviews::remove(const QString &path)
{
    std::erase_if(m_all, [&path](const RecentReview &review) { return review.path == path; });
    write();
}

void RecentReviews::write()
{
    if (m_store == nullptr) {
        return;
    }
    m_store->remove(group());
    m_store->beginWriteArray(group(), static_cast<int>(m_all.size()));
    int place = 0;
    for (const RecentReview &review : m_all) {
        m_store->setArrayIndex(place++);
        m_store->setValue(QStringLiteral("path"), review.path);
        m_store->setValue(QStringLiteral("title"), review.title);
        m_store->setValue(QStringLiteral("opened"), review.opened);
    }
    m_store->endArray();
}

} // namespace winnow::gui
