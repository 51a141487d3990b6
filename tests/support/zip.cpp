#include "support/zip.h"

#include <zip.h>

namespace winnow::test {

std::filesystem::path
writeZip(const std::filesystem::path &path, const ZipMembers &members, const char *password)
{
    zip_t *const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto &[name, bytes] : members) {
        zip_source_t *const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (password != nullptr) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
        }
    }
    zip_close(archive);
    return path;
}

} // namespace winnow::test
