#include "formats/input/text_input.h"

#include "base/task.h"
#include "text/encoding.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace winnow::formats {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{256} << 10U;
constexpr std::size_t kHeadBytes = std::size_t{64} << 10U;
constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20U;

enum class Encoding { Utf8, Utf16Le, Utf16Be };

struct Mark
{
    std::string_view bytes;
    Encoding encoding;
};

constexpr Mark kMarks[]{
    {"\xEF\xBB\xBF", Encoding::Utf8}, {"\xFF\xFE", Encoding::Utf16Le}, {"\xFE\xFF", Encoding::Utf16Be}};

/// UTF-16 without a byte order mark shows as zero bytes in every second place of Latin text.
Encoding guessEncoding(std::string_view head)
{
    constexpr std::size_t kSample = 512;
    std::size_t zeros[2]{};
    const std::size_t size = std::min(head.size(), kSample) & ~std::size_t{1};
    for (std::size_t i = 0; i < size; ++i) {
        zeros[i % 2] += static_cast<std::size_t>(head[i] == '\0');
    }
    if (size >= 8 && zeros[1] > size / 4 && zeros[0] < size / 16) {
        return Encoding::Utf16Le;
    }
    return size >= 8 && zeros[0] > size / 4 && zeros[1] < size / 16 ? Encoding::Utf16Be : Encoding::Utf8;
}

/// NUL is no text, and SQLite would end a value there. Nearly every chunk has none, so one fast search comes
/// first.
void replaceNuls(char *begin, char *end)
{
    if (begin != end && std::memchr(begin, 0, static_cast<std::size_t>(end - begin)) != nullptr) {
        std::replace(begin, end, '\0', ' ');
    }
}

/// Size of `text` without a character that may go on behind it.
std::size_t wholeCharacters(std::string_view text)
{
    const std::size_t size = text.size();
    constexpr std::size_t kLongest = 4;
    while (!text.empty() && size - text.size() < kLongest &&
           (static_cast<unsigned char>(text.back()) & 0x80U) != 0) {
        const bool isFirst = (static_cast<unsigned char>(text.back()) & 0x40U) != 0;
        text.remove_suffix(1);
        if (isFirst) {
            break;
        }
    }
    return text.size();
}

} // namespace

struct TextInput::State
{
    std::unique_ptr<ByteSource> source;
    Encoding encoding = Encoding::Utf8;
    std::string oddBytes; ///< of UTF-16: what did not make a whole character yet
    std::string buffer;   ///< UTF-8, or bytes that are taken as Windows-1252 line by line
    std::size_t begin = 0;
    std::size_t nextLf =
        0; ///< position of the first LF at or behind begin, once searched; buffer.size() when there is none
    std::size_t nextCr = 0;
    bool isAtEnd = false;

    std::string head;
    std::string decoded; ///< the current line, where it had to be converted
    std::string_view line;
    std::string piece;
    bool isPieceAtLineStart = true; ///< the next piece begins a line
    std::int64_t lineNumber = 0;
    std::int64_t fallbackLines = 0;
    std::optional<Error> error;
    std::function<bool()> goesOn;

    [[nodiscard]] std::size_t chunkBytes() const;
    std::size_t readBytes(char *to, std::size_t size);
    void fill();
    void start();
    bool findLineEnd(std::size_t &end, std::size_t &next);
    std::string_view asLine(std::string_view raw, bool isLineStart);
    std::string asLines(std::string_view raw, bool isLineStart);
};

/// How much to read at once: no more than there is, where that is known.
std::size_t TextInput::State::chunkBytes() const
{
    return std::min(kChunkBytes, source->mostLeft());
}

/// As many bytes as asked for, unless the end or a failure comes before: sources may give fewer at a time.
std::size_t TextInput::State::readBytes(char *to, std::size_t size)
{
    std::size_t got = 0;
    while (got < size) {
        auto count = source->read(to + got, size - got);
        if (!count) {
            error = std::move(count).error();
            break;
        }
        if (*count == 0) {
            break;
        }
        got += *count;
    }
    return got;
}

