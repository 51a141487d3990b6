#include "appraisal/tool_json.h"

#include "text/clean.h"
#include "text/json_depth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace winnow::appraisal {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
constexpr std::size_t kMostJsonDepth = 64;
constexpr std::size_t kMostText = 4'000;
constexpr std::size_t kMostQuestions = 300;
constexpr std::size_t kMostJudgedDomains = 20; ///< as many as can stand side by side
constexpr std::size_t kMostRules = 500;
constexpr std::size_t kMostTerms = 200; ///< of one condition
constexpr int kMostStars = 100;
constexpr const char *kOverall = "Overall";
constexpr const char *kReviewer = "reviewer";

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == '_';
    });
}

/// Reads a tool and keeps the first mistake.
class Reader
{
public:
    Result<Tool> read(const json &object)
    {
        Tool tool;
        allow(object,
              "the tool",
              {"id",
               "name",
               "version",
               "description",
               "wording",
               "comment",
               "unit",
               "answers",
               "usual-answers",
               "domains",
               "further",
               "scale",
               "overall",
               "lone-s",
               "conclusion"});
        tool.id = id(object, "id", "The tool");
        tool.name = needed(object, "name", "The tool");
        tool.version = text(object, "version");
        tool.description = text(object, "description");
        tool.wording = text(object, "wording");
        tool.comment = text(object, "comment");
        tool.unit = oneOf(object, "unit", {"study", "result"}) == 1 ? Unit::Result : Unit::Study;
        tool.loneS =
            oneOf(object, "lone-s", {"some-concerns", "serious"}) == 1 ? LoneS::Serious : LoneS::SomeConcerns;
        readAnswerSets(object, tool);
        readScale(object, tool);
        readOverall(object, tool);
        m_usual = text(object, "usual-answers");
        for (const json &one : list(object, "domains", "The tool")) {
            tool.domains.push_back(domain(one, tool, true));
        }
        for (const json &one : list(object, "further", "The tool")) {
            tool.further.push_back(domain(one, tool, false));
        }
        tool.conclusion = text(object, "conclusion");
        checkWhole(tool);
        if (m_mistake) {
            return *std::move(m_mistake);
        }
        return tool;
    }

private:
    void fail(std::string message)
    {
        if (!m_mistake) {
            m_mistake = refusal(std::move(message));
        }
    }

    void allow(const json &object, const std::string &what, std::initializer_list<std::string_view> keys)
    {
        if (!object.is_object()) {
            fail("In " + what + ", something is written that is no object in braces { }.");
            return;
        }
        for (const auto &[key, value] : object.items()) {
            if (std::ranges::count(keys, std::string_view(key)) == 0) {
                std::string known;
                for (const std::string_view one : keys) {
                    known += (known.empty() ? "" : ", ") + std::string(one);
                }
                fail(
                    std::string("\"").append(text::forMessage(key)).append("\" is no part of ").append(what) +
                    "; its parts are " + known + ".");
            }
        }
    }

