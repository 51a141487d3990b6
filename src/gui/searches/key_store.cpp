#include "gui/searches/key_store.h"

#include <qt6keychain/keychain.h>

namespace winnow::gui {

namespace {

const QString &serviceName()
{
    static const QString name = QStringLiteral("Winnow");
    return name;
}

/// Nothing where the job is done.
QString whyNot(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeyStore::tr("access to it was refused");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // also where nothing answers on the bus of the session
    case QKeychain::CouldNotDeleteEntry:
        break;
    }
    return KeyStore::tr("no keychain answers on this system");
}

} // namespace

KeyStore::KeyStore(QObject *parent)
    : QObject(parent)
{}

void KeyStore::read(const QString &name, std::function<void(const QString &secret)> found)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
    job->setInsecureFallback(false); // never into a file of settings
    job->setKey(name);
    connect(
        job, &QKeychain::Job::finished, this, [job, found = std::move(found)] { found(job->textData()); });
    job->start();
}

void KeyStore::write(const QString &name, const QString &secret, std::function<void(const QString &why)> done)
{
    QKeychain::Job *job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(serviceName(), this);
    } else {
        auto *write = new QKeychain::WritePasswordJob(serviceName(), this);
        write->setTextData(secret);
        job = write;
    }
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] { done(whyNot(*job)); });
    job->start();
}

} // namespace winnow::gui