void TextInput::State::fill()
{
    buffer.erase(0, begin);
    const std::size_t before = buffer.size();
    nextLf = nextLf >= begin ? nextLf - begin : 0;
    nextCr = nextCr >= begin ? nextCr - begin : 0;
    begin = 0;
    buffer.resize(before + chunkBytes());
    const bool isStopped = goesOn && !goesOn();
    if (isStopped) {
        error = Task::stoppedError();
    }
    const std::size_t count = isStopped ? 0 : readBytes(buffer.data() + before, buffer.size() - before);
    buffer.resize(before + count);
    isAtEnd = count == 0;
    if (encoding != Encoding::Utf8) {
        oddBytes.append(buffer, before);
        buffer.resize(before);
        // Keep a lone first half of a surrogate pair for the next chunk.
        std::size_t whole = oddBytes.size() & ~std::size_t{1};
        if (!isAtEnd && whole >= 2) {
            const char high = oddBytes[encoding == Encoding::Utf16Be ? whole - 2 : whole - 1];
            whole -= (static_cast<unsigned char>(high) & 0xFCU) == 0xD8U ? 2 : 0;
        }
        buffer += text::fromUtf16(std::string_view(oddBytes).substr(0, whole), encoding == Encoding::Utf16Be);
        oddBytes.erase(0, whole);
    }
    replaceNuls(buffer.data() + before, buffer.data() + buffer.size());
}

/// Finds the encoding from the first bytes and reads the first chunk.
void TextInput::State::start()
{
    std::string first(chunkBytes(), '\0');
    first.resize(readBytes(first.data(), first.size()));
    isAtEnd = first.empty();
    encoding = guessEncoding(first);
    std::size_t skip = 0;
    for (const Mark &mark : kMarks) {
        if (std::string_view(first).starts_with(mark.bytes)) {
            encoding = mark.encoding;
            skip = mark.bytes.size();
            break;
        }
    }
    first.erase(0, skip);
    if (encoding == Encoding::Utf8) {
        buffer = std::move(first);
        replaceNuls(buffer.data(), buffer.data() + buffer.size());
    } else {
        oddBytes = std::move(first);
        fill();
    }
}

/// Sets the end of the line that starts at `begin` and the start of the one behind it; false when more text
/// must be read first.
bool TextInput::State::findLineEnd(std::size_t &end, std::size_t &next)
{
    const auto search = [this](std::size_t &position, char what) {
        if (position < begin || (position < buffer.size() && buffer[position] != what) ||
            position == buffer.size()) {
            const std::size_t found = buffer.find(what, std::max(begin, position));
            position = std::min(found, buffer.size());
        }
    };
    search(nextLf, '\n');
    search(nextCr, '\r');
    end = std::min(nextLf, nextCr);
    if (end == buffer.size()) {
        next = end;
        return isAtEnd;
    }
    if (buffer[end] == '\r' && end + 1 == buffer.size() && !isAtEnd) {
        return false;
    }
    next = end + 1;
    if (buffer[end] == '\r' && next < buffer.size() && buffer[next] == '\n') {
        ++next;
    }
    return true;
}

/// A line, or the rest of one, as UTF-8; valid until the next call.
std::string_view TextInput::State::asLine(std::string_view raw, bool isLineStart)
{
    // Files that were glued together have the mark of each in the middle.
    while (isLineStart && raw.starts_with(kMarks[0].bytes)) {
        raw.remove_prefix(kMarks[0].bytes.size());
    }
    if (text::isUtf8(raw)) {
        return raw;
    }
    ++fallbackLines;
    decoded = text::fromWindows1252(raw);
    return decoded;
}

/// The same for text of many lines, which keep their ends.
std::string TextInput::State::asLines(std::string_view raw, bool isLineStart)
{
    if (text::isUtf8(raw) && raw.find(kMarks[0].bytes) == std::string_view::npos) {
        return std::string(raw);
    }
    std::string text;
    for (; !raw.empty(); isLineStart = true) {
        const std::size_t size = std::min(raw.find_first_of("\r\n"), raw.size() - 1) + 1;
        text += asLine(raw.substr(0, size), isLineStart);
        raw.remove_prefix(size);
    }
    return text;
}