    std::string text(const json &object, const char *key)
    {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || found == object.end()) {
            return {};
        }
        if (!found->is_string()) {
            fail("\"" + std::string(key) + "\" must be a text in quotation marks.");
            return {};
        }
        auto all = found->get<std::string>();
        const bool isPrintable = text::withoutControls(all) == all;
        if (!isPrintable || all.size() > kMostText) {
            fail("\"" + std::string(key) + "\" holds a control character, or more than 4,000 bytes.");
        }
        return all;
    }

    std::string needed(const json &object, const char *key, const std::string &what)
    {
        std::string found = text(object, key);
        if (found.find_first_not_of(" \t\r\n") == std::string::npos) {
            fail(what + " has no \"" + key + "\"; add it.");
        }
        return found;
    }

    std::string id(const json &object, const char *key, const std::string &what)
    {
        std::string found = needed(object, key, what);
        if (!isId(found)) {
            fail(what + " has the " + key + " \"" + text::forMessage(found) +
                 "\"; write letters, digits, dots, - and _ only, 40 at most.");
        }
        return found;
    }

    bool flag(const json &object, const char *key, bool usual)
    {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || found == object.end()) {
            return usual;
        }
        if (!found->is_boolean()) {
            fail("\"" + std::string(key) + "\" must be true or false.");
            return usual;
        }
        return found->get<bool>();
    }

    /// The place of a word in a list; the first where there is none.
    std::size_t oneOf(const json &object, const char *key, std::initializer_list<std::string_view> words)
    {
        const std::string word = text(object, key);
        const auto *const found = std::ranges::find(words, std::string_view(word));
        if (found != words.end()) {
            return static_cast<std::size_t>(found - words.begin());
        }
        if (!word.empty()) {
            std::string known;
            for (const std::string_view one : words) {
                known += (known.empty() ? "" : ", ") + std::string(one);
            }
            fail("\"" + std::string(key) + "\" is \"" + text::forMessage(word) + "\"; it must be one of " +
                 known + ".");
        }
        return 0;
    }

    json list(const json &object, const char *key, const std::string &what)
    {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || found == object.end()) {
            return json::array();
        }
        if (!found->is_array()) {
            fail(what + " has \"" + key + "\", which must be a list in brackets [ ].");
            return json::array();
        }
        return *found;
    }

    /// A judgement by its word in the log, or none where the word is `none`.
    std::optional<Judgement> judgement(const json &object, const char *key, const std::string &what)
    {
        const std::string word = needed(object, key, what);
        for (const Judgement one : kJudgements) {
            if (toString(one) == word) {
                return one;
            }
        }
        std::string known;
        for (const Judgement one : kJudgements) {
            known += (known.empty() ? "" : ", ") + std::string(toString(one));
        }
        fail(what + " has the judgement \"" + text::forMessage(word) + "\"; it must be one of " + known +
             ".");
        return std::nullopt;
    }

    void readAnswerSets(const json &object, Tool &tool)
    {
        const auto found = object.is_object() ? object.find("answers") : object.end();
        if (!object.is_object() || found == object.end()) {
            return;
        }
        if (!found->is_object()) {
            fail("\"answers\" must be an object { } of lists of answers by name.");
            return;
        }
        for (const auto &[name, choices] : found->items()) {
            AnswerSet answers{name, {}};
            const std::string what = "The answer set " + text::forMessage(name);
            if (!isId(name) || !choices.is_array() || choices.empty() || choices.size() > 50) {
                fail(what + " must have a name of letters and digits and a list of 1 to 50 answers.");
                return;
            }
            for (const json &one : choices) {
                answers.choices.push_back(choice(one, what));
            }
            std::set<std::string> ids;
            for (const Choice &one : answers.choices) {
                if (!ids.insert(one.id).second) {
                    fail(what + " has the answer " + one.id + " twice.");
                }
            }
            tool.answerSets.push_back(std::move(answers));
        }
    }

    Choice choice(const json &object, const std::string &what)
    {
        allow(object, "an answer", {"id", "label", "shown", "stars", "not-applicable"});
        Choice one;
        one.id = id(object, "id", "An answer of " + what);
        one.label = needed(object, "label", "The answer " + one.id);
        if (object.is_object() && object.contains("shown")) {
            one.shown = judgement(object, "shown", "The answer " + one.id);
        }
        if (object.is_object() && object.contains("stars")) {
            const json &stars = object["stars"];
            const bool isNumber = stars.is_number_unsigned() && stars.get<std::uint64_t>() <= kMostStars;
            if (!isNumber) {
                fail("The answer " + one.id + " has \"stars\" that are no whole number from 0 to 100.");
            } else {
                one.stars = stars.get<int>();
            }
        }
        one.isNotApplicable = flag(object, "not-applicable", false);
        return one;
    }

    void readScale(const json &object, Tool &tool)
    {
        for (const json &one : list(object, "scale", "The tool")) {
            allow(one, "a step of the scale", {"judgement", "label"});
            const auto step = judgement(one, "judgement", "A step of the scale");
            if (step && (*step > Judgement::Critical ||
                         (!tool.scale.empty() && tool.scale.back().judgement >= *step))) {
                fail("The scale must go from the lowest risk to the highest: low, some-concerns, high, "
                     "critical; no-information and not-applicable are always there.");
            }
            tool.scale.push_back(
                {step.value_or(Judgement::Low), needed(one, "label", "A step of the scale")});
        }
    }

    void readOverall(const json &object, Tool &tool)
    {
        const std::string word = text(object, "overall");
        const OverallRule usual = tool.scale.empty() ? OverallRule::None : OverallRule::Worst;
        const auto rule = word.empty() ? usual : overallRuleFromString(word);
        tool.overall = rule.value_or(usual);
        const bool needsScale = tool.overall == OverallRule::RoB2 || tool.overall == OverallRule::Worst;
        if (!rule) {
            fail("\"overall\" is \"" + text::forMessage(word) +
                 "\"; it must be rob2, worst, none, stars or count.");
        } else if (needsScale && tool.scale.empty()) {
            fail("\"overall\" is \"" + text::forMessage(word) +
                 "\", which needs a \"scale\" of judgements; add one, or write none, stars or count.");
        }
    }

    ToolDomain domain(const json &object, const Tool &tool, bool mayHaveQuestions)
    {
        allow(object,
              "a domain",
              mayHaveQuestions
                  ? std::initializer_list<std::string_view>{"code", "name", "questions", "rules", "parts"}
                  : std::initializer_list<std::string_view>{"code", "name"});
        ToolDomain one;
        one.code = id(object, "code", "A domain");
        one.name = needed(object, "name", "The domain " + one.code);
        if (one.code == kOverall || !m_codes.insert(one.code).second) {
            fail("Two domains have the code " + one.code +
                 ", or it is Overall, which means the whole; choose another.");
        }
        for (const json &asked : list(object, "questions", "The domain " + one.code)) {
            one.questions.push_back(question(asked, tool));
        }
        readRules(object, tool, one);
        return one;
    }

    Question question(const json &object, const Tool &tool)
    {
        allow(object, "a question", {"id", "text", "help", "answers", "when", "counted"});
        Question one;
        one.id = id(object, "id", "A question");
        const std::string what = "Question " + one.id;
        one.text = needed(object, "text", what);
        one.help = text(object, "help");
        one.answers = text(object, "answers");
        if (one.answers.empty()) {
            one.answers = m_usual;
        }
        one.isCounted = flag(object, "counted", true);
        const AnswerSet *answers = answerSetOf(tool, one.answers);
        if (answers == nullptr) {
            fail(what + " is answered from \"" + text::forMessage(one.answers) +
                 "\", but there is no such answer set; \"answers\" of the tool lists them.");
        }
        one.condition = condition(object, what);
        if (one.id == kOverall || m_questions.size() >= kMostQuestions) {
            fail(one.id == kOverall
                     ? "A question is called Overall, which means the whole; choose another id."
                     : "There are more than 300 questions.");
        }
        if (!m_questions.emplace(one.id, answers).second) {
            fail("Two questions have the id " + one.id + ".");
        }
        return one;
    }

    void readRules(const json &object, const Tool &tool, ToolDomain &domain)
    {
        const bool hasRules = object.is_object() && object.contains("rules");
        const bool hasParts = object.is_object() && object.contains("parts");
        const std::string what = "The domain " + domain.code;
        if (hasRules && hasParts) {
            fail(what + " has both \"rules\" and \"parts\"; put all rules into parts.");
        }
        if (hasRules) {
            domain.parts.push_back({{}, rules(object, tool, what)});
        }
        for (const json &part : list(object, "parts", what)) {
            allow(part, "a part", {"name", "rules"});
            domain.parts.push_back({text(part, "name"), rules(part, tool, what)});
        }
        for (const RuleTable &part : domain.parts) {
            if (part.rules.empty()) {
                fail(what + " has an empty list of rules; write some or leave it out.");
            }
        }
    }

    std::vector<Rule> rules(const json &object, const Tool &tool, const std::string &what)
    {
        std::vector<Rule> all;
        for (const json &one : list(object, "rules", what)) {
            const std::string name = "Rule " + std::to_string(all.size() + 1) + " of " + what;
            allow(one, "a rule", {"when", "judgement"});
            Rule rule{condition(one, name), {}};
            if (text(one, "judgement") != kReviewer) {
                rule.judgement = judgement(one, "judgement", name);
                if (rule.judgement &&
                    std::ranges::count(tool.scale, *rule.judgement, &Level::judgement) == 0) {
                    fail(name + " gives a judgement that is not in the scale of the tool.");
                }
            }
            all.push_back(std::move(rule));
            if (all.size() > kMostRules) {
                fail(what + " has more than 500 rules.");
                break;
            }
        }
        return all;
    }

    /// An object of answers by question, all of which must be given; or a list of such, one of which must
    /// hold.
    Condition condition(const json &object, const std::string &what)
    {
        const auto found = object.is_object() ? object.find("when") : object.end();
        if (!object.is_object() || found == object.end()) {
            return {};
        }
        Condition all;
        std::size_t terms = 0;
        const json alternatives = found->is_array() ? *found : json::array({*found});
        for (const json &alternative : alternatives) {
            if (!alternative.is_object() || alternative.empty()) {
                fail(what + ": \"when\" must be written as {\"1.1\": [\"Y\", \"PY\"]}.");
                return all;
            }
            auto &needed = all.emplace_back();
            for (const auto &[question, answers] : alternative.items()) {
                needed.push_back(term(question, answers, what));
                if (++terms > kMostTerms) {
                    fail(what + " has a \"when\" of more than 200 terms.");
                    return all;
                }
            }
        }
        if (all.empty()) {
            fail(what + ": \"when\" is an empty list; leave it out where there is no condition.");
        }
        return all;
    }

    Term term(const std::string &question, const json &answers, const std::string &what)
    {
        Term one{question, {}};
        const auto known = m_questions.find(question);
        if (known == m_questions.end()) {
            fail(what + " depends on question " + text::forMessage(question) +
                 ", which does not come before it; conditions may name earlier questions only.");
            return one;
        }
        for (const json &answer : answers.is_array() ? answers : json::array({answers})) {
            const std::string id = answer.is_string() ? answer.get<std::string>() : std::string();
            const AnswerSet *set = known->second;
            if (set != nullptr && std::ranges::find(set->choices, id, &Choice::id) == set->choices.end()) {
                fail(std::string(what).append(" depends on the answer \"").append(text::forMessage(id)) +
                     "\" to question " + text::forMessage(question) + ", but it is not among the answers " +
                     set->id + ".");
            }
            one.answers.push_back(id);
        }
        if (one.answers.empty()) {
            fail(what + " depends on question " + text::forMessage(question) + " but names no answer.");
        }
        return one;
    }

    void checkWhole(const Tool &tool)
    {
        if (!tool.conclusion.empty() && answerSetOf(tool, tool.conclusion) == nullptr) {
            fail("\"conclusion\" is \"" + text::forMessage(tool.conclusion) +
                 "\", but there is no such answer set.");
        }
        if (!tool.conclusion.empty() && tool.isJudged()) {
            fail("The tool has both a \"scale\" and a \"conclusion\"; the whole is either judged or "
                 "concluded.");
        }
        if (!tool.isJudged() && m_questions.empty()) {
            fail("The tool has neither a \"scale\" of judgements nor questions; add one of them.");
        }
        if (tool.isJudged() && tool.domains.size() + tool.further.size() > kMostJudgedDomains) {
            fail("The tool has more than 20 domains that are judged; more cannot stand side by side.");
        }
    }

    std::optional<Error> m_mistake;
    std::string m_usual;
    std::set<std::string> m_codes;
    std::map<std::string, const AnswerSet *> m_questions; ///< those read so far
};

