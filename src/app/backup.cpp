#include "app/backup.h"

#include "app/folder_beside.h"
#include "base/file.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <functional>
#include <numeric>
#include <set>
#include <system_error>
#include <tuple>

namespace winnow::app {

namespace fs = std::filesystem;
namespace chrono = std::chrono;

namespace {

using Time = chrono::sys_time<chrono::milliseconds>;

constexpr std::size_t kKept = 10;
constexpr std::string_view kPattern = "0000-00-00T00-00-00.000Z";

/// "2026-11-24T08:31:14.250Z", or the same with hyphens as in the name of a file.
std::optional<Time> timeFrom(std::string_view text)
{
    const auto fits = [](char c, char pattern) {
        const bool isDigit = c >= '0' && c <= '9';
        return pattern == '0' ? isDigit : c == pattern || (c == ':' && pattern == '-');
    };
    if (!std::equal(text.begin(), text.end(), kPattern.begin(), kPattern.end(), fits)) {
        return std::nullopt;
    }
    const auto number = [text](std::size_t from, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + from, text.data() + from + length, value);
        return value;
    };
    const chrono::year_month_day day{chrono::year(number(0, 4)),
                                     chrono::month(static_cast<unsigned>(number(5, 2))),
                                     chrono::day(static_cast<unsigned>(number(8, 2)))};
    if (!day.ok() || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 60) {
        return std::nullopt;
    }
    return chrono::sys_days(day) + chrono::hours(number(11, 2)) + chrono::minutes(number(14, 2)) +
           chrono::seconds(number(17, 2)) + chrono::milliseconds(number(20, 3));
}

std::string fileNameOf(std::string utc)
{
    std::ranges::replace(utc, ':', '-');
    return utc;
}

/// A name in the folder that nothing has yet; two backups may be made within a millisecond.
fs::path freeName(const fs::path &folder, const std::string &stem, const char *extension)
{
    std::error_code ignored;
    fs::path path = folder / (stem + extension);
    for (int number = 2; fs::exists(fs::symlink_status(path, ignored)); ++number) {
        path = folder / (stem + "-" + std::to_string(number) + extension);
    }
    return path;
}

std::optional<Time> timeOfFile(const fs::path &file)
{
    const std::string name = file.filename().string();
    const std::string_view rest = std::string_view(name).substr(std::min(kPattern.size(), name.size()));
    const bool isNumbered =
        rest.starts_with('-') && rest.ends_with(".winnow") && rest.size() > 8 &&
        std::all_of(rest.begin() + 1, rest.end() - 7, [](unsigned char c) { return std::isdigit(c) != 0; });
    return rest == ".winnow" || isNumbered ? timeFrom(std::string_view(name).substr(0, kPattern.size()))
                                           : std::nullopt;
}

Error folderError(const fs::path &folder, const std::error_code &code)
{
    return {ErrorCode::Unwritable,
            "No backup could be made in " + folder.string() + ": " + code.message() +
                ". The review is unchanged; 'winnow backup REVIEW --to FILE' makes one elsewhere.",
            code.message(),
            folder.string()};
}

Result<void> makeFolder(const fs::path &folder, const fs::path &review)
{
    const std::error_code code = makeFolderBeside(folder, review);
    return code ? Result<void>(folderError(folder, code)) : Result<void>();
}

void deleteSurplus(const fs::path &review, const fs::path &keep)
{
    const auto all = backups(review);
    if (!all) {
        return;
    }
    std::vector<Time> times;
    std::ranges::transform(*all, std::back_inserter(times), &Backup::time);
    for (const std::size_t surplus : surplusBackups(times)) {
        std::error_code ignored;
        if ((*all)[surplus].file != keep) {
            fs::remove((*all)[surplus].file, ignored);
        }
    }
}

/// What is at `path` is moved away, with what SQLite keeps beside it: it would be taken for the new file's.
Result<fs::path> moveAside(const fs::path &review, const std::string &utc)
{
    const fs::path folder = backupFolder(review);
    if (auto made = makeFolder(folder, review); !made) {
        return std::move(made).error();
    }
    const fs::path aside = freeName(folder, "damaged-" + fileNameOf(utc), ".winnow");
    std::error_code code;
    fs::rename(review, aside, code);
    if (code) {
        return folderError(folder, code);
    }
    for (const char *suffix : {"-wal", "-shm"}) {
        fs::path from = review;
        fs::path to = aside;
        from += suffix;
        to += suffix;
        fs::rename(from, to, code);
    }
    return aside;
}

Error notRestored(const fs::path &backup, const std::string &why)
{
    return {ErrorCode::WrongFormat,
            backup.string() + " " + why +
                " Nothing was changed; choose another backup ('winnow backup list').",
            {},
            backup.string()};
}

Result<store::ReviewFile> soundBackup(const fs::path &file)
{
    auto backup = store::ReviewFile::openReadOnly(file);
    if (!backup) {
        return backup;
    }
    auto faults = backup->checkIntegrity();
    if (!faults) {
        return std::move(faults).error();
    }
    return faults->empty() ? std::move(backup) : notRestored(file, "is damaged: " + faults->front());
}

/// A review that can be opened is overwritten within, so that programs which have it open see it. Fails with
/// WrongFormat where it is damaged all the same.
Result<RestoreOutcome> restoreInto(Workspace &workspace, const fs::path &file, store::ReviewFile &backup)
{
    auto before = backUp(workspace);
    if (!before) {
        return std::move(before).error();
    }
    if (auto replaced = workspace.file().replaceBy(backup); !replaced) {
        return std::move(replaced).error();
    }
    // It may know records that are not there now, whose numbers others will get.
    std::error_code ignored;
    fs::remove_all(workspace.indexFolder(), ignored);
    return RestoreOutcome{file, before->file, false};
}

Result<RestoreOutcome> restoreInPlaceOf(const fs::path &review,
                                        const fs::path &file,
                                        store::ReviewFile &backup,
                                        const std::string &utc)
{
    // What is there is moved away only once the other is ready to take its place.
    const fs::path fresh = freeName(review.parent_path(), review.stem().string() + ".restored", ".winnow");
    if (auto copied = backup.copyTo(fresh); !copied) {
        return std::move(copied).error();
    }
    RestoreOutcome outcome{file, {}, false};
    std::error_code code;
    if (fs::exists(fs::symlink_status(review, code))) {
        auto aside = moveAside(review, utc);
        if (!aside) {
            fs::remove(fresh, code);
            return std::move(aside).error();
        }
        outcome.before = *std::move(aside);
        outcome.wasDamaged = true;
    }
    fs::rename(fresh, review, code);
    if (code) {
        return Error{ErrorCode::Unwritable,
                     "The backup is in " + fresh.string() + ", but could not be given the name " +
                         review.string() + ": " + code.message() + ". Rename it yourself.",
                     code.message(),
                     fresh.string()};
    }
    fs::path index = review;
    fs::remove_all(index.replace_extension(".index"), code);
    return outcome;
}

bool isDue(const std::vector<Backup> &all, const store::ReviewInfo &info, const std::string &nowUtc)
{
    const auto now = timeFrom(nowUtc);
    const auto created = timeFrom(info.createdUtc);
    if (!now) {
        return false;
    }
    // A clock that was wrong once may have left backups of days to come.
    const auto isRecent = [&](Time time) { return chrono::abs(*now - time) < chrono::days(1); };
    return all.empty() ? !created || !isRecent(*created) : std::ranges::none_of(all, isRecent, &Backup::time);
}

} // namespace

