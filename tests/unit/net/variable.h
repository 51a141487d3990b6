#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace winnow::net {

/// A variable of the environment, set (or, with nothing, unset) until the end of the scope.
class Variable
{
public:
    Variable(std::string name, const std::optional<std::string> &value)
        : m_name(std::move(name))
    {
        if (const char *const before = std::getenv(m_name.c_str())) {
            m_before = before;
        }
        set(value);
    }

    ~Variable() { set(m_before); }

    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    void set(const std::optional<std::string> &value) const
    {
        value ? setenv(m_name.c_str(), value->c_str(), 1) : unsetenv(m_name.c_str());
    }

    std::string m_name;
    std::optional<std::string> m_before;
};

} // namespace winnow::net
