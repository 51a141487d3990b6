#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/import_files.h"
#include "app/inspect_files.h"
#endif

#include <QString>
#include <QStringList>

namespace winnow::gui {

/// "535 records from 2 files"
[[nodiscard]] QString importedLine(const app::ImportOutcome &outcome);

/// "3 records of ovid.ris could not be read (lines 812, 1,940, 2,201). Open them to correct and retry.";
/// empty where all could.
[[nodiscard]] QString rejectedLine(const app::ImportOutcome &outcome);

/// What else there is to know about what was imported.
[[nodiscard]] QStringList importRemarks(const app::ImportOutcome &outcome);

/// The files with what they hold: "scopus.csv: 120 records, Scopus CSV (its header names ...)".
[[nodiscard]] QString inspectedLines(const app::InspectOutcome &outcome);

/// The arguments of `winnow` that import the same.
[[nodiscard]] QStringList importCommand(const app::ImportRequest &request);

} // namespace winnow::gui
