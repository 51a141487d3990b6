#include "app/full_text_index.h"

#include "app/index_upkeep.h"

#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <set>
#include <thread>

namespace winnow::app {

namespace fs = std::filesystem;

namespace {

/// Texts between two commits, so that little is read again after a stop.
constexpr std::int64_t kTextsPerCommit = 50;
constexpr unsigned kMostReaders = 4;
/// What is wrong with a file and will be the next time too.
constexpr std::array kOfFile{ErrorCode::WrongFormat, ErrorCode::Denied, ErrorCode::Unsupported};

struct StateName
{
    TextState state;
    std::string_view name;
};

constexpr std::array kStateNames{
    StateName{TextState::Whole, "whole"},
    StateName{TextState::Partial, "partial"},
    StateName{TextState::Scanned, "scanned"},
    StateName{TextState::Unreadable, "unreadable"},
};

/// The note of a text in the index: the state and, behind the first end of a line, the message.
std::string toNote(const TextOutcome &outcome)
{
    return std::string(toString(outcome.state)) + '\n' + outcome.message;
}

TextOutcome fromNote(const std::string &note)
{
    const std::size_t end = std::min(note.find('\n'), note.size());
    const auto *const entry =
        std::ranges::find(kStateNames, std::string_view(note).substr(0, end), &StateName::name);
    return {entry == kStateNames.end() ? TextState::Unreadable : entry->state,
            note.substr(std::min(end + 1, note.size()))};
}

fs::path folderBeside(const Workspace &workspace)
{
    return workspace.indexFolder().replace_extension(".fulltext-index");
}

} // namespace

Result<FileText> readText(const AttachedFile &file, Task &task)
{
    const FileState state = checkedStateOf(file.path, {file.sha256, file.bytes});
    if (state != FileState::There) {
        return Error{ErrorCode::NotFound,
                     file.name + " is " + std::string(toString(state)) + ". " + std::string(adviceOn(state)),
                     {},
                     file.path.string()};
    }
    auto text = pdf::readText(file.path, task);
    if (!text) {
        return byItsName(std::move(text).error(), file.path, file.name);
    }
    for (PageFailure &failure : text->failures) {
        failure.error = byItsName(std::move(failure.error), file.path, file.name);
    }
    return text;
}

namespace {

/// Reads attached files, some at once, and gives their texts in order. They belong to one thread.
class Readers
{
public:
    explicit Readers(std::vector<AttachedFile> files)
        : m_files(std::move(files))
    {
        fill();
    }

    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;

    ~Readers()
    {
        for (const Reading &reading : m_readings) {
            reading.task->stop();
        }
    }

    [[nodiscard]] bool isAtEnd() const { return m_readings.empty(); }

    /// The next text; nothing where the file is not what was attached or could not be read just now. Fails
    /// with Cancelled, and where no file can be read.
    [[nodiscard]] Result<std::optional<index::Text>> next(Task &task)
    {
        constexpr std::chrono::milliseconds kBetween{50};
        while (m_readings.front().text.wait_for(kBetween) != std::future_status::ready) {
            if (task.isStopped()) {
                return Task::stoppedError();
            }
        }
        auto text = m_readings.front().text.get();
        m_readings.pop_front();
        fill();
        return text;
    }

private:
    struct Reading
    {
        std::shared_ptr<Task> task;
        std::future<Result<std::optional<index::Text>>> text;
    };

    void fill()
    {
        const std::size_t atOnce = std::clamp(std::thread::hardware_concurrency(), 1U, kMostReaders);
        while (m_next < m_files.size() && m_readings.size() < atOnce) {
            auto task = std::make_shared<Task>();
            m_readings.push_back({task, std::async(std::launch::async, [file = m_files[m_next], task] {
                                      return read(file, *task);
                                  })});
            ++m_next;
        }
    }

