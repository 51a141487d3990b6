#include "publish/support/report_page.h"

#include "base/sha256.h"
#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/page_words.h"
#include "publish/support/web_address.h"

#include <algorithm>

namespace winnow::publish {

namespace {

std::string_view shipped(std::string_view name)
{
    return std::ranges::find(reportFiles(), name, &ShippedFile::name)->content;
}

int hexDigit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

/// As a policy names the content that it allows: SHA-256 in base64 (CSP level 3, section 2.3.1).
std::string hashOf(std::string_view content)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = sha256(content);
    std::string base64;
    unsigned bits = 0;
    int count = 0;
    for (const char c : hex) {
        bits = bits << 4U | static_cast<unsigned>(hexDigit(c));
        count += 4;
        if (count >= 6) {
            count -= 6;
            base64 += kDigits[bits >> static_cast<unsigned>(count) & 0x3FU];
        }
    }
    base64 += kDigits[bits << static_cast<unsigned>(6 - count) & 0x3FU]; // 256 bits leave four
    return "'sha256-" + base64 + "='";
}

} // namespace

std::string PageParts::id(std::string_view wished)
{
    std::string id;
    for (const char c : wished) {
        const bool isAllowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               c == '-' || c == '_' || c == '.';
        id += isAllowed ? c : '-';
    }
    if (id.empty() || (id.front() >= '0' && id.front() <= '9')) {
        id.insert(0, "x-");
    }
    std::string free = id;
    for (int i = 2; !m_ids.insert(free).second; ++i) {
        free = id + "-" + std::to_string(i);
    }
    return free;
}

std::string PageParts::fill(std::uint32_t colour)
{
    const std::string hex = hexColour(colour);
    m_rules["f-" + hex] = "background: #" + hex + "; color: #" + (isDark(colour) ? "ffffff" : "000000");
    return "filled f-" + hex;
}

std::string PageParts::width(long percent)
{
    std::string name = "w-" + std::to_string(percent);
    m_rules[name] = "width: " + std::to_string(percent) + "%";
    return name;
}

std::string PageParts::style() const
{
    std::string style;
    for (const auto &[name, rule] : m_rules) {
        style += '.';
        style += name;
        style += " { ";
        style += rule;
        style += "; }\n";
    }
    return style;
}

std::string pageAround(std::string_view body, const PageParts &parts, const PageFrame &frame)
{
    const PageWords &words = pageWords(frame.language);
    const std::string style = "\n" + std::string(shipped("style")) + parts.style();
    const std::string script = "\n" + std::string(shipped("script"));
    const std::string policy = "default-src 'none'; style-src " + hashOf(style) +
                               (frame.hasScript ? "; script-src " + hashOf(script) : std::string()) +
                               "; base-uri 'none'; form-action 'none'";
    const bool isRightToLeft = isRightToLeftLanguage(frame.language);
    HtmlWriter head;
    head.raw("<!DOCTYPE html>\n");
    head.open("html", {{"lang", frame.language}, {"dir", isRightToLeft ? "rtl" : "ltr"}});
    head.newLine();
    head.open("head");
    head.raw("\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
             "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-"
             "referrer\">\n<meta name=\"generator\" content=\"Winnow\">\n");
    head.element("title", frame.title);
    head.raw("\n<style>" + style + "</style>\n");
    head.close();
    head.newLine();
    head.open("body",
              {{"data-filter", frame.hasScript ? words.filter : ""},
               {"data-rows", frame.hasScript ? words.rowsShown : ""},
               {"data-back", frame.hasScript ? words.back : ""}});
    head.newLine();
    head.raw(body);
    if (frame.hasScript) {
        head.raw("<script>" + script + "</script>\n");
    }
    head.close();
    head.newLine();
    head.close();
    head.newLine();
    return head.take();
}

void writeRuns(HtmlWriter &html, std::span<const Run> runs, const ReferenceIds &references)
{
    for (const Run &run : runs) {
        int opened = 0;
        const auto open = [&](std::string_view tag, HtmlWriter::Attributes attributes = {}) {
            html.open(tag, attributes);
            ++opened;
        };
        if (run.isBold) {
            open("strong");
        }
        if (run.isItalic) {
            open("em");
        }
        if (run.isSuperscript) {
            open("sup");
        }
        const auto entry = run.reference.empty() ? references.end() : references.find(run.reference);
        if (entry != references.end()) {
            open("a", {{"class", "ref"}, {"role", "doc-biblioref"}, {"href", "#" + entry->second}});
        } else if (isWebAddress(run.address)) {
            open("a",
                 {{"class", run.text == run.address ? "bare" : ""},
                  {"href", run.address},
                  {"rel", "noopener noreferrer"}});
        }
        html.text(run.text);
        for (; opened > 0; --opened) {
            html.close();
        }
    }
}

} // namespace winnow::publish