void set(ordered_json &object, const char *key, const std::string &text)
{
    if (!text.empty()) {
        object[key] = text;
    }
}

ordered_json toJson(const std::vector<Term> &terms)
{
    ordered_json object = ordered_json::object();
    for (const Term &term : terms) {
        object[term.question] = term.answers;
    }
    return object;
}

void addCondition(ordered_json &object, const Condition &condition)
{
    if (condition.size() == 1) {
        object["when"] = toJson(condition.front());
    } else if (!condition.empty()) {
        for (const auto &terms : condition) {
            object["when"].push_back(toJson(terms));
        }
    }
}

ordered_json toJson(const std::vector<Rule> &rules)
{
    ordered_json list = ordered_json::array();
    for (const Rule &rule : rules) {
        ordered_json object = ordered_json::object();
        addCondition(object, rule.condition);
        object["judgement"] = rule.judgement ? std::string(toString(*rule.judgement)) : kReviewer;
        list.push_back(std::move(object));
    }
    return list;
}

ordered_json toJson(const Question &question)
{
    ordered_json object{{"id", question.id}, {"text", question.text}};
    set(object, "help", question.help);
    object["answers"] = question.answers;
    addCondition(object, question.condition);
    if (!question.isCounted) {
        object["counted"] = false;
    }
    return object;
}

