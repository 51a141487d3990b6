#include "browser.h"

#include "base/file.h"
#include "base/sha256.h"
#include "support/child_process.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace winnow::publish::test {

namespace {

using winnow::test::ChildOutcome;
using winnow::test::runProgram;
using winnow::test::TempFolder;

std::vector<std::string> chromium(const TempFolder &profile, const std::vector<std::string> &flags)
{
    std::vector<std::string> arguments{"chromium",
                                       "--headless",
                                       "--no-sandbox",
                                       "--disable-gpu",
                                       "--disable-quic",
                                       "--no-first-run",
                                       "--disable-background-networking",
                                       "--disable-component-update",
                                       "--disable-sync",
                                       "--hide-scrollbars",
                                       "--enable-logging=stderr",
                                       "--user-data-dir=" + (profile.path() / "profile").string()};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    return arguments;
}

std::string base64(const std::string &hex)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits;
    for (const char c : hex) {
        const int digit = c <= '9' ? c - '0' : c - 'a' + 10;
        for (int bit = 3; bit >= 0; --bit) {
            bits += (digit >> bit & 1) != 0 ? '1' : '0';
        }
    }
    std::string text;
    for (std::size_t i = 0; i < bits.size(); i += 6) {
        std::string six = bits.substr(i, 6);
        six.resize(6, '0');
        text += kDigits[std::stoul(six, nullptr, 2)];
    }
    return text + std::string((4 - text.size() % 4) % 4, '=');
}

/// Lets the page's policy allow one more script and puts it first.
void addScript(std::string &page, const std::string &script)
{
    const std::string allowed = " 'sha256-" + base64(sha256(script)) + "'";
    const std::size_t own = page.find("script-src ");
    if (own != std::string::npos) {
        page.insert(own + std::string_view("script-src").size(), allowed);
    } else {
        const std::size_t styles = page.find("style-src ");
        ASSERT_NE(styles, std::string::npos) << "the page has no policy";
        page.insert(styles, "script-src" + allowed + "; ");
    }
    const std::size_t head = page.find("</head>");
    ASSERT_NE(head, std::string::npos);
    page.insert(head, "<script>" + script + "</script>");
}

std::string decoded(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

} // namespace

Visit visit(std::string page, const std::string &script, int width, const std::vector<std::string> &flags)
{
    // The page runs in a frame of its width, since a window cannot be as narrow as a telephone; it hands over
    // what it found by a message, since a page from a file may not be looked into.
    addScript(page,
              axe() + R"(;
{
  const errors = [];
  addEventListener("error", (event) => errors.push(event.message));
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => errors.push(event.violatedDirective + " " + event.blockedURI));
  addEventListener("load", async () => {
    let found = null;
    try {
      found = await (async () => {)" +
                  script + R"(})();
    } catch (error) {
      errors.push(String(error.stack || error));
    }
    for (const entry of performance.getEntriesByType("resource")) errors.push("asked for " + entry.name);
    parent.postMessage(JSON.stringify({ found, errors }), "*");
  });
})");
    const TempFolder folder;
    const auto inner = folder.file("page.html", page);
    const auto outer =
        folder.file("frame.html",
                    "<!DOCTYPE html><html><head></head><body style='margin:0'><script>"
                    "addEventListener('message', (event) => { const at = document.createElement('meta');"
                    "at.content = encodeURIComponent(event.data); at.name = 'found';"
                    "document.head.append(at); });</script><iframe src='page.html' style='border:0;width:" +
                        std::to_string(width) + "px;height:900px'></iframe></body></html>");
    std::vector<std::string> arguments = chromium(folder, flags);
    arguments.insert(
        arguments.end(),
        {"--window-size=1400,1000", "--virtual-time-budget=60000", "--dump-dom", "file://" + outer.string()});
    const ChildOutcome shown = runProgram(arguments);
    EXPECT_TRUE(shown.isOk()) << shown.output;
    Visit visit;
    visit.log = shown.output;
    constexpr std::string_view kStart = "<meta content=\"";
    const std::size_t start = shown.output.find(kStart);
    if (start == std::string::npos) {
        visit.errors.emplace_back("the script did not come to its end");
        return visit;
    }
    const std::size_t from = start + kStart.size();
    const auto message = nlohmann::json::parse(
        decoded(std::string_view(shown.output).substr(from, shown.output.find('"', from) - from)));
    visit.found = message["found"];
    visit.errors = message["errors"].get<std::vector<std::string>>();
    for (std::size_t at = shown.output.find("CONSOLE"); at != std::string::npos;
         at = shown.output.find("CONSOLE", at + 1)) {
        visit.errors.push_back(shown.output.substr(at, shown.output.find('\n', at) - at));
    }
    return visit;
}

std::filesystem::path printed(std::string page, const std::filesystem::path &folder)
{
    if (const std::size_t script = page.find("<script>"); script != std::string::npos) {
        page.erase(script, page.find("</script>", script) - script);
    }
    const TempFolder profile;
    const auto file = profile.file("page.html", page);
    auto pdf = folder / "printed.pdf";
    std::vector<std::string> arguments = chromium(
        profile, {"--no-pdf-header-footer", "--print-to-pdf=" + pdf.string(), "file://" + file.string()});
    const ChildOutcome shown = runProgram(arguments);
    EXPECT_TRUE(shown.isOk()) << shown.output;
    return pdf;
}

std::string axe()
{
    const char *folder = std::getenv("WINNOW_NPM");
    const std::filesystem::path npm =
        folder != nullptr ? folder : std::filesystem::path(WINNOW_SOURCE_DIR) / "build" / "npm";
    const auto script = readFile(npm / "node_modules" / "axe-core" / "axe.min.js");
    return script ? *script : std::string();
}

} // namespace winnow::publish::test
