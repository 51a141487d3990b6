#pragma once

#include "replay/replay_server.h"
#include "session.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::cli::test {

/// A session with the review @/r.winnow, all of whose sources are one server on loopback: that of Scopus at
/// /scopus, that of PubMed at /pubmed ... The environment is as before at the end.
class Searching
{
public:
    Searching();
    ~Searching();
    Searching(const Searching &) = delete;
    Searching &operator=(const Searching &) = delete;

    /// Sets or, with an empty value, unsets a variable until the end.
    void set(const std::string &variable, const std::string &value);

    /// `winnow search @/r.winnow ARGUMENTS`.
    Output search(std::vector<std::string> arguments);
    Output search(std::vector<std::string> arguments, Task &task);

    /// How many records of the review a query finds.
    std::string found(const std::string &query);

    /// Every byte of every file of the review and beside it.
    [[nodiscard]] std::string allBytes() const;

    replay::ReplayServer server;
    Session session;

private:
    void pointHere(const std::string &source);

    std::vector<std::string> m_variables;
};

inline constexpr const char *kKey = "k3y-that-nobody-may-see";
inline constexpr const char *kToken = "t0ken-that-nobody-may-see";
inline constexpr const char *kScopus = "/scopus/content/search/scopus";

/// A page of Scopus with the records `from` to `to` - 1 of `hits`; all are of 2021.
[[nodiscard]] replay::Answer scopusPage(int hits, int from, int to);

/// The answer of Scopus when only the count is asked for.
[[nodiscard]] replay::Answer scopusCount(int hits);

/// A refusal of Scopus.
[[nodiscard]] replay::Answer refused(int status, const std::string &code, const std::string &text);

} // namespace winnow::cli::test
