# What `cmake --install` puts where: the programs, and under the component "development" the library
# with its headers, CMake package and pkg-config file.
include(CMakePackageConfigHelpers)

foreach(program broadsheet-search broadsheet-index)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
  endif()
endforeach()

install(TARGETS broadsheet EXPORT broadsheetTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY common/include/broadsheet searcher/include/broadsheet
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.h")
install(FILES ${PROJECT_BINARY_DIR}/common/include/broadsheet/version.h
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/broadsheet COMPONENT development)

set(package_directory ${CMAKE_INSTALL_LIBDIR}/cmake/broadsheet)
configure_package_config_file(cmake/broadsheetConfig.cmake.in
  ${PROJECT_BINARY_DIR}/broadsheetConfig.cmake INSTALL_DESTINATION ${package_directory})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/broadsheetConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(EXPORT broadsheetTargets NAMESPACE broadsheet::
  DESTINATION ${package_directory} COMPONENT development)
install(FILES
  ${PROJECT_BINARY_DIR}/broadsheetConfig.cmake
  ${PROJECT_BINARY_DIR}/broadsheetConfigVersion.cmake
  DESTINATION ${package_directory} COMPONENT development)

# The prefix is told by where the file lies, so that the installed tree can be moved.
file(RELATIVE_PATH PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(PC_PREFIX "\${pcfiledir}/${PC_PREFIX}")
configure_file(cmake/broadsheet.pc.in ${PROJECT_BINARY_DIR}/broadsheet.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/broadsheet.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
