# Every target of ours is compiled with these; in developer mode a warning is an error. What g++ 12
# says of overlapping copies in optimised code is about its own std::string (GCC bug 105329).
add_library(broadsheet_warnings INTERFACE)
target_compile_options(broadsheet_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
  $<$<BOOL:${BROADSHEET_DEVELOPER_MODE}>:-Werror>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<BOOL:${BROADSHEET_DEVELOPER_MODE}>>>:-Wno-restrict>)
