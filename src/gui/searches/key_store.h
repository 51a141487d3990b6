#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace winnow::gui {

/// The keys of sources, in the keychain of the user's system and nowhere else.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    explicit KeyStore(QObject *parent = nullptr);

    /// Calls `found` in this thread with the secret of that name; with nothing where there is none.
    virtual void read(const QString &name, std::function<void(const QString &secret)> found);

    /// Keeps a secret; an empty one is forgotten. Calls `done` in this thread; with why, for people, where it
    /// could not be kept, else with nothing.
    virtual void
    write(const QString &name, const QString &secret, std::function<void(const QString &why)> done);
};

} // namespace winnow::gui
