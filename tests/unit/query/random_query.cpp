#include "random_query.h"

#include <array>
#include <random>

namespace winnow::query::test {

namespace {

constexpr std::array kTerms{
    "digital",  "trends",  "handi*",     "wom?n",  "*craft",      "e-commerce",  "C++",
    "of",       "\"and\"", "\"x y\"",    "{x y}",  "{x-y}",       "“x y”",       "\"a (b\"",
    "naïve",    "TITLE",   "AI",         "'x",     "foo:",        "--x",         "//y",
    "U.S.A.",   "a[b]",    "\"the of\"", "x/y",    "\"dig* tr\"", "数字",        "α",
    "pre",      "W",       "is",         "{a {b}", "handicraft",  "handicrafts", "10.1000/x(1)",
    "\"x\ny\"", "colour*", "limit-to",   "–x",     "ｘ",          "a\u00A0b",    "\"x \u201Dy\""};

constexpr std::array kFields{"TITLE",
                             "ABS",
                             "KEY",
                             "TITLE-ABS-KEY",
                             "ALL",
                             "AUTH",
                             "AUTHOR-NAME",
                             "AFFIL",
                             "SRCTITLE",
                             "REF",
                             "REFTITLE",
                             "DOCTYPE",
                             "LANGUAGE",
                             "DOI",
                             "ISSN",
                             "FIRSTAUTH"};

constexpr std::array kAtoms{"PUBYEAR > 2010",
                            "PUBYEAR IS 2015",
                            "pubyear bef 2020",
                            "AF-ID(\"Some Place\" 6001)",
                            "AU-ID(123)",
                            "LIMIT-TO ( DOCTYPE , \"ar\" )",
                            "LIMIT-TO(PUBYEAR, 2017)",
                            "EXCLUDE ( DOCTYPE , \"re\" )",
                            "LIMIT-TO ( EXACTKEYWORD , \"Heart Failure\" )",
                            "LIMIT-TO ( LANGUAGE , Old English )",
                            "LIMIT-TO ( AF-ID , \"A or B\" )",
                            "AUTHOR-NAME(smith, j)",
                            "FIRSTAUTH(smith, j)",
                            "REF(REFAUTH(darwin) AND REFPUBYEAR IS 1859)",
                            "AFFIL(AFFILCITY(london) AFFILORG(hospital))",
                            "LOAD-DATE AFT 20200131",
                            "DOI(10.1/a(b)c OR 10.2/d)"};

constexpr std::array kOperators{
    " AND ", " OR ", " AND NOT ", " ", " W/3 ", " PRE/0 ", " and ", " or ", "\nAND\n", " W/3 "};

class Generator
{
public:
    explicit Generator(std::uint32_t seed)
        : m_random(seed)
    {}

    std::string run()
    {
        std::string query = expression(0);
        if (oneOf(12)) {
            query = "#1 " + query + "\n#2 " + expression(1) + "\n#1 AND #2";
        }
        return query;
    }

private:
    bool oneOf(std::uint32_t times) { return m_random() % times == 0; }

    template <class Array>
    std::string any(const Array &array)
    {
        return array.at(m_random() % array.size());
    }

    std::string expression(int depth)
    {
        std::string text = operand(depth);
        const bool isUniform = !oneOf(3);
        const std::string same = any(kOperators);
        for (std::uint32_t more = m_random() % 4; more > 0; --more) {
            text += (isUniform ? same : any(kOperators)) + operand(depth);
        }
        return text;
    }

    std::string operand(int depth)
    {
        constexpr int kDeepest = 5;
        switch (depth >= kDeepest ? 0 : m_random() % 8) {
        case 1:
        case 2:
            return "(" + expression(depth + 1) + ")";
        case 3:
        case 4:
            return any(kFields) + (oneOf(4) ? " (" : "(") + expression(depth + 2) + ")";
        case 5:
            return any(kAtoms);
        default:
            return any(kTerms);
        }
    }

    std::mt19937 m_random;
};

} // namespace

std::string randomQuery(std::uint32_t seed)
{
    return Generator(seed).run();
}

} // namespace winnow::query::test
