#include "index/xapian_errors.h"

namespace winnow::index {

Error errorFrom(const Xapian::Error &failure, const std::filesystem::path &folder)
{
    const std::string type = failure.get_type();
    const std::string detail = failure.get_description();
    if (type == "DatabaseLockError") {
        return {ErrorCode::Busy,
                "Another program is making the search index of this review just now; try again in a moment.",
                detail,
                folder.string()};
    }
    if (type == "DatabaseError" || type == "DatabaseOpeningError" || type == "DatabaseCorruptError" ||
        type == "DatabaseVersionError" || type == "DatabaseNotFoundError") {
        return {ErrorCode::WrongFormat,
                "The search index is damaged; the next search makes it anew.",
                detail,
                folder.string()};
    }
    if (type == "DatabaseCreateError") {
        return {ErrorCode::Unwritable,
                "The search index cannot be written to " + folder.string() +
                    "; check its folder and the space on the disk.",
                detail,
                folder.string()};
    }
    return {ErrorCode::Internal,
            "The search index refused that: " + failure.get_msg() + ".",
            detail,
            folder.string()};
}

Error errorFrom(const std::exception &failure, const std::filesystem::path &folder)
{
    return {ErrorCode::WrongFormat,
            "The search index is damaged; the next search makes it anew.",
            failure.what(),
            folder.string()};
}

} // namespace winnow::index
