#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace winnow::publish::test {

/// What a script found on a page that was shown by Chromium.
struct Visit // NOLINT(bugprone-exception-escape): moving JSON does not throw
{
    nlohmann::json found;            ///< what the script returned; null: it did not come to its end
    std::vector<std::string> errors; ///< of the page: messages on the console, breaches of its policy
    std::string log;                 ///< of the browser
};

/// Shows a page from a file and runs `script` when it is there: the body of an async function, which may use
/// axe, ends with `return` and leaves what it returns as JSON. The page's own policy stays in force but for
/// this script. `width`: of the frame that the page is shown in, in pixels of CSS.
[[nodiscard]] Visit visit(std::string page,
                          const std::string &script,
                          int width = 1280,
                          const std::vector<std::string> &flags = {});

/// The page without its script, printed by Chromium; returns the file of the PDF.
[[nodiscard]] std::filesystem::path printed(std::string page, const std::filesystem::path &folder);

/// axe-core as it is run by pages; empty where script/bootstrap could not fetch it.
[[nodiscard]] std::string axe();

} // namespace winnow::publish::test
