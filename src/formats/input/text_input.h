#pragma once

#include "base/result.h"
#include "formats/input/byte_source.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace winnow::formats {

/// A text file as UTF-8 lines, read in pieces: memory does not grow with the file.
///
/// Encoding: byte order marks of UTF-8 and UTF-16 are obeyed and dropped; UTF-16 without one is known by its
/// zero bytes; all else is UTF-8, and a line that is not valid UTF-8 is taken as Windows-1252 (a superset of
/// Latin-1), counted in `fallbackLines`. Line ends: LF, CRLF and CR, also mixed. Gzip is unpacked on the way.
/// NUL characters become spaces.
class TextInput
{
public:
    [[nodiscard]] static Result<TextInput> open(const std::filesystem::path &path);

    /// Fails when the first bytes cannot be read.
    [[nodiscard]] static Result<TextInput> from(std::unique_ptr<ByteSource> source);

    /// Over text in memory (any of the encodings above).
    [[nodiscard]] static TextInput fromBytes(std::string bytes);

    TextInput(TextInput &&) noexcept;
    TextInput &operator=(TextInput &&) noexcept;
    ~TextInput();

    /// Has `goesOn` called before each further chunk; where it says no, reading ends with Cancelled.
    void watch(std::function<bool()> goesOn);

    /// Up to 64 kB of the decoded beginning, for detection; lines ended by \n. Does not consume anything;
    /// call before line().
    [[nodiscard]] std::string_view head();

    /// Moves to the next line; false at the end of the file or on a read error.
    bool next();

    /// Moves to the next piece instead: some text up to 64 kB with its line ends, which divides no character
    /// and ends with a line where it can. For formats without lines; not to be mixed with next().
    bool nextPiece();

    /// The current piece; valid until the next call of nextPiece(). lineNumber() is that of its first line.
    [[nodiscard]] std::string_view piece() const;

    /// The current line without its end; valid until the next call of next().
    [[nodiscard]] std::string_view line() const;

    /// Number of the current line, from 1.
    [[nodiscard]] std::int64_t lineNumber() const;

    /// Bytes of the file consumed so far, and its size on disk, for progress (of a gzip file: packed bytes).
    [[nodiscard]] std::int64_t bytesRead() const;
    [[nodiscard]] std::int64_t bytesTotal() const;

    /// Lines that had to be taken as Windows-1252.
    [[nodiscard]] std::int64_t fallbackLines() const;

    /// "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252".
    [[nodiscard]] std::string_view encoding() const;

    /// What stopped next() before the end of the file, if anything did.
    [[nodiscard]] Result<void> status() const;

private:
    struct State;
    explicit TextInput(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace winnow::formats
