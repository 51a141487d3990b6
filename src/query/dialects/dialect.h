#pragma once

#include "query/tree.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

struct Capabilities;

/// What a target cannot be asked as the query has it, and what is done about it.
struct Loss
{
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    std::string message;  ///< sentences for people
    bool mayMiss = false; ///< records that match the query may be missed; else only more of them come
    bool isFinal = false; ///< because of it the query cannot be asked at all

    auto operator<=>(const Loss &) const = default; // NOLINT(modernize-use-nullptr): of clang-tidy 14, at <=>
};

/// A query in the syntax of a target. What is found with it is then judged by the query itself, so it may ask
/// for more than the query does, never for less.
struct Translation
{
    std::string text;         ///< empty where the target cannot be asked; the last loss says why
    std::vector<Loss> losses; ///< in order of their places
    bool isSuperset = false;  ///< whether every record that matches the query matches the translation
};

/// The syntax of one target. Each lives in a file of its own, query/dialects/ID.cpp, as `extern const Dialect
/// ID`; the table of all is generated from the file list.
struct Dialect
{
    std::string_view id;    ///< "pubmed"
    std::string_view label; ///< for people: "PubMed"

    /// Of a tree that parse() made. The same tree gives the same text.
    Translation (*translate)(const Node &root) = nullptr;

    /// What translate() relaxes a query to before it prints it, see relax(); nullptr where it does not.
    const Capabilities *target = nullptr;
};

/// All dialects, in order of their ids.
[[nodiscard]] std::span<const Dialect *const> allDialects();

/// By id; nullptr when there is none.
[[nodiscard]] const Dialect *findDialect(std::string_view id);

} // namespace winnow::query