fs::path backupFolder(const fs::path &review)
{
    fs::path folder = review;
    folder.replace_extension(".backups");
    return folder;
}

Result<Backup> backUp(Workspace &workspace)
{
    const fs::path folder = backupFolder(workspace.path());
    if (auto made = makeFolder(folder, workspace.path()); !made) {
        return std::move(made).error();
    }
    const std::string utc = workspace.act().atUtc;
    const fs::path file = freeName(folder, fileNameOf(utc), ".winnow");
    if (auto copied = workspace.file().copyTo(file); !copied) {
        return std::move(copied).error();
    }
    deleteSurplus(workspace.path(), file);
    std::error_code ignored;
    return Backup{file, timeFrom(utc).value_or(Time{}), fs::file_size(file, ignored)};
}

Result<void> backUpTo(Workspace &workspace, const fs::path &file)
{
    return workspace.file().copyTo(file);
}

Result<std::optional<Backup>> backUpWhenDue(Workspace &workspace)
{
    if (workspace.isReadOnly()) {
        return std::optional<Backup>();
    }
    const auto all = backups(workspace.path());
    if (!all) {
        return all.error();
    }
    if (!isDue(*all, workspace.info(), workspace.act().atUtc)) {
        return std::optional<Backup>();
    }
    auto extent = workspace.file().extent();
    if (!extent) {
        return std::move(extent).error();
    }
    if (!all->empty()) {
        // One that cannot be read is no backup.
        auto newest = store::ReviewFile::openReadOnly(all->front().file);
        auto held = newest ? newest->extent() : Result<store::Extent>(newest.error());
        if (held && *held == *extent) {
            return std::optional<Backup>();
        }
    }
    auto made = backUp(workspace);
    return made ? Result(std::optional(*std::move(made))) : std::move(made).error();
}

