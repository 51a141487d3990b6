#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace winnow::gui {

/// The keys of sources, in the keychain of the user's system. Where there is none, keys are asked for each
/// time and kept nowhere.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    explicit KeyStore(QObject *parent = nullptr);

    /// Calls `found` in this thread with the key of a source; with nothing where there is none.
    void read(const QString &source, std::function<void(const QString &key)> found);

    /// Keeps a key; an empty one is forgotten.
    void write(const QString &source, const QString &key);
};

} // namespace winnow::gui
