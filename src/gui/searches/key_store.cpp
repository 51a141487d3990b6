#include "gui/searches/key_store.h"

#include <qt6keychain/keychain.h>

namespace winnow::gui {

namespace {

const QString &serviceName()
{
    static const QString name = QStringLiteral("Winnow");
    return name;
}

} // namespace

KeyStore::KeyStore(QObject *parent)
    : QObject(parent)
{}

void KeyStore::read(const QString &source, std::function<void(const QString &key)> found)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
    job->setKey(source);
    connect(
        job, &QKeychain::Job::finished, this, [job, found = std::move(found)] { found(job->textData()); });
    job->start();
}

void KeyStore::write(const QString &source, const QString &key)
{
    if (key.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(serviceName(), this);
        job->setKey(source);
        job->start();
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(serviceName(), this);
    job->setKey(source);
    job->setTextData(key);
    job->start();
}

} // namespace winnow::gui
