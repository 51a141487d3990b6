# What `cmake --install` puts in place beside the programs, and the Debian package that cpack makes of it.
# All that the programs read of the source tree is built into them.
include(GNUInstallDirs)

set(install_source ${CMAKE_SOURCE_DIR}/src/gui/install)
set(install_made ${CMAKE_BINARY_DIR}/install)
file(MAKE_DIRECTORY ${install_made})

# The manual and the completions, made from the commands of winnow by itself.
set(reference_files "")
foreach(pair man:winnow.1 bash:winnow.bash zsh:_winnow fish:winnow.fish)
    string(REPLACE ":" ";" pair ${pair})
    list(GET pair 0 kind)
    list(GET pair 1 name)
    add_custom_command(OUTPUT ${install_made}/${name}
        COMMAND winnow_reference ${WINNOW_RELEASE_DATE} ${kind} > ${install_made}/${name}
        DEPENDS winnow_reference VERBATIM)
    list(APPEND reference_files ${install_made}/${name})
endforeach()
add_custom_target(winnow_reference_files ALL DEPENDS ${reference_files})

install(TARGETS winnow)
install(TARGETS winnow-pdf DESTINATION libexec/winnow) # src/pdf/helper_program.cpp finds it there
install(FILES ${install_made}/winnow.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${install_made}/winnow.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME winnow)
install(FILES ${install_made}/_winnow DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${install_made}/winnow.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${install_source}/winnow-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME winnow.xml)
install(FILES ${install_source}/winnow.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${install_source}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/winnow)

if(WINNOW_DESKTOP)
    configure_file(${install_source}/winnow-desktop.1.in ${install_made}/winnow-desktop.1 @ONLY)
    configure_file(${install_source}/metainfo.xml.in ${install_made}/org.example.winnow.metainfo.xml @ONLY)
    install(TARGETS winnow-desktop)
    install(FILES ${install_made}/winnow-desktop.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${install_made}/org.example.winnow.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${install_source}/winnow-desktop.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
endif()

# cpack -G DEB
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME winnow)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "Winnow developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "systematic literature reviews on one machine")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Winnow reads what bibliographic databases exported, finds duplicates, records
screening decisions of one or several reviewers, and writes the PRISMA 2020
flow diagram, the evidence tables and the report of a systematic review.
.
It has a desktop program and a command line. It works offline; only a search
at a source, or for full texts, asks anyone anything. One review is one file.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Winnow developers <winnow@example.org>")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "pandoc, citation-style-language-styles, fonts-liberation, poppler-data, qt6-wayland")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/WinnowPackage.cmake)
set(CPACK_WINNOW_INSTALL_SOURCE ${install_source})
set(CPACK_WINNOW_RELEASE_DATE ${WINNOW_RELEASE_DATE})
include(CPack)