    static Result<std::optional<index::Text>> read(const AttachedFile &file, Task &task)
    {
        if (checkedStateOf(file.path, {file.sha256, file.bytes}) != FileState::There) {
            return std::optional<index::Text>();
        }
        auto text = pdf::readText(file.path, task);
        if (!text) {
            const bool isOfFile = std::ranges::find(kOfFile, text.error().code) != kOfFile.end();
            const Error error = byItsName(std::move(text).error(), file.path, file.name);
            if (error.code == ErrorCode::NotFound) {
                return error; // the program that reads is not there
            }
            return isOfFile ? std::optional(index::Text{
                                  file.sha256, toNote({TextState::Unreadable, error.message}), {}})
                            : std::nullopt;
        }
        TextOutcome outcome;
        if (!text->failures.empty()) {
            outcome = {TextState::Partial,
                       "Page " + std::to_string(text->failures.front().page + 1) +
                           (text->failures.size() > 1
                                ? " and " + std::to_string(text->failures.size() - 1) + " more"
                                : std::string()) +
                           " could not be read: " + text->failures.front().error.message};
        } else if (!text->hasText()) {
            outcome = {TextState::Scanned, "No page has text; it was probably scanned."};
        }
        return std::optional(index::Text{file.sha256, toNote(outcome), std::move(text->pages)});
    }

