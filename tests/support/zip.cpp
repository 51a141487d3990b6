#include "support/zip.h"

#include <gtest/gtest.h>
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

ZipMembers readZip(std::string_view bytes, std::vector<std::string> *names)
{
    ZipMembers members;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t *const archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive == nullptr) {
        ADD_FAILURE() << zip_error_strerror(&error);
        return members;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        std::string &content = members[stat.name];
        content.resize(stat.size);
        zip_file_t *const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
        zip_fclose(file);
        if (names != nullptr) {
            names->emplace_back(stat.name);
        }
    }
    zip_discard(archive);
    return members;
}

} // namespace winnow::test
