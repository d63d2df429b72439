# Every target of ours is compiled with these; in developer mode a warning is an error.
add_library(broadsheet_warnings INTERFACE)
target_compile_options(broadsheet_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
  $<$<BOOL:${BROADSHEET_DEVELOPER_MODE}>:-Werror>)
