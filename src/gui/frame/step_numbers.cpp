#include "gui/frame/step_numbers.h"

#include "gui/shown.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

namespace winnow::gui {

namespace {

constexpr int kWaitMs = 200;

/// "9,876", "20k": what the side bar has room for, never more than there are.
QString textOf(std::int64_t count)
{
    constexpr std::int64_t kThousand = 1000;
    if (count <= 0) {
        return {};
    }
    return count < 10 * kThousand
               ? grouped(count)
               : QCoreApplication::translate("StepNumbers", "%1k").arg(grouped(count / kThousand));
}

/// "63 %" as long as something is left: never 100 before the last record.
QString percentOf(const app::WorkNumbers &work)
{
    const std::int64_t all = work.done + work.left;
    return work.left == 0 || work.done == 0
               ? textOf(work.left)
               : QCoreApplication::translate("StepNumbers", "%1 %").arg(work.done * 100 / all);
}

} // namespace

std::map<StepId, StepNumber> sideBarNumbers(const app::ReviewNumbers &numbers)
{
    const std::int64_t pairs = numbers.likelyPairs.value_or(0);
    return {{StepId::Searches, {textOf(numbers.searches), numbers.records == 0}},
            {StepId::Records, {textOf(numbers.records), false}},
            {StepId::Duplicates, {textOf(pairs), pairs > 0}},
            {StepId::TitleAbstract, {percentOf(numbers.screening), numbers.screening.left > 0}},
            {StepId::FullText, {textOf(numbers.fullText.left), numbers.fullText.left > 0}},
            {StepId::Extraction,
             {textOf(numbers.studiesWithoutValues), numbers.forms > 0 && numbers.studiesWithoutValues > 0}},
            {StepId::Evidence, {textOf(numbers.tables), false}},
            {StepId::Team, {textOf(numbers.conflicts), numbers.conflicts > 0}}};
}

StepNumbers &StepNumbers::of(Session &session)
{
    auto *numbers = session.findChild<StepNumbers *>({}, Qt::FindDirectChildrenOnly);
    return numbers != nullptr ? *numbers : *new StepNumbers(session);
}

StepNumbers::StepNumbers(Session &session)
    : QObject(&session)
    , m_session(session)
    , m_count(std::make_shared<app::NumbersCount>())
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitMs);
    connect(&m_wait, &QTimer::timeout, this, &StepNumbers::read);
    connect(&session, &Session::changed, &m_wait, qOverload<>(&QTimer::start));
    read();
}

void StepNumbers::showIn(SideBar *bar)
{
    const auto show = [this, bar] {
        if (m_numbers) {
            bar->setNumbers(sideBarNumbers(*m_numbers));
        }
    };
    bar->setNumbers({});
    connect(this, &StepNumbers::changed, bar, show);
    show();
}

void StepNumbers::read()
{
    m_session.reader().start(QStringLiteral("StepNumbers"),
                             [self = QPointer<StepNumbers>(this),
                              count = m_count](app::Workspace &review, Task & /*task*/) -> Worker::Done {
                                 auto numbers = count->read(review);
                                 return [self, numbers = std::move(numbers)]() mutable {
                                     if (!self) {
                                         return;
                                     }
                                     if (!numbers) {
                                         self->m_session.say(shown(numbers.error().message));
                                         return;
                                     }
                                     self->m_numbers = *std::move(numbers);
                                     self->m_numbers->likelyPairs = self->likelyPairs();
                                     Q_EMIT self->changed();
                                 };
                             });
}

QString StepNumbers::likelyPairsKey() const
{
    return QStringLiteral("reviews/%1/likelyPairs").arg(shown(m_session.workspace().info().uuid));
}

std::optional<std::int64_t> StepNumbers::likelyPairs() const
{
    const QVariant kept = QSettings().value(likelyPairsKey());
    return kept.isValid() ? std::optional<std::int64_t>(kept.toLongLong()) : std::nullopt;
}

void StepNumbers::setLikelyPairs(std::int64_t count)
{
    if (likelyPairs() == count) {
        return;
    }
    QSettings().setValue(likelyPairsKey(), static_cast<qlonglong>(count));
    if (m_numbers) {
        m_numbers->likelyPairs = count;
        Q_EMIT changed();
    }
}

} // namespace winnow::gui
