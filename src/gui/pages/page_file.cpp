#include "gui/pages/page_file.h"

#include "gui/shown.h"

#include <QTimer>

#include <cstdint>
#include <utility>

namespace winnow::gui {

namespace {

constexpr int kRetireMs = 20;
constexpr int kBytesOfPixel = 4;

using Pixels = std::vector<std::uint32_t>;

/// Without copying: the picture owns the pixels.
QImage imageOf(pdf::Picture picture)
{
    const auto width = static_cast<int>(picture.width);
    const auto height = static_cast<int>(picture.height);
    auto pixels = std::make_unique<Pixels>(std::move(picture.pixels));
    auto *const bytes = reinterpret_cast<uchar *>(pixels->data());
    const auto release = [](void *owned) {
        const std::unique_ptr<Pixels> gone(static_cast<Pixels *>(owned));
    };
    return {bytes,
            width,
            height,
            qsizetype{width} * kBytesOfPixel,
            QImage::Format_RGB32,
            release,
            pixels.release()};
}

} // namespace

PageFile::PageFile(const std::filesystem::path &file, const QString &name, QObject *parent)
    : QObject(parent)
{
    connect(
        this,
        &PageFile::toldLater,
        this,
        [](const std::function<void()> &tell) { tell(); },
        Qt::QueuedConnection);
    m_reader = std::make_unique<app::PageReader>(file, name.toStdString(), listener());
}

PageFile::~PageFile() = default;

void PageFile::retire()
{
    disconnect(this, nullptr, nullptr, nullptr);
    m_reader->stop();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (m_reader->hasEnded()) {
            deleteLater();
        }
    });
    timer->start(kRetireMs);
}

/// Each is called in a thread of the reader, which ends before this does.
app::PageListener PageFile::listener()
{
    const auto later = [this](const std::function<void()> &tell) { Q_EMIT toldLater(tell); };
    return {
        [this, later](const Result<pdf::About> &about) {
            later([this, about] {
                if (about) {
                    Q_EMIT opened(*about);
                } else {
                    Q_EMIT failed(shown(about.error().message));
                }
            });
        },
        [this, later](const app::PagePart &part, Result<pdf::Picture> picture) {
            if (picture) {
                later([this, part, image = imageOf(*std::move(picture))] { Q_EMIT drawn(part, image); });
            } else {
                later([this, part, why = shown(picture.error().message)] { Q_EMIT notDrawn(part, why); });
            }
        },
        [this, later](std::size_t page, const Result<app::SharedText> &text) {
            later([this, page, text] {
                if (text) {
                    Q_EMIT read(static_cast<int>(page), *text);
                } else {
                    Q_EMIT notRead(static_cast<int>(page), shown(text.error().message));
                }
            });
        },
        [this, later](const app::FoundPlaces &places) { later([this, places] { Q_EMIT found(places); }); },
        [this, later](const std::vector<app::OutlineLine> &lines) {
            later([this, lines] { Q_EMIT outlined(lines); });
        },
        [this, later](const Result<std::string> &text) {
            later([this, text] {
                if (text) {
                    Q_EMIT copied(shown(*text));
                } else {
                    Q_EMIT notCopied(shown(text.error().message));
                }
            });
        },
    };
}

} // namespace winnow::gui
