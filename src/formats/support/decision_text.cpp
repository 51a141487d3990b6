#include "formats/support/decision_text.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

constexpr std::string_view kOurs = "WINNOW ";

struct Word
{
    std::string_view word;
    Verdict verdict;
};

constexpr std::array kWords{
    Word{"include", Verdict::Include},
    Word{"included", Verdict::Include},
    Word{"relevant", Verdict::Include},
    Word{"yes", Verdict::Include},
    Word{"1", Verdict::Include},
    Word{"exclude", Verdict::Exclude},
    Word{"excluded", Verdict::Exclude},
    Word{"irrelevant", Verdict::Exclude},
    Word{"no", Verdict::Exclude},
    Word{"0", Verdict::Exclude},
    Word{"-1", Verdict::Exclude},
    Word{"maybe", Verdict::Maybe},
    Word{"unsure", Verdict::Maybe},
    Word{"undecided", Verdict::Maybe},
};

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == ';' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

/// The parts between semicolons that no backslash protects, trimmed, the backslashes dropped.
std::vector<std::string> parts(std::string_view text)
{
    std::vector<std::string> result(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            result.back() += text[++i];
        } else if (text[i] == ';') {
            result.emplace_back();
        } else {
            result.back() += text[i];
        }
    }
    for (std::string &part : result) {
        part = std::string(trimmed(part));
    }
    return result;
}

/// What follows `label` in `text`; nothing when `text` does not begin with it.
std::optional<std::string> behind(std::string_view text, std::string_view label)
{
    return text.starts_with(label) ? std::optional(std::string(trimmed(text.substr(label.size()))))
                                   : std::nullopt;
}

/// "WINNOW full-text: exclude (ann; reason: wrong population)".
std::vector<ReadDecision> ownDecision(std::string_view note)
{
    note.remove_prefix(kOurs.size());
    const std::size_t colon = note.find(": ");
    const std::size_t open = note.find(" (");
    if (colon == std::string_view::npos || open == std::string_view::npos || open < colon ||
        !note.ends_with(')')) {
        return {};
    }
    ReadDecision decision;
    decision.stage = stageFromString(note.substr(0, colon));
    const auto verdict = verdictFromString(note.substr(colon + 2, open - colon - 2));
    if (!decision.stage || !verdict) {
        return {};
    }
    decision.verdict = *verdict;
    const std::vector<std::string> all = parts(note.substr(open + 2, note.size() - open - 3));
    decision.reviewer = all.front();
    for (const std::string &part : all) {
        decision.reason = behind(part, "reason: ").value_or(decision.reason);
        decision.note = behind(part, "note: ").value_or(decision.note);
    }
    return {std::move(decision)};
}

/// The part of a Rayyan note behind `name`, up to the next bar.
std::string_view rayyanPart(std::string_view note, std::string_view name)
{
    const std::size_t at = note.find(name);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = note.substr(at + name.size());
    return trimmed(rest.substr(0, rest.find(" | ")));
}

/// {"Ann"=>"Included", "Ben"=>"Excluded"}: the quoted strings in pairs.
std::vector<ReadDecision> rayyanDecisions(std::string_view note)
{
    const std::string reason(rayyanPart(note, "RAYYAN-EXCLUSION-REASONS:"));
    const std::string labels(rayyanPart(note, "RAYYAN-LABELS:"));
    std::string_view verdicts = rayyanPart(note, "RAYYAN-INCLUSION:");
    std::vector<std::string_view> strings;
    while (true) {
        const std::size_t open = verdicts.find('"');
        const std::size_t close = open == std::string_view::npos ? open : verdicts.find('"', open + 1);
        if (close == std::string_view::npos) {
            break;
        }
        strings.push_back(verdicts.substr(open + 1, close - open - 1));
        verdicts.remove_prefix(close + 1);
    }
    std::vector<ReadDecision> decisions;
    for (std::size_t i = 0; i + 1 < strings.size(); i += 2) {
        if (const auto verdict = verdictFrom(strings[i + 1])) {
            decisions.push_back({{},
                                 std::string(strings[i]),
                                 *verdict,
                                 *verdict == Verdict::Exclude ? reason : std::string(),
                                 labels.empty() ? std::string() : "labels: " + labels});
        }
    }
    return decisions;
}

