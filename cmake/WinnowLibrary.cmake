# winnow_library(FOLDER SOURCES file... [LINKS target...] [PRIVATE_LINKS target...])
# The library winnow_FOLDER of one folder of src/: static in what users get, shared where BUILD_SHARED_LIBS says
# so. LINKS name the folders whose headers its own headers may show.
function(winnow_library folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(winnow_${folder} ${ARG_SOURCES})
    target_link_libraries(winnow_${folder} PUBLIC winnow_common ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# winnow_registry(TARGET FOLDER TYPE type HEADER header FUNCTION function FILES file...)
# Makes the table of all plug-in files of one folder. Each NAME.cpp of FILES defines `extern const TYPE NAME` in the namespace
# winnow::FOLDER; the generated winnow::FOLDER::FUNCTION(), declared in HEADER, returns a span of pointers to them in order of
# their names. (Self-registering objects would be dropped by the linker from a static library.)
function(winnow_registry target folder)
    cmake_parse_arguments(ARG "" "TYPE;HEADER;FUNCTION" "FILES" ${ARGN})
    set(declarations "")
    set(entries "")
    list(SORT ARG_FILES)
    foreach(file ${ARG_FILES})
        get_filename_component(name ${file} NAME_WE)
        string(APPEND declarations "extern const ${ARG_TYPE} ${name};\n")
        string(APPEND entries "    &${name},\n")
    endforeach()
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/${folder}_registry.cpp)
    file(CONFIGURE OUTPUT ${generated} CONTENT
"// Generated from the file list of src/${folder}/.
#include \"${ARG_HEADER}\"

#include <array>

namespace winnow::${folder} {

${declarations}
std::span<const ${ARG_TYPE} *const> ${ARG_FUNCTION}()
{
    static constexpr std::array kAll{
${entries}    };
    return kAll;
}

} // namespace winnow::${folder}
" @ONLY)
    target_sources(${target} PRIVATE ${generated} ${ARG_FILES})
endfunction()

# winnow_embed(TARGET FOLDER HEADER header FUNCTION function FILES file...)
# Builds files into the program: the generated winnow::FOLDER::FUNCTION(), declared in HEADER, returns a span of ShippedFile
# (base/shipped_file.h) in order of their names.
function(winnow_embed target folder)
    cmake_parse_arguments(ARG "" "HEADER;FUNCTION" "FILES" ${ARGN})
    list(SORT ARG_FILES)
    set(literals "")
    foreach(file ${ARG_FILES})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        get_filename_component(name ${file} NAME_WE)
        file(READ ${file} content)
        string(APPEND literals "        ShippedFile{\"${name}\", R\"data(${content})data\"},\n")
    endforeach()
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp)
    file(WRITE ${generated}.new
"// Generated from files of data.
#include \"${ARG_HEADER}\"

#include <array>

namespace winnow::${folder} {

std::span<const ShippedFile> ${ARG_FUNCTION}()
{
    static constexpr std::array kFiles{
${literals}    };
    return kFiles;
}

} // namespace winnow::${folder}
")
    configure_file(${generated}.new ${generated} COPYONLY)
    target_sources(${target} PRIVATE ${generated})
endfunction()
