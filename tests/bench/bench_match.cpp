#include "app/decide.h"
#include "app/import_files.h"
#include "app/match_full_texts.h"
#include "support/made_papers.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <string_view>

namespace winnow::bench {

namespace {

constexpr std::uint64_t kSeed = 1;

std::string risOf(const std::vector<Record> &records)
{
    std::string ris;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record &record = records[i];
        ris += "TY  - JOUR\nID  - R" + std::to_string(i) + "\nTI  - " + record.title + "\n";
        for (const PersonName &author : record.authors) {
            ris += "AU  - " + author.family + ", " + author.given + "\n";
        }
        ris +=
            "PY  - " + std::to_string(record.date.year.value_or(0)) + "\nT2  - " + record.sourceTitle + "\n";
        ris += (record.doi.empty() ? "" : "DO  - " + record.doi + "\n") + "ER  - \n\n";
    }
    return ris;
}

/// A review in which all of the records are sought; nothing where it cannot be made.
std::unique_ptr<app::Workspace>
reviewOf(const std::vector<Record> &records, const test::TempFolder &folder, const app::Services &services)
{
    Task task;
    app::ImportRequest import;
    import.files = {folder.file("reports.ris", risOf(records))};
    auto review = app::Workspace::create(folder.path() / "review.winnow", "Matching", services);
    if (!review || !app::importFiles(**review, import, task)) {
        return nullptr;
    }
    std::vector<app::DecideRequest> requests;
    for (std::size_t i = 1; i <= records.size(); ++i) {
        requests.push_back(
            {{static_cast<std::int64_t>(i)}, Stage::TitleAbstract, Verdict::Include, {}, {}, {}, {}});
    }
    return app::decide(**review, requests) ? *std::move(review) : nullptr;
}

/// The files, named so that each is told from the others; what each is, by name.
std::map<std::string, const test::MadePaper *> writeFiles(const std::vector<test::MadePaper> &papers,
                                                          const test::TempFolder &folder)
{
    std::filesystem::create_directory(folder.path() / "pdfs");
    std::map<std::string, const test::MadePaper *> made;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const std::string name = std::to_string(i) + "/" + papers[i].name;
        std::filesystem::create_directory(folder.path() / "pdfs" / std::to_string(i));
        made.emplace(folder.file("pdfs/" + name, test::pdfOf(papers[i])).string(), &papers[i]);
    }
    return made;
}

int run(std::size_t count)
{
    const test::TempFolder folder;
    const auto made = test::makePapers(count, kSeed);
    const SystemClock clock;
    RandomUuidSource uuids{kSeed};
    const auto review = reviewOf(made.reports, folder, {&clock, &uuids, "bench"});
    const auto papers = writeFiles(made.papers, folder);
    if (!review) {
        std::puts("The review cannot be made.");
        return 1;
    }
    Task task;
    const auto before = std::chrono::steady_clock::now();
    const auto outcome = app::matchFullTexts(*review, {folder.path() / "pdfs"}, task);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
    if (!outcome) {
        std::puts(outcome.error().message.c_str());
        return 1;
    }
    std::size_t belonging = 0;
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (const app::MatchedFile &file : outcome->files) {
        const test::MadePaper &paper = *papers.at(file.file.string());
        belonging += static_cast<std::size_t>(paper.report && !paper.isScanned);
        if (file.state == app::MatchState::Attached) {
            const bool isRight =
                paper.report && file.reports.front().key == "R" + std::to_string(*paper.report);
            right += static_cast<std::size_t>(isRight && !paper.isScanned);
            wrong += static_cast<std::size_t>(!isRight);
        }
    }
    std::printf(
        "%zu PDFs, %zu reports: %zu of %zu with text that belong to one matched by themselves (%.1f %%), "
        "%zu wrong, %zu to confirm\n%.1f s with copies and all, %.0f files/s\n",
        outcome->files.size(),
        made.reports.size(),
        right,
        belonging,
        100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(belonging, 1)),
        wrong,
        outcome->count(app::MatchState::ToConfirm),
        seconds.count(),
        static_cast<double>(outcome->files.size()) / seconds.count());
    constexpr std::size_t kLeastPercent = 95;
    return wrong == 0 && 100 * right >= kLeastPercent * belonging ? 0 : 1;
}

} // namespace

} // namespace winnow::bench

int main(int argc, char **argv)
{
    std::size_t count = 1000;
    if (argc > 1) {
        const std::string_view asked = argv[1];
        if (std::from_chars(asked.data(), asked.data() + asked.size(), count).ec != std::errc() ||
            count == 0) {
            std::fputs("COUNT is a number of PDFs, from 1.\n", stderr);
            return 2;
        }
    }
    try {
        return winnow::bench::run(count);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