Result<std::vector<Backup>> backups(const fs::path &review)
{
    const fs::path folder = backupFolder(review);
    std::error_code code;
    std::vector<Backup> all;
    for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
         entry.increment(code)) {
        std::error_code ignored;
        if (const auto time = timeOfFile(entry->path()); time && entry->is_regular_file(ignored)) {
            all.push_back({entry->path(), *time, entry->file_size(ignored)});
        }
    }
    if (code && code != std::errc::no_such_file_or_directory) {
        return unreadableError(folder, code.message());
    }
    // Of one moment, "...Z-2.winnow" is newer than "...Z.winnow", and "-10" than "-9".
    const auto order = [](const Backup &backup) {
        const std::string name = backup.file.filename().string();
        return std::tuple(backup.time, name.size(), name);
    };
    std::ranges::sort(all, std::greater{}, order);
    return all;
}

Result<RestoreOutcome> restoreBackup(const fs::path &review, const fs::path &backup, const Services &services)
{
    std::error_code ignored;
    const fs::path file =
        fs::exists(backup, ignored) || backup.has_parent_path() ? backup : backupFolder(review) / backup;
    auto source = soundBackup(file);
    if (!source) {
        return std::move(source).error();
    }
    if (fs::equivalent(file, review, ignored)) {
        return notRestored(file, "is the review itself.");
    }
    // What cannot be read does not tell which review it is; where the backup lies does.
    bool isOwn = fs::equivalent(file.parent_path(), backupFolder(review), ignored);
    auto present = Workspace::open(review, services);
    Result<RestoreOutcome> outcome = present ? Error{} : present.error();
    if (present) {
        if ((*present)->info().uuid != source->info().uuid) {
            return notRestored(file, "is a backup of another review, \"" + source->info().title + "\".");
        }
        isOwn = true;
        outcome = restoreInto(**present, file, *source);
        present->reset();
    }
    if (outcome ||
        (outcome.error().code != ErrorCode::NotFound && outcome.error().code != ErrorCode::WrongFormat)) {
        return outcome;
    }
    if (outcome.error().code == ErrorCode::WrongFormat && !isOwn) {
        return Error{ErrorCode::WrongFormat,
                     review.string() + " is damaged or is no review, so that it cannot be told whether " +
                         file.string() +
                         " is a backup of it. Nothing was changed; move it to another place and try again.",
                     outcome.error().message,
                     review.string()};
    }
    return restoreInPlaceOf(review, file, *source, services.clock->nowUtc());
}

std::vector<std::size_t> surplusBackups(std::span<const Time> times)
{
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t place) { return times[place]; });
    std::set<std::int64_t> weeks;
    std::vector<std::size_t> surplus;
    for (std::size_t i = std::min(kKept, order.size()); i < order.size(); ++i) {
        // 1970-01-01 was a Thursday.
        const auto day = chrono::floor<chrono::days>(times[order[i]]) + chrono::days(3);
        const auto week = chrono::floor<chrono::weeks>(day).time_since_epoch().count();
        if (!weeks.insert(week).second) {
            surplus.push_back(order[i]);
        }
    }
    std::ranges::sort(surplus);
    return surplus;
}

} // namespace winnow::app
