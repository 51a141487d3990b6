# Run by cpack before it packs: what Debian wants of a package beside the installed files. Manual pages and the change log
# are compressed without time or name in them, so that the same build gives the same package.
set(shared ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
execute_process(COMMAND date -u -R -d ${CPACK_WINNOW_RELEASE_DATE}
    OUTPUT_VARIABLE release_date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CPACK_WINNOW_INSTALL_SOURCE}/changelog.in ${shared}/doc/winnow/changelog @ONLY)
file(GLOB pages ${shared}/man/man1/*.1)
execute_process(COMMAND gzip -9n -f ${pages} ${shared}/doc/winnow/changelog COMMAND_ERROR_IS_FATAL ANY)
