#include "written.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::publish::test {

namespace {

TEST(Word, isWritten)
{
    for (const char *id : {"docx",
                           "odt",
                           "xlsx",
                           "latex",
                           "markdown",
                           "grid_markdown",
                           "csv",
                           "tsv",
                           "json",
                           "text",
                           "html"}) {
        const Written made(id);
    }
}

} // namespace

} // namespace winnow::publish::test
