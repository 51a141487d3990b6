#include "publish/support/zip_writer.h"

#include <zip.h>

#include <memory>

namespace winnow::publish {

namespace {

constexpr zip_uint16_t kDate = (1 << 5) | 1; ///< 1 January 1980, the first day that zip knows

struct DiscardZip
{
    void operator()(zip_t *archive) const { zip_discard(archive); }

    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

Error failure(zip_error_t *error)
{
    return Error{ErrorCode::Internal,
                 "The document could not be packed; write it in another format.",
                 zip_error_strerror(error),
                 {}};
}

Result<void> add(zip_t *archive, const ZipMember &member)
{
    zip_source_t *source = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
    const zip_int64_t added =
        source == nullptr ? -1 : zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        return failure(zip_get_error(archive));
    }
    const auto index = static_cast<zip_uint64_t>(added);
    if (zip_file_set_dostime(archive, index, 0, kDate, 0) != 0 ||
        zip_set_file_compression(archive, index, member.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) !=
            0) {
        return failure(zip_get_error(archive));
    }
    return {};
}

} // namespace

Result<std::string> zipped(const std::vector<ZipMember> &members)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, DiscardZip> whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (whole == nullptr) {
        return failure(&error);
    }
    std::unique_ptr<zip_t, DiscardZip> archive(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
    if (archive == nullptr) {
        return failure(&error);
    }
    zip_source_keep(whole.get()); // the archive lets go of it when it is closed
    for (const ZipMember &member : members) {
        if (auto added = add(archive.get(), member); !added) {
            return std::move(added).error();
        }
    }
    if (zip_close(archive.get()) != 0) {
        return failure(zip_get_error(archive.get()));
    }
    static_cast<void>(archive.release()); // closed
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(whole.get(), &stat) != 0 || zip_source_open(whole.get()) != 0) {
        return failure(zip_source_error(whole.get()));
    }
    std::string bytes(stat.size, '\0');
    const zip_int64_t count = zip_source_read(whole.get(), bytes.data(), bytes.size());
    zip_source_close(whole.get());
    if (count != static_cast<zip_int64_t>(bytes.size())) {
        return failure(zip_source_error(whole.get()));
    }
    return bytes;
}

} // namespace winnow::publish