    std::vector<AttachedFile> m_files;
    std::size_t m_next = 0;
    std::deque<Reading> m_readings;
};

/// Each content once.
std::vector<AttachedFile> filesOf(const std::map<RecordId, std::vector<AttachedFile>> &attached)
{
    std::map<std::string_view, const AttachedFile *> byHash;
    for (const auto &[record, files] : attached) {
        for (const AttachedFile &file : files) {
            byHash.emplace(file.sha256, &file);
        }
    }
    std::vector<AttachedFile> files;
    files.reserve(byHash.size());
    for (const auto &[hash, file] : byHash) {
        files.push_back(*file);
    }
    return files;
}

/// An index with what it holds.
struct Opened
{
    index::Index index;
    std::vector<index::TextEntry> texts;
};

Result<Opened> open(const fs::path &folder)
{
    auto index = index::Index::open(folder);
    if (!index) {
        return std::move(index).error();
    }
    auto texts = index->texts();
    if (!texts) {
        return std::move(texts).error();
    }
    return Opened{*std::move(index), *std::move(texts)};
}

/// The files that can be read and whose texts the index lacks.
std::vector<AttachedFile> lackedBy(const Result<Opened> &opened, std::vector<AttachedFile> files)
{
    std::set<std::string_view> known;
    if (opened) {
        for (const index::TextEntry &text : opened->texts) {
            known.insert(text.name);
        }
    }
    std::erase_if(files, [&](const AttachedFile &file) {
        return known.contains(file.sha256) || stateOf(file.path, file.bytes) != FileState::There;
    });
    return files;
}

/// Reads files and adds their texts.
Result<void> addTexts(const std::string &review,
                      index::IndexWriter &writer,
                      std::int64_t last,
                      std::vector<AttachedFile> files,
                      Task &task)
{
    const auto total = static_cast<std::int64_t>(files.size());
    const std::int64_t before = last;
    std::int64_t committed = last;
    Readers readers(std::move(files));
    for (std::int64_t done = 0; !readers.isAtEnd(); ++done) {
        task.report({"reading full texts", done, total});
        auto text = readers.next(task);
        if (!text) {
            if (last > committed) {
                if (auto kept = writer.commit({review, last, last}); !kept) {
                    return kept;
                }
            }
            return std::move(text).error();
        }
        if (*text) {
            if (auto added = writer.add(last + 1, **text); !added) {
                return added;
            }
            ++last;
        }
        if (last - committed == kTextsPerCommit) {
            if (auto kept = writer.commit({review, last, last}); !kept) {
                return kept;
            }
            committed = last;
        }
    }
    task.report({"reading full texts", total, total});
    const bool isNewAndEmpty = before == 0 && last == 0;
    return last > committed || isNewAndEmpty ? writer.commit({review, last, last}) : Result<void>();
}

/// Opens the index in `folder` with the texts of all `files`. Fails with Busy while another writer has it.
Result<Opened>
indexIn(Workspace &workspace, const fs::path &folder, const std::vector<AttachedFile> &files, Task &task)
{
    auto existing = open(folder);
    if (existing && lackedBy(existing, files).empty()) {
        return existing;
    }
    auto writer = existing ? index::IndexWriter::append(folder) : index::IndexWriter::create(folder);
    if (!writer && writer.error().code == ErrorCode::WrongFormat) {
        existing = std::move(writer).error(); // what a writer left that was cut short
        writer = index::IndexWriter::create(folder);
    }
    if (!writer) {
        return std::move(writer).error();
    }
    // Nobody else writes from here on; until now somebody may have.
    if (existing) {
        existing = open(folder);
        if (!existing) {
            return existing;
        }
    }
    const std::int64_t last = existing ? existing->index.stamp().lastRecord : 0;
    if (auto added = addTexts(workspace.info().uuid, *writer, last, lackedBy(existing, files), task);
        !added) {
        return std::move(added).error();
    }
    return open(folder);
}

/// Where the index of a review is that can be read only: beside it if that will do.
Result<fs::path> folderFor(Workspace &workspace, const std::vector<AttachedFile> &files)
{
    fs::path beside = folderBeside(workspace);
    if (!workspace.isReadOnly()) {
        return beside;
    }
    const auto existing = open(beside);
    return existing && lackedBy(existing, files).empty() ? Result<fs::path>(std::move(beside))
                                                         : spareFolder(workspace, ".fulltext-index");
}

/// Assigns the texts to the records of their reports.
Result<void> assign(Workspace &workspace,
                    const std::map<RecordId, std::vector<AttachedFile>> &attached,
                    const std::vector<index::TextEntry> &texts,
                    FullTextIndex &full)
{
    auto representatives = workspace.judgement().representatives();
    if (!representatives) {
        return std::move(representatives).error();
    }
    std::map<RecordId, std::vector<RecordId>> groups;
    for (const auto &[other, kept] : representatives->others()) {
        groups[kept].push_back(other);
    }
    std::map<std::string_view, std::int64_t> numbers;
    for (const index::TextEntry &text : texts) {
        numbers.emplace(text.name, text.number);
    }
    for (const auto &[kept, files] : attached) {
        auto &group = groups[kept];
        group.push_back(kept);
        for (const AttachedFile &file : files) {
            const auto number = numbers.find(file.sha256);
            const TextState state = number == numbers.end() ? TextState::Unreadable
                                                            : full.outcomes.find(file.sha256)->second.state;
            for (const RecordId record : group) {
                if (state == TextState::Whole || state == TextState::Partial) {
                    full.of.emplace_back(number->second, record);
                }
                if (state != TextState::Whole) {
                    full.incomplete.push_back(record);
                }
            }
        }
    }
    return {};
}

} // namespace

std::string_view toString(TextState state)
{
    const auto *const entry = std::ranges::find(kStateNames, state, &StateName::state);
    return entry == kStateNames.end() ? std::string_view() : entry->name;
}

Result<std::optional<FullTextIndex>> upToDateFullTexts(Workspace &workspace, Task &task)
{
    const auto attached = attachments(workspace, FileLook::None);
    if (!attached) {
        return attached.error();
    }
    if (attached->empty()) {
        return std::optional<FullTextIndex>();
    }
    const std::vector<AttachedFile> files = filesOf(*attached);
    const auto folder = folderFor(workspace, files);
    if (!folder) {
        return folder.error();
    }
    auto opened = inTurn(task, [&] { return indexIn(workspace, *folder, files, task); });
    if (!opened) {
        return std::move(opened).error();
    }
    FullTextIndex full{std::move(opened->index)};
    for (const index::TextEntry &text : opened->texts) {
        full.outcomes.emplace(text.name, fromNote(text.note));
    }
    if (auto assigned = assign(workspace, *attached, opened->texts, full); !assigned) {
        return std::move(assigned).error();
    }
    return std::optional(std::move(full));
}

void forgetFullTexts(Workspace &workspace)
{
    std::error_code ignored;
    fs::remove_all(folderBeside(workspace), ignored);
}

std::map<std::string, TextOutcome> knownTexts(Workspace &workspace)
{
    std::map<std::string, TextOutcome> known;
    if (const auto opened = open(folderBeside(workspace))) {
        for (const index::TextEntry &text : opened->texts) {
            known.emplace(text.name, fromNote(text.note));
        }
    }
    return known;
}

} // namespace winnow::app