ordered_json toJson(const ToolDomain &domain)
{
    ordered_json object{{"code", domain.code}, {"name", domain.name}};
    for (const Question &question : domain.questions) {
        object["questions"].push_back(toJson(question));
    }
    if (domain.parts.size() == 1 && domain.parts.front().name.empty()) {
        object["rules"] = toJson(domain.parts.front().rules);
    } else {
        for (const RuleTable &part : domain.parts) {
            ordered_json one = ordered_json::object();
            set(one, "name", part.name);
            one["rules"] = toJson(part.rules);
            object["parts"].push_back(std::move(one));
        }
    }
    return object;
}

ordered_json toJson(const AnswerSet &answers)
{
    ordered_json list = ordered_json::array();
    for (const Choice &choice : answers.choices) {
        ordered_json object{{"id", choice.id}, {"label", choice.label}};
        if (choice.shown) {
            object["shown"] = std::string(toString(*choice.shown));
        }
        if (choice.stars != 0) {
            object["stars"] = choice.stars;
        }
        if (choice.isNotApplicable) {
            object["not-applicable"] = true;
        }
        list.push_back(std::move(object));
    }
    return list;
}

} // namespace

Result<Tool> parseTool(std::string_view text)
{
    if (text.size() > kMostBytes) {
        return refusal("The file is larger than 1 MiB, too large for a tool.");
    }
    if (text::isDeeperThan(text, kMostJsonDepth)) {
        return refusal("The tool has brackets in brackets deeper than any tool needs.");
    }
    const json object = json::parse(text.begin(), text.end(), nullptr, false);
    if (!object.is_object()) {
        return refusal("This is no JSON file with a tool for appraisal; forms/appraisal/ has examples.");
    }
    return Reader().read(object);
}

std::string toJson(const Tool &tool)
{
    ordered_json object{{"id", tool.id}, {"name", tool.name}};
    set(object, "version", tool.version);
    set(object, "description", tool.description);
    set(object, "wording", tool.wording);
    set(object, "comment", tool.comment);
    object["unit"] = tool.unit == Unit::Result ? "result" : "study";
    for (const AnswerSet &answers : tool.answerSets) {
        object["answers"][answers.id] = toJson(answers);
    }
    for (const Level &level : tool.scale) {
        object["scale"].push_back(
            {{"judgement", std::string(toString(level.judgement))}, {"label", level.label}});
    }
    object["overall"] = std::string(toString(tool.overall));
    if (tool.loneS == LoneS::Serious) {
        object["lone-s"] = "serious";
    }
    set(object, "conclusion", tool.conclusion);
    for (const ToolDomain &domain : tool.domains) {
        object["domains"].push_back(toJson(domain));
    }
    for (const ToolDomain &domain : tool.further) {
        object["further"].push_back(toJson(domain));
    }
    return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace winnow::appraisal
