#include "cli/query/seed_options.h"

#include "app/query_seeds.h"
#include "base/file.h"

namespace winnow::cli {

void addSeeds(CLI::App &step, SeedOptions &seeds)
{
    step.add_option(
            "--seeds", seeds.list, "Records that the query should find: keys, DOIs or PMIDs, by commas")
        ->type_name("KEY,...");
    step.add_option("--seeds-file", seeds.file, "The same, one a line")->type_name("FILE");
}

Result<std::vector<std::string>> namesOf(const SeedOptions &seeds)
{
    std::vector<std::string> names = app::seedNamesFrom(seeds.list);
    if (seeds.file.empty()) {
        return names;
    }
    constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;
    auto read = readFile(seeds.file, kMaxBytes);
    if (!read) {
        return std::move(read).error();
    }
    const std::vector<std::string> more = app::seedNamesFrom(*read);
    if (more.empty()) {
        return Error{ErrorCode::InvalidArgument,
                     seeds.file + " names no seeds; write one key, DOI or PMID a line.",
                     {},
                     seeds.file};
    }
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

} // namespace winnow::cli
