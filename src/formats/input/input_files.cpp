#include "formats/input/input_files.h"

#include "base/file.h"
#include "base/held_files.h"
#include "base/sha256.h"
#include "formats/input/workbook.h"
#include "formats/input/zip_archive.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMaxFiles = 10'000;
constexpr std::size_t kMaxDescriptionBytes = std::size_t{16} << 20U;

InputFile memberOf(const fs::path &path, const ZipArchive &archive, const ZipMember &member)
{
    InputFile file;
    file.name = path.filename().string() + '/' + member.name;
    file.path = path;
    file.isPart = true;
    file.open = [archive, name = member.name] { return archive.source(name); };
    return file;
}

Result<std::vector<InputFile>> inWorkbook(const fs::path &path, const ZipArchive &archive)
{
    auto sheets = sheetsOf(archive);
    if (!sheets) {
        return std::move(sheets).error();
    }
    std::vector<InputFile> files;
    for (const Sheet &sheet : *sheets) {
        InputFile file;
        file.name = path.filename().string() + " (" + sheet.name + ")";
        file.path = path;
        file.isPart = sheets->size() > 1;
        file.open = [archive, sheet] { return sheetAsCsv(archive, sheet); };
        files.push_back(std::move(file));
    }
    return files;
}

constexpr std::string_view kProject = "project.json";

/// Of an ASReview project only the data set holds records: the file in its folder data that the project
/// names, else all in that folder.
Result<std::vector<InputFile>> inProject(const fs::path &path, const ZipArchive &archive)
{
    auto description = archive.bytes(std::string(kProject), kMaxDescriptionBytes);
    if (!description) {
        return std::move(description).error();
    }
    const json project = json::parse(*description, nullptr, false);
    const auto name = project.is_object() ? project.find("dataset_path") : project.end();
    const std::string named =
        "data/" + (name != project.end() && name->is_string() ? name->get<std::string>() : std::string());
    std::vector<InputFile> files;
    for (const ZipMember &member : archive.members()) {
        if (member.name == named || (!archive.has(named) && member.name.starts_with("data/"))) {
            files.push_back(memberOf(path, archive, member));
            files.back().isDataSet = true;
        }
    }
    return files;
}

Result<std::vector<InputFile>> inArchive(const fs::path &path)
{
    auto opened = ZipArchive::open(path);
    if (!opened) {
        return std::move(opened).error();
    }
    const ZipArchive archive = *std::move(opened);
    if (isWorkbook(archive)) {
        return inWorkbook(path, archive);
    }
    if (archive.has(kProject)) {
        return inProject(path, archive);
    }
    std::vector<InputFile> files;
    for (const ZipMember &member : archive.members()) {
        files.push_back(memberOf(path, archive, member));
    }
    return files;
}

Result<std::vector<InputFile>> inFile(const fs::path &path)
{
    if (ZipArchive::isZip(path)) {
        return inArchive(path);
    }
    // The review that is open here does not keep the rest of its folder from being read: open() is what
    // fails.
    if (auto file = openForReading(path); !file && !isHeld(path)) {
        return std::move(file).error();
    }
    InputFile file;
    file.name = path.filename().string();
    file.path = path;
    file.open = [path] { return fileBytes(path); };
    return std::vector{std::move(file)};
}

/// Hidden folders are not entered, links to folders not followed.
Result<std::vector<fs::path>> filesBelow(const fs::path &folder)
{
    std::vector<fs::path> paths;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        const bool isHidden = entry->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (isHidden && entry->is_directory(ignored)) {
            entry.disable_recursion_pending();
        } else if (!isHidden && entry->is_regular_file(ignored)) {
            paths.push_back(entry->path());
        }
        if (paths.size() > kMaxFiles) {
            return unreadableError(folder, "it holds more than 10,000 files; name the right ones");
        }
    }
    if (failure) {
        return unreadableError(folder, failure.message());
    }
    std::ranges::sort(paths);
    return paths;
}

Result<std::vector<InputFile>> inFolder(const fs::path &folder)
{
    auto paths = filesBelow(folder);
    if (!paths) {
        return std::move(paths).error();
    }
    std::vector<InputFile> files;
    for (const fs::path &path : *paths) {
        auto found = inFile(path);
        if (!found) {
            return std::move(found).error();
        }
        for (InputFile &file : *found) {
            const fs::path above = fs::relative(path.parent_path(), folder.parent_path());
            file.name = (above / file.name).generic_string();
            file.isPart = true;
            files.push_back(std::move(file));
        }
    }
    if (files.empty()) {
        return unreadableError(folder, "there is no file in it");
    }
    return files;
}

} // namespace

Result<std::string> InputFile::sha256() const
{
    if (name == path.filename().string() || !ZipArchive::isZip(path)) {
        return sha256OfFile(path);
    }
    auto source = open();
    if (!source) {
        return std::move(source).error();
    }
    Sha256 hash;
    std::array<char, 65536> buffer{};
    while (true) {
        auto count = (*source)->read(buffer.data(), buffer.size());
        if (!count) {
            return std::move(count).error();
        }
        if (*count == 0) {
            return hash.hex();
        }
        hash.add({buffer.data(), *count});
    }
}

Result<AsreviewProject> asreviewProjectAt(const std::filesystem::path &path)
{
    constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;
    auto archive = ZipArchive::open(path);
    if (!archive) {
        return std::move(archive).error();
    }
    AsreviewProject project;
    for (const ZipMember &member : archive->members()) {
        const bool isResults = member.name.ends_with("results.db") || member.name.ends_with("results.sql");
        if (isResults || member.name.ends_with("data_store.db")) {
            auto bytes = archive->bytes(member.name, kMaxBytes);
            if (!bytes) {
                return std::move(bytes).error();
            }
            (isResults ? project.results : project.records) = *std::move(bytes);
        }
    }
    return project;
}

Result<std::vector<InputFile>> inputFilesAt(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        return inFile(path);
    }
    return inFolder(path.has_filename() ? path : path.parent_path()); // "hits/" is the folder "hits"
}

} // namespace winnow::formats