TextInput::TextInput(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

TextInput::TextInput(TextInput &&) noexcept = default;
TextInput &TextInput::operator=(TextInput &&) noexcept = default;
TextInput::~TextInput() = default;

Result<TextInput> TextInput::from(std::unique_ptr<ByteSource> source)
{
    auto state = std::make_unique<State>();
    state->source = std::move(source);
    state->start();
    if (state->error) {
        return *state->error;
    }
    return TextInput(std::move(state));
}

Result<TextInput> TextInput::open(const std::filesystem::path &path)
{
    auto source = fileBytes(path);
    if (!source) {
        return std::move(source).error();
    }
    return from(*std::move(source));
}

TextInput TextInput::fromBytes(std::string bytes)
{
    auto state = std::make_unique<State>();
    state->source = memoryBytes(std::move(bytes));
    state->start();
    return TextInput(std::move(state));
}

void TextInput::watch(std::function<bool()> goesOn)
{
    m_state->goesOn = std::move(goesOn);
}

std::string_view TextInput::head()
{
    State &state = *m_state;
    if (state.head.empty()) {
        std::string_view raw = std::string_view(state.buffer).substr(state.begin, kHeadBytes);
        raw = raw.substr(0, raw.size() == kHeadBytes ? wholeCharacters(raw) : raw.size());
        const std::int64_t before = state.fallbackLines;
        const std::string text = state.asLines(raw, true);
        state.fallbackLines = before;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\r') {
                state.head += text[i];
            } else if (i + 1 == text.size() || text[i + 1] != '\n') {
                state.head += '\n';
            }
        }
    }
    return state.head;
}

bool TextInput::next()
{
    State &state = *m_state;
    std::size_t end = 0;
    std::size_t following = 0;
    while (!state.findLineEnd(end, following)) {
        if (end - state.begin >= kMaxLineBytes) {
            end = following = state.begin + kMaxLineBytes;
            break;
        }
        state.fill();
        if (state.error) {
            return false;
        }
    }
    if (state.begin == state.buffer.size()) {
        state.line = {};
        return false;
    }
    state.line = state.asLine(std::string_view(state.buffer).substr(state.begin, end - state.begin), true);
    state.begin = following;
    ++state.lineNumber;
    return true;
}

bool TextInput::nextPiece()
{
    State &state = *m_state;
    state.lineNumber += std::ranges::count(state.piece, '\n');
    state.lineNumber = std::max<std::int64_t>(state.lineNumber, 1);
    while (state.buffer.size() - state.begin < kHeadBytes && !state.isAtEnd) {
        state.fill();
        if (state.error) {
            return false;
        }
    }
    std::string_view raw = std::string_view(state.buffer).substr(state.begin, kHeadBytes);
    if (state.begin + raw.size() < state.buffer.size() || !state.isAtEnd) {
        const std::size_t lineEnd = raw.rfind('\n');
        raw = raw.substr(0, lineEnd == std::string_view::npos ? wholeCharacters(raw) : lineEnd + 1);
    }
    state.begin += raw.size();
    state.piece = state.asLines(raw, state.isPieceAtLineStart);
    state.isPieceAtLineStart = raw.ends_with('\n') || raw.ends_with('\r');
    return !state.piece.empty();
}

std::string_view TextInput::piece() const
{
    return m_state->piece;
}

std::string_view TextInput::line() const
{
    return m_state->line;
}

std::int64_t TextInput::lineNumber() const
{
    return m_state->lineNumber;
}

std::int64_t TextInput::bytesRead() const
{
    return m_state->source->consumed();
}

std::int64_t TextInput::bytesTotal() const
{
    return m_state->source->total();
}

std::int64_t TextInput::fallbackLines() const
{
    return m_state->fallbackLines;
}

std::string_view TextInput::encoding() const
{
    switch (m_state->encoding) {
    case Encoding::Utf16Le:
        return "UTF-16LE";
    case Encoding::Utf16Be:
        return "UTF-16BE";
    case Encoding::Utf8:
        break;
    }
    return m_state->fallbackLines > 0 ? "Windows-1252" : "UTF-8";
}

Result<void> TextInput::status() const
{
    return m_state->error ? Result<void>(*m_state->error) : Result<void>();
}

} // namespace winnow::formats