std::vector<ReadDecision> asreviewDecision(std::string_view note)
{
    // The longer word holds the shorter one.
    for (const auto &[mark, verdict] : {std::pair{"ASReview_irrelevant", Verdict::Exclude},
                                        std::pair{"ASReview_relevant", Verdict::Include}}) {
        if (note.find(mark) != std::string_view::npos) {
            return {{{}, {}, verdict, {}, {}}};
        }
    }
    return {};
}

/// "include (ann)" -> "include", "ann"; "include" -> "include", "".
std::pair<std::string_view, std::string_view> withReviewer(std::string_view text)
{
    const std::size_t open = text.rfind(" (");
    if (open == std::string_view::npos || !text.ends_with(')')) {
        return {text, {}};
    }
    return {text.substr(0, open), text.substr(open + 2, text.size() - open - 3)};
}

void append(std::string &cell, const ReadDecision &decision, std::string_view text)
{
    if (!text.empty()) {
        cell += (cell.empty() ? "" : "; ") + escaped(text) + " (" + escaped(decision.reviewer) + ")";
    }
}

} // namespace

std::string decisionLine(const ReadDecision &decision)
{
    return std::string(kOurs) + std::string(toString(decision.stage.value_or(Stage::TitleAbstract))) + ": " +
           std::string(toString(decision.verdict)) + " (" + escaped(decision.reviewer) +
           (decision.reason.empty() ? "" : "; reason: " + escaped(decision.reason)) +
           (decision.note.empty() ? "" : "; note: " + escaped(decision.note)) + ")";
}

std::vector<ReadDecision> decisionsInNote(std::string_view note)
{
    note = trimmed(note);
    if (note.starts_with(kOurs)) {
        return ownDecision(note);
    }
    if (note.find("RAYYAN-INCLUSION:") != std::string_view::npos) {
        return rayyanDecisions(note);
    }
    return asreviewDecision(note);
}

DecisionCells toCells(std::span<const ReadDecision> decisions, Stage stage)
{
    DecisionCells cells;
    const bool isAlone = std::ranges::count(decisions, stage, &ReadDecision::stage) == 1;
    for (const ReadDecision &decision : decisions) {
        if (decision.stage != stage) {
            continue;
        }
        if (isAlone) {
            return {
                std::string(toString(decision.verdict)), decision.reason, decision.note, decision.reviewer};
        }
        append(cells.verdict, decision, toString(decision.verdict));
        append(cells.reason, decision, decision.reason);
        append(cells.note, decision, decision.note);
    }
    return cells;
}

std::vector<ReadDecision> fromCells(const DecisionCells &cells, Stage stage)
{
    if (const auto verdict = verdictFrom(cells.verdict)) {
        return {{stage, cells.reviewer, *verdict, cells.reason, cells.note}};
    }
    std::vector<ReadDecision> decisions;
    for (const std::string &part : parts(cells.verdict)) {
        const auto [word, reviewer] = withReviewer(part);
        if (const auto verdict = verdictFrom(word)) {
            decisions.push_back({stage, std::string(reviewer), *verdict, {}, {}});
        }
    }
    const auto addRemarks = [&](std::string_view cell, std::string ReadDecision::*member) {
        for (const std::string &part : parts(cell)) {
            const auto [text, reviewer] = withReviewer(part);
            const auto whose = std::ranges::find(decisions, reviewer, &ReadDecision::reviewer);
            if (whose != decisions.end()) {
                (*whose).*member = text;
            }
        }
    };
    addRemarks(cells.reason, &ReadDecision::reason);
    addRemarks(cells.note, &ReadDecision::note);
    return decisions;
}

std::optional<Verdict> verdictFrom(std::string_view word)
{
    const auto *const found = std::ranges::find_if(
        kWords, [&](const Word &known) { return equalsIgnoringCase(known.word, trimmed(word)); });
    return found == kWords.end() ? std::nullopt : std::optional(found->verdict);
}

} // namespace winnow::formats
