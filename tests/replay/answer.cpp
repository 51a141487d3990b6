#include "replay/answer.h"

#include <zlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace winnow::replay {

Answer answerFromFile(const std::filesystem::path &path, std::string type)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    Answer answer;
    answer.body.assign(std::istreambuf_iterator<char>(file), {});
    answer.type = std::move(type);
    return answer;
}

Answer redirectTo(std::string location, int status)
{
    Answer answer;
    answer.status = status;
    answer.headers.emplace_back("Location", std::move(location));
    return answer;
}

std::string gzipped(std::string_view bytes)
{
    constexpr int kGzipWindow = 15 + 16;
    constexpr int kMemory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib");
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace winnow::replay
